import type { EntityManager } from '@mikro-orm/postgresql';
import { amount, formatAmount } from '../../domain/amount.js';
import type { RulingDecision } from '../../domain/contest/accept-ruling.js';
import { micros } from '../../platform/audit/canonical-json.js';
import { evidenceLine } from '../../platform/audit/evidence-line.js';
import type { Trail } from '../../platform/audit/trail.js';
import { instant, sqlOf } from '../../platform/database/sql.js';
import type { EmployeePeriod } from '../indicators/indicator.store.js';
import type { ContestRow } from './contest.entity.js';
import type { RulingRow } from './ruling.entity.js';

/** A contest on its way into the record. */
export type NewContest = Omit<ContestRow, 'regionCode'>;

/** A ruling on its way into the record. */
export type NewRuling = Omit<RulingRow, 'regionCode'>;

/** What became of a contest. */
export interface Ruled {
  readonly decision: RulingDecision;
  /** Canonical; null but for AMENDED. */
  readonly value: string | null;
  readonly note: string;
  readonly ruledBy: string;
  /** The observation that took the place of the contested one; null where it stands. */
  readonly observationId: string | null;
  readonly recordedAt: Date;
}

/** A contest with its ruling; `dueOn` is the day, 'YYYY-MM-DD', by which somebody should have ruled. */
export interface Contested extends EmployeePeriod {
  readonly id: string;
  readonly observationId: string;
  readonly indicatorId: string;
  readonly reason: string;
  readonly evidence: readonly string[];
  readonly dueOn: string;
  readonly recordedAt: Date;
  /** Null while it is open. */
  readonly ruling: Ruled | null;
}

export interface ContestFilter {
  readonly periodCode: string | null;
  readonly employeeId: string | null;
  readonly openOnly: boolean;
}

/** What other rooms may ask about contests. Every answer is of one region. */
export interface ContestStore {
  get(id: string): Promise<Contested | null>;
  /** The contests of these observations: one at most for each. */
  ofObservations(observationIds: readonly string[]): Promise<Contested[]>;
  /** The contests of these employees in these periods that nobody has ruled on, oldest first. */
  openOf(pairs: readonly EmployeePeriod[]): Promise<Contested[]>;
  /** Newest first. */
  page(filter: ContestFilter, before: string | null, limit: number): Promise<Contested[]>;
  add(contest: NewContest): Promise<void>;
  rule(ruling: NewRuling): Promise<void>;
  /** How many contests of a period nobody has ruled on. */
  openIn(periodCode: string): Promise<number>;
}

export interface HasContests {
  readonly contests: ContestStore;
}

export function createContestStore(em: EntityManager, regionCode: string, trail: Trail): ContestStore {
  const sql = sqlOf(em);
  return {
    async get(id) {
      const rows = await sql.rows<ContestedRow>(`${CONTESTED} and c.id = $2`, [regionCode, id]);
      return rows[0] === undefined ? null : toContested(rows[0]);
    },
    async ofObservations(observationIds) {
      const rows = await sql.rows<ContestedRow>(`${CONTESTED} and c.observation_id = any($2::uuid[])`, [
        regionCode,
        observationIds,
      ]);
      return rows.map(toContested);
    },
    async openOf(pairs) {
      const rows = await sql.rows<ContestedRow>(
        `${CONTESTED} and (c.employee_id, c.period_code) in (select * from unnest($2::uuid[], $3::text[]))
           and r.contest_id is null
         order by c.id`,
        [regionCode, pairs.map((pair) => pair.employeeId), pairs.map((pair) => pair.periodCode)],
      );
      return rows.map(toContested);
    },
    async page({ periodCode, employeeId, openOnly }, before, limit) {
      const rows = await sql.rows<ContestedRow>(
        `${CONTESTED} and ($2::uuid is null or c.id < $2) and ($3::text is null or c.period_code = $3)
           and ($4::uuid is null or c.employee_id = $4) and (not $5::boolean or r.contest_id is null)
         order by c.id desc limit $6`,
        [regionCode, before, periodCode, employeeId, openOnly, limit],
      );
      return rows.map(toContested);
    },
    async add(contest) {
      await sql.rows(
        `insert into contest (region_code, id, observation_id, employee_id, period_code, indicator_id, reason,
           evidence, due_on, recorded_at, recorded_by, recorded_in)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          regionCode,
          contest.id,
          contest.observationId,
          contest.employeeId,
          contest.periodCode,
          contest.indicatorId,
          contest.reason,
          contest.evidence,
          contest.dueOn,
          contest.recordedAt,
          contest.recordedBy,
          trail.id,
        ],
      );
      trail.cover([
        evidenceLine('contest', contest.id, [
          ...[contest.observationId, contest.employeeId, contest.periodCode, contest.indicatorId],
          ...[
            contest.reason,
            contest.evidence,
            contest.dueOn,
            micros(contest.recordedAt),
            contest.recordedBy,
          ],
        ]),
      ]);
    },
    async rule(ruling) {
      await sql.rows(
        `insert into ruling (region_code, contest_id, decision, value, note, ruled_by, observation_id, recorded_at,
           recorded_by, recorded_in)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          regionCode,
          ruling.contestId,
          ruling.decision,
          ruling.value,
          ruling.note,
          ruling.ruledBy,
          ruling.observationId,
          ruling.recordedAt,
          ruling.recordedBy,
          trail.id,
        ],
      );
      const { value, observationId } = ruling;
      trail.cover([
        evidenceLine('ruling', ruling.contestId, [
          ...[ruling.decision, value == null ? null : amount(value).toString(), ruling.note, ruling.ruledBy],
          ...[observationId ?? null, micros(ruling.recordedAt), ruling.recordedBy],
        ]),
      ]);
    },
    async openIn(periodCode) {
      const rows = await sql.rows<{ open: number }>(
        `select count(*)::int as open from contest c
         where c.region_code = $1 and c.period_code = $2 and not exists (
           select 1 from ruling r where r.region_code = c.region_code and r.contest_id = c.id
         )`,
        [regionCode, periodCode],
      );
      return rows[0]!.open;
    },
  };
}

const CONTESTED = `select c.id, c.observation_id, c.employee_id, c.period_code, c.indicator_id, c.reason, c.evidence,
    c.due_on::text as due_on, c.recorded_at, r.decision, r.value, r.note, r.ruled_by,
    r.observation_id as replacement_id, r.recorded_at as ruled_at
  from contest c
  left join ruling r on r.region_code = c.region_code and r.contest_id = c.id
  where c.region_code = $1`;

interface ContestedRow {
  id: string;
  observation_id: string;
  employee_id: string;
  period_code: string;
  indicator_id: string;
  reason: string;
  evidence: string[];
  due_on: string;
  recorded_at: string;
  decision: RulingDecision | null;
  value: string | null;
  note: string | null;
  ruled_by: string | null;
  replacement_id: string | null;
  ruled_at: string | null;
}

function toContested(row: ContestedRow): Contested {
  return {
    id: row.id,
    observationId: row.observation_id,
    employeeId: row.employee_id,
    periodCode: row.period_code,
    indicatorId: row.indicator_id,
    reason: row.reason,
    evidence: row.evidence,
    dueOn: row.due_on,
    recordedAt: instant(row.recorded_at),
    ruling:
      row.decision === null
        ? null
        : {
            decision: row.decision,
            value: row.value === null ? null : formatAmount(amount(row.value)),
            note: row.note!,
            ruledBy: row.ruled_by!,
            observationId: row.replacement_id,
            recordedAt: instant(row.ruled_at!),
          },
  };
}
