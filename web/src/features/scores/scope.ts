/** What a page of scores is about, as its address says it. */
export interface Scope {
  /** Kemendagri code, e.g. "35.78". */
  readonly region: string;
  /** e.g. "2026-Q4". */
  readonly period: string;
  /** Only what was observed until then counts; null: all. Instant, ISO 8601 in UTC. */
  readonly asOf: string | null;
  /** Only what was recorded until then is known; null: all. Instant, ISO 8601 in UTC. */
  readonly knownAt: string | null;
}

/** The two moments of a look at the past. */
export type Moments = Pick<Scope, 'asOf' | 'knownAt'>;

/** INCOMPLETE: the address names no region or no period. UNREADABLE: a moment in it is none; showing the present instead would mislead. */
export type ScopeFault = 'INCOMPLETE' | 'UNREADABLE';

/** Reads `?region=35.78&period=2026-Q4&asOf=…&knownAt=…`. */
export function readScope(search: string): Scope | ScopeFault {
  const parameters = new URLSearchParams(search);
  const [region, period] = [parameters.get('region'), parameters.get('period')];
  if (!region || !period) return 'INCOMPLETE';
  const [asOf, knownAt] = [readMoment(parameters.get('asOf')), readMoment(parameters.get('knownAt'))];
  if (asOf === undefined || knownAt === undefined) return 'UNREADABLE';
  return { region, period, asOf, knownAt };
}

/** The same page at other moments, as a query string; null: now. Every other parameter stays. */
export function searchAt(search: string, { asOf, knownAt }: Moments): string {
  const parameters = new URLSearchParams(search);
  for (const [name, moment] of [
    ['asOf', asOf],
    ['knownAt', knownAt],
  ] as const) {
    if (moment === null) parameters.delete(name);
    else parameters.set(name, moment);
  }
  return `?${parameters}`;
}

/** The same page now in another period, as a query string: a moment looked back to belongs to the period before. */
export function searchIn(search: string, period: string): string {
  const parameters = new URLSearchParams(searchAt(search, { asOf: null, knownAt: null }));
  parameters.set('period', period);
  return `?${parameters}`;
}

/** An instant as the address writes it; `instant` in ms since 1970, null: none. */
export function writeMoment(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString().replace('.000Z', 'Z');
}

/** Null: none is named; undefined: what is named is none. */
function readMoment(text: string | null): string | null | undefined {
  if (!text) return null;
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? undefined : writeMoment(instant);
}
