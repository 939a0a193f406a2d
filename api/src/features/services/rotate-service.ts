import {
  acceptOverlap,
  SERVICE_REFUSALS,
  type ServiceRefusalCode,
} from '../../domain/access/accept-service.js';
import { refused } from '../../domain/outcome.js';
import type { HasClock } from '../../platform/clock.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import { lockService } from './lock-service.js';
import type { HasServiceTokens } from './service-token.store.js';

/** Another token for a service. */
export interface RotateService {
  readonly id: string;
  /** Whole hours for which the old token is good beside the new one; 0: it ends at once. */
  readonly overlapHours: number;
}

/** Gives a service another token, of which the verb is given the hash alone. What it is good for stays. */
export async function rotateService(
  tx: HasServiceTokens & HasClock,
  { id, overlapHours }: RotateService,
  tokenHash: Buffer,
): Promise<Verdict<{ serviceId: string }, ServiceRefusalCode>> {
  const overlap = acceptOverlap(overlapHours, tx.now);
  if (!overlap.ok) return overlap;
  const locked = await lockService(tx, id);
  if (!locked.ok) return locked;
  if (locked.value.expiresAt <= tx.now) return refused('SERVICE_EXPIRED', SERVICE_REFUSALS.SERVICE_EXPIRED);
  await tx.serviceTokens.rotate(id, tokenHash, overlap.value);
  return did({ serviceId: id }, [{ kind: 'ServiceTokenChanged', serviceId: id }]);
}
