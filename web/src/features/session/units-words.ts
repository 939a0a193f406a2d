import type { Text } from '../../lib/text/language.js';

/** Which units something is for. */
export const UNITS_WORDS = {
  all: { id: 'Seluruh wilayah', en: 'The whole region' },
  some: { id: 'Beberapa unit, dengan semua di bawahnya', en: 'Some units, with all below them' },
  which: { id: 'Unit', en: 'Units' },
} as const satisfies Record<string, Text>;
