import { MONTHS } from './calendar.js';
import type { Sentence } from './outcome.js';

/** A day, 'YYYY-MM-DD', as people write it: 1 Desember 2026 · 1 December 2026. */
export function localDay(day: string): Sentence {
  const [year = '', month = '', date = ''] = day.split('-');
  const { id, en } = MONTHS[Number(month) - 1]!;
  return { id: `${Number(date)} ${id} ${year}`, en: `${Number(date)} ${en} ${year}` };
}
