import {
  attended,
  noneBelowNone,
  type AgendaItem,
  type Attendance,
  type ForumKind,
  type OutcomeKind,
} from './entry.js';
import { isLate, type CommitmentState } from './commitment-clock.js';

/** What minutes are made of: the session as it stands. Instants are ISO texts, days 'YYYY-MM-DD' in Asia/Jakarta. */
export interface MinutesSource {
  readonly series: { readonly name: string; readonly kind: ForumKind };
  readonly session: {
    readonly title: string;
    readonly place: string;
    readonly heldOn: string;
    readonly startsAt: string;
    readonly quorum: number;
    readonly agenda: readonly AgendaItem[];
    readonly attendance: Attendance;
    readonly openedAt: string | null;
    readonly closedAt: string | null;
  };
  /** Names of the unit that invites, and of those that were to be there. */
  readonly host: string;
  readonly concerned: readonly string[];
  readonly outcomes: readonly {
    readonly id: string;
    readonly kind: OutcomeKind;
    readonly text: string;
    readonly itemId: string | null;
    readonly unitName: string | null;
    readonly revision: number;
    readonly withdrawn: boolean;
    readonly amends: boolean;
    readonly promise: {
      readonly owner: string;
      readonly ownerRole: string | null;
      readonly dueOn: string;
    } | null;
  }[];
  readonly lastCommitments: readonly {
    readonly text: string;
    readonly owner: string;
    readonly dueOn: string;
    readonly state: CommitmentState;
    readonly settledOn: string | null;
  }[];
}

/** Berita acara: what a session agreed, in the order in which it is read out. */
export interface Minutes extends Omit<MinutesSource, 'outcomes' | 'lastCommitments'> {
  readonly attended: number;
  /** Whether enough people came; true where none are needed. */
  readonly quorate: boolean;
  readonly outcomes: readonly Omit<MinutesSource['outcomes'][number], 'withdrawn'>[];
  readonly lastCommitments: readonly (MinutesSource['lastCommitments'][number] & {
    readonly late: boolean;
  })[];
}

/** The minutes of a session as it stands. What was withdrawn is not in them. */
export function minutesOf({ outcomes, lastCommitments, ...source }: MinutesSource): Minutes {
  const { attendance, quorum, heldOn } = source.session;
  return {
    ...source,
    session: { ...source.session, attendance: noneBelowNone(attendance) },
    attended: attended(attendance),
    quorate: attended(attendance) >= quorum,
    outcomes: outcomes.flatMap(({ withdrawn, ...outcome }) => (withdrawn ? [] : [outcome])),
    lastCommitments: lastCommitments.map((one) => ({ ...one, late: isLate(one, heldOn) })),
  };
}
