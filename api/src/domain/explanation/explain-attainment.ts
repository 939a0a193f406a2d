import { amount, type Amount } from '../amount.js';
import type { Sentence } from '../outcome.js';
import type { TargetPoints } from '../scoring/attainment.js';
import type { ScoringPolicy } from '../scoring/policy.js';
import { ALL_PLACES, displayAmount, roundForDisplay } from '../wall/display-amount.js';
import { equation, minus, over, plus, resultOf, times, type Arithmetic } from './arithmetic.js';
import { placesBeside } from './places-beside.js';
import { measureUnitOf, POINTS, withUnit } from './with-unit.js';

/** How a realisation became an attainment, and the rule that says so. */
export interface ExplainedAttainment {
  readonly ruleId: string;
  readonly sentence: Sentence;
}

/** Where a realisation stands beside the points of its target, and what its attainment is there. */
interface Stand {
  readonly ruleId: string;
  /** Goes on from 'Realisasi 17 menit'. */
  readonly where: Sentence;
  /** Before it is held between 0 and the cap. */
  readonly reached: Arithmetic;
}

/** An amount as the sentence shows it. */
type Tell = (a: Amount) => Sentence;

const AT_FLOOR = 0n;
const AT_TARGET = amount('100');
const AT_STRETCH = amount('120');
const BEYOND_TARGET = AT_STRETCH - AT_TARGET;
const TWO = amount('2');

/** Tells how `attainment` comes from a realisation to what it gives for these points and this policy. */
export function explainAttainment(
  realised: Amount,
  points: TargetPoints,
  measureUnit: string,
  { attainmentMethod, cap, shownPlaces }: ScoringPolicy,
): ExplainedAttainment {
  const places = placesForAll(realised, points, shownPlaces);
  const tell: Tell = (a) => displayAmount(a, places);
  const { ruleId, where, reached } =
    points.ceiling !== null
      ? besideRange(realised, points, points.ceiling, tell)
      : attainmentMethod === 'RATIO' && points.target >= 0n
        ? overTarget(realised, points, cap, tell)
        : alongPoints(realised, points, tell);
  const before = resultOf(reached);
  const limit = before < 0n ? AT_LEAST : before > cap ? atMost(displayAmount(cap, ALL_PLACES)) : null;
  const at = withUnit(tell(realised), measureUnitOf(measureUnit));
  const how = withUnit(equation(reached, before, placesBeside(before, [cap], places)), POINTS);
  return {
    ruleId: limit === null ? ruleId : 'AT4',
    sentence: {
      id: `Realisasi ${at.id} ${where.id}: ${how.id}${limit?.id ?? ''}.`,
      en: `The realisation of ${at.en} ${where.en}: ${how.en}${limit?.en ?? ''}.`,
    },
  };
}

/** A target is told as it was agreed, never rounded, and the realisation on the side of each point that it is on. */
function placesForAll(realised: Amount, points: TargetPoints, places: number): number {
  const { floor, target, stretch, ceiling } = points;
  const agreed = [floor, target, stretch, ...(ceiling === null ? [] : [ceiling])];
  const isWhole = agreed.every((point) => roundForDisplay(point, places) === point);
  return isWhole ? placesBeside(realised, agreed, places) : ALL_PLACES;
}

const AT_LEAST: Sentence = {
  id: '; capaian tidak pernah di bawah 0',
  en: '; attainment is never below 0',
};

function atMost(cap: Sentence): Sentence {
  return { id: `; capaian tidak pernah di atas ${cap.id}`, en: `; attainment is never above ${cap.en}` };
}

function alongPoints(at: Amount, { floor, target, stretch }: TargetPoints, tell: Tell): Stand {
  // From the worse to the better value, so that the differences told are above zero whichever way is better.
  const isHigherBetter = floor < target;
  const isBetter = (a: Amount, b: Amount) => (isHigherBetter ? a > b : a < b);
  const gain = (from: Amount, to: Amount) => (isHigherBetter ? minus(to, from) : minus(from, to));
  const [f, t, s] = [floor, target, stretch].map(tell) as [Sentence, Sentence, Sentence];

  if (at === floor) return stand('AT1', 'tepat di batas bawah', 'is exactly at the floor', AT_FLOOR);
  if (at === target) return stand('AT1', 'tepat pada target', 'is exactly at the target', AT_TARGET);
  if (isBetter(floor, at)) {
    return stand('AT4', `belum mencapai batas bawah ${f.id}`, `has not reached the floor ${f.en}`, AT_FLOOR);
  }
  if (isBetter(target, at)) {
    return rising('AT2', f, t, over(times(AT_TARGET, gain(floor, at)), gain(floor, target)));
  }
  if (stretch === target) {
    return stand(
      'AT6',
      `melampaui target ${t.id}, yang sekaligus hasil tertinggi`,
      `is beyond the target ${t.en}, which is also the most`,
      AT_TARGET,
    );
  }
  if (at === stretch) {
    return stand('AT1', 'tepat pada target lebih', 'is exactly at the stretch', AT_STRETCH);
  }
  if (isBetter(at, stretch)) {
    return stand('AT4', `melampaui target lebih ${s.id}`, `is beyond the stretch ${s.en}`, AT_STRETCH);
  }
  return stand(
    'AT2',
    `antara target ${t.id} dan target lebih ${s.id}`,
    `is between the target ${t.en} and the stretch ${s.en}`,
    plus(AT_TARGET, over(times(BEYOND_TARGET, gain(target, at)), gain(target, stretch))),
  );
}

function besideRange(
  at: Amount,
  { floor, target, stretch }: TargetPoints,
  ceiling: Amount,
  tell: Tell,
): Stand {
  const [f, t, s, c] = [floor, target, stretch, ceiling].map(tell) as [
    Sentence,
    Sentence,
    Sentence,
    Sentence,
  ];
  if (at <= floor || at >= ceiling) {
    return stand(
      'AT12',
      `di luar batas bawah ${f.id} dan batas atas ${c.id}`,
      `is outside the floor ${f.en} and the ceiling ${c.en}`,
      AT_FLOOR,
    );
  }
  if (at < target) {
    return rising('AT12', f, t, over(times(AT_TARGET, minus(at, floor)), minus(target, floor)));
  }
  if (at <= stretch) {
    return stand(
      'AT12',
      `di dalam rentang target ${t.id} sampai ${s.id}`,
      `is inside the range from ${t.en} to ${s.en}`,
      AT_TARGET,
    );
  }
  return stand(
    'AT12',
    `antara ujung rentang ${s.id} dan batas atas ${c.id}`,
    `is between the end of the range ${s.en} and the ceiling ${c.en}`,
    over(times(AT_TARGET, minus(ceiling, at)), minus(ceiling, stretch)),
  );
}

function overTarget(at: Amount, { floor, target }: TargetPoints, cap: Amount, tell: Tell): Stand {
  const isHigherBetter = floor < target;
  if (target === 0n) {
    const isReached = isHigherBetter ? at >= 0n : at <= 0n;
    const atZero = at === 0n && isHigherBetter ? AT_TARGET : cap;
    return stand(
      'AT9',
      'terhadap target 0, yang tidak dapat menjadi pembagi',
      'against the target 0, by which nothing is divided',
      isReached ? atZero : AT_FLOOR,
    );
  }
  const t = tell(target);
  return isHigherBetter
    ? stand(
        'AT8',
        `terhadap target ${t.id}`,
        `against the target ${t.en}`,
        over(times(AT_TARGET, at), target),
      )
    : stand(
        'AT8',
        `terhadap target ${t.id}, makin rendah makin baik`,
        `against the target ${t.en}, lower is better`,
        times(AT_TARGET, minus(TWO, over(at, target))),
      );
}

function rising(ruleId: string, floor: Sentence, target: Sentence, reached: Arithmetic): Stand {
  return stand(
    ruleId,
    `antara batas bawah ${floor.id} dan target ${target.id}`,
    `is between the floor ${floor.en} and the target ${target.en}`,
    reached,
  );
}

function stand(ruleId: string, id: string, en: string, reached: Arithmetic): Stand {
  return { ruleId, where: { id, en }, reached };
}
