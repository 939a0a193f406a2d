import { createHmac, type KeyObject } from 'node:crypto';
import type { Complainant } from '../../domain/complaint/accept-complainant.js';
import { open, seal, type KeyPurpose } from '../../platform/auth/secret.js';

/** The place and the seal of one name. Whoever lacks the server's secret can work out neither. */
export interface ComplainantPlace {
  /** The key of the row; all that there is between it and the complaint. */
  readonly locator: Buffer;
  seal(complainant: Complainant): Buffer;
  /** @throws Error where it was changed, moved, or sealed by another key */
  open(sealed: Buffer): Complainant;
}

/** What derives keys from the server's secret. */
interface HasKeys {
  key(purpose: KeyPurpose): KeyObject;
}

/** Sealed texts have lengths in these steps: one's length must not tell whose name it may be. */
const STEP_BYTES = 256;

/** Where the name of whoever filed this complaint stands, or would. */
export function complainantPlace(server: HasKeys, regionCode: string, complaintId: string): ComplainantPlace {
  const locator = createHmac('sha256', server.key('complainant-place'))
    .update(JSON.stringify([regionCode, complaintId]))
    .digest();
  const place = [regionCode, locator.toString('hex')];
  return {
    locator,
    seal({ name, contact }) {
      const text = Buffer.from(JSON.stringify({ name, contact }), 'utf8');
      const filled = Buffer.alloc(Math.ceil(text.length / STEP_BYTES) * STEP_BYTES, ' ');
      text.copy(filled);
      return seal(server.key('complainant'), filled, place);
    },
    open(sealed) {
      const text = open(server.key('complainant'), sealed, place);
      if (text === null) throw new Error('what is sealed there was changed, moved, or sealed by another key');
      return JSON.parse(text.toString('utf8')) as Complainant;
    },
  };
}
