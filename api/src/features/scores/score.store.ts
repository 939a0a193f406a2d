import type { EntityManager } from '@mikro-orm/postgresql';
import { amount, formatAmount } from '../../domain/amount.js';
import type { ScoreState } from '../../domain/facts.js';
import type { UnitTally } from '../../domain/scoring/roll-up-unit.js';
import { instant, sqlOf } from '../../platform/database/sql.js';
import type { EmployeePeriod } from '../indicators/indicator.store.js';
import { EmployeeScoreEntity, type EmployeeScoreRow } from './employee-score.entity.js';

/** A unit's sums in one period. */
export interface UnitSums extends UnitTally {
  readonly unitId: string;
  readonly periodCode: string;
  readonly observations: number;
  readonly changedAt: Date;
}

/** What is to be added to a unit's sums; its numbers may be negative. */
export type UnitDifference = Omit<UnitSums, 'changedAt'>;

export interface StoredScore extends EmployeePeriod, ScoreState {}

/** What other rooms may ask about scores. Every answer is of one region. */
export interface ScoreStore {
  get(employeeId: string, periodCode: string): Promise<EmployeeScoreRow | null>;
  byPairs(pairs: readonly EmployeePeriod[]): Promise<EmployeeScoreRow[]>;
  /** In the order of the employees' ids; of these employees only, where given. */
  page(periodCode: string, afterEmployee: string | null, limit: number): Promise<EmployeeScoreRow[]>;
  /** Adds empty scores where there are none, and gives the pairs that were added. */
  create(pairs: readonly EmployeePeriod[], policyVersion: string, now: Date): Promise<EmployeePeriod[]>;
  /** The stored scores, locked until the transaction ends: who computes a score again comes here first. */
  lock(pairs: readonly EmployeePeriod[]): Promise<StoredScore[]>;
  /** The stored scores of one employee in all periods, locked. */
  lockAllOf(employeeIds: readonly string[]): Promise<StoredScore[]>;
  save(scores: readonly StoredScore[], policyVersion: string, now: Date): Promise<void>;
  /** Adds to the units' sums and gives the sums that result. Locks the units, always in the order given. */
  addToUnits(differences: readonly UnitDifference[], now: Date): Promise<UnitSums[]>;
  unitsOf(periodCode: string): Promise<UnitSums[]>;
}

export interface HasScores {
  readonly scores: ScoreStore;
}

export function createScoreStore(em: EntityManager, regionCode: string): ScoreStore {
  const sql = sqlOf(em);
  const plain = { disableIdentityMap: true } as const;
  const columnsOf = (pairs: readonly EmployeePeriod[]) => [
    regionCode,
    pairs.map((pair) => pair.employeeId),
    pairs.map((pair) => pair.periodCode),
  ];
  return {
    get: (employeeId, periodCode) =>
      em.findOne(EmployeeScoreEntity, { regionCode, employeeId, periodCode }, plain),
    byPairs: (pairs) =>
      em.find(
        EmployeeScoreEntity,
        { $or: pairs.map(({ employeeId, periodCode }) => ({ regionCode, employeeId, periodCode })) },
        plain,
      ),
    page: (periodCode, afterEmployee, limit) =>
      em.find(
        EmployeeScoreEntity,
        { regionCode, periodCode, ...(afterEmployee === null ? {} : { employeeId: { $gt: afterEmployee } }) },
        { ...plain, orderBy: { employeeId: 'asc' }, limit },
      ),
    async create(pairs, policyVersion, now) {
      const rows = await sql.rows<{ employee_id: string; period_code: string }>(
        `insert into employee_score (region_code, employee_id, period_code, value, coverage, observations,
           policy_version, changed_at)
         select $1, pair.employee_id, pair.period_code, null, 0, 0, $4, $5
         from unnest($2::uuid[], $3::text[]) as pair (employee_id, period_code)
         order by pair.employee_id, pair.period_code
         on conflict do nothing returning employee_id, period_code`,
        [...columnsOf(pairs), policyVersion, now],
      );
      return rows.map((row) => ({ employeeId: row.employee_id, periodCode: row.period_code }));
    },
    async lock(pairs) {
      const rows = await sql.rows<ScoreRow>(
        `select employee_id, period_code, value, coverage, observations from employee_score
         where region_code = $1
           and (employee_id, period_code) in (select * from unnest($2::uuid[], $3::text[]))
         order by employee_id, period_code for update`,
        columnsOf(pairs),
      );
      return rows.map(toStoredScore);
    },
    async lockAllOf(employeeIds) {
      const rows = await sql.rows<ScoreRow>(
        `select employee_id, period_code, value, coverage, observations from employee_score
         where region_code = $1 and employee_id = any($2::uuid[])
         order by employee_id, period_code for update`,
        [regionCode, employeeIds],
      );
      return rows.map(toStoredScore);
    },
    async save(scores, policyVersion, now) {
      await sql.rows(
        `update employee_score s set value = new.value, coverage = new.coverage, observations = new.observations,
           policy_version = $7, changed_at = $8
         from unnest($2::uuid[], $3::text[], $4::numeric[], $5::numeric[], $6::int[])
           as new (employee_id, period_code, value, coverage, observations)
         where s.region_code = $1 and s.employee_id = new.employee_id and s.period_code = new.period_code`,
        [
          ...columnsOf(scores),
          scores.map((score) => score.value),
          scores.map((score) => score.coverage),
          scores.map((score) => score.observations),
          policyVersion,
          now,
        ],
      );
    },
    async addToUnits(differences, now) {
      const rows = await sql.rows<UnitSumsRow>(
        `insert into unit_score as u (region_code, unit_id, period_code, headcount, scored, score_total,
           coverage_total, observations, changed_at)
         select $1, d.unit_id, d.period_code, d.headcount, d.scored, d.score_total, d.coverage_total,
           d.observations, $9
         from unnest($2::uuid[], $3::text[], $4::int[], $5::int[], $6::numeric[], $7::numeric[], $8::int[])
           with ordinality
           as d (unit_id, period_code, headcount, scored, score_total, coverage_total, observations, place)
         order by d.place
         on conflict (region_code, period_code, unit_id) do update set
           headcount = u.headcount + excluded.headcount,
           scored = u.scored + excluded.scored,
           score_total = u.score_total + excluded.score_total,
           coverage_total = u.coverage_total + excluded.coverage_total,
           observations = u.observations + excluded.observations,
           changed_at = excluded.changed_at
         returning *`,
        [
          regionCode,
          differences.map((difference) => difference.unitId),
          differences.map((difference) => difference.periodCode),
          differences.map((difference) => difference.headcount),
          differences.map((difference) => difference.scored),
          differences.map((difference) => formatAmount(difference.scoreTotal)),
          differences.map((difference) => formatAmount(difference.coverageTotal)),
          differences.map((difference) => difference.observations),
          now,
        ],
      );
      return rows.map(toUnitSums);
    },
    async unitsOf(periodCode) {
      const rows = await sql.rows<UnitSumsRow>(
        'select * from unit_score where region_code = $1 and period_code = $2',
        [regionCode, periodCode],
      );
      return rows.map(toUnitSums);
    },
  };
}

interface ScoreRow {
  employee_id: string;
  period_code: string;
  value: string | null;
  coverage: string;
  observations: number;
}

function toStoredScore(row: ScoreRow): StoredScore {
  return {
    employeeId: row.employee_id,
    periodCode: row.period_code,
    value: row.value === null ? null : formatAmount(amount(row.value)),
    coverage: formatAmount(amount(row.coverage)),
    observations: row.observations,
  };
}

interface UnitSumsRow {
  unit_id: string;
  period_code: string;
  headcount: number;
  scored: number;
  score_total: string;
  coverage_total: string;
  observations: number;
  changed_at: string;
}

function toUnitSums(row: UnitSumsRow): UnitSums {
  return {
    unitId: row.unit_id,
    periodCode: row.period_code,
    headcount: row.headcount,
    scored: row.scored,
    scoreTotal: amount(row.score_total),
    coverageTotal: amount(row.coverage_total),
    observations: row.observations,
    changedAt: instant(row.changed_at),
  };
}
