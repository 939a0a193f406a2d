import { localDate } from '../../domain/calendar.js';
import { acceptDraft, acceptWeights, type DraftRefusalCode } from '../../domain/scoring/accept-policy.js';
import type { PolicyChanges } from '../../domain/scoring/change-policy.js';
import { nextPolicyVersion } from '../../domain/scoring/policy-version.js';
import { writePolicy } from '../../domain/scoring/read-policy.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { HasIndicators } from '../indicators/indicator.store.js';
import { storedPolicy, type HasPolicies } from './policy.store.js';

/** A copy of a policy with some of its numbers changed. */
export interface DraftPolicy {
  /** The version that is copied. */
  readonly basedOn: string;
  readonly changes: PolicyChanges;
  /** What changes and why, for everybody who is scored. */
  readonly note: string;
}

/** Keeps a draft under the next version of the year. Nothing is scored by it until it is signed. */
export async function draftPolicy(
  tx: HasPolicies & HasIndicators & HasClock,
  actor: Actor,
  { basedOn, changes, note }: DraftPolicy,
): Promise<Verdict<{ version: string }, DraftRefusalCode>> {
  await tx.policies.lock();
  const basis = await tx.policies.get(basedOn);
  const today = localDate(tx.now);
  const version = nextPolicyVersion(today, await tx.policies.versionsOf(today.slice(0, 'YYYY'.length)));
  const draft = acceptDraft(
    { changes, note },
    { version, basis: basis === null ? null : storedPolicy(basis) },
  );
  if (!draft.ok) return draft;

  const { policy } = draft.value;
  const weighed = policy.weightSets.flatMap(({ weights }) => weights.map(({ indicator }) => indicator));
  const indicators = await tx.indicators.byCodes([...new Set(weighed)]);
  const results = indicators.filter(({ kind }) => kind === 'RESULT').map(({ code }) => code);
  const weights = acceptWeights(policy, new Set(results));
  if (!weights.ok) return weights;

  await tx.policies.add({
    version,
    state: 'DRAFT',
    basedOn,
    numbers: writePolicy(policy),
    note: draft.value.note,
    createdAt: tx.now,
    createdBy: actor.id,
    effectiveFrom: null,
    signedAt: null,
    signedBy: null,
    signingNote: null,
  });
  return did({ version }, []);
}
