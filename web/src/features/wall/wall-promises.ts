import type { WallPromises_CommitmentFragment } from '@pantau/schema';
import { dayOf } from '../policies/policy-days.js';

/** How many promises that are open, and how many that are settled, a wall keeps; the server's snapshot brings as many. */
export const PROMISES_KEPT = 100;
/** What was kept is good news for so many days. */
const SETTLED_DAYS = 14;
const DAY = 86_400_000;

/** Promises that fit the wall's pages of them: more would leave too little time for the units. */
export const PROMISES_SHOWN = 12;
/** Places kept for what was settled, where there is any: a wall of what is still due alone would be half of the truth. */
const SETTLED_SHOWN = 3;

type WallPromise = WallPromises_CommitmentFragment;

/**
 * The promises of a wall at `at` (an instant), in the order of the server: what is open by its last day, so that what is
 * late comes first, then what was settled in the last two weeks, the latest first. `moved` is kept however many there are.
 */
export function keepPromises(
  promises: readonly WallPromise[],
  at: string,
  moved: string | null = null,
): readonly WallPromise[] {
  const since = dayOf(Date.parse(at) - SETTLED_DAYS * DAY);
  const kept = promises.filter(({ withdrawn }) => !withdrawn);
  const open = kept.filter(({ settledOn }) => settledOn === null).toSorted(byDue);
  const settled = kept
    .filter(({ settledOn }) => settledOn !== null && settledOn >= since)
    .toSorted(bySettled);
  return [...first(open, PROMISES_KEPT, moved), ...first(settled, PROMISES_KEPT, moved)];
}

/** The promises after one of them moved. */
export function withPromise(
  promises: readonly WallPromise[],
  changed: WallPromise,
  at: string,
): readonly WallPromise[] {
  return keepPromises([...promises.filter(({ id }) => id !== changed.id), changed], at, changed.id);
}

/** Those that a wall shows, in their order: what just moved is always among them. */
export function shownPromises(
  promises: readonly WallPromise[],
  moved: string | null,
): readonly WallPromise[] {
  const open = promises.filter(({ settledOn }) => settledOn === null);
  const settled = promises.filter(({ settledOn }) => settledOn !== null);
  const places = Math.min(settled.length, Math.max(SETTLED_SHOWN, PROMISES_SHOWN - open.length));
  return [...first(open, PROMISES_SHOWN - places, moved), ...first(settled, places, moved)];
}

/** The first so many, with `moved` in the last place where it would have been left out. */
function first(promises: readonly WallPromise[], most: number, moved: string | null): readonly WallPromise[] {
  const left = promises.slice(most).find(({ id }) => id === moved);
  return left === undefined ? promises.slice(0, most) : [...promises.slice(0, most - 1), left];
}

function byDue(a: WallPromise, b: WallPromise): number {
  return compare(a.dueOn, b.dueOn) || compare(a.id, b.id);
}

function bySettled(a: WallPromise, b: WallPromise): number {
  return compare(b.settledOn!, a.settledOn!) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
