import type { Amount } from '../amount.js';
import type { ScoringPolicy } from './policy.js';

/**
 * The weight that an indicator counts with: that of the policy's set for the plan's role, else `planned`, the target's
 * own.
 */
export function weightOf(
  policy: ScoringPolicy,
  role: string | null,
  indicatorCode: string,
  planned: Amount,
): Amount {
  const set = policy.weightSets.find((candidate) => candidate.role === role);
  return set?.weights.find(({ indicator }) => indicator === indicatorCode)?.weight ?? planned;
}
