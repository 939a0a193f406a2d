import type { AttendanceGroup, EntryPart, OutcomeKind } from '../../domain/forum/entry.js';
import type { CommitmentState } from '../../domain/forum/commitment-clock.js';
import type { Strokes } from '../../domain/forum/accept-signature.js';
import type { SignerRole } from '../../domain/forum/session-phase.js';

/** Who promises, and for when. */
export interface PromiseSaid {
  readonly ownerUnit: string | null;
  readonly ownerRole: string | null;
  readonly dueOn: string | null;
  readonly workingDays: number | null;
}

export interface OutcomeSaid extends PromiseSaid {
  readonly part: 'OUTCOME';
  readonly kind: OutcomeKind;
  readonly text: string;
  readonly item: string | null;
  readonly unit: string | null;
  readonly indicator: string | null;
  readonly complaint: string | null;
  /** The outcome of the same session that it answers. */
  readonly answers: string | null;
  /** Hex of the keyed hash of the asker's code; 'UNREADABLE' where it was none. */
  readonly trackingHash: string | null;
}

export interface RevisionSaid extends PromiseSaid {
  readonly part: 'REVISE';
  readonly outcome: string;
  /** The revision that was on the screen. */
  readonly basedOn: number;
  /** Null: as it was; so are the other parts. */
  readonly text: string | null;
  readonly unit: string | null;
}

export interface ReportSaid {
  readonly part: 'REPORT';
  readonly commitment: string;
  readonly state: CommitmentState;
  readonly note: string;
  /** The picture that shows it, which has come in before; null: none. */
  readonly photo: string | null;
  /** Whether everybody may see the picture: whoever reports says that those who are seen in it have agreed. */
  readonly photoPublic: boolean;
}

export interface SignatureSaid {
  readonly part: 'SIGN';
  readonly role: SignerRole;
  readonly name: string;
  readonly strokes: Strokes;
  /** What was on the screen when it was signed. */
  readonly covers: readonly { readonly outcome: string; readonly revision: number }[];
}

/** What one entry says. */
export type Said =
  | { readonly part: 'OPEN' | 'CLOSE' | 'READ_BACK' }
  | { readonly part: 'START_ITEM' | 'END_ITEM'; readonly item: string }
  | { readonly part: 'ATTEND'; readonly group: AttendanceGroup; readonly change: number }
  | OutcomeSaid
  | RevisionSaid
  | { readonly part: 'WITHDRAW'; readonly outcome: string; readonly why: string }
  | ReportSaid
  | SignatureSaid;

/** What one part says. */
export type SaidOf<P extends EntryPart> = Extract<Said, { part: P }>;

/** An entry as it comes in. */
export interface NewEntry {
  readonly id: string;
  /** Null where no device made it. */
  readonly device: {
    readonly id: string;
    readonly seq: number;
    readonly takenAt: Date;
    readonly now: Date;
  } | null;
  readonly reason: string | null;
  readonly said: Said;
}
