import type { FeedbackStanding, LeaveOutReason, ServiceGrade, SurveyElement } from '@pantau/schema';
import type { Text } from '../../lib/text/language.js';

/** One element of the service as it is asked about, with the words for 1, 2, 3 and 4. */
interface ElementWords {
  /** What it is called in figures. */
  readonly name: Text;
  readonly question: Text;
  readonly answers: readonly [Text, Text, Text, Text];
}

/** The questions and answers of the survey (PermenPANRB 14/2017), in words that need no explaining. */
export const ELEMENT_WORDS: Readonly<Record<SurveyElement, ElementWords>> = {
  U1: {
    name: { id: 'Persyaratan', en: 'Requirements' },
    question: {
      id: 'Apakah persyaratannya sesuai dengan yang diumumkan?',
      en: 'Were you asked for what had been announced, and no more?',
    },
    answers: [
      { id: 'Tidak sesuai', en: 'No' },
      { id: 'Kurang sesuai', en: 'Not quite' },
      { id: 'Sesuai', en: 'Yes' },
      { id: 'Sangat sesuai', en: 'Fully' },
    ],
  },
  U2: {
    name: { id: 'Prosedur', en: 'Procedure' },
    question: { id: 'Apakah alurnya mudah?', en: 'Was it easy to get done?' },
    answers: [
      { id: 'Tidak mudah', en: 'Not easy' },
      { id: 'Kurang mudah', en: 'Not quite' },
      { id: 'Mudah', en: 'Easy' },
      { id: 'Sangat mudah', en: 'Very easy' },
    ],
  },
  U3: {
    name: { id: 'Waktu', en: 'Time' },
    question: { id: 'Apakah pelayanannya cepat?', en: 'Was it quick?' },
    answers: [
      { id: 'Tidak cepat', en: 'Not quick' },
      { id: 'Kurang cepat', en: 'Not quite' },
      { id: 'Cepat', en: 'Quick' },
      { id: 'Sangat cepat', en: 'Very quick' },
    ],
  },
  U4: {
    name: { id: 'Biaya', en: 'Cost' },
    question: { id: 'Bagaimana biayanya?', en: 'What about the cost?' },
    answers: [
      { id: 'Sangat mahal', en: 'Very dear' },
      { id: 'Cukup mahal', en: 'Rather dear' },
      { id: 'Murah', en: 'Cheap' },
      { id: 'Gratis', en: 'Free' },
    ],
  },
  U5: {
    name: { id: 'Hasil', en: 'Result' },
    question: {
      id: 'Apakah hasilnya sesuai dengan yang Anda perlukan?',
      en: 'Did you get what you came for?',
    },
    answers: [
      { id: 'Tidak sesuai', en: 'No' },
      { id: 'Kurang sesuai', en: 'Not quite' },
      { id: 'Sesuai', en: 'Yes' },
      { id: 'Sangat sesuai', en: 'Fully' },
    ],
  },
  U6: {
    name: { id: 'Kemampuan petugas', en: 'Competence of the staff' },
    question: { id: 'Apakah petugasnya menguasai pekerjaannya?', en: 'Did the staff know their work?' },
    answers: [
      { id: 'Tidak mampu', en: 'No' },
      { id: 'Kurang mampu', en: 'Not quite' },
      { id: 'Mampu', en: 'Yes' },
      { id: 'Sangat mampu', en: 'Very well' },
    ],
  },
  U7: {
    name: { id: 'Perilaku petugas', en: 'Behaviour of the staff' },
    question: { id: 'Apakah petugasnya sopan dan ramah?', en: 'Were the staff polite and friendly?' },
    answers: [
      { id: 'Tidak ramah', en: 'Not friendly' },
      { id: 'Kurang ramah', en: 'Not quite' },
      { id: 'Ramah', en: 'Friendly' },
      { id: 'Sangat ramah', en: 'Very friendly' },
    ],
  },
  U8: {
    name: { id: 'Sarana', en: 'Facilities' },
    question: {
      id: 'Bagaimana ruang tunggu dan sarananya?',
      en: 'What about the waiting room and facilities?',
    },
    answers: [
      { id: 'Buruk', en: 'Poor' },
      { id: 'Cukup', en: 'Fair' },
      { id: 'Baik', en: 'Good' },
      { id: 'Sangat baik', en: 'Very good' },
    ],
  },
  U9: {
    name: { id: 'Pengaduan', en: 'Complaints' },
    question: {
      id: 'Bagaimana pengaduan dan saran ditangani?',
      en: 'How are complaints and suggestions handled?',
    },
    answers: [
      { id: 'Tidak ada', en: 'Not at all' },
      { id: 'Tidak berfungsi', en: 'Without effect' },
      { id: 'Kurang maksimal', en: 'Not fully' },
      { id: 'Dikelola baik', en: 'Well' },
    ],
  },
};

/** What is asked first: short, and known to whoever has just been served. */
export const ASKED_FIRST = ['U3', 'U7', 'U2'] as const satisfies readonly SurveyElement[];
export const ASKED_THEN = ['U5', 'U6', 'U1', 'U4', 'U8', 'U9'] as const satisfies readonly SurveyElement[];

export const STANDING_WORDS: Readonly<Record<FeedbackStanding, Text>> = {
  COUNTED: { id: 'Dihitung', en: 'Counted' },
  WAITING: { id: 'Menunggu dilihat', en: 'Waiting' },
  LEFT_OUT: { id: 'Tidak dihitung', en: 'Left out' },
};

export const REASON_WORDS: Readonly<Record<LeaveOutReason, Text>> = {
  REPEATED: { id: 'Berulang dari orang yang sama', en: 'The same person again and again' },
  NO_VISIT: { id: 'Bukan dari pengunjung loket', en: 'Not of somebody who was at the counter' },
  TRIAL: { id: 'Percobaan kantor sendiri', en: 'A trial by the office itself' },
};

export const GRADE_WORDS: Readonly<Record<ServiceGrade, Text>> = {
  A: { id: 'A · sangat baik', en: 'A · very good' },
  B: { id: 'B · baik', en: 'B · good' },
  C: { id: 'C · kurang baik', en: 'C · not so good' },
  D: { id: 'D · tidak baik', en: 'D · not good' },
};

/** What citizens read. */
export const LEAVE_WORDS = {
  title: { id: 'Bagaimana pelayanannya?', en: 'How was the service?' },
  lead: {
    id: 'Tiga pertanyaan, sekitar 30 detik. Nama dan jam tidak disimpan.',
    en: 'Three questions, about 30 seconds. Neither name nor time of day is kept.',
  },
  more: { id: 'Nilai lebih banyak hal', en: 'Rate more' },
  text: { id: 'Apa yang bisa lebih baik?', en: 'What could be better?' },
  textHint: {
    id: 'Boleh kosong. Hanya dibaca kantor; tanpa nama siapa pun.',
    en: 'May be left empty. The office alone reads it; without anybody’s name.',
  },
  contactTitle: { id: 'Saya ingin dijawab', en: 'I would like an answer' },
  contact: { id: 'Nomor telepon atau surel', en: 'Telephone number or e-mail' },
  contactHint: {
    id: 'Disegel terpisah dari penilaian. Dihapus setelah 180 hari, atau kapan saja dengan kode yang Anda terima.',
    en: 'Sealed apart from what you say. Erased after 180 days, or at any time by the code that you get.',
  },
  send: { id: 'Kirim penilaian', en: 'Send' },
  sending: { id: 'Mengirim…', en: 'Sending…' },
  thanks: { id: 'Terima kasih', en: 'Thank you' },
  taken: {
    id: 'Penilaian Anda sudah masuk. Kantor membacanya tanpa nama dan tanpa jam.',
    en: 'What you said has been taken. The office reads it without a name and without a time of day.',
  },
  code: { id: 'Kode untuk menghapus kontak Anda', en: 'The code by which you erase your contact' },
  codeLead: {
    id: 'Catat atau foto sekarang: kode ini tidak akan ditampilkan lagi.',
    en: 'Write it down or take a picture now: it is not shown again.',
  },
  complain: {
    id: 'Ada masalah yang perlu dijawab? Sampaikan aduan',
    en: 'Something has to be put right? Make a complaint',
  },
  scan: { id: 'Pindai kode QR di loket', en: 'Scan the QR code at the counter' },
  scanLead: {
    id: 'Kode QR membuka halaman ini untuk loket Anda. Tidak dapat memindai? Ketik huruf di bawah kode QR.',
    en: 'The QR code opens this page for your counter. You cannot scan it? Type the letters below it.',
  },
  typed: { id: 'Huruf di bawah kode QR', en: 'Letters below the QR code' },
  typedHint: { id: '20 huruf; tanda hubung boleh dilewati.', en: '20 letters; dashes may be left out.' },
  open: { id: 'Buka', en: 'Open' },
  unknown: {
    id: 'Kode loket ini tidak berlaku lagi. Pindai kode QR yang terpasang di loket sekarang.',
    en: 'This code of a counter is no longer in use. Scan the QR code that hangs there now.',
  },
  closed: {
    id: 'Loket ini sedang tidak menerima penilaian.',
    en: 'This counter takes no feedback at present.',
  },
  unreachable: {
    id: 'Server tidak terjangkau. Periksa jaringan, lalu coba lagi.',
    en: 'The server cannot be reached. Check the network, then try again.',
  },
  retry: { id: 'Coba lagi', en: 'Try again' },
  eraseTitle: { id: 'Hapus kontak yang pernah saya tinggalkan', en: 'Erase a contact that I left' },
  eraseCode: { id: 'Kode penghapus', en: 'Code' },
  eraseCodeHint: { id: 'Delapan huruf, misalnya BCDF-GHJK.', en: 'Eight letters, such as BCDF-GHJK.' },
  erase: { id: 'Hapus kontak', en: 'Erase the contact' },
  erasing: { id: 'Menghapus…', en: 'Erasing…' },
  erased: {
    id: 'Kontak Anda sudah dihapus. Penilaiannya tetap ada, tanpa Anda.',
    en: 'Your contact is erased. What you said stays, without you.',
  },
} as const satisfies Record<string, Text>;

/** What the office reads. */
export const OFFICE_WORDS = {
  title: { id: 'Penilaian warga', en: 'Feedback of citizens' },
  lead: {
    id: 'Yang dirasakan warga di loket, per unsur layanan. Ini tentang layanan, bukan tentang satu orang.',
    en: 'What citizens feel at the counter, by element of the service. It is about a service, never about one person.',
  },
  unit: { id: 'Unit', en: 'Unit' },
  quarter: { id: 'Triwulan', en: 'Quarter' },
  figures: { id: 'Ringkasan', en: 'Summary' },
  index: { id: 'Indeks kepuasan', en: 'Satisfaction index' },
  noIndex: { id: 'Belum ada indeks', en: 'No index yet' },
  of100: { id: 'dari 100', en: 'of 100' },
  element: { id: 'Unsur', en: 'Element' },
  answers: { id: 'Jawaban', en: 'Answers' },
  mean: { id: 'Rata-rata (1–4)', en: 'Mean (1–4)' },
  few: { id: 'kurang dari 5', en: 'fewer than 5' },
  wave: { id: 'Tutup gelombang triwulan ini', en: 'Close the wave of this quarter' },
  waveLead: {
    id: 'Indeksnya dicatat sekali sebagai pengamatan SKM-01 kepala unit, dengan hitungan di atas sebagai catatannya. Nilainya ikut bergerak saat itu juga.',
    en: 'The index is recorded once as an observation of SKM-01 of the head of the unit, with the reckoning above as its note. The score moves at once.',
  },
  head: { id: 'Kepala unit', en: 'Head of the unit' },
  closeWave: { id: 'Tutup gelombang', en: 'Close the wave' },
  waveClosed: { id: 'Gelombang sudah ditutup: indeks', en: 'The wave is closed: index' },
  waveOf: { id: 'dari penilaian sebanyak', en: 'of this much feedback:' },
  counters: { id: 'Loket', en: 'Counters' },
  countersLead: {
    id: 'Cetak lembarnya, lalu pasang di loket. Siapa pun yang memindainya dapat menilai, tanpa akun.',
    en: 'Print the sheet and hang it at the counter. Whoever scans it can leave feedback, without an account.',
  },
  noCounters: { id: 'Belum ada loket di sini.', en: 'There are no counters here yet.' },
  counterOpen: { id: 'Menerima penilaian', en: 'Takes feedback' },
  counterClosed: { id: 'Ditutup', en: 'Closed' },
  sheet: { id: 'Lembar QR', en: 'QR sheet' },
  hideSheet: { id: 'Tutup lembar', en: 'Hide the sheet' },
  print: { id: 'Cetak', en: 'Print' },
  sheetTitle: { id: 'Bagaimana pelayanan kami?', en: 'How was our service?' },
  sheetLead: {
    id: 'Pindai, lalu jawab tiga pertanyaan. 30 detik, tanpa nama.',
    en: 'Scan, then answer three questions. 30 seconds, no name.',
  },
  sheetTyped: { id: 'Tidak dapat memindai? Buka', en: 'You cannot scan? Open' },
  sheetLetters: { id: 'lalu ketik', en: 'and type' },
  qr: { id: 'Kode QR loket', en: 'QR code of the counter' },
  rename: { id: 'Ganti nama', en: 'Rename' },
  name: { id: 'Nama loket', en: 'Name of the counter' },
  nameHint: { id: 'Misalnya Loket 2, Loket KTP.', en: 'Such as Counter 2.' },
  save: { id: 'Simpan', en: 'Save' },
  saving: { id: 'Menyimpan…', en: 'Saving…' },
  closeCounter: { id: 'Tutup loket', en: 'Close the counter' },
  openCounter: { id: 'Buka loket', en: 'Open the counter' },
  renew: { id: 'Ganti kode', en: 'Renew the code' },
  renewed: {
    id: 'Kode baru berlaku. Cetak lembar yang baru; yang lama tidak berlaku lagi.',
    en: 'The new code is in use. Print the sheet anew; the old one is good for nothing.',
  },
  make: { id: 'Tambah loket', en: 'Add a counter' },
  list: { id: 'Yang disampaikan warga', en: 'What citizens said' },
  standing: { id: 'Tampilkan', en: 'Show' },
  words: { id: 'Yang menulis saran', en: 'Those with words' },
  everything: { id: 'Semua', en: 'All' },
  none: { id: 'Belum ada penilaian di sini.', en: 'There is no feedback here yet.' },
  noneWaiting: { id: 'Tidak ada penilaian yang menunggu.', en: 'No feedback is waiting.' },
  noText: { id: 'Tanpa saran tertulis.', en: 'Nothing was written.' },
  waits: {
    id: 'Datang lebih banyak dari biasanya dalam satu jam. Nilainya baru terlihat setelah diputuskan, supaya keputusan tidak bergantung pada nilainya.',
    en: 'More came within an hour than usual. The ratings show once it is decided, so that the decision does not hang on them.',
  },
  count: { id: 'Hitung', en: 'Count it' },
  leaveOut: { id: 'Jangan hitung', en: 'Leave it out' },
  because: { id: 'Alasan', en: 'Reason' },
  choose: { id: 'Pilih', en: 'Choose' },
  final: { id: 'Keputusan tidak dapat diubah lagi.', en: 'A decision cannot be changed any more.' },
  openContact: { id: 'Buka kontak', en: 'Open the contact' },
  openLead: {
    id: 'Warga ini ingin dijawab. Siapa membuka, kapan, dan alasannya dicatat di jejak audit.',
    en: 'This citizen would like an answer. Who opens it, when and why is recorded in the audit trail.',
  },
  contact: { id: 'Kontak', en: 'Contact' },
} as const satisfies Record<string, Text>;
