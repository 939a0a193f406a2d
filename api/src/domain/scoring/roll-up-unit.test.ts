import fc from 'fast-check';
import { amount, formatAmount } from '../amount.js';
import { FIRST_POLICY } from './policy.js';
import {
  addTallies,
  EMPTY_TALLY,
  scoreUnit,
  tallyDifference,
  type TalliedScore,
  type UnitTally,
} from './roll-up-unit.js';

function person(value: string | null, coverage = '1', days = 10): TalliedScore {
  return { value: value === null ? null : amount(value), coverage: amount(coverage), days };
}

const tallyOf = (people: readonly (TalliedScore | null)[]): UnitTally =>
  people.map((one) => tallyDifference(null, one)).reduce(addTallies, EMPTY_TALLY);

function shown(tally: UnitTally) {
  const { value, coverage, state } = scoreUnit(tally, FIRST_POLICY);
  return [value === null ? null : formatAmount(value), formatAmount(coverage), state];
}

const people = fc.option(
  fc.record({
    value: fc.option(fc.bigInt({ min: 0n, max: amount('120') })),
    coverage: fc.bigInt({ min: 0n, max: amount('1') }),
    days: fc.integer({ min: 1, max: 366 }),
  }),
);
const tallies = fc.array(people, { maxLength: 8 }).map(tallyOf);

/** Three people with the same score: as few as a unit is shown with. */
const three = (one: TalliedScore) => [one, one, one];

it('UR1 every scored person in the unit and below weighs the same', () => {
  const first = tallyOf([person('80'), person('90'), person('100')]);
  const second = tallyOf([...three(person('120')), ...three(person('120'))]);
  expect([first, second, addTallies(first, second)].map((tally) => shown(tally)[0])).toEqual([
    '90',
    '120',
    '110',
  ]);
  expect(shown(tallyOf([person('100'), person('100'), person('90')]))[0]).toBe('96.666667');
});

it('UR2 people without a value count in the coverage, not in the value', () => {
  const tally = tallyOf([person('80'), person('90'), person('100'), person(null, '0.2')]);
  expect(tally).toMatchObject({ headcount: 4, scored: 3, days: 40, scoredDays: 30 });
  expect(shown(tally)).toEqual(['90', '0.8', 'ON_TARGET']);
});

it('UR3 too little coverage gives no value and no judgement', () => {
  const measured = three(person('100'));
  const nobody = person(null, '0');
  expect(shown(tallyOf([...measured, ...three(nobody)]))).toEqual([null, '0.5', 'NOT_ENOUGH_DATA']);
  expect(shown(tallyOf([...measured, nobody, nobody]))).toEqual(['100', '0.6', 'ON_TARGET']);
  expect(shown(tallyOf([person('100'), nobody]))).toEqual([null, '0.5', 'NOT_ENOUGH_DATA']);
  expect(shown(tallyOf(three(person(null, '0.7'))))).toEqual([null, '0.7', 'NOT_ENOUGH_DATA']);
  expect(shown(EMPTY_TALLY)).toEqual([null, '0', 'NOT_ENOUGH_DATA']);
  expect(scoreUnit(EMPTY_TALLY, { ...FIRST_POLICY, minimumCoverage: 0n }).state).toBe('NOT_ENOUGH_DATA');
});

it('UR4 the state follows from the bands, each edge inside the better one', () => {
  const states = ['120', '110', '109.999999', '90', '89.999999', '70', '69.999999', '0'].map(
    (value) => shown(tallyOf(three(person(value))))[2],
  );
  expect(states).toEqual([
    'ABOVE_TARGET',
    'ABOVE_TARGET',
    'ON_TARGET',
    'ON_TARGET',
    'NEEDS_SUPPORT',
    'NEEDS_SUPPORT',
    'NEEDS_DECISION',
    'NEEDS_DECISION',
  ]);
});

it('UR5 adding a score and taking it away leaves the tally as it was', () => {
  expect(tallyDifference(null, person('96'))).toEqual({
    headcount: 1,
    scored: 1,
    days: 10,
    scoredDays: 10,
    scoreTotal: amount('960'),
    coverageTotal: amount('10'),
  });
  expect(tallyDifference(person('96'), person('98'))).toEqual({
    headcount: 0,
    scored: 0,
    days: 0,
    scoredDays: 0,
    scoreTotal: amount('20'),
    coverageTotal: 0n,
  });
  expect(tallyDifference(person('98'), null)).toEqual({
    headcount: -1,
    scored: -1,
    days: -10,
    scoredDays: -10,
    scoreTotal: amount('-980'),
    coverageTotal: amount('-10'),
  });
  expect(tallyDifference(person('98', '1', 10), person(null, '0.5', 4))).toEqual({
    headcount: 0,
    scored: -1,
    days: -6,
    scoredDays: -10,
    scoreTotal: amount('-980'),
    coverageTotal: amount('-8'),
  });
  fc.assert(
    fc.property(tallies, people, people, (tally, before, after) => {
      const there = addTallies(tally, tallyDifference(before, after));
      expect(addTallies(there, tallyDifference(after, before))).toEqual(tally);
      expect(addTallies(tally, tallyDifference(before, before))).toEqual(tally);
    }),
  );
});

it('UR6 a tally kept by differences is the tally counted anew', () => {
  const changes = fc.array(fc.record({ who: fc.nat({ max: 4 }), score: people }), { maxLength: 30 });
  fc.assert(
    fc.property(changes, (all) => {
      const now: (TalliedScore | null)[] = [null, null, null, null, null];
      let kept = EMPTY_TALLY;
      for (const { who, score } of all) {
        kept = addTallies(kept, tallyDifference(now[who]!, score));
        now[who] = score;
      }
      expect(kept).toEqual(tallyOf(now));
    }),
  );
  fc.assert(
    fc.property(tallies, tallies, tallies, (a, b, c) => {
      expect(addTallies(a, addTallies(b, c))).toEqual(addTallies(addTallies(c, a), b));
    }),
  );
});

describe('UR7 a person counts in each unit by the days served there', () => {
  it('UR7 a person counts in each unit by the days served there', () => {
    const tally = tallyOf([person('100', '1', 92), person('100', '1', 92), person('80', '0.5', 46)]);
    expect(shown(tally)).toEqual(['96', '0.9', 'ON_TARGET']);
    const moved = { from: person('80', '1', 30), to: person('80', '1', 62) };
    const others = [person('110', '1', 92), person('110', '1', 92)];
    expect(shown(tallyOf([...others, moved.from]))[0]).toBe('105.794393');
    expect(shown(tallyOf([...others, moved.to]))[0]).toBe('102.439024');
  });

  it('somebody without a value lowers the coverage by their days', () => {
    const tally = tallyOf([...three(person('100', '1', 30)), person(null, '0', 10)]);
    expect(shown(tally)).toEqual(['100', '0.9', 'ON_TARGET']);
  });

  it('the days of a person may be split in any way', () => {
    const scored = fc.record({
      value: fc.bigInt({ min: 0n, max: amount('120') }),
      coverage: fc.constant(amount('1')),
    });
    const split = fc.tuple(fc.integer({ min: 1, max: 366 }), fc.integer({ min: 1, max: 366 }));
    fc.assert(
      fc.property(tallies, scored, split, (others, one, [first, second]) => {
        const once = addTallies(others, tallyDifference(null, { ...one, days: first + second }));
        const grown = addTallies(
          addTallies(others, tallyDifference(null, { ...one, days: first })),
          tallyDifference({ ...one, days: first }, { ...one, days: first + second }),
        );
        expect(grown).toEqual(once);
        const { value } = scoreUnit(once, { ...FIRST_POLICY, minimumPeople: 1, minimumCoverage: 0n });
        expect(value! >= 0n && value! <= amount('120')).toBe(true);
      }),
    );
  });
});

describe('UR8 fewer people with a value than the policy asks for give no value', () => {
  it('UR8 fewer people with a value than the policy asks for give no value', () => {
    const two = [person('80'), person('100')];
    expect(shown(tallyOf(two))).toEqual([null, '1', 'TOO_FEW_PEOPLE']);
    expect(shown(tallyOf([...two, person(null, '0.9')]))).toEqual([null, '0.966667', 'TOO_FEW_PEOPLE']);
    expect(shown(tallyOf([...two, person('90')]))).toEqual(['90', '1', 'ON_TARGET']);
    expect(scoreUnit(tallyOf(two), { ...FIRST_POLICY, minimumPeople: 2 }).state).toBe('ON_TARGET');
  });

  it('a value is only ever shown with enough people and enough coverage', () => {
    fc.assert(
      fc.property(tallies, (tally) => {
        const { value, coverage, state } = scoreUnit(tally, FIRST_POLICY);
        expect(coverage >= 0n && coverage <= amount('1')).toBe(true);
        const enough = tally.scored >= 3 && coverage >= FIRST_POLICY.minimumCoverage;
        expect(value !== null).toBe(enough);
        expect(['NOT_ENOUGH_DATA', 'TOO_FEW_PEOPLE'].includes(state)).toBe(!enough);
      }),
    );
  });
});
