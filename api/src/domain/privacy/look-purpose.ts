import type { Sentence } from '../outcome.js';

/** What somebody's data are looked at for; it follows from what was asked. */
export const LOOK_PURPOSES = {
  SUPERVISION: { id: 'pemantauan kinerja', en: 'supervision of performance' },
  APPRAISAL: { id: 'penetapan predikat', en: 'confirming predicates' },
  OBJECTION: { id: 'penanganan keberatan', en: 'handling objections' },
  POLICY: { id: 'uji coba kebijakan penilaian', en: 'trying out a scoring policy' },
  DIRECTORY: { id: 'daftar pegawai', en: 'the directory of employees' },
  ACCESS: { id: 'pengelolaan akun', en: 'managing accounts' },
  HR: { id: 'pertukaran data kepegawaian', en: 'exchange with regional HR' },
  PRIVACY: { id: 'permintaan koreksi data', en: 'a request to correct data' },
  OTHER: { id: 'keperluan lain', en: 'another purpose' },
} as const satisfies Record<string, Sentence>;

export type LookPurpose = keyof typeof LOOK_PURPOSES;

/** Root fields of the API that give data of persons. One that is not here is told as another purpose. */
const OF_ROOT_FIELD: Readonly<Record<string, LookPurpose>> = {
  observation: 'SUPERVISION',
  observations: 'SUPERVISION',
  employeeScore: 'SUPERVISION',
  employeeScores: 'SUPERVISION',
  explainScore: 'SUPERVISION',
  logObservation: 'SUPERVISION',
  correctObservation: 'SUPERVISION',
  withdrawObservation: 'SUPERVISION',
  confirmedPredicates: 'APPRAISAL',
  confirmPredicate: 'APPRAISAL',
  creditPoints: 'APPRAISAL',
  changePeriod: 'APPRAISAL',
  contest: 'OBJECTION',
  contests: 'OBJECTION',
  contestObservation: 'OBJECTION',
  ruleContest: 'OBJECTION',
  policyPreview: 'POLICY',
  policies: 'POLICY',
  policy: 'POLICY',
  employee: 'DIRECTORY',
  employees: 'DIRECTORY',
  node: 'DIRECTORY',
  nodes: 'DIRECTORY',
  changes: 'HR',
  accounts: 'ACCESS',
  inviteAccount: 'ACCESS',
  changeAccount: 'ACCESS',
  grantRole: 'ACCESS',
  revokeGrant: 'ACCESS',
  kinerjaPeriodik: 'HR',
  kinerjaPeriodikChecks: 'HR',
  corrections: 'PRIVACY',
  answerCorrection: 'PRIVACY',
};

/** The purposes of one question, each once, in the order of the list. */
export function lookPurposes(actorKind: string, rootFields: readonly string[]): LookPurpose[] {
  if (actorKind === 'SERVICE') return ['HR'];
  const named = new Set(rootFields.map((field) => OF_ROOT_FIELD[field] ?? 'OTHER'));
  return (Object.keys(LOOK_PURPOSES) as LookPurpose[]).filter((purpose) => named.has(purpose));
}
