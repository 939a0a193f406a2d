import { divideRounded, ONE, type Amount } from '../amount.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** One millionth: however old, an observation of the period is never as if it had not been made. */
const LEAST: Amount = 1n;

/**
 * What an observation of behaviour weighs, 0.000001 to 1: 1 on the last day of the period, half of it each
 * `halfLifeDays` (at least 1) before, straight lines between, rounded to six places. Days are 'YYYY-MM-DD'. The age is
 * counted from the last day of the period and never from the clock, because a stored score must not move by itself.
 * @throws RangeError where `observedOn` lies after `endsOn`, or one of them is no day
 */
export function recencyWeight(observedOn: string, endsOn: string, halfLifeDays: number): Amount {
  const age = BigInt((Date.parse(endsOn) - Date.parse(observedOn)) / DAY_MS);
  if (age < 0n) throw new RangeError('observed after the period');
  const halfLife = BigInt(halfLifeDays);
  const [halvings, rest] = [age / halfLife, age % halfLife];
  const weight = divideRounded(ONE * (2n * halfLife - rest), (2n * halfLife) << halvings);
  return weight > LEAST ? weight : LEAST;
}
