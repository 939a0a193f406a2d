import { predicateOf, type Predicate } from './predicate.js';
import type { Rating } from './rating.js';

/** Best first. */
const RATINGS: readonly Rating[] = ['ABOVE', 'MEETS', 'BELOW'];
const PREDICATES: readonly Predicate[] = [
  'SANGAT_BAIK',
  'BAIK',
  'BUTUH_PERBAIKAN',
  'KURANG',
  'SANGAT_KURANG',
];

it('PM1 work result and behaviour name one of the nine cells', () => {
  const cells = RATINGS.map((workResult) =>
    RATINGS.toReversed().map((behaviour) => predicateOf(workResult, behaviour)),
  );
  // As the annex prints it: a row for each work result, the behaviour from below to above expectations.
  expect(cells).toEqual([
    ['KURANG', 'BAIK', 'SANGAT_BAIK'],
    ['KURANG', 'BAIK', 'BAIK'],
    ['SANGAT_KURANG', 'BUTUH_PERBAIKAN', 'BUTUH_PERBAIKAN'],
  ]);
});

it('PM2 a better rating never gives a worse predicate', () => {
  const place = (workResult: Rating, behaviour: Rating) =>
    PREDICATES.indexOf(predicateOf(workResult, behaviour));
  const steps = [
    ['ABOVE', 'MEETS'],
    ['MEETS', 'BELOW'],
  ] as const;
  for (const [better, worse] of steps) {
    for (const other of RATINGS) {
      expect(place(other, better)).toBeLessThanOrEqual(place(other, worse));
      expect(place(better, other)).toBeLessThanOrEqual(place(worse, other));
    }
  }
});

it('PM3 good results do not make up for behaviour below expectations', () => {
  expect(RATINGS.map((workResult) => predicateOf(workResult, 'BELOW'))).toEqual([
    'KURANG',
    'KURANG',
    'SANGAT_KURANG',
  ]);
});

it('PM4 all five predicates of PermenPANRB 6/2022 occur, and no other', () => {
  const given = RATINGS.flatMap((a) => RATINGS.map((b) => predicateOf(a, b)));
  expect(PREDICATES.filter((predicate) => given.includes(predicate))).toEqual(PREDICATES);
  expect(given.every((predicate) => PREDICATES.includes(predicate))).toBe(true);
  // What public programs get wrong: the matrix of PP 30/2019 with CUKUP, and the larger of both ratings' numbers.
  expect(given).not.toContain('CUKUP');
  const number: Record<Rating, number> = { ABOVE: 1, MEETS: 2, BELOW: 3 };
  const collapsed = RATINGS.flatMap((a) =>
    RATINGS.map((b) => (a === b ? [1, 2, 5][number[a] - 1] : Math.max(number[a], number[b]))),
  );
  const ours = given.map((predicate) => PREDICATES.indexOf(predicate) + 1);
  expect(collapsed).toEqual([1, 2, 3, 2, 2, 3, 3, 3, 5]);
  expect(ours).toEqual([1, 2, 4, 2, 2, 4, 3, 3, 5]);
});
