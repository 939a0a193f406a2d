import type { PlannedItem } from '../domain/forum/accept-plan.js';
import type { CommitmentState } from '../domain/forum/commitment-clock.js';
import type { EvidenceScene } from './draw-evidence.js';
import type { AttendanceGroup, ForumKind, OutcomeKind } from '../domain/forum/entry.js';

/** Something said or agreed in a session of the demo. */
export interface StorySaid {
  readonly kind: OutcomeKind;
  readonly text: string;
  /** Which item of the agenda, from 1; 0 is looking back. */
  readonly item: number;
  /** By which others of the story refer to it. */
  readonly label?: string;
  /** The label of what it answers. */
  readonly answers?: string;
  /** By which whoever asked follows it. */
  readonly code?: string;
  /** Of a promise: who of which unit, by code, and in how many working days. */
  readonly by?: { readonly unit: string; readonly role: string | null; readonly workingDays: number };
}

/** A session that was held to its end. */
export interface HeldSession {
  readonly daysAgo: number;
  readonly title: string;
  readonly agenda: readonly PlannedItem[];
  readonly attendance: Readonly<Partial<Record<AttendanceGroup, number>>>;
  /** What became of promises of before, by their labels. */
  readonly reports: readonly {
    readonly of: string;
    readonly state: CommitmentState;
    readonly note: string;
    /** What is seen on its picture, which everybody may see. */
    readonly shows?: EvidenceScene;
  }[];
  readonly said: readonly StorySaid[];
}

/** A forum of the demo: what was, and what comes next. */
export interface ForumStory {
  readonly unit: string;
  readonly kind: ForumKind;
  readonly name: string;
  readonly place: string;
  readonly quorum: number;
  readonly startsAt: string;
  readonly concerned: readonly string[];
  readonly held: readonly HeldSession[];
  readonly next: {
    readonly inDays: number;
    readonly title: string;
    readonly agenda: readonly PlannedItem[];
  };
}

/** The code of whoever asked for the lamps of RW 3: the demo's alone, a real one is drawn by the tablet. */
export const LAMP_CODE = 'LMPJLNRWTGBC';

const KEJAWAN = '35.78.26.1003';
const KALIJUDAN = '35.78.26.1006';
const DUKUH_SUTOREJO = '35.78.26.1005';
const SOCIAL_WELFARE = '35.78.26-KESRA';
const PUBLIC_ORDER = '35.78.26-TRANTIB';

/** Kejawan Putih Tambak promised lamps that nobody has lit; Kalijudan keeps what it promises; Dukuh Sutorejo is quietly good. */
export const FORUMS: readonly ForumStory[] = [
  {
    ...{ unit: KEJAWAN, kind: 'FORUM_WARGA', name: 'Forum Warga Kejawan Putih Tambak' },
    ...{ place: 'Balai RW 3 Kejawan Putih Tambak', quorum: 12, startsAt: '19:00', concerned: [PUBLIC_ORDER] },
    held: [
      {
        ...{ daysAgo: 49, title: 'Forum warga: penerangan dan bantuan' },
        agenda: [
          { title: 'Lampu jalan RW 3', minutes: 20 },
          { title: 'Data penerima bantuan', minutes: 20 },
          { title: 'Lain-lain', minutes: 10 },
        ],
        attendance: { MEN: 11, WOMEN: 9, YOUTH: 3, ELDERLY: 5, DISABLED: 1, OFFICIALS: 4 },
        reports: [],
        said: [
          {
            ...{ kind: 'ISSUE', item: 1, label: 'gelap', code: LAMP_CODE },
            text: 'Lampu jalan RW 3 mati sejak dua bulan; anak-anak pulang mengaji dalam gelap.',
          },
          {
            ...{ kind: 'COMMITMENT', item: 1, label: 'lampu', answers: 'gelap' },
            text: 'Lampu jalan RW 3 menyala kembali, dari Balai RW sampai musala.',
            by: { unit: KEJAWAN, role: 'Kasi Trantib dan Pembangunan', workingDays: 10 },
          },
          {
            ...{ kind: 'ISSUE', item: 2 },
            text: 'Data penerima bantuan tidak tepat: ada yang sudah pindah, ada yang belum terdaftar.',
          },
          {
            ...{ kind: 'COMMITMENT', item: 2, label: 'bantuan' },
            text: 'Data penerima bantuan RW 3 diperiksa ulang bersama ketua RT.',
            by: { unit: SOCIAL_WELFARE, role: null, workingDays: 25 },
          },
          {
            ...{ kind: 'QUESTION', item: 3 },
            text: 'Siapa pendamping RW kami, dan ke nomor mana kami menghubunginya?',
          },
          {
            ...{ kind: 'COMMITMENT', item: 3, label: 'kontak' },
            text: 'Nomor kontak pendamping RW ditempel di setiap Balai RW.',
            by: { unit: KEJAWAN, role: 'Sekretaris Kelurahan', workingDays: 25 },
          },
          { kind: 'PRAISE', item: 3, text: 'Petugas datang mengantar KTP warga lansia ke rumah.' },
        ],
      },
      {
        ...{ daysAgo: 21, title: 'Forum warga: pelayanan malam dan genangan' },
        agenda: [
          { title: 'Pelayanan malam di Balai RW', minutes: 15 },
          { title: 'Genangan di Jalan Kejawan Putih', minutes: 20 },
        ],
        attendance: { MEN: 14, WOMEN: 12, YOUTH: 5, ELDERLY: 6, DISABLED: 1, OFFICIALS: 5 },
        reports: [
          {
            ...{ of: 'kontak', state: 'DONE', shows: 'NOTICE' },
            note: 'Sudah ditempel di enam Balai RW; nomornya sudah dicoba.',
          },
          {
            of: 'lampu',
            state: 'STARTED',
            note: 'Tiang sudah berdiri; menunggu sambungan listrik dari dinas.',
          },
          {
            ...{ of: 'bantuan', state: 'CANNOT' },
            note: 'Data pusat tidak dapat diubah sampai Januari; diusulkan lagi lewat musrenbang.',
          },
        ],
        said: [
          { kind: 'PROPOSAL', item: 1, text: 'Surat keterangan dilayani di Balai RW sesudah jam kerja.' },
          {
            ...{ kind: 'COMMITMENT', item: 1, label: 'malam' },
            text: 'Pelayanan malam Jumat di Balai RW 3, dua kali sebulan.',
            by: { unit: KEJAWAN, role: 'Kasi Pemerintahan dan Pelayanan', workingDays: 22 },
          },
          { kind: 'ISSUE', item: 2, text: 'Air menggenang dua hari setiap habis hujan di depan SD.' },
          {
            ...{ kind: 'COMMITMENT', item: 2, label: 'saluran' },
            text: 'Saluran di Jalan Kejawan Putih dibersihkan bersama warga.',
            by: { unit: KEJAWAN, role: 'Kasi Trantib dan Pembangunan', workingDays: 18 },
          },
          { kind: 'DECISION', item: 2, text: 'Kerja bakti setiap Minggu pertama, alat dari kelurahan.' },
        ],
      },
    ],
    next: {
      ...{ inDays: 0, title: 'Forum warga: lampu jalan dan musim hujan' },
      agenda: [
        { title: 'Persiapan musim hujan', minutes: 20 },
        { title: 'Jam buka loket saat istirahat', minutes: 15 },
      ],
    },
  },
  {
    ...{ unit: KALIJUDAN, kind: 'PUBLIC_CONSULTATION', name: 'Forum Konsultasi Publik Kalijudan' },
    ...{ place: 'Pendopo Kelurahan Kalijudan', quorum: 10, startsAt: '09:00', concerned: [] },
    held: [
      {
        ...{ daysAgo: 56, title: 'Konsultasi publik: lama mengurus KK' },
        agenda: [
          { title: 'Lama urus KK', minutes: 30 },
          { title: 'Kejelasan syarat surat', minutes: 20 },
        ],
        attendance: { MEN: 9, WOMEN: 13, YOUTH: 2, ELDERLY: 4, OFFICIALS: 6 },
        reports: [],
        said: [
          {
            kind: 'ISSUE',
            item: 1,
            text: 'Antrean KK dan surat pindah tercampur; menunggu lebih dari setengah jam.',
          },
          {
            ...{ kind: 'COMMITMENT', item: 1, label: 'meja' },
            text: 'Meja kedua dibuka pukul 08.00 sampai 11.00 setiap hari kerja.',
            by: { unit: KALIJUDAN, role: 'Lurah', workingDays: 30 },
          },
          {
            ...{ kind: 'COMMITMENT', item: 2, label: 'syarat' },
            text: 'Syarat surat waris dan domisili ditempel di loket dengan huruf besar.',
            by: { unit: KALIJUDAN, role: 'Kasi Pemerintahan dan Pelayanan', workingDays: 10 },
          },
        ],
      },
      {
        ...{ daysAgo: 28, title: 'Konsultasi publik: hasil meja kedua' },
        agenda: [{ title: 'Pengalaman warga di loket', minutes: 30 }],
        attendance: { MEN: 8, WOMEN: 11, YOUTH: 1, ELDERLY: 5, OFFICIALS: 5 },
        reports: [
          {
            of: 'meja',
            state: 'DONE',
            note: 'Dibuka sejak dua minggu; median tunggu turun menjadi 17 menit.',
          },
          { of: 'syarat', state: 'DONE', note: 'Ditempel, terlambat seminggu karena menunggu cetakan.' },
        ],
        said: [
          { kind: 'PRAISE', item: 1, text: 'Sekarang cukup sekali datang. Terima kasih, petugas loket.' },
          {
            ...{ kind: 'COMMITMENT', item: 1, label: 'telepon' },
            text: 'Petugas menelepon pemohon pada hari yang sama bila berkas kurang.',
            by: { unit: KALIJUDAN, role: 'Kasi Pemerintahan dan Pelayanan', workingDays: 30 },
          },
        ],
      },
    ],
    next: {
      ...{ inDays: 12, title: 'Konsultasi publik: loket khusus lansia' },
      agenda: [{ title: 'Loket khusus lansia dan difabel', minutes: 30 }],
    },
  },
  {
    ...{ unit: DUKUH_SUTOREJO, kind: 'SAYANG_WARGA', name: 'Sayang Warga Dukuh Sutorejo' },
    ...{ place: 'Balai RW 2 Dukuh Sutorejo', quorum: 8, startsAt: '13:00', concerned: [] },
    held: [
      {
        ...{ daysAgo: 7, title: 'Sayang Warga: posyandu dan parkir' },
        agenda: [{ title: 'Posyandu dan stunting', minutes: 20 }],
        attendance: { MEN: 5, WOMEN: 16, ELDERLY: 7, OFFICIALS: 3 },
        reports: [],
        said: [
          { kind: 'PRAISE', item: 1, text: 'Semua balita RW 2 sudah ditimbang bulan ini.' },
          {
            ...{ kind: 'COMMITMENT', item: 1, label: 'timbangan' },
            text: 'Timbangan posyandu RW 2 ditera ulang.',
            by: { unit: DUKUH_SUTOREJO, role: 'Kasi Kesra dan Perekonomian', workingDays: 15 },
          },
        ],
      },
    ],
    next: {
      ...{ inDays: 7, title: 'Sayang Warga: parkir di sekitar kampus' },
      agenda: [{ title: 'Parkir kampus dan kos', minutes: 20 }],
    },
  },
];
