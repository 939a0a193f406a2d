import { uuidv7 } from 'uuidv7';
import { acceptName, type NameRefusalCode } from '../../domain/access/accept-name.js';
import {
  acceptService,
  type ServiceRefusalCode,
  type ServiceTerms,
} from '../../domain/access/accept-service.js';
import { acceptUnits, type UnitChoiceRefusalCode } from '../../domain/access/accept-units.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { HasUnits } from '../employees/unit.store.js';
import type { HasServiceTokens } from './service-token.store.js';

/** A program that is let in. */
export interface CreateService extends ServiceTerms {
  readonly name: string;
  /** Null: the whole region. */
  readonly unitIds: readonly string[] | null;
}

/** Lets a program in with a token, of which the verb is given the hash alone. */
export async function createService(
  tx: HasServiceTokens & HasUnits & HasClock,
  actor: Actor,
  { name, unitIds, ...terms }: CreateService,
  tokenHash: Buffer,
): Promise<Verdict<{ serviceId: string }, ServiceRefusalCode | NameRefusalCode | UnitChoiceRefusalCode>> {
  const named = acceptName(name);
  if (!named.ok) return named;
  const accepted = acceptService(terms, tx.now);
  if (!accepted.ok) return accepted;
  const units = await acceptUnits(unitIds, async (ids) => (await tx.units.byIds(ids)).length);
  if (!units.ok) return units;
  const { scopes, quotaPerHour, expiresAt } = accepted.value;
  const id = uuidv7();
  await tx.serviceTokens.add({
    id,
    name: named.value,
    tokenHash,
    scopes: [...scopes],
    unitIds: units.value,
    quotaPerHour,
    createdAt: tx.now,
    createdBy: actor.id,
    expiresAt,
  });
  return did({ serviceId: id }, [{ kind: 'ServiceTokenChanged', serviceId: id }]);
}
