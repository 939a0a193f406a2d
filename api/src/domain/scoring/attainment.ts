import { amount, formatAmount, multiplyDivide, type Amount } from '../amount.js';
import { ok, refused, type Outcome, type RefusalRow } from '../outcome.js';

/** What a target asks for, in the indicator's unit of measure. Lower is better where the floor lies above the target. */
export interface TargetPoints {
  /** Attainment 0: here and beyond nothing of the target is reached. */
  readonly floor: Amount;
  /** Attainment 100. */
  readonly target: Amount;
  /** Attainment 120. */
  readonly stretch: Amount;
}

/** Which way is better. */
export type Direction = 'HIGHER' | 'LOWER';

const AT_TARGET = amount('100');
/** PP 30/2019 lets a realisation beyond the target count up to 120. */
const AT_STRETCH = amount('120');

/**
 * Capaian in points, 0 to `cap`: straight lines between floor, target and stretch, rounded to six places. A stretch
 * equal to the target ends at 100.
 * @throws RangeError where the points do not stand in order; `readTargetPoints` refuses such points at the door
 */
export function attainment(realised: Amount, points: TargetPoints, cap: Amount): Amount {
  // Mirrored, an indicator whose lower values are better becomes one whose higher values are.
  const mirror = points.floor < points.target ? 1n : -1n;
  const [at, floor, target, stretch] = [realised, points.floor, points.target, points.stretch].map(
    (value) => value * mirror,
  ) as [Amount, Amount, Amount, Amount];
  if (floor >= target || target > stretch) throw new RangeError('target points do not stand in order');
  if (at <= floor) return 0n;
  const reached =
    at < target
      ? multiplyDivide(AT_TARGET, at - floor, target - floor)
      : stretch === target
        ? AT_TARGET
        : AT_TARGET + multiplyDivide(AT_STRETCH - AT_TARGET, at - target, stretch - target);
  const most = cap < AT_STRETCH ? cap : AT_STRETCH;
  return reached < most ? reached : most;
}

export const TARGET_REFUSALS = {
  TARGET_ORDER: {
    when: 'Floor, target and stretch do not stand in the order that the direction of the indicator asks for.',
    field: 'target',
    mender: 'UNIT_ADMIN',
    message: ({ floor, target, stretch }: TargetPoints, direction: Direction) => {
      const given = [floor, target, stretch].map(formatAmount).join(', ');
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
  const { floor, target, stretch } = points;
  const inOrder =
    direction === 'HIGHER' ? floor < target && target <= stretch : floor > target && target >= stretch;
  if (inOrder) return ok(points);
  const row = TARGET_REFUSALS.TARGET_ORDER;
  return refused('TARGET_ORDER', { ...row, message: row.message(points, direction) });
}
