import type { Express, Request, Response } from 'express';
import { AUDIENCE } from '../domain/access/audience.js';
import { minutesPaperOf } from '../features/forum/berita-acara/minutes-paper-of.js';
import { writePdf } from '../features/forum/berita-acara/write-pdf.js';
import { Denied } from '../platform/auth/denied.js';
import { isUuid } from '../platform/is-uuid.js';
import type { Context } from '../platform/graphql/context.js';
import { relationOf } from '../platform/graphql/guard-schema.js';
import { keepNowhere } from '../platform/http/headers.js';
import { tellProblem } from '../platform/http/problem.js';
import { loggedMessage } from '../platform/logged-message.js';
import type { Logger } from '../platform/logger.js';
import { FORUM_PROBLEMS } from './forum-problems.js';
import type { Stores } from './stores.js';

/** Those who prepare minutes, or check them: the names of who signed are on the paper. */
const READERS = AUDIENCE.FACILITATOR | AUDIENCE.LEADERSHIP | AUDIENCE.AUDITOR;

type CreateContext = (request: Request, response: Response) => Promise<Context<Stores>>;

/**
 * `GET /forum/minutes/<session>.pdf`: berita acara as a file. It stands behind the same door as GraphQL. Papers are
 * written one after the other: a long one takes a core for seconds.
 */
export function serveForumMinutes(app: Express, createContext: CreateContext, logger: Logger): void {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(write: () => Promise<T>): Promise<T> => {
    const mine = last.then(write);
    last = mine.catch(() => undefined);
    return mine;
  };
  app.get('/forum/minutes/:file', keepNowhere, async (request, response, next) => {
    const session = /^(.+)\.pdf$/.exec(String(request.params['file']))?.[1];
    // Without the ending it is a page.
    if (session === undefined) return next();
    try {
      if (!isUuid(session)) return tellProblem(response, FORUM_PROBLEMS.NOT_FOUND);
      const context = await createContext(request, response);
      const { actor } = context;
      if (actor.kind === 'PUBLIC' || actor.regionCode === null) {
        return tellProblem(response, FORUM_PROBLEMS.UNAUTHENTICATED);
      }
      if (actor.kind !== 'PERSON' || actor.credential?.enrolling !== false) {
        return tellProblem(response, FORUM_PROBLEMS.FORBIDDEN);
      }
      const row = await context.read(actor.regionCode).forum.session(session);
      if (row === null) return tellProblem(response, FORUM_PROBLEMS.SESSION_UNKNOWN);
      if ((relationOf(actor, { unitId: row.unitId }) & READERS) === 0) {
        return tellProblem(response, FORUM_PROBLEMS.FORBIDDEN);
      }
      const paper = await context.readAtOnce(actor.regionCode, (stores) => minutesPaperOf(stores, row));
      // Told before the first byte leaves; where it cannot be told, nothing leaves.
      await context.audit({
        action: 'printMinutes',
        outcome: 'DONE',
        detail: { told: { session, version: paper.version }, subjects: [] },
      });
      const bytes = await inTurn(() => writePdf(paper));
      response.set('Content-Disposition', `inline; filename="berita-acara-${row.heldOn}.pdf"`);
      response.type('application/pdf').send(bytes);
    } catch (error) {
      if (error instanceof Denied) return tellProblem(response, FORUM_PROBLEMS.UNAUTHENTICATED);
      logger.error({ error: loggedMessage(error) }, 'minutes could not be printed');
      tellProblem(response, FORUM_PROBLEMS.UNAVAILABLE);
    }
  });
}
