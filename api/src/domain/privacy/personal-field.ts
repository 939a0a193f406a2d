import type { Sentence } from '../outcome.js';

/** What of a person can be read by others, in groups that a person understands. */
export const PERSONAL_FIELDS = {
  IDENTITY: { id: 'nama dan jabatan', en: 'name and post' },
  NIP: { id: 'NIP', en: 'NIP' },
  SCORE: { id: 'nilai', en: 'scores' },
  OBSERVATION: { id: 'pengamatan', en: 'observations' },
  OBJECTION: { id: 'keberatan', en: 'objections' },
  PREDICATE: { id: 'predikat', en: 'predicates' },
  EXPLANATION: { id: 'penjelasan nilai', en: 'explanations of scores' },
} as const satisfies Record<string, Sentence>;

export type PersonalField = keyof typeof PERSONAL_FIELDS;

/** Narrows what an old entry of the audit chain says. */
export function isPersonalField(text: string): text is PersonalField {
  return Object.hasOwn(PERSONAL_FIELDS, text);
}
