import type { AuditOutcome } from '@pantau/schema';

/** Which entries are shown; null: all. */
export interface AuditFilter {
  readonly actor: string | null;
  readonly action: string | null;
  readonly outcome: AuditOutcome | null;
}

const OUTCOMES: ReadonlySet<string> = new Set<AuditOutcome>(['DONE', 'REFUSED', 'DENIED']);

/** Reads the filter out of the address, so that it can be kept and passed on. It holds ids and names of commands, no names of people. */
export function readAuditFilter(search: string): AuditFilter {
  const parameters = new URLSearchParams(search);
  const outcome = parameters.get('outcome');
  return {
    actor: parameters.get('actor') || null,
    action: parameters.get('action') || null,
    outcome: outcome !== null && OUTCOMES.has(outcome) ? (outcome as AuditOutcome) : null,
  };
}

/** The same page with another filter, as a query string. */
export function auditSearch(search: string, filter: Partial<AuditFilter>): string {
  const parameters = new URLSearchParams(search);
  for (const [name, value] of Object.entries(filter)) {
    if (value) parameters.set(name, value);
    else parameters.delete(name);
  }
  return `?${parameters}`;
}
