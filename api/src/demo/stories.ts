import type { Rating } from '../domain/scoring/rating.js';
import type { FileComplaint } from '../features/complaints/file-complaint.js';
import type { IndicatorCode } from './plans.js';

/** How well each unit usually does, in points of attainment: what makes the wall show all its states. */
export const UNIT_LEVELS: Readonly<Record<string, number>> = {
  '35.78.26': 101,
  '35.78.26-UMPEG': 103,
  '35.78.26-KEU': 98,
  '35.78.26-PEMYAN': 108,
  '35.78.26-TRANTIB': 84,
  '35.78.26-KESRA': 94,
  '35.78.26.1001': 99,
  '35.78.26.1002': 106,
  '35.78.26.1003': 80,
  '35.78.26.1004': 97,
  '35.78.26.1005': 117,
  '35.78.26.1006': 97,
};

/** Something that happened in a unit and shows in one of its indicators, in place of its usual level. */
interface Story {
  readonly unit: string;
  readonly indicator: IndicatorCode;
  /** The value so many days before now, and how far a reading strays from it. */
  readonly value: (daysAgo: number) => number;
  readonly strays: number;
  readonly note: (daysAgo: number) => string;
}

/** Kalijudan held its workshop and opened a second desk so many days ago; it took two weeks to show. */
const REMEDY_DAYS_AGO = 45;
const REMEDY_TAKES_DAYS = 14;

const sinceRemedy =
  (before: number, after: number) =>
  (daysAgo: number): number => {
    const share = Math.min(Math.max((REMEDY_DAYS_AGO - daysAgo) / REMEDY_TAKES_DAYS, 0), 1);
    return before + (after - before) * share;
  };

const remedyNote =
  (before: string, after: string) =>
  (daysAgo: number): string =>
    daysAgo > REMEDY_DAYS_AGO ? before : after;

const KALIJUDAN = '35.78.26.1006';
const KEJAWAN_PUTIH_TAMBAK = '35.78.26.1003';
const KALISARI = '35.78.26.1004';
const MANYAR_SABRANGAN = '35.78.26.1002';
const MULYOREJO = '35.78.26.1001';

export const STORIES: readonly Story[] = [
  {
    unit: KALIJUDAN,
    indicator: 'ADM-03',
    value: sinceRemedy(34, 17),
    strays: 1.5,
    note: remedyNote(
      'Antrean KK dan surat pindah tercampur, satu operator cuti',
      'Meja kedua dibuka 08.00–11.00 sesudah lokakarya Manajemen Waktu',
    ),
  },
  {
    unit: KALIJUDAN,
    indicator: 'ADM-01',
    value: sinceRemedy(84, 96),
    strays: 1,
    note: remedyNote('Formulir lama masih dipakai, berkas kembali', 'Formulir baru dan meja periksa berkas'),
  },
  {
    unit: KALIJUDAN,
    indicator: 'PGD-03',
    value: sinceRemedy(11, 3),
    strays: 0.3,
    note: remedyNote('Sebelas keluhan lama urus KK dalam tiga pekan', 'Keluhan lama urus KK tinggal sedikit'),
  },
  {
    unit: KEJAWAN_PUTIH_TAMBAK,
    indicator: 'FRM-01',
    value: () => 54,
    strays: 3,
    note: () => 'Lampu jalan RW 3 belum terpasang, menunggu dinas',
  },
];

/** Kalisari's queue machine is broken and its registers lie uncopied: this much of each plan's 100 is still measured. */
export const SILENT = { unit: KALISARI, measuredWeight: 43 };

/** Kalijudan's data operator is near the end of her three months of maternity leave; nothing is observed of her since. */
export const ON_LEAVE = { nip: '199709062023212951', sinceDaysAgo: 85, days: 90 };

/** An officer at the counters of Mulyorejo came from those of Manyar Sabrangan so many days ago. */
export const TRANSFERRED = {
  nip: '198803192014042988',
  from: MANYAR_SABRANGAN,
  to: MULYOREJO,
  daysAgo: 40,
};

/** Kejawan Putih Tambak waits for a lurah of its own; so many days ago somebody began to act (Plt.). */
export const ACTING = { nip: '198603052010031963', sinceDaysAgo: 75 };

/** The appraiser whom the demo lets everybody be; the people appraised wait for a verdict, so that it can be given. */
export const APPRAISER = '198106092004032973';

/** A verdict that differs from what the scores propose, because the appraiser knows what no indicator says. */
export const DECIDED_OTHERWISE: { nip: string; workResult: Rating; note: string } = {
  nip: '198405022025241972',
  workResult: 'MEETS',
  note: 'Mendampingi dua RW sekaligus karena satu formasi kosong, jadi kunjungan ke tiap RW berkurang. Dengan beban itu hasil kerjanya sesuai harapan.',
};

/**
 * A citizen of Manyar Sabrangan found no officer at the counter, and the attendance was set down as poor. The officer
 * was on field duty, which by the indicator's definition does not count, and objects; nobody has ruled yet.
 */
export const CONTESTED = {
  nip: '199708222022211979',
  indicator: 'DSP-01',
  observer: APPRAISER,
  /** The moment of the last working day before today. */
  time: '10:05:00+07:00',
  value: '60',
  note: 'Aduan warga: petugas loket tidak di tempat, dicatat tidak hadir dua hari',
  reason: 'Saya sedang tugas lapangan mendampingi pendataan di Balai RW 4, surat tugas terlampir.',
  evidence: ['Surat tugas lurah 800/114/436.9.17.5', 'Daftar hadir pendataan Balai RW 4'],
} as const;

/** What citizens complain about: each class once, each way of being named; one is answered. All of them are invented. */
export const COMPLAINTS: readonly (Omit<FileComplaint, 'unitId'> & {
  readonly unit: string;
  readonly answer: string | null;
})[] = [
  {
    ...{ unit: KALIJUDAN, class: 'GRIEVANCE', channel: 'LAPOR', naming: 'NAMED' },
    text: 'KK sudah enam hari belum jadi, padahal dijanjikan selesai dalam satu hari kerja.',
    complainant: { name: 'Warga Contoh Satu', contact: '0812-0000-0001' },
    answer:
      'Berkasnya tertukar dengan surat pindah. KK sudah selesai, dan meja pemeriksaan berkas kini dipisah.',
  },
  {
    ...{ unit: KALIJUDAN, class: 'GRIEVANCE', channel: 'COUNTER', naming: 'ANONYMOUS' },
    text: 'Diminta bolak-balik fotokopi, padahal fotokopi itu tidak ada di daftar syarat.',
    ...{ complainant: null, answer: null },
  },
  {
    ...{ unit: KALISARI, class: 'VIOLATION', channel: 'FORUM', naming: 'SECRET' },
    text: 'Petugas membentak orang tua saya karena salah mengambil nomor antrean.',
    ...{ complainant: { name: 'Warga Contoh Dua', contact: '0812-0000-0002' }, answer: null },
  },
  {
    ...{ unit: '35.78.26', class: 'VIOLATION_IN_FIELD', channel: 'WEB', naming: 'SECRET' },
    text: 'Diminta uang rokok waktu mengurus surat domisili. Saya bersedia ditanya, asal nama saya tidak disebut.',
    ...{ complainant: { name: 'Warga Contoh Tiga', contact: '0812-0000-0003' }, answer: null },
  },
  {
    ...{ unit: MULYOREJO, class: 'INFORMATION', channel: 'WEB', naming: 'ANONYMOUS' },
    text: 'Cara mengurus akta lahir bila lahir di luar kota, syaratnya apa saja?',
    ...{ complainant: null, answer: null },
  },
  {
    ...{ unit: KEJAWAN_PUTIH_TAMBAK, class: 'ASPIRATION', channel: 'PHONE', naming: 'NAMED' },
    text: 'Mohon ada loket khusus lansia, setidaknya pada hari pembagian bantuan.',
    ...{ complainant: { name: 'Warga Contoh Empat', contact: '0812-0000-0004' }, answer: null },
  },
];

/** What citizens say at a counter. Invented, as everything here. */
interface CounterStory {
  readonly unit: string;
  readonly name: string;
  /** What they feel on the whole, 1 to 4. */
  readonly mood: number;
  readonly visitors: number;
  /** How many of them, the last, came beyond what an hour brings. */
  readonly waiting: number;
  /** What the first of them wrote. */
  readonly said: readonly { readonly text: string; readonly contact?: string }[];
}

/** Kalijudan has got quicker, and citizens feel it; the office itself is rated by too few for an index. */
export const COUNTERS: readonly CounterStory[] = [
  {
    ...{ unit: KALIJUDAN, name: 'Loket pelayanan', mood: 3.5, visitors: 30, waiting: 3 },
    said: [
      { text: 'Sekarang cepat, KK langsung jadi. Terima kasih.' },
      { text: 'Kursi tunggu kurang, banyak yang berdiri.', contact: '0812-0000-0005' },
      { text: 'Syaratnya ditempel di pintu, jadi tidak bolak-balik lagi.' },
    ],
  },
  {
    ...{ unit: MULYOREJO, name: 'Loket 1', mood: 2.6, visitors: 18, waiting: 0 },
    said: [
      { text: 'Antre dua jam, nomor antrean sering macet.' },
      { text: 'Petugasnya sabar, tetapi hanya satu loket yang buka.' },
    ],
  },
  {
    ...{ unit: '35.78.26', name: 'Loket KTP', mood: 3.2, visitors: 4, waiting: 0 },
    said: [{ text: 'Baik.' }],
  },
];

/** Two people of Dukuh Sutorejo, which is quietly the best, help others: their part in Kolaboratif is always seen above expectations. */
export const MENTORS = { nips: ['199102152015122938', '199502182022211941'], coreValue: 'AKH-7' };
