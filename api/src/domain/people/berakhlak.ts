import type { Sentence } from '../outcome.js';

/** The core values of every civil servant, BerAKHLAK. */
export type CoreValue =
  'BERORIENTASI_PELAYANAN' | 'AKUNTABEL' | 'KOMPETEN' | 'HARMONIS' | 'LOYAL' | 'ADAPTIF' | 'KOLABORATIF';

export interface CoreValueRow {
  readonly value: CoreValue;
  /** The code of its indicator: 'AKH-1' to 'AKH-7'. */
  readonly code: string;
  readonly name: Sentence;
  readonly definition: Sentence;
  /** The three that show it, to pick from when one is observed. */
  readonly behaviours: readonly { readonly code: string; readonly text: Sentence }[];
}

/** The seven values in the order of the law, with their 21 behaviours (UU 20/2023 Art. 4; SE MenPANRB 20/2021). */
export const BERAKHLAK: readonly CoreValueRow[] = [
  {
    value: 'BERORIENTASI_PELAYANAN',
    code: 'AKH-1',
    name: { id: 'Berorientasi pelayanan', en: 'Service-oriented' },
    definition: {
      id: 'Komitmen memberikan pelayanan prima demi kepuasan masyarakat',
      en: 'Committed to excellent service so that citizens are satisfied',
    },
    behaviours: [
      {
        code: 'AKH-1.1',
        text: {
          id: 'Memahami dan memenuhi kebutuhan masyarakat',
          en: 'Understands and meets what citizens need',
        },
      },
      {
        code: 'AKH-1.2',
        text: {
          id: 'Ramah, cekatan, solutif, dan dapat diandalkan',
          en: 'Friendly, quick, finds solutions and can be relied on',
        },
      },
      {
        code: 'AKH-1.3',
        text: { id: 'Melakukan perbaikan tiada henti', en: 'Improves without end' },
      },
    ],
  },
  {
    value: 'AKUNTABEL',
    code: 'AKH-2',
    name: { id: 'Akuntabel', en: 'Accountable' },
    definition: {
      id: 'Bertanggung jawab atas kepercayaan yang diberikan',
      en: 'Answers for the trust that was given',
    },
    behaviours: [
      {
        code: 'AKH-2.1',
        text: {
          id: 'Melaksanakan tugas dengan jujur, bertanggung jawab, cermat, disiplin, dan berintegritas tinggi',
          en: 'Does the work honestly, responsibly, carefully, with discipline and high integrity',
        },
      },
      {
        code: 'AKH-2.2',
        text: {
          id: 'Menggunakan kekayaan dan barang milik negara secara bertanggung jawab, efektif, dan efisien',
          en: 'Uses the property of the state responsibly, effectively and efficiently',
        },
      },
      {
        code: 'AKH-2.3',
        text: {
          id: 'Tidak menyalahgunakan kewenangan jabatan',
          en: 'Does not abuse the powers of the office',
        },
      },
    ],
  },
  {
    value: 'KOMPETEN',
    code: 'AKH-3',
    name: { id: 'Kompeten', en: 'Competent' },
    definition: {
      id: 'Terus belajar dan mengembangkan kapabilitas',
      en: 'Keeps learning and building capability',
    },
    behaviours: [
      {
        code: 'AKH-3.1',
        text: {
          id: 'Meningkatkan kompetensi diri untuk menjawab tantangan yang selalu berubah',
          en: 'Raises their own competence to meet challenges that keep changing',
        },
      },
      { code: 'AKH-3.2', text: { id: 'Membantu orang lain belajar', en: 'Helps others learn' } },
      {
        code: 'AKH-3.3',
        text: {
          id: 'Melaksanakan tugas dengan kualitas terbaik',
          en: 'Does the work with the best quality',
        },
      },
    ],
  },
  {
    value: 'HARMONIS',
    code: 'AKH-4',
    name: { id: 'Harmonis', en: 'Harmonious' },
    definition: {
      id: 'Saling peduli dan menghargai perbedaan',
      en: 'Cares for each other and respects differences',
    },
    behaviours: [
      {
        code: 'AKH-4.1',
        text: {
          id: 'Menghargai setiap orang apa pun latar belakangnya',
          en: 'Respects everybody, whatever their background',
        },
      },
      { code: 'AKH-4.2', text: { id: 'Suka menolong orang lain', en: 'Likes to help others' } },
      {
        code: 'AKH-4.3',
        text: {
          id: 'Membangun lingkungan kerja yang kondusif',
          en: 'Builds a good climate to work in',
        },
      },
    ],
  },
  {
    value: 'LOYAL',
    code: 'AKH-5',
    name: { id: 'Loyal', en: 'Loyal' },
    definition: {
      id: 'Berdedikasi dan mengutamakan kepentingan bangsa dan negara',
      en: 'Dedicated, and puts the interest of nation and state first',
    },
    behaviours: [
      {
        code: 'AKH-5.1',
        text: {
          id: 'Memegang teguh ideologi Pancasila, Undang-Undang Dasar Negara Republik Indonesia Tahun 1945, setia kepada Negara Kesatuan Republik Indonesia serta pemerintahan yang sah',
          en: 'Holds to Pancasila and the Constitution of 1945, faithful to the unitary Republic and its lawful government',
        },
      },
      {
        code: 'AKH-5.2',
        text: {
          id: 'Menjaga nama baik sesama ASN, pimpinan, instansi, dan negara',
          en: 'Keeps the good name of fellow civil servants, leaders, institution and state',
        },
      },
      {
        code: 'AKH-5.3',
        text: { id: 'Menjaga rahasia jabatan dan negara', en: 'Keeps the secrets of office and state' },
      },
    ],
  },
  {
    value: 'ADAPTIF',
    code: 'AKH-6',
    name: { id: 'Adaptif', en: 'Adaptive' },
    definition: {
      id: 'Terus berinovasi dan antusias dalam menggerakkan serta menghadapi perubahan',
      en: 'Keeps innovating, and drives and meets change with enthusiasm',
    },
    behaviours: [
      {
        code: 'AKH-6.1',
        text: {
          id: 'Cepat menyesuaikan diri menghadapi perubahan',
          en: 'Adjusts quickly to change',
        },
      },
      {
        code: 'AKH-6.2',
        text: {
          id: 'Terus berinovasi dan mengembangkan kreativitas',
          en: 'Keeps innovating and developing creativity',
        },
      },
      { code: 'AKH-6.3', text: { id: 'Bertindak proaktif', en: 'Acts before being asked' } },
    ],
  },
  {
    value: 'KOLABORATIF',
    code: 'AKH-7',
    name: { id: 'Kolaboratif', en: 'Collaborative' },
    definition: {
      id: 'Membangun kerja sama yang sinergis',
      en: 'Builds cooperation in which everybody gains',
    },
    behaviours: [
      {
        code: 'AKH-7.1',
        text: {
          id: 'Memberi kesempatan kepada berbagai pihak untuk berkontribusi',
          en: 'Gives all sides the chance to contribute',
        },
      },
      {
        code: 'AKH-7.2',
        text: {
          id: 'Terbuka dalam bekerja sama untuk menghasilkan nilai tambah',
          en: 'Open to working together for added value',
        },
      },
      {
        code: 'AKH-7.3',
        text: {
          id: 'Menggerakkan pemanfaatan berbagai sumber daya untuk tujuan bersama',
          en: 'Brings many resources to use for common goals',
        },
      },
    ],
  },
];
