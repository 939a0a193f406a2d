import fc from 'fast-check';
import { amount, formatAmount, type Amount } from '../amount.js';
import { attainment, readTargetPoints, type Direction, type TargetPoints } from './attainment.js';
import { FIRST_POLICY } from './policy.js';

const CAP = FIRST_POLICY.cap;

function points(floor: string, target: string, stretch: string): TargetPoints {
  return { floor: amount(floor), target: amount(target), stretch: amount(stretch) };
}

const WAITING = points('45', '15', '8');
const score = (realised: string, of: TargetPoints, cap = CAP) =>
  formatAmount(attainment(amount(realised), of, cap));

const values = fc.bigInt({ min: -10_000_000_000n, max: 10_000_000_000n });
const gaps = fc.oneof(fc.bigInt({ min: 1n, max: 10_000_000_000n }), fc.bigInt({ min: 1n, max: 9n }));
const anyPoints = fc
  .record({
    direction: fc.constantFrom<Direction>('HIGHER', 'LOWER'),
    floor: values,
    gap: gaps,
    extra: fc.oneof(gaps, fc.constant(0n)),
  })
  .map(({ direction, floor, gap, extra }) => {
    const sign = direction === 'HIGHER' ? 1n : -1n;
    return { direction, sign, floor, target: floor + sign * gap, stretch: floor + sign * (gap + extra) };
  });

it('AT1 the floor gives 0, the target 100, the stretch 120', () => {
  const percent = points('60', '95', '100');
  expect(['60', '95', '100'].map((realised) => score(realised, percent))).toEqual(['0', '100', '120']);
  fc.assert(
    fc.property(anyPoints, (p) => {
      expect(attainment(p.floor, p, CAP)).toBe(0n);
      expect(attainment(p.target, p, CAP)).toBe(amount('100'));
      if (p.stretch !== p.target) expect(attainment(p.stretch, p, CAP)).toBe(amount('120'));
    }),
  );
});

it('AT2 between the points attainment runs in straight lines', () => {
  expect(score('17', WAITING)).toBe('93.333333');
  expect(score('11.5', WAITING)).toBe('110');
  const size = (n: bigint) => (n < 0n ? -n : n);
  const near = (given: Amount, exactNumerator: bigint, exactDenominator: bigint) =>
    2n * size(given * exactDenominator - exactNumerator) <= size(exactDenominator);
  fc.assert(
    fc.property(anyPoints, fc.bigInt({ min: 0n, max: 1_000_000n }), (p, share) => {
      const below = p.floor + ((p.target - p.floor) * share) / 1_000_000n;
      const rise = amount('100') * (below - p.floor);
      expect(near(attainment(below, p, CAP), rise, p.target - p.floor)).toBe(true);
      if (p.stretch === p.target) return;
      const above = p.target + ((p.stretch - p.target) * share) / 1_000_000n;
      const lift = amount('20') * (above - p.target);
      expect(near(attainment(above, p, CAP) - amount('100'), lift, p.stretch - p.target)).toBe(true);
    }),
  );
});

it('AT3 lower is better where the floor lies above the target', () => {
  expect(score('30', WAITING)).toBe('50');
  expect(score('30', points('15', '45', '52'))).toBe('50');
  fc.assert(
    fc.property(anyPoints, values, (p, realised) => {
      const mirrored = { floor: -p.floor, target: -p.target, stretch: -p.stretch };
      expect(attainment(-realised, mirrored, CAP)).toBe(attainment(realised, p, CAP));
    }),
  );
});

it('AT4 attainment never leaves 0 to the cap', () => {
  expect(score('600', WAITING)).toBe('0');
  expect(score('1', WAITING)).toBe('120');
  expect(score('1', WAITING, amount('110'))).toBe('110');
  fc.assert(
    fc.property(anyPoints, values, fc.bigInt({ min: amount('100'), max: CAP }), (p, realised, cap) => {
      const reached = attainment(realised, p, cap);
      expect(reached >= 0n && reached <= cap).toBe(true);
    }),
  );
});

it('AT5 a better realisation never lowers attainment', () => {
  expect(['18', '17', '15', '14'].map((realised) => score(realised, WAITING))).toEqual([
    '90',
    '93.333333',
    '100',
    '102.857143',
  ]);
  const steps = fc.oneof(gaps, fc.bigInt({ min: 0n, max: 3n }));
  fc.assert(
    fc.property(anyPoints, fc.integer({ min: -2, max: 3 }), steps, steps, (p, times, from, step) => {
      // Begins around the points, where the slope changes.
      const worse = p.floor + BigInt(times) * (p.target - p.floor) + p.sign * from;
      expect(attainment(worse + p.sign * step, p, CAP) >= attainment(worse, p, CAP)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

it('AT6 a stretch equal to the target ends at 100', () => {
  const answered = points('80', '100', '100');
  expect(['90', '99.999999', '100', '130'].map((realised) => score(realised, answered))).toEqual([
    '50',
    '99.999995',
    '100',
    '100',
  ]);
});

describe('AT7 target points stand in the order of the direction', () => {
  it('AT7 target points stand in the order of the direction', () => {
    const percent = points('60', '95', '100');
    expect(readTargetPoints(percent, 'HIGHER')).toEqual({ ok: true, value: percent });
    for (const [given, direction] of [
      [percent, 'LOWER'],
      [points('95', '95', '100'), 'HIGHER'],
      [points('95', '95', '100'), 'LOWER'],
      [points('60', '100', '95'), 'HIGHER'],
      [points('45', '8', '15'), 'LOWER'],
    ] as const) {
      const outcome = readTargetPoints(given, direction);
      expect(!outcome.ok && outcome.refusal).toMatchObject({ code: 'TARGET_ORDER', field: 'target' });
    }
  });

  it('says the order that is asked for', () => {
    const outcome = readTargetPoints(points('15', '45', '52.5'), 'LOWER');
    expect(!outcome.ok && outcome.refusal.message).toEqual({
      id: 'Makin rendah makin baik, jadi batas bawah > target ≥ target lebih; yang diterima 15, 45, 52.5. Perbaiki urutannya atau arah indikatornya.',
      en: 'Lower is better, so floor > target ≥ stretch; received 15, 45, 52.5. Correct their order or the direction of the indicator.',
    });
  });

  it('takes exactly the points that attainment can work with', () => {
    fc.assert(
      fc.property(fc.bigInt(-3n, 3n), fc.bigInt(-3n, 3n), fc.bigInt(-3n, 3n), (floor, target, stretch) => {
        const given = { floor, target, stretch };
        const taken = (['HIGHER', 'LOWER'] as const).some(
          (direction) => readTargetPoints(given, direction).ok,
        );
        if (taken) expect(attainment(0n, given, CAP)).toBeGreaterThanOrEqual(0n);
        else expect(() => attainment(0n, given, CAP)).toThrow(RangeError);
      }),
      { numRuns: 500 },
    );
  });
});
