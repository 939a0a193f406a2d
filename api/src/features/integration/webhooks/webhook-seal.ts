import type { KeyObject } from 'node:crypto';
import { open, seal } from '../../../platform/auth/secret.js';

const placeOf = (regionCode: string, id: string) => ['webhook', regionCode, id];

/** Seals the secret of an endpoint for its row; in another row it does not open. */
export function sealSecret(key: KeyObject, regionCode: string, id: string, secret: Buffer): Buffer {
  return seal(key, secret, placeOf(regionCode, id));
}

/** @throws Error where it was changed, moved, or sealed by another key */
export function openSecret(key: KeyObject, regionCode: string, id: string, sealed: Uint8Array): Buffer {
  const secret = open(key, sealed, placeOf(regionCode, id));
  if (secret === null) throw new Error('the secret of a webhook does not open');
  return secret;
}
