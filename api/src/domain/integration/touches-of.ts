import type { Fact, FactOf, ScoreCause, ScoreState } from '../facts.js';
import type { PeriodState } from '../period/period-state.js';
import type { ChangeReason } from './change-reason.js';
import type { ChangeType } from './change-type.js';

/** One change as it stands in the log. What was written long ago may lack what is written today. */
export interface LoggedChange {
  readonly offset: bigint;
  readonly kind: string;
  readonly recordedAt: Date;
  readonly payload: object;
}

/** A row that a change touched. */
export interface Touch {
  readonly type: ChangeType;
  /** The employee, unit or indicator by id; the period by code; the policy by version. */
  readonly subject: string;
  /** The period of a score or a predicate; null for all others. */
  readonly part: string | null;
  readonly reason: ChangeReason;
  /** How a score stood before; null where there was none, undefined where this change does not tell. */
  readonly before: ScoreState | null | undefined;
  /** The unit that an employee came from; null where nobody moved. */
  readonly cameFrom: string | null;
}

const REASON_OF_CAUSE: { readonly [K in ScoreCause['kind']]: ChangeReason } = {
  OBSERVATION: 'OBSERVATION',
  CORRECTION: 'CORRECTION',
  WITHDRAWAL: 'WITHDRAWAL',
  IMPORT: 'IMPORT',
  PLAN: 'PLAN',
  MOVE: 'TRANSFER',
  POLICY: 'POLICY',
};

const REASON_OF_STATE: { readonly [S in PeriodState]: ChangeReason } = {
  OPEN: 'PERIOD_OPENED',
  CLOSED: 'PERIOD_CLOSED',
  CONFIRMED: 'PERIOD_CONFIRMED',
  REOPENED: 'PERIOD_REOPENED',
};

const row = (type: ChangeType, subject: string, reason: ChangeReason, more: Partial<Touch> = {}): Touch => ({
  ...{ type, subject, reason, part: null, before: undefined, cameFrom: null },
  ...more,
});

interface OfPair {
  readonly employeeId: string;
  readonly periodCode: string;
}

/** A confirmed predicate says beside it whether its score is still the one that was confirmed: it moves with it. */
const scoreRows = ({ employeeId, periodCode }: OfPair, reason: ChangeReason, before?: ScoreState | null) => [
  row('EMPLOYEE_SCORE', employeeId, reason, { part: periodCode, before: before ?? null }),
  row('CONFIRMED_PREDICATE', employeeId, reason, { part: periodCode }),
];

/** A fact as it may stand in the log without what was added to it later. */
type Old<K extends Fact['kind'], Later extends keyof FactOf<K>> = Omit<FactOf<K>, Later> &
  Partial<Pick<FactOf<K>, Later>>;

/** What each kind of change touched, of the kinds that touch anything regional HR keeps. */
const READ = {
  UnitsChanged: ({ unitIds = [] }: Partial<FactOf<'UnitsChanged'>>) =>
    unitIds.map((id) => row('UNIT', id, 'MASTER_DATA')),
  IndicatorsChanged: ({ indicatorIds = [] }: Partial<FactOf<'IndicatorsChanged'>>) =>
    indicatorIds.map((id) => row('INDICATOR', id, 'MASTER_DATA')),
  PeriodsOpened: ({ periodCodes = [] }: Partial<FactOf<'PeriodsOpened'>>) =>
    periodCodes.map((code) => row('PERIOD', code, 'PERIOD_OPENED')),
  PeriodChanged: ({ periodCode, state }: FactOf<'PeriodChanged'>) => [
    row('PERIOD', periodCode, REASON_OF_STATE[state] ?? 'PERIOD_OPENED'),
  ],
  PolicySigned: ({ version, periodCodes = [] }: Old<'PolicySigned', 'periodCodes'>) => [
    row('POLICY', version, 'POLICY'),
    ...periodCodes.map((code) => row('PERIOD', code, 'POLICY')),
  ],
  EmployeeChanged: ({ employeeId, movedFrom = null }: Old<'EmployeeChanged', 'movedFrom'>) => [
    row('EMPLOYEE', employeeId, movedFrom === null ? 'MASTER_DATA' : 'TRANSFER', { cameFrom: movedFrom }),
  ],
  ServiceChanged: ({ employeeId }: FactOf<'ServiceChanged'>) => [row('EMPLOYEE', employeeId, 'SERVICE')],
  ReportingLinesChanged: ({ employeeIds = [] }: Partial<FactOf<'ReportingLinesChanged'>>) =>
    employeeIds.flatMap((id) => [
      row('REPORTING_LINE', id, 'REPORTING_LINE'),
      // Who appraises today is told with the person as well.
      row('EMPLOYEE', id, 'REPORTING_LINE'),
    ]),
  PlanChanged: ({ employeeId, periodCode }: FactOf<'PlanChanged'>) => [
    row('EMPLOYEE_SCORE', employeeId, 'PLAN', { part: periodCode }),
  ],
  EmployeeScoreChanged: (fact: FactOf<'EmployeeScoreChanged'>) =>
    scoreRows(fact, REASON_OF_CAUSE[fact.cause?.kind] ?? 'OBSERVATION', fact.before),
  ContestOpened: ({ employeeId, periodCode }: FactOf<'ContestOpened'>) => [
    row('EMPLOYEE_SCORE', employeeId, 'OBJECTION_OPENED', { part: periodCode }),
  ],
  ContestRuled: ({ employeeId, periodCode, decision }: FactOf<'ContestRuled'>) => [
    row('EMPLOYEE_SCORE', employeeId, decision === 'REJECTED' ? 'OBJECTION_REJECTED' : 'OBJECTION_UPHELD', {
      part: periodCode,
    }),
  ],
  PredicateConfirmed: ({ employeeId, periodCode }: FactOf<'PredicateConfirmed'>) => [
    row('CONFIRMED_PREDICATE', employeeId, 'PREDICATE_CONFIRMED', { part: periodCode }),
  ],
};

/** The kinds of changes that touch anything regional HR keeps; all others are passed over unread. */
export const KINDS_TOLD: readonly string[] = Object.keys(READ);

/** The rows that a change touched, each once for each reason; none for a kind that nobody is told of. */
export function touchesOf({ kind, payload }: Pick<LoggedChange, 'kind' | 'payload'>): Touch[] {
  if (!Object.hasOwn(READ, kind)) return [];
  return READ[kind as keyof typeof READ](payload as never);
}
