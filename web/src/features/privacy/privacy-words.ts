import type { DataCorrectionDecision, DataOf, DataPart } from '@pantau/schema';
import type { Text } from '../../lib/text/language.js';

/** What of the own data can be wrong. */
export const PART_WORDS: Readonly<Record<DataPart, Text>> = {
  NAME: { id: 'Nama dan gelar', en: 'Name and titles' },
  POSITION: { id: 'Jabatan', en: 'Position' },
  SERVICE: { id: 'Penempatan atau cuti', en: 'Where and when I serve' },
  REPORTING_LINE: { id: 'Pejabat penilai', en: 'Who appraises me' },
  STATUS: { id: 'Status kepegawaian', en: 'Employment status' },
  NIP: { id: 'NIP', en: 'NIP' },
  ACCOUNT: { id: 'Akun', en: 'Account' },
  OTHER: { id: 'Lainnya', en: 'Anything else' },
};

/** What came of a request. */
export const DATA_DECISION_WORDS: Readonly<Record<DataCorrectionDecision, Text>> = {
  CORRECTED: { id: 'Dibetulkan', en: 'Corrected' },
  REJECTED: { id: 'Tidak diubah', en: 'Not changed' },
};

/** Whose data a kind of record holds. */
export const DATA_OF_WORDS: Readonly<Record<DataOf, Text>> = {
  EMPLOYEE: { id: 'pegawai', en: 'employees' },
  ACCOUNT: { id: 'pemilik akun', en: 'account owners' },
  CITIZEN: { id: 'warga', en: 'citizens' },
  NOBODY: { id: 'bukan data orang', en: 'nobody' },
};

/** What is one's own, and one's rights over it. */
export const PRIVACY_WORDS = {
  title: { id: 'Data saya', en: 'My data' },
  lead: {
    id: 'Yang disimpan Pantau tentang Anda, siapa yang melihatnya, dan hak Anda atasnya (UU 27/2022).',
    en: 'What Pantau keeps about you, who looks at it, and your rights over it (UU 27/2022).',
  },
  score: { id: 'Nilai saya', en: 'My score' },
  scoreLead: {
    id: 'Bagaimana angkanya terjadi, sampai ke tiap pengamatan. Di sana juga keberatan diajukan.',
    en: 'How the figure came about, down to each observation. Objections are made there too.',
  },
  noPlan: {
    id: 'Belum ada rencana kinerja untuk Anda pada periode ini.',
    en: 'There is no plan for you in this period yet.',
  },
  lastMove: { id: 'Terakhir bergerak', en: 'Moved last' },
  observations: { id: 'Pengamatan', en: 'Observations' },
  openScore: { id: 'Buka penjelasan nilai', en: 'Open how the score came about' },
  noPeriod: { id: 'Belum ada periode berjalan.', en: 'No period is running yet.' },
  looks: { id: 'Siapa melihat data saya', en: 'Who looked at my data' },
  looksLead: {
    id: 'Satu baris untuk tiap hari dan tiap pelihat; yang Anda lihat sendiri tidak dihitung.',
    en: 'One row for each day and each looker; what you looked at yourself does not count.',
  },
  noLooks: { id: 'Belum ada yang melihat data Anda.', en: 'Nobody has looked at your data yet.' },
  more: { id: 'Muat lagi', en: 'Load more' },
  corrections: { id: 'Permintaan koreksi', en: 'Requests to correct' },
  correctionsLead: {
    id: 'Ada data yang keliru? Minta dibetulkan; jawabannya paling lambat 3 × 24 jam. Pengamatan yang keliru dibantah lewat keberatan di halaman nilai.',
    en: 'Is something wrong? Ask for it to be put right; the answer comes within 3 × 24 hours. An observation that is wrong is objected to on the page of the score.',
  },
  about: { id: 'Yang keliru', en: 'What is wrong' },
  choose: { id: 'Pilih', en: 'Choose' },
  text: { id: 'Apa yang keliru', en: 'In your words' },
  textHint: { id: 'Dibaca administrator wilayah.', en: 'The administrator of the region reads it.' },
  wanted: { id: 'Yang seharusnya tertulis', en: 'What should stand there' },
  wantedHint: { id: 'Boleh kosong.', en: 'May be left empty.' },
  send: { id: 'Kirim permintaan', en: 'Send the request' },
  sending: { id: 'Mengirim…', en: 'Sending…' },
  sent: {
    id: 'Permintaan tercatat; dijawab paling lambat',
    en: 'The request is recorded; it is answered by',
  },
  own: { id: 'Permintaan saya', en: 'My requests' },
  open: { id: 'Menunggu jawaban', en: 'Waiting for an answer' },
  due: { id: 'Paling lambat', en: 'At the latest' },
  overdue: { id: 'Tenggatnya sudah lewat.', en: 'That moment is over.' },
  requestedAt: { id: 'Diajukan', en: 'Made' },
  answeredAt: { id: 'Dijawab', en: 'Answered' },
  answer: { id: 'Jawaban', en: 'Answer' },
  erased: { id: 'sudah dihapus', en: 'erased' },
  download: { id: 'Unduh data saya', en: 'Download my data' },
  downloadLead: {
    id: 'Semua yang disimpan Pantau tentang Anda dalam satu berkas JSON. Paling banyak tiga kali dalam satu jam.',
    en: 'Everything that Pantau keeps about you in one JSON file. At most three times in an hour.',
  },
  purposes: { id: 'Untuk apa data disimpan', en: 'What data are kept for' },
  purposesLead: {
    id: 'Setiap jenis catatan, gunanya, dasar hukumnya, dan berapa lama.',
    en: 'Every kind of record, what it is for, the law that it rests on, and how long.',
  },
  kinds: { id: 'jenis catatan', en: 'kinds of records' },
  purpose: { id: 'Guna', en: 'Purpose' },
  basis: { id: 'Dasar', en: 'Basis' },
  unverified: {
    id: 'masih perlu dipastikan pengendali data',
    en: 'still to be verified by the data controller',
  },
  kept: { id: 'Disimpan', en: 'Kept' },
  days: { id: 'hari', en: 'days' },
  always: { id: 'selama wilayah memakai Pantau', en: 'as long as the region uses Pantau' },
  whose: { id: 'Data', en: 'Data of' },
  noRecord: {
    id: 'Akun ini tidak terhubung dengan data pegawai.',
    en: 'This account is not tied to an employee’s record.',
  },
} as const satisfies Record<string, Text>;

/** What an administrator answers. */
export const ANSWER_WORDS = {
  title: { id: 'Permintaan koreksi', en: 'Requests to correct' },
  lead: {
    id: 'Yang paling dekat tenggatnya berdiri paling atas. Datanya sendiri dibetulkan di asalnya, lewat impor; di sini orangnya diberi tahu.',
    en: 'What is due first stands first. The data themselves are put right where they come from, by an import; here the person is told.',
  },
  openOnly: { id: 'Yang belum dijawab saja', en: 'Unanswered ones only' },
  none: { id: 'Tidak ada permintaan yang menunggu.', en: 'No request is waiting.' },
  noneYet: { id: 'Belum ada permintaan.', en: 'There are no requests yet.' },
  all: { id: 'Semua permintaan', en: 'All requests' },
  wrong: { id: 'Yang keliru', en: 'What is wrong' },
  wanted: { id: 'Seharusnya', en: 'Should be' },
  decision: { id: 'Jawaban Anda', en: 'Your answer' },
  correctedWhat: { id: 'Datanya sudah dibetulkan.', en: 'The data have been put right.' },
  rejectedWhat: { id: 'Datanya tetap; katakan alasannya.', en: 'The data stay; say why.' },
  note: { id: 'Untuk orangnya', en: 'For the person' },
  noteHint: {
    id: 'Apa yang diubah, atau mengapa tidak.',
    en: 'What was changed, or why nothing was.',
  },
  begin: { id: 'Jawab', en: 'Answer' },
  send: { id: 'Simpan jawaban', en: 'Record the answer' },
  final: { id: 'Jawaban tidak dapat diubah lagi.', en: 'An answer cannot be changed any more.' },
} as const satisfies Record<string, Text>;
