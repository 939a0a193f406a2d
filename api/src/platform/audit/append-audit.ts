import { prepared } from '../database/prepared.js';
import type { Sql } from '../database/sql.js';
import { auditParameters, auditTables, type AuditEvent } from './audit-entry.js';
import { beginTrail, type Trail } from './trail.js';

/**
 * Writes one entry that is no command: a look at personal data, a sign-in, something refused or denied. One statement,
 * which locks the region's audit head until the transaction ends; inside one, call it last.
 * @param trail rows of the record that were written with it; the entry covers them
 * @returns the entry's place in the region's chain
 */
export async function appendAudit(
  sql: Sql,
  regionCode: string,
  event: AuditEvent,
  trail: Trail = beginTrail(),
): Promise<bigint> {
  const { id, count, digest } = trail.close();
  const effect = { id, changesDigest: null, recordCount: count, recordDigest: digest };
  const rows = await sql.rows<{ seq: string }>(APPEND, auditParameters(regionCode, event, effect));
  const row = rows[0];
  if (row === undefined) throw new Error(`region ${regionCode} has no audit chain`);
  return BigInt(row.seq);
}

const APPEND = prepared(`with ${auditTables(1, null)} select seq from audit`);
