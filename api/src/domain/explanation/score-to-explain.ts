import type { Amount } from '../amount.js';
import type { Sentence } from '../outcome.js';
import type { Direction } from '../scoring/attainment.js';
import type { ScoringPolicy } from '../scoring/policy.js';
import type { EmployeeScore, Plan } from '../scoring/score-employee.js';

/** One observation that counts, as an explanation lists it. */
export interface ListedObservation {
  readonly id: string;
  readonly value: Amount;
  /** On the local clock, 'YYYY-MM-DD HH:MM', as `localMinute` writes it; so is `recordedOn`. */
  readonly observedOn: string;
  readonly recordedOn: string;
  readonly note: string | null;
  /** Who recorded it, an account, or the file that it came in with. */
  readonly source: string | null;
  /** Whether it took the place of an earlier one. */
  readonly supersedes: boolean;
  readonly contested: boolean;
  /** The recency weight of an observation of behaviour; null for all others. */
  readonly weight: Amount | null;
}

/** What the observations that are not listed add up to. */
export interface OtherObservations {
  readonly count: number;
  readonly total: Amount;
  /** Sums of the recency weights and of weight × value; null where nothing is weighed by recency. */
  readonly weightTotal: Amount | null;
  readonly weightedTotal: Amount | null;
}

/** Exactly the observations that one target's measurement is made of. */
export interface CountedObservations {
  /** In any order; with LATEST among them the latest, unless none is listed. */
  readonly shown: readonly ListedObservation[];
  readonly others: OtherObservations;
}

/** An indicator as its readers know it. */
export interface NamedIndicator {
  /** Occurs once. */
  readonly code: string;
  readonly name: Sentence;
  /** As the catalogue has it, in Indonesian: 'menit', '%'. */
  readonly measureUnit: string;
  readonly direction: Direction;
}

/** A score with everything that it was computed from. */
export interface ScoreToExplain {
  /** What `scoreEmployee` says of exactly this plan and policy. */
  readonly score: EmployeeScore;
  readonly plan: Plan;
  readonly policy: ScoringPolicy;
  /** By id: every indicator of the plan, those of behaviour too. */
  readonly indicators: ReadonlyMap<string, NamedIndicator>;
  /** By the indicator's id; none where nothing was observed. */
  readonly observations: ReadonlyMap<string, CountedObservations>;
}

/**
 * What readers know an indicator by.
 * @throws RangeError where it is not among the indicators of the explanation
 */
export function indicatorOf({ indicators }: ScoreToExplain, indicatorId: string): NamedIndicator {
  const indicator = indicators.get(indicatorId);
  if (indicator === undefined) throw new RangeError('an indicator of the plan has no name');
  return indicator;
}

/** The observations of one indicator, newest first whatever order they came in. */
export function observationsOf({ observations }: ScoreToExplain, indicatorId: string): CountedObservations {
  const { shown, others } = observations.get(indicatorId) ?? NONE;
  return { shown: shown.toSorted(newestFirst), others };
}

const NONE: CountedObservations = {
  shown: [],
  others: { count: 0, total: 0n, weightTotal: null, weightedTotal: null },
};

function newestFirst(a: ListedObservation, b: ListedObservation): number {
  const [ofA, ofB] = [a, b].map(({ observedOn, id }) => `${observedOn} ${id}`) as [string, string];
  return ofA < ofB ? 1 : -1;
}

/** Parts of a plan by the code of their indicator, which is the order that readers know. */
export function byCode<T extends { readonly indicatorId: string }>(
  input: ScoreToExplain,
  parts: readonly T[],
): T[] {
  const codeOf = ({ indicatorId }: T) => indicatorOf(input, indicatorId).code;
  return parts.toSorted((a, b) => (codeOf(a) < codeOf(b) ? -1 : 1));
}
