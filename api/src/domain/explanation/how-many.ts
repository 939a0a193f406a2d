import type { Sentence } from '../outcome.js';
import { displayAmount } from '../wall/display-amount.js';
import { wholeNumber } from './arithmetic.js';

/** What can be counted: one word in Indonesian, two in English. */
interface Noun {
  readonly id: string;
  readonly one: string;
  readonly many: string;
}

export const OBSERVATIONS: Noun = { id: 'pengamatan', one: 'observation', many: 'observations' };
export const OTHER_OBSERVATIONS: Noun = {
  id: 'pengamatan lain',
  one: 'other observation',
  many: 'other observations',
};
export const OBSERVERS: Noun = { id: 'pengamat', one: 'observer', many: 'observers' };
export const INDICATORS: Noun = { id: 'indikator', one: 'indicator', many: 'indicators' };
export const CORE_VALUES: Noun = { id: 'nilai inti', one: 'core value', many: 'core values' };
export const PEOPLE: Noun = { id: 'pegawai', one: 'person', many: 'people' };
export const DAYS: Noun = { id: 'hari', one: 'day', many: 'days' };

/** A whole number of something: '3 pengamatan', '1 observation'. */
export function howMany(count: number, { id, one, many }: Noun): Sentence {
  const number = displayAmount(wholeNumber(count));
  return { id: `${number.id} ${id}`, en: `${number.en} ${count === 1 ? one : many}` };
}
