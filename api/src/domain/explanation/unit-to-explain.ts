import type { Amount } from '../amount.js';
import type { Sentence } from '../outcome.js';
import type { ScoringPolicy } from '../scoring/policy.js';
import type { UnitTally } from '../scoring/roll-up-unit.js';

/** A unit right below the one that is explained, with all that is below it in turn. */
export interface UnitBelow {
  readonly id: string;
  readonly name: string;
  readonly tally: UnitTally;
}

/** What the people of a unit and below reach on one indicator. */
export interface UnitIndicator {
  /** Occurs once. */
  readonly code: string;
  readonly name: Sentence;
  /** As the catalogue has it, in Indonesian: 'menit', '%'. */
  readonly measureUnit: string;
  /** Those with data on it. */
  readonly people: number;
  /** In points; null where nobody has data. */
  readonly meanAttainment: Amount | null;
  /** Of all planned weight of these people, 0 to 1. */
  readonly weightShare: Amount;
}

/** A unit's score with everything that it is made of. */
export interface UnitToExplain {
  readonly unit: { readonly id: string; readonly name: string };
  readonly policy: ScoringPolicy;
  /** The people placed directly in the unit. */
  readonly own: UnitTally;
  /** In the order in which they are told. */
  readonly children: readonly UnitBelow[];
  /** Own and children together, where somebody who moved between them is one person. */
  readonly total: UnitTally;
  readonly indicators: readonly UnitIndicator[];
}
