import { PAGE_LIMIT } from './connection.js';

/**
 * One definition of each limit, used by HTTP and websocket alike; `schema/README.md` prints it. Bytes are bytes on
 * the wire, times milliseconds. Source: product choice, after the OWASP list for APIs (API4).
 */
export const LIMITS = {
  /** Bytes of a request's body, and of a websocket message. */
  bytes: 64 * 1024,
  /** Words, signs and texts of a document, as GraphQL's grammar cuts it. */
  tokens: 1_000,
  /** Fields inside of each other, fragments spread out. */
  depth: 10,
  /** The same for questions about the schema alone, which tools ask with long chains of `ofType`. */
  introspectionDepth: 16,
  /** Fields under another name, fragments spread out. */
  aliases: 15,
  /** Different names at the top of an operation. */
  rootFields: 5,
  directives: 20,
  /** Objects that an operation may ask for; `limits-cost.ts` says how they are counted. */
  cost: 5_000,
  /** Rows of one page. */
  page: PAGE_LIMIT,
  /** Values of a list in variables or in the document. */
  listItems: 200,
  /** Characters of one text in variables or in the document. */
  textLength: 10_000,
  /** Objects and lists inside of each other in variables or in the document. */
  inputDepth: 12,
  /** Errors that one answer lists. */
  errors: 10,
  /** The longest that an operation is waited for; a single statement is ended by the database after five seconds. */
  operationMs: 10_000,
  /** Operations under way on one socket. */
  subscriptions: 20,
  /** Queries and mutations of one socket that run side by side; the others wait. */
  atOnce: 2,
  /** Operations over HTTP of one principal that run side by side; the others wait. */
  principalAtOnce: 6,
  /** Fragments of one websocket message; a message of our size never needs more. */
  fragments: 64,
  /** Bytes that wait for a socket whose client does not read. */
  unreadBytes: 256 * 1024,
  /** Bytes of them that pile up before whoever follows something alone is waited for. */
  pileBytes: 64 * 1024,
  /** How long a message may wait for a socket whose client does not read. */
  unreadMs: 15_000,
} as const;

/**
 * What may be asked in a stretch of time: `points` in each window of `seconds`, so that `points` is also the burst.
 * Whoever is signed in is counted by person, everybody else by network. Many walls of one office share one
 * address, so a network's share is that of a large office.
 */
export const RATES = {
  /** Requests over HTTP of one principal. */
  principalRequests: { points: 2_000, seconds: 2 },
  /** Requests over HTTP of one network, signed in or not. */
  networkRequests: { points: 8_000, seconds: 2 },
  /** Messages of one socket: 30 a second, 60 at once. */
  socketMessages: { points: 60, seconds: 2 },
} as const;

/** How many sockets may be open at a time. */
export const SOCKETS = {
  perPrincipal: 20,
  perNetwork: 5_000,
} as const;

/** Options of graphql-js's parser. */
export const PARSE_LIMITS = { maxTokens: LIMITS.tokens };
