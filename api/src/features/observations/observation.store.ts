import type { EntityManager } from '@mikro-orm/postgresql';
import { amount } from '../../domain/amount.js';
import type { Measurement } from '../../domain/scoring/realisation.js';
import { sqlOf } from '../../platform/database/sql.js';
import type { EmployeePeriod } from '../indicators/indicator.store.js';
import { ObservationEntity, type ObservationRow } from './observation.entity.js';

/** What observations of one target add up to. */
export interface CellMeasurement extends EmployeePeriod, Measurement {
  readonly indicatorId: string;
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
}

export interface ObservationFilter {
  readonly employeeId: string | null;
  readonly indicatorId: string | null;
  readonly periodCode: string | null;
}

/** What other rooms may ask about observations and what they add up to. Every answer is of one region. */
export interface ObservationStore {
  get(id: string): Promise<ObservationRow | null>;
  byIds(ids: readonly string[]): Promise<ObservationRow[]>;
  /** The id of the observation that took this one's place, for those that were corrected. */
  correctionsOf(ids: readonly string[]): Promise<Map<string, string>>;
  /** Newest first, by the time of recording. */
  page(filter: ObservationFilter, before: string | null, limit: number): Promise<ObservationRow[]>;
  /** Keeps the row from being corrected by anybody else until the transaction ends. */
  lock(id: string): Promise<void>;
  /** Adds rows; those whose import key is already there are passed over. Gives the ids that were added. */
  add(observations: readonly ObservationRow[]): Promise<Set<string>>;
  /** Adds new observations to the sums of their cells: constant work for each, however long the history. */
  count(observations: readonly Counted[]): Promise<void>;
  /** Sums these cells anew from the observations that count. The cells must be locked (`lockTargets`). */
  recount(cells: readonly Cell[]): Promise<void>;
  measurementsOf(pairs: readonly EmployeePeriod[]): Promise<CellMeasurement[]>;
}

export interface HasObservations {
  readonly observations: ObservationStore;
}

export function createObservationStore(em: EntityManager, regionCode: string): ObservationStore {
  const sql = sqlOf(em);
  const plain = { disableIdentityMap: true } as const;
  return {
    get: (id) => em.findOne(ObservationEntity, { regionCode, id }, plain),
    byIds: (ids) => em.find(ObservationEntity, { regionCode, id: { $in: [...ids] } }, plain),
    async correctionsOf(ids) {
      const rows = await sql.rows<{ id: string; supersedes_id: string }>(
        `select id, supersedes_id from observation where region_code = $1 and supersedes_id = any($2::uuid[])`,
        [regionCode, ids],
      );
      return new Map(rows.map((row) => [row.supersedes_id, row.id]));
    },
    page: (filter, before, limit) =>
      em.find(
        ObservationEntity,
        {
          regionCode,
          ...(before === null ? {} : { id: { $lt: before } }),
          ...(filter.employeeId === null ? {} : { employeeId: filter.employeeId }),
          ...(filter.indicatorId === null ? {} : { indicatorId: filter.indicatorId }),
          ...(filter.periodCode === null ? {} : { periodCode: filter.periodCode }),
        },
        { ...plain, orderBy: { id: 'desc' }, limit },
      ),
    async lock(id) {
      await sql.rows('select 1 from observation where region_code = $1 and id = $2 for update', [
        regionCode,
        id,
      ]);
    },
    async add(observations) {
      const rows = await sql.rows<{ id: string }>(
        `insert into observation (region_code, id, employee_id, period_code, indicator_id, value, observed_at,
           recorded_at, recorded_by, note, supersedes_id, correction_reason, import_key)
         select $1, * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::numeric[], $7::timestamptz[],
           $8::timestamptz[], $9::text[], $10::text[], $11::uuid[], $12::text[], $13::uuid[])
         on conflict (region_code, import_key) where import_key is not null do nothing
         returning id`,
        [
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
        ],
      );
      return new Set(rows.map((row) => row.id));
    },
    async count(observations) {
      await sql.rows(
        `insert into measurement as m (region_code, employee_id, period_code, indicator_id, observations, total,
           latest_value, latest_at, latest_id)
         select $1, o.employee_id, o.period_code, o.indicator_id, count(*), sum(o.value),
           (array_agg(o.value order by o.observed_at desc, o.id desc))[1], max(o.observed_at),
           (array_agg(o.id order by o.observed_at desc, o.id desc))[1]
         from unnest($2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::numeric[], $7::timestamptz[])
           as o (employee_id, period_code, indicator_id, id, value, observed_at)
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
           )`,
        [
          regionCode,
          observations.map((observation) => observation.employeeId),
          observations.map((observation) => observation.periodCode),
          observations.map((observation) => observation.indicatorId),
          observations.map((observation) => observation.observationId),
          observations.map((observation) => observation.value),
          observations.map((observation) => observation.observedAt),
        ],
      );
    },
    async recount(cells) {
      const parameters = [
        regionCode,
        cells.map((cell) => cell.employeeId),
        cells.map((cell) => cell.periodCode),
        cells.map((cell) => cell.indicatorId),
      ];
      const touched = 'select * from unnest($2::uuid[], $3::text[], $4::uuid[])';
      await sql.rows(
        `delete from measurement
         where region_code = $1 and (employee_id, period_code, indicator_id) in (${touched})`,
        parameters,
      );
      await sql.rows(
        `insert into measurement (region_code, employee_id, period_code, indicator_id, observations, total,
           latest_value, latest_at, latest_id)
         select $1, o.employee_id, o.period_code, o.indicator_id, count(*), sum(o.value),
           (array_agg(o.value order by o.observed_at desc, o.id desc))[1], max(o.observed_at),
           (array_agg(o.id order by o.observed_at desc, o.id desc))[1]
         from observation o
         where o.region_code = $1 and (o.employee_id, o.period_code, o.indicator_id) in (${touched})
           and not exists (
             select 1 from observation s where s.region_code = o.region_code and s.supersedes_id = o.id
           )
         group by o.employee_id, o.period_code, o.indicator_id`,
        parameters,
      );
    },
    async measurementsOf(pairs) {
      const rows = await sql.rows<MeasurementOfCell>(
        `select m.employee_id, m.period_code, m.indicator_id, m.observations, m.total, m.latest_value
         from unnest($2::uuid[], $3::text[]) as pair (employee_id, period_code)
         join measurement m on m.region_code = $1 and m.employee_id = pair.employee_id
           and m.period_code = pair.period_code`,
        [regionCode, pairs.map((pair) => pair.employeeId), pairs.map((pair) => pair.periodCode)],
      );
      return rows.map((row) => ({
        employeeId: row.employee_id,
        periodCode: row.period_code,
        indicatorId: row.indicator_id,
        count: row.observations,
        total: amount(row.total),
        latestValue: amount(row.latest_value),
      }));
    },
  };
}

interface MeasurementOfCell {
  employee_id: string;
  period_code: string;
  indicator_id: string;
  observations: number;
  total: string;
  latest_value: string;
}
