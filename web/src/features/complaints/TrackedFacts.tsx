import type { TrackedComplaintRowFragment } from '@pantau/schema';
import { formatInstant } from '../../lib/text/format-time.js';
import type { Language } from '../../lib/text/language.js';
import { formatDay } from '../policies/policy-days.js';
import { COMPLAIN_WORDS } from './complaint-words.js';

interface TrackedFactsProps {
  readonly complaint: TrackedComplaintRowFragment;
  readonly language: Language;
}

/** How far a complaint has come, without what it says. */
export function TrackedFacts({ complaint, language }: TrackedFactsProps) {
  const { filedAt, respondBy, dueOn, overdue, state, answer } = complaint;
  return (
    <dl className="particulars">
      <div>
        <dt>{COMPLAIN_WORDS.filedAt[language]}</dt>
        <dd>{formatInstant(Date.parse(filedAt), language)}</dd>
      </div>
      {state === 'ANSWERED' ? (
        <div>
          <dt>{COMPLAIN_WORDS.answer[language]}</dt>
          <dd className="prose">{answer ?? COMPLAIN_WORDS.erased[language]}</dd>
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
  );
}
