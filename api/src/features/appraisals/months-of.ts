import { storedPeriod, type PeriodKind } from '../../domain/calendar.js';

const MONTHS: Readonly<Record<PeriodKind, number>> = { MONTH: 1, QUARTER: 3, SEMESTER: 6, YEAR: 12 };

/** How many months a period that the region has is long. */
export function monthsOf(periodCode: string): number {
  return MONTHS[storedPeriod(periodCode).kind];
}
