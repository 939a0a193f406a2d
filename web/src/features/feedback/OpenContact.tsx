import { OpenFeedbackContactDocument, type FeedbackRowFragment } from '@pantau/schema';
import { useState } from 'react';
import type { Client } from 'urql';
import type { Language } from '../../lib/text/language.js';
import { HANDLING_WORDS } from '../complaints/complaint-words.js';
import { OpeningForm } from '../complaints/OpeningForm.js';
import { useOrder } from '../contests/use-order.js';
import { OFFICE_WORDS } from './feedback-words.js';

interface OpenContactProps {
  readonly client: Client;
  readonly region: string;
  readonly feedback: FeedbackRowFragment;
  readonly language: Language;
}

/** How to reach whoever left feedback, once there is a reason; held by nothing once this is closed. */
export function OpenContact(props: OpenContactProps) {
  const [opening, setOpening] = useState(false);
  const { language } = props;
  if (opening) return <OpenContactForm {...props} onClose={() => setOpening(false)} />;
  return (
    <p className="acts">
      <button type="button" className="quiet-button" onClick={() => setOpening(true)}>
        {OFFICE_WORDS.openContact[language]}
      </button>
    </p>
  );
}

function OpenContactForm(props: OpenContactProps & { readonly onClose: () => void }) {
  const { client, region, feedback, language, onClose } = props;
  const { progress, send } = useOrder(
    client,
    OpenFeedbackContactDocument,
    (data) => data.openFeedbackContact,
  );
  if (progress.kind !== 'DONE') {
    return (
      <OpeningForm
        lead={OFFICE_WORDS.openLead[language]}
        progress={progress}
        language={language}
        onReason={(reason) => void send({ region, id: feedback.id, reason })}
        onClose={onClose}
      />
    );
  }
  return (
    <section className="inner">
      <dl className="particulars">
        <div>
          <dt>{OFFICE_WORDS.contact[language]}</dt>
          <dd>{progress.done.contact}</dd>
        </div>
      </dl>
      <p className="acts">
        <button type="button" className="quiet-button" onClick={onClose}>
          {HANDLING_WORDS.close[language]}
        </button>
      </p>
    </section>
  );
}
