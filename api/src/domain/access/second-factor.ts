import type { Role } from './role.js';

/** Whoever sees or changes much about others: a stolen password alone must not open that. */
const NEED_SECOND_FACTOR: ReadonlySet<Role> = new Set(['ADMINISTRATOR', 'LEADERSHIP', 'AUDITOR']);

/** Whether somebody with these roles signs in with a second factor too (rule AC14 in docs/ACCESS.md). */
export function needsSecondFactor(roles: Iterable<Role>): boolean {
  for (const role of roles) if (NEED_SECOND_FACTOR.has(role)) return true;
  return false;
}
