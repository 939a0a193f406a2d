import { formatSpoken } from '../../lib/text/format-number.js';
import type { Language } from '../../lib/text/language.js';
import { KeyFigure } from './KeyFigure.js';
import { explanationOf } from './wall-words.js';

interface FigureLinkProps {
  /** Name of the unit. */
  readonly name: string;
  /** Exact decimal, or null while there is none to show. */
  readonly value: string | null;
  /** Where the figure is explained; null: nowhere yet. */
  readonly href: string | null;
  readonly language: Language;
}

/** A unit's figure, which leads to its explanation. Whoever looks at the wall from afar sees only the figure. */
export function FigureLink({ name, value, href, language }: FigureLinkProps) {
  const figure = <KeyFigure value={value} language={language} />;
  if (href === null) return figure;
  const spoken = value === null ? null : formatSpoken(value, language);
  return (
    <a className="figure-link" href={href} aria-label={explanationOf(name, spoken)[language]}>
      {figure}
    </a>
  );
}
