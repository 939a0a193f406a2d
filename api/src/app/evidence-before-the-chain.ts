import { evidenceLine, type Evidence } from '../platform/audit/evidence-line.js';
import { BEFORE_THE_CHAIN, type RecordLine } from '../platform/audit/trail.js';
import type { Sql } from '../platform/database/sql.js';

const micros = (column: string) => `(extract(epoch from ${column}) * 1000000)::bigint::text`;
const millionths = (column: string) => `trim_scale(${column} * 1000000)::text`;
const RECORDED = `${micros('recorded_at')}, recorded_by`;

/** The tables that there were before the chain, in the order in which it covers them: key, other columns, which rows. */
const TABLES: readonly (readonly [name: Evidence, key: string, columns: string, where?: string])[] = [
  [
    'assignment',
    'id',
    `employee_id, unit_id, position_title, kind, starts_on::text, ends_on::text, ${RECORDED}`,
  ],
  [
    'confirmation',
    'id',
    `employee_id, period_code, work_rating, behaviour_rating, predicate, note, appraiser_id, proposed, proposed_work_rating,
     proposed_behaviour_rating, ${millionths('score_value')}, policy_version, supersedes_id, ${RECORDED}`,
  ],
  [
    'contest',
    'id',
    `observation_id, employee_id, period_code, indicator_id, reason, evidence, due_on::text, ${RECORDED}`,
  ],
  ['leave', 'id', `employee_id, starts_on::text, ends_on::text, ${RECORDED}`],
  ['period_change', 'id', `period_code, state, reason, changed_by, ${micros('recorded_at')}`],
  ['reporting_line', 'id', `employee_id, appraiser_id, starts_on::text, ${RECORDED}`],
  ['ruling', 'contest_id', `decision, ${millionths('value')}, note, ruled_by, observation_id, ${RECORDED}`],
  ['scoring_policy', 'version', `based_on, numbers, note, ${micros('created_at')}, created_by`],
  [
    'scoring_policy_decided',
    'version',
    `state, effective_from::text, ${micros('signed_at')}, signed_by, signing_note`,
    `state <> 'DRAFT'`,
  ],
  [
    'target_version',
    'id',
    `employee_id, period_code, indicator_id, ${millionths('weight')}, ${millionths('floor_value')},
     ${millionths('target_value')}, ${millionths('stretch_value')}, ${millionths('ceiling_value')}, role,
     ${micros('recorded_at')}`,
  ],
];

/** Rows that one statement reads. */
const SLICE = 5_000;

/** The lines of the evidence beside observations from before the audit chain, in the order in which it covers them. */
export async function* evidenceBeforeTheChain(sql: Sql, regionCode: string): AsyncGenerator<RecordLine[]> {
  for (const [name, key, columns, where = 'true'] of TABLES) {
    const [table, command] =
      name === 'scoring_policy_decided' ? ['scoring_policy', 'decided_in'] : [name, 'recorded_in'];
    for (let after: string | null = null; ;) {
      const rows: { key: string; values: unknown[] }[] = await sql.rows(
        `select ${key}::text as key, json_build_array(${columns}) as values from ${table}
         where region_code = $1 and ${command} = $2 and (${where})
           and ($3::text is null or ${key}::text collate "C" > $3)
         order by ${key}::text collate "C" limit $4`,
        [regionCode, BEFORE_THE_CHAIN, after, SLICE],
      );
      if (rows.length === 0) break;
      yield rows.map((row) => evidenceLine(name, row.key, row.values));
      after = rows.at(-1)!.key;
    }
  }
}
