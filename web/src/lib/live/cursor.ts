/** A position in a region's change stream, read. */
export interface Position {
  /** Changes when the stream starts anew (a restored backup): offsets of two epochs cannot be compared. */
  readonly epoch: string;
  /** Grows by exactly one per change of the region; not every change concerns the wall. */
  readonly offset: bigint;
}

/** Reads "<epoch>:<offset>"; null when the text is none. */
export function readCursor(cursor: string): Position | null {
  const match = /^(.+):(0|[1-9]\d*)$/.exec(cursor);
  return match ? { epoch: match[1]!, offset: BigInt(match[2]!) } : null;
}
