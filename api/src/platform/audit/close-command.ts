import {
  appendChanges,
  CHANGE_TABLES,
  changeParameters,
  writeChange,
  type NewChange,
} from '../changes/change-log.js';
import type { Position } from '../changes/cursor.js';
import type { EagerSql } from '../database/sql.js';
import { slices } from '../slices.js';
import { auditParameters, auditTables } from './audit-entry.js';
import { digestChanges } from './digest-changes.js';
import type { Trail } from './trail.js';

/** What is left to be written at the end of a command that was done. */
export interface ClosedCommand {
  readonly regionCode: string;
  readonly verb: string;
  readonly actor: { readonly id: string; readonly kind: string };
  readonly key: string;
  readonly requestHash: string;
  /** What a retry is answered with, beside the place in the stream. */
  readonly value: object;
  readonly changes: readonly NewChange[];
  readonly trail: Trail;
  readonly now: Date;
}

/** Changes that one statement writes. */
const SLICE = 5_000;

/**
 * Writes the command's changes with gap-free offsets, its audit entry and its answer: one statement, where the changes
 * are not thousands. It locks the region's stream head and then its audit head until the commit, so that the order of
 * offsets and of entries is the order of commits: nothing comes after it in a transaction, and the commit is sent along
 * with it. A region without a stream or a chain has no answer to keep, which the table refuses.
 */
export async function closeCommand(sql: EagerSql, command: ClosedCommand): Promise<Position> {
  const { regionCode, actor, now } = command;
  const changes = command.changes.map(writeChange);
  const parts = [...slices(changes, SLICE)];
  const last = parts.pop() ?? [];
  for (const part of parts) {
    await appendChanges(sql, regionCode, part, actor.id, now);
  }
  const { id, count, digest, told } = command.trail.close();
  const detail = told === null ? null : { told, subjects: [] };
  const event = { at: now, actor, action: command.verb, outcome: 'DONE', detail } as const;
  const effect = {
    id,
    changesDigest: changes.length === 0 ? null : digestChanges(changes, actor.id, now),
    recordCount: count,
    recordDigest: digest,
  };
  const rows = await sql.last<{ epoch: string; head: string }>(CLOSE, [
    ...changeParameters(regionCode, last, actor.id, now),
    ...auditParameters(regionCode, event, effect),
    ...[changes.length, command.key, command.requestHash, JSON.stringify(command.value)],
  ]);
  const row = rows[0];
  if (row === undefined) throw new Error(`region ${regionCode} has no change stream`);
  return { epoch: row.epoch, offset: BigInt(row.head) };
}

const CLOSE = `with ${CHANGE_TABLES}, ${auditTables(8, {
  table: 'stream',
  first: 'case when $23::int > 0 then stream.head - $23::int + 1 end',
  last: 'case when $23::int > 0 then stream.head end',
  epoch: 'case when $23::int > 0 then stream.epoch end',
})}, answered as (
    insert into idempotency (region_code, actor_id, key, verb, request_hash, answer, recorded_at)
    values ($1, $6, $24, $13, $25, (
      select jsonb_build_object('value', $26::jsonb, 'epoch', stream.epoch, 'offset', stream.head::text)
      from stream, audit
    ), $7)
  )
  select epoch, head from stream`;
