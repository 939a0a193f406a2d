const DAY_MS = 86_400_000;

/** National holidays that fall on the same day each year. Those of the moon calendars change and are left out. */
const FIXED_HOLIDAYS: ReadonlySet<string> = new Set(['01-01', '05-01', '06-01', '08-17', '12-25']);

/** Mondays to Fridays from `first` to `last`, both 'YYYY-MM-DD' and inside, without the holidays that never move. */
export function workingDays(first: string, last: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += DAY_MS) {
    const weekday = new Date(at).getUTCDay();
    const day = new Date(at).toISOString().slice(0, 10);
    if (weekday !== 0 && weekday !== 6 && !FIXED_HOLIDAYS.has(day.slice(5))) days.push(day);
  }
  return days;
}
