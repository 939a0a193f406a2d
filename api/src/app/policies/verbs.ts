import { audiences, AUDIENCE } from '../../domain/access/audience.js';
import { DELIVERY_KEEPERS, EXPORTERS } from '../../features/integration/export/export-audiences.js';
import type { Subject } from '../../domain/access/scope.js';

/** A row that has to be looked up before one can say whom it is about. */
export type Target =
  | Subject
  | { readonly observationId: string }
  | { readonly contestId: string }
  | { readonly complaintId: string }
  | { readonly seriesId: string }
  | { readonly sessionId: string }
  | { readonly commitmentId: string }
  | { readonly photoId: string }
  | { readonly counterId: string }
  | { readonly feedbackId: string }
  /** Somebody's appraisal: also of who was their appraiser when the period ended, whoever is today. */
  | { readonly appraised: string; readonly periodCode: string };

/** Who may ask for something. */
export interface VerbPolicy {
  /** What the actor has to be: to the row that `on` names, else to any row at all. */
  readonly to: number;
  /** The row that is asked for or changed, out of a query's arguments or a command's input. */
  readonly on?: (input: never) => Target;
  /** The employee in whose name it is done: only the account of that employee may. */
  readonly speaksAs?: (input: never) => string;
}

const person = AUDIENCE.SIGNED_IN;
const services = audiences(
  'HR_UNITS',
  'HR_PEOPLE',
  'HR_NIP',
  'HR_SCORES',
  'HR_PREDICATES',
  'HR_PROVISION',
  'HR_COUNTERS',
);
const wall = AUDIENCE.WALL;
/** Those who may be shown a unit's figures. */
const figures = audiences(
  'MEMBER',
  'OBSERVER',
  'FACILITATOR',
  'LEADERSHIP',
  'AUDITOR',
  'ADMINISTRATOR',
  'HR_UNITS',
  'WALL',
);
const theUnit = ({ unit }: { unit: string }): Subject => ({ unitId: unit });
const theSession = ({ sessionId }: { sessionId: string }): Target => ({ sessionId });
const theCommitment = ({ commitmentId }: { commitmentId: string }): Target => ({ commitmentId });
const theComplaint = ({ complaintId }: { complaintId: string }): Target => ({ complaintId });
const theCounter = ({ counterId }: { counterId: string }): Target => ({ counterId });
const theFeedback = ({ feedbackId }: { feedbackId: string }): Target => ({ feedbackId });
/** What is no row of anybody: the whole region. */
const theRegion = (): Subject => ({});

/**
 * Who may do what: each root field of the API and each verb of the command line. A verb without a row does not
 * compile; a root field without a row, or a row without a field, fails the build. Which rows and which of their fields
 * somebody is given is in `fields.ts`. Commands on the server itself may do all of it.
 */
const rows = {
  region: { to: AUDIENCE.PUBLIC },
  regions: { to: AUDIENCE.PUBLIC },
  // What somebody may see of what is asked for by its id alone is decided row by row.
  node: { to: person | services },
  nodes: { to: person | services },
  // Getting in, and what is one's own.
  viewer: { to: AUDIENCE.PUBLIC },
  signInOptions: { to: AUDIENCE.PUBLIC },
  signIn: { to: AUDIENCE.PUBLIC },
  setUp: { to: AUDIENCE.PUBLIC },
  acceptInvitation: { to: AUDIENCE.PUBLIC },
  signOut: { to: AUDIENCE.PUBLIC },
  endSession: { to: AUDIENCE.ACCOUNT },
  changePassword: { to: AUDIENCE.ACCOUNT },
  beginSecondFactor: { to: AUDIENCE.ACCOUNT },
  confirmSecondFactor: { to: AUDIENCE.ACCOUNT },
  accounts: { to: AUDIENCE.ADMINISTRATOR, on: theRegion },
  inviteAccount: { to: AUDIENCE.ADMINISTRATOR, on: theRegion },
  changeAccount: { to: AUDIENCE.ADMINISTRATOR, on: theRegion },
  grantRole: { to: AUDIENCE.ADMINISTRATOR, on: theRegion },
  revokeGrant: { to: AUDIENCE.ADMINISTRATOR, on: theRegion },
  units: { to: person | services | wall },
  periods: { to: person | services | wall },
  indicators: { to: person | services },
  policies: { to: person | services },
  policy: { to: person | services },
  calendarDays: { to: person | services },
  creditPoints: { to: person | services },
  satisfactionIndex: { to: person | services },
  unitScores: { to: person | AUDIENCE.HR_UNITS | wall },
  wall: { to: person | wall },
  reasons: { to: person | wall },
  myScore: { to: AUDIENCE.SELF },
  employees: { to: person | services },
  employee: { to: person | services },
  observations: { to: person | AUDIENCE.HR_SCORES },
  observation: { to: person | AUDIENCE.HR_SCORES },
  employeeScore: { to: person | AUDIENCE.HR_SCORES },
  employeeScores: { to: person | AUDIENCE.HR_SCORES },
  explainScore: { to: person | AUDIENCE.HR_SCORES },
  contests: { to: person | AUDIENCE.HR_SCORES },
  contest: { to: person | AUDIENCE.HR_SCORES },
  confirmedPredicates: { to: person | audiences('HR_SCORES', 'HR_PREDICATES') },
  unitScore: { to: figures, on: theUnit },
  explainUnitScore: { to: figures, on: theUnit },
  distributionCheck: {
    to: AUDIENCE.LEADERSHIP,
    on: theUnit,
  },
  policyPreview: { to: AUDIENCE.LEADERSHIP, on: theRegion },
  draftPolicy: { to: AUDIENCE.LEADERSHIP, on: theRegion },
  signPolicy: { to: AUDIENCE.LEADERSHIP, on: theRegion },
  dropPolicy: { to: AUDIENCE.LEADERSHIP, on: theRegion },
  logObservation: {
    to: audiences('OBSERVER', 'APPRAISER'),
    on: ({ employeeId }: { employeeId: string }) => ({ employeeId }),
  },
  correctObservation: {
    to: audiences('AUTHOR', 'APPRAISER'),
    on: ({ observationId }: { observationId: string }) => ({ observationId }),
  },
  withdrawObservation: {
    to: audiences('AUTHOR', 'APPRAISER'),
    on: ({ observationId }: { observationId: string }) => ({ observationId }),
  },
  contestObservation: {
    to: AUDIENCE.SELF,
    on: ({ observationId }: { observationId: string }) => ({ observationId }),
    speaksAs: ({ employeeId }: { employeeId: string }) => employeeId,
  },
  // Of those who may look, the rules say who is the review authority or the appraiser of that period, with the reason.
  // Whoever may not look is told nothing by a refusal either.
  ruleContest: {
    to: audiences('SELF', 'APPRAISER', 'REVIEW', 'LEADERSHIP'),
    on: ({ contestId }: { contestId: string }) => ({ contestId }),
    speaksAs: ({ ruledBy }: { ruledBy: string }) => ruledBy,
  },
  confirmPredicate: {
    to: audiences('SELF', 'APPRAISER', 'REVIEW', 'LEADERSHIP', 'AUTHOR'),
    on: ({ employeeId, periodCode }: { employeeId: string; periodCode: string }) => ({
      appraised: employeeId,
      periodCode,
    }),
    speaksAs: ({ appraiserId }: { appraiserId: string }) => appraiserId,
  },
  looksAtMe: { to: AUDIENCE.SELF },
  purposes: { to: person | services },
  requestCorrection: { to: AUDIENCE.SELF },
  corrections: { to: audiences('SELF', 'ADMINISTRATOR') },
  answerCorrection: { to: AUDIENCE.ADMINISTRATOR, on: theRegion },
  // Citizens have no account. Who complains is opened by those alone who handle the complaint.
  complaintOffices: { to: AUDIENCE.PUBLIC },
  fileComplaint: { to: AUDIENCE.PUBLIC },
  trackComplaint: { to: AUDIENCE.PUBLIC },
  eraseComplainant: { to: AUDIENCE.PUBLIC },
  complaints: { to: audiences('FACILITATOR', 'LEADERSHIP') },
  answerComplaint: { to: audiences('FACILITATOR', 'LEADERSHIP'), on: theComplaint },
  openComplainant: { to: AUDIENCE.FACILITATOR, on: theComplaint },
  // A forum is held in public; who writes its minutes, and who answers for a promise, is of the unit.
  serverNow: { to: AUDIENCE.PUBLIC },
  forumSeries: { to: person | AUDIENCE.HR_UNITS },
  forumSessions: { to: person | AUDIENCE.HR_UNITS },
  forumSession: { to: person | AUDIENCE.HR_UNITS },
  commitments: { to: person | AUDIENCE.HR_UNITS },
  publicForumUnits: { to: AUDIENCE.PUBLIC },
  publicPromises: { to: AUDIENCE.PUBLIC },
  publicCommitments: { to: AUDIENCE.PUBLIC },
  publicForumSessions: { to: AUDIENCE.PUBLIC },
  trackForumOutcome: { to: AUDIENCE.PUBLIC },
  // Whoever has scanned the code in the hall is nobody.
  forumHall: { to: AUDIENCE.PUBLIC },
  attendForum: { to: AUDIENCE.PUBLIC },
  planForumSeries: {
    to: audiences('FACILITATOR', 'LEADERSHIP'),
    on: ({ unitId }: { unitId: string }): Subject => ({ unitId }),
  },
  planForumSession: {
    to: audiences('FACILITATOR', 'LEADERSHIP'),
    on: ({ seriesId }: { seriesId: string }): Target => ({ seriesId }),
  },
  shareMinutes: { to: audiences('FACILITATOR', 'LEADERSHIP'), on: theSession },
  // It comes over HTTP, as bytes.
  putForumPhoto: { to: AUDIENCE.FACILITATOR, on: theSession },
  // Of what became of a promise: whoever may report on it.
  putCommitmentPhoto: { to: audiences('FACILITATOR', 'LEADERSHIP'), on: theCommitment },
  // Whoever could show a picture with a report can hide it again.
  publishForumPhoto: {
    to: audiences('FACILITATOR', 'LEADERSHIP'),
    on: ({ photoId }: { photoId: string }): Target => ({ photoId }),
  },
  logForumEntries: { to: AUDIENCE.FACILITATOR, on: theSession },
  reportCommitment: {
    to: audiences('FACILITATOR', 'LEADERSHIP'),
    on: theCommitment,
  },
  // The forum's own clock.
  noteLate: { to: 0 },
  // Whoever stands before the sheet of a counter. What waits is let in by facilitators alone: the head of a unit is scored
  // by what comes of it.
  feedbackCounter: { to: AUDIENCE.PUBLIC },
  leaveFeedback: { to: AUDIENCE.PUBLIC },
  eraseFeedbackContact: { to: AUDIENCE.PUBLIC },
  counters: { to: audiences('FACILITATOR', 'LEADERSHIP') },
  makeCounter: {
    to: audiences('FACILITATOR', 'LEADERSHIP'),
    on: ({ unitId }: { unitId: string }) => ({ unitId }),
  },
  changeCounter: { to: audiences('FACILITATOR', 'LEADERSHIP'), on: theCounter },
  feedback: { to: audiences('FACILITATOR', 'LEADERSHIP') },
  feedbackSummary: { to: audiences('FACILITATOR', 'LEADERSHIP'), on: theUnit },
  closeSurveyWave: {
    to: AUDIENCE.LEADERSHIP,
    on: ({ unitId }: { unitId: string }) => ({ unitId }),
  },
  reviewFeedback: { to: AUDIENCE.FACILITATOR, on: theFeedback },
  openFeedbackContact: { to: AUDIENCE.FACILITATOR, on: theFeedback },
  // What regional HR pulls at night. What one is to a person by reporting lines moves without any change.
  changes: { to: services | audiences('LEADERSHIP', 'ADMINISTRATOR') },
  auditEntries: { to: AUDIENCE.AUDITOR, on: theRegion },
  changePeriod: { to: AUDIENCE.ADMINISTRATOR, on: theRegion },
  setCalendarDay: { to: AUDIENCE.ADMINISTRATOR, on: theRegion },
  // A wall that nobody knows yet asks for a code, and then for its token.
  requestPairing: { to: AUDIENCE.PUBLIC },
  claimPairing: { to: AUDIENCE.PUBLIC },
  approvePairing: { to: AUDIENCE.ADMINISTRATOR, on: theRegion },
  changeDevice: { to: AUDIENCE.ADMINISTRATOR, on: theRegion },
  revokeDevice: { to: AUDIENCE.ADMINISTRATOR, on: theRegion },
  wallDevices: { to: AUDIENCE.ADMINISTRATOR, on: theRegion },
  webhooks: { to: AUDIENCE.ADMINISTRATOR, on: theRegion },
  webhookDeliveries: { to: AUDIENCE.ADMINISTRATOR, on: theRegion },
  createWebhook: { to: AUDIENCE.ADMINISTRATOR, on: theRegion },
  changeWebhook: { to: AUDIENCE.ADMINISTRATOR, on: theRegion },
  rotateWebhookSecret: { to: AUDIENCE.ADMINISTRATOR, on: theRegion },
  switchWebhook: { to: AUDIENCE.ADMINISTRATOR, on: theRegion },
  endWebhook: { to: AUDIENCE.ADMINISTRATOR, on: theRegion },
  pingWebhook: { to: AUDIENCE.ADMINISTRATOR, on: theRegion },
  redeliverWebhook: { to: AUDIENCE.ADMINISTRATOR, on: theRegion },
  createService: { to: AUDIENCE.ADMINISTRATOR, on: theRegion },
  rotateService: { to: AUDIENCE.ADMINISTRATOR, on: theRegion },
  revokeService: { to: AUDIENCE.ADMINISTRATOR, on: theRegion },
  services: { to: AUDIENCE.ADMINISTRATOR, on: theRegion },
  // Master data. The file itself comes over HTTP, as bytes.
  imports: { to: audiences('ADMINISTRATOR', 'HR_PROVISION'), on: theRegion },
  importDraft: { to: audiences('ADMINISTRATOR', 'HR_PROVISION'), on: theRegion },
  draftImport: { to: audiences('ADMINISTRATOR', 'HR_PROVISION'), on: theRegion },
  applyImport: { to: audiences('ADMINISTRATOR', 'HR_PROVISION'), on: theRegion },
  dropImport: { to: audiences('ADMINISTRATOR', 'HR_PROVISION'), on: theRegion },
  undoImport: { to: audiences('ADMINISTRATOR', 'HR_PROVISION'), on: theRegion },
  // Handing on: regional HR's programs, and leadership for its own units. Whoever took a delivery reads it.
  kinerjaPeriodik: { to: EXPORTERS },
  kinerjaPeriodikReport: { to: EXPORTERS },
  kinerjaPeriodikChecks: { to: EXPORTERS },
  deliveries: { to: EXPORTERS | DELIVERY_KEEPERS },
  takeDelivery: { to: EXPORTERS },
  acknowledgeDelivery: { to: EXPORTERS },
  // It comes as SCIM. Whom a token of some units may add is for the unit that they are to work in.
  provisionEmployee: { to: AUDIENCE.HR_PROVISION },
  changeProvisioned: {
    to: AUDIENCE.HR_PROVISION,
    on: ({ employeeId }: { employeeId: string }): Subject => ({ employeeId }),
  },
  // What machines measured; of whom a token of some units may tell is looked at item by item.
  reportCounters: { to: AUDIENCE.HR_COUNTERS },
  importUnits: { to: 0 },
  importEmployees: { to: 0 },
  importAssignments: { to: 0 },
  importLeaves: { to: 0 },
  importReportingLines: { to: 0 },
  importIndicators: { to: 0 },
  importTargets: { to: 0 },
  importObservations: { to: 0 },
} as const satisfies Record<string, VerbPolicy>;

/** Everything that anybody can ask of Pantau. */
export type Verb = keyof typeof rows;

export const verbs: { readonly [V in Verb]: VerbPolicy } = rows;
