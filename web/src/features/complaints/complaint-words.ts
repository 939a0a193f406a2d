import type { ComplaintChannel, ComplaintClass, ComplaintNaming, ComplaintState } from '@pantau/schema';
import type { Text } from '../../lib/text/language.js';

/** What is wanted, and how long the answer may take. */
export const CLASS_WORDS: Readonly<Record<ComplaintClass, { readonly name: Text; readonly what: Text }>> = {
  GRIEVANCE: {
    name: { id: 'Keluhan', en: 'Grievance' },
    what: {
      id: 'Pelayanannya kurang baik. Dijawab dalam 5 hari kerja.',
      en: 'A service was poor. Answered within 5 working days.',
    },
  },
  INFORMATION: {
    name: { id: 'Pertanyaan', en: 'Question' },
    what: {
      id: 'Ingin tahu sesuatu. Dijawab dalam 5 hari kerja.',
      en: 'Something to be known. Answered within 5 working days.',
    },
  },
  ASPIRATION: {
    name: { id: 'Usulan', en: 'Wish' },
    what: {
      id: 'Ingin sesuatu dibuat lebih baik. Dijawab dalam 14 hari kerja.',
      en: 'Something to be made better. Answered within 14 working days.',
    },
  },
  VIOLATION: {
    name: { id: 'Pelanggaran', en: 'Violation' },
    what: {
      id: 'Ada aturan yang dilanggar. Dijawab dalam 14 hari kerja.',
      en: 'A rule was broken. Answered within 14 working days.',
    },
  },
  VIOLATION_IN_FIELD: {
    name: { id: 'Pelanggaran, perlu diperiksa di tempat', en: 'Violation, to be looked at on the spot' },
    what: {
      id: 'Petugas perlu datang memeriksa. Dijawab dalam 60 hari kerja.',
      en: 'Somebody has to come and look. Answered within 60 working days.',
    },
  },
};

/** Whether it is to be known who complains. */
export const NAMING_WORDS: Readonly<Record<ComplaintNaming, { readonly name: Text; readonly what: Text }>> = {
  SECRET: {
    name: { id: 'Rahasia', en: 'Secret' },
    what: {
      id: 'Nama dan kontak disegel terpisah. Hanya fasilitator unit yang dapat membukanya, dengan alasan, dan setiap pembukaan dicatat.',
      en: 'Name and contact are sealed apart. The facilitator of the unit alone can open them, with a reason, and each time is recorded.',
    },
  },
  ANONYMOUS: {
    name: { id: 'Tanpa nama', en: 'Anonymous' },
    what: {
      id: 'Tidak ada nama yang disimpan di mana pun. Jawabannya hanya dapat dibaca dengan kode.',
      en: 'No name is kept anywhere. The answer can be read by the code alone.',
    },
  },
  NAMED: {
    name: { id: 'Dengan nama', en: 'In the own name' },
    what: {
      id: 'Disegel seperti yang rahasia, tetapi namanya boleh disebut saat aduan ditangani.',
      en: 'Sealed like a secret one, but the name may be told where the complaint is handled.',
    },
  },
};

export const STATE_WORDS: Readonly<Record<ComplaintState, Text>> = {
  RECEIVED: { id: 'Menunggu jawaban', en: 'Waiting for an answer' },
  ANSWERED: { id: 'Sudah dijawab', en: 'Answered' },
};

export const CHANNEL_WORDS: Readonly<Record<ComplaintChannel, Text>> = {
  WEB: { id: 'lewat halaman ini', en: 'by the web page' },
  COUNTER: { id: 'di loket', en: 'at the counter' },
  FORUM: { id: 'di forum warga', en: 'at a forum' },
  PHONE: { id: 'lewat telepon', en: 'by telephone' },
  LAPOR: { id: 'lewat SP4N-LAPOR!', en: 'by SP4N-LAPOR!' },
};

/** What citizens read. */
export const COMPLAIN_WORDS = {
  title: { id: 'Aduan warga', en: 'Complaints of citizens' },
  lead: {
    id: 'Ada yang kurang dari pelayanan kami? Sampaikan di sini, tanpa akun. Tanggapan pertama paling lambat 3 hari kerja.',
    en: 'Was our service not as it should be? Tell us here, without an account. You hear from us within 3 working days.',
  },
  make: { id: 'Sampaikan aduan', en: 'Make a complaint' },
  follow: { id: 'Lacak aduan', en: 'Follow a complaint' },
  region: { id: 'Wilayah', en: 'Region' },
  unit: { id: 'Tentang kantor', en: 'About which office' },
  choose: { id: 'Pilih', en: 'Choose' },
  class: { id: 'Apa yang Anda inginkan', en: 'What you want' },
  text: { id: 'Apa yang terjadi', en: 'What happened' },
  textHint: {
    id: 'Di mana, kapan, apa. Jangan menulis nama atau nomor Anda di sini: ini dibaca kantor.',
    en: 'Where, when, what. Do not write your name or number here: the office reads this.',
  },
  naming: { id: 'Nama Anda', en: 'Your name' },
  name: { id: 'Nama', en: 'Name' },
  contact: { id: 'Kontak', en: 'Contact' },
  contactHint: {
    id: 'Nomor telepon, surel, atau alamat.',
    en: 'A telephone number, an e-mail or a street.',
  },
  send: { id: 'Kirim aduan', en: 'Send the complaint' },
  sending: { id: 'Mengirim…', en: 'Sending…' },
  taken: { id: 'Aduan Anda sudah diterima', en: 'Your complaint has been taken' },
  code: { id: 'Kode pelacakan Anda', en: 'Your tracking code' },
  codeLead: {
    id: 'Catat atau foto sekarang: kode ini tidak akan ditampilkan lagi. Dengan kode ini Anda membaca jawabannya.',
    en: 'Write it down or take a picture now: it is not shown again. By this code you read the answer.',
  },
  another: { id: 'Selesai', en: 'Done' },
  typed: { id: 'Kode pelacakan', en: 'Tracking code' },
  typedHint: { id: 'Delapan huruf, misalnya BCDF-GHJK.', en: 'Eight letters, such as BCDF-GHJK.' },
  look: { id: 'Lihat', en: 'Look' },
  looking: { id: 'Mencari…', en: 'Looking…' },
  notFound: {
    id: 'Tidak ada aduan dengan kode ini. Periksa hurufnya, lalu coba lagi.',
    en: 'There is no complaint of this code. Check the letters, then try again.',
  },
  unreachable: {
    id: 'Server tidak terjangkau. Periksa jaringan, lalu coba lagi.',
    en: 'The server cannot be reached. Check the network, then try again.',
  },
  nameKept: {
    id: 'Nama dan kontak tersimpan, tersegel. Anda dapat menghapusnya; aduannya tetap ditangani.',
    en: 'Name and contact are kept, sealed. You can erase them; the complaint is handled all the same.',
  },
  nameless: { id: 'Tidak ada nama yang tersimpan.', en: 'No name is kept.' },
  erase: { id: 'Hapus nama', en: 'Erase the name' },
  filedAt: { id: 'Diterima', en: 'Taken' },
  respondBy: { id: 'Tanggapan pertama paling lambat', en: 'First response by' },
  dueOn: { id: 'Jawaban paling lambat', en: 'Answer by' },
  overdue: { id: 'Tenggatnya sudah lewat.', en: 'That day is over.' },
  answer: { id: 'Jawaban', en: 'Answer' },
  erased: { id: 'sudah dihapus', en: 'erased' },
} as const satisfies Record<string, Text>;

/** What the office reads. */
export const HANDLING_WORDS = {
  title: { id: 'Aduan warga', en: 'Complaints of citizens' },
  lead: {
    id: 'Yang paling lama menunggu berdiri paling atas. Jawaban Anda dibaca warga lewat kodenya.',
    en: 'What waits longest stands first. Citizens read your answer by their code.',
  },
  write: { id: 'Catat aduan yang disampaikan kepada Anda', en: 'Write down what somebody has told you' },
  channel: { id: 'Disampaikan', en: 'Told' },
  wanted: { id: 'Apa yang diinginkan pelapor', en: 'What they want' },
  naming: { id: 'Nama pelapor', en: 'Their name' },
  textHint: {
    id: 'Di mana, kapan, apa. Nama dan nomor pelapor tidak ditulis di sini.',
    en: 'Where, when, what. Their name and number do not belong here.',
  },
  taken: { id: 'Aduan tercatat', en: 'The complaint is recorded' },
  code: { id: 'Kode pelacakan untuk pelapor', en: 'The tracking code for the citizen' },
  codeLead: {
    id: 'Serahkan kode ini kepada pelapor sekarang: kode ini tidak akan ditampilkan lagi.',
    en: 'Hand this code to the citizen now: it is not shown again.',
  },
  openOnly: { id: 'Yang belum dijawab saja', en: 'Unanswered ones only' },
  none: { id: 'Tidak ada aduan yang menunggu.', en: 'No complaint is waiting.' },
  noneYet: { id: 'Belum ada aduan.', en: 'There are no complaints yet.' },
  said: { id: 'Isi aduan', en: 'What is said' },
  came: { id: 'Diterima', en: 'Taken' },
  answeredAt: { id: 'Dijawab', en: 'Answered' },
  begin: { id: 'Jawab', en: 'Answer' },
  answer: { id: 'Jawaban untuk warga', en: 'The answer to the citizen' },
  answerHint: {
    id: 'Apa yang dilakukan, atau mengapa tidak. Tanpa nama siapa pun.',
    en: 'What was done, or why nothing was. Without anybody’s name.',
  },
  send: { id: 'Simpan jawaban', en: 'Record the answer' },
  sending: { id: 'Menyimpan…', en: 'Recording…' },
  final: { id: 'Jawaban tidak dapat diubah lagi.', en: 'An answer cannot be changed any more.' },
  open: { id: 'Buka nama pelapor', en: 'Open the name' },
  openLead: {
    id: 'Siapa membuka, kapan, dan alasannya dicatat di jejak audit.',
    en: 'Who opens it, when and why is recorded in the audit trail.',
  },
  reason: { id: 'Alasan', en: 'Reason' },
  reasonHint: { id: '10 sampai 500 karakter.', en: '10 to 500 characters.' },
  show: { id: 'Tampilkan', en: 'Show' },
  opening: { id: 'Membuka…', en: 'Opening…' },
  close: { id: 'Tutup', en: 'Close' },
  secret: {
    id: 'Aduan ini rahasia: jangan teruskan nama ini kepada siapa pun.',
    en: 'This complaint is secret: do not hand this name on to anybody.',
  },
} as const satisfies Record<string, Text>;
