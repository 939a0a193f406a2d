import { divideRounded, type Amount } from '../amount.js';
import type { ExplanationNode } from './explanation-node.js';
import { shareOutSigned } from './share-out-signed.js';

/** Decimal places of an amount. */
const PLACES = 6;

/**
 * Contributions as people are shown them, by the id of their node: rounded to so many places (0 to 6) and such that
 * those of siblings add up exactly to the value of their parent as it is shown (rule EX10). Computing goes on with the
 * exact ones.
 */
export function showContributions(
  nodes: readonly ExplanationNode[],
  places: number,
): ReadonlyMap<string, Amount> {
  const step = 10n ** BigInt(PLACES - places);
  const shown = new Map<string, Amount>();
  for (const { id, value } of nodes) {
    const parts = nodes.filter((node) => node.parentId === id && node.contribution !== null);
    if (value === null || parts.length === 0) continue;
    const claims = parts.map((part) => ({ key: part.id, numerator: part.contribution! }));
    for (const [key, share] of shareOutSigned(divideRounded(value, step), claims, step)) {
      shown.set(key, share * step);
    }
  }
  return shown;
}
