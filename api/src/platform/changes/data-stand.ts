import type { Position } from './cursor.js';

/**
 * Where a region's data stand, as a column `data_stand`: the same text means that no command was done in between. The end
 * of the stream alone would not say so, because some commands append nothing to it; but each writes the row that holds
 * it, and so leaves its own transaction's number on it.
 */
export const DATA_STAND = `concat_ws(' ', stand.epoch, stand.head, stand.xmin) as data_stand`;

/** Joins what `DATA_STAND` reads; `region` is the expression for the region's code. */
export const standOf = (region: string): string =>
  `left join stream_head stand on stand.region_code = ${region}`;

/** Where the stream ended when this was read; null where the region has none. */
export function streamEndOf(dataStand: string): Position | null {
  const [epoch, head, xmin] = dataStand.split(' ');
  return xmin === undefined ? null : { epoch: epoch!, offset: BigInt(head!) };
}
