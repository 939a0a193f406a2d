import { localDate } from '../domain/calendar.js';
import { addDays } from '../domain/working-days.js';
import type { ObservationLine } from './observe.js';
import { CONTESTED } from './stories.js';
import { workingDays } from './working-days.js';

/** Longer than any row of days off. */
const DAYS_BACK = 14;

/**
 * The observation that is contested, made on the last working day before today. Its key names no day, so that a demo
 * that is started again on another day keeps the one it has.
 */
export function contestedLine(now: Date): ObservationLine {
  const today = localDate(now);
  const day = workingDays(addDays(today, -DAYS_BACK), addDays(today, -1)).at(-1)!;
  const { nip, indicator, value, observer, note, time } = CONTESTED;
  return {
    key: `${indicator}/${nip.slice(-3)}/contested`,
    nip,
    indicator,
    value,
    observed_at: `${day}T${time}`,
    note,
    observer,
    behaviour: '',
  };
}
