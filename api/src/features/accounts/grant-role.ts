import { uuidv7 } from 'uuidv7';
import type { Role } from '../../domain/access/role.js';
import { ok, type Outcome } from '../../domain/outcome.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { HasUnits } from '../employees/unit.store.js';
import { refuse, type AccountRefusalCode } from './account-refusals.js';
import type { HasAccounts } from './account.store.js';

/** A role in a unit and below, or (no unit) in the whole region. */
export interface WantedGrant {
  readonly role: Role;
  readonly unitId: string | null;
}

export type GrantRefusalCode = Extract<
  AccountRefusalCode,
  'UNIT_UNKNOWN' | 'ROLE_IS_OF_REGION' | 'ROLE_NEEDS_NO_GRANT'
>;

/** Roles that make no sense for a part of the region. */
const OF_REGION: ReadonlySet<Role> = new Set(['AUDITOR', 'ADMINISTRATOR']);

/** Whether a role may be granted like this. */
export async function acceptGrant(
  tx: HasUnits,
  { role, unitId }: WantedGrant,
): Promise<Outcome<WantedGrant, GrantRefusalCode>> {
  if (role === 'EMPLOYEE') return refuse('ROLE_NEEDS_NO_GRANT');
  if (unitId === null) return ok({ role, unitId });
  if (OF_REGION.has(role)) return refuse('ROLE_IS_OF_REGION');
  if ((await tx.units.get(unitId)) === null) return refuse('UNIT_UNKNOWN');
  return ok({ role, unitId });
}

/** Grants somebody a role. One that they have already is not granted twice. */
export async function grantRole(
  tx: HasAccounts & HasUnits & HasClock,
  actor: Actor,
  input: WantedGrant & { readonly accountId: string },
): Promise<Verdict<{ accountId: string }, GrantRefusalCode | 'ACCOUNT_UNKNOWN' | 'DEMO_ACCOUNT'>> {
  const { accountId } = input;
  const account = await tx.accounts.get(accountId);
  if (account === null) return refuse('ACCOUNT_UNKNOWN');
  if (account.demo) return refuse('DEMO_ACCOUNT');
  const accepted = await acceptGrant(tx, input);
  if (!accepted.ok) return accepted;
  const { role, unitId } = accepted.value;
  const held = await tx.accounts.grantsOf([accountId]);
  if (!held.some((grant) => grant.role === role && (grant.unitId ?? null) === unitId)) {
    await tx.accounts.grant({ id: uuidv7(), accountId, role, unitId, at: tx.now, by: actor.id });
  }
  return did({ accountId }, [{ kind: 'AccountChanged', accountId }]);
}
