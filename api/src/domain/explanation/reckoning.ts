import type { ExplanationNode } from './explanation-node.js';
import type { ListedObservation, OtherObservations } from './score-to-explain.js';

/** One observation, or all that are not listed. */
export type Counted = ListedObservation | OtherObservations;

/** The key of all that are not listed. */
export const OTHERS = 'others';

/** The id of an observation, or the key of the others. */
export function keyOf(one: Counted): string {
  return 'id' in one ? one.id : OTHERS;
}

/** What one observation brings into the value above it, and how that came about. */
export type Brought = Pick<ExplanationNode, 'contribution' | 'ruleId' | 'terms' | 'sentence'>;

/** How observations become a value: all of them together, and what each brings. */
export interface Reckoning extends Pick<ExplanationNode, 'ruleId' | 'terms' | 'sentence'> {
  readonly brought: (one: Counted) => Brought;
}
