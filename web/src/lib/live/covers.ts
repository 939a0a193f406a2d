import { readCursor } from './cursor.js';

/**
 * Whether nothing that concerns the reader lies between the position held and what a message covers: all from its
 * `previous` to its `cursor`. A change already held is a repetition after a reconnect; a `previous` further on, or
 * another epoch, means that something is missing.
 */
export function covers(
  { previous, cursor }: { readonly previous: string; readonly cursor: string },
  held: string | null,
): boolean {
  const [from, here, to] = [previous, held ?? '', cursor].map(readCursor);
  if (!from || !here || !to) return false;
  const oneEpoch = from.epoch === here.epoch && here.epoch === to.epoch;
  return oneEpoch && from.offset <= here.offset && here.offset <= to.offset;
}
