const VERSION = /^\d{4}-[1-9]\d{0,5}$/;

/** Whether a text can name a policy at all: a year and a count, '2026-1'. */
export function isPolicyVersion(text: string): boolean {
  return VERSION.test(text);
}

/**
 * The version of a new policy: the year of today and the next count in it.
 * @param today 'YYYY-MM-DD'
 * @param taken versions of the region, at least all of this year
 */
export function nextPolicyVersion(today: string, taken: readonly string[]): string {
  const year = today.slice(0, 'YYYY'.length);
  const counts = taken
    .map((version) => version.split('-'))
    .flatMap(([ofYear, count]) => (ofYear === year ? [Number(count)] : []));
  return `${year}-${Math.max(0, ...counts) + 1}`;
}
