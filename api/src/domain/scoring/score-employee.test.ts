import fc from 'fast-check';
import { amount, formatAmount, type Amount } from '../amount.js';
import { FIRST_POLICY, type ScoringPolicy } from './policy.js';
import { scoreEmployee, type EmployeeScore, type PlannedIndicator } from './score-employee.js';

/** A plan of percentages with floor 0, target 100 and stretch 120: the attainment is the value observed. */
function percent(indicatorId: string, weight: string, observed: string | null): PlannedIndicator {
  const value = observed === null ? null : amount(observed);
  return {
    indicatorId,
    weight: amount(weight),
    aggregation: 'MEAN',
    floor: 0n,
    target: amount('100'),
    stretch: amount('120'),
    measurement: value === null ? null : { count: 1, total: value, latestValue: value },
  };
}

const WAITING: PlannedIndicator = {
  ...percent('ADM-03', '15', '17'),
  floor: amount('45'),
  target: amount('15'),
  stretch: amount('8'),
};

const text = (a: Amount | null) => (a === null ? null : formatAmount(a));
const shown = ({ status, value, coverage }: EmployeeScore) => [status, text(value), text(coverage)];
const contributionsOf = (score: EmployeeScore) =>
  Object.fromEntries(score.parts.map((part) => [part.indicatorId, text(part.contribution)]));
const sum = (amounts: readonly Amount[]) => amounts.reduce((a, b) => a + b, 0n);

const weights = fc.oneof(fc.bigInt({ min: 1n, max: 100_000_000n }), fc.bigInt({ min: 1n, max: 9n }));
const values = fc.oneof(
  fc.bigInt({ min: -50_000_000n, max: 200_000_000n }),
  fc.constantFrom(0n, amount('100'), amount('120'), amount('33.333333')),
);
const measurements = fc
  .array(values, { minLength: 1, maxLength: 5 })
  .map((all) => ({ count: all.length, total: sum(all), latestValue: all.at(-1)! }));
const indicators = fc
  .record({
    weight: weights,
    aggregation: fc.constantFrom('MEAN', 'SUM', 'LATEST'),
    measurement: fc.option(measurements, { freq: 4 }),
    lowerIsBetter: fc.boolean(),
  })
  .map(({ lowerIsBetter, ...rest }) => ({
    ...rest,
    floor: lowerIsBetter ? amount('130') : 0n,
    target: amount('100'),
    stretch: lowerIsBetter ? amount('70') : amount('120'),
  }));
const plans = fc
  .array(indicators, { maxLength: 12 })
  .map((all): PlannedIndicator[] =>
    all.map((one, i) => ({ ...one, indicatorId: `I${String(i).padStart(2, '0')}` })),
  );

/** So that properties of the value meet plans with a value. */
const NO_MINIMUM: ScoringPolicy = { ...FIRST_POLICY, minimumCoverage: 0n };

it('WR1 the value is the weighted mean of the attainments that have data', () => {
  const score = scoreEmployee([WAITING, percent('ADM-01', '10', '100')], FIRST_POLICY);
  expect(shown(score)).toEqual(['SCORED', '96', '1']);
  const size = (n: bigint) => (n < 0n ? -n : n);
  fc.assert(
    fc.property(plans, (plan) => {
      const { value, parts } = scoreEmployee(plan, NO_MINIMUM);
      const withData = parts.filter((part) => part.attainment !== null);
      expect(value === null).toBe(withData.length === 0);
      if (value === null) return;
      const weight = sum(withData.map((part) => part.weight));
      const weighted = sum(withData.map((part) => part.weight * part.attainment!));
      expect(2n * size(value * weight - weighted) <= weight).toBe(true);
    }),
  );
});

describe('WR2 contributions add up exactly to the value', () => {
  it('WR2 contributions add up exactly to the value', () => {
    const uneven = [percent('A', '1', '100'), percent('B', '1', '100'), percent('C', '1', '50')];
    const score = scoreEmployee(uneven, FIRST_POLICY);
    expect(text(score.value)).toBe('83.333333');
    expect(contributionsOf(score)).toEqual({ A: '33.333333', B: '33.333333', C: '16.666667' });
    const even = ['C', 'B', 'A'].map((id) => percent(id, '1', '100'));
    expect(contributionsOf(scoreEmployee(even, FIRST_POLICY))).toEqual({
      A: '33.333334',
      B: '33.333333',
      C: '33.333333',
    });
  });

  it('in every plan, each within a millionth of its exact share', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { value, parts } = scoreEmployee(plan, NO_MINIMUM);
        if (value === null) return;
        expect(sum(parts.map((part) => part.contribution ?? 0n))).toBe(value);
        const measured = parts.filter((part) => part.attainment !== null);
        const weight = sum(measured.map((part) => part.weight));
        for (const part of measured) {
          const off = part.contribution! * weight - part.weight * part.attainment!;
          expect(part.contribution! >= 0n && off > -weight && off < weight).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('WR3 missing data lowers coverage, never the score', () => {
  it('WR3 missing data lowers coverage, never the score', () => {
    const plan = [WAITING, percent('ADM-01', '10', '100'), percent('PGD-01', '5', null)];
    expect(shown(scoreEmployee(plan, FIRST_POLICY))).toEqual(['SCORED', '96', '0.833333']);
    expect(shown(scoreEmployee([...plan.slice(0, 2), percent('PGD-01', '5', '0')], FIRST_POLICY))).toEqual([
      'SCORED',
      '80',
      '1',
    ]);
  });

  it('a planned indicator without data changes no value and no contribution', () => {
    fc.assert(
      fc.property(plans, weights, (plan, weight) => {
        const before = scoreEmployee(plan, NO_MINIMUM);
        const missing = { ...percent('missing', '1', null), weight };
        const after = scoreEmployee([...plan, missing], NO_MINIMUM);
        expect(after.value).toBe(before.value);
        expect(after.parts.slice(0, -1)).toEqual(before.parts);
        expect(after.coverage <= before.coverage).toBe(true);
      }),
    );
  });
});

it('WR4 too little coverage gives no value', () => {
  const plan = (measured: string, missing: string) => [
    percent('A', measured, '80'),
    percent('B', missing, null),
  ];
  const refused = scoreEmployee(plan('59', '41'), FIRST_POLICY);
  expect(shown(refused)).toEqual(['NOT_ENOUGH_DATA', null, '0.59']);
  expect(refused.parts[0]).toMatchObject({ attainment: amount('80'), contribution: null });
  expect(shown(scoreEmployee(plan('60', '40'), FIRST_POLICY))).toEqual(['SCORED', '80', '0.6']);
  fc.assert(
    fc.property(plans, (given) => {
      const { status, value, coverage, parts } = scoreEmployee(given, FIRST_POLICY);
      expect(coverage >= 0n && coverage <= amount('1')).toBe(true);
      expect(status === 'SCORED').toBe(given.length > 0 && coverage >= FIRST_POLICY.minimumCoverage);
      expect(value === null).toBe(status === 'NOT_ENOUGH_DATA');
      for (const part of parts) {
        expect(part.contribution === null).toBe(value === null || part.attainment === null);
      }
    }),
  );
});

it('WR5 the order of the plan decides nothing', () => {
  const shuffled = plans.chain((plan) =>
    fc.record({
      plan: fc.constant(plan),
      other: fc.shuffledSubarray(plan, { minLength: plan.length, maxLength: plan.length }),
    }),
  );
  const byId = (score: EmployeeScore) => ({
    ...score,
    parts: [...score.parts].sort((a, b) => a.indicatorId.localeCompare(b.indicatorId)),
  });
  fc.assert(
    fc.property(shuffled, ({ plan, other }) => {
      expect(byId(scoreEmployee(other, NO_MINIMUM))).toEqual(byId(scoreEmployee(plan, NO_MINIMUM)));
    }),
    { numRuns: 500 },
  );
});

it('WR6 an empty plan has no score', () => {
  expect(scoreEmployee([], NO_MINIMUM)).toEqual({
    status: 'NOT_ENOUGH_DATA',
    value: null,
    coverage: 0n,
    parts: [],
    policyVersion: '2026-1',
  });
  expect(shown(scoreEmployee([percent('A', '1', null)], NO_MINIMUM))).toEqual(['NOT_ENOUGH_DATA', null, '0']);
});

it('WR7 each part tells how it came about', () => {
  const plan = [WAITING, percent('ADM-01', '10', '100'), percent('PGD-01', '5', null)];
  const { parts, policyVersion } = scoreEmployee(plan, FIRST_POLICY);
  expect(policyVersion).toBe('2026-1');
  expect(parts).toEqual([
    {
      indicatorId: 'ADM-03',
      weight: amount('15'),
      realised: amount('17'),
      attainment: amount('93.333333'),
      contribution: amount('56'),
    },
    {
      indicatorId: 'ADM-01',
      weight: amount('10'),
      realised: amount('100'),
      attainment: amount('100'),
      contribution: amount('40'),
    },
    { indicatorId: 'PGD-01', weight: amount('5'), realised: null, attainment: null, contribution: null },
  ]);
});

it('WR8 the value stays between 0 and the cap and never falls when a realisation gets better', () => {
  const better = { ...WAITING, measurement: { count: 1, total: amount('15'), latestValue: amount('15') } };
  expect(text(scoreEmployee([better, percent('ADM-01', '10', '100')], FIRST_POLICY).value)).toBe('100');
  fc.assert(
    fc.property(plans, fc.nat({ max: 11 }), fc.bigInt({ min: 0n, max: 50_000_000n }), (plan, at, step) => {
      const { value } = scoreEmployee(plan, NO_MINIMUM);
      if (value !== null) expect(value >= 0n && value <= NO_MINIMUM.cap).toBe(true);
      const chosen = plan[at];
      if (chosen?.measurement == null) return;
      const gain = chosen.floor < chosen.target ? step : -step;
      const { count, total, latestValue } = chosen.measurement;
      const improved = {
        ...chosen,
        measurement: { count, total: total + gain * BigInt(count), latestValue: latestValue + gain },
      };
      expect(scoreEmployee(plan.with(at, improved), NO_MINIMUM).value! >= value!).toBe(true);
    }),
    { numRuns: 500 },
  );
});

it('no weight is zero or less', () => {
  expect(() => scoreEmployee([percent('A', '0', '80')], FIRST_POLICY)).toThrow(RangeError);
  expect(() => scoreEmployee([percent('A', '-1', null)], FIRST_POLICY)).toThrow(RangeError);
});
