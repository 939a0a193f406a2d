import { randomBytes } from 'node:crypto';
import { appendAudit } from '../audit/append-audit.js';
import type { Sql } from '../database/sql.js';

/** The name of one life of a stream; it begins every cursor. */
export function newEpoch(): string {
  return randomBytes(4).toString('hex');
}

/**
 * Gives the streams of data that were restored, copied or taken over by a standby a new epoch: from cursors of the life
 * before nobody goes on as if nothing had happened, everybody is sent a new picture. Call it in a transaction.
 * @param always also those whose data do not show it: a folder that was put back as it had been looks like itself
 * @returns the regions whose streams began another life
 */
export async function beginNewLives(sql: Sql, now: Date, always = false): Promise<string[]> {
  const streams = await sql.rows<{ region_code: string }>(
    `select region_code from stream_head where $1 or life <> stream_life() order by region_code for update`,
    [always],
  );
  for (const { region_code: regionCode } of streams) {
    await sql.rows(`update stream_head set epoch = $2, life = stream_life() where region_code = $1`, [
      regionCode,
      newEpoch(),
    ]);
    await appendAudit(sql, regionCode, {
      ...{ at: now, actor: { kind: 'SYSTEM', id: 'pantau' }, action: 'newEpoch' },
      ...{ outcome: 'DONE', detail: null },
    });
  }
  return streams.map(({ region_code }) => region_code);
}
