import type { Sentence } from '../outcome.js';

/** What attainments, contributions and scores are counted in. */
export const POINTS: Sentence = { id: 'poin', en: 'points' };

/** Written without a space before it. */
export const PER_CENT: Sentence = { id: '%', en: '%' };

/** The unit of measure of an indicator, which the catalogue has in Indonesian alone. */
export function measureUnitOf(inCatalogue: string): Sentence {
  return { id: inCatalogue, en: inCatalogue };
}

/** A number, or a calculation that ends in one, with its unit behind it: '17 menit', '95%'. */
export function withUnit(number: Sentence, unit: Sentence): Sentence {
  const behind = (text: string, unitText: string) =>
    unitText === PER_CENT.id ? `${text}%` : `${text} ${unitText}`;
  return { id: behind(number.id, unit.id), en: behind(number.en, unit.en) };
}
