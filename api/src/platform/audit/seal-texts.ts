import { createHash, randomBytes } from 'node:crypto';

/** Salt of a commitment: without it nobody can try out what erased words said. */
const SALT_BYTES = 16;

/** What is kept of free texts beside the texts themselves. */
export interface SealedTexts {
  readonly salt: Buffer | null;
  /** SHA-256 over the salt and the texts, each after its length in bytes, -1 for none. */
  readonly commitment: Buffer | null;
}

/** Commits to free texts, so that they can be erased while the rest is still held against the chain. */
export function sealTexts(texts: readonly (string | null)[]): SealedTexts {
  if (texts.every((text) => text === null)) return { salt: null, commitment: null };
  const salt = randomBytes(SALT_BYTES);
  const hash = createHash('sha256').update(salt);
  for (const text of texts) {
    const bytes = Buffer.from(text ?? '', 'utf8');
    const length = Buffer.alloc(4);
    length.writeInt32BE(text === null ? -1 : bytes.length);
    hash.update(length).update(bytes);
  }
  return { salt, commitment: hash.digest() };
}
