import type { Amount } from '../amount.js';
import { ALL_PLACES, roundForDisplay } from '../wall/display-amount.js';

/**
 * To how many places a number is shown beside the edges that it is held against: to `places`, or in full where rounding
 * would carry it onto an edge or over it (rule EX9): 109.996, which is below 110, is not shown as 110.
 */
export function placesBeside(a: Amount, edges: readonly Amount[], places: number): number {
  const shown = roundForDisplay(a, places);
  const isCarried = edges.some((edge) => a < edge !== shown < edge || a > edge !== shown > edge);
  return isCarried ? ALL_PLACES : places;
}
