import type { Role } from './role.js';

/** What a service's token may be good for. */
export type ServiceScope = 'UNITS' | 'PEOPLE' | 'NIP' | 'SCORES' | 'PREDICATES' | 'PROVISION' | 'COUNTERS';

export const SERVICE_SCOPES = [
  'UNITS',
  'PEOPLE',
  'NIP',
  'SCORES',
  'PREDICATES',
  'PROVISION',
  'COUNTERS',
] as const satisfies readonly ServiceScope[];

/**
 * What an actor is to a row: the policy table names audiences, and nothing else decides. One bit each, so that asking
 * whether one of several fits is one operation for every field of every row.
 */
export const AUDIENCE = {
  /** Anybody, signed in or not. */
  PUBLIC: 1 << 0,
  /** Any person who has signed in, in their own region. */
  SIGNED_IN: 1 << 1,
  /** The person whom the row is about. */
  SELF: 1 << 2,
  /** Whoever recorded it. */
  AUTHOR: 1 << 3,
  /** Of the same unit, or of one below it. */
  MEMBER: 1 << 4,
  /** Who appraises, or rules on objections of, the one who asks. */
  SUPERIOR: 1 << 5,
  /** Pejabat penilai today of the person whom the row is about. */
  APPRAISER: 1 << 6,
  /** Atasan pejabat penilai today of that person. */
  REVIEW: 1 << 7,
  /**
   * Pejabat penilai on the last day of a period that is closed and not confirmed: that one gives the verdict on the
   * person (CF7), whoever appraises today.
   */
  LAST_APPRAISER: 1 << 25,
  OBSERVER: 1 << 8,
  FACILITATOR: 1 << 9,
  LEADERSHIP: 1 << 10,
  AUDITOR: 1 << 11,
  ADMINISTRATOR: 1 << 12,
  /** A paired wall. */
  WALL: 1 << 13,
  /** A service whose token has this scope. */
  HR_UNITS: 1 << 14,
  HR_PEOPLE: 1 << 15,
  HR_NIP: 1 << 16,
  HR_SCORES: 1 << 17,
  HR_PREDICATES: 1 << 18,
  HR_PROVISION: 1 << 23,
  HR_COUNTERS: 1 << 24,
  /** Anybody who has been let in: a person, a paired wall, a service. */
  OFFICE: 1 << 21,
  /** A paired wall in a room without visitors, which also shows what just happened and why. */
  WALL_REASONS: 1 << 22,
  /** Anybody with an account, also before a second factor that is due has been set up. */
  ACCOUNT: 1 << 20,
  /** A command on the server itself: whoever runs one holds the database anyway. */
  COMMAND: 1 << 19,
} as const;

export type Audience = keyof typeof AUDIENCE;

/** Several audiences as one number. */
export function audiences(...names: readonly Audience[]): number {
  return names.reduce((mask, name) => mask | AUDIENCE[name], 0);
}

/** The names in a number, for messages and documents. */
export function audienceNames(mask: number): Audience[] {
  return (Object.keys(AUDIENCE) as Audience[]).filter((name) => (mask & AUDIENCE[name]) !== 0);
}

/** The audience that a grant makes somebody. A person's own record needs none. */
export const AUDIENCE_OF_ROLE: { readonly [R in Role]: number } = {
  EMPLOYEE: 0,
  OBSERVER: AUDIENCE.OBSERVER,
  FACILITATOR: AUDIENCE.FACILITATOR,
  LEADERSHIP: AUDIENCE.LEADERSHIP,
  AUDITOR: AUDIENCE.AUDITOR,
  ADMINISTRATOR: AUDIENCE.ADMINISTRATOR,
};

/** What its scopes make a service. A NIP is a field of a person: alone it opens nobody. */
export function audienceOfScopes(scopes: readonly ServiceScope[]): number {
  const mask = scopes.reduce((all, scope) => all | AUDIENCE_OF_SCOPE[scope], 0);
  return (mask & PEOPLE) === 0 ? mask & ~AUDIENCE.HR_NIP : mask;
}

/** Services that may know of people at all. */
const PEOPLE = audiences('HR_PEOPLE', 'HR_SCORES', 'HR_PREDICATES');

/** The audience that a scope makes a service. */
export const AUDIENCE_OF_SCOPE: { readonly [S in ServiceScope]: number } = {
  UNITS: AUDIENCE.HR_UNITS,
  PEOPLE: AUDIENCE.HR_PEOPLE,
  NIP: AUDIENCE.HR_NIP,
  SCORES: AUDIENCE.HR_SCORES,
  PREDICATES: AUDIENCE.HR_PREDICATES,
  PROVISION: AUDIENCE.HR_PROVISION,
  COUNTERS: AUDIENCE.HR_COUNTERS,
};
