import { useState } from 'react';
import type { Language } from '../../lib/text/language.js';
import { PHOTO_WORDS } from './forum-words.js';
import { PhotoView } from './PhotoView.js';
import { shrinkPhoto, type ShrunkPhoto } from './shrink-photo.js';

interface PhotoChoiceProps {
  readonly photos: readonly ShrunkPhoto[];
  /** How many there may be. */
  readonly most?: number;
  readonly language: Language;
  readonly onChange: (photos: readonly ShrunkPhoto[]) => void;
}

/** Pictures that go with an outcome: taken or chosen, and shrunk at once. */
export function PhotoChoice({ photos, most = Infinity, language, onChange }: PhotoChoiceProps) {
  const [state, setState] = useState<'SHRINKING' | 'NO_IMAGE' | 'UNREADABLE' | null>(null);
  async function choose(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    setState('SHRINKING');
    const shrunk = await shrinkPhoto(file);
    setState(shrunk.kind === 'SHRUNK' ? null : shrunk.kind);
    if (shrunk.kind === 'SHRUNK') onChange([...photos, shrunk.photo]);
  }
  return (
    <div className="photos">
      {photos.map((photo, n) => (
        // oxlint-disable-next-line react/no-array-index-key -- the same picture may be chosen twice
        <figure key={`${n}-${photo.bytes.byteLength}`}>
          <PhotoView photo={photo} label={`${PHOTO_WORDS.photo[language]} ${n + 1}`} />
          <button
            type="button"
            className="quiet-button"
            onClick={() => onChange(photos.filter((one) => one !== photo))}
          >
            {PHOTO_WORDS.remove[language]}
          </button>
        </figure>
      ))}
      {photos.length < most && (
        <label className="quiet-button photo-button">
          {(state === 'SHRINKING' ? PHOTO_WORDS.shrinking : PHOTO_WORDS.add)[language]}
          <input
            type="file"
            accept="image/jpeg,image/png,image/webp"
            className="for-ears"
            disabled={state === 'SHRINKING'}
            onChange={(chosen) => {
              void choose(chosen.target.files?.[0]);
              chosen.target.value = ''; // the same file may be chosen again
            }}
          />
        </label>
      )}
      {(state === 'NO_IMAGE' || state === 'UNREADABLE') && (
        <p className="told" role="alert">
          {(state === 'NO_IMAGE' ? PHOTO_WORDS.notAnImage : PHOTO_WORDS.unreadable)[language]}
        </p>
      )}
    </div>
  );
}
