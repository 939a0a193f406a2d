import type { Express, Request, Response } from 'express';
import { writeMyData } from '../features/privacy/write-my-data.js';
import { Denied } from '../platform/auth/denied.js';
import type { Context } from '../platform/graphql/context.js';
import type { Logger } from '../platform/logger.js';
import type { Stores } from './stores.js';
import { isForeign } from '../platform/http/foreign.js';
import { keepNowhere } from '../platform/http/headers.js';
import { writeSlowly } from '../platform/http/write-slowly.js';
import { loggedMessage } from '../platform/logged-message.js';

const HOUR_MS = 3_600_000;
/** Downloads of one account in an hour: enough to lose one, too few to be a burden. */
const MOST_IN_AN_HOUR = 3;
/** Whoever reads slower than this holds nothing but a socket, and not for ever. */
const LONGEST_MS = 5 * 60_000;

type CreateContext = (request: Request, response: Response) => Promise<Context<Stores>>;

/**
 * `GET /export/my-data.json`: everything that Pantau keeps about whoever has signed in, as a file (UU 27/2022 Art. 7,
 * 13). It stands behind the same door as GraphQL: own pages and this machine only.
 */
export function serveMyData(app: Express, createContext: CreateContext, logger: Logger): void {
  app.get('/export/my-data.json', keepNowhere, async (request, response) => {
    try {
      if (isForeign(request))
        return refuse(response, 403, 'FORBIDDEN', 'Only our own pages may ask for this.');
      const context = await createContext(request, response);
      const { actor } = context;
      if (actor.kind === 'PUBLIC' || actor.regionCode === null) {
        return refuse(response, 401, 'UNAUTHENTICATED', 'Sign in first.');
      }
      if (actor.kind !== 'PERSON' || actor.credential?.enrolling !== false) {
        return refuse(response, 403, 'FORBIDDEN', 'This is open to persons who have signed in.');
      }
      const since = new Date(context.now().getTime() - HOUR_MS);
      const before = await context.transact(actor.regionCode, ({ audit }) =>
        audit.countSince(actor.id, 'export', since, MOST_IN_AN_HOUR),
      );
      if (before >= MOST_IN_AN_HOUR) {
        response.set('Retry-After', String(HOUR_MS / 1_000));
        return refuse(response, 429, 'LIMIT_RATE', `At most ${MOST_IN_AN_HOUR} downloads in an hour.`);
      }
      // Told before the first byte leaves; where it cannot be told, nothing leaves.
      await context.audit({
        action: 'export',
        outcome: 'DONE',
        detail: { told: { what: 'my-data' }, subjects: [] },
      });
      response.set('Content-Type', 'application/json; charset=utf-8');
      response.set('Content-Disposition', 'attachment; filename="pantau-data-saya.json"');
      await send(response, context, actor.regionCode);
    } catch (error) {
      if (error instanceof Denied) return refuse(response, 401, error.code, error.message);
      logger.error({ error: loggedMessage(error) }, 'own data could not be given');
      // A file that ends in the middle must not look whole.
      if (response.headersSent) return void response.destroy();
      refuse(response, 503, 'UNAVAILABLE', 'The data cannot be given just now. Try again in a few seconds.');
    }
  });
}

async function send(response: Response, context: Context<Stores>, regionCode: string): Promise<void> {
  const { id: accountId, employeeId } = context.actor;
  const pieces = writeMyData(
    context.read(regionCode).myData,
    { accountId, employeeId },
    { regionCode, at: context.now() },
  );
  const late = AbortSignal.timeout(LONGEST_MS);
  for await (const piece of pieces) {
    if (!(await writeSlowly(response, piece, late))) return;
  }
  response.end();
}

function refuse(response: Response, status: number, code: string, message: string): void {
  response.status(status).json({ errors: [{ message, extensions: { code } }] });
}
