import type { Role } from './role.js';
import { needsSecondFactor } from './second-factor.js';

/** A working day with its margins: whoever sees or changes much about others signs in each morning. */
const HOURS_OF_POWER = 12;
/** A week: a tablet in the field, or somebody's own page, need not ask each day. */
const HOURS_OF_OTHERS = 7 * 24;

/** How long a sign-in lasts, in hours (rule AC23 in docs/ACCESS.md). */
export function sessionHours(roles: Iterable<Role>): number {
  return needsSecondFactor(roles) ? HOURS_OF_POWER : HOURS_OF_OTHERS;
}
