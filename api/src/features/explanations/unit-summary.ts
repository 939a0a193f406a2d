import { formatAmount, multiplyDivide, ONE, type Amount } from '../../domain/amount.js';
import {
  addTallies,
  EMPTY_TALLY,
  tallyDifference,
  type UnitTally,
} from '../../domain/scoring/roll-up-unit.js';
import type { Computed } from '../scores/score.object.js';
import { tallyPlaced, type PlacedPath } from '../scores/tally-placed.js';

/** What the people of a unit add up to, by the units below it and by indicator. */
export class UnitSummary {
  /** Of the people directly in the unit. */
  own: UnitTally = EMPTY_TALLY;
  readonly indicators = new Map<string, { measured: number; attained: Amount; weight: Amount }>();
  readonly #tallies = new Map<string, UnitTally>();
  #weight: Amount = 0n;

  constructor(private readonly unitId: string) {}

  /** Of the people in a unit of the way or below it. */
  tallyOf(unitId: string): UnitTally {
    return this.#tallies.get(unitId) ?? EMPTY_TALLY;
  }

  /** Its mean attainment over the people who have data, and its share of all that is planned. */
  indicatorOf(indicatorId: string): { people: number; meanAttainment: Amount | null; weightShare: Amount } {
    const { measured, attained, weight } = this.indicators.get(indicatorId)!;
    return {
      people: measured,
      meanAttainment: measured === 0 ? null : multiplyDivide(attained, ONE, BigInt(measured) * ONE),
      weightShare: multiplyDivide(weight, ONE, this.#weight),
    };
  }

  /** Counts one person, who served below the unit as `placed` says. */
  add(placed: readonly PlacedPath[], { score }: Computed): void {
    const counted = {
      value: score.value === null ? null : formatAmount(score.value),
      coverage: formatAmount(score.coverage),
    };
    for (const [unitId, tallied] of tallyPlaced(placed, counted)) {
      this.#tallies.set(unitId, addTallies(this.tallyOf(unitId), tallyDifference(null, tallied)));
    }
    const here = placed.filter(({ path }) => path.at(-1) === this.unitId);
    const own = tallyPlaced(here, counted).get(this.unitId);
    if (own !== undefined) this.own = addTallies(this.own, tallyDifference(null, own));
    for (const { indicatorId, attainment, weight } of score.workResult.parts) {
      const known = this.indicators.get(indicatorId) ?? { measured: 0, attained: 0n, weight: 0n };
      this.#weight += weight;
      this.indicators.set(indicatorId, {
        measured: known.measured + (attainment === null ? 0 : 1),
        attained: known.attained + (attainment ?? 0n),
        weight: known.weight + weight,
      });
    }
  }
}
