import { ok, refused, type Outcome, type RefusalRow } from '../outcome.js';
import { CORRECTION_REFUSALS, SHORTEST_REASON } from './accept-correction.js';
import { NOTE_REFUSALS, readNote } from './read-note.js';

/** What somebody sends to take an observation back. */
export interface WithdrawalInput {
  /** Why, in words that the employee can read. */
  readonly reason: string;
}

/** What the records say around it. */
export interface WithdrawalContext {
  /** The observation to take back; null where there is none. */
  readonly original: {
    /** Whether another observation took its place already. */
    readonly corrected: boolean;
    readonly withdrawn: boolean;
    /** Whether the period in which it counts is open. */
    readonly periodOpen: boolean;
  } | null;
}

/** A withdrawal that may be recorded; what it takes back stays in the record and counts for nothing. */
export interface AcceptedWithdrawal {
  readonly reason: string;
}

/** Why an observation is not taken back, in the order in which it is looked at. */
export const WITHDRAWAL_REFUSALS = {
  OBSERVATION_UNKNOWN: {
    ...CORRECTION_REFUSALS.OBSERVATION_UNKNOWN,
    message: {
      id: 'Pengamatan yang akan ditarik tidak ditemukan di wilayah ini. Buka lagi daftar pengamatan dan pilih dari sana.',
      en: 'This region has no such observation. Open the list of observations again and choose from there.',
    },
  },
  ALREADY_CORRECTED: {
    ...CORRECTION_REFUSALS.ALREADY_CORRECTED,
    message: {
      id: 'Pengamatan ini sudah dikoreksi. Muat ulang, lalu tarik pengamatan penggantinya.',
      en: 'This observation was corrected already. Reload, then withdraw the one that took its place.',
    },
  },
  ALREADY_WITHDRAWN: CORRECTION_REFUSALS.ALREADY_WITHDRAWN,
  PERIOD_CLOSED: {
    when: 'The period in which the observation counts is closed; its scores stand.',
    field: 'observationId',
    mender: 'REGIONAL_HR',
    message: {
      id: 'Periode penilaian pengamatan ini sudah ditutup. Bila tetap harus ditarik, minta BKPSDM membuka kembali periodenya.',
      en: 'The period of this observation is closed. If it must be withdrawn all the same, ask regional HR to open the period again.',
    },
  },
  ...NOTE_REFUSALS,
  CORRECTION_REASON_MISSING: {
    ...CORRECTION_REFUSALS.CORRECTION_REASON_MISSING,
    message: {
      id: `Tulis alasan penarikan, paling sedikit ${SHORTEST_REASON} karakter: pegawai yang bersangkutan membacanya.`,
      en: `Write why it is withdrawn, at least ${SHORTEST_REASON} characters: the employee concerned reads it.`,
    },
  },
} as const satisfies Record<string, RefusalRow>;

export type WithdrawalRefusalCode = keyof typeof WITHDRAWAL_REFUSALS;

/**
 * Whether an observation may be taken back by whoever recorded it (rules WI in docs/SCORING.md). Of several troubles
 * the first of `WITHDRAWAL_REFUSALS` is told.
 */
export function acceptWithdrawal(
  input: WithdrawalInput,
  { original }: WithdrawalContext,
): Outcome<AcceptedWithdrawal, WithdrawalRefusalCode> {
  const told = WITHDRAWAL_REFUSALS;
  if (original === null) return refused('OBSERVATION_UNKNOWN', told.OBSERVATION_UNKNOWN);
  if (original.corrected) return refused('ALREADY_CORRECTED', told.ALREADY_CORRECTED);
  if (original.withdrawn) return refused('ALREADY_WITHDRAWN', told.ALREADY_WITHDRAWN);
  if (!original.periodOpen) return refused('PERIOD_CLOSED', told.PERIOD_CLOSED);

  const reason = readNote(input.reason, 'reason');
  if (!reason.ok) return reason;
  if (reason.value === null || [...reason.value].length < SHORTEST_REASON) {
    return refused('CORRECTION_REASON_MISSING', told.CORRECTION_REASON_MISSING);
  }
  return ok({ reason: reason.value });
}
