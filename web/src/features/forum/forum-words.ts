import type { Text } from '../../lib/text/language.js';
import type { ForumKind, Group, OutcomeKind, Phase, PromiseState, SignerRole } from './forum-session.js';

export const FORUM_KIND_WORDS: Readonly<Record<ForumKind, Text>> = {
  FORUM_WARGA: { id: 'Forum warga', en: 'Citizens’ forum' },
  PUBLIC_CONSULTATION: { id: 'Forum Konsultasi Publik', en: 'Public consultation' },
  MUSRENBANG: { id: 'Musrenbang', en: 'Planning meeting' },
  SAYANG_WARGA: { id: 'Sayang Warga', en: 'Sayang Warga' },
};

export const PHASE_WORDS: Readonly<Record<Phase, Text>> = {
  PLANNED: { id: 'Direncanakan', en: 'Planned' },
  OPEN: { id: 'Berlangsung', en: 'Going on' },
  CLOSED: { id: 'Ditutup', en: 'Closed' },
  SHARED: { id: 'Rancangan dibagikan', en: 'Draft shared' },
  READ_BACK: { id: 'Sudah dibacakan', en: 'Read back' },
  SIGNED: { id: 'Ditandatangani', en: 'Signed' },
};

export const GROUP_WORDS: Readonly<Record<Group, Text>> = {
  MEN: { id: 'Laki-laki', en: 'Men' },
  WOMEN: { id: 'Perempuan', en: 'Women' },
  YOUTH: { id: 'Pemuda', en: 'Young people' },
  ELDERLY: { id: 'Lansia', en: 'Elderly people' },
  DISABLED: { id: 'Difabel', en: 'People with disabilities' },
  OFFICIALS: { id: 'Petugas', en: 'Officials' },
};

/** What a button says, and what one is asked to write. */
export const OUTCOME_WORDS: Readonly<Record<OutcomeKind, { readonly name: Text; readonly ask: Text }>> = {
  ISSUE: {
    name: { id: 'Masalah', en: 'Issue' },
    ask: { id: 'Apa masalahnya?', en: 'What is wrong?' },
  },
  PROPOSAL: {
    name: { id: 'Usulan', en: 'Proposal' },
    ask: { id: 'Apa yang diusulkan?', en: 'What is proposed?' },
  },
  DECISION: {
    name: { id: 'Keputusan', en: 'Decision' },
    ask: { id: 'Apa yang diputuskan?', en: 'What was decided?' },
  },
  COMMITMENT: {
    name: { id: 'Janji', en: 'Promise' },
    ask: { id: 'Apa yang dijanjikan?', en: 'What is promised?' },
  },
  QUESTION: {
    name: { id: 'Pertanyaan', en: 'Question' },
    ask: { id: 'Apa yang ditanyakan?', en: 'What is asked?' },
  },
  PRAISE: {
    name: { id: 'Apresiasi', en: 'Praise' },
    ask: { id: 'Apa yang sudah baik?', en: 'What went well?' },
  },
};

export const PROMISE_WORDS: Readonly<Record<PromiseState, Text>> = {
  PROMISED: { id: 'Belum', en: 'Not yet' },
  STARTED: { id: 'Sebagian', en: 'Begun' },
  DONE: { id: 'Sudah', en: 'Done' },
  CANNOT: { id: 'Tidak dapat dipenuhi', en: 'Cannot be done' },
};

export const SIGNER_WORDS: Readonly<Record<SignerRole, Text>> = {
  CITIZEN: { id: 'Wakil warga', en: 'For the citizens' },
  OFFICER: { id: 'Petugas', en: 'For the office' },
  FACILITATOR: { id: 'Fasilitator', en: 'Facilitator' },
};

/** How far an entry has come; MERGED: another device did the same before. */
export const ENTRY_STATE_WORDS = {
  WAITING: { id: 'Tersimpan di perangkat', en: 'Kept on this device' },
  SENDING: { id: 'Mengirim', en: 'Sending' },
  TAKEN: { id: 'Diterima', en: 'Taken' },
  AMENDED: { id: 'Diterima sebagai perubahan', en: 'Taken as an amendment' },
  REFUSED: { id: 'Perlu dilihat', en: 'To be looked at' },
  PUT_OFF: { id: 'Dikesampingkan', en: 'Put aside' },
  MENDED: { id: 'Sudah diperbaiki', en: 'Mended' },
  MERGED: { id: 'Sudah dilakukan perangkat lain', en: 'Done by another device before' },
  OTHERS: { id: 'Dari perangkat lain', en: 'From another device' },
} as const satisfies Record<string, Text>;

/** The list of sessions. */
export const LIST_WORDS = {
  title: { id: 'Forum', en: 'Forum' },
  lead: {
    id: 'Buka pertemuannya sekali selagi ada jaringan. Sesudah itu semuanya berjalan tanpa jaringan.',
    en: 'Open a session once while there is a network. From then on everything works without one.',
  },
  today: { id: 'Hari ini', en: 'Today' },
  coming: { id: 'Yang akan datang', en: 'Coming' },
  past: { id: 'Yang lalu', en: 'Past' },
  none: { id: 'Tidak ada pertemuan dalam waktu dekat.', en: 'There is no session any time soon.' },
  noneKnown: {
    id: 'Daftar pertemuan belum pernah dimuat di perangkat ini. Sambungkan ke jaringan sekali.',
    en: 'This device has never loaded the list of sessions. Connect it to a network once.',
  },
  plan: { id: 'Rencanakan pertemuan', en: 'Plan a session' },
  begin: { id: 'Mulai mencatat', en: 'Start' },
  goOn: { id: 'Lanjutkan mencatat', en: 'Go on' },
  look: { id: 'Buka', en: 'Open' },
  ready: { id: 'Siap luring', en: 'Ready without a network' },
  notReady: { id: 'Belum siap luring', en: 'Not ready without a network' },
  old: {
    id: 'Server tidak terjangkau. Ini daftar terakhir yang tersimpan di perangkat.',
    en: 'The server cannot be reached. This is the list that was last kept on the device.',
  },
} as const satisfies Record<string, Text>;

/** One session. */
export const CONSOLE_WORDS = {
  sections: { id: 'Bagian pertemuan', en: 'Parts of the session' },
  attendance: { id: 'Kehadiran', en: 'Attendance' },
  agenda: { id: 'Acara', en: 'Agenda' },
  lastPromises: { id: 'Janji lalu', en: 'Last promises' },
  lastPromisesLong: { id: 'Janji pertemuan lalu', en: 'Promises of the last session' },
  outcomes: { id: 'Hasil', en: 'Outcomes' },
  ready: { id: 'Siap luring', en: 'Ready without a network' },
  readySince: { id: 'disimpan', en: 'kept' },
  notPrepared: {
    id: 'Pertemuan ini belum disiapkan di perangkat ini.',
    en: 'This session is not prepared on this device.',
  },
  notPreparedHint: {
    id: 'Sambungkan ke jaringan sekali; sesudah itu dapat dicatat tanpa jaringan.',
    en: 'Connect to a network once; from then on it works without one.',
  },
  refused: {
    id: 'Server tidak memberikan pertemuan ini kepada akun Anda.',
    en: 'The server does not give this session to your account.',
  },
  back: { id: 'Semua pertemuan', en: 'All sessions' },
  screen: { id: 'Layar proyektor', en: 'Projector screen' },
  beginHint: {
    id: 'Pertemuan dibuka saat Anda mulai mencatat.',
    en: 'The session opens when you start.',
  },
  more: { id: 'Tambah', en: 'Add one' },
  less: { id: 'Kurangi', en: 'Take one away' },
  attended: { id: 'hadir', en: 'there' },
  quorumMet: { id: 'kuorum tercapai', en: 'quorum reached' },
  quorumOf: { id: 'kuorum', en: 'quorum' },
  attendanceHint: {
    id: 'Hanya angka, tanpa nama. Satu orang boleh terhitung di beberapa kelompok; kuorum menghitung laki-laki dan perempuan.',
    en: 'Numbers only, no names. One person may count in several groups; the quorum counts men and women.',
  },
  minutes: { id: 'menit', en: 'minutes' },
  startItem: { id: 'Mulai', en: 'Start' },
  endItem: { id: 'Selesai', en: 'End' },
  running: { id: 'berjalan', en: 'going on' },
  over: { id: 'lewat', en: 'over' },
  left: { id: 'tersisa', en: 'left' },
  took: { id: 'selesai dalam', en: 'ended after' },
  noPromises: { id: 'Tidak ada janji dari pertemuan lalu.', en: 'There are no promises from last time.' },
  promisesLead: {
    id: 'Tanyakan di depan warga: sudah dikerjakan?',
    en: 'Ask in front of the citizens: was it done?',
  },
  due: { id: 'tenggat', en: 'due' },
  late: { id: 'terlambat', en: 'late' },
  note: { id: 'Keterangan', en: 'Note' },
  noteWhy: {
    id: 'Mengapa tidak dapat dipenuhi (10 sampai 500 karakter)',
    en: 'Why it cannot be done (10 to 500 characters)',
  },
  noteShort: {
    id: 'Tulis alasannya sedikitnya 10 karakter.',
    en: 'Give a reason of at least 10 characters.',
  },
  stillOpen: {
    id: 'Janji tetap terbuka seperti semula.',
    en: 'The promise stays open as it was.',
  },
  record: { id: 'Catat', en: 'Record' },
  save: { id: 'Simpan', en: 'Save' },
  cancel: { id: 'Batal', en: 'Cancel' },
  keepDraft: { id: 'Tersimpan sementara', en: 'Draft kept' },
  unit: { id: 'Tentang unit', en: 'About which unit' },
  owner: { id: 'Siapa yang berjanji?', en: 'Who promises?' },
  ownerMissing: {
    id: 'Pilih unit yang berjanji.',
    en: 'Choose the unit that promises.',
  },
  ownerRole: { id: 'Jabatan (boleh kosong)', en: 'Post (may stay empty)' },
  otherUnit: { id: 'Unit lain…', en: 'Another unit…' },
  dueWhen: { id: 'Kapan selesai?', en: 'Done by when?' },
  dueMissing: { id: 'Pilih tenggatnya.', en: 'Choose when it is due.' },
  dueDay: { id: 'Tanggal', en: 'Date' },
  week: { id: '1 minggu', en: '1 week' },
  twoWeeks: { id: '2 minggu', en: '2 weeks' },
  month: { id: '1 bulan', en: '1 month' },
  onDay: { id: 'Tanggal…', en: 'Date…' },
  workingDays: { id: 'hari kerja', en: 'working days' },
  duePast: {
    id: 'Tenggat harus sesudah hari pertemuan.',
    en: 'It has to be due after the day of the session.',
  },
  item: { id: 'Acara', en: 'Agenda item' },
  noItem: { id: 'Tanpa acara', en: 'None' },
  link: { id: 'Tautkan ke aduan atau indikator', en: 'Link to a complaint or an indicator' },
  complaint: { id: 'Aduan', en: 'Complaint' },
  indicator: { id: 'Indikator', en: 'Indicator' },
  noLink: { id: 'Tidak ditautkan', en: 'Not linked' },
  answers: { id: 'Menjawab (boleh kosong)', en: 'Answers (may stay empty)' },
  answersNone: { id: 'Tidak menjawab apa pun', en: 'Answers nothing' },
  answersHint: {
    id: 'Penanya melihat jawaban ini dengan kodenya.',
    en: 'Whoever asked sees this answer by their code.',
  },
  answered: { id: 'sudah dijawab', en: 'answered' },
  answering: { id: 'menjawab', en: 'answers' },
  textMissing: { id: 'Tulis satu kalimat dahulu.', en: 'Write one sentence first.' },
  textCut: {
    id: 'Paling banyak 1.000 karakter; sisanya tidak masuk. Pecah menjadi dua hasil.',
    en: 'At most 1,000 characters; the rest is left out. Make two outcomes of it.',
  },
  textHint: {
    id: 'Satu kalimat. Mikrofon papan ketik dapat dipakai.',
    en: 'One sentence. You can dictate by the keyboard.',
  },
  code: { id: 'Kode untuk penanya', en: 'Code for the asker' },
  codeLead: {
    id: 'Difoto atau dicatat oleh penanya. Dengan kode ini perkembangannya dapat diikuti, tanpa nama.',
    en: 'For the asker to photograph or write down. By it they follow what becomes of this, without a name.',
  },
  codeQr: { id: 'Kode QR ke halaman janji', en: 'QR code of the page of promises' },
  close: { id: 'Tutup', en: 'Close' },
  entries: { id: 'Catatan', en: 'Entries' },
  noEntries: { id: 'Belum ada catatan.', en: 'Nothing has been written yet.' },
  change: { id: 'Ubah', en: 'Change' },
  withdraw: { id: 'Cabut', en: 'Withdraw' },
  withdrawn: { id: 'Dicabut', en: 'Withdrawn' },
  withdrawWhy: { id: 'Mengapa dicabut', en: 'Why it is withdrawn' },
  withdrawShort: { id: 'Tulis alasannya dahulu.', en: 'Give a reason first.' },
  changed: { id: 'diubah', en: 'changed' },
  disputed: {
    id: 'Dua orang mengubahnya bersamaan. Keduanya disimpan; pilih yang benar.',
    en: 'Two people changed it at once. Both are kept; choose the right one.',
  },
  choose: { id: 'Pakai ini', en: 'Take this one' },
  amendment: { id: 'Perubahan sesudah tanda tangan', en: 'Amendment after the signing' },
  reason: { id: 'Alasan perubahan', en: 'Reason for the amendment' },
  reasonHint: {
    id: 'Notula sudah ditandatangani. 10 sampai 500 karakter.',
    en: 'The minutes are signed. 10 to 500 characters.',
  },
  mend: { id: 'Perbaiki', en: 'Mend' },
  tryAgain: { id: 'Coba lagi', en: 'Try again' },
  putOff: { id: 'Kesampingkan', en: 'Put aside' },
} as const satisfies Record<string, Text>;

/** A session that has not begun. */
export const PREPARED_WORDS = {
  inAll: { id: 'Seluruhnya', en: 'In all' },
  invited: { id: 'Diundang juga', en: 'Also invited' },
  change: { id: 'Ubah rencana', en: 'Change the plan' },
} as const satisfies Record<string, Text>;

/** Letting everybody read the draft of the minutes. */
export const SHARE_WORDS = {
  share: { id: 'Bagikan draf', en: 'Share the draft' },
  sharing: { id: 'Membagikan…', en: 'Sharing…' },
  lead: {
    id: 'Setelah dibagikan, draf ini dapat dibaca semua yang masuk ke Pantau dan siapa saja di halaman publik, sebelum dibacakan dan ditandatangani.',
    en: 'Once it is shared, everybody who has signed in and anybody on the public page can read this draft, before it is read back and signed.',
  },
  later: {
    id: 'Draf dapat dibagikan begitu ada jaringan dan semuanya terkirim.',
    en: 'The draft can be shared once there is a network and everything is sent.',
  },
  sharedAt: { id: 'Draf dibagikan pada', en: 'The draft was shared on' },
} as const satisfies Record<string, Text>;

/** What waits on the device, and how it gets away. */
export const OUTBOX_WORDS = {
  kept: { id: 'Tersimpan di perangkat', en: 'Kept on this device' },
  nothingYet: { id: 'Belum ada yang dicatat', en: 'Nothing written yet' },
  allSent: { id: 'Semua terkirim', en: 'Everything is sent' },
  waiting: { id: 'menunggu', en: 'waiting' },
  toLookAt: { id: 'perlu dilihat', en: 'to be looked at' },
  lastSent: { id: 'terakhir terkirim', en: 'last sent' },
  never: { id: 'belum ada yang terkirim', en: 'nothing sent yet' },
  sending: { id: 'mengirim', en: 'sending' },
  offline: { id: 'tanpa jaringan', en: 'no network' },
  signIn: { id: 'masuk lagi untuk mengirim', en: 'sign in again to send' },
  notOpen: { id: 'akun ini tidak boleh mengirim', en: 'this account may not send' },
  signInAgain: {
    id: 'Sesi masuk sudah berakhir. Semua catatan tetap di perangkat; masuk lagi untuk mengirim.',
    en: 'The session has ended. Everything stays on the device; sign in again to send it.',
  },
  ofOthers: {
    id: 'catatan akun lain menunggu di perangkat ini. Hanya pemiliknya yang dapat melihat dan mengirimnya, dengan masuk di sini.',
    en: 'entries of another account wait on this device. Only who wrote them can see and send them, by signing in here.',
  },
  tight: {
    id: 'Ruang penyimpanan perangkat hampir habis. Hapus foto atau aplikasi yang tidak dipakai sebelum pertemuan.',
    en: 'The device is nearly out of room. Delete pictures or programs before the session.',
  },
  notLasting: {
    id: 'Peramban ini tidak menyimpan apa pun (mode privat?). Catatan hilang bila halaman ditutup; jangan dipakai tanpa jaringan.',
    en: 'This browser keeps nothing (a private window?). Entries are lost when the page is closed; do not use it without a network.',
  },
  export: { id: 'Unduh berkas cadangan', en: 'Download a copy' },
  update: { id: 'Versi baru siap dipakai.', en: 'A new version is ready.' },
  updateNow: { id: 'Muat ulang sekarang', en: 'Load it now' },
} as const satisfies Record<string, Text>;

/** Pictures. */
export const PHOTO_WORDS = {
  add: { id: 'Tambah foto', en: 'Add a picture' },
  remove: { id: 'Buang foto', en: 'Remove the picture' },
  shrinking: { id: 'Mengecilkan foto…', en: 'Shrinking the picture…' },
  notAnImage: {
    id: 'Berkas ini bukan foto JPEG, PNG, atau WebP. Pilih foto dari kamera atau galeri.',
    en: 'This file is no JPEG, PNG or WebP picture. Choose one of the camera or the gallery.',
  },
  unreadable: {
    id: 'Foto ini tidak dapat dibaca perangkat. Ambil foto baru.',
    en: 'The device cannot read this picture. Take another one.',
  },
  photo: { id: 'Foto', en: 'Picture' },
  ofSession: { id: 'Foto pertemuan', en: 'Pictures of the session' },
  consent: {
    id: 'Warga melihat foto hanya bila Anda menyalakannya. Nyalakan sesudah semua yang terlihat di foto setuju; bila ada yang berkeberatan, matikan.',
    en: 'Citizens see a picture only where you switch it on. Do so once everybody who is seen in it has agreed; if somebody objects, switch it off.',
  },
  isPublic: { id: 'Terlihat oleh warga', en: 'Citizens see it' },
  refused: { id: 'server tidak menerima foto ini', en: 'the server does not take this picture' },
  hint: {
    id: 'Foto dikecilkan di perangkat, tanpa lokasi, dan dikirim sesudah catatan.',
    en: 'Pictures are shrunk on the device, carry no place, and are sent after the entries.',
  },
} as const satisfies Record<string, Text>;

/** The end of a session. */
export const CLOSING_WORDS = {
  open: { id: 'Tutup pertemuan', en: 'Close the session' },
  check: { id: 'Sebelum ditutup', en: 'Before it is closed' },
  checkAttendance: { id: 'Kehadiran dihitung', en: 'Attendance is counted' },
  checkPromises: { id: 'Janji lalu sudah ditanyakan', en: 'Last promises were asked about' },
  checkOutcomes: { id: 'Ada hasil yang dicatat', en: 'There are outcomes' },
  checkDisputes: { id: 'Tidak ada hasil yang bertentangan', en: 'No outcome is disputed' },
  checkDraft: { id: 'Tidak ada catatan setengah jadi', en: 'Nothing is half written' },
  confirm: { id: 'Tutup dan bacakan', en: 'Close and read back' },
  notYet: { id: 'Belum, kembali', en: 'Not yet, back' },
  readBack: { id: 'Bacakan di depan warga', en: 'Read it to the citizens' },
  readBackLead: {
    id: 'Ini yang akan ditandatangani. Ada yang keliru? Ubah sekarang.',
    en: 'This is what will be signed. Is something wrong? Change it now.',
  },
  wasRead: { id: 'Sudah dibacakan dan disetujui', en: 'It was read and agreed' },
  sign: { id: 'Tanda tangan', en: 'Signatures' },
  signLead: {
    id: 'Dua wakil warga dan satu petugas menandatangani di layar.',
    en: 'Two who speak for the citizens and one of the office sign on the screen.',
  },
  signer: { id: 'Nama yang menandatangani', en: 'Name of whoever signs' },
  signHere: { id: 'Tanda tangan di sini', en: 'Sign here' },
  clear: { id: 'Hapus, ulangi', en: 'Clear, again' },
  signerMissing: { id: 'Tulis namanya, sedikitnya 2 huruf.', en: 'Write the name, at least 2 letters.' },
  strokesMissing: { id: 'Tanda tangannya masih kosong.', en: 'The signature is still empty.' },
  keep: { id: 'Simpan tanda tangan', en: 'Keep the signature' },
  signed: { id: 'Notula ditandatangani', en: 'The minutes are signed' },
  signedLead: {
    id: 'Berita acara dibuat server begitu semua terkirim. Yang dicatat sesudah ini menjadi perubahan dengan alasan.',
    en: 'The server makes the berita acara once everything is sent. What is written from now on is an amendment with a reason.',
  },
  print: { id: 'Cetak berita acara (PDF)', en: 'Print the berita acara (PDF)' },
  printDraft: {
    id: 'Belum lengkap ditandatangani: tercetak sebagai DRAF.',
    en: 'Not all have signed yet: it is printed as a draft.',
  },
  printLater: {
    id: 'Berita acara dapat dicetak begitu ada jaringan dan semuanya terkirim.',
    en: 'The berita acara can be printed once there is a network and everything is sent.',
  },
  changesStill: { id: 'Kembali mengubah hasil', en: 'Back to change outcomes' },
  attendedBy: { id: 'Hadir', en: 'There were' },
  nothing: { id: 'Tidak ada hasil yang dicatat.', en: 'No outcome was written down.' },
} as const satisfies Record<string, Text>;
