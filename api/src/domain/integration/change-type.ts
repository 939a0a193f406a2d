import { audiences } from '../access/audience.js';

/** Those who may know somebody's name and post by their office, not by what they are to this one person. */
const NAMES = audiences(
  'LEADERSHIP',
  'ADMINISTRATOR',
  'HR_PEOPLE',
  'HR_SCORES',
  'HR_PREDICATES',
  'HR_PROVISION',
);

/**
 * The rows of which changes are told, and to whom: by a role or the scope of a token. What somebody is to a person by
 * reporting lines moves with the calendar, without any change; it opens nothing here.
 */
export const CHANGE_TYPES = {
  EMPLOYEE: { to: NAMES, ofPerson: true },
  REPORTING_LINE: { to: NAMES, ofPerson: true },
  EMPLOYEE_SCORE: { to: audiences('LEADERSHIP', 'HR_SCORES'), ofPerson: true },
  CONFIRMED_PREDICATE: { to: audiences('LEADERSHIP', 'HR_SCORES', 'HR_PREDICATES'), ofPerson: true },
  UNIT: { to: audiences('OFFICE'), ofPerson: false },
  PERIOD: { to: audiences('OFFICE'), ofPerson: false },
  POLICY: { to: audiences('OFFICE'), ofPerson: false },
  INDICATOR: { to: audiences('OFFICE'), ofPerson: false },
} as const satisfies Record<string, { readonly to: number; readonly ofPerson: boolean }>;

export type ChangeType = keyof typeof CHANGE_TYPES;
