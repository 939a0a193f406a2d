import type { SignerRole } from '../../../domain/forum/session-phase.js';
import type { Minutes } from '../../../domain/forum/minutes.js';

/** One signature as it is printed; role and name null: its time is over. Strokes are those of `accept-signature.ts`. */
export interface PaperSignature {
  readonly role: SignerRole | null;
  readonly name: string | null;
  readonly strokes: readonly (readonly number[])[];
}

/** All that the paper of a session is printed from. */
export interface MinutesPaper {
  readonly sessionId: string;
  /** Of the government whose office it is, such as "Kota Surabaya". */
  readonly regionName: string;
  readonly minutes: Minutes;
  readonly signatures: readonly PaperSignature[];
  /** Null: a draft; else it counts from 1, as they were signed. */
  readonly version: number | null;
  /** SHA-256 of the content as it is kept, in hex. */
  readonly sha256: string;
}
