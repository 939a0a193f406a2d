import type { FeedbackRowFragment } from '@pantau/schema';
import type { ReactNode } from 'react';
import type { Language } from '../../lib/text/language.js';
import { formatDay } from '../policies/policy-days.js';
import { ELEMENT_WORDS, OFFICE_WORDS, REASON_WORDS, STANDING_WORDS } from './feedback-words.js';

const MARKS = { COUNTED: 'ANSWERED', WAITING: 'OPEN', LEFT_OUT: 'ANSWERED' } as const;

interface FeedbackCardProps {
  readonly feedback: FeedbackRowFragment;
  readonly language: Language;
  readonly children?: ReactNode;
}

/** What one citizen said, on which day and at which counter; never who, and never when on that day. */
export function FeedbackCard({ feedback, language, children }: FeedbackCardProps) {
  const { counter, leftOn, ratings, text, standing, leftOutBecause } = feedback;
  return (
    <article className="card" aria-label={`${counter.name}, ${formatDay(leftOn, language)}`}>
      <header className="card-head">
        <h3>
          {counter.name} <span className="hint">{formatDay(leftOn, language)}</span>
        </h3>
        <strong className="mark" data-mark={MARKS[standing]}>
          {STANDING_WORDS[standing][language]}
        </strong>
      </header>
      {text === null ? (
        <p className="hint">{OFFICE_WORDS.noText[language]}</p>
      ) : (
        <p className="prose said">{text}</p>
      )}
      {ratings !== null && (
        <ul className="rated">
          {ratings.map(({ element, rating }) => (
            <li key={element}>
              {ELEMENT_WORDS[element].name[language]}{' '}
              <strong>{ELEMENT_WORDS[element].answers[rating - 1]?.[language]}</strong>
            </li>
          ))}
        </ul>
      )}
      {leftOutBecause !== null && <p className="hint">{REASON_WORDS[leftOutBecause][language]}</p>}
      {children}
    </article>
  );
}
