import type { ServiceRefusalCode } from '../../domain/access/accept-service.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import { lockService } from './lock-service.js';
import type { HasServiceTokens } from './service-token.store.js';

/** Takes a service's tokens back, the old one of a change too: they let nobody in from the commit on. */
export async function revokeService(
  tx: HasServiceTokens & HasClock,
  actor: Actor,
  { id }: { readonly id: string },
): Promise<Verdict<{ serviceId: string }, ServiceRefusalCode>> {
  const locked = await lockService(tx, id);
  if (!locked.ok) return locked;
  await tx.serviceTokens.revoke(id, tx.now, actor.id);
  return did({ serviceId: id }, [{ kind: 'ServiceTokenChanged', serviceId: id }]);
}
