import { isUuid } from '../../platform/is-uuid.js';
import type { ObservationRow } from './observation.entity.js';

/** What measured it, by its name, where that was no person: people are kept by their ids. */
export function sourceOf({ observer }: Pick<ObservationRow, 'observer'>): string | null {
  return isUuid(observer) ? null : observer;
}
