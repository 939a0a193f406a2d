import { ok, refused, type Outcome, type RefusalRow, type Sentence } from './outcome.js';

/** Waktu Indonesia Barat, the time of Surabaya, is UTC+7 all year: Indonesia knows no daylight saving time. */
const WIB_OFFSET_MS = 7 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The calendar day of an instant in Asia/Jakarta, 'YYYY-MM-DD'; days compare like texts.
 * @throws RangeError where the date is invalid
 */
export function localDate(instant: Date): string {
  return localText(instant).slice(0, -'THH:MM:SS.sssZ'.length);
}

/** The moment at which a day of Asia/Jakarta, 'YYYY-MM-DD', begins. */
export function startOfDay(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) - WIB_OFFSET_MS);
}

/** The moment at which it is over, and the next one begins. */
export function endOfDay(day: string): Date {
  return new Date(startOfDay(day).getTime() + DAY_MS);
}

/** The wall clock of an instant in Asia/Jakarta, 'YYYY-MM-DD HH:MM'. */
export function localMinute(instant: Date): string {
  return localText(instant).slice(0, -':SS.sssZ'.length).replace('T', ' ');
}

function localText(instant: Date): string {
  return new Date(instant.getTime() + WIB_OFFSET_MS).toISOString();
}

/** Whether a day exists in the Gregorian calendar; months and days count from 1. */
export function isRealDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Lengths of time by which performance may be measured: PP 30/2019 names month, quarter, semester and year. */
export type PeriodKind = 'MONTH' | 'QUARTER' | 'SEMESTER' | 'YEAR';

export interface PeriodSpan {
  readonly code: string;
  readonly kind: PeriodKind;
  readonly name: Sentence;
  /** First and last day in Asia/Jakarta, both inside. */
  readonly startsOn: string;
  readonly endsOn: string;
}

export const PERIOD_REFUSALS = {
  PERIOD_CODE_UNKNOWN: {
    when: 'The code names no month, quarter, semester or year.',
    field: 'period',
    mender: 'SENDER',
    message: {
      id: 'Kode periode tidak dikenal. Tulis bulan 2026-11, triwulan 2026-Q4, semester 2026-S2, atau tahun 2026.',
      en: 'The period code is not known. Write a month 2026-11, a quarter 2026-Q4, a semester 2026-S2, or a year 2026.',
    },
  },
} as const satisfies Record<string, RefusalRow>;

const PERIOD_CODE = /^([1-9]\d{3})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|S([12])))?$/;

/** The period of a code: '2026-11', '2026-Q4', '2026-S2' or '2026'. */
export function readPeriod(code: string): Outcome<PeriodSpan, keyof typeof PERIOD_REFUSALS> {
  const match = PERIOD_CODE.exec(code);
  if (match === null) return refused('PERIOD_CODE_UNKNOWN', PERIOD_REFUSALS.PERIOD_CODE_UNKNOWN);
  const [, year = '', month, quarter, semester] = match;
  const span = (
    kind: PeriodKind,
    first: number,
    months: number,
    name: Sentence,
  ): Outcome<PeriodSpan, never> => {
    const last = first + months - 1;
    return ok({
      code,
      kind,
      name,
      startsOn: `${year}-${twoDigits(first)}-01`,
      endsOn: `${year}-${twoDigits(last)}-${daysIn(Number(year), last)}`,
    });
  };
  if (month !== undefined) {
    const { id, en } = MONTHS[Number(month) - 1]!;
    return span('MONTH', Number(month), 1, { id: `${id} ${year}`, en: `${en} ${year}` });
  }
  if (quarter !== undefined) {
    const id = `Triwulan ${['I', 'II', 'III', 'IV'][Number(quarter) - 1]} ${year}`;
    return span('QUARTER', 3 * Number(quarter) - 2, 3, { id, en: `Quarter ${quarter}, ${year}` });
  }
  if (semester !== undefined) {
    const id = `Semester ${['I', 'II'][Number(semester) - 1]} ${year}`;
    return span('SEMESTER', 6 * Number(semester) - 5, 6, { id, en: `Semester ${semester}, ${year}` });
  }
  return span('YEAR', 1, 12, { id: `Tahun ${year}`, en: `Year ${year}` });
}

/**
 * The period of a code that is stored, and so has been read before.
 * @throws Error where the code is none
 */
export function storedPeriod(code: string): PeriodSpan {
  const period = readPeriod(code);
  if (!period.ok) throw new Error(`the period code ${code} in the database is no period`);
  return period.value;
}

function twoDigits(n: number): string {
  return n.toString().padStart(2, '0');
}

/** Names of the months, January first. */
export const MONTHS: readonly Sentence[] = [
  { id: 'Januari', en: 'January' },
  { id: 'Februari', en: 'February' },
  { id: 'Maret', en: 'March' },
  { id: 'April', en: 'April' },
  { id: 'Mei', en: 'May' },
  { id: 'Juni', en: 'June' },
  { id: 'Juli', en: 'July' },
  { id: 'Agustus', en: 'August' },
  { id: 'September', en: 'September' },
  { id: 'Oktober', en: 'October' },
  { id: 'November', en: 'November' },
  { id: 'Desember', en: 'December' },
];
