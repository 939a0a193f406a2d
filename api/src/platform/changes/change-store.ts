import type { Sql } from '../database/sql.js';
import { readHead, readLatestChanges, readRecordedAt, type Change } from './change-log.js';
import type { Position } from './cursor.js';

/** What rooms may ask about the change stream of one region. */
export interface ChangeStore {
  /** Where the stream ends now; null for a region that does not exist. */
  head(): Promise<Position | null>;
  /** When the change at this offset was recorded; null where there is none. */
  recordedAt(offset: bigint): Promise<Date | null>;
  /** The newest changes of one kind, newest first. */
  latest(kind: 'UnitScoresChanged', limit: number): Promise<Change[]>;
}

export interface HasChanges {
  readonly changes: ChangeStore;
}

export function createChangeStore(sql: Sql, regionCode: string): ChangeStore {
  return {
    head: () => readHead(sql, regionCode),
    recordedAt: (offset) => readRecordedAt(sql, regionCode, offset),
    latest: (kind, limit) => readLatestChanges(sql, regionCode, kind, limit),
  };
}
