import type { Sql } from '../database/sql.js';
import {
  readChangesOf,
  readHead,
  readLatestChanges,
  readOldest,
  readRecordedAt,
  type Change,
  type ShownChange,
} from './change-log.js';
import type { Position } from './cursor.js';

/** What rooms may ask about the change stream of one region. */
export interface ChangeStore {
  /** Where the stream ends now; null for a region that does not exist. */
  head(): Promise<Position | null>;
  /** When the change at this offset was recorded; null where there is none. */
  recordedAt(offset: bigint): Promise<Date | null>;
  /** The newest changes of these kinds, newest first. */
  latest(kinds: readonly ShownChange[], limit: number): Promise<Change[]>;
  /** The changes of these kinds after one offset, up to another one inclusive, in commit order. */
  between(kinds: readonly string[], after: bigint, upTo: bigint): Promise<Change[]>;
  /** The first offset that is still kept; null where nothing was ever written. */
  oldest(): Promise<bigint | null>;
}

export interface HasChanges {
  readonly changes: ChangeStore;
}

export function createChangeStore(sql: Sql, regionCode: string): ChangeStore {
  return {
    head: () => readHead(sql, regionCode),
    recordedAt: (offset) => readRecordedAt(sql, regionCode, offset),
    latest: (kinds, limit) => readLatestChanges(sql, regionCode, kinds, limit),
    between: (kinds, after, upTo) => readChangesOf(sql, regionCode, kinds, after, upTo),
    oldest: () => readOldest(sql, regionCode),
  };
}
