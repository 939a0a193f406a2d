import { formatAmount } from '../../../domain/amount.js';
import { coefficientShare } from '../../../domain/appraisal/credit-points.js';
import type { KinerjaPeriodikRow } from '../../../domain/integration/kinerja-periodik.js';
import type { Sentence } from '../../../domain/outcome.js';
import type { HandedRow } from './read-delivery.js';

/** What a column holds: how it is written differs between CSV and XLSX, and between programs and Excel. */
export type ColumnKind = 'TEXT' | 'NIP' | 'INTEGER' | 'DECIMAL' | 'DATE';

/** A day is 'YYYY-MM-DD', a decimal has a point. */
export type CellText = string | number | null;

/** One column of the file. */
export interface ExportColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  /** In characters. */
  readonly width: number;
  readonly about: Sentence;
  readonly of: (row: HandedRow) => CellText;
}

const own =
  (name: keyof KinerjaPeriodikRow) =>
  ({ row }: HandedRow): CellText =>
    row === null ? null : row[name];

const column = (
  name: keyof KinerjaPeriodikRow,
  kind: ColumnKind,
  width: number,
  id: string,
  en: string,
): ExportColumn => ({ name, kind, width, about: { id, en }, of: own(name) });

const CHANGES = { NEW: 'BARU', CHANGED: 'BERUBAH', WITHDRAWN: 'DITARIK' } as const;
const PART_WORDS = { RESULT: 'hasil', PERSON: 'pegawai', APPRAISER: 'penilai', CODES: 'kode' } as const;

/** The columns of the file: those of SIASN under their own names first, then ours. A column is never renamed. */
export const EXPORT_COLUMNS: readonly ExportColumn[] = [
  column(
    'bulanMulaiPenilaian',
    'INTEGER',
    9,
    'Bulan hari pertama periode, 1 sampai 12.',
    'Month of the first day, 1 to 12.',
  ),
  column(
    'bulanSelesaiPenilaian',
    'INTEGER',
    9,
    'Bulan hari terakhir periode, 1 sampai 12.',
    'Month of the last day, 1 to 12.',
  ),
  column('tahun', 'INTEGER', 8, 'Tahun penilaian.', 'Year of the appraisal.'),
  column('tahunMulaiPenilaian', 'INTEGER', 9, 'Tahun hari pertama.', 'Year of the first day.'),
  column('tahunSelesaiPenilaian', 'INTEGER', 9, 'Tahun hari terakhir.', 'Year of the last day.'),
  column(
    'hasilKinerjaNilai',
    'INTEGER',
    9,
    'Kode SIASN untuk hasilKerja. Belum diverifikasi; diatur di server.',
    "SIASN's code of hasilKerja. Unverified; set on the server.",
  ),
  column(
    'perilakuKerjaNilai',
    'INTEGER',
    9,
    'Kode SIASN untuk perilakuKerja. Belum diverifikasi; diatur di server.',
    "SIASN's code of perilakuKerja. Unverified; set on the server.",
  ),
  column(
    'kuadranKinerjaNilai',
    'INTEGER',
    9,
    'Kode SIASN untuk predikat; kosong bila belum diatur.',
    "SIASN's code of predikat; empty where not set.",
  ),
  column(
    'koefisienId',
    'TEXT',
    14,
    'Id koefisien SIASN; kosong bila belum diatur.',
    "SIASN's id of the coefficient; empty where not set.",
  ),
  column(
    'periodikId',
    'TEXT',
    14,
    'Id jenis periode SIASN; kosong bila belum diatur.',
    "SIASN's id of the kind of period; empty where not set.",
  ),
  column(
    'penilaiGolongan',
    'TEXT',
    9,
    'Selalu kosong: Pantau tidak menyimpan golongan.',
    'Always empty: Pantau keeps no grades.',
  ),
  column(
    'penilaiJabatanNama',
    'TEXT',
    28,
    'Jabatan penilai pada hari terakhir periode.',
    "The appraiser's post on the last day.",
  ),
  column(
    'penilaiNama',
    'TEXT',
    28,
    'Nama pejabat penilai yang mengonfirmasi.',
    'Name of the appraiser who confirmed.',
  ),
  column('penilaiNipNrp', 'NIP', 24, 'NIP pejabat penilai.', 'NIP of the appraiser.'),
  column(
    'penilaiUnorNama',
    'TEXT',
    28,
    'Unit penilai pada hari terakhir periode.',
    "The appraiser's unit on the last day.",
  ),
  column(
    'pnsDinilaiId',
    'TEXT',
    14,
    'Selalu kosong: id milik SIASN. Cari dengan nip.',
    "Always empty: SIASN's own id. Look it up by nip.",
  ),
  column('statusPenilai', 'TEXT', 8, 'Selalu ASN.', 'Always ASN.'),
  column('nip', 'NIP', 24, 'NIP pegawai yang dinilai.', 'NIP of the person.'),
  {
    name: 'nama',
    kind: 'TEXT',
    width: 28,
    about: { id: 'Nama pegawai.', en: 'Name of the person.' },
    of: ({ name }) => name,
  },
  column(
    'unitKerja',
    'TEXT',
    28,
    'Unit pegawai pada hari terakhir periode.',
    "The person's unit on the last day.",
  ),
  column(
    'jabatan',
    'TEXT',
    28,
    'Jabatan pegawai pada hari terakhir periode.',
    "The person's post on the last day.",
  ),
  column('periode', 'TEXT', 10, 'Kode periode.', 'Code of the period.'),
  column('tanggalMulai', 'DATE', 12, 'Hari pertama periode.', 'First day of the period.'),
  column('tanggalSelesai', 'DATE', 12, 'Hari terakhir periode.', 'Last day of the period.'),
  column(
    'hasilKerja',
    'TEXT',
    10,
    'ABOVE: di atas, MEETS: sesuai, BELOW: di bawah ekspektasi.',
    'Work result: above, meets or below what was expected.',
  ),
  column(
    'perilakuKerja',
    'TEXT',
    10,
    'ABOVE: di atas, MEETS: sesuai, BELOW: di bawah ekspektasi.',
    'Behaviour: above, meets or below what was expected.',
  ),
  column(
    'predikat',
    'TEXT',
    18,
    'Predikat yang dikonfirmasi pejabat penilai.',
    'The predicate as the appraiser confirmed it.',
  ),
  {
    name: 'bagianKoefisien',
    kind: 'DECIMAL',
    width: 9,
    about: {
      id: 'Bagian koefisien angka kredit menurut predikat: 0,25 sampai 1,5 (Peraturan BKN 3/2023).',
      en: 'Share of the credit point coefficient that the predicate brings: 0.25 to 1.5 (Peraturan BKN 3/2023).',
    },
    of: ({ row }) => (row === null ? null : formatAmount(coefficientShare(row.predikat))),
  },
  column(
    'tanggalKonfirmasi',
    'DATE',
    12,
    'Hari predikat dikonfirmasi (Asia/Jakarta).',
    'Day of the confirmation (Asia/Jakarta).',
  ),
  {
    name: 'perubahan',
    kind: 'TEXT',
    width: 11,
    about: {
      id: 'Sejak serah terima sebelumnya: BARU, BERUBAH, DITARIK; kosong bila tidak dibandingkan.',
      en: 'Since the delivery before: BARU (new), BERUBAH (changed), DITARIK (taken back); empty where not compared.',
    },
    of: ({ change }) => (change === null ? null : CHANGES[change]),
  },
  {
    name: 'bagianBerubah',
    kind: 'TEXT',
    width: 16,
    about: {
      id: 'Yang berubah: hasil, pegawai, penilai, kode.',
      en: 'What changed: result, person, appraiser, codes.',
    },
    of: ({ parts }) => (parts.length === 0 ? null : parts.map((part) => PART_WORDS[part]).join(', ')),
  },
  {
    name: 'hasilKerjaSemula',
    kind: 'TEXT',
    width: 10,
    about: { id: 'hasilKerja yang diserahkan sebelumnya.', en: 'hasilKerja as it was given before.' },
    of: ({ was }) => was?.workRating ?? null,
  },
  {
    name: 'perilakuKerjaSemula',
    kind: 'TEXT',
    width: 10,
    about: { id: 'perilakuKerja yang diserahkan sebelumnya.', en: 'perilakuKerja as it was given before.' },
    of: ({ was }) => was?.behaviourRating ?? null,
  },
  {
    name: 'predikatSemula',
    kind: 'TEXT',
    width: 18,
    about: { id: 'predikat yang diserahkan sebelumnya.', en: 'predikat as it was given before.' },
    of: ({ was }) => was?.predicate ?? null,
  },
  {
    name: 'sebab',
    kind: 'TEXT',
    width: 60,
    about: { id: 'Mengapa berubah.', en: 'Why it changed, in Indonesian.' },
    of: ({ why }) => why?.id ?? null,
  },
  {
    name: 'catatan',
    kind: 'TEXT',
    width: 22,
    about: {
      id: 'Kode catatan pemeriksaan; artinya di lembar Catatan.',
      en: 'Codes of findings; explained in the sheet Catatan.',
    },
    of: ({ findings }) => (findings.length === 0 ? null : findings.join(' ')),
  },
];
