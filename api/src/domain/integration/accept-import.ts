import { refused, type Outcome, type RefusalRow } from '../outcome.js';

/** How far an import has come. */
export type ImportState = 'DRAFT' | 'APPLIED' | 'UNDONE' | 'DROPPED';

/** Why a step of an import is not taken. */
export const IMPORT_REFUSALS = {
  IMPORT_UNKNOWN: {
    when: 'The region has no import of this id.',
    field: 'id',
    mender: 'SENDER',
    message: {
      id: 'Impor ini tidak ada. Kirim berkasnya lebih dulu, lalu pakai nomornya.',
      en: 'There is no such import. Send the file first, then use its id.',
    },
  },
  IMPORT_ID_TAKEN: {
    when: 'Somebody else has sent a file under this id.',
    field: 'id',
    mender: 'SENDER',
    message: {
      id: 'Nomor ini sudah dipakai untuk berkas lain. Buat nomor baru (UUID) untuk setiap berkas.',
      en: 'This id was used for another file. Make a new one (a UUID) for each file.',
    },
  },
  IMPORT_SETTLED: {
    when: 'The import was applied or dropped already.',
    field: 'id',
    mender: 'SENDER',
    message: {
      id: 'Impor ini sudah diterapkan atau dibuang. Kirim berkasnya sekali lagi bila masih perlu.',
      en: 'This import was applied or dropped already. Send the file again where it is still needed.',
    },
  },
  IMPORT_NOTHING: {
    when: 'No row of the import would add or change anything.',
    field: 'id',
    mender: 'SENDER',
    message: {
      id: 'Tidak ada yang akan berubah: semua baris tetap atau ditolak. Perbaiki berkasnya, lalu kirim lagi.',
      en: 'Nothing would change: all rows are unchanged or left out. Correct the file and send it again.',
    },
  },
  IMPORT_MOVED: {
    when: 'What the difference was worked out against has changed meanwhile.',
    field: 'id',
    mender: 'SENDER',
    message: {
      id: 'Datanya sudah berubah sejak diperiksa. Perbedaannya sudah dihitung ulang: lihat lagi, lalu terapkan.',
      en: 'The records have changed since it was checked. The difference was worked out again: look at it, then apply.',
    },
  },
  IMPORT_NOT_APPLIED: {
    when: 'Only an import that was applied, and not undone yet, can be undone.',
    field: 'id',
    mender: 'SENDER',
    message: {
      id: 'Impor ini tidak sedang berlaku: belum diterapkan atau sudah dibatalkan. Periksa riwayatnya.',
      en: 'This import is not in force: it was never applied, or undone already. Look at its history.',
    },
  },
  IMPORT_OVER: {
    when: 'The rows of the import were kept for seven days and are gone, or about to go.',
    field: 'id',
    mender: 'REGIONAL_HR',
    message: {
      id: 'Impor ini sudah lewat tujuh hari dan rinciannya tidak disimpan lagi. Kirim berkas dengan data yang benar.',
      en: 'This import is older than seven days and its rows are kept no longer. Send a file with the right data.',
    },
  },
} as const satisfies Record<string, RefusalRow>;

export type ImportRefusalCode = keyof typeof IMPORT_REFUSALS;

/** Days for which the rows of an import are kept: after it was sent, or after it was applied. */
export const IMPORT_DAYS = 7;
const DAY_MS = 86_400_000;

/** What a step has to know of an import. */
export interface ImportStanding {
  readonly state: ImportState;
  /** From when on its rows are kept for `IMPORT_DAYS`. */
  readonly keptFrom: Date;
}

/** Until when the rows of an import are kept. */
export function keptUntil({ keptFrom }: Pick<ImportStanding, 'keptFrom'>): Date {
  return new Date(keptFrom.getTime() + IMPORT_DAYS * DAY_MS);
}

/** Whether a step may be taken; `found` null: there is no such import. */
export function acceptStep<S extends ImportStanding>(
  step: 'APPLY' | 'DROP' | 'UNDO',
  found: S | null,
  now: Date,
): Outcome<S, ImportRefusalCode> {
  if (found === null) return refused('IMPORT_UNKNOWN', IMPORT_REFUSALS.IMPORT_UNKNOWN);
  if (step === 'UNDO') {
    if (found.state !== 'APPLIED') return refused('IMPORT_NOT_APPLIED', IMPORT_REFUSALS.IMPORT_NOT_APPLIED);
  } else if (found.state !== 'DRAFT') {
    return refused('IMPORT_SETTLED', IMPORT_REFUSALS.IMPORT_SETTLED);
  }
  if (step !== 'DROP' && now >= keptUntil(found)) return refused('IMPORT_OVER', IMPORT_REFUSALS.IMPORT_OVER);
  return { ok: true, value: found };
}
