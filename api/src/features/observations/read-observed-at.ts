import { isRealDate } from '../../domain/calendar.js';

const MOMENT =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,6})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

const WIB = '+07:00';

/**
 * The moment that a cell of a file names: a day (noon in Asia/Jakarta), a minute in Asia/Jakarta, or ISO 8601 with
 * its offset. Null for everything that could be understood in two ways, such as 03/04/2026.
 */
export function readObservedAt(text: string): Date | null {
  const match = MOMENT.exec(text);
  if (match === null) return null;
  const [, year = '', month = '', day = '', hour = '12', minute = '00', second = '00', offset = WIB] = match;
  if (!isRealDate(Number(year), Number(month), Number(day))) return null;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const zone = offset === 'Z' ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(-2)}`;
  const moment = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  return Number.isNaN(moment.getTime()) ? null : moment;
}
