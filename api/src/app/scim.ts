import express, { type Express, type Request, type Response } from 'express';
import { answerScim } from '../features/integration/scim/answer-scim.js';
import { problemBody, ScimProblem, type ScimTold } from '../features/integration/scim/scim-problem.js';
import { GraphQLError } from 'graphql';
import type { Context } from '../platform/graphql/context.js';
import { formatError } from '../platform/graphql/errors.js';
import { LIMITS } from '../platform/graphql/limits.js';
import {
  letIn,
  limitNetwork,
  limitSize,
  limitTime,
  takeTurns,
  type Doorkeeping,
} from '../platform/http/admission.js';
import { refuse, refuseFormatted, refuseInWords, type DoorRefusal } from '../platform/http/coded.js';
import { keepNowhere } from '../platform/http/headers.js';
import type { Rates } from '../platform/http/rates.js';
import type { Logger } from '../platform/logger.js';
import type { Stores } from './stores.js';

export interface ScimParts {
  readonly rates: Rates;
  readonly doors: Doorkeeping;
  readonly logger: Logger;
  /** How the server is reached; null: as the request says, on this machine alone. */
  readonly origin: string | null;
}

const ROOT = '/scim/v2';
const JSON_TYPES = ['application/scim+json', 'application/json'];

/** SCIM 2.0 under `/scim/v2`. It stands behind the same doors as GraphQL, which refuse in SCIM's words here. */
export function serveScim(app: Express, { rates, doors, logger, origin }: ScimParts): void {
  const { handler: enter, contextOf } = letIn(rates, doors, logger);
  app.use(
    ROOT,
    keepNowhere,
    refuseInWords(tellDoorRefusal),
    limitNetwork(rates, doors),
    enter,
    limitSize,
    (request, response, next) => {
      const empty = request.headers['content-length'] === '0' || !hasBody(request);
      if (empty || request.is(JSON_TYPES) !== false) return next();
      refuse(response, 'BAD_REQUEST', 'Send a body as application/scim+json or application/json.', 415);
    },
    express.json({ type: () => true, limit: LIMITS.bytes, inflate: false }),
    limitTime,
    takeTurns(doors, contextOf),
    async (request: Request, response: Response) => {
      try {
        const base = `${origin ?? `${request.protocol}://${request.get('host')}`}${ROOT}`;
        const answer = await answerScim(
          contextOf(request) as Context<Stores>,
          {
            method: request.method,
            path: request.path.split('/').filter((part) => part !== ''),
            query: request.query,
            body: request.body as unknown,
            ifMatch: request.get('if-match') ?? null,
            ifNoneMatch: request.get('if-none-match') ?? null,
            base,
          },
          logger,
        );
        // The time was over before the answer came.
        if (response.headersSent) return;
        if (answer.location !== undefined) response.set('Location', answer.location);
        if (answer.version !== undefined) response.set('ETag', answer.version);
        response.status(answer.status);
        if (answer.body === null) return void response.end();
        send(response, answer.body);
      } catch (error) {
        if (response.headersSent) return;
        if (error instanceof ScimProblem) return tell(response, error.told);
        const original = error as Error;
        refuseFormatted(response, formatError(logger, new GraphQLError(original.message).toJSON(), original));
      }
    },
  );
}

function hasBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || headers['content-length'] !== undefined;
}

function tellDoorRefusal(response: Response, { code, message, status }: DoorRefusal): void {
  // A list of too many is no reason to come again later; GraphQL has no other number for what is not there.
  tell(response, {
    status: code === 'NOT_FOUND' ? 404 : code === 'INTERNAL' ? 500 : status,
    scimType: null,
    code,
    detail: message,
  });
}

function tell(response: Response, told: ScimTold): void {
  if (told.status === 401) response.set('WWW-Authenticate', 'Bearer');
  response.status(told.status);
  send(response, problemBody(told));
}

function send(response: Response, body: object): void {
  response.type('application/scim+json').send(JSON.stringify(body));
}
