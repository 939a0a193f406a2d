import type { EntityManager } from '@mikro-orm/postgresql';
import { instant, sqlOf } from '../../platform/database/sql.js';
import type { Look } from '../../domain/privacy/look-sentence.js';

/** What one actor looked at on one day, of whoever asks. */
export interface DayOfLooks extends Look {
  /** 'YYYY-MM-DD' in Asia/Jakarta. */
  readonly day: string;
  readonly actorId: string;
  readonly firstAt: Date;
  readonly lastAt: Date;
}

/** Where a page of looks ends. */
export interface LookPlace {
  readonly day: string;
  readonly actorId: string;
}

/** Who looked at the data of whoever the connection acts for: the database itself gives nobody else's. */
export interface LookStore {
  /** The latest day first. */
  atMe(before: LookPlace | null, limit: number): Promise<DayOfLooks[]>;
  /** The names of those who stand in the trail; empty for all but auditors. */
  actors(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export interface HasLooks {
  readonly looks: LookStore;
}

export function createLookStore(em: EntityManager): LookStore {
  const sql = sqlOf(em);
  return {
    async atMe(before, limit) {
      const rows = await sql.rows<LookRow>(
        'select day::text as day, actor_kind, actor_id, looks, first_at, last_at, fields, seen_as, purposes, name from looks_at_me($1, $2, $3)',
        [before?.day ?? null, before?.actorId ?? null, limit],
      );
      return rows.map((row) => ({
        day: row.day,
        actorKind: row.actor_kind,
        actorId: row.actor_id,
        count: row.looks,
        firstAt: instant(row.first_at),
        lastAt: instant(row.last_at),
        fields: row.fields,
        seenAs: row.seen_as,
        purposes: row.purposes,
        name: row.name,
      }));
    },
    async actors(ids) {
      const rows = await sql.rows<{ id: string; name: string }>('select id, name from audited_actors($1)', [
        [...new Set(ids)],
      ]);
      return new Map(rows.map(({ id, name }) => [id, name]));
    },
  };
}

interface LookRow {
  readonly day: string;
  readonly actor_kind: string;
  readonly actor_id: string;
  readonly looks: number;
  readonly first_at: string;
  readonly last_at: string;
  readonly fields: string[];
  readonly seen_as: string[];
  readonly purposes: string[];
  readonly name: string | null;
}
