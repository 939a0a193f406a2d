import fc from 'fast-check';
import { amount, formatAmount, ONE, type Amount } from '../amount.js';
import { BERAKHLAK } from '../people/berakhlak.js';
import {
  scoreBehaviour,
  type BehaviourMeasurement,
  type BehaviourScore,
  type PlannedBehaviour,
} from './behaviour.js';
import { FIRST_POLICY, type ScoringPolicy } from './policy.js';
import { recencyWeight } from './recency-weight.js';

/** One observation: how much it weighs, what it says, and who made it. */
type Observed = readonly [weight: string, level: -1 | 0 | 1, observer?: string];

function measured(...observed: readonly Observed[]): BehaviourMeasurement {
  const weights = observed.map(([weight]) => amount(weight));
  return {
    count: observed.length,
    observers: new Set(observed.map(([, , observer], i) => observer ?? `O${i}`)).size,
    weightTotal: sum(weights),
    weightedTotal: sum(observed.map(([, level], i) => BigInt(level) * weights[i]!)),
  };
}

function sum(amounts: readonly Amount[]): Amount {
  return amounts.reduce((a, b) => a + b, 0n);
}

/** The core values in their order, from the first. */
function planned(...measurements: readonly (BehaviourMeasurement | null)[]): PlannedBehaviour[] {
  return measurements.map((measurement, i) => ({
    indicatorId: `AKH-${i + 1}`,
    coreValue: BERAKHLAK[i]!.value,
    measurement,
  }));
}

const BELOW = measured(['1', -1], ['1', -1], ['1', -1]);
const MEETS = measured(['1', 0], ['1', 0], ['1', 0]);
const ABOVE = measured(['1', 1], ['1', 1], ['1', 1]);

/** So that one core value is enough for a value. */
const ONE_IS_ENOUGH: ScoringPolicy = {
  ...FIRST_POLICY,
  behaviour: { ...FIRST_POLICY.behaviour, minimumValues: 1 },
};

const text = (a: Amount | null) => (a === null ? null : formatAmount(a));
const pointsOf = (measurement: BehaviourMeasurement) => {
  const [part] = scoreBehaviour(planned(measurement), FIRST_POLICY).parts;
  return [text(part!.level), text(part!.points)];
};
const contributionsOf = ({ parts }: BehaviourScore) => parts.map((part) => text(part.contribution));

type AnyObserved = { readonly weight: Amount; readonly level: bigint; readonly observer: number };
const observations: fc.Arbitrary<AnyObserved> = fc.record({
  weight: fc.bigInt({ min: 1n, max: ONE }),
  level: fc.constantFrom(-1n, 0n, 1n),
  observer: fc.nat({ max: 3 }),
});
const observedValues = fc.array(observations, { minLength: 1, maxLength: 8 });
const totalOf = (all: readonly AnyObserved[]): BehaviourMeasurement => ({
  count: all.length,
  observers: new Set(all.map(({ observer }) => observer)).size,
  weightTotal: sum(all.map(({ weight }) => weight)),
  weightedTotal: sum(all.map(({ weight, level }) => weight * level)),
});
const plans = fc
  .array(fc.option(observedValues.map(totalOf), { freq: 6 }), { maxLength: 7 })
  .map((measurements) => planned(...measurements));

it('BE1 below, at and above expectations are 60, 100 and 120 points, in straight lines between', () => {
  const { points } = FIRST_POLICY.behaviour;
  expect([points.below, points.meets, points.above].map(formatAmount)).toEqual(['60', '100', '120']);
  expect([BELOW, MEETS, ABOVE].map(pointsOf)).toEqual([
    ['-1', '60'],
    ['0', '100'],
    ['1', '120'],
  ]);
  expect(pointsOf(measured(['1', 1], ['1', 0], ['1', 1], ['1', 0]))).toEqual(['0.5', '110']);
  expect(pointsOf(measured(['1', -1], ['1', 0], ['1', -1], ['1', 0]))).toEqual(['-0.5', '80']);
});

describe('BE5 a core value counts from enough observations by enough people', () => {
  const counts = (measurement: BehaviourMeasurement | null) =>
    scoreBehaviour(planned(measurement), FIRST_POLICY).valuesCounted;

  it('BE5 a core value counts from enough observations by enough people', () => {
    expect(counts(measured(['1', 1, 'A'], ['1', 1, 'B']))).toBe(0);
    expect(counts(measured(['1', 1, 'A'], ['1', 1, 'A'], ['1', 1, 'A']))).toBe(0);
    expect(counts(measured(['1', 1, 'A'], ['1', 1, 'A'], ['1', 1, 'B']))).toBe(1);
    expect(counts(null)).toBe(0);
  });

  it('until then it has neither level nor points, and how many observed it is told', () => {
    expect(scoreBehaviour(planned(measured(['1', 1, 'A'], ['1', 1, 'B']), null), ONE_IS_ENOUGH)).toEqual({
      value: null,
      valuesCounted: 0,
      parts: [
        {
          indicatorId: 'AKH-1',
          coreValue: 'BERORIENTASI_PELAYANAN',
          count: 2,
          observers: 2,
          level: null,
          points: null,
          contribution: null,
        },
        {
          indicatorId: 'AKH-2',
          coreValue: 'AKUNTABEL',
          count: 0,
          observers: 0,
          level: null,
          points: null,
          contribution: null,
        },
      ],
    });
  });

  it('a measurement that lost its observations again is none', () => {
    expect(counts({ count: 0, observers: 0, weightTotal: 0n, weightedTotal: 0n })).toBe(0);
  });
});

it('BE6 the level of a core value is the mean of its observations, the newer weighing more', () => {
  const [newest, older, oldest] = ['2026-12-31', '2026-11-16', '2026-10-02'].map((day) =>
    formatAmount(recencyWeight(day, '2026-12-31', FIRST_POLICY.behaviour.halfLifeDays)),
  );
  expect([newest, older, oldest]).toEqual(['1', '0.5', '0.25']);
  expect(pointsOf(measured([newest!, 1], [older!, -1], [oldest!, 0]))).toEqual(['0.285714', '105.714286']);
  expect(pointsOf(measured([newest!, -1], [older!, 1], [oldest!, 0]))).toEqual(['-0.285714', '88.571429']);
});

it('BE7 the behaviour value is the mean of the core values that count, each the same', () => {
  const often = measured(['1', 1], ['1', 1], ['1', 1], ['1', 1], ['1', 1], ['1', 1]);
  const score = scoreBehaviour(planned(often, MEETS, MEETS, BELOW), FIRST_POLICY);
  expect([text(score.value), score.valuesCounted]).toEqual(['95', 4]);
  expect(contributionsOf(score)).toEqual(['30', '25', '25', '15']);
});

it('BE8 too few core values give no behaviour value', () => {
  const three = scoreBehaviour(planned(ABOVE, ABOVE, ABOVE, null, null, null, null), FIRST_POLICY);
  expect([three.value, three.valuesCounted]).toEqual([null, 3]);
  expect(contributionsOf(three)).toEqual([null, null, null, null, null, null, null]);
  expect(three.parts[0]).toMatchObject({ level: ONE, points: amount('120') });
  const four = scoreBehaviour(planned(ABOVE, ABOVE, null, ABOVE, MEETS), FIRST_POLICY);
  expect([text(four.value), four.valuesCounted]).toEqual(['115', 4]);
  expect(contributionsOf(four)).toEqual(['30', '30', null, '30', '25']);
});

describe('BE9 contributions add up exactly to the behaviour value', () => {
  it('BE9 contributions add up exactly to the behaviour value', () => {
    const seven = scoreBehaviour(planned(MEETS, MEETS, MEETS, MEETS, MEETS, MEETS, MEETS), FIRST_POLICY);
    expect(text(seven.value)).toBe('100');
    expect(contributionsOf(seven)).toEqual([
      '14.285715',
      '14.285715',
      '14.285714',
      '14.285714',
      '14.285714',
      '14.285714',
      '14.285714',
    ]);
  });

  it('in every plan', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { value, valuesCounted, parts } = scoreBehaviour(plan, ONE_IS_ENOUGH);
        expect(value === null).toBe(valuesCounted === 0);
        expect(parts.filter((part) => part.points !== null)).toHaveLength(valuesCounted);
        for (const part of parts) expect(part.contribution === null).toBe(part.points === null);
        if (value !== null) expect(sum(parts.map((part) => part.contribution ?? 0n))).toBe(value);
      }),
    );
  });
});

describe('BE10 a better observation never lowers the behaviour value', () => {
  it('BE10 a better observation never lowers the behaviour value', () => {
    const three = [MEETS, MEETS, MEETS];
    const value = (...last: readonly Observed[]) =>
      text(scoreBehaviour(planned(...three, measured(...last)), FIRST_POLICY).value);
    expect([
      value(['1', -1], ['1', 0], ['1', 0]),
      value(['1', 0], ['1', 0], ['1', 0]),
      value(['1', 1], ['1', 0], ['1', 0]),
    ]).toEqual(['96.666667', '100', '101.666667']);
  });

  it('in every plan, and the value stays within the points of the scale', () => {
    const raised = fc.array(observedValues, { minLength: 1, maxLength: 7 });
    const { below, above } = FIRST_POLICY.behaviour.points;
    fc.assert(
      fc.property(raised, fc.nat({ max: 6 }), fc.nat({ max: 7 }), (all, of, at) => {
        const worse = scoreBehaviour(planned(...all.map(totalOf)), ONE_IS_ENOUGH);
        if (worse.value !== null) expect(worse.value >= below && worse.value <= above).toBe(true);
        const chosen = all[of]?.[at];
        if (chosen === undefined || chosen.level === 1n) return;
        const better = all.with(of, all[of]!.with(at, { ...chosen, level: chosen.level + 1n }));
        const score = scoreBehaviour(planned(...better.map(totalOf)), ONE_IS_ENOUGH);
        expect((score.value ?? -1n) >= (worse.value ?? -1n)).toBe(true);
        for (const [i, part] of score.parts.entries()) {
          expect((part.points ?? 0n) >= (worse.parts[i]!.points ?? 0n)).toBe(true);
          expect((part.level ?? ONE) >= (worse.parts[i]!.level ?? -ONE)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

it('BE11 neither the order of the core values nor a record of everything twice changes anything', () => {
  const once = planned(ABOVE, MEETS, BELOW, measured(['1', 1], ['0.5', -1], ['0.25', 0]));
  const twice = (plan: readonly PlannedBehaviour[]) =>
    plan.map(({ measurement, ...rest }) => ({
      ...rest,
      measurement: measurement && {
        count: measurement.count * 2,
        observers: measurement.observers,
        weightTotal: measurement.weightTotal * 2n,
        weightedTotal: measurement.weightedTotal * 2n,
      },
    }));
  expect(text(scoreBehaviour(once, FIRST_POLICY).value)).toBe('96.428572');
  expect(text(scoreBehaviour(twice(once), FIRST_POLICY).value)).toBe('96.428572');
  const enough = plans.filter((plan) =>
    plan.every(({ measurement }) => measurement === null || measurement.count >= 3),
  );
  fc.assert(
    fc.property(enough, (plan) => {
      const score = scoreBehaviour(plan, ONE_IS_ENOUGH);
      const turned = scoreBehaviour(plan.toReversed(), ONE_IS_ENOUGH);
      expect({ ...turned, parts: turned.parts.toReversed() }).toEqual(score);
      expect(scoreBehaviour(twice(plan), ONE_IS_ENOUGH).value).toBe(score.value);
    }),
  );
});
