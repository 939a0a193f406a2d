import { createHash, randomBytes, type KeyObject } from 'node:crypto';
import {
  OPEN_PER_NETWORK,
  OPEN_PER_REGION,
  PAIRING_REFUSALS,
  PAIRING_SECONDS,
} from '../../domain/access/pairing.js';
import { ok, refused, type Outcome } from '../../domain/outcome.js';
import { hashCode, makePairingCode } from '../../platform/auth/token.js';
import type { HasClock } from '../../platform/clock.js';
import type { HasDevices } from './device.store.js';

/** What a wall that nobody has paired yet is given: it shows the code, and asks with the token. */
export interface OpenPairing {
  readonly code: string;
  readonly pollToken: string;
  readonly expiresAt: Date;
}

/** How long a code that has run out is still kept. */
const KEPT_MS = 60 * 60_000;
const POLL_BYTES = 32;

/** Gives a wall a code (RFC 8628 §3.2), unless too many are open. `key` is that of the purpose 'pairing'. */
export async function requestPairing(
  tx: HasDevices & HasClock,
  key: KeyObject,
  network: string,
): Promise<Outcome<OpenPairing, 'PAIRING_TOO_MANY'>> {
  const { now, regionCode } = tx;
  await tx.devices.sweepPairings(new Date(now.getTime() - KEPT_MS));
  const networkHash = hashCode(key, network, ['network', regionCode]);
  const open = await tx.devices.openPairings(networkHash, now);
  if (open.ofNetwork >= OPEN_PER_NETWORK || open.ofRegion >= OPEN_PER_REGION) {
    const row = PAIRING_REFUSALS.PAIRING_TOO_MANY;
    const seconds = Math.max(1, ((open.firstEnds ?? now).getTime() - now.getTime()) / 1000);
    return refused('PAIRING_TOO_MANY', { ...row, message: row.message(seconds) });
  }
  const code = makePairingCode();
  const pollToken = randomBytes(POLL_BYTES).toString('base64url');
  const expiresAt = new Date(now.getTime() + PAIRING_SECONDS * 1000);
  await tx.devices.addPairing({
    codeHash: pairingCodeHash(key, regionCode, code),
    pollHash: hashPollToken(pollToken),
    networkHash,
    expiresAt,
  });
  return ok({ code, pollToken, expiresAt });
}

/** All that is stored of a code: it is short, hence the key. */
export function pairingCodeHash(key: KeyObject, regionCode: string, code: string): Buffer {
  return hashCode(key, code, ['pairing', regionCode]);
}

/** All that is stored of the token that a wall asks with; nobody guesses its 32 bytes. */
export function hashPollToken(pollToken: string): Buffer {
  return createHash('sha256').update(pollToken).digest();
}
