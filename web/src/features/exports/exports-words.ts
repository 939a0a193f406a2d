import type { DeliveryTaker, ExportMender } from '@pantau/schema';
import type { Text } from '../../lib/text/language.js';

/** Who can put right what keeps a row back. */
export const MENDER_WORDS: Readonly<Record<ExportMender, Text>> = {
  UNIT_ADMIN: { id: 'admin unit', en: 'unit administration' },
  REGIONAL_HR: { id: 'BKPSDM', en: 'regional HR' },
  APPRAISER: { id: 'pejabat penilai', en: 'the appraiser' },
  EMPLOYEE: { id: 'pegawai yang bersangkutan', en: 'the person' },
};

export const TAKER_WORDS: Readonly<Record<DeliveryTaker, Text>> = {
  PERSON: { id: 'akun', en: 'account' },
  SERVICE: { id: 'layanan', en: 'service' },
  COMMAND: { id: 'perintah di server', en: 'command on the server' },
};

/** Every other word of the page. */
export const EXPORTS_WORDS = {
  title: { id: 'Serah terima ke SIASN', en: 'Handing on to SIASN' },
  lead: {
    id: 'Predikat yang sudah dikonfirmasi pejabat penilai, dalam kolom “kinerja periodik” SIASN. Nilai indikatif tidak pernah ikut.',
    en: 'Predicates that appraisers have confirmed, in the columns of SIASN’s “kinerja periodik”. Indicative scores are never part of it.',
  },
  period: { id: 'Periode', en: 'Period' },
  noPeriods: { id: 'Belum ada periode.', en: 'There are no periods yet.' },
  notHere: {
    id: 'Administrator tidak melihat hasil penilaian siapa pun; di sini tampak apa yang sudah diserahkan. Yang mengambil hasil: pimpinan, atau layanan dengan lingkup PREDICATES dan NIP.',
    en: 'Administrators see nobody’s results; here stands what was handed on. Results are taken by the leadership, or by a service with the scopes PREDICATES and NIP.',
  },
  services: { id: 'Buat layanan', en: 'Make a service' },
  check: { id: 'Pemeriksaan', en: 'Check' },
  ready: { id: 'siap diserahkan', en: 'ready' },
  heldBack: { id: 'ditahan', en: 'held back' },
  ofPeople: { id: 'dari', en: 'of' },
  people: { id: 'pegawai', en: 'people' },
  notFinal: {
    id: 'Periode ini belum ditetapkan: hasilnya masih dapat berubah. Ambil lagi perubahannya nanti.',
    en: 'This period is not confirmed: results can still change. Take the changes again later.',
  },
  mends: { id: 'Yang memperbaiki', en: 'Mended by' },
  who: { id: 'Siapa saja yang ditahan', en: 'Who is held back' },
  show: { id: 'Lihat siapa', en: 'Show who' },
  hide: { id: 'Tutup', en: 'Close' },
  told: {
    id: 'Membuka daftar ini diberitahukan kepada orangnya.',
    en: 'Opening this list is told to the people in it.',
  },
  nobody: { id: 'Tidak ada yang ditahan.', en: 'Nobody is held back.' },
  columns: { id: 'Kolom yang selalu kosong', en: 'Columns that are always empty' },
  file: { id: 'Ambil file', en: 'Take a file' },
  which: { id: 'Isi', en: 'Content' },
  everything: { id: 'Semua yang berlaku', en: 'Everything that stands' },
  changes: { id: 'Hanya perubahan sejak', en: 'Only changes since' },
  xlsx: { id: 'Unduh untuk Excel (XLSX)', en: 'Download for Excel (XLSX)' },
  csv: { id: 'Unduh CSV', en: 'Download CSV' },
  xlsxHint: {
    id: 'NIP di XLSX tetap teks dan utuh. Di CSV NIP dipisah spasi supaya Excel tidak membulatkannya.',
    en: 'In XLSX a NIP stays text and whole. In CSV it is spaced, so that Excel does not round it.',
  },
  masked: {
    id: 'NIP tersamar: yang utuh hanya untuk layanan dengan lingkup NIP.',
    en: 'NIPs are masked: whole ones are for services with the scope NIP alone.',
  },
  taking: { id: 'Menyiapkan file…', en: 'Preparing the file…' },
  taken: {
    id: 'File sudah diunduh. Sesudah tersimpan, tandai di bawah.',
    en: 'The file is downloaded. Once it is kept, say so below.',
  },
  unreachable: {
    id: 'Server tidak terjangkau. Tidak ada yang hilang: coba lagi.',
    en: 'The server cannot be reached. Nothing is lost: try again.',
  },
  nothingReady: { id: 'Belum ada baris yang siap.', en: 'No row is ready yet.' },
  deliveries: { id: 'Serah terima sebelumnya', en: 'Earlier deliveries' },
  noDeliveries: { id: 'Belum pernah ada serah terima.', en: 'Nothing was handed on yet.' },
  rows: { id: 'baris berlaku', en: 'rows stood' },
  all: { id: 'semua', en: 'everything' },
  new: { id: 'baru', en: 'new' },
  changed: { id: 'berubah', en: 'changed' },
  withdrawn: { id: 'ditarik', en: 'taken back' },
  keep: { id: 'Sudah saya simpan', en: 'I have kept it' },
  keepHint: {
    id: 'Perubahan berikutnya dihitung sejak serah terima yang tersimpan.',
    en: 'Later changes are counted from the delivery that was kept.',
  },
  kept: { id: 'tersimpan', en: 'kept' },
  notKept: { id: 'belum ditandai', en: 'not kept yet' },
  keeping: { id: 'Menyimpan…', en: 'Recording…' },
  more: { id: 'Lebih lama', en: 'Older ones' },
  next: { id: 'Berikutnya', en: 'Next ones' },
} as const satisfies Record<string, Text>;
