import { useState } from 'react';
import { formatFigure } from '../../lib/text/format-number.js';
import type { Language } from '../../lib/text/language.js';

interface KeyFigureProps {
  /** Exact decimal, or null while there is not enough data. */
  readonly value: string | null;
  readonly language: Language;
}

/** A figure whose whole part reads from across the room. A new value fades in over the one it replaces. */
export function KeyFigure({ value, language }: KeyFigureProps) {
  const [shown, setShown] = useState(value);
  const [leaving, setLeaving] = useState<{ readonly value: string | null } | null>(null);
  if (shown !== value) {
    setLeaving({ value: shown });
    setShown(value);
  }
  return (
    <span className="figure">
      {leaving && (
        <span className="figure-leaving" aria-hidden="true" onAnimationEnd={() => setLeaving(null)}>
          <Digits value={leaving.value} language={language} />
        </span>
      )}
      <span key={value} className={leaving ? 'figure-coming' : undefined}>
        <Digits value={value} language={language} />
      </span>
    </span>
  );
}

function Digits({ value, language }: KeyFigureProps) {
  if (value === null) return <span className="figure-none">–</span>;
  const { whole, decimals } = formatFigure(value, language);
  return (
    <>
      {whole}
      <span className="figure-decimals">{decimals}</span>
    </>
  );
}
