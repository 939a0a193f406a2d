import type { Language } from '../../lib/text/language.js';
import type { PublicSession } from './HeldSession.js';
import { photoAlt, PROMISES_WORDS } from './promises-words.js';
import { ShownPhoto } from './ShownPhoto.js';

/** So many are shown at once; the others are fetched by whoever wants to see them. */
const AT_ONCE = 3;

interface SessionPicturesProps {
  readonly session: PublicSession;
  readonly language: Language;
}

/** The pictures of a session that everybody may see. */
export function SessionPictures({ session: { title, photos }, language }: SessionPicturesProps) {
  if (photos.length === 0) return null;
  const shown = photos.map((photo, n) => (
    <li key={photo.id}>
      <ShownPhoto photo={photo} alt={photoAlt(photo.about ?? title, n + 1)[language]} />
    </li>
  ));
  return (
    <>
      <ul className="pictures">{shown.slice(0, AT_ONCE)}</ul>
      {photos.length > AT_ONCE && (
        <details className="agreed">
          <summary>
            {PROMISES_WORDS.morePhotos[language]} ({photos.length - AT_ONCE})
          </summary>
          <ul className="pictures">{shown.slice(AT_ONCE)}</ul>
        </details>
      )}
    </>
  );
}
