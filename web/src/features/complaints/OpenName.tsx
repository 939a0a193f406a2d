import { OpenComplainantDocument, type ComplaintRowFragment } from '@pantau/schema';
import { useState, type FormEvent } from 'react';
import type { Client } from 'urql';
import type { Language } from '../../lib/text/language.js';
import { CONTEST_WORDS } from '../contests/contest-words.js';
import { OrderTrouble } from '../contests/OrderTrouble.js';
import { useOrder } from '../contests/use-order.js';
import { useFocusOnRefusal } from '../policies/use-focus-on-refusal.js';
import { TextField } from '../session/TextField.js';
import { COMPLAIN_WORDS, HANDLING_WORDS } from './complaint-words.js';

interface OpenNameProps {
  readonly client: Client;
  readonly region: string;
  readonly complaint: ComplaintRowFragment;
  readonly language: Language;
}

/** Who complains, once there is a reason; the name is held by nothing once this is closed. */
export function OpenName(props: OpenNameProps) {
  const [opening, setOpening] = useState(false);
  const { language } = props;
  if (opening) return <OpenNameForm {...props} onClose={() => setOpening(false)} />;
  return (
    <p className="acts">
      <button type="button" className="quiet-button" onClick={() => setOpening(true)}>
        {HANDLING_WORDS.open[language]}
      </button>
    </p>
  );
}

function OpenNameForm(props: OpenNameProps & { readonly onClose: () => void }) {
  const { client, region, complaint, language, onClose } = props;
  const [reason, setReason] = useState('');
  const { progress, told, trouble, send } = useOrder(
    client,
    OpenComplainantDocument,
    (data) => data.openComplainant,
  );
  const form = useFocusOnRefusal(trouble);
  const sending = progress.kind === 'SENDING';

  function submit(submitted: FormEvent): void {
    submitted.preventDefault();
    void send({ region, id: complaint.id, reason: reason.trim() });
  }

  if (progress.kind === 'DONE') {
    const { name, contact } = progress.done;
    return (
      <section className="inner">
        <dl className="particulars">
          <div>
            <dt>{COMPLAIN_WORDS.name[language]}</dt>
            <dd>{name}</dd>
          </div>
          <div>
            <dt>{COMPLAIN_WORDS.contact[language]}</dt>
            <dd>{contact}</dd>
          </div>
        </dl>
        {complaint.naming === 'SECRET' && <p className="note">{HANDLING_WORDS.secret[language]}</p>}
        <p className="acts">
          <button type="button" className="quiet-button" onClick={onClose}>
            {HANDLING_WORDS.close[language]}
          </button>
        </p>
      </section>
    );
  }
  return (
    <form className="inner" ref={form} onSubmit={submit}>
      <p className="hint">{HANDLING_WORDS.openLead[language]}</p>
      <TextField
        field="reason"
        label={HANDLING_WORDS.reason[language]}
        hint={HANDLING_WORDS.reasonHint[language]}
        value={reason}
        told={told}
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
