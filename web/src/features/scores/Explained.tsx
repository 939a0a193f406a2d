import type { ReactNode } from 'react';
import type { Language } from '../../lib/text/language.js';
import { SCORE_WORDS } from './score-words.js';

interface ExplainedProps {
  /** Whose figure it is, and the figure. */
  readonly head: ReactNode;
  /** How it came about. */
  readonly children: ReactNode;
  /** What else there is to see. */
  readonly after?: ReactNode;
  readonly language: Language;
}

/** A figure and its explanation: below one another in the hand, side by side on a wide screen. */
export function Explained({ head, children, after, language }: ExplainedProps) {
  return (
    <div className="explained">
      <header className="head">{head}</header>
      <section className="how" aria-labelledby="how">
        <h2 id="how">{SCORE_WORDS.how[language]}</h2>
        {children}
      </section>
      {after}
    </div>
  );
}
