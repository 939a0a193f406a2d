import type { EntityManager } from '@mikro-orm/postgresql';
import type { Amount } from '../../domain/amount.js';
import type { Aggregation } from '../../domain/scoring/realisation.js';
import { prepared } from '../../platform/database/prepared.js';
import { sqlOf } from '../../platform/database/sql.js';
import type { EmployeeRow } from '../employees/employee.entity.js';
import type { IndicatorRow } from '../indicators/indicator.entity.js';
import { POLICY_OF_PERIOD } from '../policies/policy.store.js';
import type { EmployeeScoreRow } from './employee-score.entity.js';

/** What is shown beside each score of a page. */
export interface Beside {
  /** The person. */
  readonly people: boolean;
  /** The planned work with what was measured of it. */
  readonly work: boolean;
}

/** One planned indicator of somebody, and what was measured; behaviour is not among them. */
export interface PlannedWork {
  readonly indicatorId: string;
  readonly role: string | null;
  readonly weight: Amount;
  readonly floor: Amount;
  readonly target: Amount;
  readonly stretch: Amount;
  readonly ceiling: Amount | null;
  readonly measurement: { readonly count: number; readonly total: Amount; readonly latestValue: Amount } | null;
}

/** One score of a page. */
export interface ScoreOnPage {
  readonly score: EmployeeScoreRow;
  /** Null where it was not asked for, or is not there for whoever asks. */
  readonly person: EmployeeRow | null;
  /** Empty where it was not asked for. */
  readonly work: readonly PlannedWork[];
  /** Days of the period in service and not on leave. */
  readonly served: number;
}

/** Scores in the order of the employees' ids, with what all of them are read by. */
export interface ScorePage {
  readonly rows: readonly ScoreOnPage[];
  /** Those of the planned work, by their ids. */
  readonly indicators: ReadonlyMap<string, IndicatorRow>;
  /** The version of the policy of the period; null where there is none, or nobody's work was asked for. */
  readonly policyVersion: string | null;
}

/** A page of scores with all that is shown beside them: one statement, whatever is asked for. */
export async function readScorePage(
  em: EntityManager,
  regionCode: string,
  place: { readonly periodCode: string; readonly after: string | null; readonly limit: number },
  beside: Beside,
): Promise<ScorePage> {
  const rows = await sqlOf(em).rows<{ page: string }>(statementOf(beside), [
    regionCode,
    place.periodCode,
    place.after ?? BEFORE_ALL,
    place.limit,
  ]);
  return toPage(JSON.parse(rows[0]!.page) as Written, regionCode, place.periodCode);
}

/** Smaller than any id: a comparison that is always there leads into the index, one that may be left out does not. */
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** An amount as a whole number of millionths. */
const millionths = (column: string) => `trim_scale(${column} * 1000000)::text`;

/** Each a text of its own that never changes, so that it can be kept planned. */
function statementOf({ people, work }: Beside): string {
  const person = `json_build_array(e.id, e.nip, e.name, e.status, e.unit_id, e.position_title, e.active)`;
  const cell = `json_build_array(t.indicator_id, t.role, ${millionths('t.weight')}, ${millionths('t.floor_value')},
      ${millionths('t.target_value')}, ${millionths('t.stretch_value')}, ${millionths('t.ceiling_value')},
      m.observations, ${millionths('m.total')}, ${millionths('m.latest_value')})`;
  return prepared(`
    with page as materialized (
      select employee_id, value, coverage, observations, work_value, work_rating, behaviour_value, behaviour_rating,
        predicate, policy_version, changed_at
      from employee_score where region_code = $1 and period_code = $2 and employee_id > $3
      order by employee_id limit $4
    )${
      work
        ? `, known as materialized (
      select id, code, name, name_en, kind, core_value, measure_unit, direction, aggregation, lowest, highest, source,
        definition
      from indicator where region_code = $1 and core_value is null
    ), planned as materialized (
      select page.employee_id, json_agg(${cell} order by t.indicator_id) as cells, array_agg(t.indicator_id) as ids
      from page
      join target t on t.region_code = $1 and t.employee_id = page.employee_id and t.period_code = $2
      left join measurement m on m.region_code = t.region_code and m.employee_id = t.employee_id
        and m.period_code = t.period_code and m.indicator_id = t.indicator_id
      where t.indicator_id in (select id from known)
      group by page.employee_id
    )`
        : ''
    }
    select json_build_object(
      'rows', (
        select json_agg(json_build_array(page.employee_id, page.value::text, page.coverage::text, page.observations,
          page.work_value::text, page.work_rating, page.behaviour_value::text, page.behaviour_rating, page.predicate,
          page.policy_version, page.changed_at, ${people ? `case when e.id is null then null else ${person} end` : 'null'},
          ${
            work
              ? `planned.cells, (select coalesce(sum(p.days), 0) from placement p where p.region_code = $1
            and p.employee_id = page.employee_id and p.period_code = $2)`
              : 'null, 0'
          }) order by page.employee_id)
        from page
        ${people ? 'left join employee e on e.region_code = $1 and e.id = page.employee_id' : ''}
        ${work ? 'left join planned on planned.employee_id = page.employee_id' : ''}
      )${
        work
          ? `,
      'indicators', (
        select json_agg(json_build_array(id, code, name, name_en, kind, core_value, measure_unit, direction,
          aggregation, lowest::text, highest::text, source, definition))
        from known where id in (select unnest(ids) from planned)
      ),
      'policy', (
        select s.version from period p ${POLICY_OF_PERIOD('null::timestamptz')}
        where p.region_code = $1 and p.code = $2
      )`
          : ''
      })::text as page`);
}

type Person = [string, string, string, EmployeeRow['status'], string, string, boolean];
type Cell = [
  ...[indicatorId: string, role: string | null, weight: string, floor: string, target: string, stretch: string],
  ...[ceiling: string | null, observations: number | null, total: string | null, latest: string | null],
];
type Score = [
  ...[employeeId: string, value: string | null, coverage: string, observations: number],
  ...[workValue: string | null, workRating: EmployeeScoreRow['workRating']],
  ...[behaviourValue: string | null, behaviourRating: EmployeeScoreRow['behaviourRating']],
  ...[predicate: EmployeeScoreRow['predicate'], policyVersion: string, changedAt: string],
  ...[person: Person | null, cells: Cell[] | null, served: number],
];
type Known = [
  ...[id: string, code: string, name: string, nameEn: string, kind: IndicatorRow['kind']],
  ...[coreValue: IndicatorRow['coreValue'], measureUnit: string, direction: IndicatorRow['direction']],
  ...[aggregation: Aggregation, lowest: string | null, highest: string | null, source: string, definition: string],
];

/** The page as the database writes it: arrays in the order of their columns, amounts in millionths. */
interface Written {
  readonly rows: readonly Score[] | null;
  readonly indicators?: readonly Known[] | null;
  readonly policy?: string | null;
}

function toPage({ rows, indicators, policy }: Written, regionCode: string, periodCode: string): ScorePage {
  return {
    rows: (rows ?? []).map((row) => toRow(row, regionCode, periodCode)),
    indicators: new Map((indicators ?? []).map((row) => [row[0], toIndicatorRow(row, regionCode)])),
    policyVersion: policy ?? null,
  };
}

function toRow(row: Score, regionCode: string, periodCode: string): ScoreOnPage {
  const [employeeId, value, coverage, observations, workValue, workRating, behaviourValue, behaviourRating] = row;
  const [predicate, policyVersion, changedAt, person, cells, served] = row.slice(8) as [
    EmployeeScoreRow['predicate'],
    string,
    string,
    Person | null,
    Cell[] | null,
    number,
  ];
  return {
    score: {
      ...{ regionCode, employeeId, periodCode, value, coverage, observations, workValue, workRating },
      ...{ behaviourValue, behaviourRating, predicate, policyVersion, changedAt: new Date(changedAt) },
    } as EmployeeScoreRow,
    person: person === null ? null : toPerson(person, regionCode),
    work: (cells ?? []).map(toWork),
    served,
  };
}

function toPerson(row: Person, regionCode: string): EmployeeRow {
  const [id, nip, name, status, unitId, positionTitle, active] = row;
  return { regionCode, id, nip, name, status, unitId, positionTitle, active } as EmployeeRow;
}

function toWork(cell: Cell): PlannedWork {
  const [indicatorId, role, weight, floor, target, stretch, ceiling, count, total, latest] = cell;
  return {
    indicatorId,
    role,
    weight: BigInt(weight),
    floor: BigInt(floor),
    target: BigInt(target),
    stretch: BigInt(stretch),
    ceiling: ceiling === null ? null : BigInt(ceiling),
    measurement: count === null ? null : { count, total: BigInt(total!), latestValue: BigInt(latest!) },
  };
}

function toIndicatorRow(row: Known, regionCode: string): IndicatorRow {
  const [id, code, name, nameEn, kind, coreValue, measureUnit, direction] = row;
  const [aggregation, lowest, highest, source, definition] = row.slice(8) as [
    Aggregation,
    string | null,
    string | null,
    string,
    string,
  ];
  return {
    ...{ regionCode, id, code, name, nameEn, kind, coreValue, measureUnit, direction, aggregation },
    ...{ lowest, highest, source, definition },
  } as IndicatorRow;
}
