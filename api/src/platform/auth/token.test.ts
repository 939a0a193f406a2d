import { createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import {
  CODE_LENGTH,
  deriveCode,
  hashCode,
  makeCode,
  makePairingCode,
  makeToken,
  PAIRING_CODE_LENGTH,
  readCode,
  readToken,
  TRACKING_CODE_LENGTH,
  type TokenKind,
} from './token.js';

const KINDS: TokenKind[] = ['SESSION', 'DEVICE', 'SERVICE'];
const REGIONS = ['35.78', '11.01', '96.71'];

describe('a token', () => {
  it.each(KINDS.flatMap((kind) => REGIONS.map((region) => [kind, region] as const)))(
    '%s of %s is read back as it was made',
    (kind, region) => {
      const { text, ...made } = makeToken(kind, region);
      expect(readToken(text)).toEqual(made);
      expect(made).toMatchObject({ kind, regionCode: region });
      expect(made.hash).toHaveLength(32);
    },
  );

  it('says its kind and region to whoever finds it, and nothing else', () => {
    expect(makeToken('SESSION', '35.78').text).toMatch(/^pts_3578_[\w-]{43}$/);
    expect(makeToken('DEVICE', '35.78').text).toMatch(/^ptd_3578_/);
    expect(makeToken('SERVICE', '35.78').text).toMatch(/^ptk_3578_/);
  });

  it('is never the same twice', () => {
    expect(new Set(Array.from({ length: 1000 }, () => makeToken('SESSION', '35.78').text)).size).toBe(1000);
  });

  it.each(['', '3578', '35.7', '35.78.', 'x', '35', '35.78.26', '35.78\n'])(
    'is not made for the region %j',
    (region) => {
      expect(() => makeToken('SESSION', region)).toThrow('region');
    },
  );

  const good = makeToken('SESSION', '35.78').text;
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['an empty text', ''],
    ['a number', 12],
    ['a list that looks like it', [good]],
    ['an object that says so', { toString: () => good, length: 10 }],
    ['100 KB', 'p'.repeat(100_000)],
    ['100 KB that begins well', good + 'A'.repeat(100_000)],
    ['one more character', `${good}A`],
    ['a line break at the end', `${good}\n`],
    ['a space before', ` ${good}`],
    ['capital letters', good.toUpperCase()],
    ['an unknown prefix', good.replace('pts', 'ptx')],
    ['digits of another script', good.replace('3578', '٣٥٧٨')],
    ['a region that has no such length', good.replace('3578', '35781')],
    ['no region', good.replace('3578', '')],
    ['a JSON web token without signature', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJyb290In0.'],
    ['bytes that no 32 bytes are written as', good.slice(0, -1) + 'B'],
  ])('is not %s', (_what, text) => {
    expect(readToken(text)).toBeNull();
  });

  it('is never made out of anything else, and reading never throws', () => {
    const texts = fc.oneof(
      fc.anything(),
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.stringMatching(/^pt[dksx]_\d{3,5}_[\w-]{42,44}$/),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const read = readToken(text);
        if (read !== null) {
          expect(text).toMatch(/^pt[sdk]_\d{4}_[\w-]{43}$/);
          expect(read.regionCode).toMatch(/^\d\d\.\d\d$/);
        }
      }),
    );
  });

  it('has another hash once any character of it is another', () => {
    const hashes = KINDS.map(
      (kind) => readToken(good.replace('pts', makeToken(kind, '35.78').text.slice(0, 3)))!.hash,
    );
    expect(new Set(hashes.map((hash) => hash.toString('hex'))).size).toBe(3);
  });
});

describe('a one-time code', () => {
  it('is in groups of four consonants', () => {
    for (let time = 0; time < 100; time += 1) {
      expect(makeCode()).toMatch(/^([BCDFGHJKLMNPQRSTVWXZ]{4}-){4}[BCDFGHJKLMNPQRSTVWXZ]{4}$/);
      expect(makePairingCode()).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/);
    }
  });

  it('takes every letter about as often as any other', () => {
    const counts = new Map<string, number>();
    const letters = Array.from({ length: 2000 }, makeCode).join('').replaceAll('-', '');
    for (const letter of letters) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    expect(counts.size).toBe(20);
    // 2,000 of each expected, standard deviation 44: beyond seven of them something is wrong.
    for (const count of counts.values()) expect(Math.abs(count - 2000)).toBeLessThan(310);
  });

  it('that is derived comes out the same for its place and key, and for no other', () => {
    const [key, other] = [createSecretKey(randomBytes(32)), createSecretKey(randomBytes(32))];
    const places = Array.from({ length: 1_000 }, (_, n) => ['tracking', '35.78', String(n)]);
    const codes = places.map((place) => deriveCode(key, place, TRACKING_CODE_LENGTH));
    expect(places.map((place) => deriveCode(key, place, TRACKING_CODE_LENGTH))).toEqual(codes);
    expect(new Set(codes).size).toBe(places.length);
    for (const code of codes) expect(readCode(code, TRACKING_CODE_LENGTH)).toBe(code);
    expect(deriveCode(other, places[0]!, TRACKING_CODE_LENGTH)).not.toBe(codes[0]);
    const counts = new Map<string, number>();
    for (const letter of codes.join('').replaceAll('-', ''))
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
    expect(counts.size).toBe(20);
    // 400 of each expected, standard deviation 19.5: beyond seven of them something is wrong.
    for (const count of counts.values()) expect(Math.abs(count - 400)).toBeLessThan(137);
  });

  it('is read however it was typed', () => {
    fc.assert(
      fc.property(
        fc.infiniteStream(fc.constantFrom('', ' ', '-', '–', '\u00a0', '  ')),
        fc.boolean(),
        (gaps, lower) => {
          const code = makeCode();
          const letters = [...code.replaceAll('-', '')];
          const between = gaps[Symbol.iterator]();
          const typed = letters.map((letter) => letter + String(between.next().value)).join('');
          expect(readCode(lower ? typed.toLowerCase() : typed, CODE_LENGTH)).toBe(code);
        },
      ),
    );
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a list', ['BCDF-GHJK']],
    ['too short', 'BCDF-GHJ'],
    ['too long', 'BCDF-GHJK-L'],
    ['with a vowel', 'BCDF-GHJA'],
    ['with a letter that grows into two', 'BCDF-GHJß'],
    ['100 KB of dashes around a code', `BCDF${'-'.repeat(100_000)}GHJK`],
  ])('is not read out of what is %s', (_what, typed) => {
    expect(readCode(typed, PAIRING_CODE_LENGTH)).toBeNull();
  });

  it('is stored as a hash that needs the key and belongs to its place', () => {
    const key = createSecretKey(randomBytes(32));
    const hash = hashCode(key, 'BCDF-GHJK', ['35.78', 'pairing']);
    expect(hashCode(key, 'BCDF-GHJK', ['35.78', 'pairing'])).toEqual(hash);
    expect(hashCode(key, 'BCDF-GHJK', ['35.79', 'pairing'])).not.toEqual(hash);
    expect(hashCode(createSecretKey(randomBytes(32)), 'BCDF-GHJK', ['35.78', 'pairing'])).not.toEqual(hash);
  });
});
