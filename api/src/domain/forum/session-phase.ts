/**
 * How far a session of the forum has come. PLANNED: it is to be held. OPEN: it is being held. CLOSED: it is over, its
 * minutes are a draft. SHARED: the draft is out for everybody to read. READ_BACK: it was read out to those who were
 * there. SIGNED: they signed it; what is added from then on is an amendment that shows as one.
 */
export type ForumPhase = 'PLANNED' | 'OPEN' | 'CLOSED' | 'SHARED' | 'READ_BACK' | 'SIGNED';

/** In the order in which they come; SHARED and READ_BACK may be left out. */
export const FORUM_PHASES = [
  'PLANNED',
  'OPEN',
  'CLOSED',
  'SHARED',
  'READ_BACK',
  'SIGNED',
] as const satisfies readonly ForumPhase[];

/** Whether a session has come at least so far. */
export function hasCome(phase: ForumPhase, to: ForumPhase): boolean {
  return FORUM_PHASES.indexOf(phase) >= FORUM_PHASES.indexOf(to);
}

/** Who signs for whom. */
export type SignerRole = 'CITIZEN' | 'OFFICER' | 'FACILITATOR';

/** Two who speak for the citizens and one of the office: with fewer, minutes are nobody's word (product choice). */
export const SIGNATURES_NEEDED: Readonly<Record<SignerRole, number>> = {
  CITIZEN: 2,
  OFFICER: 1,
  FACILITATOR: 0,
};

/** Whether those who signed are enough. */
export function isSignedBy(roles: readonly SignerRole[]): boolean {
  return Object.entries(SIGNATURES_NEEDED).every(
    ([role, needed]) => roles.filter((one) => one === role).length >= needed,
  );
}
