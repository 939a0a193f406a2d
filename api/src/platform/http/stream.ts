import type { IncomingMessage } from 'node:http';
import type { Request, RequestHandler, Response } from 'express';
import {
  createSourceEventStream,
  execute,
  GraphQLError,
  OperationTypeNode,
  type ExecutionArgs,
  type FormattedExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import type { Actor } from '../auth/actor.js';
import { Denied } from '../auth/denied.js';
import { QuotaSpent } from '../auth/quota.js';
import { noteCost } from '../graphql/cost-told.js';
import { formatError, statusOf } from '../graphql/errors.js';
import { admit, type Asked } from '../graphql/limits-admission.js';
import { LIMITS } from '../graphql/limits.js';
import type { Followers } from '../live/follower.js';
import { LiveStream } from '../live/live-stream.js';
import { shareKey } from '../live/share-key.js';
import type { Told } from '../live/told.js';
import type { Logger } from '../logger.js';
import { refuse } from './coded.js';
import { finishAnswer } from './finish-answer.js';
import type { Rates } from './rates.js';
import type { Admitted } from './sockets.js';

/** How long a client may stay over its unread bytes. */
const GRACE_MS = 1_000;

export interface StreamOptions {
  readonly schema: GraphQLSchema;
  readonly rates: Rates;
  readonly logger: Logger;
  readonly followers: Followers;
  /** Who asks; null: nobody whom we let in. */
  readonly identify: (request: IncomingMessage, payload: unknown) => Promise<Admitted | null>;
  /** Told of each stream; gives what to call when it is gone. */
  readonly watch: (admitted: Admitted, close: (code: number, reason: string) => void) => () => void;
  readonly networkOf: (request: IncomingMessage) => string;
  readonly mayIntrospect: (actor: Actor) => boolean;
}

export interface Streams {
  readonly handler: RequestHandler;
  /** How many are open. */
  readonly count: () => number;
  /** Ends all of them; clients come back by themselves. */
  readonly close: () => void;
}

/**
 * GraphQL over Server-Sent Events (the distinct connections mode of graphql-sse's protocol) for networks that break
 * websockets: the same door, limits, rights and shared streams. Written by hand, because the library writes each answer
 * as text anew for each of its subscribers, and holds any number of unread bytes.
 */
export function createStreams(options: StreamOptions): Streams {
  const open = new Set<Response>();
  return {
    handler: async (request, response) => {
      try {
        await answer(request, response, options, open);
      } catch (error) {
        refuseFor(response, error, options.logger);
      }
    },
    count: () => open.size,
    close: () => {
      for (const response of open) response.end(': restart\n\n');
    },
  };
}

async function answer(
  request: Request,
  response: Response,
  options: StreamOptions,
  open: Set<Response>,
): Promise<void> {
  const { schema, rates, logger, followers, identify, watch, networkOf, mayIntrospect } = options;
  const { authorization } = request.headers;
  const admitted = await identify(request, authorization === undefined ? {} : { authorization });
  if (admitted === null) throw new Denied('UNAUTHENTICATED', 'The token lets nobody in (any more).');
  const { actor } = admitted;
  const admission = admit(schema, (request.body ?? {}) as Asked, mayIntrospect(actor));
  if ('errors' in admission) {
    const errors = admission.errors.map((error) => formatError(logger, error.toJSON(), error));
    response.status(statusOf(errors[0]?.extensions?.['code'])).json({ errors });
    return;
  }
  const { document, operation, operationName, variables, cost } = admission.admitted;
  const leaveNetwork = rates.socket(networkOf(request));
  const leavePerson = actor.kind === 'PUBLIC' ? () => undefined : rates.socketOf(actor.id);
  if (leaveNetwork === null || leavePerson === null) {
    leaveNetwork?.();
    leavePerson?.();
    response.set('Retry-After', '30');
    return refuse(response, 'LIMIT_RATE', 'Too many streams and sockets are open. Close some first.');
  }
  const unwatch = watch(admitted, () => response.end());
  response.once('close', () => {
    open.delete(response);
    leaveNetwork();
    leavePerson();
    unwatch();
  });
  await admitted.spend();
  const contextValue = await admitted.createContext();
  const args: ExecutionArgs = { schema, document, operationName, variableValues: variables, contextValue };
  const writer = createWriter(response);
  const begin = () => {
    open.add(response);
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // Proxies that gather an answer before they hand it on would hold back what is live.
      'X-Accel-Buffering': 'no',
    });
  };
  if (operation.operation !== OperationTypeNode.SUBSCRIPTION) {
    noteCost(contextValue, cost);
    const result = await finishAnswer(args, await execute(args), logger);
    begin();
    writer.next(result);
    return writer.complete();
  }
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) {
    const result = await finishAnswer(args, source, logger);
    begin();
    writer.next(result);
    return writer.complete();
  }
  if (!(source instanceof LiveStream)) throw new Error('a subscription follows a LiveStream');
  const { query } = request.body as { query: string };
  const asked = { query, document, operation, operationName, variables };
  const answers = followers.follow({
    stream: source,
    key: shareKey(source.name, asked, contextValue.actor),
    answer: async (event) => finishAnswer(args, await execute({ ...args, rootValue: event }), logger),
    tell: writer.tell,
  });
  response.once('close', () => void answers.return?.());
  begin();
  for await (const result of answers) writer.next(result);
  writer.complete();
}

interface Writer {
  readonly next: (result: FormattedExecutionResult) => void;
  /** What is told to many: its text is there already. */
  readonly tell: (told: Told) => void;
  readonly complete: () => void;
}

function createWriter(response: Response): Writer {
  let overSince: number | null = null;
  const write = (data: string | Buffer) => {
    if (response.writableEnded || response.destroyed) return;
    const now = performance.now();
    overSince = response.writableLength > LIMITS.unreadBytes ? (overSince ?? now) : null;
    // Whoever does not read is let go of, and goes on from its cursor: nobody else waits for it.
    if (overSince !== null && now - overSince > GRACE_MS) return void response.destroy();
    response.cork();
    response.write('event: next\ndata: ');
    response.write(data);
    response.write('\n\n');
    response.uncork();
  };
  return {
    next: (result) => write(JSON.stringify(result)),
    tell: (told) => write(told.answer),
    complete: () => {
      if (!response.writableEnded && !response.destroyed) response.end('event: complete\ndata: \n\n');
    },
  };
}

function refuseFor(response: Response, error: unknown, logger: Logger): void {
  if (response.headersSent) return void response.destroy();
  if (error instanceof QuotaSpent) {
    response.set('Retry-After', String(error.waitSeconds));
    return refuse(response, 'LIMIT_RATE', error.message);
  }
  const original = error as Error;
  const plain = formatError(logger, new GraphQLError(original.message).toJSON(), original);
  response.status(statusOf(plain.extensions?.['code'])).json({ errors: [plain] });
}
