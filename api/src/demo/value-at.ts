import type { Points } from './plans.js';

/** The measured value that gives an attainment (0 to 120): the way back along the lines that the score draws. */
export function valueAt(attainment: number, { floor, target, stretch }: Points): number {
  return attainment <= 100
    ? floor + ((target - floor) * Math.max(attainment, 0)) / 100
    : target + ((stretch - target) * (Math.min(attainment, 120) - 100)) / 20;
}

/** The attainment of a measured value, 0 to 120, near enough to invent the next one; scores are the domain's. */
export function attainmentAt(value: number, { floor, target, stretch, ceiling }: Points): number {
  const toTarget = ((value - floor) / (target - floor)) * 100;
  if (toTarget <= 100) return Math.max(toTarget, 0);
  return stretch === target || ceiling !== undefined
    ? 100
    : Math.min(100 + ((value - target) / (stretch - target)) * 20, 120);
}
