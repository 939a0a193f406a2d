import type { Text } from '../../../lib/text/language.js';

/** Planning a session of a forum. */
export const PLAN_WORDS = {
  title: { id: 'Rencanakan pertemuan', en: 'Plan a session' },
  change: { id: 'Ubah rencana', en: 'Change the plan' },
  lead: {
    id: 'Acara yang direncanakan muncul di konsol dan di layar pertemuan. Selama belum dibuka, semuanya dapat diubah.',
    en: 'What is planned is on the console and on the screen in the hall. Until the session opens all of it can be changed.',
  },
  needsNetwork: {
    id: 'Merencanakan perlu jaringan.',
    en: 'Planning needs a network.',
  },
  offline: {
    id: 'Sedang tanpa jaringan. Isi dengan tenang; simpan begitu jaringan kembali, selama halaman ini tetap terbuka.',
    en: 'There is no network now. Write on; save it once the network is back, as long as this page stays open.',
  },
  forum: { id: 'Forum yang mana?', en: 'Which forum?' },
  newForum: { id: '+ Forum baru', en: '+ New forum' },
  noForums: {
    id: 'Unit Anda belum punya forum. Dirikan dahulu; sekali saja.',
    en: 'Your unit has no forum yet. Found one first; it is done once.',
  },
  found: { id: 'Dirikan forum baru', en: 'Found a new forum' },
  foundLead: {
    id: 'Forum bertemu berulang kali; janji dari satu pertemuan ditanyakan di pertemuan berikutnya.',
    en: 'A forum meets again and again; what was promised in one session is asked about in the next.',
  },
  foundIt: { id: 'Dirikan', en: 'Found it' },
  unit: { id: 'Unit yang mengundang', en: 'Unit that invites' },
  kind: { id: 'Jenis', en: 'Kind' },
  name: { id: 'Nama forum', en: 'Name of the forum' },
  nameHint: { id: 'Misalnya: Forum Warga RW 3', en: 'For example: Forum Warga RW 3' },
  usualPlace: { id: 'Tempat biasanya', en: 'Where it usually meets' },
  session: { id: 'Pertemuan', en: 'Session' },
  sessionTitle: { id: 'Judul pertemuan', en: 'Title of the session' },
  day: { id: 'Hari', en: 'Day' },
  time: { id: 'Jam mulai (WIB)', en: 'Begins at (WIB)' },
  place: { id: 'Tempat', en: 'Place' },
  quorum: { id: 'Kuorum (orang)', en: 'Quorum (people)' },
  quorumHint: { id: '0: berapa pun yang hadir', en: '0: however many come' },
  concerned: { id: 'Unit yang diundang juga', en: 'Units that are invited, too' },
  otherUnit: { id: 'Tambah unit…', en: 'Add a unit…' },
  agenda: { id: 'Acara', en: 'Agenda' },
  lookingBack: { id: 'Janji pertemuan lalu', en: 'Promises of the last session' },
  alwaysFirst: { id: 'selalu pertama', en: 'always first' },
  item: { id: 'Acara', en: 'Item' },
  minutes: { id: 'Menit', en: 'Minutes' },
  ofMinutes: { id: 'menit', en: 'minutes' },
  addItem: { id: '+ Tambah acara', en: '+ Add an item' },
  up: { id: 'Naikkan', en: 'Move up' },
  down: { id: 'Turunkan', en: 'Move down' },
  remove: { id: 'Buang', en: 'Remove' },
  inAll: { id: 'Seluruhnya', en: 'In all' },
  until: { id: 'sampai sekitar', en: 'until about' },
  save: { id: 'Simpan rencana', en: 'Save the plan' },
  saving: { id: 'Menyimpan…', en: 'Saving…' },
  cancel: { id: 'Batal', en: 'Cancel' },
  saved: { id: 'Rencana tersimpan', en: 'The plan is saved' },
  savedLead: {
    id: 'Buka daftar forum sekali selagi ada jaringan, supaya siap dipakai tanpa jaringan.',
    en: 'Open the list of forums once while there is a network, so that it is ready without one.',
  },
  open: { id: 'Buka pertemuan', en: 'Open the session' },
  changeAgain: { id: 'Ubah lagi', en: 'Change it again' },
  another: { id: 'Rencanakan yang lain', en: 'Plan another one' },
  all: { id: 'Semua pertemuan', en: 'All sessions' },
  allPlans: { id: 'Semua rencana', en: 'All plans' },
  planned: { id: 'Sudah direncanakan', en: 'Planned already' },
  nonePlanned: {
    id: 'Belum ada pertemuan yang direncanakan.',
    en: 'No session is planned.',
  },
  begun: {
    id: 'Pertemuan ini sudah dibuka; rencananya tidak diubah lagi.',
    en: 'This session has begun; its plan is not changed any more.',
  },
  notYours: {
    id: 'Rencana ini disusun fasilitator atau pimpinan unit yang mengundang.',
    en: 'This is planned by a facilitator or the leadership of the unit that invites.',
  },
  unknown: { id: 'Pertemuan ini tidak ada.', en: 'There is no such session.' },
} as const satisfies Record<string, Text>;

/** What is told before anything is sent; each says how to mend it. */
export const PLAN_TOLD = {
  length: { id: 'Tulis 3 sampai 120 karakter.', en: 'Write 3 to 120 characters.' },
  day: { id: 'Pilih harinya.', en: 'Choose the day.' },
  time: { id: 'Pilih jamnya.', en: 'Choose the time.' },
  quorum: { id: 'Tulis angka 0 sampai 5.000.', en: 'Write a number, 0 to 5,000.' },
  minutes: { id: 'Tulis 1 sampai 240 menit.', en: 'Write 1 to 240 minutes.' },
} as const satisfies Record<string, Text>;
