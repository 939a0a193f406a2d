import { createRequire } from 'node:module';
import type Holidays from 'date-holidays';

/** The first year that can be asked for. */
export const FIRST_YEAR = 1990;
/** The last year that can be asked for; both together bound what is kept. */
export const LAST_YEAR = 2100;

const require = createRequire(import.meta.url);

let calendar: Holidays | null = null;
const years = new Map<number, ReadonlySet<string>>();

/**
 * Whether a day, 'YYYY-MM-DD' in Asia/Jakarta, is a public holiday in Indonesia (libur nasional). The days of the
 * Islamic calendar are computed, until 2076: the decree of the year may set them a day apart. Nyepi and Waisak are
 * known until 2027. Collective leave (cuti bersama), which is decreed each year, is not among them.
 * @throws RangeError where the year is not 1990 to 2100
 */
export function isIndonesianHoliday(day: string): boolean {
  const year = Number(day.slice(0, 'YYYY'.length));
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) throw new RangeError('no holidays are known of this year');
  let days = years.get(year);
  if (days === undefined) {
    days = holidaysOf(year);
    years.set(year, days);
  }
  return days.has(day);
}

function holidaysOf(year: number): ReadonlySet<string> {
  calendar ??= openCalendar();
  return new Set(calendar.getHolidays(year).map(({ date }) => date.slice(0, 'YYYY-MM-DD'.length)));
}

/** The holidays of the whole world come with it, 20 MB in memory: loaded only where somebody asks. */
function openCalendar(): Holidays {
  const Calendar = require('date-holidays') as typeof Holidays;
  return new Calendar('ID', { types: ['public'], timezone: 'Asia/Jakarta' });
}
