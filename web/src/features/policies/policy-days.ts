import type { PolicyPeriods_PeriodFragment } from '@pantau/schema';
import type { Language } from '../../lib/text/language.js';
import { toWibInput } from '../../lib/text/wib-input.js';

const DAY = 86_400_000;
const fullDay = (locale: string) =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const FORMAT = { id: fullDay('id-ID'), en: fullDay('en-GB') };

/** "1 Januari 2027": a LocalDate of the contract, which lies in no zone. */
export function formatDay(day: string, language: Language): string {
  return FORMAT[language].format(Date.parse(day));
}

/** The day of an instant in the office's time, as a LocalDate; ms since 1970. */
export function dayOf(instant: number): string {
  return toWibInput(instant).slice(0, 'YYYY-MM-DD'.length);
}

/** The first day of the next period: of one that is there already, else the day after the last one ends. */
export function nextPeriodDay(periods: readonly PolicyPeriods_PeriodFragment[], today: string): string {
  const coming = periods.map(({ startsOn }) => startsOn).filter((day) => day > today);
  if (coming.length > 0) return coming.toSorted()[0]!;
  const ends = periods.map(({ endsOn }) => endsOn).filter((day) => day >= today);
  const last = ends.toSorted()[0];
  return last === undefined ? today : dayOf(Date.parse(last) + DAY);
}

/** The period to try a policy out on: the one under way, else the latest that has begun, else any; null: there is none. */
export function periodToTry(periods: readonly PolicyPeriods_PeriodFragment[], today: string): string | null {
  const begun = periods
    .filter(({ startsOn }) => startsOn <= today)
    .toSorted((a, b) => (a.startsOn < b.startsOn ? 1 : -1));
  const underWay = begun.find(({ endsOn }) => endsOn >= today);
  return (underWay ?? begun[0] ?? periods[0])?.code ?? null;
}
