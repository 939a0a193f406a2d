import fc from 'fast-check';
import { amount, formatAmount, ONE, type Amount } from '../amount.js';
import { BERAKHLAK } from '../people/berakhlak.js';
import type { BehaviourMeasurement, PlannedBehaviour } from './behaviour.js';
import { FIRST_POLICY, type ScoringPolicy } from './policy.js';
import { predicateOf } from './predicate.js';
import { ratingOf } from './rating.js';
import {
  scoreEmployee,
  type EmployeeScore,
  type Plan,
  type PlannedIndicator,
  type ServiceDays,
} from './score-employee.js';

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
    ceiling: null,
    measurement: value === null ? null : { count: 1, total: value, latestValue: value },
  };
}

const WAITING: PlannedIndicator = {
  ...percent('ADM-03', '15', '17'),
  floor: amount('45'),
  target: amount('15'),
  stretch: amount('8'),
};

/** All ninety-two days of the fourth quarter. */
const WHOLE: ServiceDays = { served: 92, ofDays: 92 };

function planOf(
  planned: readonly PlannedIndicator[],
  behaviours: readonly PlannedBehaviour[] = [],
  service = WHOLE,
): Plan {
  return { indicators: planned, behaviours, service };
}

/** What three people observed of a core value: -1, 0 or 1 each. */
function seen(...levels: readonly (-1 | 0 | 1)[]): BehaviourMeasurement {
  return {
    count: levels.length,
    observers: levels.length,
    weightTotal: ONE * BigInt(levels.length),
    weightedTotal: ONE * levels.reduce<bigint>((all, level) => all + BigInt(level), 0n),
  };
}

/** The core values in their order, from the first. */
function behaving(...measurements: readonly (BehaviourMeasurement | null)[]): PlannedBehaviour[] {
  return measurements.map((measurement, i) => ({
    indicatorId: `AKH-${i + 1}`,
    coreValue: BERAKHLAK[i]!.value,
    measurement,
  }));
}

/** Four core values with the mean of 110 points. */
const HELPFUL = behaving(seen(1, 1, 1), seen(1, 1, 1), seen(0, 0, 0), seen(0, 0, 0));
const BELOW_EXPECTATIONS = behaving(...Array.from({ length: 4 }, () => seen(-1, -1, -1)));
const AS_EXPECTED = behaving(...Array.from({ length: 4 }, () => seen(0, 0, 0)));

const text = (a: Amount | null) => (a === null ? null : formatAmount(a));
const shown = ({ status, workResult, coverage }: EmployeeScore) => [
  status,
  text(workResult.value),
  text(coverage),
];
const contributionsOf = ({ workResult }: EmployeeScore) =>
  Object.fromEntries(workResult.parts.map((part) => [part.indicatorId, text(part.contribution)]));
/** The number shown, and what the work result and the behaviour bring into it. */
const numbersOf = ({ value, workResult, behaviour }: EmployeeScore) =>
  [value, workResult.contribution, behaviour.contribution].map(text);
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
    ceiling: null,
  }));
const indicatorLists = fc
  .array(indicators, { maxLength: 12 })
  .map((all): PlannedIndicator[] =>
    all.map((one, i) => ({ ...one, indicatorId: `I${String(i).padStart(2, '0')}` })),
  );
const behaviourLists = fc
  .array(fc.option(fc.array(fc.constantFrom(-1, 0, 1), { minLength: 2, maxLength: 5 }), { freq: 8 }), {
    maxLength: 7,
  })
  .map((all) => behaving(...all.map((levels) => levels && seen(...levels))));
const services = fc
  .tuple(fc.nat({ max: 366 }), fc.nat({ max: 366 }))
  .map(([a, b]) => ({ served: Math.min(a, b), ofDays: Math.max(a, b) }));
const plans: fc.Arbitrary<Plan> = fc.record({
  indicators: indicatorLists,
  behaviours: behaviourLists,
  service: fc.oneof(fc.constant(WHOLE), services),
});

/** So that properties of the value meet plans with a value. */
const NO_MINIMUM: ScoringPolicy = { ...FIRST_POLICY, minimumCoverage: 0n };

it('WR1 the value is the weighted mean of the attainments that have data', () => {
  const score = scoreEmployee(planOf([WAITING, percent('ADM-01', '10', '100')]), FIRST_POLICY);
  expect(shown(score)).toEqual(['SCORED', '96', '1']);
  const size = (n: bigint) => (n < 0n ? -n : n);
  fc.assert(
    fc.property(plans, (plan) => {
      const { value, parts } = scoreEmployee(plan, NO_MINIMUM).workResult;
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
    const score = scoreEmployee(planOf(uneven), FIRST_POLICY);
    expect(text(score.workResult.value)).toBe('83.333333');
    expect(contributionsOf(score)).toEqual({ A: '33.333333', B: '33.333333', C: '16.666667' });
    const even = ['C', 'B', 'A'].map((id) => percent(id, '1', '100'));
    expect(contributionsOf(scoreEmployee(planOf(even), FIRST_POLICY))).toEqual({
      A: '33.333334',
      B: '33.333333',
      C: '33.333333',
    });
  });

  it('in every plan, each within a millionth of its exact share', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { value, parts } = scoreEmployee(plan, NO_MINIMUM).workResult;
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
    const two = [WAITING, percent('ADM-01', '10', '100')];
    const withThird = (observed: string | null) =>
      shown(scoreEmployee(planOf([...two, percent('PGD-01', '5', observed)]), FIRST_POLICY));
    expect(withThird(null)).toEqual(['SCORED', '96', '0.833333']);
    expect(withThird('0')).toEqual(['SCORED', '80', '1']);
  });

  it('a planned indicator without data changes no value and no contribution', () => {
    fc.assert(
      fc.property(plans, weights, (plan, weight) => {
        const before = scoreEmployee(plan, NO_MINIMUM);
        const missing = { ...percent('missing', '1', null), weight };
        const after = scoreEmployee({ ...plan, indicators: [...plan.indicators, missing] }, NO_MINIMUM);
        expect(after.value).toBe(before.value);
        expect(after.workResult.parts.slice(0, -1)).toEqual(before.workResult.parts);
        expect(after.coverage <= before.coverage).toBe(true);
      }),
    );
  });
});

describe('WR4 too little coverage gives no value', () => {
  const measured = (weight: string, missing: string) => [
    percent('A', weight, '80'),
    percent('B', missing, null),
  ];

  it('WR4 too little coverage gives no value', () => {
    const refused = scoreEmployee(planOf(measured('59', '41')), FIRST_POLICY);
    expect(shown(refused)).toEqual(['NOT_ENOUGH_DATA', null, '0.59']);
    expect(refused.workResult).toMatchObject({ rating: null, contribution: null });
    expect(refused.workResult.parts[0]).toMatchObject({ attainment: amount('80'), contribution: null });
    expect(shown(scoreEmployee(planOf(measured('60', '40')), FIRST_POLICY))).toEqual(['SCORED', '80', '0.6']);
  });

  it('behaviour keeps its own value and rating', () => {
    const { value, workResult, behaviour, proposed } = scoreEmployee(
      planOf(measured('59', '41'), HELPFUL),
      FIRST_POLICY,
    );
    expect([value, workResult.contribution, behaviour.contribution, proposed]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect([text(behaviour.value), behaviour.rating]).toEqual(['110', 'ABOVE']);
  });

  it('in every plan', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { status, value, coverage, workResult } = scoreEmployee(plan, FIRST_POLICY);
        expect(coverage >= 0n && coverage <= amount('1')).toBe(true);
        expect(status === 'SCORED').toBe(coverage >= FIRST_POLICY.minimumCoverage);
        for (const one of [value, workResult.value, workResult.rating, workResult.contribution]) {
          expect(one === null).toBe(status === 'NOT_ENOUGH_DATA');
        }
        for (const part of workResult.parts) {
          expect(part.contribution === null).toBe(value === null || part.attainment === null);
        }
      }),
    );
  });
});

it('WR5 the order of the plan decides nothing', () => {
  const shuffledOf = <T>(all: readonly T[]) =>
    fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length });
  const shuffled = plans.chain((plan) =>
    fc.record({
      plan: fc.constant(plan),
      other: fc.record({
        indicators: shuffledOf(plan.indicators),
        behaviours: shuffledOf(plan.behaviours),
        service: fc.constant(plan.service),
      }),
    }),
  );
  const sorted = <T extends { readonly indicatorId: string }>(parts: readonly T[]) =>
    parts.toSorted((a, b) => a.indicatorId.localeCompare(b.indicatorId));
  const byId = ({ workResult, behaviour, ...rest }: EmployeeScore) => ({
    ...rest,
    workResult: { ...workResult, parts: sorted(workResult.parts) },
    behaviour: { ...behaviour, parts: sorted(behaviour.parts) },
  });
  fc.assert(
    fc.property(shuffled, ({ plan, other }) => {
      expect(byId(scoreEmployee(other, NO_MINIMUM))).toEqual(byId(scoreEmployee(plan, NO_MINIMUM)));
    }),
    { numRuns: 500 },
  );
});

it('WR6 an empty plan has no score', () => {
  expect(scoreEmployee(planOf([]), NO_MINIMUM)).toEqual({
    status: 'NOT_ENOUGH_DATA',
    value: null,
    coverage: 0n,
    workResult: { value: null, rating: null, contribution: null, parts: [] },
    behaviour: { value: null, valuesCounted: 0, rating: null, contribution: null, parts: [] },
    proposed: null,
    policyVersion: '2026-1',
  });
  expect(shown(scoreEmployee(planOf([percent('A', '1', null)]), NO_MINIMUM))).toEqual([
    'NOT_ENOUGH_DATA',
    null,
    '0',
  ]);
});

it('WR7 each part tells how it came about', () => {
  const planned = [WAITING, percent('ADM-01', '10', '100'), percent('PGD-01', '5', null)];
  const { workResult, policyVersion } = scoreEmployee(planOf(planned), FIRST_POLICY);
  expect(policyVersion).toBe('2026-1');
  expect(workResult.parts).toEqual([
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

describe('WR8 the value stays between 0 and the cap and never falls when a realisation gets better', () => {
  it('WR8 the value stays between 0 and the cap and never falls when a realisation gets better', () => {
    const better = { ...WAITING, measurement: { count: 1, total: amount('15'), latestValue: amount('15') } };
    const score = scoreEmployee(planOf([better, percent('ADM-01', '10', '100')]), FIRST_POLICY);
    expect(text(score.workResult.value)).toBe('100');
  });

  it('by both methods, and the number shown with it', () => {
    const methods = fc.constantFrom('POINTS', 'RATIO');
    const steps = fc.bigInt({ min: 0n, max: 50_000_000n });
    fc.assert(
      fc.property(plans, methods, fc.nat({ max: 11 }), steps, (plan, attainmentMethod, at, step) => {
        const policy: ScoringPolicy = { ...NO_MINIMUM, attainmentMethod };
        const { value, workResult } = scoreEmployee(plan, policy);
        for (const one of [value, workResult.value]) {
          if (one !== null) expect(one >= 0n && one <= policy.cap).toBe(true);
        }
        const chosen = plan.indicators[at];
        if (chosen?.measurement == null || value === null) return;
        const gain = chosen.floor < chosen.target ? step : -step;
        const { count, total, latestValue } = chosen.measurement;
        const improved = {
          ...chosen,
          measurement: { count, total: total + gain * BigInt(count), latestValue: latestValue + gain },
        };
        const after = scoreEmployee({ ...plan, indicators: plan.indicators.with(at, improved) }, policy);
        expect(after.workResult.value! >= workResult.value!).toBe(true);
        expect(after.value! >= value).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

it('the method of the policy decides how a realisation counts', () => {
  const plan = planOf([
    { ...percent('ADM-01', '1', '100'), floor: amount('60'), target: amount('95'), stretch: amount('100') },
  ]);
  const valueBy = (attainmentMethod: ScoringPolicy['attainmentMethod']) =>
    text(scoreEmployee(plan, { ...FIRST_POLICY, attainmentMethod }).workResult.value);
  expect([valueBy('POINTS'), valueBy('RATIO')]).toEqual(['120', '105.263158']);
});

it('no weight is zero or less', () => {
  expect(() => scoreEmployee(planOf([percent('A', '0', '80')]), FIRST_POLICY)).toThrow(RangeError);
  expect(() => scoreEmployee(planOf([percent('A', '-1', null)]), FIRST_POLICY)).toThrow(RangeError);
});

/** Work result 96, of WR1. */
const NINETY_SIX = [WAITING, percent('ADM-01', '10', '100')];

it('NV1 the number shown is work result and behaviour by their shares', () => {
  const plan = planOf(NINETY_SIX, HELPFUL);
  expect(numbersOf(scoreEmployee(plan, FIRST_POLICY))).toEqual(['100.2', '67.2', '33']);
  const asking = { ...FIRST_POLICY, shares: { results: amount('60'), behaviour: amount('40') } };
  expect(numbersOf(scoreEmployee(plan, asking))).toEqual(['101.6', '57.6', '44']);
});

it('NV2 while behaviour has too little data the number is the work result alone', () => {
  const three = HELPFUL.slice(0, 3);
  const score = scoreEmployee(planOf(NINETY_SIX, three), FIRST_POLICY);
  expect(numbersOf(score)).toEqual(['96', '96', null]);
  expect([score.status, score.behaviour.valuesCounted]).toEqual(['SCORED', 3]);
});

it('NV3 without a work result there is no number', () => {
  const score = scoreEmployee(planOf([percent('A', '1', null)], HELPFUL), FIRST_POLICY);
  expect(numbersOf(score)).toEqual([null, null, null]);
  expect([score.status, text(score.behaviour.value)]).toEqual(['NOT_ENOUGH_DATA', '110']);
});

describe('NV4 the contributions of work result and behaviour add up exactly to the number', () => {
  it('NV4 the contributions of work result and behaviour add up exactly to the number', () => {
    const finely = { ...FIRST_POLICY.behaviour.points, meets: amount('100.000001') };
    const policy: ScoringPolicy = {
      ...FIRST_POLICY,
      behaviour: { ...FIRST_POLICY.behaviour, points: finely },
    };
    const all = [{ ...percent('A', '1', '100.000005'), stretch: amount('200') }];
    expect(numbersOf(scoreEmployee(planOf(all, AS_EXPECTED), policy))).toEqual([
      '100.000001',
      '70.000001',
      '30',
    ]);
    const halves = { ...policy, shares: { results: amount('50'), behaviour: amount('50') } };
    expect(numbersOf(scoreEmployee(planOf(all, AS_EXPECTED), halves))).toEqual([
      '100.000001',
      '50',
      '50.000001',
    ]);
  });

  it('in every plan, and the number lies between both', () => {
    const shares = fc
      .bigInt({ min: 1n, max: amount('100') })
      .map((results) => ({ results, behaviour: amount('100') - results }));
    fc.assert(
      fc.property(plans, shares, (plan, chosen) => {
        const { value, workResult, behaviour } = scoreEmployee(plan, { ...NO_MINIMUM, shares: chosen });
        if (value === null) return;
        expect(workResult.contribution! + (behaviour.contribution ?? 0n)).toBe(value);
        expect(behaviour.contribution === null).toBe(behaviour.value === null);
        const both = [workResult.value!, behaviour.value ?? workResult.value!];
        expect(both.some((one) => one <= value) && both.some((one) => one >= value)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

it('NV5 better behaviour never lowers the number', () => {
  const number = (behaviours: readonly PlannedBehaviour[]) =>
    text(scoreEmployee(planOf(NINETY_SIX, behaviours), FIRST_POLICY).value);
  expect([BELOW_EXPECTATIONS, AS_EXPECTED, HELPFUL].map(number)).toEqual(['85.2', '97.2', '100.2']);
});

it('RT2 a rating is made of the raw value, whatever places people are shown', () => {
  // Shown with two places this is 110.
  const almost = planOf([{ ...percent('A', '1', '109.999999') }], HELPFUL);
  const score = scoreEmployee(almost, FIRST_POLICY);
  expect([text(score.workResult.value), score.workResult.rating]).toEqual(['109.999999', 'MEETS']);
  fc.assert(
    fc.property(plans, fc.nat({ max: 6 }), (plan, shownPlaces) => {
      expect(scoreEmployee(plan, { ...FIRST_POLICY, shownPlaces })).toEqual(
        scoreEmployee(plan, FIRST_POLICY),
      );
    }),
  );
});

it('RT3 without a value there is no rating', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const { workResult, behaviour } = scoreEmployee(plan, FIRST_POLICY);
      for (const { value, rating } of [workResult, behaviour]) {
        expect(rating).toBe(value === null ? null : ratingOf(value, FIRST_POLICY.bands));
      }
    }),
  );
  const { workResult, behaviour } = scoreEmployee(planOf([], HELPFUL), FIRST_POLICY);
  expect([workResult.rating, behaviour.rating]).toEqual([null, 'ABOVE']);
});

it('PM5 a predicate is proposed only from two ratings', () => {
  const proposedBy = (planned: PlannedIndicator[], behaviours: readonly PlannedBehaviour[]) =>
    scoreEmployee(planOf(planned, behaviours), FIRST_POLICY).proposed;
  const excellent = [percent('A', '1', '115')];
  expect(proposedBy(excellent, HELPFUL)).toBe('SANGAT_BAIK');
  expect(proposedBy(excellent, AS_EXPECTED)).toBe('BAIK');
  expect(proposedBy(excellent, BELOW_EXPECTATIONS)).toBe('KURANG');
  expect(proposedBy([percent('A', '1', '80')], HELPFUL)).toBe('BUTUH_PERBAIKAN');
  expect(proposedBy([percent('A', '1', '80')], BELOW_EXPECTATIONS)).toBe('SANGAT_KURANG');
  expect(proposedBy(excellent, HELPFUL.slice(1))).toBeNull();
  expect(proposedBy([percent('A', '1', null)], HELPFUL)).toBeNull();
  fc.assert(
    fc.property(plans, (plan) => {
      const { workResult, behaviour, proposed } = scoreEmployee(plan, FIRST_POLICY);
      const both = workResult.rating !== null && behaviour.rating !== null;
      expect(proposed).toBe(both ? predicateOf(workResult.rating, behaviour.rating) : null);
    }),
  );
});

const visits = (aggregation: PlannedIndicator['aggregation']): PlannedIndicator => ({
  ...percent('LAP-01', '1', null),
  aggregation,
  target: amount('12'),
  stretch: amount('15'),
  measurement: { count: 4, total: amount('6'), latestValue: amount('3') },
});
const realisedIn = (planned: PlannedIndicator, service: ServiceDays) => {
  const [part] = scoreEmployee(planOf([planned], [], service), FIRST_POLICY).workResult.parts;
  return [part!.realised, part!.attainment].map(text);
};

describe('LV1 a sum counts at the pace of the whole period', () => {
  it('LV1 a sum counts at the pace of the whole period', () => {
    expect(realisedIn(visits('SUM'), WHOLE)).toEqual(['6', '50']);
    expect(realisedIn(visits('SUM'), { served: 46, ofDays: 92 })).toEqual(['12', '100']);
    expect(realisedIn(visits('SUM'), { served: 62, ofDays: 92 })).toEqual(['8.903226', '74.19355']);
    const repeated = { ...visits('SUM'), floor: amount('24') };
    expect(realisedIn({ ...repeated, stretch: amount('6') }, { served: 46, ofDays: 92 })).toEqual([
      '12',
      '100',
    ]);
  });

  it('fewer days for the same sum never worsen it where higher is better', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 366 }), fc.nat({ max: 365 }), (ofDays, away) => {
        const served = Math.max(1, ofDays - away);
        const [whole, part] = [ofDays, served].map((days) =>
          scoreEmployee(planOf([visits('SUM')], [], { served: days, ofDays }), FIRST_POLICY),
        );
        expect(part!.value! >= whole!.value!).toBe(true);
      }),
    );
  });
});

it('LV2 a mean and a latest value say the same of any number of days', () => {
  const half = { served: 46, ofDays: 92 };
  expect(realisedIn(visits('MEAN'), half)).toEqual(['1.5', '12.5']);
  expect(realisedIn(visits('LATEST'), half)).toEqual(['3', '25']);
  expect(realisedIn(visits('SUM'), half)).toEqual(['12', '100']);
});

describe('LV3 nobody is scored for a period without a day of service', () => {
  it('LV3 nobody is scored for a period without a day of service', () => {
    const score = scoreEmployee(planOf(NINETY_SIX, HELPFUL, { served: 0, ofDays: 92 }), FIRST_POLICY);
    expect(shown(score)).toEqual(['NOT_ENOUGH_DATA', null, '0']);
    expect([numbersOf(score), score.behaviour.value, score.proposed]).toEqual([
      [null, null, null],
      null,
      null,
    ]);
    for (const part of score.workResult.parts) {
      expect(part).toMatchObject({ realised: null, attainment: null, contribution: null });
    }
    for (const part of score.behaviour.parts) {
      expect(part).toMatchObject({ level: null, points: null, contribution: null });
    }
    expect(scoreEmployee(planOf(NINETY_SIX, [], { served: 1, ofDays: 92 }), FIRST_POLICY).status).toBe(
      'SCORED',
    );
  });

  it('nor for more days than there are, or fewer than none', () => {
    const scored = (served: number, ofDays: number) => () =>
      scoreEmployee(planOf(NINETY_SIX, [], { served, ofDays }), FIRST_POLICY);
    expect(scored(93, 92)).toThrow(RangeError);
    expect(scored(-1, 92)).toThrow(RangeError);
    expect(scored(0, 0)).not.toThrow();
  });
});
