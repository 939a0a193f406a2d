import fc from 'fast-check';
import { afterJump, clockJump, correctedNow, learnClock, type ClockReading } from './device-clock.js';
import { runClock } from './run-clock.js';

const T0 = 1_795_000_000_000;
const DAY = 86_400_000;
const offsets = fc.integer({ min: -5 * DAY, max: 5 * DAY });
const ways = fc.record({ out: fc.integer({ min: 0, max: 8_000 }), back: fc.integer({ min: 0, max: 8_000 }) });

/** A device whose clock is behind the server's by `offset`, asking at `steady`. */
function ask(offset: number, steady: number, { out, back }: { out: number; back: number }) {
  const at = (ms: number) => ({ wall: T0 + ms - offset, steady: ms });
  return { asked: at(steady), heard: at(steady + out + back), said: T0 + steady + out };
}

describe('learnClock', () => {
  it('is never further from the truth than it says, whatever the way and however many words came', () => {
    fc.assert(
      fc.property(offsets, fc.array(ways, { minLength: 1, maxLength: 20 }), (offset, words) => {
        let known: ClockReading | null = null;
        for (const [n, way] of words.entries()) known = learnClock(known, ask(offset, n * 60_000, way));
        expect(Math.abs(known!.offset - offset)).toBeLessThanOrEqual(known!.within);
      }),
    );
  });
  it('keeps the surest of its readings while all of them can be true', () => {
    fc.assert(
      fc.property(offsets, fc.array(ways, { minLength: 1, maxLength: 20 }), (offset, words) => {
        let known: ClockReading | null = null;
        for (const [n, way] of words.entries()) known = learnClock(known, ask(offset, n * 60_000, way));
        const surest = Math.min(...words.map(({ out, back }) => (out + back) / 2));
        expect(known!.within).toBe(surest);
      }),
    );
  });
  it('believes a new word that cannot be true beside the old one: a clock has been set', () => {
    fc.assert(
      fc.property(offsets, offsets, ways, (before, after, way) => {
        fc.pre(Math.abs(before - after) > 20_000);
        const known = learnClock(null, ask(before, 0, { out: 1, back: 1 }));
        const next = learnClock(known, ask(after, 60_000, way));
        expect(Math.abs(next.offset - after)).toBeLessThanOrEqual(next.within);
      }),
    );
  });
});

describe('clockJump', () => {
  const jump = (by: number, slept: boolean) =>
    clockJump({ wall: T0, steady: 0 }, { wall: T0 + 1_000 + by, steady: 1_000 }, slept);

  it('finds by how much a clock was set, in either direction', () => {
    expect([3 * DAY, -3 * DAY, 700, -700].map((by) => jump(by, false))).toEqual([
      3 * DAY,
      -3 * DAY,
      700,
      -700,
    ]);
  });
  it('takes a step ahead for sleep where the device may have slept, a step back never', () => {
    expect([jump(DAY, true), jump(-DAY, true)]).toEqual([0, -DAY]);
  });
  it('takes small differences for none', () => {
    expect([400, -400, 0].map((by) => jump(by, false))).toEqual([0, 0, 0]);
  });
  it('leaves the corrected time as it was, whatever was known', () => {
    fc.assert(
      fc.property(offsets, offsets, fc.boolean(), (offset, by, never) => {
        const known = never ? null : { offset, within: 10 };
        const before = correctedNow(known, { wall: T0, steady: 0 });
        expect(correctedNow(afterJump(known, by), { wall: T0 + by, steady: 0 })).toBe(before);
      }),
    );
  });
});

describe('runClock', () => {
  it('goes on as the server does while the device’s clock is set about', () => {
    fc.assert(
      fc.property(
        offsets,
        fc.array(fc.record({ passes: fc.integer({ min: 0, max: 5_000 }), set: offsets }), { maxLength: 10 }),
        (offset, steps) => {
          let now = { wall: T0 - offset, steady: 0 };
          const clock = runClock({ known: { offset, within: 5 }, onReading: () => {}, moment: () => now });
          for (const { passes, set } of steps) {
            const by = Math.abs(set) < 500 ? 0 : set;
            now = { wall: now.wall + passes + by, steady: now.steady + passes };
            expect(clock.now()).toBe(T0 + now.steady);
          }
          clock.stop();
        },
      ),
    );
  });
  it('tells what it has learnt, to be kept', () => {
    const told: (ClockReading | null)[] = [];
    const clock = runClock({
      known: null,
      onReading: (reading) => told.push(reading),
      moment: () => ({ wall: T0, steady: 100 }),
    });
    clock.learn({ asked: { wall: T0, steady: 0 }, heard: { wall: T0, steady: 100 }, said: T0 + 3 * DAY });
    expect(told).toEqual([{ offset: 3 * DAY + 50, within: 50 }]);
    expect(clock.now()).toBe(T0 + 3 * DAY + 50);
    clock.stop();
  });
});
