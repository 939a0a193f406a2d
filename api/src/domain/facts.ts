import type { Sentence } from './outcome.js';
import type { ComplaintClass } from './complaint/complaint-clock.js';
import type { CommitmentState } from './forum/commitment-clock.js';
import type { AgendaItem, Attendance, EntryPart, OutcomeKind } from './forum/entry.js';
import type { ForumPhase } from './forum/session-phase.js';
import type { FeedbackDecision, FeedbackTaken } from './feedback/feedback-standing.js';
import type { DataCorrectionDecision, DataPart } from './privacy/accept-data-correction.js';
import type { CoreValue } from './people/berakhlak.js';
import type { Placement } from './people/service-days.js';
import type { PeriodState } from './period/period-state.js';
import type { Predicate } from './scoring/predicate.js';
import type { UnitState } from './scoring/roll-up-unit.js';

/** One observation was recorded. Amounts are canonical decimals. */
export interface ObservationLogged {
  readonly kind: 'ObservationLogged';
  readonly observationId: string;
  readonly employeeId: string;
  readonly indicatorId: string;
  readonly periodCode: string;
  readonly value: string;
  readonly observedAt: Date;
  /** Set for an observation of behaviour. */
  readonly coreValue: CoreValue | null;
  /** Who saw it, as an id of whatever kind; told apart from others, never shown. */
  readonly observer: string;
}

/** A new observation took the place of an older one; the older one stays in the record. */
export interface ObservationCorrected extends Omit<ObservationLogged, 'kind'> {
  readonly kind: 'ObservationCorrected';
  readonly supersedesId: string;
  /** The period that the corrected observation counted in; often the same. */
  readonly previousPeriodCode: string;
  /** Whether it only takes its predecessor away: then nothing of it counts. */
  readonly withdrawn: boolean;
}

/** Many observations came in with one batch of a file. */
export interface ObservationsImported {
  readonly kind: 'ObservationsImported';
  readonly observations: readonly Omit<ObservationLogged, 'kind'>[];
}

/** Units of the organisation were added or changed. */
export interface UnitsChanged {
  readonly kind: 'UnitsChanged';
  readonly unitIds: readonly string[];
}

/** Indicators were added or changed. */
export interface IndicatorsChanged {
  readonly kind: 'IndicatorsChanged';
  readonly indicatorIds: readonly string[];
}

/** Periods were opened. */
export interface PeriodsOpened {
  readonly kind: 'PeriodsOpened';
  readonly periodCodes: readonly string[];
}

/** An employee was added or changed. */
export interface EmployeeChanged {
  readonly kind: 'EmployeeChanged';
  readonly employeeId: string;
  readonly unitId: string;
  /** The unit that was left, where the employee moved. */
  readonly movedFrom: string | null;
  /** Set where that changed: whether they are in service from now on. */
  readonly inService?: boolean;
}

/** Where or when somebody serves was recorded: an appointment, a leave. */
export interface ServiceChanged {
  readonly kind: 'ServiceChanged';
  readonly employeeId: string;
}

/** Who appraises these people from some day on was recorded. */
export interface ReportingLinesChanged {
  readonly kind: 'ReportingLinesChanged';
  readonly employeeIds: readonly string[];
}

/** A period went on to another state. */
export interface PeriodChanged {
  readonly kind: 'PeriodChanged';
  readonly periodCode: string;
  readonly state: PeriodState;
  readonly reason: string | null;
}

/** A scoring policy was signed; `periodCodes` are the open periods that it holds for. */
export interface PolicySigned {
  readonly kind: 'PolicySigned';
  readonly version: string;
  readonly effectiveFrom: string;
  readonly periodCodes: readonly string[];
}

/** An employee objected to an observation. */
export interface ContestOpened {
  readonly kind: 'ContestOpened';
  readonly contestId: string;
  readonly observationId: string;
  readonly employeeId: string;
  readonly periodCode: string;
}

/** An objection was ruled on; where it was upheld, a correction follows from it as any other. */
export interface ContestRuled {
  readonly kind: 'ContestRuled';
  readonly contestId: string;
  readonly decision: 'REJECTED' | 'WITHDRAWN' | 'AMENDED';
  readonly employeeId: string;
  readonly periodCode: string;
}

/** An appraiser confirmed an employee's predicate. */
export interface PredicateConfirmed {
  readonly kind: 'PredicateConfirmed';
  readonly confirmationId: string;
  readonly employeeId: string;
  readonly periodCode: string;
  readonly predicate: Predicate;
  readonly policyVersion: string;
}

/** The indicators, weights or targets by which an employee is scored in a period were set. */
export interface PlanChanged {
  readonly kind: 'PlanChanged';
  readonly employeeId: string;
  readonly periodCode: string;
}

/** Why a score was computed again. */
export type ScoreCause =
  | {
      readonly kind: 'OBSERVATION' | 'CORRECTION' | 'WITHDRAWAL';
      readonly indicatorId: string;
      readonly value: string;
      readonly coreValue: CoreValue | null;
    }
  | { readonly kind: 'IMPORT' }
  | { readonly kind: 'PLAN' | 'MOVE' | 'POLICY' };

/** What was measured for one employee in one period is no longer what it was. */
export interface MeasurementChanged {
  readonly kind: 'MeasurementChanged';
  readonly employeeId: string;
  readonly periodCode: string;
  readonly cause: ScoreCause;
}

/** A score at one moment. */
export interface ScoreState {
  readonly value: string | null;
  readonly coverage: string;
  readonly observations: number;
  /** What the system proposes; null while there is too little data. A person decides. */
  readonly predicate: Predicate | null;
}

/** One employee's score was computed again, and something of it moved. */
export interface EmployeeScoreChanged {
  readonly kind: 'EmployeeScoreChanged';
  readonly employeeId: string;
  readonly periodCode: string;
  /** Null where the employee was not counted in the period until now. */
  readonly before: ScoreState | null;
  readonly after: ScoreState;
  /** The units that counted `before`, where they are not those of now. */
  readonly movedFrom: readonly Placement[] | null;
  readonly cause: ScoreCause;
}

/** A unit as the wall draws it. */
export interface UnitOnBoard {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: 'KECAMATAN' | 'SECRETARIAT' | 'SECTION' | 'KELURAHAN';
  readonly parentId: string | null;
  readonly order: number;
  readonly headcount: number;
  readonly scoredHeadcount: number;
  readonly value: string | null;
  readonly coverage: string;
  readonly state: UnitState;
  readonly observationCount: number;
  readonly changedAt: string | null;
}

/** What just moved and why. It never names a person. */
export interface Happening {
  readonly unitId: string;
  readonly unitName: string;
  readonly delta: string | null;
  readonly sentence: Sentence;
}

/** The new state of every unit that one commit moved in one period. */
export interface UnitScoresChanged {
  readonly kind: 'UnitScoresChanged';
  readonly periodCode: string;
  readonly units: readonly UnitOnBoard[];
  readonly happening: Happening | null;
}

/** Somebody says that something is wrong with the data kept about them. What, only the request itself says. */
export interface DataCorrectionRequested {
  readonly kind: 'DataCorrectionRequested';
  readonly requestId: string;
  readonly employeeId: string;
  readonly about: DataPart;
  readonly dueAt: Date;
}

/** Such a request was answered. */
export interface DataCorrectionAnswered {
  readonly kind: 'DataCorrectionAnswered';
  readonly requestId: string;
  readonly employeeId: string;
  readonly decision: DataCorrectionDecision;
}

/** A citizen complained. What about, only the complaint itself says; who, not even that. */
export interface ComplaintFiled {
  readonly kind: 'ComplaintFiled';
  readonly complaintId: string;
  readonly unitId: string;
  readonly class: ComplaintClass;
  /** The last day for the answer, 'YYYY-MM-DD' in Asia/Jakarta. */
  readonly dueOn: string;
}

/** A complaint was answered. */
export interface ComplaintAnswered {
  readonly kind: 'ComplaintAnswered';
  readonly complaintId: string;
  readonly unitId: string;
}

/** A forum, or one of its sessions, was planned, or planned otherwise. */
export interface ForumPlanned {
  readonly kind: 'ForumPlanned';
  readonly seriesId: string;
  /** Null where it is the forum itself. */
  readonly sessionId: string | null;
  readonly unitId: string;
}

/** A session as its screens draw it. Instants are ISO texts. */
export interface ForumSessionState {
  readonly id: string;
  readonly seriesId: string;
  readonly unitId: string;
  readonly title: string;
  readonly place: string;
  readonly heldOn: string;
  readonly startsAt: string;
  readonly quorum: number;
  readonly concerned: readonly string[];
  readonly agenda: readonly AgendaItem[];
  readonly attendance: Attendance;
  /** How many scanned the code in the hall; missing in what was told before there was one. */
  readonly scanned?: number;
  /** Which groups they named; none before the session is closed. */
  readonly scannedGroups?: Attendance;
  readonly phase: ForumPhase;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly sharedAt: string | null;
  readonly readBackAt: string | null;
  readonly signedAt: string | null;
}

/** What was said or agreed, as screens draw it. */
export interface ForumOutcomeState {
  readonly id: string;
  readonly sessionId: string;
  readonly kind: OutcomeKind;
  readonly text: string;
  readonly itemId: string | null;
  readonly unitId: string | null;
  readonly indicatorId: string | null;
  readonly complaintId: string | null;
  /** What of the same session it answers. */
  readonly answersId: string | null;
  readonly revision: number;
  readonly alternatives: readonly { readonly id: string; readonly text: string; readonly takenAt: string }[];
  readonly withdrawn: boolean;
  readonly amends: boolean;
  readonly takenAt: string;
}

/** A promise as screens draw it. It is the office's word: no name of a citizen belongs in it. */
export interface CommitmentOnBoard {
  readonly id: string;
  readonly sessionId: string;
  readonly seriesId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly text: string;
  readonly ownerRole: string | null;
  readonly promisedOn: string;
  readonly dueOn: string;
  readonly state: CommitmentState;
  readonly settledOn: string | null;
  readonly escalated: number;
  readonly withdrawn: boolean;
  readonly movedAt: string;
}

/** An entry of a session was taken; what it made of the session. */
export interface ForumEntryTaken {
  readonly kind: 'ForumEntryTaken';
  readonly sessionId: string;
  readonly entryId: string;
  readonly part: EntryPart;
  readonly session: ForumSessionState;
  /** What it made or changed of what was agreed. */
  readonly outcome: ForumOutcomeState | null;
  /** What it made or changed of a promise, of this session or of an earlier one. */
  readonly commitment: CommitmentOnBoard | null;
}

/** Somebody in the hall scanned its code. */
export interface ForumScanned {
  readonly kind: 'ForumScanned';
  readonly sessionId: string;
  /** How many have by now. */
  readonly scanned: number;
}

/** A session was held to its end. */
export interface ForumHeld {
  readonly kind: 'ForumHeld';
  readonly sessionId: string;
  readonly unitId: string;
  readonly title: string;
  readonly closedAt: Date;
}

/** A promise was made, changed, reported on, or has become late. */
export interface CommitmentChanged {
  readonly kind: 'CommitmentChanged';
  readonly commitment: CommitmentOnBoard;
  readonly because: 'MADE' | 'CHANGED' | 'REPORTED' | 'LATE' | 'ESCALATED' | 'WITHDRAWN';
  /**
   * What this means for the share of promises kept in time: 0 or 100, in the place of what was counted before;
   * TAKEN_BACK: what was counted should not have been; null where it says nothing of it.
   */
  readonly kept: '0' | '100' | 'TAKEN_BACK' | null;
  readonly at: Date;
}

/** A counter was made, renamed, opened, closed or given another code. */
export interface CounterChanged {
  readonly kind: 'CounterChanged';
  readonly counterId: string;
  readonly unitId: string;
}

/** A citizen left feedback. What it says, only the feedback itself tells; who left it, not even that. */
export interface FeedbackLeft {
  readonly kind: 'FeedbackLeft';
  readonly feedbackId: string;
  readonly counterId: string;
  readonly unitId: string;
  /** Whether it counts at once. */
  readonly taken: FeedbackTaken;
}

/** A facilitator decided whether feedback that waited is to count. */
export interface FeedbackReviewed {
  readonly kind: 'FeedbackReviewed';
  readonly feedbackId: string;
  readonly unitId: string;
  readonly decision: FeedbackDecision;
}

/** The survey wave of a unit's quarter was closed; the observation of its index follows as any other. */
export interface SurveyWaveClosed {
  readonly kind: 'SurveyWaveClosed';
  readonly unitId: string;
  readonly periodCode: string;
  readonly observationId: string;
  /** Canonical decimal, 25 to 100. */
  readonly index: string;
}

/** Somebody's account or roles were changed. */
export interface AccountChanged {
  readonly kind: 'AccountChanged';
  readonly accountId: string;
}

/** A wall was paired, changed or revoked. */
export interface DeviceChanged {
  readonly kind: 'DeviceChanged';
  readonly deviceId: string;
}

/** A service was let in, given another token, or revoked. */
export interface ServiceTokenChanged {
  readonly kind: 'ServiceTokenChanged';
  readonly serviceId: string;
}

/** An endpoint that is told of changes was made, changed or ended, or something is to be sent to it. */
export interface WebhookChanged {
  readonly kind: 'WebhookChanged';
  readonly webhookId: string;
}

/** Everything that a verb can say has happened. `app/reactions.ts` decides what follows from each. */
export type Fact =
  | UnitsChanged
  | IndicatorsChanged
  | AccountChanged
  | PeriodsOpened
  | EmployeeChanged
  | PlanChanged
  | ServiceChanged
  | ReportingLinesChanged
  | DeviceChanged
  | ServiceTokenChanged
  | WebhookChanged
  | PeriodChanged
  | PolicySigned
  | ContestOpened
  | ContestRuled
  | PredicateConfirmed
  | DataCorrectionRequested
  | DataCorrectionAnswered
  | ComplaintFiled
  | ComplaintAnswered
  | ForumPlanned
  | ForumEntryTaken
  | ForumScanned
  | ForumHeld
  | CommitmentChanged
  | CounterChanged
  | FeedbackLeft
  | FeedbackReviewed
  | SurveyWaveClosed
  | ObservationLogged
  | ObservationCorrected
  | ObservationsImported
  | MeasurementChanged
  | EmployeeScoreChanged
  | UnitScoresChanged;

/** The facts of one kind. */
export type FactOf<K extends Fact['kind']> = Extract<Fact, { kind: K }>;
