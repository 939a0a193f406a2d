import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { OperationTypeNode, type GraphQLSchema } from 'graphql';
import { formatError, statusOf } from '../graphql/errors.js';
import { admit, type Asked } from '../graphql/limits-admission.js';
import { LIMITS } from '../graphql/limits.js';
import type { Logger } from '../logger.js';
import { refuse } from './coded.js';
import { networkOf, type Rates } from './rates.js';

/** What the doors have to know of whoever asks. */
export interface Doorkeeping {
  /** Counts by person; null: nobody is signed in, and the network is counted alone. */
  readonly principalOf: (request: Request) => string | null;
  /** Whether the one who asks may read the schema. */
  readonly mayIntrospect: (request: Request) => boolean;
}

/** Everybody is the same until people sign in. */
export const OPEN_DOORS: Doorkeeping = { principalOf: () => null, mayIntrospect: () => true };

/** Refuses what comes too often, before anything of it is read. */
export function limitRate(rates: Rates, { principalOf }: Doorkeeping): RequestHandler {
  return async (request, response, next) => {
    const wait = await rates.request(networkOf(request), principalOf(request));
    if (wait === null) return next();
    response.set('Retry-After', String(wait));
    refuse(response, 'LIMIT_RATE', `Too many requests. Try again in ${wait} s.`);
  };
}

/**
 * Ends a body that is too large as soon as it is known to be: the parser behind would read it to its end first, of
 * whatever length.
 */
export function limitSize(request: Request, response: Response, next: NextFunction): void {
  const tooLarge = () => {
    request.off('data', count);
    if (response.headersSent) return;
    response.set('Connection', 'close');
    refuse(response, 'LIMIT_SIZE', `A request has at most ${LIMITS.bytes} bytes.`);
  };
  let bytes = 0;
  const count = (piece: Buffer) => {
    bytes += piece.length;
    if (bytes > LIMITS.bytes) tooLarge();
  };
  if (Number(request.headers['content-length'] ?? 0) > LIMITS.bytes) return tooLarge();
  request.on('data', count);
  next();
}

/** Lets through what keeps every limit and is valid; what comes after may execute it. */
export function limitQueries(
  schema: GraphQLSchema,
  logger: Logger,
  { mayIntrospect }: Doorkeeping,
): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const admission = admit(schema, (request.body ?? {}) as Asked, mayIntrospect(request));
    if ('admitted' in admission) {
      if (admission.admitted.operation.operation !== OperationTypeNode.SUBSCRIPTION) return next();
      return refuse(response, 'BAD_REQUEST', 'Subscriptions go over websocket, at the same address.');
    }
    const errors = admission.errors.map((error) => formatError(logger, error.toJSON(), error));
    response.status(statusOf(errors[0]?.extensions?.['code'])).json({ errors });
  };
}

/** Answers in the place of an operation that does not come to an end; what it still finds goes nowhere. */
export function limitTime(_request: Request, response: Response, next: NextFunction): void {
  const late = setTimeout(() => {
    if (!response.headersSent) refuse(response, 'TIMEOUT', TOO_LONG);
  }, LIMITS.operationMs);
  response.once('close', () => clearTimeout(late));
  next();
}

export const TOO_LONG = 'This took too long and was stopped. Ask for less at a time.';
