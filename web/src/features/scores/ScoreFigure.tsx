import { formatFigure } from '../../lib/text/format-number.js';
import type { Language } from '../../lib/text/language.js';
import { SCORE_WORDS } from './score-words.js';

interface ScoreFigureProps {
  /** Exact decimal; null while there is too little data, which is said in words and never as a zero. */
  readonly value: string | null;
  /** What the value would be if the open objections were upheld; null: none is open. */
  readonly ifUpheld?: string | null;
  readonly language: Language;
}

/** The figure that the page explains; beside it, dashed, what it would become. */
export function ScoreFigure({ value, ifUpheld = null, language }: ScoreFigureProps) {
  return (
    <div className="figures">
      <p className="score-figure">
        {value === null ? (
          <span className="score-none">{SCORE_WORDS.notEnough[language]}</span>
        ) : (
          <>
            <Digits value={value} language={language} />{' '}
            <span className="score-unit">{SCORE_WORDS.points[language]}</span>
          </>
        )}
      </p>
      {ifUpheld !== null && (
        <p className="if-upheld">
          <span className="if-upheld-figure">
            <Digits value={ifUpheld} language={language} />
          </span>{' '}
          <span>{SCORE_WORDS.ifUpheld[language]}</span>
        </p>
      )}
    </div>
  );
}

function Digits({ value, language }: { readonly value: string; readonly language: Language }) {
  const { whole, decimals } = formatFigure(value, language);
  return (
    <span>
      {whole}
      <span className="score-decimals">{decimals}</span>
    </span>
  );
}
