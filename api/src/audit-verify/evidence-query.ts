/** A table of evidence as the verifier reads it: what its line holds, in SQL, and where it is covered. */
interface Table {
  /** The name in the line; of rows that are decided on later, each half has one. */
  readonly name: string;
  readonly table: string;
  readonly key: string;
  /** Which column names the command. */
  readonly recordedIn: string;
  readonly columns: readonly string[];
  /** Which rows have this half. */
  readonly where?: string;
  /** Texts that may be erased, beside their salt and commitment. */
  readonly texts?: {
    readonly salt: string;
    readonly commitment: string;
    readonly columns: readonly string[];
  };
}

const micros = (column: string) => `(extract(epoch from ${column}) * 1000000)::bigint::text`;
const millionths = (column: string) => `trim_scale(${column} * 1000000)::text`;
const hex = (column: string) => `encode(${column}, 'hex')`;

const recorded = { key: 'id', recordedIn: 'recorded_in' } as const;

const TABLES: readonly Table[] = [
  {
    ...{ ...recorded, name: 'assignment', table: 'assignment' },
    columns: [
      'employee_id',
      'unit_id',
      'position_title',
      'kind',
      'starts_on::text',
      'ends_on::text',
      micros('recorded_at'),
      'recorded_by',
    ],
  },
  {
    ...{ ...recorded, name: 'complaint', table: 'complaint' },
    columns: [
      'unit_id',
      'class',
      'channel',
      'naming',
      micros('filed_at'),
      'filed_by',
      'respond_by::text',
      'due_on::text',
      hex('tracking_hash'),
      hex('words_commitment'),
    ],
    texts: { salt: 'words_salt', commitment: 'words_commitment', columns: ['text'] },
  },
  {
    ...{ name: 'complaint_answer', table: 'complaint', key: 'id', recordedIn: 'answered_in' },
    columns: [micros('answered_at'), 'answered_by', hex('answer_commitment')],
    where: `num_nonnulls(answered_at, answered_by, answer, answer_commitment) > 0`,
    texts: { salt: 'answer_salt', commitment: 'answer_commitment', columns: ['answer'] },
  },
  {
    ...{ ...recorded, name: 'confirmation', table: 'confirmation' },
    columns: [
      'employee_id',
      'period_code',
      'work_rating',
      'behaviour_rating',
      'predicate',
      'note',
      'appraiser_id',
      'proposed',
      'proposed_work_rating',
      'proposed_behaviour_rating',
      millionths('score_value'),
      'policy_version',
      'supersedes_id',
      micros('recorded_at'),
      'recorded_by',
    ],
  },
  {
    ...{ ...recorded, name: 'contest', table: 'contest' },
    columns: [
      'observation_id',
      'employee_id',
      'period_code',
      'indicator_id',
      'reason',
      'to_json(evidence)',
      'due_on::text',
      micros('recorded_at'),
      'recorded_by',
    ],
  },
  {
    ...{ name: 'correction_answer', table: 'correction_request', key: 'id', recordedIn: 'answered_in' },
    columns: ['decision', micros('answered_at'), 'answered_by', hex('note_commitment')],
    where: `num_nonnulls(decision, answered_at, answered_by, note, note_commitment) > 0`,
    texts: { salt: 'note_salt', commitment: 'note_commitment', columns: ['note'] },
  },
  {
    ...{ ...recorded, name: 'correction_request', table: 'correction_request' },
    columns: [
      'employee_id',
      'about',
      micros('requested_at'),
      'requested_by',
      micros('due_at'),
      hex('words_commitment'),
    ],
    texts: { salt: 'words_salt', commitment: 'words_commitment', columns: ['text', 'wanted'] },
  },
  {
    ...{ ...recorded, name: 'forum_entry', table: 'forum_entry' },
    columns: [
      'session_id',
      'part',
      'device_id',
      'seq',
      micros('taken_at'),
      micros('device_at'),
      micros('received_at'),
      'sent_by',
      'amends',
      hex('words_commitment'),
    ],
    texts: { salt: 'words_salt', commitment: 'words_commitment', columns: ['said', 'reason'] },
  },
  {
    ...{ ...recorded, name: 'forum_minutes', table: 'forum_minutes' },
    columns: [
      'session_id',
      'version',
      hex('sha256'),
      hex(`sha256(convert_to(content, 'UTF8'))`),
      micros('made_at'),
    ],
  },
  {
    ...{ ...recorded, name: 'leave', table: 'leave' },
    columns: ['employee_id', 'starts_on::text', 'ends_on::text', micros('recorded_at'), 'recorded_by'],
  },
  {
    ...{ ...recorded, name: 'period_change', table: 'period_change' },
    columns: ['period_code', 'state', 'reason', 'changed_by', micros('recorded_at')],
  },
  {
    ...{ ...recorded, name: 'reporting_line', table: 'reporting_line' },
    columns: ['employee_id', 'appraiser_id', 'starts_on::text', micros('recorded_at'), 'recorded_by'],
  },
  {
    ...{ ...recorded, name: 'role_grant', table: 'role_grant' },
    columns: ['account_id', 'role', 'unit_id', micros('granted_at'), 'granted_by'],
  },
  {
    ...{ name: 'role_grant_revoked', table: 'role_grant', key: 'id', recordedIn: 'revoked_in' },
    columns: [micros('revoked_at'), 'revoked_by'],
    where: 'num_nonnulls(revoked_at, revoked_by) > 0',
  },
  {
    ...{ name: 'ruling', table: 'ruling', key: 'contest_id', recordedIn: 'recorded_in' },
    columns: [
      'decision',
      millionths('value'),
      'note',
      'ruled_by',
      'observation_id',
      micros('recorded_at'),
      'recorded_by',
    ],
  },
  {
    ...{ name: 'scoring_policy', table: 'scoring_policy', key: 'version', recordedIn: 'recorded_in' },
    columns: ['based_on', 'numbers', 'note', micros('created_at'), 'created_by'],
  },
  {
    ...{ name: 'scoring_policy_decided', table: 'scoring_policy', key: 'version', recordedIn: 'decided_in' },
    columns: ['state', 'effective_from::text', micros('signed_at'), 'signed_by', 'signing_note'],
    where: `state <> 'DRAFT' or num_nonnulls(effective_from, signed_at, signed_by, signing_note) > 0`,
  },
  {
    ...{ ...recorded, name: 'target_version', table: 'target_version' },
    columns: [
      'employee_id',
      'period_code',
      'indicator_id',
      millionths('weight'),
      millionths('floor_value'),
      millionths('target_value'),
      millionths('stretch_value'),
      millionths('ceiling_value'),
      'role',
      micros('recorded_at'),
    ],
  },
];

function rowsOf({ name, table, key, recordedIn, columns, where = 'true', texts }: Table): string {
  const words =
    texts === undefined
      ? ['null', 'null', 'null']
      : [hex(texts.salt), hex(texts.commitment), `json_build_array(${texts.columns.join(', ')})::text`];
  return `select region_code, ${recordedIn} as recorded_in, '${name}' as name, ${key}::text as key,
      json_build_array('${name}', ${key}, ${columns.join(', ')})::text as line,
      ${words[0]} as salt, ${words[1]} as commitment, ${words[2]} as texts
    from ${table} where region_code = $1 and (${where})`;
}

/** All rows of evidence of a region beside its observations, in the order in which their entries cover them. */
export const EVIDENCE_QUERY = `select e.seq::text, r.recorded_in::text, r.name, r.key, r.line, r.salt, r.commitment, r.texts
  from (${TABLES.map(rowsOf).join('\n union all ')}) r
  left join audit_entry e on e.region_code = r.region_code and e.id = r.recorded_in and e.record_count > 0
  order by e.seq nulls last, r.name collate "C", r.key collate "C"`;
