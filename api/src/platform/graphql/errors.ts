import { randomUUID } from 'node:crypto';
import { isSpanContextValid, trace } from '@opentelemetry/api';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { Denied } from '../auth/denied.js';
import { loggedMessage } from '../logged-message.js';
import type { Logger } from '../logger.js';

/** What a code means: when it comes, and who can mend it. `schema/README.md` prints this table. */
export interface ErrorMeaning {
  readonly when: string;
  readonly mend: string;
}

/** The closed list of `extensions.code`. Whatever is not on it leaves as INTERNAL. */
export const ERRORS = {
  BAD_REQUEST: {
    when: 'the request is no POST of JSON with a `query`, or no message of `graphql-transport-ws`',
    mend: 'whoever wrote the client',
  },
  PARSE_FAILED: { when: 'the query is no GraphQL; the message says where', mend: 'whoever wrote the query' },
  VALIDATION_FAILED: {
    when: 'the query does not fit the schema, or the document holds several operations and `operationName` names none',
    mend: 'whoever wrote the query',
  },
  BAD_INPUT: {
    when: 'a value has the wrong form, is too long or too deep, or has a reserved key; the message says what it takes',
    mend: 'whoever sent it: correct the value and send it again',
  },
  LIMIT_SIZE: {
    when: 'a body or a message has more than 64 KiB',
    mend: 'the sender: ask for less at a time',
  },
  LIMIT_TOKENS: { when: 'a query has more than 1,000 tokens', mend: 'whoever wrote the query' },
  LIMIT_DEPTH: { when: 'fields stand more than 10 deep in each other', mend: 'whoever wrote the query' },
  LIMIT_ALIASES: {
    when: 'more than 15 fields get another name, or a question about the schema does',
    mend: 'whoever wrote the query',
  },
  LIMIT_DIRECTIVES: { when: 'a document has more than 20 directives', mend: 'whoever wrote the query' },
  LIMIT_COST: {
    when: 'a query asks for more than 5,000 objects, or has more than 5 fields at the top',
    mend: 'the sender: take a smaller page, or ask in several requests',
  },
  LIMIT_RATE: {
    when: 'too many requests or messages came within two seconds, or too many wrong tracking codes',
    mend: 'the sender: wait as long as `Retry-After` says, or a few seconds',
  },
  LIMIT_SUBSCRIPTIONS: {
    when: 'more than 20 operations are under way on one socket',
    mend: 'the sender: complete some first',
  },
  UNAUTHENTICATED: { when: 'it takes somebody who is signed in', mend: 'the sender: sign in' },
  FORBIDDEN: {
    when: 'the one who asks may not see or do this, or the page is of another site',
    mend: 'regional HR, who gives the roles',
  },
  NOT_FOUND: { when: 'there is nothing of this name, or nothing that one may see', mend: 'the sender' },
  CONFLICT: {
    when: 'somebody else changed the same thing meanwhile',
    mend: 'the sender: read it again and decide again',
  },
  IDEMPOTENCY_CONFLICT: {
    when: 'a key was used before, with another input',
    mend: 'the sender: make a new key for a new wish',
  },
  RESYNC_REQUIRED: {
    when: 'a place in the stream of changes cannot be reached change by change',
    mend: 'the client: take a new snapshot and follow from there',
  },
  UNAVAILABLE: {
    when: 'the data cannot be reached just now',
    mend: 'nobody needs to: send it again with the same key in a few seconds',
  },
  TIMEOUT: {
    when: 'a statement took longer than 5 seconds, an operation longer than 10, or the request did not come whole',
    mend: 'the sender: ask for less; a mutation is sent again with the same key',
  },
  INTERNAL: { when: 'our mistake', mend: 'us: tell us the `correlationId`' },
} as const satisfies Record<string, ErrorMeaning>;

export type ErrorCode = keyof typeof ERRORS;

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERRORS, code);
}

/** The HTTP status of a request that was refused before it was executed. */
export function statusOf(code: unknown): number {
  switch (code) {
    case 'LIMIT_SIZE':
      return 413;
    case 'LIMIT_RATE':
      return 429;
    case 'UNAUTHENTICATED':
      return 401;
    case 'FORBIDDEN':
      return 403;
    case 'UNAVAILABLE':
    case 'TIMEOUT':
      return 503;
    default:
      return 400;
  }
}

/** What Apollo Server and graphql-js call the same things. */
const RENAMED: Record<string, ErrorCode> = {
  GRAPHQL_PARSE_FAILED: 'PARSE_FAILED',
  GRAPHQL_VALIDATION_FAILED: 'VALIDATION_FAILED',
  BAD_USER_INPUT: 'BAD_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'VALIDATION_FAILED',
  PERSISTED_QUERY_NOT_SUPPORTED: 'BAD_REQUEST',
};

/** SQLSTATE classes that mean: the database cannot be used just now; the same request may go through later. */
const AWAY = /^(08|53|57P0|40)/;
/** What the operating system says when nobody listens any more. */
const UNREACHABLE = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT']);
/** What the driver says, without any code, of a connection that is gone or did not come about. */
const CONNECTION_GONE =
  /^(Connection terminated( unexpectedly| due to connection timeout)?|timeout exceeded when trying to connect|Client (has encountered a connection error|was closed) and is not queryable)$/;
const STATEMENT_TIMEOUT = '57014';
/** A text with a null byte, which PostgreSQL cannot keep (22021), nor read as part of a message (08P01). */
const NULL_BYTE = new Set(['22021', '08P01']);

const SUGGESTION = / ?Did you mean .*\?$/;

/** graphql-js repeats a wrong value whole, however long and however personal; the place and the reason are enough. */
const REPEATED_VALUE = /got invalid value [\s\S]*?(?: at ("[\w.[\]]+"))?; (?=[A-Z])/;
/** The same for values that stand in the document itself, and for what scalars say of a wrong value. */
const REPEATED_ELSEWHERE: readonly (readonly [RegExp, string])[] = [
  [/^(Expected value of type "[^"]+"), found [\s\S]*$/, '$1, found another value.'],
  [/found (String|BlockString|Int|Float) "?[\s\S]*$/, 'found a value of the kind $1.'],
  [/cannot represent ([\w- ]+): [\s\S]*$/, 'cannot represent $1.'],
  [/(is not a valid [\w-]+): [\s\S]*$/, '$1.'],
  [/Value "[\s\S]*" does not exist in/, 'The value does not exist in'],
];
/** What Apollo Server puts before what is found out about a request before it is looked at. */
const CONTEXT = /^Context creation failed: /;
const LONGEST_MESSAGE = 400;
/** A circle of a hundred fragments has a hundred places; the first show where to look. */
const MOST_LOCATIONS = 3;

function plainMessage(message: string): string {
  const placed = message.replace(REPEATED_VALUE, (_whole, place?: string) =>
    place === undefined ? 'is wrong; ' : `is wrong at ${place}; `,
  );
  return REPEATED_ELSEWHERE.reduce((text, [value, plain]) => text.replace(value, plain), placed)
    .replace(SUGGESTION, '')
    .replace(CONTEXT, '')
    .slice(0, LONGEST_MESSAGE);
}

/** Where it was thrown, without its message, which a stack begins with. */
function framesOf(error: unknown): string | undefined {
  return (error as Error | undefined)?.stack
    ?.split('\n')
    .filter((line) => /^ +at /.test(line))
    .join('\n');
}

/** The error that a resolver or a stream threw, under what GraphQL has wrapped around it. */
function innermost(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError !== undefined
    ? innermost(error.originalError)
    : error;
}

/** Who counts errors. Whatever transport it is, they are made in one place, below, or refused at a door. */
const listeners = new Set<(code: string) => void>();

/** Counts an error that is told to a client and was not made by `formatError`. */
export function noteError(code: string): void {
  for (const listen of listeners) listen(code);
}

/** Calls `listen` with the code of each error that is told to a client; gives how it ends. */
export function onErrorTold(listen: (code: string) => void): () => void {
  listeners.add(listen);
  return () => void listeners.delete(listen);
}

/** Turns any error into one with a code of the closed list; what we did not expect is masked and logged. */
export function formatError(
  logger: Logger,
  formatted: GraphQLFormattedError,
  error: unknown,
): GraphQLFormattedError {
  const told = codedError(logger, formatted, error);
  noteError(String(told.extensions?.['code']));
  return told;
}

function codedError(logger: Logger, formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { locations, path } = formatted;
  const where = {
    ...(locations && { locations: locations.slice(0, MOST_LOCATIONS) }),
    ...(path && { path }),
  };
  const original = innermost(error);
  if (original instanceof Denied) {
    return { ...where, message: original.message, extensions: { code: original.code } };
  }
  const own = original instanceof GraphQLError ? original.extensions.code : undefined;
  const given = own ?? formatted.extensions?.code;
  const code = typeof given === 'string' ? (RENAMED[given] ?? given) : undefined;
  if (code !== undefined && code !== 'INTERNAL' && isErrorCode(code)) {
    // Ours alone says what a program is to do instead.
    const resync = original instanceof GraphQLError ? original.extensions['resync'] : undefined;
    return {
      ...where,
      message: plainMessage(formatted.message),
      extensions: { code, ...(resync !== undefined && { resync }) },
    };
  }
  const state = (original as { code?: unknown } | undefined)?.code;
  if (typeof state === 'string' && NULL_BYTE.has(state)) {
    return { ...where, message: 'A text has no null bytes.', extensions: { code: 'BAD_INPUT' } };
  }
  const correlationId = newCorrelationId();
  logger.error(
    { correlationId, error: plainMessage(loggedMessage(original)), stack: framesOf(original), state },
    'request failed',
  );
  if (typeof state === 'string' && state === STATEMENT_TIMEOUT) {
    return {
      ...where,
      message: 'This took too long and was stopped. Ask for less at a time.',
      extensions: { code: 'TIMEOUT', correlationId },
    };
  }
  if (isAway(original)) {
    return {
      ...where,
      message: 'The data cannot be reached just now. Try again with the same key in a few seconds.',
      extensions: { code: 'UNAVAILABLE', correlationId },
    };
  }
  return {
    ...where,
    message: 'Something went wrong on our side.',
    extensions: { code: 'INTERNAL', correlationId },
  };
}

/** Under what the trouble is found in the log: the trace that it happened in, where there is one. */
export function newCorrelationId(): string {
  const span = trace.getActiveSpan()?.spanContext();
  return span !== undefined && isSpanContextValid(span) ? span.traceId : randomUUID();
}

/** Whether the database could not be reached, or went away in the middle: nobody knows whether it was done. */
function isAway(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code === 'string') return AWAY.test(code) || UNREACHABLE.has(code);
  return typeof message === 'string' && CONNECTION_GONE.test(message);
}
