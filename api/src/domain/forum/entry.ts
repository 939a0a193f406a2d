/** What a session is about (PermenPANRB 16/2017 for PUBLIC_CONSULTATION; the others are practice of Surabaya). */
export type ForumKind = 'FORUM_WARGA' | 'PUBLIC_CONSULTATION' | 'MUSRENBANG' | 'SAYANG_WARGA';

/** What was said or agreed. */
export type OutcomeKind = 'ISSUE' | 'PROPOSAL' | 'DECISION' | 'COMMITMENT' | 'QUESTION' | 'PRAISE';

/** Whom one counts; one person may belong to several, so groups are never added up into a number of people. */
export type AttendanceGroup = 'MEN' | 'WOMEN' | 'YOUTH' | 'ELDERLY' | 'DISABLED' | 'OFFICIALS';

export const ATTENDANCE_GROUPS = [
  'MEN',
  'WOMEN',
  'YOUTH',
  'ELDERLY',
  'DISABLED',
  'OFFICIALS',
] as const satisfies readonly AttendanceGroup[];

/** How many of each group were counted; below 0 while counts out have come before the counts in. */
export type Attendance = Readonly<Partial<Record<AttendanceGroup, number>>>;

/** Everybody who is there is a man or a woman: these two make the number of people that a quorum is held against. */
export function attended(attendance: Attendance): number {
  const { MEN = 0, WOMEN = 0 } = noneBelowNone(attendance);
  return MEN + WOMEN;
}

/** Counts some in or out. Whatever order the counts of two devices come in, they make the same sum. */
export function count(attendance: Attendance, group: AttendanceGroup, change: number): Attendance {
  return { ...attendance, [group]: (attendance[group] ?? 0) + change };
}

/** The counts as they are shown: where more were counted out than in so far, there is nobody. */
export function noneBelowNone(attendance: Attendance): Attendance {
  return Object.fromEntries(Object.entries(attendance).map(([group, sum]) => [group, Math.max(0, sum)]));
}

/** One point of a session. The first is always COMMITMENTS: what became of last time's promises. */
export interface AgendaItem {
  readonly id: string;
  readonly kind: 'COMMITMENTS' | 'TOPIC';
  readonly title: string;
  /** Planned, 1 to 240. */
  readonly minutes: number;
  /** ISO instants; null until then. */
  readonly startedAt: string | null;
  readonly endedAt: string | null;
}

/** The parts that an entry can be made of. */
export type EntryPart =
  | 'OPEN'
  | 'CLOSE'
  | 'READ_BACK'
  | 'START_ITEM'
  | 'END_ITEM'
  | 'ATTEND'
  | 'OUTCOME'
  | 'REVISE'
  | 'WITHDRAW'
  | 'REPORT'
  | 'SIGN';
