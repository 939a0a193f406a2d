import type { Points } from './plans.js';

/** The measured value that gives an attainment (0 to 120): the way back along the lines that the score draws. */
export function valueAt(attainment: number, { floor, target, stretch }: Points): number {
  return attainment <= 100
    ? floor + ((target - floor) * Math.max(attainment, 0)) / 100
    : target + ((stretch - target) * (Math.min(attainment, 120) - 100)) / 20;
}
