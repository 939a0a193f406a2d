import { uuidv7 } from 'uuidv7';
import { acceptName, type NameRefusalCode } from '../../domain/access/accept-name.js';
import { acceptUnits, type UnitChoiceRefusalCode } from '../../domain/access/accept-units.js';
import { DEVICE_REFUSALS, PAIRING_SECONDS, type DeviceRefusalCode } from '../../domain/access/pairing.js';
import { refused } from '../../domain/outcome.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { HasUnits } from '../employees/unit.store.js';
import type { HasDevices } from './device.store.js';
import type { WallLevel } from './wall-device.entity.js';

/** A wall that is let in, by the code that it shows. */
export interface ApprovePairing {
  /** The hash of the code as hex: the code itself stays out of everything that is kept. */
  readonly codeHash: string;
  readonly name: string;
  /** Null: the whole region. */
  readonly unitIds: readonly string[] | null;
  readonly level: WallLevel;
}

/** Pairs the wall that shows a code. It comes for its token by itself. */
export async function approvePairing(
  tx: HasDevices & HasUnits & HasClock,
  actor: Actor,
  { codeHash, name, unitIds, level }: ApprovePairing,
): Promise<Verdict<{ deviceId: string }, DeviceRefusalCode | NameRefusalCode | UnitChoiceRefusalCode>> {
  const named = acceptName(name);
  if (!named.ok) return named;
  const units = await acceptUnits(unitIds, async (ids) => (await tx.units.byIds(ids)).length);
  if (!units.ok) return units;
  const id = uuidv7();
  await tx.devices.add({
    id,
    name: named.value,
    unitIds: units.value,
    level,
    pairedAt: tx.now,
    pairedBy: actor.id,
  });
  const until = new Date(tx.now.getTime() + PAIRING_SECONDS * 1000);
  const bound = await tx.devices.bindPairing(Buffer.from(codeHash, 'hex'), id, tx.now, until);
  if (!bound) return refused('PAIRING_CODE_UNKNOWN', DEVICE_REFUSALS.PAIRING_CODE_UNKNOWN);
  return did({ deviceId: id }, [{ kind: 'DeviceChanged', deviceId: id }]);
}
