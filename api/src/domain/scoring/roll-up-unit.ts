import { divideRounded, type Amount } from '../amount.js';
import type { ScoringPolicy } from './policy.js';

/** Sums over the people of a unit and of all units below it, kept by adding differences. */
export interface UnitTally {
  /** People counted, with a score or without. */
  readonly headcount: number;
  /** People with a value. */
  readonly scored: number;
  readonly scoreTotal: Amount;
  readonly coverageTotal: Amount;
}

export const EMPTY_TALLY: UnitTally = { headcount: 0, scored: 0, scoreTotal: 0n, coverageTotal: 0n };

/** One employee's score, as far as a unit counts it. */
export interface TalliedScore {
  readonly value: Amount | null;
  readonly coverage: Amount;
}

/**
 * What a unit's tally gains when one employee's score goes from `before` to `after`; null means not counted in the
 * unit. Fields are negative where the unit loses.
 */
export function tallyDifference(before: TalliedScore | null, after: TalliedScore | null): UnitTally {
  const [lost, gained] = [tallyOf(before), tallyOf(after)];
  return {
    headcount: gained.headcount - lost.headcount,
    scored: gained.scored - lost.scored,
    scoreTotal: gained.scoreTotal - lost.scoreTotal,
    coverageTotal: gained.coverageTotal - lost.coverageTotal,
  };
}

function tallyOf(score: TalliedScore | null): UnitTally {
  if (score === null) return EMPTY_TALLY;
  const { value, coverage } = score;
  return { headcount: 1, scored: value === null ? 0 : 1, scoreTotal: value ?? 0n, coverageTotal: coverage };
}

export function addTallies(a: UnitTally, b: UnitTally): UnitTally {
  return {
    headcount: a.headcount + b.headcount,
    scored: a.scored + b.scored,
    scoreTotal: a.scoreTotal + b.scoreTotal,
    coverageTotal: a.coverageTotal + b.coverageTotal,
  };
}

/** How a unit stands, in words that ask for help and never blame. Units have states, people have none. */
export type UnitState = 'ABOVE_TARGET' | 'ON_TARGET' | 'NEEDS_SUPPORT' | 'NEEDS_DECISION' | 'NOT_ENOUGH_DATA';

export interface UnitScore {
  /** Points, 0 to the policy's cap; null while there is not enough data. */
  readonly value: Amount | null;
  /** Mean coverage of all people counted, 0 to 1. */
  readonly coverage: Amount;
  readonly state: UnitState;
}

/** The score of a unit: every scored person in it and below weighs the same (rules UR in docs/SCORING.md). */
export function scoreUnit(tally: UnitTally, policy: ScoringPolicy): UnitScore {
  const { headcount, scored, scoreTotal, coverageTotal } = tally;
  const coverage = headcount === 0 ? 0n : divideRounded(coverageTotal, BigInt(headcount));
  if (scored === 0 || coverage < policy.minimumCoverage)
    return { value: null, coverage, state: 'NOT_ENOUGH_DATA' };
  const value = divideRounded(scoreTotal, BigInt(scored));
  return { value, coverage, state: stateOf(value, policy.bands) };
}

function stateOf(value: Amount, bands: ScoringPolicy['bands']): UnitState {
  if (value >= bands.above) return 'ABOVE_TARGET';
  if (value >= bands.meets) return 'ON_TARGET';
  return value >= bands.decide ? 'NEEDS_SUPPORT' : 'NEEDS_DECISION';
}
