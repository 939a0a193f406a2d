import type { Text } from '../../lib/text/language.js';

/** Every word about a predicate that a person decides on. */
export const APPRAISAL_WORDS = {
  due: { id: 'Menunggu ketetapan Anda', en: 'Waiting for your verdict' },
  dueLead: {
    id: 'Periodenya sudah ditutup dan Anda pejabat penilai pada hari terakhirnya. Sistem hanya mengusulkan; Anda yang menetapkan. Menurut abjad, tanpa peringkat.',
    en: 'The period is closed, and you were the appraiser on its last day. The system only proposes; you decide. By name, nobody is ranked.',
  },
  dueMore: { id: 'orang lagi tampil sesudahnya.', en: 'more come after these.' },
  title: { id: 'Predikat', en: 'Predicate' },
  proposal: { id: 'Usulan sistem', en: 'Proposed by the system' },
  confirmed: { id: 'Ditetapkan', en: 'Confirmed' },
  confirmedBy: { id: 'Ditetapkan oleh', en: 'Confirmed by' },
  somebody: { id: 'pejabat penilai saat itu', en: 'the appraiser of that time' },
  confirmedAt: { id: 'pada', en: 'on' },
  workResult: { id: 'hasil kerja', en: 'work result' },
  behaviour: { id: 'perilaku kerja', en: 'behaviour' },
  differs: { id: 'Berbeda dari usulan sistem saat itu', en: 'Other than the system had proposed' },
  stale: {
    id: 'Nilainya berubah sesudah penetapan ini; predikat menunggu ditetapkan lagi.',
    en: 'The score has changed since; the predicate waits to be confirmed anew.',
  },
  earlier: { id: 'Penetapan sebelumnya', en: 'Earlier confirmations' },
  periodOpen: {
    id: 'Predikat belum dapat ditetapkan: periode ini masih berjalan dan nilainya masih bergerak. Penetapan dibuka sesudah BKPSDM menutup periode.',
    en: 'The predicate cannot be confirmed yet: this period is under way and its scores still move. It can be once regional HR has closed the period.',
  },
  periodConfirmed: {
    id: 'Periode ini sudah selesai ditetapkan, tanpa predikat untuk pegawai ini.',
    en: 'This period is settled, without a predicate for this person.',
  },
  noAppraiser: {
    id: 'Predikat menunggu ketetapan pejabat penilai pada hari terakhir periode ini; bila belum tercatat, BKPSDM mencatatnya.',
    en: 'The predicate waits for the verdict of the appraiser on the last day of this period; where none is on record, regional HR records one.',
  },
  form: { id: 'Tetapkan predikat', en: 'Confirm the predicate' },
  actingAs: { id: 'Bertindak sebagai', en: 'Acting as' },
  confirmedByWhom: { id: 'Menunggu ketetapan', en: 'It waits for the verdict of' },
  appraiser: { id: 'pejabat penilai', en: 'the appraiser' },
  note: { id: 'Dasar penilaian', en: 'What the appraisal rests on' },
  noteHint: {
    id: 'Dibaca oleh pegawai yang dinilai.',
    en: 'The person appraised reads it.',
  },
  toSummary: { id: 'Lanjut ke ringkasan', en: 'On to the summary' },
  summary: { id: 'Yang akan ditetapkan', en: 'What will be confirmed' },
  predicateOf: { id: 'Predikat', en: 'Predicate of' },
  sameAsProposed: { id: 'Sama dengan usulan sistem.', en: 'As the system proposes.' },
  otherThanProposed: { id: 'Berbeda dari usulan sistem', en: 'Other than the system proposes' },
  noProposal: { id: 'Sistem tidak mengusulkan predikat.', en: 'The system proposes none.' },
  confirmNow: { id: 'Tetapkan', en: 'Confirm' },
  back: { id: 'Kembali', en: 'Back' },
  sending: { id: 'Mengirim…', en: 'Sending…' },
} as const satisfies Record<string, Text>;

/** "Predikat ditetapkan sesudah 2 keberatan yang terbuka diputus." */
export function waitsForContests(open: number): Text {
  return {
    id: `Predikat ditetapkan sesudah ${open} keberatan yang terbuka diputus.`,
    en: `The predicate is confirmed after the ruling on ${open} open objection${open === 1 ? '' : 's'}.`,
  };
}
