import type { Sentence } from '../outcome.js';

/** Sentences one after the other, those that are null left out. */
export function paragraph(...sentences: readonly (Sentence | null)[]): Sentence {
  const said = sentences.filter((sentence) => sentence !== null);
  return { id: said.map(({ id }) => id).join(' '), en: said.map(({ en }) => en).join(' ') };
}
