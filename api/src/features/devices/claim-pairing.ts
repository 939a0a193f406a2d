import { PAIRING_REFUSALS } from '../../domain/access/pairing.js';
import { ok, refused, type Outcome } from '../../domain/outcome.js';
import { makeToken } from '../../platform/auth/token.js';
import type { HasClock } from '../../platform/clock.js';
import type { HasDevices } from './device.store.js';
import { hashPollToken } from './request-pairing.js';

/** Without a token while nobody has paired the wall; then with it, once. */
export type Claimed =
  { readonly token: null; readonly expiresAt: Date } | { readonly token: string; readonly deviceId: string };

/** Answers a wall that asks whether it has been paired (RFC 8628 §3.4 and §3.5). The token is made here, and now. */
export async function claimPairing(
  tx: HasDevices & HasClock,
  pollToken: string,
): Promise<Outcome<Claimed, 'PAIRING_EXPIRED' | 'PAIRING_CLAIMED'>> {
  const { now, regionCode } = tx;
  const pollHash = hashPollToken(pollToken);
  const pairing = await tx.devices.pairing(pollHash, now);
  if (pairing === null) return refused('PAIRING_EXPIRED', PAIRING_REFUSALS.PAIRING_EXPIRED);
  if (pairing.claimed) return refused('PAIRING_CLAIMED', PAIRING_REFUSALS.PAIRING_CLAIMED);
  if (pairing.deviceId === null) return ok({ token: null, expiresAt: pairing.expiresAt });
  const token = makeToken('DEVICE', regionCode);
  const deviceId = await tx.devices.claim(pollHash, token.hash, now);
  if (deviceId !== null) return ok({ deviceId, token: token.text });
  // Another claim was a moment earlier, or the wall was revoked before it came.
  const again = await tx.devices.get(pairing.deviceId);
  const code = again?.tokenHash != null && again.revokedAt === null ? 'PAIRING_CLAIMED' : 'PAIRING_EXPIRED';
  return refused(code, PAIRING_REFUSALS[code]);
}
