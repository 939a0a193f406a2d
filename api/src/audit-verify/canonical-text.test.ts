import fc from 'fast-check';
import { canonicalJson } from '../platform/audit/canonical-json.js';
import { canonicalText } from './canonical-text.js';

describe('the one text of a value', () => {
  const value = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
      fc.maxSafeInteger(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie('value'), { maxKeys: 4 }),
    ),
  })).value;

  it('is the same where it is written and where it is verified, in whatever order and space the database keeps it', () => {
    fc.assert(
      fc.property(value, (one) => {
        const text = canonicalJson(one);
        expect(canonicalText(text)).toBe(text);
        expect(canonicalText(JSON.stringify(one, null, 2))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(one)));
      }),
      { numRuns: 500 },
    );
  });

  it('orders keys, leaves no white space, and leaves out what has no value', () => {
    const at = new Date('2026-11-24T05:00:00Z');
    expect(canonicalJson({ b: [1, null, 'é"'], a: { z: at, y: undefined }, A: true })).toBe(
      '{"A":true,"a":{"z":"2026-11-24T05:00:00.000Z"},"b":[1,null,"é\\""]}',
    );
  });

  it.each(['1.5', '{"a": 5.0}', '[1e3]', '9007199254740993', '{', ''])('is none for %s', (json) => {
    expect(canonicalText(json)).toBeNull();
  });

  it('takes a text for a text, whatever numbers are in it', () => {
    expect(canonicalText('{"a": "5.0 \\" 1e3, 2.5"}')).toBe('{"a":"5.0 \\" 1e3, 2.5"}');
  });

  it.each([[1.5], [Number.NaN], [2 ** 60], [1n], [() => 1], [Symbol('x')], [undefined]])(
    'is not written for %p',
    (one) => {
      expect(() => canonicalJson(one)).toThrow(TypeError);
    },
  );
});
