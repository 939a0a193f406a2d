import fc from 'fast-check';
import { amount, formatAmount, type Amount } from '../amount.js';
import { attainment, readTargetPoints, type Direction, type TargetPoints } from './attainment.js';
import { FIRST_POLICY } from './policy.js';

const CAP = FIRST_POLICY.cap;

function points(floor: string, target: string, stretch: string, ceiling?: string): TargetPoints {
  return {
    floor: amount(floor),
    target: amount(target),
    stretch: amount(stretch),
    ceiling: ceiling === undefined ? null : amount(ceiling),
  };
}

const WAITING = points('45', '15', '8');
const score = (realised: string, of: TargetPoints, cap = CAP) =>
  formatAmount(attainment(amount(realised), of, 'POINTS', cap));
const ratio = (realised: string, of: TargetPoints, cap = CAP) =>
  formatAmount(attainment(amount(realised), of, 'RATIO', cap));

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
    const target = floor + sign * gap;
    return { direction, sign, floor, target, stretch: target + sign * extra, ceiling: null };
  });
const anyRange = fc
  .record({ floor: values, rise: gaps, width: fc.oneof(gaps, fc.constant(0n)), fall: gaps })
  .map(({ floor, rise, width, fall }) => {
    const target = floor + rise;
    return { floor, target, stretch: target + width, ceiling: target + width + fall };
  });
const methods = fc.constantFrom('POINTS', 'RATIO');

it('AT1 the floor gives 0, the target 100, the stretch 120', () => {
  const percent = points('60', '95', '100');
  expect(['60', '95', '100'].map((realised) => score(realised, percent))).toEqual(['0', '100', '120']);
  fc.assert(
    fc.property(anyPoints, (p) => {
      expect(attainment(p.floor, p, 'POINTS', CAP)).toBe(0n);
      expect(attainment(p.target, p, 'POINTS', CAP)).toBe(amount('100'));
      if (p.stretch !== p.target) expect(attainment(p.stretch, p, 'POINTS', CAP)).toBe(amount('120'));
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
      expect(near(attainment(below, p, 'POINTS', CAP), rise, p.target - p.floor)).toBe(true);
      if (p.stretch === p.target) return;
      const above = p.target + ((p.stretch - p.target) * share) / 1_000_000n;
      const lift = amount('20') * (above - p.target);
      expect(near(attainment(above, p, 'POINTS', CAP) - amount('100'), lift, p.stretch - p.target)).toBe(
        true,
      );
    }),
  );
});

it('AT3 lower is better where the floor lies above the target', () => {
  expect(score('30', WAITING)).toBe('50');
  expect(score('30', points('15', '45', '52'))).toBe('50');
  fc.assert(
    fc.property(anyPoints, values, (p, realised) => {
      const mirrored = { floor: -p.floor, target: -p.target, stretch: -p.stretch, ceiling: null };
      expect(attainment(-realised, mirrored, 'POINTS', CAP)).toBe(attainment(realised, p, 'POINTS', CAP));
    }),
  );
});

it('AT4 attainment never leaves 0 to the cap', () => {
  expect(score('600', WAITING)).toBe('0');
  expect(score('1', WAITING)).toBe('120');
  expect(score('1', WAITING, amount('110'))).toBe('110');
  expect(score('1', WAITING, amount('150'))).toBe('120');
  fc.assert(
    fc.property(
      fc.oneof(anyPoints, anyRange),
      values,
      methods,
      fc.bigInt({ min: amount('100'), max: amount('200') }),
      (p, realised, method, cap) => {
        const reached = attainment(realised, p, method, cap);
        expect(reached >= 0n && reached <= cap).toBe(true);
      },
    ),
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
  const times = fc.integer({ min: -2, max: 3 });
  fc.assert(
    fc.property(anyPoints, methods, times, steps, steps, (p, method, count, from, step) => {
      // Begins around the points, where the slope changes.
      const worse = p.floor + BigInt(count) * (p.target - p.floor) + p.sign * from;
      const better = worse + p.sign * step;
      expect(attainment(better, p, method, CAP) >= attainment(worse, p, method, CAP)).toBe(true);
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
    const small = fc.bigInt({ min: -3n, max: 3n });
    fc.assert(
      fc.property(small, small, small, fc.option(small), (floor, target, stretch, ceiling) => {
        const given = { floor, target, stretch, ceiling };
        const taken = (['HIGHER', 'LOWER'] as const).some(
          (direction) => readTargetPoints(given, direction).ok,
        );
        if (taken) expect(attainment(0n, given, 'POINTS', CAP)).toBeGreaterThanOrEqual(0n);
        else expect(() => attainment(0n, given, 'POINTS', CAP)).toThrow(RangeError);
      }),
      { numRuns: 2000 },
    );
  });
});

it('AT8 by RATIO attainment is the realisation over the target', () => {
  const permits = points('0', '20', '24');
  expect(['18', '20', '23', '24', '25', '0', '-1'].map((realised) => ratio(realised, permits))).toEqual([
    '90',
    '100',
    '115',
    '120',
    '120',
    '0',
    '0',
  ]);
  expect(ratio('25', permits, amount('150'))).toBe('125');
  expect(['17', '15', '30', '31', '12', '10'].map((realised) => ratio(realised, WAITING))).toEqual([
    '86.666667',
    '100',
    '0',
    '0',
    '120',
    '120',
  ]);
  expect(ratio('10', WAITING, amount('150'))).toBe('133.333333');
});

describe('AT9 no target is divided by where it is zero', () => {
  it('AT9 no target is divided by where it is zero', () => {
    const mistakes = points('5', '0', '0');
    expect(['-0.000001', '0', '0.000001', '3'].map((realised) => ratio(realised, mistakes))).toEqual([
      '120',
      '120',
      '0',
      '0',
    ]);
    const growth = points('-5', '0', '5');
    expect(['-3', '-0.000001', '0', '0.000001'].map((realised) => ratio(realised, growth))).toEqual([
      '0',
      '0',
      '100',
      '120',
    ]);
    expect([ratio('0', mistakes, amount('110')), ratio('1', growth, amount('110'))]).toEqual(['110', '110']);
  });

  it('the points need no such rule', () => {
    const mistakes = points('5', '0', '0');
    expect(['0', '1', '5'].map((realised) => score(realised, mistakes))).toEqual(['100', '80', '0']);
  });
});

it('AT10 a target below zero is read by its points under both methods', () => {
  const balance = points('-10', '-2', '0');
  expect(['-6', '-2', '-1'].map((realised) => ratio(realised, balance))).toEqual(['50', '100', '110']);
  fc.assert(
    fc.property(anyPoints, values, (p, realised) => {
      if (p.target >= 0n) return;
      expect(attainment(realised, p, 'RATIO', CAP)).toBe(attainment(realised, p, 'POINTS', CAP));
    }),
  );
});

it('AT11 by POINTS a percentage reaches the cap, by RATIO a high target keeps it out of reach', () => {
  const onTime = points('60', '95', '100');
  expect([ratio('100', onTime), score('100', onTime)]).toEqual(['105.263158', '120']);
  expect(amount(ratio('100', onTime)) < FIRST_POLICY.bands.above).toBe(true);
  expect([ratio('100', points('80', '100', '100')), ratio('100', points('60', '90', '100'))]).toEqual([
    '100',
    '111.111111',
  ]);
});

describe('AT12 inside a range is 100, outside it falls to 0 at floor and ceiling', () => {
  const hours = points('0', '20', '24', '48');

  it('AT12 inside a range is 100, outside it falls to 0 at floor and ceiling', () => {
    const at = ['-1', '0', '10', '20', '22', '24', '30', '36', '48', '60'];
    const expected = ['0', '0', '50', '100', '100', '100', '75', '50', '0', '0'];
    expect(at.map((realised) => score(realised, hours))).toEqual(expected);
    expect(at.map((realised) => ratio(realised, hours))).toEqual(expected);
  });

  it('is 100 at both ends of every range, 0 at floor and ceiling, and never better farther away', () => {
    fc.assert(
      fc.property(anyRange, methods, gaps, gaps, (p, method, away, farther) => {
        const at = (realised: Amount) => attainment(realised, p, method, CAP);
        expect([p.floor, p.target, p.stretch, p.ceiling].map(at)).toEqual([
          0n,
          amount('100'),
          amount('100'),
          0n,
        ]);
        expect(at(p.target - away) >= at(p.target - away - farther)).toBe(true);
        expect(at(p.stretch + away) >= at(p.stretch + away + farther)).toBe(true);
      }),
    );
  });
});

it('AT13 a range stands in order, and only where higher is better', () => {
  const hours = points('0', '20', '24', '48');
  expect(readTargetPoints(hours, 'HIGHER')).toEqual({ ok: true, value: hours });
  expect(readTargetPoints(points('0', '20', '20', '48'), 'HIGHER').ok).toBe(true);
  for (const [given, direction] of [
    [hours, 'LOWER'],
    [points('48', '24', '20', '0'), 'LOWER'],
    [points('0', '20', '24', '24'), 'HIGHER'],
    [points('0', '20', '24', '22'), 'HIGHER'],
    [points('20', '20', '24', '48'), 'HIGHER'],
    [points('0', '24', '20', '48'), 'HIGHER'],
  ] as const) {
    const outcome = readTargetPoints(given, direction);
    expect(!outcome.ok && outcome.refusal).toMatchObject({ code: 'TARGET_ORDER', field: 'target' });
  }
  const outcome = readTargetPoints(hours, 'LOWER');
  expect(!outcome.ok && outcome.refusal.message).toEqual({
    id: 'Target rentang berlaku bila makin tinggi makin baik, dengan batas bawah < target ≤ target lebih < batas atas; yang diterima 0, 20, 24, 48. Perbaiki urutannya atau arah indikatornya.',
    en: 'A range needs an indicator whose higher values are better, and floor < target ≤ stretch < ceiling; received 0, 20, 24, 48. Correct their order or the direction of the indicator.',
  });
});
