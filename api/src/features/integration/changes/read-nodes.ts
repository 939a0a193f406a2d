import { localDate } from '../../../domain/calendar.js';
import { CHANGE_TYPES, type ChangeType } from '../../../domain/integration/change-type.js';
import type { ToldRow } from '../../../domain/integration/fold-page.js';
import type { Context } from '../../../platform/graphql/context.js';
import { employeeLoader } from '../../employees/employee.resolver.js';
import type { HasEmployees } from '../../employees/employee.store.js';
import { toEmployee } from '../../employees/employee.object.js';
import type { HasService, HeldAssignment } from '../../employees/service.store.js';
import { toUnit } from '../../employees/unit.object.js';
import type { HasUnits } from '../../employees/unit.store.js';
import { toConfirmedPredicate } from '../../appraisals/confirmation.object.js';
import { toIndicator, toPeriod } from '../../indicators/indicator.object.js';
import type { HasIndicators } from '../../indicators/indicator.store.js';
import { toPolicy } from '../../policies/policy.object.js';
import { pairKey } from '../../scores/pair-key.js';
import { toEmployeeScore } from '../../scores/score.object.js';
import type { HasScores } from '../../scores/score.store.js';
import { ReportingLine, type ChangedRow } from './change.object.js';
import type { HasChangedRows } from './changed-rows.store.js';
import type { RowsOfSteps } from './rows-of-steps.js';

/** A row as it is now, and from which day on it holds. */
export interface NodeNow {
  readonly node: typeof ChangedRow;
  readonly validFrom: string | null;
}

export type NodeNeeds = HasEmployees & HasService & HasUnits & HasIndicators & HasScores & HasChangedRows;

/** The first day of somebody of whom no earlier day is known. */
const ALWAYS = '0001-01-01';

/**
 * The rows of a page as they are now, one statement for each type, at one moment and by the rights of whoever asks; none
 * for a row that is not there, or not theirs. The people are read with them, so that nobody can move out of reach
 * between a row and its person.
 */
export function readNodes(
  context: Context<NodeNeeds>,
  region: string,
  rows: readonly ToldRow[],
  known: Pick<RowsOfSteps, 'confirmations' | 'lines'>,
): Promise<(row: ToldRow) => NodeNow | null> {
  return context.readAtOnce(region, (stores) => readThem(stores, context, region, rows, known));
}

async function readThem(
  stores: NodeNeeds,
  context: Context<NodeNeeds>,
  region: string,
  rows: readonly ToldRow[],
  { confirmations, lines }: Pick<RowsOfSteps, 'confirmations' | 'lines'>,
): Promise<(row: ToldRow) => NodeNow | null> {
  const upserts = rows.filter(({ op }) => op === 'UPSERT');
  const of = (type: ChangeType) => upserts.filter((row) => row.type === type);
  const subjects = (type: ChangeType) => of(type).map(({ subject }) => subject);
  const read = async <Row>(asked: readonly string[], ask: (asked: readonly string[]) => Promise<Row[]>) =>
    asked.length === 0 ? [] : ask(asked);
  const scorePairs = of('EMPLOYEE_SCORE').map(pairOf);
  const spans = [...of('EMPLOYEE_SCORE'), ...of('CONFIRMED_PREDICATE')].map(({ part }) => part!);
  const people = subjects('EMPLOYEE');
  const everybody = [
    ...new Set(upserts.filter(({ type }) => CHANGE_TYPES[type].ofPerson).map(({ subject }) => subject)),
  ];
  const [employees, assignments, scores, units, periods, policies, indicators] = await Promise.all([
    read(everybody, (ids) => stores.employees.byIds(ids)),
    people.length === 0
      ? new Map<string, readonly HeldAssignment[]>()
      : stores.service.assignmentsOf(people, null),
    scorePairs.length === 0 ? [] : stores.scores.byPairs(scorePairs),
    read(subjects('UNIT'), (ids) => stores.units.byIds(ids)),
    read([...new Set([...subjects('PERIOD'), ...spans])], (codes) => stores.changedRows.periodsOf(codes)),
    read(subjects('POLICY'), (versions) => stores.changedRows.policiesOf(versions)),
    read(subjects('INDICATOR'), (ids) => stores.indicators.byIds(ids)),
  ]);
  const today = localDate(context.now());
  const startOf = new Map(periods.map(({ code, startsOn }) => [code, startsOn]));
  const found = new Map<string, NodeNow>();
  const put = (
    type: ChangeType,
    subject: string,
    part: string | null,
    node: typeof ChangedRow,
    from: string | null,
  ) => found.set(`${type} ${subject} ${part}`, { node, validFrom: from === ALWAYS ? null : from });

  const loader = employeeLoader(context, region);
  const seen = new Set(employees.map(({ id }) => id));
  for (const row of employees) {
    loader.prime(row.id, row);
    put('EMPLOYEE', row.id, null, toEmployee(row), postSince(assignments.get(row.id) ?? [], today));
  }
  for (const row of scores) {
    const { employeeId, periodCode } = row;
    put('EMPLOYEE_SCORE', employeeId, periodCode, toEmployeeScore(row), startOf.get(periodCode) ?? null);
  }
  for (const { subject, part } of of('CONFIRMED_PREDICATE')) {
    const latest = confirmations.get(pairKey({ employeeId: subject, periodCode: part! }))?.[0];
    if (latest === undefined) continue;
    const node = toConfirmedPredicate(region, latest);
    put('CONFIRMED_PREDICATE', subject, part, node, startOf.get(part!) ?? null);
  }
  for (const { subject, part } of of('REPORTING_LINE')) {
    const line = lines.get(subject)?.find(({ startsOn }) => startsOn === part);
    if (line === undefined) continue;
    const node = Object.assign(new ReportingLine(), { ...line, regionCode: region });
    put('REPORTING_LINE', subject, part, node, line.startsOn);
  }
  for (const row of units) put('UNIT', row.id, null, toUnit(row), null);
  for (const row of periods) put('PERIOD', row.code, null, toPeriod(row), row.startsOn);
  for (const row of policies) put('POLICY', row.version, null, toPolicy(row), row.effectiveFrom ?? null);
  for (const row of indicators) put('INDICATOR', row.id, null, toIndicator(row), null);
  return ({ type, subject, part }) =>
    CHANGE_TYPES[type].ofPerson && !seen.has(subject)
      ? null
      : (found.get(`${type} ${subject} ${part}`) ?? null);
}

/** From which day on somebody holds the post of today; null where none is on record. */
function postSince(assignments: readonly HeldAssignment[], today: string): string | null {
  const begun = assignments
    .filter(({ kind, startsOn }) => kind === 'REGULAR' && startsOn <= today)
    .map(({ startsOn }) => startsOn);
  return begun.sort().at(-1) ?? null;
}

const pairOf = ({ subject, part }: ToldRow) => ({ employeeId: subject, periodCode: part! });
