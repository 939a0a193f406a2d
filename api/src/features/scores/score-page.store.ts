import type { EntityManager } from '@mikro-orm/postgresql';
import { amount, type Amount } from '../../domain/amount.js';
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
  readonly measurement: {
    readonly count: number;
    readonly total: Amount;
    readonly latestValue: Amount;
  } | null;
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
  const isUsual = USUAL_LIMITS.has(place.limit);
  const rows = await sqlOf(em).rows<{ page: string }>(
    statementOf(beside, isUsual ? String(place.limit) : '$4'),
    [regionCode, place.periodCode, place.after ?? BEFORE_ALL, ...(isUsual ? [] : [place.limit])],
  );
  return toPage(JSON.parse(rows[0]!.page) as Written, regionCode, place.periodCode);
}

/** Smaller than any id: a comparison that is always there leads into the index, one that may be left out does not. */
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * Pages of 10, 20, 25, 50 and 100, and whether there is another: these stand in the text. Where it is a value, the plan
 * for all values looks so much worse than one for this value that PostgreSQL plans anew each time.
 */
const USUAL_LIMITS = new Set([11, 21, 26, 51, 101]);

/**
 * Each a text of its own that never changes, so that it can be kept planned. What is planned and what is measured are
 * two ranges of two indexes for each person; joined they would be a search for each indicator of each person. They come
 * as plain texts: to build JSON of them costs the database more than to find them.
 */
function statementOf({ people, work }: Beside, limit: string): string {
  const person = people
    ? `case when e.id is null then null else
        json_build_array(e.id, e.nip, e.name, e.status, e.unit_id, e.position_title, e.active) end`
    : 'null';
  const ofPerson = (table: string) =>
    `${table}.region_code = $1 and ${table}.employee_id = page.employee_id and ${table}.period_code = $2`;
  const works = `
      (select json_build_array(json_agg(t.role), string_agg(concat_ws(' ', t.indicator_id, t.weight, t.floor_value,
          t.target_value, t.stretch_value, t.ceiling_value), ';'))
        from target t where ${ofPerson('t')} and t.indicator_id in (select id from known)),
      (select string_agg(concat_ws(' ', m.indicator_id, m.observations, m.total, m.latest_value), ';')
        from measurement m where ${ofPerson('m')}),
      (select coalesce(sum(p.days), 0) from placement p where ${ofPerson('p')})`;
  return prepared(`
    with page as materialized (
      select employee_id, value, coverage, observations, work_value, work_rating, behaviour_value, behaviour_rating,
        predicate, policy_version, changed_at
      from employee_score where region_code = $1 and period_code = $2 and employee_id > $3
      order by employee_id limit ${limit}
    ), known as materialized (
      select id, code, name, name_en, kind, core_value, measure_unit, direction, aggregation, lowest, highest, source,
        definition
      from indicator where ${work ? 'region_code = $1 and core_value is null' : 'false'}
    )
    select json_build_object(
      'rows', (
        select json_agg(json_build_array(page.employee_id, page.value::text, page.coverage::text, page.observations,
          page.work_value::text, page.work_rating, page.behaviour_value::text, page.behaviour_rating, page.predicate,
          page.policy_version, page.changed_at, ${person}, ${work ? works : 'null, null, 0'})
          order by page.employee_id)
        from page ${people ? 'left join employee e on e.region_code = $1 and e.id = page.employee_id' : ''}
      ),
      'indicators', (
        select json_agg(json_build_array(id, code, name, name_en, kind, core_value, measure_unit, direction,
          aggregation, lowest::text, highest::text, source, definition))
        from known
      ),
      'policy', ${
        work
          ? `(select s.version from period p ${POLICY_OF_PERIOD('null::timestamptz')}
        where p.region_code = $1 and p.code = $2)`
          : 'null'
      }
    )::text as page`);
}

type Person = [string, string, string, EmployeeRow['status'], string, string, boolean];
/** Roles, and the cells as one text. */
type Cells = [roles: (string | null)[] | null, cells: string | null];
type Score = [
  ...[employeeId: string, value: string | null, coverage: string, observations: number],
  ...[workValue: string | null, workRating: EmployeeScoreRow['workRating']],
  ...[behaviourValue: string | null, behaviourRating: EmployeeScoreRow['behaviourRating']],
  ...[predicate: EmployeeScoreRow['predicate'], policyVersion: string, changedAt: string],
  ...[person: Person | null, planned: Cells | null, measured: string | null, served: number],
];
type Known = [
  ...[id: string, code: string, name: string, nameEn: string, kind: IndicatorRow['kind']],
  ...[coreValue: IndicatorRow['coreValue'], measureUnit: string, direction: IndicatorRow['direction']],
  ...[
    aggregation: Aggregation,
    lowest: string | null,
    highest: string | null,
    source: string,
    definition: string,
  ],
];

/** The page as the database writes it: arrays in the order of their columns, some with a text of texts. */
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
  const [employeeId, value, coverage, observations, workValue, workRating, behaviourValue, behaviourRating] =
    row;
  const [predicate, policyVersion, changedAt, person, planned, measured, served] = row.slice(8) as [
    EmployeeScoreRow['predicate'],
    string,
    string,
    Person | null,
    Cells | null,
    string | null,
    number,
  ];
  return {
    score: {
      ...{ regionCode, employeeId, periodCode, value, coverage, observations, workValue, workRating },
      ...{ behaviourValue, behaviourRating, predicate, policyVersion, changedAt: new Date(changedAt) },
    },
    person: person === null ? null : toPerson(person, regionCode),
    work: toWork(planned, measured),
    served,
  };
}

function toPerson(row: Person, regionCode: string): EmployeeRow {
  const [id, nip, name, status, unitId, positionTitle, active] = row;
  return { regionCode, id, nip, name, status, unitId, positionTitle, active };
}

function toWork(planned: Cells | null, measured: string | null): PlannedWork[] {
  const [roles, cells] = planned ?? [null, null];
  if (cells === null) return [];
  const measurements = new Map<string, PlannedWork['measurement']>();
  for (const cell of measured?.split(';') ?? []) {
    const [indicatorId, count, total, latest] = cell.split(' ') as [string, string, string, string];
    measurements.set(indicatorId, {
      count: Number(count),
      total: stored(total),
      latestValue: stored(latest),
    });
  }
  return cells.split(';').map((cell, place) => {
    const [indicatorId, weight, floor, target, stretch, ceiling] = cell.split(' ') as [
      ...[indicatorId: string, weight: string, floor: string, target: string, stretch: string],
      ceiling: string | undefined,
    ];
    return {
      indicatorId,
      role: roles?.[place] ?? null,
      ...{ weight: stored(weight), floor: stored(floor), target: stored(target), stretch: stored(stretch) },
      ceiling: ceiling === undefined ? null : stored(ceiling),
      measurement: measurements.get(indicatorId) ?? null,
    };
  });
}

const PLACES = 6;

/** The amount of a column, which nearly always is written with all its places. */
function stored(text: string): Amount {
  const point = text.length - PLACES - 1;
  return text[point] === '.' ? BigInt(text.slice(0, point) + text.slice(point + 1)) : amount(text);
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
  };
}
