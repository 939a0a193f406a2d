import fc from 'fast-check';
import { acceptSignature, SIGNATURE_FIELD, SIGNATURE_REFUSALS } from './accept-signature.js';

const point = fc.oneof(fc.integer({ min: -1, max: 1_001 }), fc.double());
const strokes = fc.array(fc.array(point, { maxLength: 40 }), { maxLength: 210 });
const name = fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 200 }), fc.constant('Sri Wahyuni'));
const LINE = [[0, 0, 1_000, 1_000]];

it('whatever is drawn, by whoever, is taken or refused with a code of the list', () => {
  fc.assert(
    fc.property(name, strokes, (who, drawn) => {
      const answer = acceptSignature(who, drawn);
      if (!answer.ok) expect(Object.keys(SIGNATURE_REFUSALS)).toContain(answer.refusal.code);
    }),
  );
});

it('what is taken is drawn on the field, under a name on one line', () => {
  const onField = fc.integer({ min: 0, max: SIGNATURE_FIELD });
  const pairs = fc.array(fc.tuple(onField, onField), { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(fc.array(pairs, { minLength: 1, maxLength: 20 }), (all) => {
      const drawn = all.map((stroke) => stroke.flat());
      expect(acceptSignature(' Sri Wahyuni ', drawn)).toEqual({
        ok: true,
        value: { name: 'Sri Wahyuni', strokes: drawn },
      });
      const off = [...drawn, [0, SIGNATURE_FIELD + 1]];
      expect(acceptSignature('Sri', off)).toMatchObject({ refusal: { code: 'SIGNATURE_UNREADABLE' } });
    }),
  );
});

it.each([
  ['one letter', 'S', LINE, 'SIGNER_NAME_LENGTH'],
  ['two lines', 'Sri\nWahyuni', LINE, 'SIGNER_NAME_LENGTH'],
  ['a name that runs backwards', 'Sri \u202eWahyuni', LINE, 'NOTE_UNREADABLE'],
  ['a book', 'a'.repeat(2_001), LINE, 'NOTE_TOO_LONG'],
  ['a single point', 'Sri', [[1, 1]], 'SIGNATURE_EMPTY'],
  ['empty strokes', 'Sri', [[], [], []], 'SIGNATURE_EMPTY'],
  ['half a point', 'Sri', [[1, 1, 2, 2, 3]], 'SIGNATURE_UNREADABLE'],
  ['more than two hundred strokes', 'Sri', Array.from({ length: 201 }, () => [1, 1]), 'SIGNATURE_UNREADABLE'],
  ['a picture', 'Sri', [Array.from({ length: 8_002 }, () => 1)], 'SIGNATURE_UNREADABLE'],
])('%s is no signature', (_, who, drawn, code) => {
  expect(acceptSignature(who, drawn)).toMatchObject({ refusal: { code } });
});
