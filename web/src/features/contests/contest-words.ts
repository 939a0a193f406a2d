import type { ContestState, RulingDecision } from '@pantau/schema';
import type { Text } from '../../lib/text/language.js';

/** Where an objection stands. */
export const CONTEST_STATE_WORDS: Readonly<Record<ContestState, Text>> = {
  OPEN: { id: 'menunggu putusan', en: 'waiting for a ruling' },
  REJECTED: { id: 'ditolak', en: 'rejected' },
  WITHDRAWN: { id: 'dikabulkan: pengamatan ditarik', en: 'upheld: observation withdrawn' },
  AMENDED: { id: 'dikabulkan: nilai diperbaiki', en: 'upheld: value corrected' },
};

/** What can be decided, and what becomes of the observation then. */
export const DECISION_WORDS: Readonly<Record<RulingDecision, { readonly name: Text; readonly what: Text }>> =
  {
    REJECTED: {
      name: { id: 'Ditolak', en: 'Rejected' },
      what: { id: 'Pengamatan tetap dihitung.', en: 'The observation stands.' },
    },
    WITHDRAWN: {
      name: { id: 'Pengamatan ditarik', en: 'Observation withdrawn' },
      what: { id: 'Pengamatan tidak dihitung lagi.', en: 'The observation counts no more.' },
    },
    AMENDED: {
      name: { id: 'Nilai diperbaiki', en: 'Value corrected' },
      what: {
        id: 'Pengamatan dihitung dengan nilai lain.',
        en: 'The observation counts with another value.',
      },
    },
  };

/** Every other word about objections. */
export const CONTEST_WORDS = {
  title: { id: 'Keberatan', en: 'Objections' },
  lead: {
    id: 'Keberatan diajukan pada baris pengamatan di atas. Sampai diputus, pengamatannya tetap dihitung.',
    en: 'An objection is made at the row of an observation above. Until it is ruled on, the observation counts.',
  },
  none: { id: 'Belum ada keberatan pada periode ini.', en: 'There are no objections in this period yet.' },
  loading: { id: 'Memuat keberatan dan predikat…', en: 'Loading objections and predicate…' },
  notRenewed: {
    id: 'Belum dapat dimuat ulang; mungkin ada yang lebih baru.',
    en: 'This could not be loaded again; there may be something newer.',
  },
  contest: { id: 'Ajukan keberatan', en: 'Object' },
  contestTo: { id: 'Ajukan keberatan atas', en: 'Object to' },
  onBehalf: { id: 'Atas nama', en: 'On behalf of' },
  reason: { id: 'Alasan', en: 'Reason' },
  reasonHint: {
    id: 'Apa yang tidak sesuai, dan apa yang seharusnya tercatat?',
    en: 'What is not right, and what should have been recorded?',
  },
  evidence: { id: 'Bukti', en: 'Evidence' },
  evidenceHint: {
    id: 'Boleh kosong. Sebutkan di mana bukti dapat dilihat: surat, tautan, atau saksi; satu per baris.',
    en: 'May be left empty. Say where it can be seen: a letter, a link, a witness; one a line.',
  },
  addEvidence: { id: 'Tambah bukti', en: 'Add evidence' },
  remove: { id: 'Hapus', en: 'Remove' },
  send: { id: 'Kirim keberatan', en: 'Send the objection' },
  sending: { id: 'Mengirim…', en: 'Sending…' },
  cancel: { id: 'Batal', en: 'Cancel' },
  close: { id: 'Tutup', en: 'Close' },
  sent: { id: 'Keberatan tercatat', en: 'The objection is recorded' },
  waits: { id: 'Menunggu putusan, paling lambat', en: 'Waiting for a ruling, at the latest on' },
  waitedFor: { id: 'Menunggu putusan, seharusnya paling lambat', en: 'Waiting for a ruling that was due on' },
  ruledOn: { id: 'Keberatan sudah diputus', en: 'The objection was ruled on' },
  ifUpheld: { id: 'Bila dikabulkan', en: 'If upheld' },
  points: { id: 'poin', en: 'points' },
  notEnough: { id: 'belum cukup data', en: 'not enough data' },
  openedAt: { id: 'Diajukan', en: 'Made' },
  dueOn: { id: 'Paling lambat diputus', en: 'Ruling due by' },
  overdue: {
    id: 'Tenggat ini sudah lewat; BKPSDM dapat membantu menindaklanjuti.',
    en: 'This day is over; regional HR can help to follow it up.',
  },
  observation: { id: 'Pengamatan', en: 'Observation' },
  noEvidence: { id: 'tidak ada', en: 'none' },
  ruling: { id: 'Putusan', en: 'Ruling' },
  ruledBy: { id: 'oleh', en: 'by' },
  somebody: { id: 'atasan pejabat penilai saat itu', en: 'the review authority of that time' },
  ruledAt: { id: 'pada', en: 'on' },
  valueNow: { id: 'Nilai pengamatan menjadi', en: 'The observation now counts as' },
  rule: { id: 'Putuskan', en: 'Rule' },
  ruleOf: { id: 'Putusan atas keberatan', en: 'Ruling on the objection' },
  actingAs: { id: 'Bertindak sebagai', en: 'Acting as' },
  authority: { id: 'atasan pejabat penilai', en: 'superior of the appraiser' },
  ruledByWhom: { id: 'Diputus oleh', en: 'It is ruled on by' },
  noAuthority: {
    id: 'Atasan pejabat penilai belum tercatat, jadi putusan belum dapat diberikan di sini. BKPSDM dapat mencatatnya.',
    en: 'No superior of the appraiser is on record, so no ruling can be given here yet. Regional HR can record one.',
  },
  decision: { id: 'Putusan Anda', en: 'Your ruling' },
  value: { id: 'Nilai yang seharusnya', en: 'The right value' },
  choose: { id: 'Pilih', en: 'Choose' },
  note: { id: 'Alasan putusan', en: 'Why' },
  noteHint: {
    id: 'Dibaca oleh pegawai yang mengajukan keberatan.',
    en: 'The employee who objected reads it.',
  },
  final: { id: 'Putusan bersifat final.', en: 'A ruling is final.' },
  sendRuling: { id: 'Simpan putusan', en: 'Record the ruling' },
  unsent: {
    id: 'Server tidak terjangkau. Isian ini tetap ada; kirim lagi begitu jaringan kembali, tidak akan tercatat dua kali.',
    en: 'The server cannot be reached. What you wrote is kept; send it again once the network is back, it will not be recorded twice.',
  },
  failed: {
    id: 'Server menjawab, tetapi tidak mencatat. Coba lagi; bila tetap begini, hubungi pengelola.',
    en: 'The server answered, but recorded nothing. Try again; if it stays so, turn to the administrator.',
  },
  signedOut: {
    id: 'Sesi Anda telah berakhir. Masuk lagi, lalu kirim; isian ini tetap ada.',
    en: 'Your session has ended. Sign in again and send it; what you wrote is kept.',
  },
  notOpen: {
    id: 'Ini tidak terbuka untuk Anda. Bila menurut Anda keliru, hubungi administrator.',
    en: 'This is not open to you. If you think that is wrong, ask the administrator.',
  },
  report: { id: 'Kode laporan', en: 'Report code' },
} as const satisfies Record<string, Text>;

const OF: Text = { id: 'dari', en: 'of' };
const CHARACTERS: Text = { id: 'karakter', en: 'characters' };
const AT_LEAST: Text = { id: 'paling sedikit', en: 'at least' };

/** "12 dari 2.000 karakter, paling sedikit 20"; the numbers ready to show. `shortest` null: it may be left out. */
export function lengthWords(length: string, longest: string, shortest: string | null): Text {
  const say = (language: keyof Text) =>
    `${length} ${OF[language]} ${longest} ${CHARACTERS[language]}${shortest === null ? '' : `, ${AT_LEAST[language]} ${shortest}`}`;
  return { id: say('id'), en: say('en') };
}
