import { readAmount } from '../domain/amount.js';
import {
  nextObservation,
  type LiveCoreValue,
  type LiveObservation,
  type LivePerson,
  type LiveTarget,
} from './next-observation.js';
import { seededRandom } from './seeded-random.js';

const WAIT: LiveTarget = {
  indicatorId: 'wait',
  indicatorCode: 'ADM-03',
  weight: 75,
  floor: 45,
  target: 15,
  stretch: 8,
  lowest: 0,
  highest: 480,
  realised: 17,
};

const ANSWERED: LiveTarget = {
  indicatorId: 'answered',
  indicatorCode: 'PGD-01',
  weight: 25,
  floor: 70,
  target: 100,
  stretch: 100,
  lowest: 0,
  highest: 100,
  realised: 97,
};

const person = (employeeId: string, unitId: string, plan: readonly LiveTarget[]): LivePerson => ({
  employeeId,
  unitId,
  plan,
});

const KALIJUDAN = 'kalijudan';
const PEOPLE = [
  person('a', KALIJUDAN, [WAIT, ANSWERED]),
  person('b', KALIJUDAN, [WAIT, ANSWERED]),
  person('c', 'dukuh sutorejo', [WAIT, ANSWERED]),
];

function many(
  people: readonly LivePerson[],
  count = 4_000,
  coreValues: readonly LiveCoreValue[] = [],
): LiveObservation[] {
  const random = seededRandom('live');
  return Array.from({ length: count }, () => nextObservation(random, people, coreValues)).filter(
    (one) => one !== null,
  );
}

const CORE_VALUES: readonly LiveCoreValue[] = [
  {
    indicatorId: 'harmonis',
    behaviours: [
      { code: 'AKH-4.1', text: 'Menghargai setiap orang' },
      { code: 'AKH-4.2', text: 'Suka menolong orang lain' },
    ],
  },
  { indicatorId: 'adaptif', behaviours: [{ code: 'AKH-6.3', text: 'Bertindak proaktif' }] },
];

const shareOf = (all: readonly LiveObservation[], which: (one: LiveObservation) => boolean): number =>
  all.filter(which).length / all.length;

describe('nextObservation', () => {
  it('draws units alike whatever their size, and indicators by their weight', () => {
    const all = many(PEOPLE);
    expect(all).toHaveLength(4_000);
    expect(shareOf(all, ({ employeeId }) => employeeId === 'c')).toBeCloseTo(0.5, 1);
    expect(shareOf(all, ({ indicatorId }) => indicatorId === 'wait')).toBeCloseTo(0.75, 1);
  });

  it('gives canonical decimals within the bounds, with the places that the source gives', () => {
    for (const { indicatorId, value } of many(PEOPLE)) {
      expect(readAmount(value).ok).toBe(true);
      expect(value).toMatch(indicatorId === 'wait' ? /^\d+$/ : /^\d+(\.\d)?$/);
      expect(Number(value)).toBeLessThanOrEqual(indicatorId === 'wait' ? 480 : 100);
    }
  });

  it('moves both ways around the level, a little more often for the better', () => {
    const waits = many([person('a', KALIJUDAN, [WAIT])]).map(({ value }) => Number(value));
    const better = waits.filter((value) => value < 17).length / waits.length;
    expect(better).toBeGreaterThan(0.5);
    expect(better).toBeLessThan(0.8);
    expect(Math.max(...waits)).toBeLessThan(40);
    expect(new Set(waits).size).toBeGreaterThan(10);
  });

  it('draws a level that has wandered off back to what is usual in the unit', () => {
    const usual = Array.from({ length: 9 }, (_, index) => person(`colleague ${index}`, KALIJUDAN, [WAIT]));
    const far = person('far', KALIJUDAN, [{ ...WAIT, realised: 40 }]);
    const values = many([...usual, far], 20_000)
      .filter(({ employeeId }) => employeeId === 'far')
      .map(({ value }) => Number(value));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean).toBeGreaterThan(22);
    expect(mean).toBeLessThan(32);
  });

  it('mostly measures first what is missing, as long as the period is not under way', () => {
    const plan = [{ ...WAIT, realised: null }, ANSWERED, { ...ANSWERED, indicatorId: 'other', weight: 300 }];
    const share = shareOf(many([person('a', KALIJUDAN, plan)]), ({ indicatorId }) => indicatorId === 'wait');
    expect(share).toBeGreaterThan(0.65);
    expect(share).toBeLessThan(0.9);
  });

  it('brings no new kinds of data once the period is under way: who is on leave stays unmeasured', () => {
    const others = Array.from({ length: 10 }, (_, index) => person(`${index}`, KALIJUDAN, [WAIT, ANSWERED]));
    const silent = person('silent', 'kalisari', [{ ...WAIT, realised: null }, ANSWERED]);
    const onLeave = person('on leave', KALIJUDAN, [{ ...WAIT, realised: null }]);
    const all = many([...others, silent, onLeave]);
    expect(all.filter(({ employeeId }) => employeeId === 'on leave')).toEqual([]);
    const ofSilent = all.filter(({ employeeId }) => employeeId === 'silent');
    expect(new Set(ofSilent.map(({ indicatorId }) => indicatorId))).toEqual(new Set(['answered']));
  });

  it('starts where nothing was measured yet', () => {
    const waits = many([person('a', KALIJUDAN, [{ ...WAIT, realised: null }])]).map(({ value }) =>
      Number(value),
    );
    const mean = waits.reduce((sum, value) => sum + value, 0) / waits.length;
    expect(mean).toBeGreaterThan(10);
    expect(mean).toBeLessThan(20);
  });

  it('writes a note now and then, one that fits the indicator', () => {
    const all = many(PEOPLE);
    expect(shareOf(all, ({ note }) => note !== null)).toBeCloseTo(0.4, 1);
    const waits = new Set(all.filter(({ indicatorId }) => indicatorId === 'wait').map(({ note }) => note));
    expect(waits).toContain('Antrean pagi, dua loket buka');
    expect(waits).not.toContain('Jawaban pertama lewat WA RW');
  });

  it('counts what is measured as nobody in particular saw it', () => {
    const observers = new Set(many(PEOPLE).map(({ observerId, behaviour }) => `${observerId} ${behaviour}`));
    expect(observers).toEqual(new Set(['null null']));
  });

  describe('behaviour', () => {
    const all = many(PEOPLE, 4_000, CORE_VALUES);
    const seen = all.filter(({ observerId }) => observerId !== null);

    it('is seen now and then, by a colleague of the same unit and never by oneself', () => {
      // Half of all is drawn in the unit where nobody has a colleague.
      expect(seen.length / all.length).toBeCloseTo(0.1, 1);
      expect(seen.length).toBeGreaterThan(300);
      expect(new Set(seen.map(({ employeeId, observerId }) => `${employeeId} by ${observerId}`))).toEqual(
        new Set(['a by b', 'b by a']),
      );
    });

    it('is praised or as expected, and seldom below that', () => {
      expect(shareOf(seen, ({ value }) => value === '1')).toBeCloseTo(0.42, 1);
      expect(shareOf(seen, ({ value }) => value === '0')).toBeCloseTo(0.54, 1);
      const below = shareOf(seen, ({ value }) => value === '-1');
      expect(below).toBeGreaterThan(0);
      expect(below).toBeLessThan(0.08);
    });

    it('is one of the behaviours of its core value, told in a note now and then', () => {
      expect(new Set(seen.map(({ indicatorId, behaviour }) => `${indicatorId} ${behaviour}`))).toEqual(
        new Set(['harmonis AKH-4.1', 'harmonis AKH-4.2', 'adaptif AKH-6.3']),
      );
      expect(shareOf(seen, ({ note }) => note !== null)).toBeCloseTo(0.4, 1);
      const notes = new Set(
        seen.filter(({ behaviour }) => behaviour === 'AKH-6.3').map(({ value, note }) => `${value} ${note}`),
      );
      expect(notes).toContain('1 Terlihat jelas: Bertindak proaktif');
      expect(notes).not.toContain('1 Terlihat jelas: Suka menolong orang lain');
    });
  });

  it('takes indicators that the demo does not know', () => {
    const [one] = many(
      [person('a', KALIJUDAN, [{ ...WAIT, indicatorCode: 'XYZ-01', lowest: null, highest: null }])],
      1,
    );
    expect(one).toMatchObject({ indicatorId: 'wait', note: null });
  });

  it('has nothing to say where nobody has a plan', () => {
    expect(nextObservation(seededRandom('none'), [], CORE_VALUES)).toBeNull();
    expect(nextObservation(seededRandom('none'), [person('a', KALIJUDAN, [])], CORE_VALUES)).toBeNull();
  });
});
