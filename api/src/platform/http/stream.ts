import type { IncomingMessage } from 'node:http';
import type { Request, RequestHandler, Response } from 'express';
import {
  createSourceEventStream,
  execute,
  GraphQLError,
  OperationTypeNode,
  type ExecutionArgs,
  type GraphQLSchema,
} from 'graphql';
import type { Actor } from '../auth/actor.js';
import { Denied } from '../auth/denied.js';
import { QuotaSpent } from '../auth/quota.js';
import type { Context } from '../graphql/context.js';
import { noteCost } from '../graphql/cost-told.js';
import { formatError, statusOf } from '../graphql/errors.js';
import { admit, type Admitted as AdmittedQuery, type Asked } from '../graphql/limits-admission.js';
import type { Followers } from '../live/follower.js';
import { LiveStream } from '../live/live-stream.js';
import { shareKey } from '../live/share-key.js';
import type { Logger } from '../logger.js';
import { turnsName } from './admission.js';
import { CLOSE } from './close-codes.js';
import { refuse, tellErrors } from './coded.js';
import { finishAnswer } from './finish-answer.js';
import { inTime } from './in-time.js';
import type { Rates } from './rates.js';
import type { Admitted } from './sockets.js';
import { beginStream, type StreamWriter } from './stream-writer.js';
import type { TurnsOfEach } from './turns.js';

/** How often it is looked who does not read. */
const LOOK_EVERY_MS = 1_000;
/** When one may come again who was let go of, or not let in, because the server restarts. */
const RESTART_SECONDS = 1;
/** When one may come again who has too many open. */
const FULL_SECONDS = 30;

export interface StreamOptions {
  readonly schema: GraphQLSchema;
  readonly rates: Rates;
  readonly turns: TurnsOfEach;
  readonly logger: Logger;
  readonly followers: Followers;
  /** Who asks; null: nobody whom we let in. */
  readonly identify: (request: IncomingMessage, payload: unknown) => Promise<Admitted | null>;
  /** Told of each stream; gives what to call when it is gone. */
  readonly watch: (admitted: Admitted, close: (code: number, reason: string) => void) => () => void;
  readonly networkOf: (request: IncomingMessage) => string;
  readonly mayIntrospect: (actor: Actor) => boolean;
  /** Told of each operation that was let through. */
  readonly onOperation?: (operation: OperationTypeNode) => void;
}

export interface Streams {
  readonly handler: RequestHandler;
  /** How many are open. */
  readonly count: () => number;
  /** Ends all of them, and lets nobody in any more; clients come back by themselves. */
  readonly close: () => void;
}

/** The answer to one request, and what is done with it from outside. */
interface Stream {
  readonly request: Request;
  readonly response: Response;
  /** Null: it has not begun, and can still be refused. */
  writer: StreamWriter | null;
}

/**
 * GraphQL over Server-Sent Events (the distinct connections mode of graphql-sse's protocol) for networks that break
 * websockets: the same door, limits, rights and shared streams. Written by hand, because the library writes each answer
 * as text anew for each of its subscribers, and holds any number of unread bytes.
 */
export function createStreams(options: StreamOptions): Streams {
  const open = new Set<Stream>();
  let closing = false;
  const looking = setInterval(() => {
    for (const { writer } of open) writer?.look();
  }, LOOK_EVERY_MS);
  looking.unref();
  return {
    async handler(request, response) {
      if (closing) return refuseRestart(response);
      const stream: Stream = { request, response, writer: null };
      open.add(stream);
      response.once('close', () => open.delete(stream));
      try {
        await answer(stream, options);
      } catch (error) {
        refuseFor(response, error, options.logger);
      }
    },
    count: () => open.size,
    close() {
      closing = true;
      clearInterval(looking);
      for (const { response, writer } of open) {
        if (writer !== null) writer.breakOff('restart');
        else if (!response.headersSent) refuseRestart(response);
      }
    },
  };
}

async function answer(stream: Stream, options: StreamOptions): Promise<void> {
  const { request, response } = stream;
  const { schema, rates, logger, identify, watch, networkOf, mayIntrospect, onOperation } = options;
  const { authorization } = request.headers;
  const admitted = await identify(request, authorization === undefined ? {} : { authorization });
  if (admitted === null) throw new Denied('UNAUTHENTICATED', 'The token lets nobody in (any more).');
  const { actor } = admitted;
  const network = networkOf(request);
  const wait = actor.kind === 'PUBLIC' ? null : await rates.asked(actor.id);
  if (wait !== null) return refuseFull(response, wait, `Too many requests. Try again in ${wait} s.`);
  const admission = admit(schema, (request.body ?? {}) as Asked, mayIntrospect(actor));
  if ('errors' in admission) {
    const errors = admission.errors.map((error) => formatError(logger, error.toJSON(), error));
    return tellErrors(response, errors);
  }
  // Whoever has gone meanwhile is given no place: nobody would give it back.
  if (isOver(response)) return;
  const leaveNetwork = rates.socket(network);
  const leavePerson = actor.kind === 'PUBLIC' ? () => undefined : rates.socketOf(actor.id);
  if (leaveNetwork === null || leavePerson === null) {
    leaveNetwork?.();
    leavePerson?.();
    return refuseFull(response, FULL_SECONDS, 'Too many streams and sockets are open. Close some first.');
  }
  const unwatch = watch(admitted, (code, reason) => letGo(stream, code, reason));
  response.once('close', () => {
    leaveNetwork();
    leavePerson();
    unwatch();
  });
  await admitted.spend();
  const contextValue = await admitted.createContext();
  if (isOver(response)) return;
  onOperation?.(admission.admitted.operation.operation);
  if (admission.admitted.operation.operation === OperationTypeNode.SUBSCRIPTION) {
    return follow(stream, admission.admitted, contextValue, options);
  }
  await options.turns.take(turnsName(actor, network), () =>
    answerOnce(stream, admission.admitted, contextValue, options),
  );
}

/** A question or a command: one answer, and the end. */
async function answerOnce(
  stream: Stream,
  admitted: AdmittedQuery,
  contextValue: Context,
  { schema, logger }: StreamOptions,
): Promise<void> {
  const { response } = stream;
  if (isOver(response)) return;
  noteCost(contextValue, admitted.cost);
  const args = argsOf(schema, admitted, contextValue);
  const result = await finishAnswer(args, await inTime(execute(args)), logger);
  if (isOver(response)) return;
  stream.writer = beginStream(response);
  await stream.writer.next(result);
  stream.writer.complete();
}

async function follow(
  stream: Stream,
  admitted: AdmittedQuery,
  contextValue: Context,
  { schema, logger, followers }: StreamOptions,
): Promise<void> {
  const { request, response } = stream;
  const args = argsOf(schema, admitted, contextValue);
  const source = await inTime(createSourceEventStream(args));
  if (isOver(response)) return;
  if (!(Symbol.asyncIterator in source)) {
    const result = await finishAnswer(args, source, logger);
    if (isOver(response)) return;
    stream.writer = beginStream(response);
    await stream.writer.next(result);
    return stream.writer.complete();
  }
  if (!(source instanceof LiveStream)) throw new Error('a subscription follows a LiveStream');
  const writer = (stream.writer = beginStream(response));
  const { query } = request.body as { query: string };
  const { document, operation, operationName, variables } = admitted;
  const asked = { query, document, operation, operationName, variables };
  const answers = followers.follow({
    stream: source,
    key: shareKey(source.name, asked, contextValue.actor),
    answer: async (event) => finishAnswer(args, await execute({ ...args, rootValue: event }), logger),
    tell: (told) => writer.tell(told.answer),
  });
  response.once('close', () => void answers.return?.());
  try {
    for await (const result of answers) await writer.next(result);
    writer.complete();
  } catch (error) {
    // It has begun, so that the reason can only be told in it; what passes is tried again, from the cursor.
    const plain = formatError(logger, new GraphQLError((error as Error).message).toJSON(), error);
    await writer.next({ errors: [plain] });
    if (statusOf(plain.extensions?.['code']) === 503) writer.breakOff('come back');
    else writer.complete();
  }
}

function argsOf(
  schema: GraphQLSchema,
  { document, operationName, variables }: AdmittedQuery,
  contextValue: Context,
): ExecutionArgs {
  return { schema, document, operationName, variableValues: variables, contextValue };
}

const SIGN_IN = 'The sign-in is over. Sign in again.';

/** Whoever lost the right to it is told so and told nothing more; whoever has other rights now comes back by itself. */
function letGo({ response, writer }: Stream, code: number, reason: string): void {
  const isOut = code === CLOSE.forbidden.code && reason !== 'Rights changed';
  if (writer === null) {
    if (response.headersSent) return;
    return isOut ? refuse(response, 'UNAUTHENTICATED', SIGN_IN) : refuseRestart(response);
  }
  if (!isOut) return writer.breakOff('come back');
  writer.tell(JSON.stringify({ errors: [{ message: SIGN_IN, extensions: { code: 'UNAUTHENTICATED' } }] }));
  writer.complete();
}

/** Whether there is nothing that could still be answered to. */
function isOver(response: Response): boolean {
  return response.headersSent || response.closed || response.destroyed;
}

function refuseFull(response: Response, seconds: number, message: string): void {
  response.set('Retry-After', String(seconds));
  refuse(response, 'LIMIT_RATE', message);
}

function refuseRestart(response: Response): void {
  response.set({ 'Retry-After': String(RESTART_SECONDS), Connection: 'close' });
  refuse(response, 'UNAVAILABLE', 'Come back in a moment.');
}

function refuseFor(response: Response, error: unknown, logger: Logger): void {
  if (response.headersSent) return void response.destroy();
  if (error instanceof QuotaSpent) return refuseFull(response, error.waitSeconds, error.message);
  const original = error as Error;
  const plain = formatError(logger, new GraphQLError(original.message).toJSON(), original);
  tellErrors(response, [plain]);
}
