import type { Role, ViewerQuery } from '@pantau/schema';

/** Who looks at the page, and what that opens. */
export type Viewer = ViewerQuery['viewer'];

/** Somebody who has signed in. */
export type Person = Viewer & {
  readonly kind: 'PERSON';
  readonly account: NonNullable<Viewer['account']>;
  readonly region: string;
};

/** The audiences of the policy table that open a page here; the server decides all the same. */
type Opener =
  'SELF' | 'APPRAISER' | 'LAST_APPRAISER' | 'FACILITATOR' | 'LEADERSHIP' | 'AUDITOR' | 'ADMINISTRATOR';

/** Who may see the figures of some unit at least. */
const SEE_FIGURES = ['MEMBER', 'OBSERVER', 'FACILITATOR', 'LEADERSHIP', 'AUDITOR', 'ADMINISTRATOR'];

/** The person who has signed in; null where nobody has, or a screen or a program asks. */
export function personOf(viewer: Viewer): Person | null {
  const { kind, account, region } = viewer;
  return kind === 'PERSON' && account !== null && region !== null ? (viewer as Person) : null;
}

/** Whether somebody is this to some row at least. */
export function isOne(viewer: Viewer, opener: Opener): boolean {
  return viewer.is.includes(opener);
}

/** Whether there is anything on the wall for them. */
export function seesFigures(viewer: Viewer): boolean {
  return viewer.kind === 'DEVICE' || SEE_FIGURES.some((audience) => viewer.is.includes(audience));
}

/** Whether somebody has this role for the whole region, and not for one unit. */
export function holdsForRegion({ account }: Viewer, role: Role): boolean {
  return account?.grants.some((grant) => grant.role === role && grant.unit === null) ?? false;
}

/** The page that somebody most likely came for. */
export function homeOf(viewer: Viewer): string {
  if (isOne(viewer, 'LEADERSHIP')) return '/wall';
  if (isOne(viewer, 'ADMINISTRATOR')) return '/accounts';
  if (isOne(viewer, 'AUDITOR')) return '/audit';
  if (isOne(viewer, 'SELF')) return '/me';
  return seesFigures(viewer) ? '/wall' : '/account';
}
