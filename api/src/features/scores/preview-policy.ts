import { amount } from '../../domain/amount.js';
import { readPeriod } from '../../domain/calendar.js';
import type { ScoringPolicy } from '../../domain/scoring/policy.js';
import { addTallies, EMPTY_TALLY, scoreUnit, type UnitScore } from '../../domain/scoring/roll-up-unit.js';
import { slices } from '../../platform/slices.js';
import type { HasUnits } from '../employees/unit.store.js';
import type { EmployeePeriod } from '../indicators/indicator.store.js';
import { storedPolicy } from '../policies/policy.store.js';
import { addUnitDifferences, type UnitDifferences } from './add-unit-differences.js';
import type { PlanNeeds } from './load-plans.js';
import { pairKey } from './pair-key.js';
import { UNITS } from './read-board.js';
import { replayScores } from './replay-scores.js';
import type { StoredScore } from './score.store.js';
import { storedScore } from './stored-score.js';

/** People that one preview computes. */
export const PREVIEWED_AT_MOST = 20_000;
/** People computed at a time. */
const SLICE = 1_000;

/** One person's score as it is stored, and as the policy would have it. */
export interface ScoreMove {
  readonly before: StoredScore;
  readonly after: StoredScore;
}

/** One unit's score as it stands, and as the policy would have it. */
export interface UnitMove {
  readonly unitId: string;
  readonly before: UnitScore;
  readonly after: UnitScore;
}

/** What a policy would make of a period. */
export interface Preview {
  readonly version: string;
  readonly periodCode: string;
  /** The version in force, by which everything stored was computed. */
  readonly policyVersion: string;
  readonly people: number;
  /** How many values go which way; without a value before and after is the same. They add up to the people. */
  readonly ways: Readonly<Record<Way, number>>;
  readonly predicatesMoved: number;
  /** Those who would be shown another value or proposal, in the order of their ids. */
  readonly moves: readonly ScoreMove[];
  /** Units whose value or state would be another, in office order. */
  readonly units: readonly UnitMove[];
}

/** Which way a value goes. */
export type Way = 'UP' | 'DOWN' | 'SAME' | 'GAINED' | 'LOST';

/** More people than one preview computes; those of a unit can still be previewed. */
export class TooManyPeople extends Error {}

/**
 * Computes everybody in a period, or in a unit and below, under another policy and keeps nothing of it; null where
 * the region has no such policy or period.
 * @throws TooManyPeople
 */
export async function previewPolicy(
  tx: PlanNeeds & HasUnits,
  version: string,
  periodCode: string,
  unitId: string | null,
): Promise<Preview | null> {
  const row = await tx.policies.get(version);
  if (row === null || !readPeriod(periodCode).ok) return null;
  const inForce = (await tx.policies.ofPeriods([periodCode])).get(periodCode);
  if (inForce === undefined) return null;
  const policy = storedPolicy(row);
  const people =
    unitId === null ? await tx.scores.peopleIn(periodCode) : await tx.scores.peopleUnder(unitId, periodCode);
  if (people.length > PREVIEWED_AT_MOST) throw new TooManyPeople();

  const ways: Record<Way, number> = { UP: 0, DOWN: 0, SAME: 0, GAINED: 0, LOST: 0 };
  let predicatesMoved = 0;
  const moves: ScoreMove[] = [];
  const differences: UnitDifferences = new Map();
  for (const employeeIds of slices(people, SLICE)) {
    const all = await scoreUnder(
      tx,
      policy,
      employeeIds.map((employeeId) => ({ employeeId, periodCode })),
    );
    for (const { before, after } of all) {
      ways[wayOf(before, after)] += 1;
      if (before.predicate !== after.predicate) predicatesMoved += 1;
    }
    moves.push(...all.filter(({ before, after }) => shown(before) !== shown(after)));
    await addUnitDifferences(tx, all, differences);
  }
  const units = await unitsUnder(tx, { periodCode, unitId, inForce, policy, differences });
  const { version: policyVersion } = inForce;
  return { version, periodCode, policyVersion, people: people.length, ways, predicatesMoved, moves, units };
}

async function scoreUnder(
  tx: PlanNeeds,
  policy: ScoringPolicy,
  pairs: readonly EmployeePeriod[],
): Promise<ScoreMove[]> {
  const computed = await replayScores(tx, pairs, { view: { asOf: null, knownAt: null }, policy });
  return (await tx.scores.storedOf(pairs)).map((before) => {
    const { score, by } = computed.get(pairKey(before))!;
    return { before, after: storedScore(before, score, by.observations) };
  });
}

function wayOf({ value: before }: StoredScore, { value: after }: StoredScore): Way {
  if (before === after) return 'SAME';
  if (before === null) return 'GAINED';
  if (after === null) return 'LOST';
  return amount(after) > amount(before) ? 'UP' : 'DOWN';
}

/** What people see of a score, as one text: ratings are shown with the predicate that they propose. */
function shown({ value, predicate, workRating, behaviourRating }: StoredScore): string {
  return JSON.stringify(predicate === null ? [value] : [value, predicate, workRating, behaviourRating]);
}

async function unitsUnder(
  tx: PlanNeeds & HasUnits,
  of: {
    readonly periodCode: string;
    readonly unitId: string | null;
    readonly inForce: ScoringPolicy;
    readonly policy: ScoringPolicy;
    readonly differences: UnitDifferences;
  },
): Promise<UnitMove[]> {
  const sums = new Map((await tx.scores.unitsOf(of.periodCode)).map((sum) => [sum.unitId, sum]));
  const units = await tx.units.page(null, UNITS);
  // Above the chosen unit there are people who were not computed.
  const chosen = units.filter(({ path }) => of.unitId === null || path.includes(of.unitId));
  return chosen
    .map(({ id: unitId }) => {
      const tally = sums.get(unitId) ?? EMPTY_TALLY;
      const after = addTallies(tally, of.differences.get(unitId) ?? EMPTY_TALLY);
      return { unitId, before: scoreUnit(tally, of.inForce), after: scoreUnit(after, of.policy) };
    })
    .filter(({ before, after }) => before.value !== after.value || before.state !== after.state);
}
