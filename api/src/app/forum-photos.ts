import { createHash } from 'node:crypto';
import express, { type Express, type Request, type Response } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { keepCommitmentPhoto, keepPhoto } from '../features/forum/photos/keep-photo.js';
import { redrawPhoto, type Redrawn } from '../features/forum/photos/redraw-photo.js';
import { seesPhoto } from '../features/forum/photos/sees-photo.js';
import { Denied } from '../platform/auth/denied.js';
import { isUuid } from '../platform/is-uuid.js';
import type { Context } from '../platform/graphql/context.js';
import { relationOf } from '../platform/graphql/guard-schema.js';
import { keepNowhere } from '../platform/http/headers.js';
import { tellProblem } from '../platform/http/problem.js';
import { loggedMessage } from '../platform/logged-message.js';
import type { Logger } from '../platform/logger.js';
import { FORUM_PROBLEMS } from './forum-problems.js';
import { verbs } from './policies/verbs.js';
import type { Stores } from './stores.js';

const MEGABYTE = 1_048_576;
const MOST_BYTES = 12 * MEGABYTE;
/** Pictures that are drawn at the same time, and that wait for it, with their bytes in memory. */
const MOST_DRAWN = 2;
const MOST_HELD = 8;
/** Of one person; a tablet that comes back after a long meeting brings all of its pictures. */
const RATE = { points: 120, duration: 600 };
/** How long a browser keeps a picture; others ask again soon, since somebody who is seen in it may object. */
const KEPT_BY_OWN = 'private, max-age=31536000, immutable';
const KEPT_BY_OTHERS = 'private, max-age=300';

/** Who may bring which is looked at before a byte of the picture is read, and once more by the command. */
const VERBS = { session: verbs.putForumPhoto, commitment: verbs.putCommitmentPhoto };
const REFUSED_WITH: Readonly<Record<string, number>> = { OUTCOME_UNKNOWN: 404, COMMITMENT_UNKNOWN: 404 };

type CreateContext = (request: Request, response: Response) => Promise<Context<Stores>>;

/** Pictures of forums: `PUT` and `GET /forum/photos/<id>`. They stand behind the same door as GraphQL. */
export function serveForumPhotos(app: Express, createContext: CreateContext, logger: Logger): void {
  const rate = new RateLimiterMemory(RATE);
  const body = express.raw({ type: () => true, limit: MOST_BYTES, inflate: false });
  const readBody = (request: Request, response: Response) =>
    new Promise<Buffer | keyof typeof FORUM_PROBLEMS>((resolve, reject) => {
      body(request, response, (error?: { status?: number }) => {
        if (error?.status === 413) return resolve('PHOTO_TOO_LARGE');
        // Compressed, cut off on its way, or as long as it did not say: nothing that is a picture, and nobody's fault here.
        if (error?.status !== undefined && error.status < 500) return resolve('PHOTO_UNREADABLE');
        if (error !== undefined) return reject(error);
        resolve(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));
      });
    });
  let held = 0;
  const lanes: Promise<unknown>[] = Array.from({ length: MOST_DRAWN }, () => Promise.resolve());
  let next = 0;
  const inTurn = <T>(draw: () => Promise<T>): Promise<T> => {
    const lane = (next = (next + 1) % MOST_DRAWN);
    const mine = lanes[lane]!.then(draw);
    lanes[lane] = mine.catch(() => undefined);
    return mine;
  };
  const failed = (response: Response, error: unknown) => {
    if (error instanceof Denied) {
      const known = error.code === 'FORBIDDEN' ? FORUM_PROBLEMS.FORBIDDEN : FORUM_PROBLEMS.UNAUTHENTICATED;
      return tellProblem(response, known);
    }
    logger.error({ error: loggedMessage(error) }, 'a picture could neither be given nor taken');
    tellProblem(response, FORUM_PROBLEMS.UNAVAILABLE);
  };

  app.put('/forum/photos/:id', keepNowhere, async (request, response) => {
    try {
      const id = String(request.params['id']);
      if (!isUuid(id)) return tellProblem(response, FORUM_PROBLEMS.NOT_FOUND);
      const context = await createContext(request, response);
      const { actor } = context;
      if (actor.kind === 'PUBLIC' || actor.regionCode === null) {
        return tellProblem(response, FORUM_PROBLEMS.UNAUTHENTICATED);
      }
      const { regionCode } = actor;
      if (actor.kind !== 'PERSON' || actor.credential?.enrolling !== false) {
        return tellProblem(response, FORUM_PROBLEMS.FORBIDDEN);
      }
      const of = await subjectOf(request, context.read(regionCode));
      if (typeof of === 'string') return tellProblem(response, FORUM_PROBLEMS[of]);
      if ((relationOf(actor, { unitId: of.unitId }) & VERBS[of.kind].to) === 0) {
        return tellProblem(response, FORUM_PROBLEMS.FORBIDDEN);
      }
      const within = await rate.consume(actor.id).then(
        () => true,
        () => false,
      );
      if (!within) return tellProblem(response, FORUM_PROBLEMS.LIMIT_RATE);
      if (held >= MOST_HELD) return tellProblem(response.set('Retry-After', '5'), FORUM_PROBLEMS.UNAVAILABLE);
      held += 1;
      try {
        const bytes = await readBody(request, response);
        if (typeof bytes === 'string') return tellProblem(response, FORUM_PROBLEMS[bytes]);
        const drawn = await inTurn(() => redrawPhoto(bytes));
        if (drawn === null) return tellProblem(response, FORUM_PROBLEMS.PHOTO_UNREADABLE);
        const sha256 = createHash('sha256').update(bytes).digest();
        const done = await keep({ context, regionCode, actorId: actor.id }, of, { id, sha256 }, drawn);
        if (!done.ok) {
          const { code, message } = done.refusal;
          return tellProblem(response, { status: REFUSED_WITH[code] ?? 409, code, message });
        }
        response.status(done.replayed || !done.value.fresh ? 200 : 201).json({ id });
      } finally {
        held -= 1;
      }
    } catch (error) {
      failed(response, error);
    }
  });

  app.get('/forum/photos/:id', async (request, response) => {
    try {
      const id = request.params.id;
      const context = await createContext(request, response);
      const { actor } = context;
      // The public page shows what another region made public to those of this one, too.
      const regionCode = asked(request, 'region') ?? actor.regionCode ?? '';
      const found = isUuid(id)
        ? await context.readWhole(regionCode, async ({ forum, commitments, forumPhotos }) => {
            const photo = await forumPhotos.get(id);
            const session = photo && (await forum.session(photo.sessionId));
            if (photo === null || session === null) return null;
            const promise = photo.commitmentId == null ? null : await commitments.get(photo.commitmentId);
            const units = [session.unitId, ...(promise === null ? [] : [promise.unitId])];
            const own = regionCode === actor.regionCode && seesPhoto(actor, units);
            if (!own && !photo.public) return null;
            const picture = await forumPhotos.picture(id);
            return picture && { picture, kept: own ? KEPT_BY_OWN : KEPT_BY_OTHERS };
          })
        : null;
      // Whether there is one that somebody else may see is nobody's business.
      if (found === null) {
        return tellProblem(response.set('Cache-Control', 'no-store'), FORUM_PROBLEMS.NOT_FOUND);
      }
      response.set('Cache-Control', found.kept);
      response.set('Content-Security-Policy', "default-src 'none'; sandbox");
      response.type('image/jpeg').send(found.picture);
    } catch (error) {
      failed(response.set('Cache-Control', 'no-store'), error);
    }
  });
}

/** What a picture is brought for. */
type PhotoOf =
  | {
      readonly kind: 'session';
      readonly id: string;
      readonly outcomeId: string | null;
      readonly unitId: string;
    }
  | { readonly kind: 'commitment'; readonly id: string; readonly unitId: string };

/** The session or the promise that the address names, one of the two; or which problem it is that there is none. */
async function subjectOf(request: Request, stores: Stores): Promise<PhotoOf | keyof typeof FORUM_PROBLEMS> {
  const [id, outcomeId, commitmentId] = ['session', 'outcome', 'commitment'].map((name) =>
    asked(request, name),
  );
  if (commitmentId != null) {
    if (id !== null || outcomeId !== null) return 'NOT_FOUND';
    const promise = isUuid(commitmentId) ? await stores.commitments.get(commitmentId) : null;
    return promise === null
      ? 'COMMITMENT_UNKNOWN'
      : { kind: 'commitment', id: promise.id, unitId: promise.unitId };
  }
  const session = id != null && isUuid(id) ? await stores.forum.session(id) : null;
  if (session === null) return 'SESSION_UNKNOWN';
  if (outcomeId != null && !isUuid(outcomeId)) return 'NOT_FOUND';
  return { kind: 'session', id: session.id, outcomeId: outcomeId ?? null, unitId: session.unitId };
}

interface Bringer {
  readonly context: Context<Stores>;
  readonly regionCode: string;
  readonly actorId: string;
}

function keep(
  { context: { unitOfWork, actor }, regionCode, actorId: takenBy }: Bringer,
  of: PhotoOf,
  { id, sha256 }: { readonly id: string; readonly sha256: Buffer },
  drawn: Redrawn,
) {
  const taken = { id, sha256, takenBy };
  const hash = sha256.toString('hex');
  if (of.kind === 'commitment') {
    const input = { id, commitmentId: of.id, sha256: hash };
    return unitOfWork.run({ verb: 'putCommitmentPhoto', actor, regionCode, key: id, input }, (tx) =>
      keepCommitmentPhoto(tx, { ...taken, commitmentId: of.id }, drawn),
    );
  }
  const { id: sessionId, outcomeId } = of;
  const input = { id, sessionId, outcomeId, sha256: hash };
  return unitOfWork.run({ verb: 'putForumPhoto', actor, regionCode, key: id, input }, (tx) =>
    keepPhoto(tx, { ...taken, sessionId, outcomeId }, drawn),
  );
}

/** What the address says after the question mark, once; null where it does not. */
function asked({ query }: Request, name: string): string | null {
  const value = query[name];
  return typeof value === 'string' ? value : null;
}
