import { divideRounded, type Amount } from '../amount.js';
import type { ScoringPolicy } from './policy.js';

/** Sums over the people of a unit and of all units below it, kept by adding differences. */
export interface UnitTally {
  /** People counted, with a score or without. */
  readonly headcount: number;
  /** People with a value. */
  readonly scored: number;
  /** Days that all people counted served there. */
  readonly days: number;
  /** Days that people with a value served there. */
  readonly scoredDays: number;
  /** Sum of days × value. */
  readonly scoreTotal: Amount;
  /** Sum of days × coverage. */
  readonly coverageTotal: Amount;
}

export const EMPTY_TALLY: UnitTally = {
  headcount: 0,
  scored: 0,
  days: 0,
  scoredDays: 0,
  scoreTotal: 0n,
  coverageTotal: 0n,
};

/** One employee's score, as far as a unit counts it. */
export interface TalliedScore {
  readonly value: Amount | null;
  readonly coverage: Amount;
  /** Days served in the unit or below it, at least 1. */
  readonly days: number;
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
    days: gained.days - lost.days,
    scoredDays: gained.scoredDays - lost.scoredDays,
    scoreTotal: gained.scoreTotal - lost.scoreTotal,
    coverageTotal: gained.coverageTotal - lost.coverageTotal,
  };
}

function tallyOf(score: TalliedScore | null): UnitTally {
  if (score === null) return EMPTY_TALLY;
  const { value, coverage, days } = score;
  const weight = BigInt(days);
  const counted = { headcount: 1, days, coverageTotal: weight * coverage };
  return value === null
    ? { ...EMPTY_TALLY, ...counted }
    : { ...counted, scored: 1, scoredDays: days, scoreTotal: weight * value };
}

export function addTallies(a: UnitTally, b: UnitTally): UnitTally {
  return {
    headcount: a.headcount + b.headcount,
    scored: a.scored + b.scored,
    days: a.days + b.days,
    scoredDays: a.scoredDays + b.scoredDays,
    scoreTotal: a.scoreTotal + b.scoreTotal,
    coverageTotal: a.coverageTotal + b.coverageTotal,
  };
}

/** How a unit stands, in words that ask for help and never blame. Units have states, people have none. */
export type UnitState =
  'ABOVE_TARGET' | 'ON_TARGET' | 'NEEDS_SUPPORT' | 'NEEDS_DECISION' | 'NOT_ENOUGH_DATA' | 'TOO_FEW_PEOPLE';

export interface UnitScore {
  /** Points, 0 to the policy's cap; null while there is not enough data or there are too few people. */
  readonly value: Amount | null;
  /** Mean coverage of all people counted, by their days, 0 to 1. */
  readonly coverage: Amount;
  readonly state: UnitState;
}

/** The score of a unit: people in it and below weigh by the days they served there (rules UR in docs/SCORING.md). */
export function scoreUnit(tally: UnitTally, policy: ScoringPolicy): UnitScore {
  const { scored, days, scoredDays, scoreTotal, coverageTotal } = tally;
  const coverage = days === 0 ? 0n : divideRounded(coverageTotal, BigInt(days));
  if (scored === 0 || coverage < policy.minimumCoverage)
    return { value: null, coverage, state: 'NOT_ENOUGH_DATA' };
  // The mean of two people tells each of them the other's.
  if (scored < policy.minimumPeople) return { value: null, coverage, state: 'TOO_FEW_PEOPLE' };
  const value = divideRounded(scoreTotal, BigInt(scoredDays));
  return { value, coverage, state: stateOf(value, policy.bands) };
}

function stateOf(value: Amount, bands: ScoringPolicy['bands']): UnitState {
  if (value >= bands.above) return 'ABOVE_TARGET';
  if (value >= bands.meets) return 'ON_TARGET';
  return value >= bands.decide ? 'NEEDS_SUPPORT' : 'NEEDS_DECISION';
}
