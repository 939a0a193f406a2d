import type { Sentence } from '../outcome.js';

/**
 * Why a row is another one than before, the weightiest first: of several changes of a row that are told together, the
 * one that asks for the most attention is shown.
 */
export const CHANGE_REASONS = {
  OBJECTION_UPHELD: { id: 'Keberatan dikabulkan.', en: 'An objection was upheld.' },
  CORRECTION: { id: 'Pengamatan dikoreksi.', en: 'An observation was corrected.' },
  WITHDRAWAL: { id: 'Pengamatan dicabut.', en: 'An observation was withdrawn.' },
  PERIOD_REOPENED: { id: 'Periode dibuka kembali.', en: 'The period was reopened.' },
  PERIOD_CONFIRMED: { id: 'Periode ditetapkan.', en: 'The period was confirmed.' },
  PERIOD_CLOSED: { id: 'Periode ditutup.', en: 'The period was closed.' },
  PERIOD_OPENED: { id: 'Periode dibuka.', en: 'The period was opened.' },
  PREDICATE_CONFIRMED: {
    id: 'Pejabat penilai menetapkan predikat.',
    en: 'The appraiser confirmed a predicate.',
  },
  POLICY: { id: 'Aturan penilaian ditandatangani.', en: 'A scoring policy was signed.' },
  OBJECTION_REJECTED: { id: 'Keberatan ditolak.', en: 'An objection was rejected.' },
  OBJECTION_OPENED: { id: 'Keberatan diajukan.', en: 'An objection was made.' },
  TRANSFER: { id: 'Pegawai pindah unit.', en: 'The person moved to another unit.' },
  NOW_IN_REACH: { id: 'Baris ini kini terbuka bagi Anda.', en: 'This row is open to you now.' },
  OUT_OF_REACH: {
    id: 'Baris ini tidak lagi terbuka bagi Anda.',
    en: 'This row is no longer open to you.',
  },
  REPORTING_LINE: { id: 'Pejabat penilai dicatat.', en: 'Who appraises was recorded.' },
  SERVICE: { id: 'Penugasan atau cuti dicatat.', en: 'An appointment or a leave was recorded.' },
  MASTER_DATA: { id: 'Data induk ditambah atau diubah.', en: 'Master data were added or changed.' },
  PLAN: { id: 'Indikator, bobot, atau target ditetapkan.', en: 'Indicators, weights or targets were set.' },
  IMPORT: { id: 'Pengamatan masuk dari berkas.', en: 'Observations came in with a file.' },
  OBSERVATION: { id: 'Ada pengamatan baru.', en: 'There is a new observation.' },
} as const satisfies Record<string, Sentence>;

export type ChangeReason = keyof typeof CHANGE_REASONS;

const WEIGHTS = new Map(Object.keys(CHANGE_REASONS).map((reason, place) => [reason, place]));

/** The weightier of two reasons. */
export function weightier(one: ChangeReason, other: ChangeReason): ChangeReason {
  return WEIGHTS.get(one)! <= WEIGHTS.get(other)! ? one : other;
}
