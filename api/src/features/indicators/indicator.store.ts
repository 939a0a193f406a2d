import type { EntityManager } from '@mikro-orm/postgresql';
import { uuidv7 } from 'uuidv7';
import { amount, type Amount } from '../../domain/amount.js';
import type { CoreValue } from '../../domain/people/berakhlak.js';
import type { Aggregation } from '../../domain/scoring/realisation.js';
import { micros } from '../../platform/audit/canonical-json.js';
import { evidenceLine } from '../../platform/audit/evidence-line.js';
import type { RecordLine, Trail } from '../../platform/audit/trail.js';
import { rememberedIn } from '../../platform/database/remembered.js';
import { instant, sqlOf } from '../../platform/database/sql.js';
import { IndicatorEntity, type IndicatorRow } from './indicator.entity.js';
import type { PeriodChangeRow } from './period-change.entity.js';
import { PeriodEntity, type PeriodRow } from './period.entity.js';
import type { TargetRow } from './target.entity.js';

/** Periods that a region can have at all in a century of months. */
export const ALL_PERIODS = 1_200;

/** One employee in one period: what a score belongs to. */
export interface EmployeePeriod {
  readonly employeeId: string;
  readonly periodCode: string;
}

/** One target, and what of its indicator a score needs. */
export interface PlannedTarget extends EmployeePeriod {
  readonly indicatorId: string;
  readonly code: string;
  /** Set where it is an expectation of behaviour. */
  readonly coreValue: CoreValue | null;
  readonly aggregation: Aggregation;
  readonly weight: Amount;
  readonly floor: Amount;
  readonly target: Amount;
  readonly stretch: Amount;
  readonly ceiling: Amount | null;
  readonly role: string | null;
}

/** What other rooms may ask about indicators, periods and targets. Every answer is of one region. */
export interface IndicatorStore {
  get(id: string): Promise<IndicatorRow | null>;
  byIds(ids: readonly string[]): Promise<IndicatorRow[]>;
  byCodes(codes: readonly string[]): Promise<IndicatorRow[]>;
  /** In the order of their codes. */
  page(afterCode: string | null, limit: number): Promise<IndicatorRow[]>;
  count(): Promise<number>;
  /** The period in which a day of Asia/Jakarta falls; periods of a region never overlap. */
  periodOn(day: string): Promise<PeriodRow | null>;
  period(code: string): Promise<PeriodRow | null>;
  /** Newest first. */
  periods(limit: number): Promise<PeriodRow[]>;
  /** The period that the wall shows on a day: the one it falls in, else the latest that has begun. */
  periodShownOn(day: string): Promise<PeriodRow | null>;
  /** The value at which attainment is 100; null where nothing is planned. */
  targetValue(employeeId: string, periodCode: string, indicatorId: string): Promise<Amount | null>;
  /** The same in the period in which a day of Asia/Jakarta falls. */
  targetOn(employeeId: string, day: string, indicatorId: string): Promise<Amount | null>;
  /** Active employees of a unit, not of those below it, whose plan of that day has the indicator; in order of ids. */
  plannedIn(unitId: string, day: string, indicatorId: string): Promise<string[]>;
  /** Where observations of these employees may count, in all periods. */
  cellsOf(employeeIds: readonly string[]): Promise<(EmployeePeriod & { readonly indicatorId: string })[]>;
  /** All targets of these employees in these periods, as they were recorded by `knownAt` (null: by now). */
  targetsOf(pairs: readonly EmployeePeriod[], knownAt?: Date | null): Promise<PlannedTarget[]>;
  /** The expectations of behaviour that come with every plan. */
  behaviours(): Promise<IndicatorRow[]>;
  /** Keeps everybody else from adding observations to these targets until the transaction ends. */
  lockTargets(cells: readonly (EmployeePeriod & { readonly indicatorId: string })[]): Promise<void>;
  /** Adds or replaces, by id. */
  putIndicators(indicators: readonly IndicatorRow[]): Promise<void>;
  /** Keeps everybody else from opening periods until the transaction ends. */
  keepPeriods(): Promise<void>;
  /** Adds those that are not there yet, and gives their codes. */
  putPeriods(periods: readonly Pick<PeriodRow, 'code' | 'startsOn' | 'endsOn'>[]): Promise<string[]>;
  /**
   * Periods that keep their state until the transaction ends. Whoever adds to a period asks here, so that nothing comes
   * in after it is closed; those who add do not wait for each other.
   */
  holdPeriods(named: PeriodsNamed): Promise<PeriodRow[]>;
  /** Waits for everybody who holds the period, and keeps it from everybody else until the transaction ends. */
  lockPeriod(code: string): Promise<PeriodRow | null>;
  /** Takes a period on to another state and keeps who did it and why. */
  changePeriod(change: NewPeriodChange): Promise<void>;
  /** The steps of each of these periods, newest first, at most so many of each. */
  periodChangesOf(codes: readonly string[], limit: number): Promise<PeriodChangeRow[]>;
  /** Adds or replaces, by employee, period and indicator; tells how many, and the plans in which something changed. */
  putTargets(
    targets: readonly Omit<TargetRow, 'regionCode'>[],
    now: Date,
  ): Promise<{ added: number; changed: number; pairs: EmployeePeriod[] }>;
}

/** Periods by their codes, and those that days of Asia/Jakarta lie in. */
export interface PeriodsNamed {
  readonly codes?: readonly string[];
  readonly days?: readonly string[];
}

/** A step of a period from state to state. */
export type NewPeriodChange = Omit<PeriodChangeRow, 'regionCode'>;

export interface HasIndicators {
  readonly indicators: IndicatorStore;
}

export function createIndicatorStore(em: EntityManager, regionCode: string, trail: Trail): IndicatorStore {
  const sql = sqlOf(em);
  const remembered = rememberedIn(em);
  const plain = { disableIdentityMap: true } as const;
  return {
    get: (id) =>
      remembered.of('indicator', `${regionCode} ${id}`, async () => {
        const rows = await sql.prepared<IndicatorRow>(
          `select region_code as "regionCode", id, code, name, name_en as "nameEn", kind, core_value as "coreValue",
             measure_unit as "measureUnit", direction, aggregation, lowest, highest, source, definition
           from indicator where region_code = $1 and id = $2`,
          [regionCode, id],
        );
        return rows[0] ?? null;
      }),
    byIds: (ids) => em.find(IndicatorEntity, { regionCode, id: { $in: [...ids] } }, plain),
    byCodes: (codes) => em.find(IndicatorEntity, { regionCode, code: { $in: [...codes] } }, plain),
    page: (afterCode, limit) =>
      em.find(
        IndicatorEntity,
        { regionCode, ...(afterCode === null ? {} : { code: { $gt: afterCode } }) },
        { ...plain, orderBy: { code: 'asc' }, limit },
      ),
    count: () => em.count(IndicatorEntity, { regionCode }),
    periodOn: (day) =>
      em.findOne(PeriodEntity, { regionCode, startsOn: { $lte: day }, endsOn: { $gte: day } }, plain),
    period: (code) => em.findOne(PeriodEntity, { regionCode, code }, plain),
    periods: (limit) =>
      em.find(PeriodEntity, { regionCode }, { ...plain, orderBy: { startsOn: 'desc' }, limit }),
    periodShownOn: (day) =>
      em.findOne(
        PeriodEntity,
        { regionCode, startsOn: { $lte: day } },
        { ...plain, orderBy: { startsOn: 'desc' } },
      ),
    targetValue: (employeeId, periodCode, indicatorId) =>
      remembered.of('target', `${regionCode} ${employeeId} ${periodCode} ${indicatorId}`, async () => {
        const rows = await sql.prepared<{ target_value: string }>(
          `select target_value from target
           where region_code = $1 and employee_id = $2 and period_code = $3 and indicator_id = $4`,
          [regionCode, employeeId, periodCode, indicatorId],
        );
        return rows[0] === undefined ? null : amount(rows[0].target_value);
      }),
    async targetOn(employeeId, day, indicatorId) {
      if (!IN_A_PERIOD.test(day)) return null;
      const rows = await sql.prepared<{ code: string; target_value: string }>(
        `select p.code, t.target_value from period p
         join target t on t.region_code = p.region_code and t.employee_id = $2 and t.period_code = p.code
           and t.indicator_id = $4
         where p.region_code = $1 and $3::date between p.starts_on and p.ends_on`,
        [regionCode, employeeId, day, indicatorId],
      );
      if (rows[0] === undefined) return null;
      const value = amount(rows[0].target_value);
      remembered.put('target', `${regionCode} ${employeeId} ${rows[0].code} ${indicatorId}`, value);
      return value;
    },
    async plannedIn(unitId, day, indicatorId) {
      const rows = await sql.rows<{ id: string }>(
        `select e.id from employee e
         join period p on p.region_code = e.region_code and $3::date between p.starts_on and p.ends_on
         join target t on t.region_code = e.region_code and t.employee_id = e.id and t.period_code = p.code
           and t.indicator_id = $4
         where e.region_code = $1 and e.unit_id = $2 and e.active order by e.id`,
        [regionCode, unitId, day, indicatorId],
      );
      return rows.map(({ id }) => id);
    },
    cellsOf: (employeeIds) =>
      sql.rows<EmployeePeriod & { readonly indicatorId: string }>(
        `select employee_id as "employeeId", period_code as "periodCode", indicator_id as "indicatorId"
         from target where region_code = $1 and employee_id = any($2::uuid[])`,
        [regionCode, employeeIds],
      ),
    async targetsOf(pairs, knownAt = null) {
      const columns = `t.employee_id, t.period_code, t.indicator_id, t.weight, t.floor_value, t.target_value,
        t.stretch_value, t.ceiling_value, t.role, i.code, i.core_value, i.aggregation`;
      const parameters = [
        regionCode,
        pairs.map((pair) => pair.employeeId),
        pairs.map((pair) => pair.periodCode),
      ];
      const rows =
        knownAt === null
          ? await sql.prepared<TargetWithIndicator>(
              `select ${columns} from unnest($2::uuid[], $3::text[]) as pair (employee_id, period_code)
               join target t on t.region_code = $1 and t.employee_id = pair.employee_id
                 and t.period_code = pair.period_code
               join indicator i on i.region_code = t.region_code and i.id = t.indicator_id`,
              parameters,
            )
          : await sql.rows<TargetWithIndicator>(
              `select distinct on (t.employee_id, t.period_code, t.indicator_id) ${columns}
               from unnest($2::uuid[], $3::text[]) as pair (employee_id, period_code)
               join target_version t on t.region_code = $1 and t.employee_id = pair.employee_id
                 and t.period_code = pair.period_code and t.recorded_at <= $4
               join indicator i on i.region_code = t.region_code and i.id = t.indicator_id
               order by t.employee_id, t.period_code, t.indicator_id, t.recorded_at desc, t.id desc`,
              [...parameters, knownAt],
            );
      return rows.map(toPlannedTarget);
    },
    behaviours: () =>
      em.find(IndicatorEntity, { regionCode, kind: 'BEHAVIOUR' }, { ...plain, orderBy: { code: 'asc' } }),
    async lockTargets(cells) {
      await sql.rows(
        `select 1 from target
         where region_code = $1 and (employee_id, period_code, indicator_id) in
           (select * from unnest($2::uuid[], $3::text[], $4::uuid[]))
         order by employee_id, period_code, indicator_id for update`,
        [
          regionCode,
          cells.map((cell) => cell.employeeId),
          cells.map((cell) => cell.periodCode),
          cells.map((cell) => cell.indicatorId),
        ],
      );
    },
    async putIndicators(indicators) {
      remembered.forget('indicator');
      await sql.rows(
        `insert into indicator (region_code, id, code, name, name_en, measure_unit, direction, aggregation,
           lowest, highest, source, definition, kind, core_value)
         select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
           $9::numeric[], $10::numeric[], $11::text[], $12::text[], $13::text[], $14::text[])
         on conflict (region_code, id) do update set code = excluded.code, name = excluded.name,
           name_en = excluded.name_en, measure_unit = excluded.measure_unit, direction = excluded.direction,
           aggregation = excluded.aggregation, lowest = excluded.lowest, highest = excluded.highest,
           source = excluded.source, definition = excluded.definition`,
        [
          regionCode,
          indicators.map((indicator) => indicator.id),
          indicators.map((indicator) => indicator.code),
          indicators.map((indicator) => indicator.name),
          indicators.map((indicator) => indicator.nameEn),
          indicators.map((indicator) => indicator.measureUnit),
          indicators.map((indicator) => indicator.direction),
          indicators.map((indicator) => indicator.aggregation),
          indicators.map((indicator) => indicator.lowest),
          indicators.map((indicator) => indicator.highest),
          indicators.map((indicator) => indicator.source),
          indicators.map((indicator) => indicator.definition),
          indicators.map((indicator) => indicator.kind),
          indicators.map((indicator) => indicator.coreValue),
        ],
      );
    },
    async keepPeriods() {
      await sql.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`periods ${regionCode}`]);
    },
    async putPeriods(periods) {
      await sql.rows('select pg_advisory_xact_lock_shared(hashtextextended($1, 0))', [
        `periods ${regionCode}`,
      ]);
      const rows = await sql.rows<{ code: string }>(
        `insert into period (region_code, code, starts_on, ends_on)
         select $1, * from unnest($2::text[], $3::date[], $4::date[])
         on conflict (region_code, code) do nothing returning code`,
        [
          regionCode,
          periods.map((period) => period.code),
          periods.map((period) => period.startsOn),
          periods.map((period) => period.endsOn),
        ],
      );
      return rows.map((row) => row.code);
    },
    holdPeriods: ({ codes = [], days = [] }) =>
      sql.prepared<PeriodRow>(`select ${PERIOD_COLUMNS} from hold_periods($1, $2, $3)`, [
        regionCode,
        codes,
        days.filter((day) => IN_A_PERIOD.test(day)),
      ]),
    async lockPeriod(code) {
      const rows = await sql.rows<PeriodRow>(`select ${PERIOD_COLUMNS} from lock_period($1, $2)`, [
        regionCode,
        code,
      ]);
      return rows[0] ?? null;
    },
    async changePeriod({ id, periodCode, state, reason, changedBy, recordedAt }) {
      await sql.rows(
        `with changed as (update period set state = $4 where region_code = $1 and code = $3)
         insert into period_change (region_code, id, period_code, state, reason, changed_by, recorded_at,
           recorded_in)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [regionCode, id, periodCode, state, reason, changedBy, recordedAt, trail.id],
      );
      trail.cover([
        evidenceLine('period_change', id, [
          ...[periodCode, state, reason ?? null, changedBy, micros(recordedAt)],
        ]),
      ]);
    },
    async periodChangesOf(codes, limit) {
      const rows = await sql.rows<Omit<PeriodChangeRow, 'recordedAt'> & { recordedAt: string }>(
        `select c.region_code as "regionCode", c.id, c.period_code as "periodCode", c.state, c.reason,
           c.changed_by as "changedBy", c.recorded_at as "recordedAt"
         from unnest($2::text[]) as code
         cross join lateral (
           select * from period_change where region_code = $1 and period_code = code order by id desc limit $3
         ) c order by c.period_code, c.id desc`,
        [regionCode, codes, limit],
      );
      return rows.map((row) => ({ ...row, recordedAt: instant(row.recordedAt) }));
    },
    async putTargets(targets, now) {
      // Of two versions recorded at one instant the later id is the later one.
      const ids = targets.map(() => uuidv7());
      remembered.forget('target');
      const rows = await sql.rows<{
        employee_id: string;
        period_code: string;
        added: number;
        written: number;
        versions: string[];
      }>(
        `with written as (
           insert into target as t (region_code, employee_id, period_code, indicator_id, weight, floor_value,
             target_value, stretch_value, ceiling_value, role)
           select $1, * from unnest($2::uuid[], $3::text[], $4::uuid[], $5::numeric[], $6::numeric[], $7::numeric[],
             $8::numeric[], $9::numeric[], $10::text[])
           on conflict (region_code, employee_id, period_code, indicator_id) do update set
             weight = excluded.weight, floor_value = excluded.floor_value,
             target_value = excluded.target_value, stretch_value = excluded.stretch_value,
             ceiling_value = excluded.ceiling_value, role = excluded.role
           where (t.weight, t.floor_value, t.target_value, t.stretch_value, t.ceiling_value, t.role) is distinct from
             (excluded.weight, excluded.floor_value, excluded.target_value, excluded.stretch_value,
              excluded.ceiling_value, excluded.role)
           returning t.*, (t.xmax = 0) as added
         ), fresh as (
           select * from written
           join unnest($2::uuid[], $3::text[], $4::uuid[], $12::uuid[]) as given
             (employee_id, period_code, indicator_id, id) using (employee_id, period_code, indicator_id)
         ), kept as (
           insert into target_version (region_code, id, employee_id, period_code, indicator_id, weight, floor_value,
             target_value, stretch_value, ceiling_value, role, recorded_at, recorded_in)
           select region_code, id, employee_id, period_code, indicator_id, weight, floor_value, target_value,
             stretch_value, ceiling_value, role, $11, $13
           from fresh
         )
         select employee_id, period_code, count(*) filter (where added)::int as added, count(*)::int as written,
           array_agg(id::text) as versions
         from fresh group by employee_id, period_code`,
        [
          regionCode,
          targets.map((target) => target.employeeId),
          targets.map((target) => target.periodCode),
          targets.map((target) => target.indicatorId),
          targets.map((target) => target.weight),
          targets.map((target) => target.floorValue),
          targets.map((target) => target.targetValue),
          targets.map((target) => target.stretchValue),
          targets.map((target) => target.ceilingValue),
          targets.map((target) => target.role),
          now,
          ids,
          trail.id,
        ],
      );
      const versions = new Set(rows.flatMap((row) => row.versions));
      trail.cover(
        targets.flatMap((target, place) =>
          versions.has(ids[place]!) ? versionLine(ids[place]!, target, now) : [],
        ),
      );
      const added = rows.reduce((sum, row) => sum + row.added, 0);
      const written = rows.reduce((sum, row) => sum + row.written, 0);
      const pairs = rows.map((row) => ({ employeeId: row.employee_id, periodCode: row.period_code }));
      return { added, changed: written - added, pairs };
    },
  };
}

/** A version of a target as the audit entry of its command covers it. */
function versionLine(id: string, target: Omit<TargetRow, 'regionCode'>, now: Date): RecordLine {
  const { employeeId, periodCode, indicatorId, weight, floorValue, targetValue, stretchValue } = target;
  const { ceilingValue, role } = target;
  const millionths = (value: string) => amount(value).toString();
  return evidenceLine('target_version', id, [
    ...[employeeId, periodCode, indicatorId, millionths(weight), millionths(floorValue)],
    ...[millionths(targetValue), millionths(stretchValue)],
    ...[ceilingValue == null ? null : millionths(ceilingValue), role ?? null, micros(now)],
  ]);
}

/** Periods have years of four digits; of other days PostgreSQL would not even read all. */
const IN_A_PERIOD = /^[1-9]\d{3}-\d{2}-\d{2}$/;

const PERIOD_COLUMNS = `region_code as "regionCode", code, starts_on::text as "startsOn", ends_on::text as "endsOn", state`;

interface TargetWithIndicator {
  employee_id: string;
  period_code: string;
  indicator_id: string;
  weight: string;
  floor_value: string;
  target_value: string;
  stretch_value: string;
  ceiling_value: string | null;
  role: string | null;
  code: string;
  core_value: CoreValue | null;
  aggregation: Aggregation;
}

function toPlannedTarget(row: TargetWithIndicator): PlannedTarget {
  return {
    employeeId: row.employee_id,
    periodCode: row.period_code,
    indicatorId: row.indicator_id,
    aggregation: row.aggregation,
    weight: amount(row.weight),
    floor: amount(row.floor_value),
    target: amount(row.target_value),
    stretch: amount(row.stretch_value),
    ceiling: row.ceiling_value === null ? null : amount(row.ceiling_value),
    role: row.role,
    code: row.code,
    coreValue: row.core_value,
  };
}
