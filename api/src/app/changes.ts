import type { Fact, FactOf } from '../domain/facts.js';
import type { NewChange } from '../platform/changes/change-log.js';
import { slices } from '../platform/slices.js';

type ToChange<K extends Fact['kind']> = ((fact: FactOf<K>) => NewChange | NewChange[]) | null;

/** Rows that one change names at most: whoever follows the log is told of a change whole. */
const NAMED_AT_ONCE = 100;

const of =
  <F extends Fact>(subject: (fact: F) => string | null) =>
  (fact: F): NewChange => {
    const { kind, ...payload } = fact;
    return { kind, subjectId: subject(fact), payload };
  };

/** A fact about many rows, as a change for each hundred of them. */
const inParts =
  <N extends string>(name: N) =>
  ({
    kind,
    [name]: ids,
  }: { readonly kind: string } & { readonly [K in N]: readonly string[] }): NewChange[] =>
    [...slices(ids, NAMED_AT_ONCE)].map((some) => ({ kind, subjectId: null, payload: { [name]: some } }));

/**
 * What of each fact is written to the change log, which walls and regional HR follow. Null stays inside the
 * transaction: what was measured is told by the observation and by the score. Of reporting lines it tells whose they
 * are, and not to whom they lead.
 */
const changes: { [K in Fact['kind']]: ToChange<K> } = {
  UnitsChanged: of(() => null),
  AccountChanged: of((fact) => fact.accountId),
  IndicatorsChanged: of(() => null),
  PeriodsOpened: of(() => null),
  PeriodChanged: of(() => null),
  PolicySigned: of(() => null),
  ContestOpened: of((fact) => fact.contestId),
  ContestRuled: of((fact) => fact.contestId),
  PredicateConfirmed: of((fact) => fact.confirmationId),
  DataCorrectionRequested: of((fact) => fact.requestId),
  DataCorrectionAnswered: of((fact) => fact.requestId),
  ComplaintFiled: of((fact) => fact.complaintId),
  ComplaintAnswered: of((fact) => fact.complaintId),
  ForumPlanned: of((fact) => fact.sessionId),
  ForumEntryTaken: of((fact) => fact.sessionId),
  ForumScanned: of((fact) => fact.sessionId),
  ForumHeld: null,
  CommitmentChanged: of((fact) => fact.commitment.id),
  CounterChanged: of((fact) => fact.counterId),
  FeedbackLeft: of((fact) => fact.feedbackId),
  FeedbackReviewed: of((fact) => fact.feedbackId),
  SurveyWaveClosed: of((fact) => fact.unitId),
  ServiceChanged: of((fact) => fact.employeeId),
  ReportingLinesChanged: inParts('employeeIds'),
  EmployeeChanged: of((fact) => fact.employeeId),
  DeviceChanged: of((fact) => fact.deviceId),
  ServiceTokenChanged: of((fact) => fact.serviceId),
  WebhookChanged: of((fact) => fact.webhookId),
  PlanChanged: of((fact) => fact.employeeId),
  ObservationLogged: of((fact) => fact.observationId),
  ObservationCorrected: of((fact) => fact.observationId),
  ObservationsImported: (fact) => ({
    kind: 'ObservationsImported',
    subjectId: null,
    payload: { observations: fact.observations.length },
  }),
  MeasurementChanged: null,
  EmployeeScoreChanged: of((fact) => fact.employeeId),
  UnitScoresChanged: of(() => null),
};

/** The changes that a fact leaves in the log; none where it stays inside the transaction. */
export function toChanges(fact: Fact): readonly NewChange[] {
  const convert = changes[fact.kind] as ToChange<Fact['kind']>;
  return convert === null ? [] : [convert(fact)].flat();
}
