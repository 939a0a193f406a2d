import type { UnitState } from '@pantau/schema';
import type { ReactNode } from 'react';

const SHAPES: Readonly<Record<UnitState, ReactNode>> = {
  ABOVE_TARGET: <path d="M32 9 58 54H6z" fill="currentColor" />,
  ON_TARGET: <circle cx="32" cy="32" r="23" fill="currentColor" />,
  NEEDS_SUPPORT: (
    <>
      <circle cx="32" cy="32" r="22" fill="none" stroke="currentColor" strokeWidth="6" />
      <path d="M32 10a22 22 0 0 1 0 44z" fill="currentColor" />
    </>
  ),
  NEEDS_DECISION: <path d="M32 4 60 32 32 60 4 32z" fill="currentColor" />,
  NOT_ENOUGH_DATA: (
    <circle
      cx="32"
      cy="32"
      r="23"
      fill="none"
      stroke="currentColor"
      strokeWidth="6"
      strokeDasharray="10.06 8"
    />
  ),
  TOO_FEW_PEOPLE: (
    <>
      <circle cx="32" cy="32" r="23" fill="none" stroke="currentColor" strokeWidth="6" />
      <circle cx="23" cy="32" r="5" fill="currentColor" />
      <circle cx="41" cy="32" r="5" fill="currentColor" />
    </>
  ),
};

/** The shape of a state, in the colour around it. Shape and word carry the meaning; colour only helps to find it. */
export function StateGlyph({ state }: { readonly state: UnitState }) {
  return (
    <svg className="glyph" viewBox="0 0 64 64" aria-hidden="true">
      {SHAPES[state]}
    </svg>
  );
}
