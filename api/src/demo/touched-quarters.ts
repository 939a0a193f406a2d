import { readPeriod, type PeriodSpan } from '../domain/calendar.js';

/** The calendar quarters from that of `first` to that of `last`, both 'YYYY-MM-DD'. */
export function touchedQuarters(first: string, last: string): PeriodSpan[] {
  const quarters: PeriodSpan[] = [];
  const [year, month] = first.split('-').map(Number) as [number, number];
  for (let index = year * 4 + Math.floor((month - 1) / 3); ; index += 1) {
    const quarter = readPeriod(`${Math.floor(index / 4)}-Q${(index % 4) + 1}`);
    if (!quarter.ok || quarter.value.startsOn > last) return quarters;
    quarters.push(quarter.value);
  }
}
