import type { Amount } from '../amount.js';
import type { Sentence } from '../outcome.js';
import type { ScoringPolicy } from '../scoring/policy.js';
import { ALL_PLACES } from '../wall/display-amount.js';
import { percentageOf, write } from './arithmetic.js';
import { placesBeside } from './places-beside.js';

/** Says that a coverage, 0 to 1, lies below the minimum of the policy. */
export function lowCoverage(coverage: Amount, { minimumCoverage, shownPlaces }: ScoringPolicy): Sentence {
  const [has, needs] = [percentageOf(coverage), percentageOf(minimumCoverage)];
  const told = write(has, placesBeside(has.percent, [needs.percent], shownPlaces));
  const least = write(needs, ALL_PLACES);
  return {
    id: `Belum cukup data: cakupan data ${told.id}, diperlukan paling sedikit ${least.id}.`,
    en: `There is not enough data yet: the coverage is ${told.en}, at least ${least.en} is needed.`,
  };
}
