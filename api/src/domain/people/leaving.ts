import { addDays } from '../working-days.js';
import type { Assignment } from './service-days.js';

/**
 * The appointments of somebody who leaves the service on a day, as they end: those in force then and those still to
 * come. The day before is the last one that counts; one that begins on the day itself, or later, has its first day alone.
 * A regular one that another has followed is over anyway.
 */
export function leaving<A extends Assignment>(day: string, held: readonly A[]): A[] {
  const yesterday = addDays(day, -1);
  const regular = held.filter(({ kind }) => kind === 'REGULAR').map(({ startsOn }) => startsOn);
  const last = regular.sort().at(-1);
  return held
    .filter(({ kind, startsOn }) => kind === 'ACTING' || startsOn === last)
    .filter(({ endsOn }) => endsOn === null || endsOn >= day)
    .map((assignment) => ({
      ...assignment,
      endsOn: assignment.startsOn > yesterday ? assignment.startsOn : yesterday,
    }));
}
