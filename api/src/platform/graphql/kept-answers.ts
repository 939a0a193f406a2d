import type { DocumentNode, GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { localDate } from '../../domain/calendar.js';
import type { Scope } from '../../domain/access/scope.js';
import type { Look } from '../audit/tell-looks.js';
import type { Context } from './context.js';
import { checkKeepable, isKeepable, type Keepable } from './keepable.js';
import type { Admitted } from './limits-admission.js';

/** An answer as it was sent. */
export interface KeptAnswer {
  readonly body: Buffer;
  /** Whose personal data it holds; told each time that it is given. */
  readonly look: Look | null;
}

/** What an answer is kept under: who asked what, when the region's data stood where. */
export interface AnswerPlace {
  readonly key: string;
  /** Kept in memory under the number of the region's rights: another one means that rights may have moved. */
  readonly scope: Scope;
}

/**
 * Answers that follow from the data of a region alone, for as long as those do not change. Where the data stand is read
 * anew for each request, in the statement that finds out who asks; an answer is given again only where they stand as
 * they did then. So it is never older than what was committed before the request came, on whichever process.
 */
export interface KeptAnswers {
  /** Null: what is asked for may not be kept. */
  placeOf(query: string, admitted: Admitted, context: Context): AnswerPlace | null;
  get(place: AnswerPlace): KeptAnswer | null;
  keep(place: AnswerPlace, answer: KeptAnswer): void;
  /** How often an answer was given again, and how often there was none to give, since the process began. */
  readonly asked: { readonly hits: number; readonly misses: number };
}

/** A larger answer is not kept: it would push out hundreds of others. */
const LARGEST = 512 * 1024;
/** What an entry takes beside its texts, roughly. */
const OVERHEAD = 512;

interface Kept extends KeptAnswer {
  readonly scope: Scope;
}

/** @param bytes how much memory they may take; 0: none is kept */
export function createKeptAnswers(schema: GraphQLSchema, keepable: Keepable, bytes: number): KeptAnswers {
  checkKeepable(schema, keepable);
  const answers =
    bytes === 0
      ? null
      : new LRUCache<string, Kept>({
          maxSize: bytes,
          sizeCalculation: ({ body, look }, key) =>
            body.length + 2 * key.length + 4 * (look?.same.length ?? 0) + OVERHEAD,
        });
  const asked = { hits: 0, misses: 0 };
  const documents = new WeakMap<DocumentNode, Map<string | undefined, boolean>>();
  const mayKeep = ({ document, operation, operationName }: Admitted): boolean => {
    const known = documents.get(document) ?? new Map<string | undefined, boolean>();
    documents.set(document, known);
    const may = known.get(operationName) ?? isKeepable(schema, document, operation, keepable);
    known.set(operationName, may);
    return may;
  };
  return {
    asked,
    placeOf(query, admitted, { actor, now }) {
      const { kind, id, regionCode, credential, scope, dataStand } = actor;
      if (answers === null || dataStand === undefined || regionCode === null || !mayKeep(admitted))
        return null;
      const { operationName = '', variables } = admitted;
      const who = `${kind} ${id} ${String(credential?.enrolling)}`;
      const when = `${regionCode} ${dataStand} ${localDate(now())}`;
      return { key: [when, who, operationName, JSON.stringify(variables), query].join('\n'), scope };
    },
    get({ key, scope }) {
      const kept = answers?.get(key);
      const isThere = kept !== undefined && kept.scope === scope;
      asked[isThere ? 'hits' : 'misses'] += 1;
      return isThere ? kept : null;
    },
    keep({ key, scope }, answer) {
      if (answer.body.length <= LARGEST) answers?.set(key, { ...answer, scope });
    },
  };
}
