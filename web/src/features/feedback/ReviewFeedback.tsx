import { ReviewFeedbackDocument, type FeedbackRowFragment, type LeaveOutReason } from '@pantau/schema';
import { useState, type FormEvent } from 'react';
import type { Client } from 'urql';
import type { Language } from '../../lib/text/language.js';
import { CONTEST_WORDS } from '../contests/contest-words.js';
import { OrderTrouble } from '../contests/OrderTrouble.js';
import { useOrder } from '../contests/use-order.js';
import { Select } from '../complaints/Select.js';
import { useFocusOnRefusal } from '../policies/use-focus-on-refusal.js';
import { OFFICE_WORDS, REASON_WORDS } from './feedback-words.js';

interface ReviewFeedbackProps {
  readonly client: Client;
  readonly region: string;
  readonly feedback: FeedbackRowFragment;
  readonly language: Language;
  readonly onDecided: () => void;
}

/** Whether what waits is to count; decided without its ratings, and once. */
export function ReviewFeedback({ client, region, feedback, language, onDecided }: ReviewFeedbackProps) {
  const [leavingOut, setLeavingOut] = useState(false);
  const [reason, setReason] = useState('');
  const { progress, told, trouble, send } = useOrder(
    client,
    ReviewFeedbackDocument,
    (data) => data.reviewFeedback,
  );
  const form = useFocusOnRefusal(trouble);
  const sending = progress.kind === 'SENDING';
  const { id } = feedback;

  async function decide(because: LeaveOutReason | null): Promise<void> {
    const decision = because === null ? 'COUNT' : 'LEAVE_OUT';
    const result = await send({ region, id, decision, reason: because });
    if (result?.kind === 'DONE') onDecided();
  }
  function submit(submitted: FormEvent): void {
    submitted.preventDefault();
    if (reason !== '') void decide(reason as LeaveOutReason);
  }

  return (
    <form className="inner review" ref={form} onSubmit={submit}>
      <p className="hint">{OFFICE_WORDS.waits[language]}</p>
      {leavingOut && (
        <Select
          field="reason"
          label={OFFICE_WORDS.because[language]}
          none={OFFICE_WORDS.choose[language]}
          options={(Object.keys(REASON_WORDS) as LeaveOutReason[]).map((value) => ({
            value,
            name: REASON_WORDS[value][language],
          }))}
          value={reason}
          told={told}
          language={language}
          onChange={setReason}
        />
      )}
      {leavingOut && <p className="hint">{OFFICE_WORDS.final[language]}</p>}
      <OrderTrouble progress={progress} fields={['reason']} language={language} />
      <p className="acts">
        {leavingOut ? (
          <>
            <button type="submit" className="button" disabled={sending}>
              {OFFICE_WORDS.leaveOut[language]}
            </button>
            <button
              type="button"
              className="quiet-button"
              disabled={sending}
              onClick={() => setLeavingOut(false)}
            >
              {CONTEST_WORDS.cancel[language]}
            </button>
          </>
        ) : (
          <>
            <button type="button" className="button" disabled={sending} onClick={() => void decide(null)}>
              {OFFICE_WORDS.count[language]}
            </button>
            <button
              type="button"
              className="quiet-button"
              disabled={sending}
              onClick={() => setLeavingOut(true)}
            >
              {OFFICE_WORDS.leaveOut[language]}
            </button>
          </>
        )}
      </p>
    </form>
  );
}
