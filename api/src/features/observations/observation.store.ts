import type { FilterQuery, InferEntity } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { amount, formatAmount, type Amount } from '../../domain/amount.js';
import type { BehaviourMeasurement } from '../../domain/scoring/behaviour.js';
import type { Measurement } from '../../domain/scoring/realisation.js';
import type { Trail } from '../../platform/audit/trail.js';
import { sqlOf } from '../../platform/database/sql.js';
import type { ChosenPairs } from '../employees/chosen-pairs.js';
import { EmployeeEntity } from '../employees/employee.entity.js';
import type { EmployeePeriod } from '../indicators/indicator.store.js';
import { toCountedCells, type CountedCell, type CountedRow } from './counted-cells.js';
import { recordLine, sealWords } from './record-line.js';
import { ObservationEntity, type ObservationRow } from './observation.entity.js';

/** What observations of one target add up to; `behaviour` for those of behaviour. */
export interface CellMeasurement extends EmployeePeriod, Measurement {
  readonly indicatorId: string;
  readonly behaviour: BehaviourMeasurement | null;
}

/** How much an observation of behaviour of this day weighs in this period. */
export interface DayWeight {
  readonly periodCode: string;
  readonly day: string;
  readonly weight: Amount;
}

/** A look at the record as it was: what had been observed by `asOf`, as it was known at `knownAt`; null: everything. */
export interface View {
  readonly asOf: Date | null;
  readonly knownAt: Date | null;
}

/** One target: where an observation counts. */
export interface Cell extends EmployeePeriod {
  readonly indicatorId: string;
}

/** An observation on its way into its measurement. */
export interface Counted extends Cell {
  readonly observationId: string;
  readonly value: string;
  readonly observedAt: Date;
  readonly observer: string;
  /** How much it weighs, where it is of behaviour. */
  readonly weight: Amount | null;
}

/** Which observations a list is about; null: all. */
export interface ObservationFilterRow extends ChosenPairs {
  readonly indicatorIds: readonly string[] | null;
  /** Only what was observed at this moment or later. */
  readonly observedFrom: Date | null;
  /** Only what was observed before this moment. */
  readonly observedBefore: Date | null;
}

export const ALL_OBSERVATIONS: ObservationFilterRow = {
  periodCodes: null,
  unitIds: null,
  employeeIds: null,
  indicatorIds: null,
  observedFrom: null,
  observedBefore: null,
};

/** By the time of recording. */
export type ObservationOrder = 'RECORDED' | 'RECORDED_DESC';

/** What other rooms may ask about observations and what they add up to. Every answer is of one region. */
export interface ObservationStore {
  get(id: string): Promise<ObservationRow | null>;
  byIds(ids: readonly string[]): Promise<ObservationRow[]>;
  /** The first observation that was recorded under this key. */
  byImportKey(importKey: string): Promise<ObservationRow | null>;
  byImportKeys(importKeys: readonly string[]): Promise<ObservationRow[]>;
  /** The id of the observation that took this one's place, for those that were corrected. */
  correctionsOf(ids: readonly string[]): Promise<Map<string, string>>;
  page(
    chosen: ObservationFilterRow,
    order: ObservationOrder,
    after: string | null,
    limit: number,
  ): Promise<ObservationRow[]>;
  /** How many of them there are. */
  total(chosen: ObservationFilterRow): Promise<number>;
  /** Keeps the row from being corrected by anybody else until the transaction ends. */
  lock(id: string): Promise<void>;
  /**
   * Adds rows and tells the trail of them; those whose import key is already there are passed over. Gives the ids
   * that were added. Only inside a command.
   */
  add(observations: readonly ObservationRow[]): Promise<Set<string>>;
  /** Adds new observations to the sums of their cells: constant work for each, however long the history. */
  count(observations: readonly Counted[]): Promise<void>;
  /**
   * Sums these cells anew from the observations that count. The cells must be locked (`lockTargets`).
   * @param weights for every day of the periods in which behaviour is recounted
   */
  recount(cells: readonly Cell[], weights: readonly DayWeight[]): Promise<void>;
  measurementsOf(pairs: readonly EmployeePeriod[]): Promise<CellMeasurement[]>;
  /**
   * What the raw observations add up to in a view of the past, or with some of them left out: work in proportion to
   * the history of these employees, for looking back and for what-if.
   */
  measurementsIn(
    pairs: readonly EmployeePeriod[],
    view: View,
    weights: readonly DayWeight[],
    without?: readonly string[],
  ): Promise<CellMeasurement[]>;
  /**
   * What the target of each of these observations adds up to without that one, by its id; nothing where no other
   * counts. For what-if, one observation at a time.
   */
  measurementsWithout(
    ids: readonly string[],
    weights: readonly DayWeight[],
  ): Promise<Map<string, CellMeasurement>>;
  /** Of each target of one employee the latest observations that count in the view, newest first, and the rest as sums. */
  countedOf(
    pair: EmployeePeriod,
    view: View,
    weights: readonly DayWeight[],
    perCell: number,
  ): Promise<CountedCell[]>;
}

export interface HasObservations {
  readonly observations: ObservationStore;
}

export function createObservationStore(
  em: EntityManager,
  regionCode: string,
  trail: Trail,
): ObservationStore {
  const sql = sqlOf(em);
  const plain = { disableIdentityMap: true } as const;
  return {
    get: (id) => em.findOne(ObservationEntity, { regionCode, id }, plain),
    byIds: (ids) => em.find(ObservationEntity, { regionCode, id: { $in: [...ids] } }, plain),
    byImportKey: (importKey) => em.findOne(ObservationEntity, { regionCode, importKey }, plain),
    byImportKeys: (importKeys) =>
      em.find(ObservationEntity, { regionCode, importKey: { $in: [...importKeys] } }, plain),
    async correctionsOf(ids) {
      const rows = await sql.rows<{ id: string; supersedes_id: string }>(
        `select id, supersedes_id from observation where region_code = $1 and supersedes_id = any($2::uuid[])`,
        [regionCode, ids],
      );
      return new Map(rows.map((row) => [row.supersedes_id, row.id]));
    },
    page(chosen, order, after, limit) {
      const [beyond, direction] =
        order === 'RECORDED' ? (['$gt', 'asc'] as const) : (['$lt', 'desc'] as const);
      const place = after === null ? [] : [{ id: { [beyond]: after } }];
      return em.find(
        ObservationEntity,
        { $and: [chosenBy(em, regionCode, chosen), ...place] },
        { ...plain, orderBy: { id: direction }, limit },
      );
    },
    total: (chosen) => em.count(ObservationEntity, chosenBy(em, regionCode, chosen)),
    async lock(id) {
      await sql.rows('select 1 from observation where region_code = $1 and id = $2 for update', [
        regionCode,
        id,
      ]);
    },
    async add(observations) {
      const sealed = observations.map(sealWords);
      const text = `insert into observation (region_code, id, employee_id, period_code, indicator_id, value, observed_at,
           recorded_at, recorded_by, note, supersedes_id, correction_reason, import_key, observer_id, behaviour_code,
           withdrawn, observer, words_salt, words_commitment, recorded_in)
         select $1, *, $20 from unnest($2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::numeric[], $7::timestamptz[],
           $8::timestamptz[], $9::text[], $10::text[], $11::uuid[], $12::text[], $13::uuid[], $14::uuid[], $15::text[],
           $16::boolean[], $17::text[], $18::bytea[], $19::bytea[])
         on conflict (region_code, import_key) where import_key is not null do nothing
         returning id`;
      const parameters = [
        regionCode,
        observations.map((observation) => observation.id),
        observations.map((observation) => observation.employeeId),
        observations.map((observation) => observation.periodCode),
        observations.map((observation) => observation.indicatorId),
        observations.map((observation) => observation.value),
        observations.map((observation) => observation.observedAt),
        observations.map((observation) => observation.recordedAt),
        observations.map((observation) => observation.recordedBy),
        observations.map((observation) => observation.note),
        observations.map((observation) => observation.supersedesId),
        observations.map((observation) => observation.correctionReason),
        observations.map((observation) => observation.importKey),
        observations.map((observation) => observation.observerId),
        observations.map((observation) => observation.behaviourCode),
        observations.map((observation) => observation.withdrawn),
        observations.map((observation) => observation.observer),
        sealed.map(({ salt }) => salt),
        sealed.map(({ commitment }) => commitment),
        trail.id,
      ];
      let added: Set<string>;
      if (observations.every(({ importKey }) => importKey === null)) {
        // None of them can be there already: nobody has to wait for the answer.
        sql.send(text, parameters);
        added = new Set(observations.map(({ id }) => id));
      } else {
        added = new Set((await sql.rows<{ id: string }>(text, parameters)).map(({ id }) => id));
      }
      trail.cover(
        observations.flatMap((row, place) =>
          added.has(row.id) ? { id: row.id, line: recordLine(row, sealed[place]!.commitment) } : [],
        ),
      );
      return added;
    },
    async count(observations) {
      sql.send(
        `insert into measurement as m (region_code, employee_id, period_code, indicator_id, observations, total,
           latest_value, latest_at, latest_id, observers, weight_total, weighted_total)
         select $1, o.employee_id, o.period_code, o.indicator_id, count(*), sum(o.value),
           (array_agg(o.value order by o.observed_at desc, o.id desc))[1], max(o.observed_at),
           (array_agg(o.id order by o.observed_at desc, o.id desc))[1],
           array_agg(distinct o.observer) filter (where o.weight is not null),
           sum(o.weight), sum(o.weight * o.value)
         from unnest($2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::numeric[], $7::timestamptz[], $8::text[],
             $9::numeric[])
           as o (employee_id, period_code, indicator_id, id, value, observed_at, observer, weight)
         group by o.employee_id, o.period_code, o.indicator_id
         order by o.employee_id, o.period_code, o.indicator_id
         on conflict (region_code, employee_id, period_code, indicator_id) do update set
           observations = m.observations + excluded.observations,
           total = m.total + excluded.total,
           (latest_value, latest_at, latest_id) = (
             select newer.* from (
               select m.latest_value, m.latest_at, m.latest_id
               union all select excluded.latest_value, excluded.latest_at, excluded.latest_id
             ) newer order by 2 desc, 3 desc limit 1
           ),
           observers = case when excluded.observers is null then m.observers else (
             select array_agg(distinct one order by one) from unnest(m.observers || excluded.observers) one
           ) end,
           weight_total = m.weight_total + excluded.weight_total,
           weighted_total = m.weighted_total + excluded.weighted_total`,
        [
          regionCode,
          observations.map((observation) => observation.employeeId),
          observations.map((observation) => observation.periodCode),
          observations.map((observation) => observation.indicatorId),
          observations.map((observation) => observation.observationId),
          observations.map((observation) => observation.value),
          observations.map((observation) => observation.observedAt),
          observations.map((observation) => observation.observer),
          observations.map(({ weight }) => (weight === null ? null : formatAmount(weight))),
        ],
      );
    },
    async recount(cells, weights) {
      const cellColumns = [
        cells.map((cell) => cell.employeeId),
        cells.map((cell) => cell.periodCode),
        cells.map((cell) => cell.indicatorId),
      ];
      const touched = 'select * from unnest($2::uuid[], $3::text[], $4::uuid[])';
      await sql.rows(
        `delete from measurement
         where region_code = $1 and (employee_id, period_code, indicator_id) in (${touched})`,
        [regionCode, ...cellColumns],
      );
      await sql.rows(
        `insert into measurement (region_code, employee_id, period_code, indicator_id, observations, total,
           latest_value, latest_at, latest_id, observers, weight_total, weighted_total)
         select $1, o.employee_id, o.period_code, o.indicator_id, ${SUMS}
         from observation o
         join indicator i on i.region_code = o.region_code and i.id = o.indicator_id
         ${dayWeightsFrom(5)}
         where o.region_code = $1 and (o.employee_id, o.period_code, o.indicator_id) in (${touched})
           and not o.withdrawn and not exists (
             select 1 from observation s where s.region_code = o.region_code and s.supersedes_id = o.id
           )
         group by o.employee_id, o.period_code, o.indicator_id`,
        [regionCode, ...cellColumns, ...dayWeightColumns(weights)],
      );
    },
    async measurementsOf(pairs) {
      const rows = await sql.prepared<MeasurementOfCell>(
        `select m.employee_id, m.period_code, m.indicator_id, m.observations, m.total, m.latest_value,
           cardinality(m.observers) as observers, m.weight_total, m.weighted_total
         from unnest($2::uuid[], $3::text[]) as pair (employee_id, period_code)
         join measurement m on m.region_code = $1 and m.employee_id = pair.employee_id
           and m.period_code = pair.period_code`,
        [regionCode, pairs.map((pair) => pair.employeeId), pairs.map((pair) => pair.periodCode)],
      );
      return rows.map(toCellMeasurement);
    },
    async measurementsIn(pairs, { asOf, knownAt }, weights, without = []) {
      const rows = await sql.rows<MeasurementOfCell>(
        `select employee_id, period_code, indicator_id, observations, total, latest_value,
           cardinality(observers) as observers, weight_total, weighted_total
         from (
           select o.employee_id, o.period_code, o.indicator_id, ${SUMS}
           from unnest($2::uuid[], $3::text[]) as pair (employee_id, period_code)
           join observation o on o.region_code = $1 and o.employee_id = pair.employee_id
             and o.period_code = pair.period_code
           join indicator i on i.region_code = o.region_code and i.id = o.indicator_id
           ${dayWeightsFrom(4)}
           where ${countsIn(7, 8)} and not o.id = any($9::uuid[])
           group by o.employee_id, o.period_code, o.indicator_id
         ) sums (employee_id, period_code, indicator_id, observations, total, latest_value, latest_at, latest_id,
           observers, weight_total, weighted_total)`,
        [
          regionCode,
          pairs.map((pair) => pair.employeeId),
          pairs.map((pair) => pair.periodCode),
          ...dayWeightColumns(weights),
          asOf,
          knownAt,
          without,
        ],
      );
      return rows.map(toCellMeasurement);
    },
    async measurementsWithout(ids, weights) {
      const rows = await sql.rows<MeasurementOfCell & { left_out: string }>(
        `select left_out, employee_id, period_code, indicator_id, observations, total, latest_value,
           cardinality(observers) as observers, weight_total, weighted_total
         from (
           select one.id, o.employee_id, o.period_code, o.indicator_id, ${SUMS}
           from observation one
           join observation o on o.region_code = one.region_code and o.employee_id = one.employee_id
             and o.period_code = one.period_code and o.indicator_id = one.indicator_id and o.id <> one.id
           join indicator i on i.region_code = o.region_code and i.id = o.indicator_id
           ${dayWeightsFrom(3)}
           where one.region_code = $1 and one.id = any($2::uuid[]) and ${countsIn(6, 7)}
           group by one.id, o.employee_id, o.period_code, o.indicator_id
         ) sums (left_out, employee_id, period_code, indicator_id, observations, total, latest_value, latest_at,
           latest_id, observers, weight_total, weighted_total)`,
        [regionCode, ids, ...dayWeightColumns(weights), null, null],
      );
      return new Map(rows.map((row) => [row.left_out, toCellMeasurement(row)]));
    },
    async countedOf({ employeeId, periodCode }, { asOf, knownAt }, weights, perCell) {
      const rows = await sql.rows<CountedRow>(
        `select * from (
           select o.*, count(*) over cell as cell_count, sum(o.value) over cell as cell_total,
             sum(o.weight) over cell as cell_weight, (sum(o.weight * o.value) over cell)::numeric(30, 6) as cell_weighted
           from (
             select o.id, o.indicator_id, o.value, o.observed_at, o.recorded_at, o.recorded_by, o.note,
               o.supersedes_id, o.observer_id, o.observer, o.behaviour_code, o.correction_reason, ${WEIGHT} as weight,
               row_number() over (partition by o.indicator_id order by o.observed_at desc, o.id desc) as place
             from observation o
             join indicator i on i.region_code = o.region_code and i.id = o.indicator_id
             ${dayWeightsFrom(4)}
             where o.region_code = $1 and o.employee_id = $2 and o.period_code = $3 and ${countsIn(7, 8)}
           ) o
           window cell as (partition by o.indicator_id, place > $9)
         ) o where place <= $9 + 1 order by indicator_id, place`,
        [regionCode, employeeId, periodCode, ...dayWeightColumns(weights), asOf, knownAt, perCell],
      );
      return toCountedCells(rows, { regionCode, employeeId, periodCode }, perCell);
    },
  };
}

function chosenBy(
  em: EntityManager,
  regionCode: string,
  { periodCodes, unitIds, employeeIds, indicatorIds, observedFrom, observedBefore }: ObservationFilterRow,
): FilterQuery<InferEntity<typeof ObservationEntity>> {
  const conditions: FilterQuery<InferEntity<typeof ObservationEntity>>[] = [{ regionCode }];
  if (periodCodes !== null) conditions.push({ periodCode: { $in: [...periodCodes] } });
  if (employeeIds !== null) conditions.push({ employeeId: { $in: [...employeeIds] } });
  if (indicatorIds !== null) conditions.push({ indicatorId: { $in: [...indicatorIds] } });
  if (observedFrom !== null) conditions.push({ observedAt: { $gte: observedFrom } });
  if (observedBefore !== null) conditions.push({ observedAt: { $lt: observedBefore } });
  if (unitIds !== null) {
    const there = em.createQueryBuilder(EmployeeEntity).select('id');
    conditions.push({ employeeId: { $in: there.where({ regionCode, unitId: { $in: [...unitIds] } }) } });
  }
  return { $and: conditions };
}

/** How an observation weighs by its day: only behaviour is weighed. */
const WEIGHT = `case when i.kind = 'BEHAVIOUR' then w.weight end`;

/** What observations add up to; in the order of the measurement's columns. */
const SUMS = `count(*)::int, sum(o.value), (array_agg(o.value order by o.observed_at desc, o.id desc))[1],
  max(o.observed_at), (array_agg(o.id order by o.observed_at desc, o.id desc))[1],
  array_agg(distinct o.observer) filter (where i.kind = 'BEHAVIOUR'),
  sum(${WEIGHT}), sum(${WEIGHT} * o.value)::numeric(30, 6)`;

const dayWeightsFrom = (
  first: number,
) => `left join unnest($${first}::text[], $${first + 1}::date[], $${first + 2}::numeric[])
  as w (period_code, day, weight) on i.kind = 'BEHAVIOUR' and w.period_code = o.period_code
  and w.day = (o.observed_at at time zone 'Asia/Jakarta')::date`;

const dayWeightColumns = (weights: readonly DayWeight[]) => [
  weights.map(({ periodCode }) => periodCode),
  weights.map(({ day }) => day),
  weights.map(({ weight }) => formatAmount(weight)),
];

/** Whether an observation counts in a view: observed and recorded by then, and by then not superseded. */
const countsIn = (asOf: number, knownAt: number) => `not o.withdrawn
  and ($${asOf}::timestamptz is null or o.observed_at <= $${asOf})
  and ($${knownAt}::timestamptz is null or o.recorded_at <= $${knownAt})
  and not exists (
    select 1 from observation s where s.region_code = o.region_code and s.supersedes_id = o.id
      and ($${knownAt}::timestamptz is null or s.recorded_at <= $${knownAt})
  )`;

interface MeasurementOfCell {
  employee_id: string;
  period_code: string;
  indicator_id: string;
  observations: number;
  total: string;
  latest_value: string;
  observers: number | null;
  weight_total: string | null;
  weighted_total: string | null;
}

function toCellMeasurement(row: MeasurementOfCell): CellMeasurement {
  return {
    employeeId: row.employee_id,
    periodCode: row.period_code,
    indicatorId: row.indicator_id,
    count: row.observations,
    total: amount(row.total),
    latestValue: amount(row.latest_value),
    behaviour:
      row.weight_total === null
        ? null
        : {
            count: row.observations,
            observers: row.observers ?? 0,
            weightTotal: amount(row.weight_total),
            weightedTotal: amount(row.weighted_total ?? '0'),
          },
  };
}
