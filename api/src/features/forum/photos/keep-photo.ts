import { ok, refused, type Outcome } from '../../../domain/outcome.js';
import type { HasForum } from '../forum.store.js';
import type { HasForumPhotos } from './photo.store.js';
import type { Redrawn } from './redraw-photo.js';
import type { HasClock } from '../../../platform/clock.js';
import { did, type Verdict } from '../../../platform/unit-of-work.js';

/** More pictures are no minutes. */
const MOST_PHOTOS = 100;

/** Why a picture is not kept, in the order in which it is looked at. */
export const PHOTO_REFUSALS = {
  OUTCOME_UNKNOWN: {
    when: 'The session has no such outcome.',
    field: 'outcome',
    mender: 'SENDER',
    message: {
      id: 'Hasil ini tidak ada di pertemuan ini. Muat ulang pertemuannya, lalu pilih lagi.',
      en: 'The session has no such outcome. Load the session again, then choose once more.',
    },
  },
  PHOTO_ID_TAKEN: {
    when: 'Another picture has this id.',
    field: 'id',
    mender: 'SENDER',
    message: {
      id: 'Foto lain sudah memakai id ini. Ambil fotonya lagi; perangkat membuat id baru.',
      en: 'Another picture has this id. Take the picture again; the device makes another id.',
    },
  },
  PHOTOS_FULL: {
    when: `The session has ${MOST_PHOTOS} pictures.`,
    field: null,
    mender: 'SENDER',
    message: {
      id: `Pertemuan ini sudah punya ${MOST_PHOTOS} foto, sebanyak yang disimpan. Foto ini tidak ikut; catatannya tetap.`,
      en: `The session has ${MOST_PHOTOS} pictures, which is all that is kept. This one is left out; its note stays.`,
    },
  },
} as const;

export type PhotoRefusalCode = keyof typeof PHOTO_REFUSALS;

/** A picture as it came, and as it is kept. */
export interface PhotoTaken {
  readonly id: string;
  readonly sessionId: string;
  readonly outcomeId: string | null;
  readonly sha256: Buffer;
  readonly takenBy: string;
}

/** Keeps a picture of a session once; whether it is new. */
export async function keepPhoto(
  tx: HasForum & HasForumPhotos & HasClock,
  { id, sessionId, outcomeId, sha256, takenBy }: PhotoTaken,
  { picture, width, height }: Redrawn,
): Promise<Verdict<{ fresh: boolean }, PhotoRefusalCode>> {
  await tx.forum.holdSession(sessionId);
  const known = await tx.forumPhotos.get(id);
  if (known !== null) {
    const same = Buffer.from(known.sha256).equals(sha256) && known.sessionId === sessionId;
    return same ? did({ fresh: false }, []) : refused('PHOTO_ID_TAKEN', PHOTO_REFUSALS.PHOTO_ID_TAKEN);
  }
  const about = await ofSession(tx, sessionId, outcomeId);
  if (!about.ok) return about;
  if ((await tx.forumPhotos.countOf(sessionId)) >= MOST_PHOTOS) {
    return refused('PHOTOS_FULL', PHOTO_REFUSALS.PHOTOS_FULL);
  }
  const row = { id, sessionId, outcomeId, sha256, width, height, public: false, takenBy, receivedAt: tx.now };
  await tx.forumPhotos.add(row, picture);
  return did({ fresh: true }, []);
}

async function ofSession(
  tx: HasForum,
  sessionId: string,
  outcomeId: string | null,
): Promise<Outcome<null, 'OUTCOME_UNKNOWN'>> {
  if (outcomeId === null) return ok(null);
  const outcome = await tx.forum.outcome(outcomeId);
  if (outcome?.sessionId === sessionId) return ok(null);
  return refused('OUTCOME_UNKNOWN', PHOTO_REFUSALS.OUTCOME_UNKNOWN);
}
