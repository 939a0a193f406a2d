/** What somebody is in Pantau, and so what they may see and do. One person may have several. */
export type Role =
  /** Whose work is looked at: sees everything about themselves, and may object. Every employee is one. */
  | 'EMPLOYEE'
  /** Records observations about those whom they were given to observe. */
  | 'OBSERVER'
  /** Runs observation sessions and helps where work does not go well; records what was observed there. */
  | 'FACILITATOR'
  /** Head of an office: sees its units, appraises those who report to them, rules on objections, signs policies. */
  | 'LEADERSHIP'
  /** Looks at the record of who saw and did what, and changes nothing. */
  | 'AUDITOR'
  /** Keeps accounts, master data and screens of a region; sees no more of anybody's work than that needs. */
  | 'ADMINISTRATOR';

/** All of them, from the one that sees least about others. */
export const ROLES = [
  'EMPLOYEE',
  'OBSERVER',
  'FACILITATOR',
  'LEADERSHIP',
  'AUDITOR',
  'ADMINISTRATOR',
] as const satisfies readonly Role[];
