import type { Server } from 'node:http';
import { expressMiddleware } from '@as-integrations/express5';
import type { ApolloServer } from '@apollo/server';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '../graphql/context.js';
import { LIMITS } from '../graphql/limits.js';
import type { KeptAnswers } from '../graphql/kept-answers.js';
import type { Logger } from '../logger.js';
import {
  letIn,
  limitNetwork,
  limitQueries,
  limitSize,
  limitTime,
  takeTurns,
  type AdmittedOf,
  type Doorkeeping,
} from './admission.js';
import { createQueryAnswers } from './answer-queries.js';
import { refuse } from './coded.js';
import { keepNowhere, plainAddress, safeHeaders } from './headers.js';
import type { IsOwnOrigin } from './own-origin.js';
import type { Metrics } from './metrics.js';
import type { Rates } from './rates.js';
import type { Tracing } from '../tracing/tracing.js';
import type { Streams } from './stream.js';
import { servePages } from './serve-pages.js';
import { createPatientServer } from './slow-clients.js';

/** What `/readyz` tells: whether work can be taken, and what is missing for full speed. */
export interface Readiness {
  readonly ready: boolean;
  readonly degraded: readonly string[];
}

export interface HttpOptions {
  readonly app: express.Express;
  readonly apollo: ApolloServer<Context>;
  /** Who is let in, counted as whom, and who may read the schema. */
  readonly doors: Doorkeeping;
  readonly isOwnOrigin: IsOwnOrigin;
  /** Puts further addresses before the pages. */
  readonly mount?: () => void;
  readonly readiness: () => Promise<Readiness>;
  /** Folder of the built web pages; null: the API alone. */
  readonly webRoot: string | null;
  readonly schema: GraphQLSchema;
  readonly rates: Rates;
  readonly answers: KeptAnswers;
  readonly metrics?: Metrics | null;
  readonly tracing?: Tracing | null;
  /** Subscriptions over Server-Sent Events. */
  readonly streams?: Streams | null;
  readonly logger: Logger;
}

/** An HTTP server with nothing on it yet. */
export function createHttpServer(): { app: express.Express; server: Server } {
  const app = express();
  return { app, server: createPatientServer(app) };
}

/** Everything that is served over HTTP, on one port. */
export function serveHttp(options: HttpOptions): void {
  const { streams = null, metrics = null, tracing = null } = options;
  const { app, apollo, doors, isOwnOrigin, mount, readiness, webRoot, schema, rates, answers, logger } =
    options;
  const { handler: enter, contextOf } = letIn(rates, doors, logger);
  const { handler: admitQueries, admittedOf } = limitQueries(schema, logger, doors, contextOf);
  const queryAnswers = createQueryAnswers({ schema, logger, contextOf, admittedOf, answers });
  const kindOf = (request: Request) => admittedOf(request)?.operation.operation;
  app.disable('x-powered-by');
  app.use(safeHeaders, plainAddress);
  app.get('/livez', keepNowhere, (_request, response) => void response.json({ status: 'ok' }));
  app.get('/readyz', keepNowhere, async (_request, response) => {
    const { ready, degraded } = await readiness();
    response.status(ready ? 200 : 503).json({ status: ready ? 'ok' : 'unavailable', degraded });
  });
  app.use((request, response, next) => {
    if (isOwnOrigin(request)) return next();
    refuse(response, 'FORBIDDEN', 'Pantau answers only its own pages and this machine.');
  });
  if (streams !== null) {
    app.post(
      '/graphql/stream',
      keepNowhere,
      limitNetwork(rates, doors),
      limitSize,
      express.json({ limit: LIMITS.bytes, inflate: false }),
      streams.handler,
    );
  }
  app.use(
    '/graphql',
    keepNowhere,
    ...(tracing === null ? [] : [tracing.requests('/graphql', kindOf)]),
    ...(metrics === null ? [] : [metrics.measure(kindOf)]),
    postOnly,
    limitNetwork(rates, doors),
    enter,
    limitSize,
    express.json({ limit: LIMITS.bytes, inflate: false }),
    admitQueries,
    ...(metrics === null ? [] : [countOperations(metrics, admittedOf)]),
    limitTime,
    queryAnswers.again,
    takeTurns(doors, contextOf),
    queryAnswers.anew,
    expressMiddleware(apollo, { context: async ({ req }) => contextOf(req) }),
  );
  mount?.();
  if (webRoot !== null) servePages(app, webRoot);
  app.use((_request, response) => refuse(response, 'NOT_FOUND', 'There is nothing at this address.', 404));
  app.use(answerError);
}

/** What was let through, by its kind alone. */
function countOperations({ count }: Metrics, admittedOf: AdmittedOf): RequestHandler {
  return (request, _response, next) => {
    count('http', admittedOf(request).operation.operation);
    next();
  };
}

/** GET would let a link run a query, and a mutation over GET must never be possible. */
function postOnly(request: Request, response: Response, next: NextFunction): void {
  if (request.method === 'POST') return next();
  response.set('Allow', 'POST');
  refuse(response, 'BAD_REQUEST', 'Send queries by POST as application/json.', 405);
}

interface HttpError extends Error {
  readonly status?: number;
}

function answerError(error: HttpError, _request: Request, response: Response, next: NextFunction): void {
  // The time was over before the answer came: it has been answered.
  if (response.writableEnded) return;
  if (response.headersSent) return next(error);
  const status = error.status !== undefined && error.status >= 400 && error.status < 500 ? error.status : 500;
  if (status === 413) return refuse(response, 'LIMIT_SIZE', `A request has at most ${LIMITS.bytes} bytes.`);
  if (status === 500) return refuse(response, 'INTERNAL', 'Something went wrong on our side.', status);
  refuse(response, 'BAD_REQUEST', 'The request cannot be read. Send JSON as UTF-8, not compressed.', status);
}
