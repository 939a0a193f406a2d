import type { Text } from '../../lib/text/language.js';

/** A quarter to choose. */
export interface Quarter {
  /** Code of the period, e.g. "2026-Q4". */
  readonly code: string;
  readonly name: Text;
}

const MONTHS = 3;
const QUARTERS = 4;

/** The quarter of a day (LocalDate) and those before it, newest first. */
export function quartersUntil(today: string, count: number): readonly Quarter[] {
  const [year, month] = today.split('-').map(Number) as [number, number];
  const latest = year * QUARTERS + Math.ceil(month / MONTHS) - 1;
  return Array.from({ length: count }, (_, n) => {
    const [of, number] = [Math.floor((latest - n) / QUARTERS), ((latest - n) % QUARTERS) + 1];
    return {
      code: `${of}-Q${number}`,
      name: { id: `Triwulan ${number} ${of}`, en: `Quarter ${number}, ${of}` },
    };
  });
}
