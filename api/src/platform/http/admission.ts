import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { GraphQLError, OperationTypeNode, type GraphQLSchema } from 'graphql';
import type { Actor } from '../auth/actor.js';
import { QuotaSpent } from '../auth/quota.js';
import type { Context } from '../graphql/context.js';
import { noteCost } from '../graphql/cost-told.js';
import { formatError } from '../graphql/errors.js';
import { admit, type Admitted, type Asked } from '../graphql/limits-admission.js';
import { LIMITS } from '../graphql/limits.js';
import type { Logger } from '../logger.js';
import { refuse, refuseFormatted, tellErrors } from './coded.js';
import { TOO_LONG } from './in-time.js';
import type { Rates } from './rates.js';
import type { TurnsOfEach } from './turns.js';

/** What the doors have to know of whoever asks. */
export interface Doorkeeping {
  readonly networkOf: (request: Request) => string;
  /** Finds out who asks, and opens what their request is answered with. Throws for whom it lets in nowhere. */
  readonly enter: (request: Request, response: Response) => Promise<Context>;
  /** Whether the one who asks may read the schema. */
  readonly mayIntrospect: (actor: Actor) => boolean;
  /** Of everybody, over whatever they ask. */
  readonly turns: TurnsOfEach;
}

/** The context of a request that was let in. */
export type ContextOf = (request: Request) => Context;

/** Refuses what comes too often from a network, before anything of it is read. */
export function limitNetwork(rates: Rates, { networkOf }: Doorkeeping): RequestHandler {
  return async (request, response, next) => {
    const wait = await rates.request(networkOf(request));
    if (wait === null) return next();
    refuseFor(response, wait);
  };
}

/** Lets in whoever it is, and counts them; gives with it how the next ones find the context. */
export function letIn(
  rates: Rates,
  { enter }: Doorkeeping,
  logger: Logger,
): { readonly handler: RequestHandler; readonly contextOf: ContextOf } {
  const contexts = new WeakMap<Request, Context>();
  const handler: RequestHandler = async (request, response, next) => {
    try {
      const context = await enter(request, response);
      const { actor } = context;
      const wait = actor.kind === 'PUBLIC' ? null : await rates.asked(actor.id);
      if (wait !== null) return refuseFor(response, wait);
      contexts.set(request, context);
    } catch (error) {
      if (error instanceof QuotaSpent) return refuseFor(response, error.waitSeconds, error.message);
      const original = error as Error;
      const plain = formatError(logger, new GraphQLError(original.message).toJSON(), original);
      return refuseFormatted(response, plain);
    }
    next();
  };
  return { handler, contextOf: (request) => contexts.get(request)! };
}

function refuseFor(
  response: Response,
  seconds: number,
  message = `Too many requests. Try again in ${seconds} s.`,
): void {
  response.set('Retry-After', String(seconds));
  refuse(response, 'LIMIT_RATE', message);
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

/** What a request asks for, once it has been let through. */
export type AdmittedOf = (request: Request) => Admitted;

/** Lets through what keeps every limit and is valid; gives with it how the next ones find what was asked. */
export function limitQueries(
  schema: GraphQLSchema,
  logger: Logger,
  { mayIntrospect }: Doorkeeping,
  contextOf: ContextOf,
): { readonly handler: RequestHandler; readonly admittedOf: AdmittedOf } {
  const known = new WeakMap<Request, Admitted>();
  const handler: RequestHandler = (request, response, next) => {
    const admission = admit(schema, (request.body ?? {}) as Asked, mayIntrospect(contextOf(request).actor));
    if ('admitted' in admission) {
      known.set(request, admission.admitted);
      noteCost(contextOf(request), admission.admitted.cost);
      if (admission.admitted.operation.operation !== OperationTypeNode.SUBSCRIPTION) return next();
      return refuse(
        response,
        'BAD_REQUEST',
        'Subscriptions go over websocket at the same address, or as text/event-stream by POST to /graphql/stream.',
      );
    }
    const errors = admission.errors.map((error) => formatError(logger, error.toJSON(), error));
    tellErrors(response, errors);
  };
  return { handler, admittedOf: (request) => known.get(request)! };
}

/** Answers in the place of an operation that does not come to an end; what it still finds goes nowhere. */
export function limitTime(_request: Request, response: Response, next: NextFunction): void {
  const late = setTimeout(() => {
    if (!response.headersSent) refuse(response, 'TIMEOUT', TOO_LONG);
  }, LIMITS.operationMs);
  response.once('close', () => clearTimeout(late));
  next();
}

/** Whose turns an operation takes: a principal's, or a network's where nobody is signed in. */
export function turnsName({ kind, id }: Actor, network: string): string {
  return kind === 'PUBLIC' ? `n:${network}` : `p:${id}`;
}

/**
 * Lets few operations of one principal run at a time, and the others wait in their order: whoever asks most holds up
 * themselves and nobody else.
 */
export function takeTurns({ networkOf, turns }: Doorkeeping, contextOf: ContextOf): RequestHandler {
  return (request, response, next) => {
    const closed = new Promise<void>((resolve) => response.once('close', resolve));
    void turns.take(turnsName(contextOf(request).actor, networkOf(request)), () => {
      // Whoever has gone, or has been told that it takes too long, waits for no answer.
      if (response.headersSent || response.closed) return;
      next();
      return closed;
    });
  };
}
