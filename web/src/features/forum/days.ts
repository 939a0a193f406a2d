const DAY = 86_400_000;

/** The day so many days after another one; 'YYYY-MM-DD', which lies in no zone. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 'YYYY-MM-DD'.length);
}
