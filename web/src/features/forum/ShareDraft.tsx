import { ShareMinutesDocument } from '@pantau/schema';
import type { Language } from '../../lib/text/language.js';
import { formatInstant } from '../../lib/text/format-time.js';
import { useVisit } from '../../lib/viewer/visit.js';
import { OrderTrouble } from '../contests/OrderTrouble.js';
import { useOrder } from '../contests/use-order.js';
import { useBox } from './box-context.js';
import { SHARE_WORDS } from './forum-words.js';
import { useOnline } from './use-online.js';
import type { KnownSession } from './use-forum-session.js';

interface ShareDraftProps {
  readonly known: KnownSession;
  readonly language: Language;
}

/** Lets everybody read the draft before it is read out, once the server knows of the end; says when it was shared. */
export function ShareDraft({ known: { session, snapshot }, language }: ShareDraftProps) {
  const box = useBox();
  const { client } = useVisit();
  const online = useOnline();
  const { progress, send } = useOrder(client, ShareMinutesDocument, (data) => data.shareMinutes);
  const { phase, sharedAt } = snapshot.session;
  const sending = progress.kind === 'SENDING';
  if (sharedAt) {
    return (
      <p className="share-draft hint">
        ✓ {SHARE_WORDS.sharedAt[language]} {formatInstant(Date.parse(sharedAt), language)}
      </p>
    );
  }
  // Once it has been read out there is nothing left that somebody could still object to.
  if (session.phase !== 'CLOSED') return null;
  if (!online || phase !== 'CLOSED') return <p className="share-draft hint">{SHARE_WORDS.later[language]}</p>;
  async function share(): Promise<void> {
    const result = await send({ region: box.region, session: session.id });
    if (result?.kind === 'DONE' || result?.kind === 'TOLD') await box.refresh(session.id);
  }
  return (
    <div className="share-draft">
      <p className="hint" id="share-lead">
        {SHARE_WORDS.lead[language]}
      </p>
      <OrderTrouble progress={progress} fields={[]} language={language} />
      <p className="acts">
        <button
          type="button"
          className="quiet-button"
          aria-describedby="share-lead"
          disabled={sending}
          onClick={() => void share()}
        >
          {(sending ? SHARE_WORDS.sharing : SHARE_WORDS.share)[language]}
        </button>
      </p>
    </div>
  );
}
