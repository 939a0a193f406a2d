/** Consonants that are not mistaken for each other and make no words. */
const ALPHABET = 'BCDFGHJKLMNPQRSTVWXZ';
const LENGTH = 12;
/** The largest multiple of the alphabet that fits a byte: what lies above would make some letters likelier. */
const FAIR = 256 - (256 % ALPHABET.length);

/** A code by which an asker follows what becomes of it, made here at random so that it can be shown at once. */
export function makeTrackingCode(random: (bytes: Uint8Array<ArrayBuffer>) => unknown = fill): string {
  let code = '';
  while (code.length < LENGTH) {
    const bytes = new Uint8Array(2 * LENGTH);
    random(bytes);
    for (const byte of bytes) {
      if (byte < FAIR && code.length < LENGTH) code += ALPHABET[byte % ALPHABET.length];
    }
  }
  return code;
}

/** "BCDF GHJK LMNP", as it is read out. */
export function spacedCode(code: string): string {
  return code.match(/.{1,4}/g)?.join(' ') ?? '';
}

function fill(bytes: Uint8Array<ArrayBuffer>): unknown {
  return crypto.getRandomValues(bytes);
}
