import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import {
  defaultFieldResolver,
  getNamedType,
  GraphQLError,
  GraphQLString,
  isObjectType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import type { Actor } from '../auth/actor.js';
import type { Page, PageInfo } from './connection.js';
import type { Context } from './context.js';

/** Enough of a hash that nobody finds another place with the same seal. */
const SEAL_BYTES = 16;

type Args = Readonly<Record<string, unknown>>;

/**
 * Seals the places in every list that pages: whoever gives one back gets the page after it only as the same actor, of
 * the same list with the same filters. A place that was made, changed or borrowed is BAD_INPUT, whatever it names.
 * Rooms go on writing and reading plain keys (`toPage`, `pageKey`); a list that comes later is sealed like the others.
 */
export function sealCursors(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const after = field.args.find(({ name }) => name === 'after');
      // The place in a change stream is a scalar of its own: it is no secret and outlives its reader.
      if (after !== undefined && getNamedType(after.type) === GraphQLString)
        sealList(field, `${type.name}.${field.name}`);
    }
  }
}

function sealList(field: GraphQLField<unknown, Context>, list: string): void {
  const inner = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args: Args, context, info) => {
    const place = placeOf(list, args, context.actor);
    const key = context.key('cursor');
    const plain =
      typeof args['after'] === 'string' ? { ...args, after: open(key, place, args['after']) } : args;
    const given: unknown = inner(source, plain, context, info);
    const sealed = (answer: unknown) => sealAnswer(answer, (cursor) => seal(key, place, cursor));
    return given instanceof Promise ? given.then(sealed) : sealed(given);
  };
}

/** What a place belongs to: the list, what was asked of it, and who asked. */
function placeOf(list: string, args: Args, { kind, id, regionCode }: Actor): string {
  const filters = Object.entries(args)
    .filter(([name, value]) => name !== 'after' && name !== 'first' && value !== undefined && value !== null)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([list, kind, regionCode, id, filters]);
}

function hashOf(key: KeyObject, place: string, cursor: string): Buffer {
  return createHmac('sha256', key).update(place).update('\0').update(cursor).digest().subarray(0, SEAL_BYTES);
}

function seal(key: KeyObject, place: string, cursor: string): string {
  return Buffer.concat([hashOf(key, place, cursor), Buffer.from(cursor)]).toString('base64url');
}

/** @throws GraphQLError BAD_INPUT */
function open(key: KeyObject, place: string, text: string): string {
  const sealed = Buffer.from(text, 'base64url');
  const cursor = sealed.subarray(SEAL_BYTES).toString('utf8');
  const ours =
    sealed.length > SEAL_BYTES &&
    // One spelling only: base64 has several for the same bytes.
    sealed.toString('base64url') === text &&
    timingSafeEqual(sealed.subarray(0, SEAL_BYTES), hashOf(key, place, cursor));
  if (ours) return cursor;
  throw new GraphQLError('after takes the endCursor of an earlier page of the same list.', {
    extensions: { code: 'BAD_INPUT' },
  });
}

/** The answer of a list is its page, or an object that holds the page beside what it says of the whole. */
function sealAnswer(answer: unknown, sealed: (cursor: string) => string): unknown {
  if (typeof answer !== 'object' || answer === null) return answer;
  if (isPage(answer)) return sealPage(answer, sealed);
  for (const [name, part] of Object.entries(answer)) {
    if (isPage(part)) (answer as Record<string, unknown>)[name] = sealPage(part, sealed);
  }
  return answer;
}

function isPage(value: unknown): value is Page<unknown> {
  return typeof value === 'object' && value !== null && 'edges' in value && 'pageInfo' in value;
}

function sealPage(
  page: Page<unknown>,
  sealed: (cursor: string) => string,
): Page<unknown> & { readonly pageInfo: PageInfo } {
  const { edges, pageInfo } = page;
  return {
    ...page,
    // Few ask for the place of each row: it is sealed where it is read.
    edges: edges.map(({ cursor, node }) => ({
      get cursor() {
        return sealed(cursor);
      },
      node,
    })),
    pageInfo: {
      hasNextPage: pageInfo.hasNextPage,
      hasPreviousPage: false,
      get startCursor() {
        return edges[0] === undefined ? null : sealed(edges[0].cursor);
      },
      endCursor: pageInfo.endCursor === null ? null : sealed(pageInfo.endCursor),
    },
  };
}
