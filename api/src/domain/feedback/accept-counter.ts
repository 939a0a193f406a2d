import { acceptName, NAME_REFUSALS } from '../access/accept-name.js';
import { refused, type Outcome, type RefusalRow } from '../outcome.js';

/** Counters that one unit may have, closed ones too: a page shows them all. */
export const COUNTERS_PER_UNIT = 100;

/** Why a counter is not made or changed, in the order in which it is looked at. */
export const COUNTER_REFUSALS = {
  COUNTER_UNKNOWN: {
    when: 'The region has no counter of this id.',
    field: 'id',
    mender: 'SENDER',
    message: {
      id: 'Loket ini tidak ada di sini. Muat ulang daftarnya, lalu pilih lagi.',
      en: 'There is no such counter here. Load the list again, then choose once more.',
    },
  },
  COUNTER_UNIT_UNKNOWN: {
    when: 'The region has no unit of this id.',
    field: 'unit',
    mender: 'SENDER',
    message: {
      id: 'Unit ini tidak ada di wilayah ini. Muat ulang daftar unit, lalu pilih dari sana.',
      en: 'This region has no such unit. Load the list of units again and choose from there.',
    },
  },
  COUNTERS_TOO_MANY: {
    when: `The unit has ${COUNTERS_PER_UNIT} counters, closed ones included.`,
    field: 'unit',
    mender: 'SENDER',
    message: {
      id: `Satu unit paling banyak memiliki ${COUNTERS_PER_UNIT} loket. Ganti nama loket yang sudah ditutup, lalu buka lagi.`,
      en: `A unit has at most ${COUNTERS_PER_UNIT} counters. Rename one that is closed, and open it again.`,
    },
  },
  ...NAME_REFUSALS,
} as const satisfies Record<string, RefusalRow>;

export type CounterRefusalCode = keyof typeof COUNTER_REFUSALS;

/** The name of a new counter as it is kept, or why there cannot be one. */
export function acceptCounter(
  name: string,
  { unitKnown, counters }: { readonly unitKnown: boolean; readonly counters: number },
): Outcome<string, CounterRefusalCode> {
  const refuse = (code: 'COUNTER_UNIT_UNKNOWN' | 'COUNTERS_TOO_MANY') =>
    refused(code, COUNTER_REFUSALS[code]);
  if (!unitKnown) return refuse('COUNTER_UNIT_UNKNOWN');
  if (counters >= COUNTERS_PER_UNIT) return refuse('COUNTERS_TOO_MANY');
  return acceptName(name);
}
