import { acceptName, type NameRefusalCode } from '../../domain/access/accept-name.js';
import { acceptUnits, type UnitChoiceRefusalCode } from '../../domain/access/accept-units.js';
import { DEVICE_REFUSALS, type DeviceRefusalCode } from '../../domain/access/pairing.js';
import { refused } from '../../domain/outcome.js';
import type { HasClock } from '../../platform/clock.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { HasUnits } from '../employees/unit.store.js';
import type { HasDevices } from './device.store.js';
import type { WallLevel } from './wall-device.entity.js';

/** What of a wall is to be another; what is left out stays. */
export interface ChangeDevice {
  readonly id: string;
  readonly name?: string;
  /** Null: the whole region. */
  readonly unitIds?: readonly string[] | null;
  readonly level?: WallLevel;
}

/** Gives a wall another name, other units or another level. It keeps its token, and comes back by itself. */
export async function changeDevice(
  tx: HasDevices & HasUnits & HasClock,
  { id, name, unitIds, level }: ChangeDevice,
): Promise<Verdict<{ deviceId: string }, DeviceRefusalCode | NameRefusalCode | UnitChoiceRefusalCode>> {
  const device = await tx.devices.lock(id);
  if (device === null) return refused('DEVICE_UNKNOWN', DEVICE_REFUSALS.DEVICE_UNKNOWN);
  if (device.revokedAt !== null) return refused('DEVICE_REVOKED', DEVICE_REFUSALS.DEVICE_REVOKED);
  const named = acceptName(name ?? device.name);
  if (!named.ok) return named;
  const chosen = unitIds === undefined ? (device.unitIds ?? null) : unitIds;
  const units = await acceptUnits(chosen, async (ids) => (await tx.units.byIds(ids)).length);
  if (!units.ok) return units;
  await tx.devices.change(id, { name: named.value, unitIds: units.value, level: level ?? device.level });
  return did({ deviceId: id }, [{ kind: 'DeviceChanged', deviceId: id }]);
}
