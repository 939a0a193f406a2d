import fc from 'fast-check';
import { begun, ledOn, onField, pathOf, type Strokes } from './strokes.js';

const BOX = { left: 10, top: 20, width: 300, height: 200 };
const point = fc.tuple(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 0, max: 1_000 }));

describe('a signature', () => {
  it('stands on a field of a thousand steps, whatever the screen; what is outside is on its edge', () => {
    expect(onField({ x: 10, y: 20 }, BOX)).toEqual([0, 0]);
    expect(onField({ x: 160, y: 220 }, BOX)).toEqual([500, 1_000]);
    expect(onField({ x: -50, y: 900 }, BOX)).toEqual([0, 1_000]);
  });
  it('is always one that the server takes, however long somebody draws', () => {
    const movement = fc.record({ down: fc.boolean(), to: point });
    fc.assert(
      fc.property(fc.array(movement, { maxLength: 3_000 }), (movements) => {
        let strokes: Strokes = [];
        for (const { down, to } of movements) strokes = down ? begun(strokes, to) : ledOn(strokes, to);
        expect(strokes.length).toBeLessThanOrEqual(200);
        expect(strokes.flat().length).toBeLessThanOrEqual(2_000);
        for (const stroke of strokes) {
          expect([stroke.length % 2, stroke.length >= 4]).toEqual([0, true]);
          // No list that is sent has more values.
          expect(stroke.length).toBeLessThanOrEqual(200);
        }
      }),
      { numRuns: 20 },
    );
  });
  it('loses nothing of a line that is drawn for long: it goes on in another stroke, from where the last one ended', () => {
    let strokes = begun([], [0, 0]);
    for (let n = 1; n <= 150; n += 1) strokes = ledOn(strokes, [n * 6, (n % 2) * 10]);
    expect(strokes.map(({ length }) => length)).toEqual([200, 106]);
    expect(strokes[1]!.slice(0, 2)).toEqual(strokes[0]!.slice(-2));
    expect(strokes[1]!.slice(-2)).toEqual([900, 0]);
  });
  it('leaves out what a hand does not mean', () => {
    const strokes = begun([], [100, 100]);
    expect(ledOn(strokes, [102, 101])).toBe(strokes);
    expect(ledOn(strokes, [110, 100])).toEqual([[100, 100, 100, 100, 110, 100]]);
    expect(ledOn([], [1, 1])).toEqual([]);
  });
  it('is drawn as lines', () => {
    expect(pathOf([1, 2, 3, 4])).toBe('M1 2L3 4');
  });
});
