import { DELIVERY_REFUSALS, type DeliveryRefusalCode } from '../../../domain/integration/accept-since.js';
import { refused } from '../../../domain/outcome.js';
import type { Actor } from '../../../platform/auth/actor.js';
import type { HasClock } from '../../../platform/clock.js';
import { did, type Verdict } from '../../../platform/unit-of-work.js';
import type { HasExports } from './export.store.js';

/** Notes that whoever took a delivery has kept it: LAST means this one from now on. */
export async function acknowledgeDelivery(
  tx: HasExports & HasClock,
  actor: Actor,
  deliveryId: string,
): Promise<Verdict<{ deliveryId: string }, DeliveryRefusalCode>> {
  const delivery = await tx.exports.get(deliveryId);
  const told = DELIVERY_REFUSALS.DELIVERY_UNKNOWN;
  if (delivery === null || delivery.takenBy !== actor.id)
    return refused('DELIVERY_UNKNOWN', { ...told, field: 'deliveryId' });
  await tx.exports.acknowledge(deliveryId, tx.now);
  return did({ deliveryId }, []);
}
