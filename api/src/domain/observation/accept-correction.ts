import type { Amount } from '../amount.js';
import { ok, refused, type Outcome, type RefusalRow } from '../outcome.js';
import {
  acceptObservation,
  OBSERVATION_REFUSALS,
  type AcceptedObservation,
  type ObservationContext,
  type ObservationInput,
} from './accept-observation.js';
import { readNote } from './read-note.js';

/** What an earlier observation should have said. */
export interface CorrectionInput extends ObservationInput {
  /** Why, in words that the employee can read. */
  readonly reason: string;
}

export interface CorrectionContext extends ObservationContext {
  /** The observation to correct; null where there is none. */
  readonly original: {
    /** Whether another observation took its place already. */
    readonly corrected: boolean;
    /** Whether it only takes an earlier one away; then there is nothing to put right. */
    readonly withdrawn: boolean;
    readonly value: Amount;
    readonly observedAt: Date;
    readonly note: string | null;
    /** Whether the period in which it counts is open; told where it can be another than the context's. */
    readonly periodOpen: boolean;
  } | null;
}

export interface AcceptedCorrection extends AcceptedObservation {
  readonly reason: string;
}

/** In characters: shorter than this explains nothing to the person whose record it is. */
export const SHORTEST_REASON = 10;

/** Why a correction is not recorded, besides everything for which an observation is not. */
export const CORRECTION_REFUSALS = {
  ...OBSERVATION_REFUSALS,
  OBSERVATION_UNKNOWN: {
    when: 'The region has no such observation.',
    field: 'observationId',
    mender: 'SENDER',
    message: {
      id: 'Pengamatan yang akan dikoreksi tidak ditemukan di wilayah ini. Buka lagi daftar pengamatan dan pilih dari sana.',
      en: 'This region has no such observation. Open the list of observations again and choose from there.',
    },
  },
  ALREADY_CORRECTED: {
    when: 'Another observation took its place already: corrections follow each other in a line.',
    field: 'observationId',
    mender: 'SENDER',
    message: {
      id: 'Pengamatan ini sudah dikoreksi. Muat ulang, lalu koreksi pengamatan penggantinya.',
      en: 'This observation was corrected already. Reload, then correct the one that took its place.',
    },
  },
  ALREADY_WITHDRAWN: {
    when: 'The observation was withdrawn and counts for nothing.',
    field: 'observationId',
    mender: 'SENDER',
    message: {
      id: 'Pengamatan ini sudah ditarik dan tidak dihitung lagi. Bila tetap terjadi, catat sebagai pengamatan baru.',
      en: 'This observation was withdrawn and counts no more. If it did happen, record it as a new one.',
    },
  },
  CORRECTION_REASON_MISSING: {
    when: `The reason has fewer than ${SHORTEST_REASON} characters.`,
    field: 'reason',
    mender: 'SENDER',
    message: {
      id: `Tulis alasan koreksi, paling sedikit ${SHORTEST_REASON} karakter: pegawai yang bersangkutan membacanya.`,
      en: `Write why it is corrected, at least ${SHORTEST_REASON} characters: the employee concerned reads it.`,
    },
  },
  CORRECTION_CHANGES_NOTHING: {
    when: 'Value, moment and note are those of the observation to correct.',
    field: null,
    mender: 'SENDER',
    message: {
      id: 'Koreksi ini sama dengan catatan semula. Ubah nilai, waktu, atau catatannya; bila semula sudah benar, koreksi tidak perlu.',
      en: 'This correction says what is recorded already. Change the value, the moment or the note; if the record is right, no correction is needed.',
    },
  },
} as const satisfies Record<string, RefusalRow>;

export type CorrectionRefusalCode = keyof typeof CORRECTION_REFUSALS;

/**
 * Whether an observation may be put right by a new one in its place (rules CO in docs/SCORING.md). Value, moment and
 * note may change; employee and indicator stay.
 * @throws RangeError where `observedAt` is an invalid date
 */
export function acceptCorrection(
  input: CorrectionInput,
  context: CorrectionContext,
): Outcome<AcceptedCorrection, CorrectionRefusalCode> {
  const { original, employee } = context;
  const told = CORRECTION_REFUSALS;
  if (original === null) return refused('OBSERVATION_UNKNOWN', told.OBSERVATION_UNKNOWN);
  if (original.corrected) return refused('ALREADY_CORRECTED', told.ALREADY_CORRECTED);
  if (original.withdrawn) return refused('ALREADY_WITHDRAWN', told.ALREADY_WITHDRAWN);

  const reason = readNote(input.reason, 'reason');
  if (!reason.ok) return reason;
  if (reason.value === null || [...reason.value].length < SHORTEST_REASON) {
    return refused('CORRECTION_REASON_MISSING', told.CORRECTION_REASON_MISSING);
  }
  if (!original.periodOpen) return refused('PERIOD_CLOSED', told.PERIOD_CLOSED);

  // The right to a correct record does not end with the service (UU 27/2022, Art. 6).
  const accepted = acceptObservation(input, { ...context, employee: employee && { active: true } });
  if (!accepted.ok) return accepted;
  const { value, observedAt, note } = accepted.value;
  const isSame =
    value === original.value &&
    observedAt.getTime() === original.observedAt.getTime() &&
    note === original.note;
  if (isSame) return refused('CORRECTION_CHANGES_NOTHING', told.CORRECTION_CHANGES_NOTHING);
  return ok({ ...accepted.value, reason: reason.value });
}
