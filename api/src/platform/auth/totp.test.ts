import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import {
  hashRecoveryCode,
  makeRecoveryCodes,
  makeTotpSecret,
  readTotp,
  totpAddress,
  totpLetters,
} from './totp.js';

/** RFC 6238, appendix B: its secret, and the last six digits of its codes for SHA-1. */
const RFC_SECRET = Buffer.from('12345678901234567890');
const RFC_CODES: [number, string][] = [
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
];

describe('an authenticator code', () => {
  it.each(RFC_CODES)('at second %i of RFC 6238 is %s', (second, code) => {
    expect(readTotp(RFC_SECRET, code, new Date(second * 1000))).toBe(Math.floor(second / 30));
  });

  it('of the step before and after is taken, and tells its own step; two away it is not', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 20, maxLength: 20 }),
        fc.integer({ min: 100, max: 2 ** 31 }),
        fc.integer({ min: -3, max: 3 }),
        (secret, step, away) => {
          const now = new Date((step * 30 + 29) * 1000);
          const read = readTotp(secret, codeOf(secret, step + away), now);
          // Once in some 300,000 cases the code of another step is the same six digits.
          const same = [-1, 0, 1].filter(
            (near) => codeOf(secret, step + near) === codeOf(secret, step + away),
          );
          if (Math.abs(away) <= 1) expect(same.map((near) => step + near)).toContain(read);
          else if (same.length === 0) expect(read).toBeNull();
        },
      ),
    );
  });

  it('is read with the space that authenticators show', () => {
    expect(readTotp(RFC_SECRET, '287 082', new Date(59_000))).toBe(1);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a number', 287082],
    ['a list', ['287082']],
    ['five digits', '28708'],
    ['seven digits', '2870820'],
    ['digits of another script', '٢٨٧٠٨٢'],
    ['letters', '28708O'],
    ['100 KB of spaces around it', `287${' '.repeat(100_000)}082`],
  ])('is not %s', (_what, typed) => {
    expect(readTotp(RFC_SECRET, typed, new Date(59_000))).toBeNull();
  });
});

describe('the secret of an authenticator', () => {
  it('has 160 bits and is never the same twice', () => {
    expect(makeTotpSecret()).toHaveLength(20);
    expect(makeTotpSecret()).not.toEqual(makeTotpSecret());
  });

  it('is handed over as an address with product and login name', () => {
    const address = new URL(totpAddress(RFC_SECRET, 'siti@surabaya.go.id'));
    expect(`${address.protocol}//${address.host}`).toBe('otpauth://totp');
    expect(decodeURIComponent(address.pathname)).toBe('/Pantau:siti@surabaya.go.id');
    expect(Object.fromEntries(address.searchParams)).toEqual({
      issuer: 'Pantau',
      secret: totpLetters(RFC_SECRET),
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    });
    expect(totpLetters(RFC_SECRET)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  });

  it('is that of its own bytes where they are a part of a larger buffer', () => {
    const larger = Buffer.concat([randomBytes(64), RFC_SECRET, randomBytes(64)]);
    expect(totpLetters(larger.subarray(64, 84))).toBe(totpLetters(RFC_SECRET));
  });

  it.each(['198501012010011001', '19850101.201001.1.001', '198501012010011001@asn.go.id'])(
    'goes to no authenticator under a NIP',
    (label) => {
      expect(() => totpAddress(RFC_SECRET, label)).toThrow('NIP');
    },
  );
});

describe('recovery codes', () => {
  it('are eight that cannot be guessed, each another', () => {
    const codes = makeRecoveryCodes();
    expect(new Set(codes).size).toBe(8);
    expect(codes.every((code) => code.length === 24)).toBe(true);
  });

  it('are stored as hashes that belong to one account', () => {
    const key = createSecretKey(randomBytes(32));
    const [code] = makeRecoveryCodes() as [string];
    const hash = hashRecoveryCode(key, code, '35.78', 'a');
    expect(hashRecoveryCode(key, code, '35.78', 'a')).toEqual(hash);
    expect(hashRecoveryCode(key, code, '35.78', 'b')).not.toEqual(hash);
    expect(hashRecoveryCode(key, code, '35.79', 'a')).not.toEqual(hash);
  });
});

/** RFC 4226, section 5.3, written out. */
function codeOf(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const at = mac[19]! & 0x0f;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
