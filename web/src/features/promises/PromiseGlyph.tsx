import type { ReactNode } from 'react';
import type { PromiseStanding } from './promise-standing.js';

const RING = <circle cx="32" cy="32" r="23" fill="none" stroke="currentColor" strokeWidth="6" />;
const CHECK = (
  <path
    d="M10 34 26 50 56 14"
    fill="none"
    stroke="currentColor"
    strokeWidth="9"
    strokeLinecap="round"
    strokeLinejoin="round"
  />
);
const SHAPES: Readonly<Record<PromiseStanding, ReactNode>> = {
  PROMISED: RING,
  STARTED: (
    <>
      {RING}
      <path d="M32 9a23 23 0 0 1 0 46z" fill="currentColor" />
    </>
  ),
  LATE: (
    <>
      {RING}
      <path d="M32 18v15l10 8" fill="none" stroke="currentColor" strokeWidth="6" strokeLinecap="round" />
    </>
  ),
  KEPT: CHECK,
  KEPT_LATE: CHECK,
  CANNOT: (
    <>
      {RING}
      <path d="M21 32h22" stroke="currentColor" strokeWidth="6" strokeLinecap="round" />
    </>
  ),
};

/** The shape of a standing, in the colour around it; the word beside it carries the same. */
export function PromiseGlyph({ standing }: { readonly standing: PromiseStanding }) {
  return (
    <svg className="glyph" viewBox="0 0 64 64" aria-hidden="true">
      {SHAPES[standing]}
    </svg>
  );
}
