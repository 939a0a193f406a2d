import type { ComplaintRowFragment } from '@pantau/schema';
import type { ReactNode } from 'react';
import { formatInstant } from '../../lib/text/format-time.js';
import type { Language } from '../../lib/text/language.js';
import { formatDay } from '../policies/policy-days.js';
import {
  CHANNEL_WORDS,
  CLASS_WORDS,
  COMPLAIN_WORDS,
  HANDLING_WORDS,
  NAMING_WORDS,
  STATE_WORDS,
} from './complaint-words.js';

interface ComplaintCardProps {
  readonly complaint: ComplaintRowFragment;
  readonly language: Language;
  readonly children?: ReactNode;
}

/** One complaint as the office has it: what is said, its clocks, the answer; never who says it. */
export function ComplaintCard({ complaint, language, children }: ComplaintCardProps) {
  const { unit, channel, naming, text, filedAt, respondBy, dueOn, overdue, state, answer, answeredAt } =
    complaint;
  const at = (instant: string) => formatInstant(Date.parse(instant), language);
  return (
    <article className="card" aria-label={`${CLASS_WORDS[complaint.class].name[language]}, ${at(filedAt)}`}>
      <header className="card-head">
        <h3>
          {CLASS_WORDS[complaint.class].name[language]} · {unit.name}
        </h3>
        <strong className="mark" data-mark={state === 'ANSWERED' ? 'ANSWERED' : 'OPEN'}>
          {STATE_WORDS[state][language]}
        </strong>
      </header>
      <dl className="particulars">
        <div>
          <dt>{HANDLING_WORDS.said[language]}</dt>
          <dd className="prose">{text ?? COMPLAIN_WORDS.erased[language]}</dd>
        </div>
        <div>
          <dt>{HANDLING_WORDS.came[language]}</dt>
          <dd>
            {at(filedAt)}, {CHANNEL_WORDS[channel][language]} · {NAMING_WORDS[naming].name[language]}
          </dd>
        </div>
        {state === 'ANSWERED' ? (
          <div>
            <dt>{COMPLAIN_WORDS.answer[language]}</dt>
            <dd>
              <p className="prose">{answer ?? COMPLAIN_WORDS.erased[language]}</p>
              {answeredAt !== null && (
                <p className="hint">
                  {HANDLING_WORDS.answeredAt[language]} {at(answeredAt)}
                </p>
              )}
            </dd>
          </div>
        ) : (
          <>
            <div>
              <dt>{COMPLAIN_WORDS.respondBy[language]}</dt>
              <dd>{formatDay(respondBy, language)}</dd>
            </div>
            <div>
              <dt>{COMPLAIN_WORDS.dueOn[language]}</dt>
              <dd>
                {formatDay(dueOn, language)}
                {overdue && <p className="overdue">{COMPLAIN_WORDS.overdue[language]}</p>}
              </dd>
            </div>
          </>
        )}
      </dl>
      {children}
    </article>
  );
}
