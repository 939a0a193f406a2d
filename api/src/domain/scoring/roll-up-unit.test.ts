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

function person(value: string | null, coverage = '1'): TalliedScore {
  return { value: value === null ? null : amount(value), coverage: amount(coverage) };
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
  }),
);
const tallies = fc.array(people, { maxLength: 8 }).map(tallyOf);

it('UR1 every scored person in the unit and below weighs the same', () => {
  const first = tallyOf([person('80'), person('90'), person('100')]);
  const second = tallyOf([person('120')]);
  expect([first, second, addTallies(first, second)].map((tally) => shown(tally)[0])).toEqual([
    '90',
    '120',
    '97.5',
  ]);
  expect(shown(tallyOf([person('100'), person('100'), person('90')]))[0]).toBe('96.666667');
});

it('UR2 people without a value count in the coverage, not in the value', () => {
  const tally = tallyOf([person('80'), person('100'), person(null, '0.4')]);
  expect(tally).toMatchObject({ headcount: 3, scored: 2 });
  expect(shown(tally)).toEqual(['90', '0.8', 'ON_TARGET']);
});

it('UR3 too little coverage gives no value and no judgement', () => {
  expect(shown(tallyOf([person('100'), person(null, '0')]))).toEqual([null, '0.5', 'NOT_ENOUGH_DATA']);
  expect(shown(tallyOf([person('100'), person(null, '0.2')]))).toEqual(['100', '0.6', 'ON_TARGET']);
  expect(shown(tallyOf([person(null, '0.7')]))).toEqual([null, '0.7', 'NOT_ENOUGH_DATA']);
  expect(shown(EMPTY_TALLY)).toEqual([null, '0', 'NOT_ENOUGH_DATA']);
});

it('UR4 the state follows from the bands, each edge inside the better one', () => {
  const states = ['120', '110', '109.999999', '90', '89.999999', '70', '69.999999', '0'].map(
    (value) => shown(tallyOf([person(value)]))[2],
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
  expect(tallyDifference(person('96'), person('98'))).toEqual({
    headcount: 0,
    scored: 0,
    scoreTotal: amount('2'),
    coverageTotal: 0n,
  });
  expect(tallyDifference(person('98'), null)).toEqual({
    headcount: -1,
    scored: -1,
    scoreTotal: amount('-98'),
    coverageTotal: amount('-1'),
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
