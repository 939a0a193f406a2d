import type { DataCorrectionRowFragment } from '@pantau/schema';
import type { ReactNode } from 'react';
import { formatInstant } from '../../lib/text/format-time.js';
import type { Language } from '../../lib/text/language.js';
import { ANSWER_WORDS, DATA_DECISION_WORDS, PART_WORDS, PRIVACY_WORDS } from './privacy-words.js';

interface CorrectionCardProps {
  readonly correction: DataCorrectionRowFragment;
  /** Who asks; left out where that is whoever looks. */
  readonly from?: string;
  readonly language: Language;
  readonly children?: ReactNode;
}

/** One request to put something right: what is wrong, by when it is answered, and the answer. */
export function CorrectionCard({ correction, from, language, children }: CorrectionCardProps) {
  const { about, text, wanted, requestedAt, dueAt, overdue, decision, note, answeredAt } = correction;
  const at = (instant: string) => formatInstant(Date.parse(instant), language);
  return (
    <article className="card">
      <header className="card-head">
        <h3>{[from, PART_WORDS[about][language]].filter(Boolean).join(' · ')}</h3>
        <strong className="mark" data-mark={decision ?? 'OPEN'}>
          {(decision ? DATA_DECISION_WORDS[decision] : PRIVACY_WORDS.open)[language]}
        </strong>
      </header>
      <dl className="particulars">
        <div>
          <dt>{ANSWER_WORDS.wrong[language]}</dt>
          <dd className="prose">{text ?? PRIVACY_WORDS.erased[language]}</dd>
        </div>
        {wanted !== null && (
          <div>
            <dt>{ANSWER_WORDS.wanted[language]}</dt>
            <dd className="prose">{wanted}</dd>
          </div>
        )}
        <div>
          <dt>{PRIVACY_WORDS.requestedAt[language]}</dt>
          <dd>{at(requestedAt)}</dd>
        </div>
        {decision === null ? (
          <div>
            <dt>{PRIVACY_WORDS.due[language]}</dt>
            <dd>
              {at(dueAt)}
              {overdue && <p className="overdue">{PRIVACY_WORDS.overdue[language]}</p>}
            </dd>
          </div>
        ) : (
          <div>
            <dt>{PRIVACY_WORDS.answer[language]}</dt>
            <dd>
              <p className="prose">{note ?? PRIVACY_WORDS.erased[language]}</p>
              {answeredAt !== null && (
                <p className="hint">
                  {PRIVACY_WORDS.answeredAt[language]} {at(answeredAt)}
                </p>
              )}
            </dd>
          </div>
        )}
      </dl>
      {children}
    </article>
  );
}
