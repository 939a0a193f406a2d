import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { expressMiddleware } from '@as-integrations/express5';
import type { ApolloServer } from '@apollo/server';
import express, { type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import { GraphQLError } from 'graphql';
import { Denied } from '../auth/denied.js';
import type { Context } from '../graphql/context.js';
import { LIMITS } from '../graphql/limits.js';
import type { IsOwnOrigin } from './own-origin.js';

/** What `/readyz` tells: whether work can be taken, and what is missing for full speed. */
export interface Readiness {
  readonly ready: boolean;
  readonly degraded: readonly string[];
}

export interface HttpOptions {
  readonly app: express.Express;
  readonly apollo: ApolloServer<Context>;
  /** Finds out who asks. Throws Denied for a token that lets nobody in. */
  readonly createContext: (request: Request, response: Response) => Promise<Context>;
  readonly isOwnOrigin: IsOwnOrigin;
  /** Puts further addresses before the pages. */
  readonly mount?: () => void;
  readonly readiness: () => Promise<Readiness>;
  /** Folder of the built web pages; null: the API alone. */
  readonly webRoot: string | null;
}

/** An HTTP server with nothing on it yet. */
export function createHttpServer(): { app: express.Express; server: Server } {
  const app = express();
  return { app, server: createServer(app) };
}

/** Everything that is served over HTTP, on one port. */
export function serveHttp({
  app,
  apollo,
  createContext,
  isOwnOrigin,
  mount,
  readiness,
  webRoot,
}: HttpOptions): void {
  app.disable('x-powered-by');
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          connectSrc: ["'self'", 'ws:', 'wss:'],
          imgSrc: ["'self'", 'data:'],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      // There is no certificate on a loopback address; a proxy that has one adds this header.
      strictTransportSecurity: false,
    }),
  );
  app.get('/livez', (_request, response) => void response.json({ status: 'ok' }));
  app.get('/readyz', async (_request, response) => {
    const { ready, degraded } = await readiness();
    response.status(ready ? 200 : 503).json({ status: ready ? 'ok' : 'unavailable', degraded });
  });
  app.use((request, response, next) => {
    if (isOwnOrigin(request)) return next();
    response.status(403).json({
      errors: [
        { message: 'Pantau answers only its own pages and this machine.', extensions: { code: 'FORBIDDEN' } },
      ],
    });
  });
  app.use(
    '/graphql',
    postOnly,
    express.json({ limit: LIMITS.bytes, inflate: false }),
    expressMiddleware(apollo, { context: ({ req, res }) => createContext(req, res).catch(withStatus) }),
  );
  mount?.();
  if (webRoot !== null) servePages(app, webRoot);
  app.use(answerError);
}

const STATUS: Readonly<Record<Denied['code'], number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404 };

/** Whoever is not let in at all reads it in the status too. */
function withStatus(error: unknown): never {
  if (!(error instanceof Denied)) throw error;
  throw new GraphQLError(error.message, {
    originalError: error,
    extensions: { code: error.code, http: { status: STATUS[error.code] } },
  });
}

/** GET would let a link run a query, and a mutation over GET must never be possible. */
function postOnly(request: Request, response: Response, next: NextFunction): void {
  if (request.method === 'POST') return next();
  response
    .status(405)
    .set('Allow', 'POST')
    .json({
      errors: [{ message: 'Send queries by POST as application/json.', extensions: { code: 'BAD_REQUEST' } }],
    });
}

/** The pages are one program: every address of theirs gets the same document. */
const PAGE =
  /^\/(?:wall|policies|sign-in|set-up|invitation|account|accounts|devices|services|corrections|audit|pair|me|scores\/(?:unit\/)?[0-9a-f-]{36})?\/?$/i;

function servePages(app: express.Express, webRoot: string): void {
  app.use(express.static(webRoot, { index: false, maxAge: '1h', setHeaders: keepHashedFiles }));
  // The pages say by themselves that there is nothing at an address; whoever is no person reads it in the status.
  app.get('/{*path}', (request, response) => {
    response.status(PAGE.test(request.path) ? 200 : 404);
    response.set('Cache-Control', 'no-cache').sendFile('index.html', { root: webRoot });
  });
}

/** Files with a hash in their name never change. */
function keepHashedFiles(response: Response, file: string): void {
  if (file.includes(`${path.sep}assets${path.sep}`)) {
    response.set('Cache-Control', 'public, max-age=31536000, immutable');
  }
}

interface HttpError extends Error {
  readonly status?: number;
}

function answerError(error: HttpError, _request: Request, response: Response, next: NextFunction): void {
  if (response.headersSent) return next(error);
  const status = error.status !== undefined && error.status >= 400 && error.status < 500 ? error.status : 500;
  const code = status === 413 ? 'LIMIT_SIZE' : status === 500 ? 'INTERNAL' : 'BAD_REQUEST';
  const message =
    status === 413
      ? `A request has at most ${LIMITS.bytes} bytes.`
      : status === 500
        ? 'Something went wrong on our side.'
        : 'The request cannot be read. Send JSON as UTF-8, not compressed.';
  response.status(status).json({ errors: [{ message, extensions: { code } }] });
}
