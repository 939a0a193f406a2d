import { amount, formatAmount, multiplyDivide, type Amount } from '../amount.js';
import { ok, refused, type Outcome, type RefusalRow } from '../outcome.js';
import type { ScoringPolicy } from './policy.js';

/** What a target asks for, in the indicator's unit of measure. Lower is better where the floor lies above the target. */
export interface TargetPoints {
  /** Attainment 0: here and beyond nothing of the target is reached. */
  readonly floor: Amount;
  /** Attainment 100. */
  readonly target: Amount;
  /** Attainment 120; with a ceiling the upper end of the range, 100. */
  readonly stretch: Amount;
  /** Where more is no longer better: from target to stretch 100, falling to 0 here. Null: no range, the usual case. */
  readonly ceiling: Amount | null;
}

/** Which way is better. */
export type Direction = 'HIGHER' | 'LOWER';

const AT_TARGET = amount('100');
/** PP 30/2019 lets a realisation beyond the target count up to 120. */
const AT_STRETCH = amount('120');

/**
 * Capaian in points, 0 to `cap`, rounded to six places. POINTS: straight lines between floor, target and stretch; a
 * stretch equal to the target ends at 100. RATIO: 100·R/T, or 100·(2 − R/T) where lower is better. A range and a target
 * below zero, whose ratio would turn better into worse, are read by their points under both methods.
 * @throws RangeError where the points do not stand in order; `readTargetPoints` refuses such points at the door
 */
export function attainment(
  realised: Amount,
  points: TargetPoints,
  method: ScoringPolicy['attainmentMethod'],
  cap: Amount,
): Amount {
  const direction = points.floor < points.target ? 'HIGHER' : 'LOWER';
  if (!isInOrder(points, direction)) throw new RangeError('target points do not stand in order');
  const reached =
    points.ceiling !== null
      ? insideRange(realised, points, points.ceiling)
      : method === 'RATIO' && points.target >= 0n
        ? ratio(realised, points.target, direction, cap)
        : alongPoints(realised, points, direction);
  if (reached < 0n) return 0n;
  return reached < cap ? reached : cap;
}

function isInOrder({ floor, target, stretch, ceiling }: TargetPoints, direction: Direction): boolean {
  if (direction === 'LOWER') return floor > target && target >= stretch && ceiling === null;
  return floor < target && target <= stretch && (ceiling === null || stretch < ceiling);
}

function alongPoints(realised: Amount, points: TargetPoints, direction: Direction): Amount {
  // Mirrored, an indicator whose lower values are better becomes one whose higher values are.
  const mirror = direction === 'HIGHER' ? 1n : -1n;
  const [at, floor, target, stretch] = [realised, points.floor, points.target, points.stretch].map(
    (value) => value * mirror,
  ) as [Amount, Amount, Amount, Amount];
  if (at <= target) return multiplyDivide(AT_TARGET, at - floor, target - floor);
  if (stretch === target) return AT_TARGET;
  const beyond = AT_TARGET + multiplyDivide(AT_STRETCH - AT_TARGET, at - target, stretch - target);
  return beyond < AT_STRETCH ? beyond : AT_STRETCH;
}

function insideRange(realised: Amount, { floor, target, stretch }: TargetPoints, ceiling: Amount): Amount {
  if (realised < target) return multiplyDivide(AT_TARGET, realised - floor, target - floor);
  if (realised > stretch) return multiplyDivide(AT_TARGET, ceiling - realised, ceiling - stretch);
  return AT_TARGET;
}

function ratio(realised: Amount, target: Amount, direction: Direction, cap: Amount): Amount {
  if (target !== 0n) {
    return multiplyDivide(AT_TARGET, direction === 'HIGHER' ? realised : 2n * target - realised, target);
  }
  if (direction === 'LOWER') return realised <= 0n ? cap : 0n;
  if (realised === 0n) return AT_TARGET;
  return realised > 0n ? cap : 0n;
}

export const TARGET_REFUSALS = {
  TARGET_ORDER: {
    when: 'Floor, target, stretch and ceiling do not stand in the order that the direction of the indicator asks for.',
    field: 'target',
    mender: 'UNIT_ADMIN',
    message: ({ floor, target, stretch, ceiling }: TargetPoints, direction: Direction) => {
      const given = [floor, target, stretch, ...(ceiling === null ? [] : [ceiling])]
        .map(formatAmount)
        .join(', ');
      if (ceiling !== null) {
        return {
          id: `Target rentang berlaku bila makin tinggi makin baik, dengan batas bawah < target ≤ target lebih < batas atas; yang diterima ${given}. Perbaiki urutannya atau arah indikatornya.`,
          en: `A range needs an indicator whose higher values are better, and floor < target ≤ stretch < ceiling; received ${given}. Correct their order or the direction of the indicator.`,
        };
      }
      return direction === 'HIGHER'
        ? {
            id: `Makin tinggi makin baik, jadi batas bawah < target ≤ target lebih; yang diterima ${given}. Perbaiki urutannya atau arah indikatornya.`,
            en: `Higher is better, so floor < target ≤ stretch; received ${given}. Correct their order or the direction of the indicator.`,
          }
        : {
            id: `Makin rendah makin baik, jadi batas bawah > target ≥ target lebih; yang diterima ${given}. Perbaiki urutannya atau arah indikatornya.`,
            en: `Lower is better, so floor > target ≥ stretch; received ${given}. Correct their order or the direction of the indicator.`,
          };
    },
  },
} as const satisfies Record<string, RefusalRow>;

/** Takes target points whose order fits the direction of their indicator. */
export function readTargetPoints(
  points: TargetPoints,
  direction: Direction,
): Outcome<TargetPoints, keyof typeof TARGET_REFUSALS> {
  if (isInOrder(points, direction)) return ok(points);
  const row = TARGET_REFUSALS.TARGET_ORDER;
  return refused('TARGET_ORDER', { ...row, message: row.message(points, direction) });
}
