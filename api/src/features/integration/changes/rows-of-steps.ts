import type { ChangeType } from '../../../domain/integration/change-type.js';
import type { RowsOfChange, RowTouched } from '../../../domain/integration/fold-page.js';
import type { Step } from '../../../domain/integration/take-steps.js';
import type { Touch } from '../../../domain/integration/touches-of.js';
import type { HasConfirmations } from '../../appraisals/confirmation.store.js';
import type { Confirmation } from '../../appraisals/confirmation.store.js';
import type { EmployeePeriod, HasIndicators } from '../../indicators/indicator.store.js';
import type { PeriodChangeRow } from '../../indicators/period-change.entity.js';
import { groupBy } from '../../../platform/group-by.js';
import { pairKey } from '../../scores/pair-key.js';
import type { HasChangedRows, LineRow } from './changed-rows.store.js';

/** More steps than a period takes unless somebody plays with it. */
const PERIOD_STEPS = 100;

/** The rows that changes are told of, and what had to be looked up to know them. */
export interface RowsOfSteps {
  readonly changes: readonly RowsOfChange[];
  /** The latest confirmation of each pair, and the one before it, by `pairKey`. */
  readonly confirmations: ReadonlyMap<string, readonly Confirmation[]>;
  /** The reporting lines of each person who was touched by one. */
  readonly lines: ReadonlyMap<string, readonly LineRow[]>;
  /** The steps of each period, newest first. */
  readonly periodSteps: ReadonlyMap<string, readonly PeriodChangeRow[]>;
}

/**
 * Finds out which rows changes are about where the log alone does not say: everything of somebody who came into reach,
 * the reporting lines that were recorded, and whether a predicate was confirmed at all.
 */
export async function rowsOfSteps(
  stores: HasChangedRows & HasConfirmations & HasIndicators,
  steps: readonly Step[],
  types: ReadonlySet<ChangeType>,
): Promise<RowsOfSteps> {
  const touches = steps.flatMap((step) => step.touches);
  const entered = [...new Set(steps.flatMap((step) => step.entered))];
  const ofType = (type: ChangeType) => touches.filter((touch) => touch.type === type);
  const lined = [
    ...new Set([
      ...ofType('REPORTING_LINE').map(({ subject }) => subject),
      ...(types.has('REPORTING_LINE') ? entered : []),
    ]),
  ];
  const [enteredPairs, lineRows] = await Promise.all([
    entered.length === 0 ? [] : stores.changedRows.pairsOf(entered),
    lined.length === 0 ? [] : stores.changedRows.linesOf(lined),
  ]);
  const scorePairs = touches.filter(({ part }) => part !== null).map(pairOf);
  const periods = [...new Set([...scorePairs, ...enteredPairs].map(({ periodCode }) => periodCode))];
  const periodSteps = groupBy(
    periods.length === 0 ? [] : await stores.indicators.periodChangesOf(periods, PERIOD_STEPS),
    ({ periodCode }) => periodCode,
  );
  // Predicates are confirmed in periods that were closed, and in no others.
  const asked = [
    ...ofType('CONFIRMED_PREDICATE').map(pairOf),
    ...(types.has('CONFIRMED_PREDICATE') ? enteredPairs : []),
  ].filter(({ periodCode }) => periodSteps.has(periodCode));
  const pairs = [...new Map(asked.map((pair) => [pairKey(pair), pair])).values()];
  const confirmations = groupBy(
    pairs.length === 0 ? [] : await stores.confirmations.historyOf(pairs, 2),
    pairKey,
  );
  const lines = groupBy(lineRows, ({ employeeId }) => employeeId);
  const pairsOf = groupBy(enteredPairs, ({ employeeId }) => employeeId);
  const isConfirmed = (pair: EmployeePeriod) => confirmations.has(pairKey(pair));

  const rowsOf = ({ touches: touched, entered: came, left, recordedAt }: Step): RowTouched[] => [
    ...touched.flatMap((touch): RowTouched[] => {
      if (touch.type === 'REPORTING_LINE') {
        // Lines that were recorded with this change, by the moment that both carry.
        return (lines.get(touch.subject) ?? [])
          .filter((line) => line.recordedAt.getTime() === recordedAt.getTime())
          .map((line) => upsert(touch.type, touch.subject, line.startsOn, touch));
      }
      if (touch.type === 'CONFIRMED_PREDICATE' && !isConfirmed(pairOf(touch))) return [];
      return [upsert(touch.type, touch.subject, touch.part, touch)];
    }),
    ...came.flatMap((employeeId) => everythingOf(employeeId)),
    ...left.map((subject): RowTouched => ({
      ...{ type: 'EMPLOYEE', subject, part: null, op: 'DELETE', reason: 'OUT_OF_REACH', before: undefined },
    })),
  ];
  const everythingOf = (employeeId: string): RowTouched[] => {
    const own = pairsOf.get(employeeId) ?? [];
    const all: [ChangeType, string | null][] = [
      ['EMPLOYEE', null],
      ...(lines.get(employeeId) ?? []).map(({ startsOn }): [ChangeType, string] => [
        'REPORTING_LINE',
        startsOn,
      ]),
      ...own.map(({ periodCode }): [ChangeType, string] => ['EMPLOYEE_SCORE', periodCode]),
      ...own
        .filter(isConfirmed)
        .map(({ periodCode }): [ChangeType, string] => ['CONFIRMED_PREDICATE', periodCode]),
    ];
    return all
      .filter(([type]) => types.has(type))
      .map(([type, part]) => upsert(type, employeeId, part, { reason: 'NOW_IN_REACH', before: undefined }));
  };
  return {
    changes: steps.map((step) => ({
      offset: step.offset,
      recordedAt: step.recordedAt,
      rows: rowsOf(step),
    })),
    confirmations,
    lines,
    periodSteps,
  };
}

const pairOf = ({ subject, part }: Touch): EmployeePeriod => ({ employeeId: subject, periodCode: part! });

const upsert = (
  type: ChangeType,
  subject: string,
  part: string | null,
  { reason, before }: Pick<Touch, 'reason' | 'before'>,
): RowTouched => ({ type, subject, part, op: 'UPSERT', reason, before });
