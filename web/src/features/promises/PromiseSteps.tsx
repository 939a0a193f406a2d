import type { PublicCommitment_StateFragment } from '@pantau/schema';
import type { Language } from '../../lib/text/language.js';
import { dayOf, formatDay } from '../policies/policy-days.js';
import { isNews } from './last-visit.js';
import { ShownPhoto } from './ShownPhoto.js';
import { evidenceAlt, PROMISES_WORDS, REPORT_WORDS, STEP_WORDS } from './promises-words.js';

interface PromiseStepsProps {
  /** What was promised. */
  readonly text: string;
  readonly steps: PublicCommitment_StateFragment['steps'];
  /** The visit before; what came later is marked. Null: nothing is. */
  readonly before: string | null;
  /** The promise has moved since: what is written down late in the hall bears an earlier time, and is news all the same. */
  readonly moved: boolean;
  readonly language: Language;
}

/** What happened to a promise, in its order. */
export function PromiseSteps({ text, steps, before, moved, language }: PromiseStepsProps) {
  const isNew = (at: string, n: number) => isNews(at, before) || (moved && n === steps.length - 1);
  return (
    <ol className="promise-steps">
      {steps.map(({ kind, state, note, dueOn, at, photo }, n) => (
        <li key={`${kind} ${at}`} data-news={isNew(at, n)}>
          <p className="promise-step">
            <strong>{(kind === 'REPORTED' ? REPORT_WORDS[state] : STEP_WORDS[kind])[language]}</strong>{' '}
            <time dateTime={at}>{formatDay(dayOf(Date.parse(at)), language)}</time>
            {isNew(at, n) && <span className="promise-new">{PROMISES_WORDS.newStep[language]}</span>}
          </p>
          {(kind === 'MADE' || kind === 'CHANGED') && (
            <p className="hint">
              {PROMISES_WORDS.by[language]} {formatDay(dueOn, language)}
            </p>
          )}
          {note && <p className="prose">{note}</p>}
          {photo && <ShownPhoto photo={photo} alt={evidenceAlt(text)[language]} />}
        </li>
      ))}
    </ol>
  );
}
