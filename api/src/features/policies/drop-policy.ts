import { acceptDrop, type DropRefusalCode } from '../../domain/scoring/accept-policy.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { HasPolicies } from './policy.store.js';

/** A draft that nobody will sign. */
export interface DropPolicy {
  readonly version: string;
}

/** Gives a draft up; it stays in the record. */
export async function dropPolicy(
  tx: HasPolicies,
  { version }: DropPolicy,
): Promise<Verdict<{ version: string }, DropRefusalCode>> {
  await tx.policies.lock();
  const verdict = acceptDrop((await tx.policies.get(version))?.state ?? null);
  if (!verdict.ok) return verdict;
  await tx.policies.drop(version);
  return did({ version }, []);
}
