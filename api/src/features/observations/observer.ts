import type { ObservationContext } from '../../domain/observation/accept-observation.js';

/** What the rules ask about the observer that was named. */
export function observerFrom(
  observerId: string | null,
  people: readonly { readonly id: string }[],
  employeeId: string,
): ObservationContext['observer'] {
  if (observerId === null) return null;
  return { known: people.some(({ id }) => id === observerId), isTheEmployee: observerId === employeeId };
}
