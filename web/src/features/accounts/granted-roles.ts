import type { Role } from '@pantau/schema';

/** The roles that are granted, in the order in which they are offered. */
export const GRANTED_ROLES = [
  'OBSERVER',
  'FACILITATOR',
  'LEADERSHIP',
  'AUDITOR',
  'ADMINISTRATOR',
] as const satisfies readonly Role[];

/** Whether a role is always for the whole region. */
export function isOfRegion(role: Role): boolean {
  return role === 'AUDITOR' || role === 'ADMINISTRATOR';
}
