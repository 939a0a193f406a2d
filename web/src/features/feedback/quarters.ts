import type { Text } from '../../lib/text/language.js';

/** A quarter to choose. */
export interface Quarter {
  /** Code of the period, e.g. "2026-Q4". */
  readonly code: string;
  readonly name: Text;
  /** From which day on (LocalDate) its survey wave may be closed: seven days before it is over. */
  readonly closesFrom: string;
}

const MONTHS = 3;
const QUARTERS = 4;
const LAST_DAYS = 7;

/** The quarter of a day (LocalDate) and those before it, newest first. */
export function quartersUntil(today: string, count: number): readonly Quarter[] {
  const [year, month] = today.split('-').map(Number) as [number, number];
  const latest = year * QUARTERS + Math.ceil(month / MONTHS) - 1;
  return Array.from({ length: count }, (_, n) => {
    const [of, number] = [Math.floor((latest - n) / QUARTERS), ((latest - n) % QUARTERS) + 1];
    // Day -6 of the month after is seven days before its first.
    const from = new Date(Date.UTC(of, number * MONTHS, 1 - LAST_DAYS));
    return {
      code: `${of}-Q${number}`,
      name: { id: `Triwulan ${number} ${of}`, en: `Quarter ${number}, ${of}` },
      closesFrom: from.toISOString().slice(0, 'YYYY-MM-DD'.length),
    };
  });
}
