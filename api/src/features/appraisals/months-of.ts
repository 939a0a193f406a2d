import { readPeriod, type PeriodKind } from '../../domain/calendar.js';

const MONTHS: Readonly<Record<PeriodKind, number>> = { MONTH: 1, QUARTER: 3, SEMESTER: 6, YEAR: 12 };

/** How many months a period that the region has is long. */
export function monthsOf(periodCode: string): number {
  const span = readPeriod(periodCode);
  if (!span.ok) throw new Error(`the period code ${periodCode} in the database is no period`);
  return MONTHS[span.value.kind];
}
