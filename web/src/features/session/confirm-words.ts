import type { Text } from '../../lib/text/language.js';

/** Before something that cannot be taken back. */
export const CONFIRM_WORDS = {
  yes: { id: 'Ya', en: 'Yes' },
  no: { id: 'Batal', en: 'Cancel' },
} as const satisfies Record<string, Text>;
