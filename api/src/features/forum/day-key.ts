import { isUuid } from '../../platform/is-uuid.js';

/** Where a page ended of a list in the order of days: the day, 'YYYY-MM-DD', and the id. */
export interface DayKey {
  readonly day: string;
  readonly id: string;
}

export function dayKey(day: string, id: string): string {
  return `${day} ${id}`;
}

/** Whether a text was made by `dayKey`. */
export function isDayKey(text: string): boolean {
  const [day = '', id = '', ...more] = text.split(' ');
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) && isUuid(id) && more.length === 0;
}

export function readDayKey(key: string): DayKey {
  const [day = '', id = ''] = key.split(' ');
  return { day, id };
}
