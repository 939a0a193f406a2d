import type { EntityManager } from '@mikro-orm/postgresql';
import { amount, formatAmount } from '../../domain/amount.js';
import type { ScoreState } from '../../domain/facts.js';
import type { Placement } from '../../domain/people/service-days.js';
import type { Predicate } from '../../domain/scoring/predicate.js';
import type { Rating } from '../../domain/scoring/rating.js';
import type { UnitTally } from '../../domain/scoring/roll-up-unit.js';
import { rememberedIn } from '../../platform/database/remembered.js';
import { instant, sqlOf } from '../../platform/database/sql.js';
import type { EmployeePeriod } from '../indicators/indicator.store.js';
import { appraiserOnSql } from '../employees/appraiser-on.sql.js';
import { CHOSEN_PAIRS, chosenParameters, type ChosenPairs } from '../employees/chosen-pairs.js';
import { pairKey } from './pair-key.js';
import { readScorePage, type Beside, type ScorePage } from './score-page.store.js';
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

/** A score as it is stored: what is told of it, the two values and ratings behind it, and the policy. */
export interface StoredScore extends EmployeePeriod, ScoreState {
  readonly workValue: string | null;
  readonly workRating: Rating | null;
  readonly behaviourValue: string | null;
  readonly behaviourRating: Rating | null;
  readonly policyVersion: string;
}

/** How many days of a period somebody served in a unit, with the way from the root to it. */
export interface Placed extends EmployeePeriod, Placement {
  readonly path: readonly string[];
}

/** Orders of a list of scores: none is by their value, nobody is ranked. */
export type ScoreOrder = 'EMPLOYEE' | 'EMPLOYEE_DESC';

/** Which scores a list has. */
export interface ScoreFilterRow extends ChosenPairs {
  /** Null: whether they have a value or not. */
  readonly hasValue: boolean | null;
  /** Whose verdict they wait for; null: whether they wait for one or not. */
  readonly verdictDueFrom: string | null;
}

/** What other rooms may ask about scores. Every answer is of one region. */
export interface ScoreStore {
  get(employeeId: string, periodCode: string): Promise<EmployeeScoreRow | null>;
  byPairs(pairs: readonly EmployeePeriod[]): Promise<EmployeeScoreRow[]>;
  /** In the order of the employees' ids; of these employees only, where given. */
  page(periodCode: string, afterEmployee: string | null, limit: number): Promise<EmployeeScoreRow[]>;
  /** The same with what is shown beside each of them. */
  pageWith(
    place: { readonly periodCode: string; readonly after: string | null; readonly limit: number },
    beside: Beside,
  ): Promise<ScorePage>;
  /** Scores of several periods, employee after employee and period after period. */
  pageAcross(
    chosen: ScoreFilterRow,
    order: ScoreOrder,
    after: EmployeePeriod | null,
    limit: number,
  ): Promise<EmployeeScoreRow[]>;
  count(chosen: ScoreFilterRow): Promise<number>;
  /** Adds empty scores where there are none, and gives the pairs that were added. */
  create(pairs: readonly EmployeePeriod[], now: Date): Promise<EmployeePeriod[]>;
  /** Where people served in these periods, in the order of the units' ids. */
  placementsOf(pairs: readonly EmployeePeriod[]): Promise<Placed[]>;
  /** Sets anew where people served in these periods; `placements` by `pairKey`. */
  place(
    pairs: readonly EmployeePeriod[],
    placements: ReadonlyMap<string, readonly Placement[]>,
  ): Promise<void>;
  /** Everybody with a plan in the period, in the order of their ids. */
  peopleIn(periodCode: string): Promise<string[]>;
  /** Those of them who served in the unit or below it. */
  peopleUnder(unitId: string, periodCode: string): Promise<string[]>;
  /** The stored scores as they are; of those pairs that have one. */
  storedOf(pairs: readonly EmployeePeriod[]): Promise<StoredScore[]>;
  /** The stored scores, locked until the transaction ends: who computes a score again comes here first. */
  lock(pairs: readonly EmployeePeriod[]): Promise<StoredScore[]>;
  /** The stored scores of one employee in all periods, locked. */
  lockAllOf(employeeIds: readonly string[]): Promise<StoredScore[]>;
  save(scores: readonly StoredScore[], now: Date): Promise<void>;
  /** Adds to the units' sums and gives the sums that result. Locks the units, always in the order given. */
  addToUnits(differences: readonly UnitDifference[], now: Date): Promise<UnitSums[]>;
  /** Null where nobody is counted in the unit. */
  unit(unitId: string, periodCode: string): Promise<UnitSums | null>;
  unitsOf(periodCode: string): Promise<UnitSums[]>;
}

export interface HasScores {
  readonly scores: ScoreStore;
}

export function createScoreStore(em: EntityManager, regionCode: string): ScoreStore {
  const sql = sqlOf(em);
  const remembered = rememberedIn(em);
  const plain = { disableIdentityMap: true } as const;
  const toRow = (row: EmployeeScoreInSql): EmployeeScoreRow => ({
    ...toStoredScore(row),
    ...{ regionCode, changedAt: instant(row.changed_at) },
  });
  const columnsOf = (pairs: readonly EmployeePeriod[]) => [
    regionCode,
    pairs.map((pair) => pair.employeeId),
    pairs.map((pair) => pair.periodCode),
  ];
  return {
    get: (employeeId, periodCode) =>
      em.findOne(EmployeeScoreEntity, { regionCode, employeeId, periodCode }, plain),
    async byPairs(pairs) {
      const rows = await sql.rows<EmployeeScoreInSql>(
        `select ${SCORE_COLUMNS}, changed_at
         from unnest($2::uuid[], $3::text[]) as pair (employee_id, period_code)
         join employee_score using (employee_id, period_code) where region_code = $1`,
        columnsOf(pairs),
      );
      return rows.map(toRow);
    },
    page: (periodCode, afterEmployee, limit) =>
      em.find(
        EmployeeScoreEntity,
        { regionCode, periodCode, ...(afterEmployee === null ? {} : { employeeId: { $gt: afterEmployee } }) },
        { ...plain, orderBy: { employeeId: 'asc' }, limit },
      ),
    async pageAcross(chosen, order, after, limit) {
      const [beyond, direction] = order === 'EMPLOYEE' ? ['>', 'asc'] : ['<', 'desc'];
      const from = after ?? (order === 'EMPLOYEE' ? BEFORE_ALL : AFTER_ALL);
      const { where, parameters } = chosenScores(regionCode, chosen);
      const [employee, period, most] = [1, 2, 3].map((place) => `$${parameters.length + place}`);
      const rows = await sql.rows<EmployeeScoreInSql>(
        `select ${SCORE_COLUMNS}, changed_at from employee_score s
         where ${where} and (s.employee_id, s.period_code) ${beyond} (${employee}::uuid, ${period}::text)
         order by s.employee_id ${direction}, s.period_code ${direction} limit ${most}`,
        [...parameters, from.employeeId, from.periodCode, limit],
      );
      return rows.map(toRow);
    },
    async count(chosen) {
      const { where, parameters } = chosenScores(regionCode, chosen);
      const rows = await sql.rows<{ scores: number }>(
        `select count(*)::int as scores from employee_score s where ${where}`,
        parameters,
      );
      return rows[0]!.scores;
    },
    pageWith: (place, beside) => readScorePage(em, regionCode, place, beside),
    async create(pairs, now) {
      const rows = await sql.rows<{ employee_id: string; period_code: string }>(
        `insert into employee_score (region_code, employee_id, period_code, value, coverage, observations,
           policy_version, changed_at)
         select $1, pair.employee_id, pair.period_code, null, 0, 0, '', $4
         from unnest($2::uuid[], $3::text[]) as pair (employee_id, period_code)
         order by pair.employee_id, pair.period_code
         on conflict do nothing returning employee_id, period_code`,
        [...columnsOf(pairs), now],
      );
      return rows.map((row) => ({ employeeId: row.employee_id, periodCode: row.period_code }));
    },
    async storedOf(pairs) {
      const rows = await sql.rows<ScoreRow>(
        `select ${SCORE_COLUMNS} from employee_score
         where region_code = $1
           and (employee_id, period_code) in (select * from unnest($2::uuid[], $3::text[]))
         order by employee_id, period_code`,
        columnsOf(pairs),
      );
      return rows.map(toStoredScore);
    },
    async lock(pairs) {
      const rows = await sql.prepared<ScoreRow>(
        `select ${SCORE_COLUMNS} from employee_score
         where region_code = $1
           and (employee_id, period_code) in (select * from unnest($2::uuid[], $3::text[]))
         order by employee_id, period_code for update`,
        columnsOf(pairs),
      );
      return rows.map(toStoredScore);
    },
    async lockAllOf(employeeIds) {
      const rows = await sql.rows<ScoreRow>(
        `select ${SCORE_COLUMNS} from employee_score
         where region_code = $1 and employee_id = any($2::uuid[])
         order by employee_id, period_code for update`,
        [regionCode, employeeIds],
      );
      return rows.map(toStoredScore);
    },
    placementsOf(pairs) {
      const ask = () =>
        sql.prepared<Placed>(
          `select p.employee_id as "employeeId", p.period_code as "periodCode", p.unit_id as "unitId", p.days, u.path
           from unnest($2::uuid[], $3::text[]) as pair (employee_id, period_code)
           join placement p on p.region_code = $1 and p.employee_id = pair.employee_id
             and p.period_code = pair.period_code
           join org_unit u on u.region_code = p.region_code and u.id = p.unit_id
           order by p.employee_id, p.period_code, p.unit_id`,
          columnsOf(pairs),
        );
      const [only] = pairs;
      return pairs.length === 1 ? remembered.of('placements', `${regionCode} ${pairKey(only!)}`, ask) : ask();
    },
    async place(pairs, placements) {
      remembered.forget('placements');
      await sql.rows(
        `delete from placement where region_code = $1
           and (employee_id, period_code) in (select * from unnest($2::uuid[], $3::text[]))`,
        columnsOf(pairs),
      );
      const rows = pairs.flatMap((pair) =>
        (placements.get(pairKey(pair)) ?? []).map((placement) => ({ ...pair, ...placement })),
      );
      await sql.rows(
        `insert into placement (region_code, employee_id, period_code, unit_id, days)
         select $1, * from unnest($2::uuid[], $3::text[], $4::uuid[], $5::int[])`,
        [...columnsOf(rows), rows.map(({ unitId }) => unitId), rows.map(({ days }) => days)],
      );
    },
    async peopleIn(periodCode) {
      const rows = await sql.rows<{ employee_id: string }>(
        `select employee_id from employee_score where region_code = $1 and period_code = $2 order by employee_id`,
        [regionCode, periodCode],
      );
      return rows.map((row) => row.employee_id);
    },
    async peopleUnder(unitId, periodCode) {
      const rows = await sql.rows<{ employee_id: string }>(
        `select distinct p.employee_id from org_unit u
         join placement p on p.region_code = u.region_code and p.period_code = $3 and p.unit_id = u.id
         where u.region_code = $1 and $2::uuid = any(u.path) order by p.employee_id`,
        [regionCode, unitId, periodCode],
      );
      return rows.map((row) => row.employee_id);
    },
    async save(scores, now) {
      sql.send(
        `update employee_score s set value = new.value, coverage = new.coverage, observations = new.observations,
           work_value = new.work_value, work_rating = new.work_rating, behaviour_value = new.behaviour_value,
           behaviour_rating = new.behaviour_rating, predicate = new.predicate, policy_version = new.policy_version,
           changed_at = $13
         from unnest($2::uuid[], $3::text[], $4::numeric[], $5::numeric[], $6::int[], $7::numeric[], $8::text[],
             $9::numeric[], $10::text[], $11::text[], $12::text[])
           as new (employee_id, period_code, value, coverage, observations, work_value, work_rating,
             behaviour_value, behaviour_rating, predicate, policy_version)
         where s.region_code = $1 and s.employee_id = new.employee_id and s.period_code = new.period_code`,
        [
          ...columnsOf(scores),
          scores.map((score) => score.value),
          scores.map((score) => score.coverage),
          scores.map((score) => score.observations),
          scores.map((score) => score.workValue),
          scores.map((score) => score.workRating),
          scores.map((score) => score.behaviourValue),
          scores.map((score) => score.behaviourRating),
          scores.map((score) => score.predicate),
          scores.map((score) => score.policyVersion),
          now,
        ],
      );
    },
    async addToUnits(differences, now) {
      const rows = await sql.prepared<UnitSumsRow>(
        `insert into unit_score as u (region_code, unit_id, period_code, headcount, scored, score_total,
           coverage_total, observations, days, scored_days, changed_at)
         select $1, d.unit_id, d.period_code, d.headcount, d.scored, d.score_total, d.coverage_total,
           d.observations, d.days, d.scored_days, $11
         from unnest($2::uuid[], $3::text[], $4::int[], $5::int[], $6::numeric[], $7::numeric[], $8::int[],
             $9::bigint[], $10::bigint[])
           with ordinality
           as d (unit_id, period_code, headcount, scored, score_total, coverage_total, observations, days,
             scored_days, place)
         order by d.place
         on conflict (region_code, period_code, unit_id) do update set
           headcount = u.headcount + excluded.headcount,
           scored = u.scored + excluded.scored,
           score_total = u.score_total + excluded.score_total,
           coverage_total = u.coverage_total + excluded.coverage_total,
           observations = u.observations + excluded.observations,
           days = u.days + excluded.days,
           scored_days = u.scored_days + excluded.scored_days,
           changed_at = excluded.changed_at
         returning ${UNIT_COLUMNS}`,
        [
          regionCode,
          differences.map((difference) => difference.unitId),
          differences.map((difference) => difference.periodCode),
          differences.map((difference) => difference.headcount),
          differences.map((difference) => difference.scored),
          differences.map((difference) => formatAmount(difference.scoreTotal)),
          differences.map((difference) => formatAmount(difference.coverageTotal)),
          differences.map((difference) => difference.observations),
          differences.map((difference) => difference.days),
          differences.map((difference) => difference.scoredDays),
          now,
        ],
      );
      return rows.map(toUnitSums);
    },
    async unit(unitId, periodCode) {
      const [row] = await sql.rows<UnitSumsRow>(
        'select * from unit_score where region_code = $1 and unit_id = $2 and period_code = $3',
        [regionCode, unitId, periodCode],
      );
      return row === undefined ? null : toUnitSums(row);
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

/** Before and after every pair: a comparison that is always there leads into the index. */
const BEFORE_ALL: EmployeePeriod = { employeeId: '00000000-0000-0000-0000-000000000000', periodCode: '' };
const AFTER_ALL: EmployeePeriod = {
  employeeId: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
  periodCode: '\uffff',
};

/** The condition on `employee_score s`; parameters $1 to $5. */
const CHOSEN_SCORES = `${CHOSEN_PAIRS} and ($5::boolean is null or (s.value is not null) = $5)`;

/** That a verdict on `employee_score s` is due from $6: CF rules of SCORING.md. */
const DUE = `s.employee_id in (select employee_id from reporting_line where region_code = $1 and appraiser_id = $6)
  and s.employee_id <> $6
  and exists (select 1 from period p where p.region_code = $1 and p.code = s.period_code and p.state = 'CLOSED'
    and ${appraiserOnSql('s.employee_id', 'p.ends_on')} = $6)
  and not exists (
    select 1 from confirmation c cross join lateral confirmation_now(c.region_code, c.id) now
    where c.region_code = $1 and c.employee_id = s.employee_id and c.period_code = s.period_code
      and not now.superseded and not now.stale)`;

/** The condition on `employee_score s` and its parameters. */
function chosenScores(regionCode: string, chosen: ScoreFilterRow): { where: string; parameters: unknown[] } {
  const parameters = [...chosenParameters(regionCode, chosen), chosen.hasValue];
  if (chosen.verdictDueFrom === null) return { where: CHOSEN_SCORES, parameters };
  // Only where it is asked for: behind an "or" it would be held against every score of the region.
  return { where: `${CHOSEN_SCORES} and ${DUE}`, parameters: [...parameters, chosen.verdictDueFrom] };
}

interface EmployeeScoreInSql extends ScoreRow {
  changed_at: string;
}

const SCORE_COLUMNS = `employee_id, period_code, value, coverage, observations, work_value, work_rating,
  behaviour_value, behaviour_rating, predicate, policy_version`;

interface ScoreRow {
  employee_id: string;
  period_code: string;
  value: string | null;
  coverage: string;
  observations: number;
  work_value: string | null;
  work_rating: Rating | null;
  behaviour_value: string | null;
  behaviour_rating: Rating | null;
  predicate: Predicate | null;
  policy_version: string;
}

function toStoredScore(row: ScoreRow): StoredScore {
  const canonical = (text: string | null) => (text === null ? null : formatAmount(amount(text)));
  return {
    employeeId: row.employee_id,
    periodCode: row.period_code,
    value: canonical(row.value),
    coverage: formatAmount(amount(row.coverage)),
    observations: row.observations,
    workValue: canonical(row.work_value),
    workRating: row.work_rating,
    behaviourValue: canonical(row.behaviour_value),
    behaviourRating: row.behaviour_rating,
    predicate: row.predicate,
    policyVersion: row.policy_version,
  };
}

const UNIT_COLUMNS = `u.unit_id, u.period_code, u.headcount, u.scored, u.score_total, u.coverage_total, u.observations,
  u.days, u.scored_days, u.changed_at`;

interface UnitSumsRow {
  unit_id: string;
  period_code: string;
  headcount: number;
  scored: number;
  score_total: string;
  coverage_total: string;
  observations: number;
  days: string;
  scored_days: string;
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
    days: Number(row.days),
    scoredDays: Number(row.scored_days),
    changedAt: instant(row.changed_at),
  };
}
