/** Part of a unit, as far as its people with a value are counted. */
export interface CountedGroup {
  readonly key: string;
  /** People with a value; somebody who moved between two groups counts in both. */
  readonly scored: number;
}

/**
 * The keys of the groups that may only be told together (rule EX5). A group with fewer people with a value than
 * `minimumPeople` would tell about persons, and what is left of the whole without the others would tell about a group
 * hidden alone. So the small ones are told as one; where there is only one, or where together they may still be fewer
 * different people than the minimum, the smallest of the others joins them. Nobody is told about by a group in which
 * nobody has a value, so that it neither hides nor joins.
 * @param scoredInAll different people with a value in all groups together
 */
export function groupsToldTogether(
  groups: readonly CountedGroup[],
  scoredInAll: number,
  minimumPeople: number,
): ReadonlySet<string> {
  const small = groups.filter(({ scored }) => scored > 0 && scored < minimumPeople);
  const large = groups.filter(({ scored }) => scored >= minimumPeople);
  // Each of the people with a value is in a small group or in a large one; a small group alone is never enough.
  const atLeast = scoredInAll - large.reduce((sum, { scored }) => sum + scored, 0);
  const isEnough = small.length === 0 || atLeast >= minimumPeople;
  const joining = isEnough ? [] : large.toSorted(smallestFirst).slice(0, 1);
  return new Set([...small, ...joining].map(({ key }) => key));
}

function smallestFirst(a: CountedGroup, b: CountedGroup): number {
  return a.scored - b.scored || (a.key < b.key ? -1 : 1);
}
