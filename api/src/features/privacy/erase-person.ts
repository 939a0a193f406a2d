import { eraseWords } from '../observations/erase-words.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { micros } from '../../platform/audit/canonical-json.js';
import { eraseDetails } from '../../platform/audit/erase-details.js';
import { evidenceLine } from '../../platform/audit/evidence-line.js';
import { beginTrail, type Trail } from '../../platform/audit/trail.js';
import type { Sql } from '../../platform/database/sql.js';

/** Why nothing was erased: nobody has this id, or they are in service. */
export type NotErased = 'EMPLOYEE_UNKNOWN' | 'EMPLOYEE_ACTIVE';

/** What was erased, in rows. */
export interface Erased {
  /** Looks at this person alone, and what the own sign-ins left. */
  readonly auditDetails: number;
  /** Observations whose free texts went. */
  readonly observations: number;
  readonly correctionRequests: number;
  readonly accounts: number;
  readonly sessions: number;
  readonly answers: number;
}

/** Who erases. */
const BY = 'command-line';
/** Stands where a name was. */
const ERASED_NAME = '(dihapus · erased)';

/**
 * Erases what may be erased of somebody who has left: free texts about them, what the trail tells of them, requests to
 * correct, and the account with all that signs in. Scores, predicates, objections and the record of employment stay: the
 * law keeps them. The audit chain verifies as before, and has an entry of its own that says so.
 *
 * What the trail tells of several people at once stays until its time is over: it is also theirs to know who looked.
 * Call it in a transaction, at its end.
 */
export async function erasePerson(
  sql: Sql,
  regionCode: string,
  employeeId: string,
  now: Date,
): Promise<Erased | NotErased> {
  const [employee] = await sql.rows<{ active: boolean }>(
    'select active from employee where region_code = $1 and id = $2 for share',
    [regionCode, employeeId],
  );
  if (employee === undefined) return 'EMPLOYEE_UNKNOWN';
  if (employee.active) return 'EMPLOYEE_ACTIVE';
  const accounts = await sql.rows<{ id: string }>(
    'select id from account where region_code = $1 and employee_id = $2',
    [regionCode, employeeId],
  );
  const accountIds = accounts.map(({ id }) => id);
  const observations = await eraseWords(sql, regionCode, employeeId);
  const correctionRequests = await sql.rows(
    `update correction_request set text = null, wanted = null, note = null, words_salt = null, note_salt = null
     where region_code = $1 and employee_id = $2 and text is not null returning 1`,
    [regionCode, employeeId],
  );
  // Of files that name this person only these few days are left anyway.
  await sql.rows('delete from import_row where region_code = $1 and subject_id = $2', [
    regionCode,
    employeeId,
  ]);
  const trail = beginTrail();
  const { sessions, answers } = await eraseAccounts(sql, regionCode, accountIds, now, trail);
  const auditDetails = await eraseDetails(
    sql,
    regionCode,
    await detailsAbout(sql, regionCode, employeeId, accountIds),
  );
  const erased: Erased = {
    auditDetails,
    observations,
    correctionRequests: correctionRequests.length,
    accounts: accountIds.length,
    sessions,
    answers,
  };
  await appendAudit(
    sql,
    regionCode,
    {
      at: now,
      actor: { kind: 'COMMAND', id: BY },
      action: 'erase',
      outcome: 'DONE',
      detail: { told: { employeeId, ...erased }, subjects: [] },
    },
    trail,
  );
  return erased;
}

/** The account stays as a number, since commands and looks name it; nothing of it says any more who it was. */
async function eraseAccounts(
  sql: Sql,
  regionCode: string,
  accountIds: readonly string[],
  now: Date,
  trail: Trail,
) {
  await sql.rows(
    `update account set login = 'erased.' || id, name = $3, state = 'LOCKED', password_hash = null, second_factor = null,
       second_factor_on = false, second_factor_step = null, recovery_hashes = '{}', oidc_issuer = null, oidc_subject = null
     where region_code = $1 and id = any($2::uuid[])`,
    [regionCode, accountIds, ERASED_NAME],
  );
  const revoked = await sql.rows<{ id: string }>(
    `update role_grant set revoked_at = $3, revoked_by = $4, revoked_in = $5
     where region_code = $1 and account_id = any($2::uuid[]) and revoked_at is null returning id`,
    [regionCode, accountIds, now, BY, trail.id],
  );
  trail.cover(revoked.map(({ id }) => evidenceLine('role_grant_revoked', id, [micros(now), BY])));
  const sessions = await sql.rows(
    'delete from session where region_code = $1 and account_id = any($2::uuid[]) returning 1',
    [regionCode, accountIds],
  );
  await sql.rows('delete from one_time_code where region_code = $1 and account_id = any($2::uuid[])', [
    regionCode,
    accountIds,
  ]);
  const answers = await sql.rows(
    'delete from idempotency where region_code = $1 and actor_id = any($2::text[]) returning 1',
    [regionCode, accountIds],
  );
  await sql.rows('update access_version set version = version + 1 where region_code = $1', [regionCode]);
  return { sessions: sessions.length, answers: answers.length };
}

/** Entries that tell of this person and of nobody else, and what the person's own doings tell beside looks at others. */
async function detailsAbout(sql: Sql, regionCode: string, employeeId: string, accountIds: readonly string[]) {
  const rows = await sql.rows<{ seq: string }>(
    `select s.seq from audit_subject s where s.region_code = $1 and s.employee_id = $2 and not exists (
       select 1 from audit_subject o where o.region_code = s.region_code and o.seq = s.seq and o.employee_id <> $2)
     union
     select e.seq from audit_entry e where e.region_code = $1 and e.actor_id = any($3::text[])
       and e.detail_commitment is not null and not exists (
         select 1 from audit_subject o where o.region_code = e.region_code and o.seq = e.seq)`,
    [regionCode, employeeId, accountIds],
  );
  return rows.map(({ seq }) => BigInt(seq));
}
