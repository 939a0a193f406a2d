import {
  ForumPhotosDocument,
  PublishForumPhotoDocument,
  type ForumPhoto_StateFragment,
} from '@pantau/schema';
import { useEffect, useId } from 'react';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import type { Language } from '../../lib/text/language.js';
import { useVisit } from '../../lib/viewer/visit.js';
import { OrderTrouble } from '../contests/OrderTrouble.js';
import { useOrder } from '../contests/use-order.js';
import { useBox } from './box-context.js';
import { PHOTO_WORDS } from './forum-words.js';
import type { KnownSession } from './use-forum-session.js';

interface SessionPhotosProps {
  readonly known: KnownSession;
  readonly language: Language;
}

/** The pictures that the server has, and which of them citizens see; nothing while it cannot be reached. */
export function SessionPhotos({ known: { session, photos }, language }: SessionPhotosProps) {
  const { region } = useBox();
  const { client } = useVisit();
  const { answer, again } = useAnswer(client, ForumPhotosDocument, { region, id: session.id });
  const taken = photos.filter(({ state }) => state === 'TAKEN').length;
  useEffect(() => {
    if (taken > 0) again();
  }, [taken, again]);
  const there = answer?.kind === 'GIVEN' ? (answer.data.forumSession?.photos ?? []) : [];
  if (there.length === 0) return null;
  return (
    <section className="part session-photos" aria-labelledby="photos">
      <h2 id="photos">{PHOTO_WORDS.ofSession[language]}</h2>
      <p className="hint">{PHOTO_WORDS.consent[language]}</p>
      <ul className="photos">
        {there.map((photo, n) => (
          <li key={photo.id}>
            <SessionPhoto
              photo={photo}
              n={n + 1}
              about={aboutOf(session, photo)}
              language={language}
              onDone={again}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the picture belongs to, in its own words. */
function aboutOf(session: KnownSession['session'], { outcomeId }: ForumPhoto_StateFragment): string | null {
  return session.outcomes.find(({ id }) => id === outcomeId)?.text ?? null;
}

interface SessionPhotoProps {
  readonly photo: ForumPhoto_StateFragment;
  readonly n: number;
  /** What the picture belongs to; null: the whole session. */
  readonly about: string | null;
  readonly language: Language;
  readonly onDone: () => void;
}

function SessionPhoto({ photo, n, about, language, onDone }: SessionPhotoProps) {
  const { region } = useBox();
  const { client } = useVisit();
  const id = useId();
  const { progress, send } = useOrder(client, PublishForumPhotoDocument, (data) => data.publishForumPhoto);
  const name = `${PHOTO_WORDS.photo[language]} ${n}`;
  async function publish(isPublic: boolean): Promise<void> {
    const done = await send({ region, id: photo.id, public: isPublic });
    if (done?.kind === 'DONE') onDone();
  }
  return (
    <figure>
      <img className="photo" src={photo.address} alt={name} loading="lazy" />
      <figcaption>
        <span id={id}>
          {name}
          {about !== null && `: ${about}`}
        </span>
        <label className="photo-public">
          <input
            type="checkbox"
            role="switch"
            aria-describedby={id}
            aria-checked={photo.public}
            checked={photo.public}
            disabled={progress.kind === 'SENDING'}
            onChange={({ target }) => void publish(target.checked)}
          />
          {PHOTO_WORDS.isPublic[language]}
        </label>
        <OrderTrouble progress={progress} fields={[]} language={language} />
      </figcaption>
    </figure>
  );
}
