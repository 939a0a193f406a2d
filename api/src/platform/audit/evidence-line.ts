import { canonicalJson } from './canonical-json.js';
import type { RecordLine } from './trail.js';

/**
 * Tables beside the observations whose rows are evidence. A row that is decided on later, once, has a second line for
 * that, which belongs to the entry of whoever decided.
 */
export type Evidence =
  | 'assignment'
  | 'complaint'
  | 'complaint_answer'
  | 'confirmation'
  | 'contest'
  | 'correction_answer'
  | 'correction_request'
  | 'forum_entry'
  | 'forum_minutes'
  | 'leave'
  | 'period_change'
  | 'reporting_line'
  | 'role_grant'
  | 'role_grant_revoked'
  | 'ruling'
  | 'scoring_policy'
  | 'scoring_policy_decided'
  | 'target_version';

/**
 * A row as the audit entry of its command covers it: canonical JSON of the table, the key and all other columns in
 * their order in the table. Moments are microseconds since 1970 and amounts are millionths, both as text.
 */
export function evidenceLine(table: Evidence, key: string, values: readonly unknown[]): RecordLine {
  return { table, id: key, line: canonicalJson([table, key, ...values]) };
}
