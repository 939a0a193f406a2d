import type { Text } from '../text/language.js';

/** How fresh a picture is, in one word each. */
export const FRESHNESS_WORDS = {
  WAITING: { id: 'MENYAMBUNG', en: 'CONNECTING' },
  LIVE: { id: 'LANGSUNG', en: 'LIVE' },
  RECONNECTING: { id: 'MENYAMBUNG', en: 'RECONNECTING' },
  STALE: { id: 'TERTUNDA', en: 'DELAYED' },
  OLD: { id: 'DATA LAMA', en: 'OLD DATA' },
  DENIED: { id: 'AKSES DICABUT', en: 'ACCESS WITHDRAWN' },
} as const satisfies Record<string, Text>;

/** "sejak 09.42.10" beside the word of lateness. */
export function sinceWords(time: string): Text {
  return { id: `sejak ${time}`, en: `since ${time}` };
}
