import { createHmac, type KeyObject } from 'node:crypto';
import { open, seal } from './secret.js';

/** The place and the seal of what belongs to a row and is kept apart from it. Whoever lacks the keys can work out neither. */
export interface SealedPlace<T> {
  /** The key of the sealed row; all that there is between it and the row that it belongs to. */
  readonly locator: Buffer;
  seal(value: T): Buffer;
  /** @throws Error where it was changed, moved, or sealed by another key */
  open(sealed: Buffer): T;
}

/** Keys of two purposes of their own. */
export interface SealingKeys {
  /** Says where it stands. */
  readonly place: KeyObject;
  /** Seals it. */
  readonly seal: KeyObject;
}

/** Sealed texts have lengths in these steps: one's length must not tell whose name it may be. */
const STEP_BYTES = 256;

/** Where what belongs to the row `id` stands, or would. What is sealed is what JSON can hold. */
export function sealedPlace<T>(keys: SealingKeys, regionCode: string, id: string): SealedPlace<T> {
  const locator = createHmac('sha256', keys.place)
    .update(JSON.stringify([regionCode, id]))
    .digest();
  const place = [regionCode, locator.toString('hex')];
  return {
    locator,
    seal(value) {
      const text = Buffer.from(JSON.stringify(value), 'utf8');
      const filled = Buffer.alloc(Math.ceil(text.length / STEP_BYTES) * STEP_BYTES, ' ');
      text.copy(filled);
      return seal(keys.seal, filled, place);
    },
    open(sealed) {
      const text = open(keys.seal, sealed, place);
      if (text === null) throw new Error('what is sealed there was changed, moved, or sealed by another key');
      return JSON.parse(text.toString('utf8')) as T;
    },
  };
}
