import { formatAmount, type Amount } from '../amount.js';
import { localDate, type PeriodSpan } from '../calendar.js';
import { addDays } from '../working-days.js';
import { ok, refused, type Outcome, type RefusalRow, type Sentence } from '../outcome.js';
import type { SatisfactionIndex } from '../survey/satisfaction-index.js';
import { summariseFeedback, type FeedbackTally } from './summarise-feedback.js';

/** What the result of a survey is measured by: the index of the unit, planned for whoever heads it. */
export const INDEX_INDICATOR = 'SKM-01';

/** How many days before its quarter ends a wave may be closed: nobody chooses the day on which the index is best. */
const LAST_DAYS = 7;

/** Why a survey wave is not closed, in the order in which it is looked at. */
export const WAVE_REFUSALS = {
  WAVE_QUARTER_UNKNOWN: {
    when: 'The code names no quarter.',
    field: 'quarter',
    mender: 'SENDER',
    message: {
      id: 'Ini bukan kode triwulan. Tulis misalnya 2026-Q4.',
      en: 'This is no code of a quarter. Write 2026-Q4, for example.',
    },
  },
  WAVE_TOO_EARLY: {
    when: `More than ${LAST_DAYS} days are left of the quarter.`,
    field: 'quarter',
    mender: 'SENDER',
    message: {
      id: `Gelombang ditutup dalam ${LAST_DAYS} hari terakhir triwulannya atau sesudahnya, supaya harinya tidak dipilih-pilih.`,
      en: `A wave is closed in the last ${LAST_DAYS} days of its quarter or later, so that nobody chooses the day.`,
    },
  },
  WAVE_CLOSED: {
    when: 'The wave of this unit and quarter was closed; its index stands.',
    field: 'quarter',
    mender: 'SENDER',
    message: {
      id: 'Gelombang triwulan ini sudah ditutup. Bila keliru, pengamatannya dapat dikoreksi atau diajukan keberatan.',
      en: 'The wave of this quarter has been closed. Where it is wrong, its observation can be corrected or objected to.',
    },
  },
  WAVE_FEEDBACK_WAITING: {
    when: 'Feedback of the quarter waits for a facilitator to look.',
    field: 'quarter',
    mender: 'SENDER',
    message: (waiting: number) => ({
      id: `${waiting} penilaian masih menunggu. Minta fasilitator memutuskannya dahulu, lalu tutup gelombangnya.`,
      en: `${waiting} pieces of feedback are still waiting. Have a facilitator decide about them, then close the wave.`,
    }),
  },
  WAVE_INDEX_MISSING: {
    when: 'One of the nine elements has too few answers, so that there is no index.',
    field: 'quarter',
    mender: 'SENDER',
    message: {
      id: 'Belum ada indeks: tidak semua unsur cukup dijawab. Triwulan tanpa indeks tidak dicatat sebagai nol.',
      en: 'There is no index: not every element has enough answers. A quarter without one is not recorded as zero.',
    },
  },
  WAVE_INDICATOR_MISSING: {
    when: `The region has no indicator ${INDEX_INDICATOR}.`,
    field: 'quarter',
    mender: 'UNIT_ADMIN',
    message: {
      id: `Indikator ${INDEX_INDICATOR} tidak ada di wilayah ini. Minta admin unit menambahkannya, lalu coba lagi.`,
      en: `This region has no indicator ${INDEX_INDICATOR}. Ask the unit administration to add it, then try again.`,
    },
  },
  WAVE_HEAD_ELSEWHERE: {
    when: 'Whoever is named as the head does not work in the unit itself.',
    field: 'head',
    mender: 'SENDER',
    message: {
      id: 'Pegawai ini tidak bertugas di unit ini. Pilih kepala unit dari daftar pegawainya.',
      en: 'This employee does not work in this unit. Choose the head of the unit from its people.',
    },
  },
} as const satisfies Record<string, RefusalRow>;

export type WaveRefusalCode = keyof typeof WAVE_REFUSALS;

/** From which day on the wave of a quarter that ends on a day may be closed; days are 'YYYY-MM-DD' in Asia/Jakarta. */
export function waveClosesFrom(endsOn: string): string {
  return addDays(endsOn, 1 - LAST_DAYS);
}

/** What is known around a wave that is to be closed. */
export interface WaveContext {
  /** Null where the code names no quarter. */
  readonly period: PeriodSpan | null;
  readonly closed: boolean;
  readonly tally: FeedbackTally;
  readonly indicatorKnown: boolean;
  readonly headInUnit: boolean;
  readonly now: Date;
}

/** The result of a wave, as it is logged. */
export interface WaveResult {
  readonly index: SatisfactionIndex;
  /** A canonical decimal. */
  readonly value: string;
  /** Within the quarter. */
  readonly observedAt: Date;
  /** How the index came to be and what is not in it. */
  readonly note: Sentence;
}

/** Whether the survey wave of a quarter may be closed, and with what. */
export function acceptWave(context: WaveContext): Outcome<WaveResult, WaveRefusalCode> {
  const { period, closed, tally, indicatorKnown, headInUnit, now } = context;
  const told = WAVE_REFUSALS;
  if (period === null || period.kind !== 'QUARTER') return refuse('WAVE_QUARTER_UNKNOWN');
  const { endsOn } = period;
  if (localDate(now) < waveClosesFrom(endsOn)) return refuse('WAVE_TOO_EARLY');
  if (closed) return refuse('WAVE_CLOSED');
  if (tally.waiting > 0) {
    const row = told.WAVE_FEEDBACK_WAITING;
    return refused('WAVE_FEEDBACK_WAITING', { ...row, message: row.message(tally.waiting) });
  }
  const { index, sentence } = summariseFeedback(tally);
  if (index === null) return refuse('WAVE_INDEX_MISSING');
  if (!indicatorKnown) return refuse('WAVE_INDICATOR_MISSING');
  if (!headInUnit) return refuse('WAVE_HEAD_ELSEWHERE');
  const value: Amount = index.index;
  const observedAt = localDate(now) > endsOn ? new Date(`${endsOn}T23:59:00+07:00`) : now;
  return ok({ index, value: formatAmount(value), observedAt, note: sentence });
}

function refuse(code: Exclude<WaveRefusalCode, 'WAVE_FEEDBACK_WAITING'>) {
  return refused(code, WAVE_REFUSALS[code]);
}
