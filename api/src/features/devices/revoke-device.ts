import { DEVICE_REFUSALS, type DeviceRefusalCode } from '../../domain/access/pairing.js';
import { refused } from '../../domain/outcome.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { HasDevices } from './device.store.js';

/** Takes a wall's token back: what it shows ends with the commit, and it is let in no more. */
export async function revokeDevice(
  tx: HasDevices & HasClock,
  actor: Actor,
  { id }: { readonly id: string },
): Promise<Verdict<{ deviceId: string }, DeviceRefusalCode>> {
  const device = await tx.devices.lock(id);
  if (device === null) return refused('DEVICE_UNKNOWN', DEVICE_REFUSALS.DEVICE_UNKNOWN);
  if (device.revokedAt !== null) return refused('DEVICE_REVOKED', DEVICE_REFUSALS.DEVICE_REVOKED);
  await tx.devices.revoke(id, tx.now, actor.id);
  return did({ deviceId: id }, [{ kind: 'DeviceChanged', deviceId: id }]);
}
