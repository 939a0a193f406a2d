import type { CommitmentStepKind, CommitmentState, ForumKind, OutcomeKind } from '@pantau/schema';
import type { Text } from '../../lib/text/language.js';

/** What a step of a promise was; a report says how far it has come. */
export const STEP_WORDS: Readonly<Record<Exclude<CommitmentStepKind, 'REPORTED'>, Text>> = {
  MADE: { id: 'Dijanjikan di forum', en: 'Promised in the forum' },
  CHANGED: { id: 'Janji diubah', en: 'The promise was changed' },
  LATE: { id: 'Lewat batas, unitnya diberi tahu', en: 'Past its last day, its unit was told' },
  ESCALATED: {
    id: 'Masih terlambat, unit di atasnya diberi tahu',
    en: 'Still late, the unit above was told',
  },
  WITHDRAWN: { id: 'Ditarik dari notulen', en: 'Taken out of the minutes' },
};

export const REPORT_WORDS: Readonly<Record<CommitmentState, Text>> = {
  PROMISED: { id: 'Belum dimulai', en: 'Not begun yet' },
  STARTED: { id: 'Mulai dikerjakan', en: 'Work has begun' },
  DONE: { id: 'Selesai', en: 'Done' },
  CANNOT: { id: 'Tidak dapat dipenuhi', en: 'Cannot be done' },
};

export const KIND_WORDS: Readonly<Record<OutcomeKind, Text>> = {
  ISSUE: { id: 'Masalah', en: 'Issue' },
  PROPOSAL: { id: 'Usulan', en: 'Proposal' },
  DECISION: { id: 'Keputusan', en: 'Decision' },
  COMMITMENT: { id: 'Janji', en: 'Promise' },
  QUESTION: { id: 'Pertanyaan', en: 'Question' },
  PRAISE: { id: 'Apresiasi', en: 'Praise' },
};

export const FORUM_WORDS: Readonly<Record<ForumKind, Text>> = {
  FORUM_WARGA: { id: 'Forum warga', en: 'Citizens’ forum' },
  PUBLIC_CONSULTATION: { id: 'Forum Konsultasi Publik', en: 'Public consultation' },
  MUSRENBANG: { id: 'Musrenbang', en: 'Planning meeting' },
  SAYANG_WARGA: { id: 'Sayang Warga', en: 'Sayang Warga' },
};

/** Every other word of the page. */
export const PROMISES_WORDS = {
  title: { id: 'Kamu bilang – kami kerjakan', en: 'You said – we do' },
  lead: {
    id: 'Setiap janji kantor di forum warga ada di sini, sejak diucapkan sampai selesai. Dapat dibaca siapa saja, tanpa akun.',
    en: 'Every promise that the office made in a forum stands here, from the day it was made until it is done. Open to everybody, without an account.',
  },
  region: { id: 'Wilayah', en: 'Region' },
  choose: { id: 'Pilih', en: 'Choose' },
  unit: { id: 'Kantor', en: 'Office' },
  allUnits: { id: 'Semua kantor', en: 'All offices' },
  unreachable: {
    id: 'Server tidak terjangkau. Periksa jaringan, lalu coba lagi.',
    en: 'The server cannot be reached. Check the network, then try again.',
  },
  notRenewed: {
    id: 'Belum dapat diperbarui: ini yang terakhir diketahui.',
    en: 'It could not be renewed: this is what was known last.',
  },
  retry: { id: 'Coba lagi', en: 'Try again' },
  loading: { id: 'Memuat…', en: 'Loading…' },
  more: { id: 'Muat lagi', en: 'Load more' },

  follow: { id: 'Punya kode dari forum?', en: 'Do you have a code from a forum?' },
  followLead: {
    id: 'Lihat apa yang terjadi dengan yang Anda sampaikan.',
    en: 'See what became of what you said.',
  },
  code: { id: 'Kode', en: 'Code' },
  codeHint: {
    id: 'Dua belas huruf, misalnya BCDF GHJK LMNP. Spasi dan huruf kecil tidak masalah.',
    en: 'Twelve letters, such as BCDF GHJK LMNP. Spaces and small letters do not matter.',
  },
  look: { id: 'Lihat', en: 'Look' },
  badCode: {
    id: 'Ini belum kode yang lengkap: kode terdiri atas dua belas huruf mati, tanpa angka. Periksa hurufnya.',
    en: 'This is not a whole code: it has twelve consonants and no digits. Check the letters.',
  },
  badLink: {
    id: 'Kode di tautan ini tidak lengkap. Pindai lagi kode QR-nya, atau ketik kodenya di sini.',
    en: 'The code of this link is not complete. Scan the QR code again, or type the code here.',
  },
  unknownCode: {
    id: 'Tidak ada catatan dengan kode ini. Periksa hurufnya. Bila forumnya baru saja selesai, catatannya mungkin belum terkirim: coba lagi nanti.',
    en: 'Nothing has this code. Check the letters. If the forum has only just ended it may not have been sent yet: try again later.',
  },
  tooOften: {
    id: 'Kode yang salah dihitung bersama untuk seluruh jaringan ini. Kode Anda belum diperiksa.',
    en: 'Wrong codes are counted for everybody in this network together. Yours was not looked at.',
  },
  otherCode: { id: 'Kode lain', en: 'Another code' },
  mendCode: { id: 'Periksa kode', en: 'Check the code' },
  yours: { id: 'Yang Anda sampaikan', en: 'What you said' },
  moved: {
    id: 'Bergerak sejak kunjungan terakhir Anda',
    en: 'It has moved since your last visit',
  },
  notMoved: {
    id: 'Belum ada yang berubah sejak kunjungan terakhir Anda.',
    en: 'Nothing has changed since your last visit.',
  },
  newStep: { id: 'Baru', en: 'New' },
  withdrawn: {
    id: 'Ini sudah ditarik dari notulen.',
    en: 'This was taken out of the minutes.',
  },
  noAnswer: {
    id: 'Sudah tercatat. Belum ada janji untuk ini; bila ada, janjinya tampil di sini.',
    en: 'It is on record. Nothing was promised for it yet; once something is, it shows here.',
  },
  promisedFor: { id: 'Yang dijanjikan', en: 'What was promised' },
  remembered: {
    id: 'Perangkat ini hanya mengingat kapan terakhir ada gerak, bukan kode dan isinya.',
    en: 'This device remembers only when it last moved, neither the code nor what was said.',
  },

  figures: { id: 'Janji dalam angka', en: 'Promises in figures' },
  figuresLead: {
    id: 'Yang dihitung adalah janji kantor ini dan unit di bawahnya, bukan orang.',
    en: 'What is counted are promises of this office and the units below it, not people.',
  },
  kept: { id: 'Ditepati', en: 'Kept' },
  open: { id: 'Berjalan', en: 'Under way' },
  openMeans: { id: 'belum selesai, batasnya belum lewat', en: 'not done, their last day is not over' },
  late: { id: 'Terlambat', en: 'Late' },
  lateMeans: { id: 'belum selesai, batasnya sudah lewat', en: 'not done, their last day is over' },
  cannot: { id: 'Tidak dapat dipenuhi', en: 'Cannot be done' },
  cannotMeans: {
    id: 'kantor mengatakannya terus terang, dengan alasannya',
    en: 'the office said so plainly, and why',
  },

  underWay: { id: 'Belum selesai', en: 'Not done yet' },
  underWayLead: { id: 'Yang batasnya paling dekat di atas.', en: 'The earliest last day first.' },
  noneUnderWay: {
    id: 'Tidak ada janji yang menunggu.',
    en: 'No promise is waiting.',
  },
  settled: { id: 'Sudah ada hasilnya', en: 'What came of others' },
  settledLead: {
    id: 'Ditepati, atau dikatakan tidak dapat dipenuhi. Yang terbaru di atas.',
    en: 'Kept, or said to be impossible. The latest first.',
  },
  noneSettled: { id: 'Belum ada janji yang ada hasilnya.', en: 'Nothing has come of a promise yet.' },
  steps: { id: 'Perjalanan janji ini', en: 'How it went' },
  by: { id: 'batasnya', en: 'due on' },

  sessions: { id: 'Pertemuan forum', en: 'Sessions of the forum' },
  noSessions: { id: 'Belum ada pertemuan.', en: 'There was no session yet.' },
  came: { id: 'orang hadir', en: 'people came' },
  planned: { id: 'Akan datang', en: 'Coming' },
  goingOn: { id: 'Sedang berlangsung', en: 'Going on' },
  notShared: {
    id: 'Hasilnya tampil di sini setelah notulennya dibagikan.',
    en: 'What was agreed shows here once the minutes are shared.',
  },
  agreed: { id: 'Yang disampaikan dan disepakati', en: 'What was said and agreed' },
  nothingAgreed: { id: 'Tidak ada hasil yang dicatat.', en: 'No outcome was written down.' },
  morePhotos: { id: 'Foto lainnya', en: 'More pictures' },
  amended: { id: 'ditambahkan sesudah ditandatangani', en: 'added after the minutes were signed' },
} as const satisfies Record<string, Text>;

/** What a picture of a session shows, for whoever does not see it. */
export function photoAlt(about: string, n: number): Text {
  return { id: `Foto ${n} dari forum: ${about}`, en: `Picture ${n} of the forum: ${about}` };
}

/** The same of a picture of what became of a promise. */
export function evidenceAlt(promise: string): Text {
  return { id: `Foto hasilnya: ${promise}`, en: `Picture of what came of it: ${promise}` };
}

/** For whoever reports on the promises of their unit. */
export const REPORTING_WORDS = {
  title: { id: 'Janji unit', en: 'Our promises' },
  lead: {
    id: 'Yang dijanjikan unit Anda di forum dan belum selesai. Laporkan sejauh mana dikerjakan; warga membacanya di halaman terbuka.',
    en: 'What your unit promised in forums and has not done yet. Tell how far it has come; citizens read it on the open page.',
  },
  unit: { id: 'Unit', en: 'Unit' },
  none: { id: 'Tidak ada janji yang menunggu.', en: 'No promise is waiting.' },
  openOnly: { id: 'Yang belum selesai saja', en: 'Only what is not done' },
  begin: { id: 'Laporkan', en: 'Report' },
  state: { id: 'Sejauh mana?', en: 'How far has it come?' },
  note: { id: 'Yang dibaca warga', en: 'What citizens read' },
  noteHint: {
    id: 'Apa yang sudah dikerjakan, dengan kata sederhana, tanpa nama orang.',
    en: 'What was done, in plain words, without names of people.',
  },
  whyHint: {
    id: 'Mengapa tidak dapat, dan apa yang mungkin sebagai gantinya. Tanpa nama orang.',
    en: 'Why it cannot be done, and what may be instead. Without names of people.',
  },
  photo: { id: 'Foto hasilnya', en: 'Picture of what came of it' },
  photoHint: {
    id: 'Satu foto, bila ada. Lokasi dan data lain di dalam berkas tidak ikut.',
    en: 'One picture, if there is one. The place and other data in the file are left out.',
  },
  photoPublic: { id: 'Warga boleh melihat foto ini', en: 'Citizens may see this picture' },
  photoPublicHint: {
    id: 'Tidak ada orang yang dapat dikenali di dalamnya, atau mereka setuju. Tanpa ini, hanya fasilitator, pimpinan, dan auditor yang melihatnya.',
    en: 'Nobody in it can be recognised, or they have agreed. Without this only facilitators, leadership and auditors see it.',
  },
  send: { id: 'Kirim laporan', en: 'Send the report' },
  sending: { id: 'Mengirim…', en: 'Sending…' },
  cancel: { id: 'Batal', en: 'Cancel' },
  photoRefused: {
    id: 'Server tidak menerima foto ini. Buang, lalu ambil foto lain, atau laporkan tanpa foto.',
    en: 'The server does not take this picture. Remove it and take another one, or report without.',
  },
  photoUnsent: {
    id: 'Foto belum terkirim. Coba kirim lagi; yang sudah Anda tulis tetap di sini.',
    en: 'The picture was not sent yet. Send again; what you have written stays here.',
  },
  recorded: { id: 'Laporan tercatat', en: 'The report is recorded' },
  seeIt: { id: 'Lihat seperti warga melihatnya', en: 'See it as citizens do' },
} as const satisfies Record<string, Text>;

/** "2 di antaranya sesudah batas"; how many of those that were kept were late. */
export function keptMeans(late: number): Text {
  if (late === 0) return { id: 'selesai, semuanya tepat waktu', en: 'done, all in time' };
  return { id: `selesai, ${late} di antaranya lewat batas`, en: `done, ${late} of them past their last day` };
}
