import type { Sentence } from '../outcome.js';

/** Who can put right what keeps a row back, or what it lacks. */
export type ExportMender = 'UNIT_ADMIN' | 'REGIONAL_HR' | 'APPRAISER' | 'EMPLOYEE';

/** One thing that the export has to say about a person's row. */
export interface ExportFindingRow {
  /** When it is said. */
  readonly when: string;
  /** Whether the row is held back: nothing of it is handed on. */
  readonly holdsBack: boolean;
  /** Whether it comes of how the server or the token is set, so that it is said of nearly every row or of none. */
  readonly general?: true;
  readonly mender: ExportMender;
  readonly message: Sentence;
}

/**
 * What the validation report can say of a row: the closed list, in the order in which it is looked at. Who mends it is
 * whoever really can: not always whoever asks.
 */
export const EXPORT_FINDINGS = {
  NO_PLAN: {
    when: 'The person is in service and nothing was planned for them in the period.',
    holdsBack: true,
    mender: 'UNIT_ADMIN',
    message: {
      id: 'Pegawai ini tidak punya rencana pada periode ini. Bila seharusnya dinilai, admin unit melengkapi rencananya.',
      en: 'Nothing was planned for this person in the period. If they should be appraised, the unit administration completes the plan.',
    },
  },
  PERIOD_OPEN: {
    when: 'The predicate is not confirmed, and cannot be yet: the period is open or open again.',
    holdsBack: true,
    mender: 'REGIONAL_HR',
    message: {
      id: 'Periode ini belum ditutup, jadi predikatnya belum dapat dikonfirmasi. BKPSDM menutup periodenya.',
      en: 'The period is not closed, so the predicate cannot be confirmed yet. Regional HR closes it.',
    },
  },
  APPRAISER_UNKNOWN: {
    when: 'The predicate is not confirmed, and no appraiser is on record on the last day of the period.',
    holdsBack: true,
    mender: 'REGIONAL_HR',
    message: {
      id: 'Pejabat penilai pada hari terakhir periode ini belum tercatat. BKPSDM mencatatnya, lalu pejabat itu mengonfirmasi.',
      en: 'No appraiser is on record for the last day of the period. Regional HR records one, who then confirms.',
    },
  },
  NOT_CONFIRMED: {
    when: 'The period is closed, an appraiser is on record, and no predicate was confirmed.',
    holdsBack: true,
    mender: 'APPRAISER',
    message: {
      id: 'Predikatnya belum dikonfirmasi. Pejabat penilai mengonfirmasinya.',
      en: 'The predicate is not confirmed. The appraiser confirms it.',
    },
  },
  CONFIRMATION_STALE: {
    when: 'The score has moved since the predicate was confirmed, in a period that is closed again.',
    holdsBack: true,
    mender: 'APPRAISER',
    message: {
      id: 'Skornya berubah sesudah dikonfirmasi. Pejabat penilai mengonfirmasinya lagi.',
      en: 'The score has moved since it was confirmed. The appraiser confirms it anew.',
    },
  },
  NIP_FORM: {
    when: 'The NIP on record is not 18 digits.',
    holdsBack: true,
    mender: 'EMPLOYEE',
    message: {
      id: 'NIP yang tercatat bukan 18 angka. Pegawai yang bersangkutan meminta koreksi data dengan SK-nya, atau BKPSDM memperbaikinya.',
      en: 'The NIP on record is not 18 digits. The person asks for a correction with their decree, or regional HR mends it.',
    },
  },
  NIP_HIDDEN: {
    when: 'Whoever asks may not read the whole NIP: a service without the scope NIP, or leadership.',
    holdsBack: false,
    general: true,
    mender: 'REGIONAL_HR',
    message: {
      id: 'NIP utuh tidak dibuka untuk Anda, jadi tertulis tersamar. Pakai layanan dengan lingkup NIP untuk mengirim ke SIASN.',
      en: 'The whole NIP is not open to you, so it is masked. Use a service with the scope NIP to send it on to SIASN.',
    },
  },
  APPRAISER_HIDDEN: {
    when: 'Who confirmed is outside of the units of whoever asks.',
    holdsBack: false,
    mender: 'REGIONAL_HR',
    message: {
      id: 'Pejabat penilainya di luar unit yang dibuka untuk Anda, jadi kolomnya kosong. BKPSDM dapat memperluas lingkupnya.',
      en: 'The appraiser is outside of the units that are open to you, so the columns are empty. Regional HR can widen the scope.',
    },
  },
  APPRAISER_NIP_FORM: {
    when: "The appraiser's NIP on record is not 18 digits.",
    holdsBack: false,
    mender: 'REGIONAL_HR',
    message: {
      id: 'NIP pejabat penilai yang tercatat bukan 18 angka. BKPSDM memperbaikinya.',
      en: "The appraiser's NIP on record is not 18 digits. Regional HR mends it.",
    },
  },
  APPRAISER_POST_UNKNOWN: {
    when: 'Title or unit of the appraiser on the last day of the period is not on record.',
    holdsBack: false,
    mender: 'UNIT_ADMIN',
    message: {
      id: 'Jabatan atau unit pejabat penilai pada hari terakhir periode tidak tercatat. Admin unit melengkapinya.',
      en: "The appraiser's title or unit on the last day of the period is not on record. The unit administration completes it.",
    },
  },
  CODE_UNSET: {
    when: 'A code of SIASN that the row needs was not set on the server; our own word stands beside it.',
    holdsBack: false,
    general: true,
    mender: 'REGIONAL_HR',
    message: {
      id: 'Sebagian kode rujukan SIASN belum diatur di server; kolomnya kosong dan istilah Pantau ada di sampingnya. BKPSDM memberikan kodenya.',
      en: "Some of SIASN's reference codes are not set on the server; their columns are empty with Pantau's word beside them. Regional HR provides the codes.",
    },
  },
} as const satisfies Record<string, ExportFindingRow>;

export type ExportFindingCode = keyof typeof EXPORT_FINDINGS;

/** What holds for every row of every export: columns of SIASN that Pantau has no data for. */
export const EXPORT_NOTES: readonly Sentence[] = [
  {
    id: 'penilaiGolongan kosong: Pantau tidak menyimpan golongan. Ambil dari SIASN dengan penilaiNipNrp.',
    en: 'penilaiGolongan is empty: Pantau keeps no grades. Take it from SIASN by penilaiNipNrp.',
  },
  {
    id: 'pnsDinilaiId kosong: itu id milik SIASN, bukan NIP. Cari di SIASN dengan kolom nip.',
    en: "pnsDinilaiId is empty: it is SIASN's own id and not the NIP. Look it up in SIASN by the column nip.",
  },
];
