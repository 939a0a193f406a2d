import type { ReactNode } from 'react';
import type { Language } from '../../lib/text/language.js';
import { SCORE_WORDS, TROUBLE_WORDS } from './score-words.js';

interface TroubleProps {
  readonly kind: keyof typeof TROUBLE_WORDS;
  readonly language: Language;
  /** Asked again just now. */
  readonly asking?: boolean;
  readonly onRetry?: () => void;
  /** What else can be said or done. */
  readonly children?: ReactNode;
}

/** Why there is nothing to see here, and what to do about it. */
export function Trouble({ kind, language, asking = false, onRetry, children }: TroubleProps) {
  const { title, hint } = TROUBLE_WORDS[kind];
  return (
    <div className="trouble" role="alert">
      <h2>{title[language]}</h2>
      <p>{hint[language]}</p>
      {children}
      {onRetry && (
        <button type="button" className="button" disabled={asking} onClick={onRetry}>
          {asking ? SCORE_WORDS.loading[language] : SCORE_WORDS.retry[language]}
        </button>
      )}
    </div>
  );
}
