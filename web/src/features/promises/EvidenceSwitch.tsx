import { PublishForumPhotoDocument, type CommitmentPhoto_ShownFragment } from '@pantau/schema';
import type { Client } from 'urql';
import type { Language } from '../../lib/text/language.js';
import { OrderTrouble } from '../contests/OrderTrouble.js';
import { useOrder } from '../contests/use-order.js';
import { dayOf, formatDay } from '../policies/policy-days.js';
import { REPORTING_WORDS } from './promises-words.js';

interface EvidenceSwitchProps {
  readonly client: Client;
  readonly region: string;
  readonly photo: CommitmentPhoto_ShownFragment;
  /** When it was reported. */
  readonly at: string;
  readonly language: Language;
  readonly onChanged: () => void;
}

/** Whether citizens see a picture that was reported: whoever is in it may object later. */
export function EvidenceSwitch({ client, region, photo, at, language, onChanged }: EvidenceSwitchProps) {
  const { progress, send } = useOrder(client, PublishForumPhotoDocument, (data) => data.publishForumPhoto);
  async function publish(isPublic: boolean): Promise<void> {
    const done = await send({ region, id: photo.id, public: isPublic });
    if (done?.kind === 'DONE') onChanged();
  }
  return (
    <div>
      <label className="choice">
        <input
          type="checkbox"
          role="switch"
          aria-checked={photo.public}
          checked={photo.public}
          disabled={progress.kind === 'SENDING'}
          onChange={({ target }) => void publish(target.checked)}
        />
        <span>
          {REPORTING_WORDS.photoPublic[language]}
          <span className="hint">{formatDay(dayOf(Date.parse(at)), language)}</span>
        </span>
      </label>
      <OrderTrouble progress={progress} fields={[]} language={language} />
    </div>
  );
}
