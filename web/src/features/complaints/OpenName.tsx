import { OpenComplainantDocument, type ComplaintRowFragment } from '@pantau/schema';
import { useState } from 'react';
import type { Client } from 'urql';
import type { Language } from '../../lib/text/language.js';
import { useOrder } from '../contests/use-order.js';
import { COMPLAIN_WORDS, HANDLING_WORDS } from './complaint-words.js';
import { OpeningForm } from './OpeningForm.js';

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
  const { progress, send } = useOrder(client, OpenComplainantDocument, (data) => data.openComplainant);

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
    <OpeningForm
      lead={HANDLING_WORDS.openLead[language]}
      progress={progress}
      language={language}
      onReason={(reason) => void send({ region, id: complaint.id, reason })}
      onClose={onClose}
    />
  );
}
