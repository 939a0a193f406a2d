import type { ImportKind, ImportOutcome, ImportState, ImportUndo, Mender } from '@pantau/schema';
import type { Text } from '../../lib/text/language.js';

/** What a file may be about, with the columns that it has. */
export const KIND_WORDS: Readonly<
  Record<ImportKind, { readonly name: Text; readonly path: string; readonly columns: Text }>
> = {
  EMPLOYEES: {
    name: { id: 'Pegawai', en: 'Employees' },
    path: 'employees',
    columns: {
      id: 'NIP, Nama, Status, Unit kerja, Jabatan; boleh juga TMT dan Aktif',
      en: 'nip, name, status, unit, position; also since and active',
    },
  },
  UNITS: {
    name: { id: 'Unit kerja', en: 'Units' },
    path: 'units',
    columns: { id: 'Kode, Nama, Jenis, Induk, Urutan', en: 'code, name, kind, parent, order' },
  },
  REPORTING_LINES: {
    name: { id: 'Pejabat penilai', en: 'Reporting lines' },
    path: 'reporting-lines',
    columns: { id: 'NIP, Pejabat penilai, Mulai', en: 'nip, appraiser, starts_on' },
  },
};

export const STATE_WORDS: Readonly<Record<ImportState, Text>> = {
  DRAFT: { id: 'Belum diterapkan', en: 'Not applied yet' },
  APPLIED: { id: 'Diterapkan', en: 'Applied' },
  UNDONE: { id: 'Dibatalkan', en: 'Undone' },
  DROPPED: { id: 'Dibuang', en: 'Dropped' },
  EXPIRED: { id: 'Kedaluwarsa', en: 'Expired' },
};

export const OUTCOME_WORDS: Readonly<Record<ImportOutcome, Text>> = {
  ADDED: { id: 'Ditambah', en: 'Added' },
  CHANGED: { id: 'Diubah', en: 'Changed' },
  UNCHANGED: { id: 'Tetap', en: 'Unchanged' },
  REFUSED: { id: 'Ditolak', en: 'Left out' },
};

export const UNDO_WORDS: Readonly<Record<ImportUndo, Text>> = {
  PUT_BACK: { id: 'Dikembalikan', en: 'Put back' },
  DEACTIVATED: { id: 'Dinonaktifkan, tidak dihapus', en: 'Taken out of service, not deleted' },
  CHANGED_SINCE: { id: 'Dibiarkan: sudah diubah orang lain', en: 'Left: changed by somebody since' },
  UNIT_STAYS: { id: 'Dibiarkan: unit tidak dihapus', en: 'Left: units are not taken away' },
};

/** Who can mend what was found. */
export const MENDER_WORDS: Readonly<Record<Mender, Text>> = {
  SENDER: { id: 'Pengirim berkas', en: 'Whoever sent the file' },
  UNIT_ADMIN: { id: 'Admin unit kerja', en: 'The administration of the unit' },
  REGIONAL_HR: { id: 'BKPSDM', en: 'Regional HR (BKPSDM)' },
  POLICY_OWNER: { id: 'Penanda tangan aturan', en: 'Whoever signs the policy' },
};

/** Columns as people call them. */
export const COLUMN_WORDS: Readonly<Record<string, Text>> = {
  nip: { id: 'NIP', en: 'NIP' },
  name: { id: 'Nama', en: 'Name' },
  status: { id: 'Status', en: 'Status' },
  unit: { id: 'Unit kerja', en: 'Unit' },
  position: { id: 'Jabatan', en: 'Position' },
  since: { id: 'TMT', en: 'Since' },
  active: { id: 'Aktif', en: 'In service' },
  code: { id: 'Kode', en: 'Code' },
  kind: { id: 'Jenis', en: 'Kind' },
  parent: { id: 'Induk', en: 'Above' },
  order: { id: 'Urutan', en: 'Order' },
  appraiser: { id: 'Pejabat penilai', en: 'Appraiser' },
  starts_on: { id: 'Mulai', en: 'From' },
};

export const IMPORTS_WORDS = {
  title: { id: 'Impor data', en: 'Import' },
  lead: {
    id: 'Kirim berkas CSV atau Excel. Isinya diperiksa dulu: yang akan berubah ditunjukkan, dan baru disimpan setelah Anda terapkan.',
    en: 'Send a CSV or Excel file. It is checked first: you see what would change, and nothing is recorded before you apply it.',
  },
  about: { id: 'Berkas ini tentang', en: 'The file is about' },
  columns: { id: 'Kolom:', en: 'Columns:' },
  file: { id: 'Pilih berkas', en: 'Choose a file' },
  drop: { id: 'atau letakkan di sini', en: 'or drop it here' },
  limits: {
    id: 'CSV UTF-8 atau XLSX, paling banyak 20.000 baris dan 12 MB. Kolom NIP di Excel harus berformat Teks.',
    en: 'CSV UTF-8 or XLSX, at most 20,000 rows and 12 MB. In Excel the NIP column must be Text.',
  },
  sending: { id: 'Memeriksa…', en: 'Checking…' },
  unreachable: {
    id: 'Server tidak terjangkau. Pilih berkasnya sekali lagi.',
    en: 'The server cannot be reached. Choose the file again.',
  },
  draft: { id: 'Yang akan berubah', en: 'What would change' },
  done: { id: 'Yang berubah', en: 'What changed' },
  sent: { id: 'dikirim', en: 'sent' },
  byService: { id: 'oleh sistem lain', en: 'by another system' },
  apply: { id: 'Terapkan', en: 'Apply' },
  applying: {
    id: 'Menerapkan… Berkas besar perlu beberapa detik.',
    en: 'Applying… A large file takes some seconds.',
  },
  drop1: { id: 'Buang', en: 'Drop' },
  undo: { id: 'Batalkan impor', en: 'Undo the import' },
  undoHint: {
    id: 'Yang sudah diubah orang lain sesudahnya dibiarkan dan disebut. Bisa sampai',
    en: 'What somebody has changed since is left and named. Possible until',
  },
  keptHint: { id: 'Rincian disimpan sampai', en: 'Rows are kept until' },
  nothing: {
    id: 'Tidak ada yang akan berubah.',
    en: 'Nothing would change.',
  },
  someRefused: {
    id: 'Baris yang ditolak tidak ikut diterapkan. Perbaiki, lalu kirim lagi; baris yang sudah masuk tidak berganda.',
    en: 'Rows that are left out stay out. Correct them and send the file again; what came in is not doubled.',
  },
  applied: { id: 'Sudah diterapkan.', en: 'It was applied.' },
  undone: { id: 'Sudah dibatalkan:', en: 'It was undone:' },
  putBack: { id: 'baris dikembalikan', en: 'rows put back' },
  left: { id: 'dibiarkan', en: 'left as they are' },
  findings: { id: 'Yang perlu diperbaiki', en: 'What needs mending' },
  changes: { id: 'Perubahan', en: 'Changes' },
  mender: { id: 'Dapat diperbaiki oleh', en: 'Can be mended by' },
  note: { id: 'Catatan', en: 'Note' },
  line: { id: 'Baris', en: 'Line' },
  from: { id: 'sejak', en: 'from' },
  empty: { id: 'kosong', en: 'empty' },
  becomes: { id: 'menjadi', en: 'becomes' },
  gone: {
    id: 'Rinciannya tidak disimpan lagi.',
    en: 'Its rows are kept no longer.',
  },
  history: { id: 'Riwayat', en: 'History' },
  none: { id: 'Belum ada berkas yang dikirim.', en: 'No file was sent yet.' },
  look: { id: 'Lihat', en: 'Look' },
  close: { id: 'Tutup', en: 'Close' },
  more: { id: 'Muat lagi', en: 'Load more' },
} as const satisfies Record<string, Text>;
