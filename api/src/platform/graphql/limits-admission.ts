import {
  getVariableValues,
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { costOf } from './limits-cost.js';
import { refuseLiterals, refuseValues } from './limits-input.js';
import { refusal } from './limits-refusal.js';
import {
  fragmentsOf,
  introspects,
  operationsOf,
  refuseRoots,
  refuseShape,
  type Fragments,
} from './limits-shape.js';
import { LIMITS, PARSE_LIMITS } from './limits.js';

/** A request as it came, over HTTP or over a websocket. */
export interface Asked {
  readonly query?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
  readonly extensions?: unknown;
}

/** A document that keeps every limit and is valid. */
export interface Admitted {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly operationName: string | undefined;
  readonly variables: Record<string, unknown>;
  readonly cost: number;
}

export type Admission = { readonly admitted: Admitted } | { readonly errors: readonly GraphQLError[] };

/**
 * Passes what may be executed, and says of everything else why not. The cheap questions come first: what is too
 * large, too deep or too often renamed never reaches the rules of the specification, whose work grows faster than
 * the document.
 */
export function admit(schema: GraphQLSchema, asked: Asked, mayIntrospect: boolean): Admission {
  const { query, operationName, variables, extensions } = asked;
  if (typeof query !== 'string' || query === '') return refused('BAD_REQUEST', 'query takes a GraphQL text.');
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') {
    return refused('BAD_REQUEST', 'operationName takes a text.');
  }
  if (!isMap(variables)) return refused('BAD_REQUEST', 'variables takes an object.');
  if (!isMap(extensions)) return refused('BAD_REQUEST', 'extensions takes an object.');
  if (extensions !== null && extensions !== undefined && Object.hasOwn(extensions, 'persistedQuery')) {
    return refused('BAD_REQUEST', 'Send the whole query: none are kept here under a hash.');
  }
  const wrongInput = refuseValues(variables) ?? refuseValues(extensions);
  if (wrongInput !== null) return { errors: [wrongInput] };

  const known = documentsOf(schema).get(query);
  const reading = known ?? readDocument(query);
  if ('errors' in reading) return reading;
  const { document, fragments } = reading;
  if (!mayIntrospect && introspects(document)) {
    return refused('UNAUTHENTICATED', 'Sign in to ask about the schema.');
  }
  // Editors send all that is written in them, and say which of it they mean.
  const operations = operationsOf(document);
  const meant = operations.filter(({ name }) => operationName == null || name?.value === operationName);
  const [operation] = meant;
  if (operation === undefined) {
    return refused('VALIDATION_FAILED', 'The document holds no such operation.');
  }
  if (meant.length > 1) {
    return refused('VALIDATION_FAILED', 'The document holds several operations: say which by operationName.');
  }
  const cost = costOf(schema, document, operation, variables ?? {});
  if (cost > LIMITS.cost) {
    return refused(
      'LIMIT_COST',
      `This query costs ${cost > 1e9 ? 'billions' : Math.round(cost)}; one query may cost ${LIMITS.cost}. ` +
        'Each object that it may give costs 1, so take a smaller first, or ask for less of each row. See "What a query costs" in schema/README.md.',
    );
  }
  if (known === undefined) {
    const errors = validate(schema, document, specifiedRules, { maxErrors: LIMITS.errors });
    if (errors.length > 0) return { errors: errors.slice(0, LIMITS.errors).map(invalid) };
    documentsOf(schema).set(query, reading);
  }
  const tooWide = refuseRoots(operation, fragments);
  if (tooWide !== null) return { errors: [tooWide] };
  // Here and not first when it is executed: not every executor gives these errors a code of its own.
  const given = variables ?? {};
  const { errors: wrongValues } = getVariableValues(schema, operation.variableDefinitions ?? [], given, {
    maxErrors: LIMITS.errors,
  });
  if (wrongValues !== undefined) return { errors: wrongValues.slice(0, LIMITS.errors).map(wrongValue) };
  return {
    admitted: { document, operation, operationName: operationName ?? undefined, variables: given, cost },
  };
}

/** A document that has the right shape; whether it fits the schema is another question. */
interface Reading {
  readonly document: DocumentNode;
  readonly fragments: Fragments;
}

function readDocument(query: string): Reading | { readonly errors: readonly GraphQLError[] } {
  let document: DocumentNode;
  try {
    document = parse(query, PARSE_LIMITS);
  } catch (error) {
    return { errors: [parseFailure(error)] };
  }
  const fragments = fragmentsOf(document);
  const wrong = refuseShape(document, fragments) ?? refuseLiterals(document);
  return wrong === null ? { document, fragments } : { errors: [wrong] };
}

/** So many are kept; the largest document that the limits let through takes some 300 KiB. */
const DOCUMENTS = 100;

const documents = new WeakMap<GraphQLSchema, LRUCache<string, Reading>>();

/** Documents that have passed before: the same program asks the same again, and thousands of walls hold one in memory. */
function documentsOf(schema: GraphQLSchema): LRUCache<string, Reading> {
  const kept = documents.get(schema) ?? new LRUCache<string, Reading>({ max: DOCUMENTS });
  documents.set(schema, kept);
  return kept;
}

function refused(code: Parameters<typeof refusal>[0], message: string): Admission {
  return { errors: [refusal(code, message)] };
}

function isMap(value: unknown): value is Record<string, unknown> | null | undefined {
  return value === undefined || value === null || (typeof value === 'object' && !Array.isArray(value));
}

const TOO_MANY_TOKENS = /contains more tha[nt] \d+ tokens/;

/** The parser throws nothing but its own errors, except where brackets stand deeper than its own stack. */
function parseFailure(error: unknown): GraphQLError {
  if (!(error instanceof GraphQLError)) return refusal('PARSE_FAILED', 'The query cannot be read.');
  return TOO_MANY_TOKENS.test(error.message)
    ? refusal('LIMIT_TOKENS', `The query has more than ${LIMITS.tokens} tokens.`)
    : coded(error, 'PARSE_FAILED');
}

function invalid(error: GraphQLError): GraphQLError {
  return error.extensions.code === undefined ? coded(error, 'VALIDATION_FAILED') : error;
}

function wrongValue(error: GraphQLError): GraphQLError {
  return coded(error, 'BAD_INPUT');
}

function coded(error: GraphQLError, code: Parameters<typeof refusal>[0]): GraphQLError {
  return new GraphQLError(error.message, {
    ...(error.nodes && { nodes: error.nodes }),
    extensions: { code },
  });
}
