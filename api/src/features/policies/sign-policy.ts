import { localDate } from '../../domain/calendar.js';
import { acceptSignature, type SignatureRefusalCode } from '../../domain/scoring/accept-policy.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import { ALL_PERIODS, type HasIndicators } from '../indicators/indicator.store.js';
import type { PeriodRow } from '../indicators/period.entity.js';
import type { HasPolicies } from './policy.store.js';

/** From when on a draft is to hold. */
export interface SignPolicy {
  readonly version: string;
  /** The first day in Asia/Jakarta; it holds for periods that begin on it or later. */
  readonly effectiveFrom: string;
  /** What the signature rests on, such as the number of a decree. */
  readonly note: string | null;
}

/** Puts a draft in force for good; open periods that it holds for are computed again in the same transaction. */
export async function signPolicy(
  tx: HasPolicies & HasIndicators & HasClock,
  actor: Actor,
  { version, effectiveFrom, note }: SignPolicy,
): Promise<Verdict<{ version: string }, SignatureRefusalCode>> {
  await tx.policies.lock();
  const policy = await tx.policies.get(version);
  const input = { effectiveFrom, note };
  const context = {
    state: policy?.state ?? null,
    today: localDate(tx.now),
    current: (await tx.policies.latestEffectiveDay()) ?? effectiveFrom,
  };
  // What no period decides is told before anybody is made to wait.
  const early = acceptSignature(input, { ...context, periods: [] });
  if (!early.ok) return early;
  const verdict = acceptSignature(input, { ...context, periods: await lockPeriodsFrom(tx, effectiveFrom) });
  if (!verdict.ok) return verdict;
  const { periodCodes } = verdict.value;
  await tx.policies.sign(version, { effectiveFrom, note: verdict.value.note, by: actor.id, at: tx.now });
  return did({ version }, [{ kind: 'PolicySigned', version, effectiveFrom, periodCodes }]);
}

/**
 * All periods; nobody opens one, and nobody adds to those that begin on the day or later, until the transaction ends:
 * else an observation weighed by the policy before could come in between.
 */
async function lockPeriodsFrom(tx: HasIndicators, day: string): Promise<PeriodRow[]> {
  await tx.indicators.keepPeriods();
  const held = (await tx.indicators.periods(ALL_PERIODS)).filter(({ startsOn }) => startsOn >= day);
  // In the order in which everybody locks them.
  for (const code of held.map((period) => period.code).toSorted()) await tx.indicators.lockPeriod(code);
  return tx.indicators.periods(ALL_PERIODS);
}
