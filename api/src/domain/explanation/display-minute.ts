import { readPeriod } from '../calendar.js';
import type { Sentence } from '../outcome.js';

/**
 * A minute as people read it, from the text of `localMinute`: '2026-11-02 08:30' is '2 November 2026 pukul 08.30'.
 * @throws RangeError where the text is no such minute
 */
export function displayMinute(localMinute: string): Sentence {
  const [, monthCode = '', day, hour, minute] =
    /^(\d{4}-\d{2})-(\d{2}) (\d{2}):(\d{2})$/.exec(localMinute) ?? [];
  const month = readPeriod(monthCode);
  if (!month.ok) throw new RangeError('not a minute of the local clock');
  const { id, en } = month.value.name;
  return {
    id: `${Number(day)} ${id} pukul ${hour}.${minute}`,
    en: `${Number(day)} ${en} at ${hour}:${minute}`,
  };
}
