import { createHash } from 'node:crypto';

/** Free texts that are those committed to, that are gone with their salt, or that are others. */
export type Fit = 'FIT' | 'ERASED' | 'ALTERED';

/** Whether free texts are those that a commitment was made to. */
export function textsFit(
  salt: string | null,
  commitment: string | null,
  texts: readonly (string | null)[],
): Fit {
  const none = texts.every((text) => text === null);
  if (commitment === null) return salt === null && none ? 'FIT' : 'ALTERED';
  if (salt === null) return none ? 'ERASED' : 'ALTERED';
  const digest = createHash('sha256').update(Buffer.from(salt, 'hex'));
  for (const text of texts) {
    const bytes = Buffer.from(text ?? '', 'utf8');
    const length = Buffer.alloc(4);
    length.writeInt32BE(text === null ? -1 : bytes.length);
    digest.update(length).update(bytes);
  }
  return digest.digest('hex') === commitment ? 'FIT' : 'ALTERED';
}
