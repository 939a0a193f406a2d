import { useState, type FormEvent } from 'react';
import type { Language } from '../../lib/text/language.js';
import { CONTEST_WORDS } from '../contests/contest-words.js';
import { OrderTrouble } from '../contests/OrderTrouble.js';
import { troubleOf, type OrderProgress } from '../contests/use-order.js';
import { useFocusOnRefusal } from '../policies/use-focus-on-refusal.js';
import { TextField } from '../session/TextField.js';
import { HANDLING_WORDS } from './complaint-words.js';

interface OpeningFormProps {
  /** What is about to be shown, and that it is told. */
  readonly lead: string;
  readonly progress: OrderProgress<unknown>;
  readonly language: Language;
  readonly onReason: (reason: string) => void;
  readonly onClose: () => void;
}

/** What something that is sealed is opened for. */
export function OpeningForm({ lead, progress, language, onReason, onClose }: OpeningFormProps) {
  const [reason, setReason] = useState('');
  const form = useFocusOnRefusal(troubleOf(progress));
  const sending = progress.kind === 'SENDING';

  function submit(submitted: FormEvent): void {
    submitted.preventDefault();
    onReason(reason.trim());
  }
  return (
    <form className="inner" ref={form} onSubmit={submit}>
      <p className="hint">{lead}</p>
      <TextField
        field="reason"
        label={HANDLING_WORDS.reason[language]}
        hint={HANDLING_WORDS.reasonHint[language]}
        value={reason}
        told={progress.kind === 'TOLD' ? progress.told : null}
        language={language}
        onChange={setReason}
      />
      <OrderTrouble progress={progress} fields={['reason']} language={language} />
      <p className="acts">
        <button type="submit" className="button" disabled={sending}>
          {(sending ? HANDLING_WORDS.opening : HANDLING_WORDS.show)[language]}
        </button>
        <button type="button" className="quiet-button" disabled={sending} onClick={onClose}>
          {CONTEST_WORDS.cancel[language]}
        </button>
      </p>
    </form>
  );
}
