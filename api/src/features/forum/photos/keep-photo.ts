import { COMMITMENT_SETTLED, REPORT_REFUSALS } from '../../../domain/forum/accept-report.js';
import { isSettled } from '../../../domain/forum/commitment-clock.js';
import { ok, refused, type Outcome } from '../../../domain/outcome.js';
import type { HasCommitments } from '../commitment.store.js';
import type { HasForum } from '../forum.store.js';
import type { HasForumPhotos } from './photo.store.js';
import type { Redrawn } from './redraw-photo.js';
import type { HasClock } from '../../../platform/clock.js';
import { did, type Verdict } from '../../../platform/unit-of-work.js';

/** More pictures are no minutes. */
const MOST_PHOTOS = 100;
/** Before, meanwhile and after, from some sides. */
const MOST_OF_COMMITMENT = 12;

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
  COMMITMENT_UNKNOWN: REPORT_REFUSALS.COMMITMENT_UNKNOWN,
  COMMITMENT_SETTLED,
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
  COMMITMENT_PHOTOS_FULL: {
    when: `The commitment has ${MOST_OF_COMMITMENT} pictures.`,
    field: null,
    mender: 'SENDER',
    message: {
      id: `Janji ini sudah punya ${MOST_OF_COMMITMENT} foto, sebanyak yang disimpan. Laporkan tanpa foto ini.`,
      en: `The commitment has ${MOST_OF_COMMITMENT} pictures, which is all that is kept. Report without this one.`,
    },
  },
} as const;

export type PhotoRefusalCode = keyof typeof PHOTO_REFUSALS;

/** A picture as it came, and as it is kept. */
interface PictureTaken {
  readonly id: string;
  readonly sha256: Buffer;
  readonly takenBy: string;
}

/** One of a session. */
export interface PhotoTaken extends PictureTaken {
  readonly sessionId: string;
  readonly outcomeId: string | null;
}

/** One that shows what became of a promise. */
export interface CommitmentPhotoTaken extends PictureTaken {
  readonly commitmentId: string;
}

type Kept = Verdict<{ fresh: boolean }, PhotoRefusalCode>;
type Needs = HasForum & HasCommitments & HasForumPhotos & HasClock;

/** Keeps a picture of a session once; whether it is new. */
export async function keepPhoto(
  tx: Needs,
  { id, sessionId, outcomeId, sha256, takenBy }: PhotoTaken,
  { picture, width, height }: Redrawn,
): Promise<Kept> {
  await tx.forum.holdSession(sessionId);
  const known = await keptAlready(tx, { id, sha256, sessionId, commitmentId: null });
  if (known !== null) return known;
  const about = await ofSession(tx, sessionId, outcomeId);
  if (!about.ok) return about;
  if ((await tx.forumPhotos.countOf(sessionId)) >= MOST_PHOTOS) {
    return refused('PHOTOS_FULL', PHOTO_REFUSALS.PHOTOS_FULL);
  }
  const row = { id, sessionId, outcomeId, commitmentId: null, sha256, width, height, takenBy };
  await tx.forumPhotos.add({ ...row, public: false, receivedAt: tx.now }, picture);
  return did({ fresh: true }, []);
}

/** Keeps a picture of what became of a promise once, for the report that will name it. */
export async function keepCommitmentPhoto(
  tx: Needs,
  { id, commitmentId, sha256, takenBy }: CommitmentPhotoTaken,
  { picture, width, height }: Redrawn,
): Promise<Kept> {
  const promise = await tx.commitments.hold(commitmentId);
  if (promise === null || promise.withdrawn) {
    return refused('COMMITMENT_UNKNOWN', PHOTO_REFUSALS.COMMITMENT_UNKNOWN);
  }
  const { sessionId } = promise;
  const known = await keptAlready(tx, { id, sha256, sessionId, commitmentId });
  if (known !== null) return known;
  if (isSettled(promise.state)) return refused('COMMITMENT_SETTLED', COMMITMENT_SETTLED);
  if ((await tx.forumPhotos.countOfCommitment(commitmentId)) >= MOST_OF_COMMITMENT) {
    return refused('COMMITMENT_PHOTOS_FULL', PHOTO_REFUSALS.COMMITMENT_PHOTOS_FULL);
  }
  const row = { id, sessionId, outcomeId: null, commitmentId, sha256, width, height, takenBy };
  await tx.forumPhotos.add({ ...row, public: false, receivedAt: tx.now }, picture);
  return did({ fresh: true }, []);
}

interface Same {
  readonly id: string;
  readonly sha256: Buffer;
  readonly sessionId: string;
  readonly commitmentId: string | null;
}

/** What is said to a picture that comes again, or under the id of another; null: it is new. */
async function keptAlready(
  tx: HasForumPhotos,
  { id, sha256, sessionId, commitmentId }: Same,
): Promise<Kept | null> {
  const known = await tx.forumPhotos.get(id);
  if (known === null) return null;
  const same =
    Buffer.from(known.sha256).equals(sha256) &&
    known.sessionId === sessionId &&
    (known.commitmentId ?? null) === commitmentId;
  return same ? did({ fresh: false }, []) : refused('PHOTO_ID_TAKEN', PHOTO_REFUSALS.PHOTO_ID_TAKEN);
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
