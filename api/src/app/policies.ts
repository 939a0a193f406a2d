import type { Actor } from '../platform/auth/actor.js';

/** Everything that anybody can ask of Pantau: each root field of the API and each verb of the command line. */
export type Verb =
  | 'region'
  | 'regions'
  | 'units'
  | 'periods'
  | 'employees'
  | 'employee'
  | 'indicators'
  | 'observations'
  | 'observation'
  | 'employeeScore'
  | 'employeeScores'
  | 'explainScore'
  | 'explainUnitScore'
  | 'unitScores'
  | 'wall'
  | 'policies'
  | 'policy'
  | 'policyPreview'
  | 'draftPolicy'
  | 'signPolicy'
  | 'dropPolicy'
  | 'logObservation'
  | 'correctObservation'
  | 'withdrawObservation'
  | 'contests'
  | 'contest'
  | 'contestObservation'
  | 'ruleContest'
  | 'confirmPredicate'
  | 'confirmedPredicates'
  | 'changePeriod'
  | 'distributionCheck'
  | 'creditPoints'
  | 'satisfactionIndex'
  | 'calendarDays'
  | 'setCalendarDay'
  | 'importUnits'
  | 'importEmployees'
  | 'importAssignments'
  | 'importLeaves'
  | 'importReportingLines'
  | 'importIndicators'
  | 'importTargets'
  | 'importObservations';

type Policy = readonly Actor['kind'][];

const everybodyHere: Policy = ['LOCAL_OPERATOR', 'DEMO'];
const files: Policy = ['IMPORTER'];

/** Who may do what. A verb without a row does not compile; a root field without a row fails at start. */
export const policies = {
  region: everybodyHere,
  regions: everybodyHere,
  units: everybodyHere,
  periods: everybodyHere,
  employees: everybodyHere,
  employee: everybodyHere,
  indicators: everybodyHere,
  observations: everybodyHere,
  observation: everybodyHere,
  employeeScore: everybodyHere,
  employeeScores: everybodyHere,
  explainScore: everybodyHere,
  explainUnitScore: everybodyHere,
  unitScores: everybodyHere,
  wall: everybodyHere,
  policies: everybodyHere,
  policy: everybodyHere,
  policyPreview: everybodyHere,
  draftPolicy: everybodyHere,
  signPolicy: everybodyHere,
  dropPolicy: everybodyHere,
  logObservation: everybodyHere,
  correctObservation: everybodyHere,
  withdrawObservation: everybodyHere,
  contests: everybodyHere,
  contest: everybodyHere,
  contestObservation: everybodyHere,
  ruleContest: everybodyHere,
  confirmPredicate: everybodyHere,
  confirmedPredicates: everybodyHere,
  changePeriod: everybodyHere,
  distributionCheck: everybodyHere,
  creditPoints: everybodyHere,
  satisfactionIndex: everybodyHere,
  calendarDays: everybodyHere,
  setCalendarDay: everybodyHere,
  importUnits: files,
  importEmployees: files,
  importAssignments: files,
  importLeaves: files,
  importReportingLines: files,
  importIndicators: files,
  importTargets: files,
  importObservations: files,
} as const satisfies Record<Verb, Policy>;

/** Whether the table allows it. */
export function mayDo(actor: Actor, verb: Verb): boolean {
  const policy: Policy = policies[verb];
  return policy.includes(actor.kind);
}
