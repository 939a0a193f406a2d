import type { Language } from '../../lib/text/language.js';
import { formatDay } from '../policies/policy-days.js';
import type { LastPromise } from './forum-session.js';
import { CONSOLE_WORDS, PROMISE_WORDS } from './forum-words.js';

interface PromiseFactsProps {
  readonly promise: LastPromise;
  /** Whether it is also said that nothing has been reported yet. */
  readonly untouchedToo?: boolean;
  readonly language: Language;
}

/** What was promised, by whom and for when, and how far it has come. */
export function PromiseFacts({ promise, untouchedToo = false, language }: PromiseFactsProps) {
  const { text, ownerUnit, ownerRole, dueOn, state, late, note } = promise;
  return (
    <>
      <h3>{text}</h3>
      <p className="quiet">
        {ownerUnit.name}
        {ownerRole && `, ${ownerRole}`} · {CONSOLE_WORDS.due[language]} {formatDay(dueOn, language)}
        {late && <strong className="late"> · {CONSOLE_WORDS.late[language]}</strong>}
      </p>
      {(untouchedToo || state !== 'PROMISED' || note !== null) && (
        <p>
          <span className="mark" data-promise={state}>
            {PROMISE_WORDS[state][language]}
          </span>{' '}
          {note}
        </p>
      )}
    </>
  );
}
