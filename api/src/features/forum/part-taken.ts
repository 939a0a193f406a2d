import type { CommitmentOnBoard, Fact, ForumOutcomeState } from '../../domain/facts.js';
import type { OutcomeRefusalCode } from '../../domain/forum/accept-outcome.js';
import type { ReportRefusalCode } from '../../domain/forum/accept-report.js';
import type { RevisionRefusalCode } from '../../domain/forum/accept-revision.js';
import type { SignatureRefusalCode } from '../../domain/forum/accept-signature.js';
import type { ForumSessionRow } from './session.entity.js';

/** Why a part of an entry is not taken. */
export type PartRefusalCode =
  | OutcomeRefusalCode
  | RevisionRefusalCode
  | ReportRefusalCode
  | SignatureRefusalCode
  | 'SESSION_FULL'
  | 'ATTENDANCE_CHANGE'
  | 'WITHDRAWAL_REASON';

/** What an entry is, apart from what it says. */
export interface EntryFrame {
  readonly id: string;
  readonly seq: number;
  readonly takenAt: Date;
  readonly amends: boolean;
}

/** What a part made. */
export interface PartTaken {
  readonly session: ForumSessionRow;
  /** What of it is kept for good. */
  readonly said: object | null;
  readonly outcome: ForumOutcomeState | null;
  readonly commitment: CommitmentOnBoard | null;
  /** What follows beside the entry itself. */
  readonly follows: readonly Fact[];
}
