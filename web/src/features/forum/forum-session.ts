/** Whom one counts; a person may belong to several. */
export type Group = 'MEN' | 'WOMEN' | 'YOUTH' | 'ELDERLY' | 'DISABLED' | 'OFFICIALS';
export type OutcomeKind = 'ISSUE' | 'PROPOSAL' | 'DECISION' | 'COMMITMENT' | 'QUESTION' | 'PRAISE';
export type ForumKind = 'FORUM_WARGA' | 'PUBLIC_CONSULTATION' | 'MUSRENBANG' | 'SAYANG_WARGA';
export type Phase = 'PLANNED' | 'OPEN' | 'CLOSED' | 'SHARED' | 'READ_BACK' | 'SIGNED';
export type SignerRole = 'CITIZEN' | 'OFFICER' | 'FACILITATOR';
export type PromiseState = 'PROMISED' | 'STARTED' | 'DONE' | 'CANNOT';

export const GROUPS = [
  'MEN',
  'WOMEN',
  'YOUTH',
  'ELDERLY',
  'DISABLED',
  'OFFICIALS',
] as const satisfies readonly Group[];
export const OUTCOME_KINDS = [
  'ISSUE',
  'PROPOSAL',
  'DECISION',
  'COMMITMENT',
  'QUESTION',
  'PRAISE',
] as const satisfies readonly OutcomeKind[];
const PHASES: readonly Phase[] = ['PLANNED', 'OPEN', 'CLOSED', 'SHARED', 'READ_BACK', 'SIGNED'];

/** Whether a session has come at least so far. */
export function hasCome(phase: Phase, to: Phase): boolean {
  return PHASES.indexOf(phase) >= PHASES.indexOf(to);
}

/** Who speaks for the citizens and for the office under the minutes. */
export const SIGNATURES_NEEDED = [
  { role: 'CITIZEN', count: 2 },
  { role: 'OFFICER', count: 1 },
] as const;

/** Whether those who signed are enough. */
export function isSignedBy(roles: readonly SignerRole[]): boolean {
  return SIGNATURES_NEEDED.every(({ role, count }) => roles.filter((one) => one === role).length >= count);
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A point of the agenda; the first one is always what became of last time's promises. */
export interface Item {
  readonly id: string;
  readonly kind: 'COMMITMENTS' | 'TOPIC';
  readonly title: string;
  /** Planned. */
  readonly minutes: number;
  /** ISO instants; null until then. */
  readonly startedAt: string | null;
  readonly endedAt: string | null;
}

/** Who promises, and for when: one of the two last is set where it is a promise. */
export interface Promised {
  readonly ownerUnit: Named | null;
  readonly ownerRole: string | null;
  /** 'YYYY-MM-DD'; null where the server has still to count. */
  readonly dueOn: string | null;
  /** As it was chosen on the device; null where the day is known. */
  readonly workingDays: number | null;
}

/** Something said or agreed, as far as this device knows. */
export interface Outcome {
  readonly id: string;
  readonly kind: OutcomeKind;
  readonly text: string;
  readonly itemId: string | null;
  readonly unit: Named | null;
  /** What of the same session it answers; null: nothing. */
  readonly answersId: string | null;
  /** From 1. */
  readonly revision: number;
  /** Two have changed it without knowing of each other; somebody has to choose. */
  readonly disputed: boolean;
  readonly alternatives: readonly { readonly text: string }[];
  readonly withdrawn: boolean;
  readonly amended: boolean;
  /** ISO instant. */
  readonly takenAt: string;
  /** Null where it is no promise. */
  readonly promise: Promised | null;
}

/** A promise of an earlier session. */
export interface LastPromise {
  readonly id: string;
  readonly text: string;
  readonly ownerUnit: Named;
  readonly ownerRole: string | null;
  readonly dueOn: string;
  readonly state: PromiseState;
  readonly late: boolean;
  /** What was last reported of it. */
  readonly note: string | null;
}

/** A session as the server knows it, or with what was written here on top of it. */
export interface Session {
  readonly id: string;
  readonly title: string;
  readonly kind: ForumKind;
  readonly unit: Named;
  /** 'YYYY-MM-DD'. */
  readonly heldOn: string;
  /** 'HH:MM' in WIB. */
  readonly startsAt: string;
  readonly place: string;
  readonly quorum: number;
  readonly phase: Phase;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  /** When the draft of its minutes was shared; only the server knows. */
  readonly sharedAt: string | null;
  readonly signedAt: string | null;
  readonly agenda: readonly Item[];
  readonly attendance: Readonly<Partial<Record<Group, number>>>;
  /** How many scanned the code in the hall; missing in what was kept before there was one. */
  readonly scanned?: number;
  readonly outcomes: readonly Outcome[];
  readonly lastPromises: readonly LastPromise[];
  readonly concernedUnits: readonly Named[];
  readonly signatures: readonly { readonly role: SignerRole; readonly name: string }[];
}

/** What is stored before a meeting, so that nothing has to be asked in it. */
export interface Snapshot {
  readonly session: Session;
  /** Every unit that something can be about. */
  readonly units: readonly Named[];
  readonly indicators: readonly Named[];
  /** Complaints about the host that wait for an answer. */
  readonly complaints: readonly Named[];
  /** Where in the device's own order of events it was asked for. */
  readonly askedAt: number;
  /** When it came, ms since 1970. */
  readonly at: number;
}

/** A session in the list. */
export type SessionRow = Pick<
  Session,
  'id' | 'title' | 'kind' | 'unit' | 'heldOn' | 'startsAt' | 'place' | 'phase'
>;

/** Everybody who is there is a man or a woman: these two are held against the quorum. */
export function attended({ MEN = 0, WOMEN = 0 }: Session['attendance']): number {
  return MEN + WOMEN;
}
