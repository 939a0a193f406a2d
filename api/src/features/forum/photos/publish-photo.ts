import { refused } from '../../../domain/outcome.js';
import { did, type Verdict } from '../../../platform/unit-of-work.js';
import type { HasForumPhotos } from './photo.store.js';

/** Why a picture is not shown to everybody, or hidden again. */
export const PUBLISH_REFUSALS = {
  PHOTO_UNKNOWN: {
    when: 'The region has no such picture.',
    field: 'id',
    mender: 'SENDER',
    message: {
      id: 'Foto ini tidak ada. Muat ulang pertemuannya, lalu pilih lagi.',
      en: 'There is no such picture. Load the session again, then choose once more.',
    },
  },
} as const;

/** Which picture, and whether everybody may see it. */
export interface PublishPhoto {
  readonly photoId: string;
  readonly public: boolean;
}

/**
 * Shows a picture to everybody, or no longer: by whoever has asked those who are seen in it. Nobody is told of it by
 * the change stream; the public page asks when it is opened.
 */
export async function publishPhoto(
  tx: HasForumPhotos,
  { photoId, public: isPublic }: PublishPhoto,
): Promise<Verdict<{ photoId: string }, 'PHOTO_UNKNOWN'>> {
  if ((await tx.forumPhotos.get(photoId)) === null) {
    return refused('PHOTO_UNKNOWN', PUBLISH_REFUSALS.PHOTO_UNKNOWN);
  }
  await tx.forumPhotos.publish(photoId, isPublic);
  return did({ photoId }, []);
}
