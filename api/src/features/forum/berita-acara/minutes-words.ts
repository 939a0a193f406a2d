import type { CommitmentState } from '../../../domain/forum/commitment-clock.js';
import type { AttendanceGroup, ForumKind, OutcomeKind } from '../../../domain/forum/entry.js';
import type { SignerRole } from '../../../domain/forum/session-phase.js';

/** What the paper calls each kind of forum. */
export const KIND_WORDS: Readonly<Record<ForumKind, string>> = {
  FORUM_WARGA: 'Forum Warga',
  PUBLIC_CONSULTATION: 'Forum Konsultasi Publik',
  MUSRENBANG: 'Musyawarah Perencanaan Pembangunan',
  SAYANG_WARGA: 'Sayang Warga',
};

/** What the paper calls whom one counted. */
export const GROUP_WORDS: Readonly<Record<AttendanceGroup, string>> = {
  MEN: 'Laki-laki',
  WOMEN: 'Perempuan',
  YOUTH: 'Pemuda',
  ELDERLY: 'Lansia',
  DISABLED: 'Penyandang disabilitas',
  OFFICIALS: 'Aparatur',
};

/** Headings of what was said, in the order in which it is read out; promises have a table of their own. */
export const OUTCOME_WORDS: Readonly<Record<Exclude<OutcomeKind, 'COMMITMENT'>, string>> = {
  DECISION: 'Keputusan',
  ISSUE: 'Masalah yang disampaikan',
  PROPOSAL: 'Usulan',
  QUESTION: 'Pertanyaan',
  PRAISE: 'Apresiasi',
};

/** How far a promise has come. */
export const STATE_WORDS: Readonly<Record<CommitmentState, string>> = {
  PROMISED: 'Belum dimulai',
  STARTED: 'Sedang dikerjakan',
  DONE: 'Selesai',
  CANNOT: 'Tidak dapat dipenuhi',
};

/** For whom somebody signs. */
export const ROLE_WORDS: Readonly<Record<SignerRole, string>> = {
  CITIZEN: 'Wakil warga',
  OFFICER: 'Wakil pemerintah',
  FACILITATOR: 'Fasilitator',
};
