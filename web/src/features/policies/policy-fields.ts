import type { PolicyNumbersFragment } from '@pantau/schema';
import type { Text } from '../../lib/text/language.js';

/** DECIMAL: exact, with a decimal comma on screen; WHOLE: a count; a list: one of these, by what it is called. */
type FieldKind = 'DECIMAL' | 'WHOLE' | Readonly<Record<string, Text>>;

/** One number of a policy as people read and change it. */
export interface PolicyField {
  /** As the contract names it, and as a refusal points at it. */
  readonly path: string;
  readonly kind: FieldKind;
  readonly label: Text;
  readonly hint: Text;
  /** As the contract writes it. */
  readonly read: (policy: PolicyNumbersFragment) => string;
}

/** Numbers that belong together. */
export interface FieldGroup {
  /** Refusals about all of them point here. */
  readonly paths: readonly string[];
  readonly title: Text;
  readonly fields: readonly PolicyField[];
}

const METHODS: Readonly<Record<string, Text>> = {
  POINTS: { id: 'Garis lurus lewat target', en: 'Straight lines through the target' },
  RATIO: { id: 'Realisasi ÷ target (SKP)', en: 'Realisation ÷ target (SKP)' },
};
const CALENDARS: Readonly<Record<string, Text>> = {
  WORKING: { id: 'hari kerja', en: 'working days' },
  CALENDAR: { id: 'hari kalender', en: 'calendar days' },
};

/** Every number of a policy but its weights, in the order in which a score comes about. */
export const FIELD_GROUPS: readonly FieldGroup[] = [
  {
    paths: ['shares'],
    title: { id: 'Bobot hasil kerja dan perilaku', en: 'Weight of work result and behaviour' },
    fields: [
      {
        path: 'shares.results',
        kind: 'DECIMAL',
        label: { id: 'Hasil kerja (%)', en: 'Work result (%)' },
        hint: { id: 'Bersama perilaku berjumlah 100.', en: 'Together with behaviour it makes 100.' },
        read: ({ shares }) => shares.results,
      },
      {
        path: 'shares.behaviour',
        kind: 'DECIMAL',
        label: { id: 'Perilaku (%)', en: 'Behaviour (%)' },
        hint: { id: 'Misalnya 30 bila hasil kerja 70.', en: 'For example 30 where the work result has 70.' },
        read: ({ shares }) => shares.behaviour,
      },
    ],
  },
  {
    paths: [],
    title: { id: 'Capaian', en: 'Attainment' },
    fields: [
      {
        path: 'attainmentMethod',
        kind: METHODS,
        label: { id: 'Cara menghitung capaian', en: 'How attainment is computed' },
        hint: {
          id: 'Garis lurus: batas bawah 0, target 100, melampaui 120 poin.',
          en: 'Straight lines: floor 0, target 100, stretch 120 points.',
        },
        read: ({ attainmentMethod }) => attainmentMethod,
      },
      {
        path: 'cap',
        kind: 'DECIMAL',
        label: { id: 'Batas atas capaian (poin)', en: 'Highest attainment (points)' },
        hint: { id: '100 sampai 200; PP 30/2019 memakai 120.', en: '100 to 200; PP 30/2019 has 120.' },
        read: ({ cap }) => cap,
      },
    ],
  },
  {
    paths: ['bands'],
    title: { id: 'Ambang', en: 'Thresholds' },
    fields: [
      {
        path: 'bands.above',
        kind: 'DECIMAL',
        label: { id: 'Di atas ekspektasi mulai (poin)', en: 'Above expectations from (points)' },
        hint: { id: 'Paling tinggi sama dengan batas atas capaian.', en: 'At most the highest attainment.' },
        read: ({ bands }) => bands.above,
      },
      {
        path: 'bands.meets',
        kind: 'DECIMAL',
        label: { id: 'Sesuai ekspektasi mulai (poin)', en: 'Meets expectations from (points)' },
        hint: { id: 'Di bawahnya: di bawah ekspektasi.', en: 'Below it: below expectations.' },
        read: ({ bands }) => bands.meets,
      },
      {
        path: 'bands.decide',
        kind: 'DECIMAL',
        label: { id: 'Unit perlu keputusan di bawah (poin)', en: 'A unit needs a decision below (points)' },
        hint: { id: 'Hanya tentang unit, tidak tentang orang.', en: 'About units only, not about people.' },
        read: ({ bands }) => bands.decide,
      },
    ],
  },
  {
    paths: [],
    title: { id: 'Kapan nilai ditampilkan', en: 'When a value is shown' },
    fields: [
      {
        path: 'minimumCoverage',
        kind: 'DECIMAL',
        label: { id: 'Cakupan minimum (0 sampai 1)', en: 'Minimum coverage (0 to 1)' },
        hint: {
          id: 'Bagian bobot rencana yang harus punya data; 0,6 berarti 60 %.',
          en: 'Share of the planned weight that must have data; 0.6 means 60%.',
        },
        read: ({ minimumCoverage }) => minimumCoverage,
      },
      {
        path: 'minimumPeople',
        kind: 'WHOLE',
        label: { id: 'Kelompok terkecil (orang)', en: 'Smallest group (people)' },
        hint: {
          id: 'Nilai unit dengan orang lebih sedikit tidak ditampilkan.',
          en: 'The value of a unit with fewer people is not shown.',
        },
        read: ({ minimumPeople }) => String(minimumPeople),
      },
      {
        path: 'shownPlaces',
        kind: 'WHOLE',
        label: { id: 'Angka di belakang koma', en: 'Decimal places shown' },
        hint: { id: '0 sampai 6; hanya untuk tampilan.', en: '0 to 6; for showing only.' },
        read: ({ shownPlaces }) => String(shownPlaces),
      },
    ],
  },
  {
    paths: ['behaviour', 'behaviour.points'],
    title: { id: 'Perilaku', en: 'Behaviour' },
    fields: [
      {
        path: 'behaviour.halfLifeDays',
        kind: 'WHOLE',
        label: { id: 'Waktu paruh (hari)', en: 'Half-life (days)' },
        hint: {
          id: 'Setelah sekian hari sebuah pengamatan berbobot setengah.',
          en: 'After so many days an observation weighs half.',
        },
        read: ({ behaviour }) => String(behaviour.halfLifeDays),
      },
      {
        path: 'behaviour.minimumObservations',
        kind: 'WHOLE',
        label: { id: 'Pengamatan minimum per nilai inti', en: 'Fewest observations for a core value' },
        hint: { id: '1 sampai 100.', en: '1 to 100.' },
        read: ({ behaviour }) => String(behaviour.minimumObservations),
      },
      {
        path: 'behaviour.minimumObservers',
        kind: 'WHOLE',
        label: { id: 'Pengamat minimum', en: 'Fewest observers' },
        hint: {
          id: 'Orang berbeda; paling banyak sejumlah pengamatan minimum.',
          en: 'Different people; at most the fewest observations.',
        },
        read: ({ behaviour }) => String(behaviour.minimumObservers),
      },
      {
        path: 'behaviour.minimumValues',
        kind: 'WHOLE',
        label: { id: 'Nilai inti minimum', en: 'Fewest core values' },
        hint: { id: '1 sampai 7 nilai BerAKHLAK.', en: '1 to 7 of the core values (BerAKHLAK).' },
        read: ({ behaviour }) => String(behaviour.minimumValues),
      },
      {
        path: 'behaviour.points.below',
        kind: 'DECIMAL',
        label: { id: 'Poin di bawah ekspektasi', en: 'Points below expectations' },
        hint: { id: '0 atau lebih.', en: '0 or more.' },
        read: ({ behaviour }) => behaviour.points.below,
      },
      {
        path: 'behaviour.points.meets',
        kind: 'DECIMAL',
        label: { id: 'Poin sesuai ekspektasi', en: 'Points meeting expectations' },
        hint: { id: 'Di antara keduanya.', en: 'Between the two.' },
        read: ({ behaviour }) => behaviour.points.meets,
      },
      {
        path: 'behaviour.points.above',
        kind: 'DECIMAL',
        label: { id: 'Poin di atas ekspektasi', en: 'Points above expectations' },
        hint: { id: 'Paling tinggi sama dengan batas atas capaian.', en: 'At most the highest attainment.' },
        read: ({ behaviour }) => behaviour.points.above,
      },
    ],
  },
  {
    paths: ['contest'],
    title: { id: 'Batas keberatan', en: 'Time for objections' },
    fields: [
      {
        path: 'contest.days',
        kind: 'WHOLE',
        label: { id: 'Lama (hari)', en: 'How long (days)' },
        hint: { id: '1 sampai 90.', en: '1 to 90.' },
        read: ({ contest }) => String(contest.days),
      },
      {
        path: 'contest.calendar',
        kind: CALENDARS,
        label: { id: 'Hari yang dihitung', en: 'Days that count' },
        hint: {
          id: 'Hari kerja: tanpa Sabtu, Minggu, dan hari libur.',
          en: 'Working days: no Saturdays, Sundays or holidays.',
        },
        read: ({ contest }) => contest.calendar,
      },
    ],
  },
];

/** The fields of all groups. */
export const POLICY_FIELDS: readonly PolicyField[] = FIELD_GROUPS.flatMap(({ fields }) => fields);
