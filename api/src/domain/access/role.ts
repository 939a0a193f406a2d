/**
 * What somebody is trusted with. A role is granted for a unit and all below it, or for the whole region. Who appraises
 * whom is no role: it follows from the reporting lines of the day.
 */
export type Role =
  /** Sees what counts about oneself. Everybody with an employee record has it without a grant. */
  | 'EMPLOYEE'
  /** Logs what is seen of the work of people in the unit. */
  | 'OBSERVER'
  /** Leads the citizens' forum of the unit. */
  | 'FACILITATOR'
  /** Looks at the unit's figures and its people's, and acts; for the whole region also signs policies. */
  | 'LEADERSHIP'
  /** Reads the audit trail; no person's score. */
  | 'AUDITOR'
  /** Keeps accounts, devices, tokens, periods and the calendar; no person's score. */
  | 'ADMINISTRATOR';

export const ROLES = [
  'EMPLOYEE',
  'OBSERVER',
  'FACILITATOR',
  'LEADERSHIP',
  'AUDITOR',
  'ADMINISTRATOR',
] as const satisfies readonly Role[];
