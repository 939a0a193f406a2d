import type { PeriodState, PolicyState } from '@pantau/schema';
import type { Text } from '../../lib/text/language.js';

/** Where a version stands; a signed one says since when it holds. */
export const STATE_WORDS: Readonly<Record<PolicyState, Text>> = {
  DRAFT: { id: 'konsep', en: 'draft' },
  SIGNED: { id: 'berlaku sejak', en: 'in force since' },
  DROPPED: { id: 'dibuang', en: 'dropped' },
};

/** How far a period has come. */
export const PERIOD_WORDS: Readonly<Record<PeriodState, Text>> = {
  OPEN: { id: 'berjalan', en: 'open' },
  REOPENED: { id: 'dibuka kembali', en: 'reopened' },
  CLOSED: { id: 'ditutup', en: 'closed' },
  CONFIRMED: { id: 'ditetapkan', en: 'confirmed' },
};

/** Every other word of the page of policies. */
export const POLICY_WORDS = {
  title: { id: 'Aturan penilaian', en: 'Scoring policies' },
  lead: {
    id: 'Angka-angka yang dipakai untuk menghitung nilai. Versi yang berlaku tidak pernah diubah: yang baru dibuat sebagai salinan, dicoba dulu, lalu ditandatangani.',
    en: 'The numbers that scores are computed with. A version in force never changes: a new one begins as a copy, is tried out, and then signed.',
  },
  start: { id: 'Halaman depan', en: 'Front page' },
  all: { id: 'Semua versi', en: 'All versions' },
  versions: { id: 'Versi', en: 'Versions' },
  version: { id: 'Aturan', en: 'Policy' },
  noVersions: {
    id: 'Wilayah ini belum memiliki aturan penilaian. Pengelola wilayah memasang yang pertama.',
    en: 'This region has no scoring policy yet. Its administrator sets up the first one.',
  },
  fromBeginning: { id: 'berlaku sejak awal', en: 'in force from the beginning' },
  copyOf: { id: 'salinan', en: 'copy of' },
  periods: { id: 'Periode dan aturannya', en: 'Periods and their policies' },
  period: { id: 'Periode', en: 'Period' },
  begins: { id: 'Mulai', en: 'Begins' },
  state: { id: 'Keadaan', en: 'State' },
  noPeriods: {
    id: 'Belum ada periode. Pratinjau dapat dihitung setelah rencana kinerja pertama dimasukkan.',
    en: 'There is no period yet. A preview can be computed once the first plans are in.',
  },
  copy: { id: 'Ubah salinan', en: 'Change a copy' },
  signed: { id: 'Ditandatangani', en: 'Signed' },
  by: { id: 'oleh', en: 'by' },
  basis: { id: 'Dasar tanda tangan', en: 'The signature rests on' },
  changes: { id: 'Yang berubah', en: 'What changes' },
  changesFrom: { id: 'Dibanding', en: 'Compared with' },
  what: { id: 'Angka', en: 'Number' },
  before: { id: 'Sebelum', en: 'Before' },
  after: { id: 'Sesudah', en: 'After' },
  none: { id: 'tidak ada', en: 'none' },
  numbers: { id: 'Semua angkanya', en: 'All its numbers' },
  // the form
  formTitle: { id: 'Ubah salinan', en: 'Change a copy of' },
  formLead: {
    id: 'Hasilnya disimpan sebagai konsep baru. Belum ada nilai yang berubah sampai konsep ditandatangani.',
    en: 'It is kept as a new draft. No score changes until the draft is signed.',
  },
  weights: { id: 'Kelompok bobot per peran', en: 'Weights by role' },
  weightsHint: {
    id: 'Peran tanpa kelompok di sini memakai bobot dari target masing-masing. Tiap kelompok harus berjumlah 100.',
    en: 'A role that is not here has the weights of its targets. Each must add up to 100.',
  },
  noWeights: {
    id: 'Semua peran memakai bobot dari targetnya.',
    en: 'Every role has the weights of its targets.',
  },
  role: { id: 'Peran', en: 'Role' },
  indicator: { id: 'Indikator', en: 'Indicator' },
  weight: { id: 'Bobot (%)', en: 'Weight (%)' },
  remove: { id: 'Hapus', en: 'Remove' },
  addWeight: { id: 'Tambah indikator', en: 'Add an indicator' },
  addRole: { id: 'Tambah peran', en: 'Add a role' },
  removeRole: { id: 'Hapus peran ini', en: 'Remove this role' },
  sum: { id: 'Jumlah', en: 'Sum' },
  sumRight: { id: 'pas', en: 'as it must be' },
  sumWrong: { id: 'harus 100', en: 'must be 100' },
  sumUnknown: { id: 'ada angka yang belum terbaca', en: 'a number cannot be read yet' },
  note: { id: 'Apa yang diubah, dan mengapa', en: 'What changes, and why' },
  noteHint: {
    id: '10 sampai 2.000 karakter. Semua yang dinilai dapat membacanya.',
    en: '10 to 2,000 characters. Everybody who is scored can read it.',
  },
  draft: { id: 'Simpan sebagai konsep', en: 'Keep as a draft' },
  sending: { id: 'Mengirim…', en: 'Sending…' },
  // the preview
  preview: { id: 'Pratinjau', en: 'Preview' },
  previewLead: {
    id: 'Dihitung dari pengamatan yang ada; tidak ada yang disimpan.',
    en: 'Computed from the observations that are there; nothing is stored.',
  },
  tryOn: { id: 'Hitung untuk periode', en: 'Compute for the period' },
  computing: { id: 'Menghitung pratinjau…', en: 'Computing the preview…' },
  comparedWith: { id: 'dibanding', en: 'compared with' },
  people: { id: 'pegawai dihitung', en: 'people computed' },
  up: { id: 'nilainya naik', en: 'values rise' },
  down: { id: 'nilainya turun', en: 'values fall' },
  same: { id: 'nilainya tetap', en: 'values stay' },
  gain: { id: 'mendapat nilai', en: 'gain a value' },
  lose: { id: 'kehilangan nilai', en: 'lose their value' },
  predicates: { id: 'usulan predikat berpindah', en: 'proposed predicates move' },
  units: { id: 'Unit yang berubah', en: 'Units that change' },
  unitsHint: { id: 'Menurut urutan kantor.', en: 'In office order.' },
  noUnits: {
    id: 'Tidak ada unit yang nilai atau keadaannya berubah.',
    en: 'No unit’s value or state changes.',
  },
  unit: { id: 'Unit', en: 'Unit' },
  moved: { id: 'Pegawai yang berubah', en: 'People who change' },
  movedHint: {
    id: 'Menurut urutan pendaftaran, bukan peringkat.',
    en: 'In the order in which they were added; nobody is ranked.',
  },
  noMoved: { id: 'Tidak ada pegawai yang nilainya berubah.', en: 'Nobody’s value changes.' },
  person: { id: 'Pegawai', en: 'Person' },
  more: { id: 'Muat lagi', en: 'Load more' },
  noValue: { id: 'belum cukup data', en: 'not enough data yet' },
  noProposal: { id: 'tanpa usulan', en: 'no proposal' },
  becomes: { id: 'menjadi', en: 'becomes' },
  // the signature
  decide: { id: 'Keputusan', en: 'Decision' },
  toDecide: { id: 'Langsung ke keputusan', en: 'Straight to the decision' },
  sign: { id: 'Tandatangani', en: 'Sign' },
  effectiveFrom: { id: 'Berlaku mulai', en: 'In force from' },
  effectiveHint: {
    id: 'Untuk periode yang mulai pada hari itu atau sesudahnya.',
    en: 'For periods that begin on that day or later.',
  },
  signingNote: {
    id: 'Dasar, misalnya nomor keputusan (boleh kosong)',
    en: 'Basis, such as the number of a decree (may be empty)',
  },
  toConfirm: { id: 'Lanjut ke konfirmasi', en: 'On to confirm' },
  confirm: { id: 'Yang akan terjadi', en: 'What will happen' },
  forGood: {
    id: 'Tanda tangan tidak dapat ditarik. Mengubah angkanya lagi berarti membuat versi baru.',
    en: 'A signature cannot be taken back. Changing the numbers again means another version.',
  },
  earlierStay: {
    id: 'Periode yang mulai sebelum hari itu tetap memakai aturannya.',
    en: 'Periods that begin before that day keep their policy.',
  },
  recomputed: { id: 'nilainya dihitung ulang sekarang juga', en: 'its values are computed again at once' },
  notRecomputed: {
    id: 'sudah ditutup, jadi tanda tangan akan ditolak',
    en: 'is closed, so the signature will be refused',
  },
  signNow: { id: 'Tandatangani sekarang', en: 'Sign now' },
  back: { id: 'Kembali', en: 'Back' },
  drop: { id: 'Buang konsep', en: 'Drop the draft' },
  dropWhat: {
    id: 'Konsep ini tidak dapat ditandatangani lagi, tetapi tetap tercatat. Tidak ada nilai yang berubah.',
    en: 'This draft can no longer be signed, but it stays in the record. No score changes.',
  },
  dropNow: { id: 'Ya, buang konsep ini', en: 'Yes, drop this draft' },
  // when, and when not
  loading: { id: 'Memuat aturan…', en: 'Loading the policies…' },
  retry: { id: 'Coba lagi', en: 'Try again' },
  report: { id: 'Kode laporan', en: 'Report code' },
  unsent: {
    id: 'Server tidak terjangkau. Isian Anda tetap di sini; kirim lagi begitu tersambung. Tidak akan tercatat dua kali.',
    en: 'The server cannot be reached. What you wrote stays here; send it again once you are connected. It will not be recorded twice.',
  },
  failed: {
    id: 'Server tidak dapat menyelesaikannya. Isian Anda tetap di sini; kirim lagi, tidak akan tercatat dua kali.',
    en: 'The server could not finish this. What you wrote stays here; send it again, it will not be recorded twice.',
  },
  notOpen: {
    id: 'Ini tidak terbuka untuk Anda. Bila menurut Anda keliru, hubungi administrator.',
    en: 'This is not open to you. If you think that is wrong, ask the administrator.',
  },
  notRenewed: {
    id: 'Tidak dapat diperbarui sekarang; yang tampil mungkin sudah lama.',
    en: 'It cannot be renewed now; what is shown may be old.',
  },
} as const satisfies Record<string, Text>;

/** What was just done, said once. */
export const DONE_WORDS = {
  DRAFTED: {
    id: 'Konsep tersimpan. Lihat pratinjaunya sebelum menandatangani.',
    en: 'The draft is kept. Look at its preview before you sign.',
  },
  SIGNED: { id: 'Aturan ditandatangani.', en: 'The policy is signed.' },
  DROPPED: { id: 'Konsep dibuang.', en: 'The draft is dropped.' },
} as const satisfies Record<string, Text>;

/** Why there is nothing to see, and what to do about it. */
export const POLICY_TROUBLE: Readonly<
  Record<
    'INCOMPLETE' | 'UNREACHABLE' | 'REFUSED' | 'NOT_OPEN' | 'NOT_YOURS' | 'NO_VERSION' | 'NO_PREVIEW',
    { readonly title: Text; readonly hint: Text }
  >
> = {
  NOT_OPEN: {
    title: { id: 'Ini tidak terbuka untuk Anda', en: 'This is not open to you' },
    hint: {
      id: 'Bila tugas Anda memerlukannya, minta perannya kepada administrator.',
      en: 'If your work needs it, ask the administrator for the role.',
    },
  },
  NOT_YOURS: {
    title: {
      id: 'Aturan diubah oleh pimpinan wilayah',
      en: 'Policies are changed by the leadership of the region',
    },
    hint: {
      id: 'Anda dapat membaca setiap versi; mengubah salinannya dan menandatanganinya hanya terbuka bagi pimpinan seluruh wilayah.',
      en: 'You may read every version; to change a copy of it and to sign it is open to the leadership of the whole region alone.',
    },
  },
  INCOMPLETE: {
    title: { id: 'Alamat ini belum lengkap', en: 'This address is incomplete' },
    hint: {
      id: 'Wilayahnya tidak disebut. Tambahkan misalnya ?region=35.78 pada alamatnya.',
      en: 'It names no region. Add for example ?region=35.78 to the address.',
    },
  },
  UNREACHABLE: {
    title: { id: 'Server tidak terjangkau', en: 'The server cannot be reached' },
    hint: {
      id: 'Periksa jaringan perangkat ini. Begitu tersambung, halaman dimuat dengan sendirinya.',
      en: 'Check this device’s network. Once it is back, the page loads by itself.',
    },
  },
  REFUSED: {
    title: { id: 'Ini tidak dapat ditampilkan', en: 'This cannot be shown' },
    hint: {
      id: 'Server menjawab, tetapi tanpa isi. Coba lagi; bila tetap begini, sampaikan kode di bawah kepada pengelola.',
      en: 'The server answered, but without content. Try again; if it stays so, give the administrator the code below.',
    },
  },
  NO_VERSION: {
    title: { id: 'Versi ini tidak ditemukan', en: 'There is no such version' },
    hint: {
      id: 'Wilayah ini tidak memiliki aturan dengan versi ini. Pilih dari daftar semua versi.',
      en: 'This region has no policy of this version. Choose one from the list of all versions.',
    },
  },
  NO_PREVIEW: {
    title: { id: 'Pratinjau ini tidak ditemukan', en: 'There is no such preview' },
    hint: {
      id: 'Aturan atau periodenya tidak ada lagi. Muat ulang halaman ini.',
      en: 'The policy or the period is no longer there. Load this page again.',
    },
  },
};
