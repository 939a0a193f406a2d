import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { Denied } from '../auth/denied.js';
import type { Logger } from '../logger.js';

/** The closed list of `extensions.code`. Whatever is not on it leaves as INTERNAL. */
export const ERROR_CODES = [
  'BAD_REQUEST',
  'PARSE_FAILED',
  'VALIDATION_FAILED',
  'BAD_INPUT',
  'LIMIT_SIZE',
  'LIMIT_DEPTH',
  'LIMIT_TOKENS',
  'LIMIT_RATE',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'UNAVAILABLE',
  'TIMEOUT',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

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
const STATEMENT_TIMEOUT = '57014';

const SUGGESTION = / ?Did you mean .*\?$/;

/** graphql-js repeats a wrong value whole, however long and however personal; the place and the reason are enough. */
const REPEATED_VALUE = /got invalid value [\s\S]*?(?: at ("[\w.[\]]+"))?; (?=[A-Z])/;
/** What Apollo Server puts before what is found out about a request before it is looked at. */
const CONTEXT = /^Context creation failed: /;
const LONGEST_MESSAGE = 400;

function plainMessage(message: string): string {
  return message
    .replace(REPEATED_VALUE, (_whole, place?: string) =>
      place === undefined ? 'is wrong; ' : `is wrong at ${place}; `,
    )
    .replace(SUGGESTION, '')
    .replace(CONTEXT, '')
    .slice(0, LONGEST_MESSAGE);
}

/** The error that a resolver or a stream threw, under what GraphQL has wrapped around it. */
function innermost(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError !== undefined
    ? innermost(error.originalError)
    : error;
}

/** Turns any error into one with a code of the closed list; what we did not expect is masked and logged. */
export function formatError(
  logger: Logger,
  formatted: GraphQLFormattedError,
  error: unknown,
): GraphQLFormattedError {
  const { locations, path } = formatted;
  const where = { ...(locations && { locations }), ...(path && { path }) };
  const original = innermost(error);
  if (original instanceof Denied) {
    return { ...where, message: original.message, extensions: { code: original.code } };
  }
  const own = original instanceof GraphQLError ? original.extensions.code : undefined;
  const given = own ?? formatted.extensions?.code;
  const code = typeof given === 'string' ? (RENAMED[given] ?? given) : undefined;
  if (code !== undefined && code !== 'INTERNAL' && (ERROR_CODES as readonly string[]).includes(code)) {
    return { ...where, message: plainMessage(formatted.message), extensions: { code } };
  }
  const correlationId = randomUUID();
  const state = (original as { code?: unknown } | undefined)?.code;
  logger.error(
    { correlationId, error: (original as Error)?.message, stack: (original as Error)?.stack, state },
    'request failed',
  );
  if (typeof state === 'string' && state === STATEMENT_TIMEOUT) {
    return {
      ...where,
      message: 'This took too long and was stopped. Ask for less at a time.',
      extensions: { code: 'TIMEOUT', correlationId },
    };
  }
  if (typeof state === 'string' && (AWAY.test(state) || UNREACHABLE.has(state))) {
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
