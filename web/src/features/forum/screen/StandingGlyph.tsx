import type { ReactNode } from 'react';
import type { standingOf } from './screen-view.js';

/** A shape for each standing, so that nobody has to tell colours apart. */
const SHAPES: Readonly<Record<ReturnType<typeof standingOf>, ReactNode>> = {
  PROMISED: <circle cx="20" cy="20" r="15" />,
  STARTED: (
    <>
      <circle cx="20" cy="20" r="15" />
      <path d="M20 5a15 15 0 0 1 0 30z" fill="currentColor" />
    </>
  ),
  DONE: <path d="M6 21l10 10L35 9" />,
  CANNOT: <path d="M8 8l24 24M32 8L8 32" />,
  LATE: <path d="M20 3l17 17-17 17L3 20zM20 12v10M20 27v1" />,
};

/** How a promise stands, as a shape. */
export function StandingGlyph({ standing }: { readonly standing: ReturnType<typeof standingOf> }) {
  return (
    <svg className="hall-glyph" viewBox="0 0 40 40" aria-hidden="true">
      {SHAPES[standing]}
    </svg>
  );
}
