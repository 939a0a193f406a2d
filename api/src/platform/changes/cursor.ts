/** A place in one region's change stream: everything up to and including `offset` has been seen. */
export interface Position {
  /** Names one life of the stream; a database that was restored starts a new one. */
  readonly epoch: string;
  readonly offset: bigint;
}

const CURSOR = /^([0-9a-z]{1,32}):(0|[1-9]\d{0,17})$/;

/** The text that a client keeps, for example `k3x9f2:1042`. */
export function formatCursor(position: Position): string {
  return `${position.epoch}:${position.offset}`;
}

/** Null for a text that no server of ours has ever given out. */
export function readCursor(text: string): Position | null {
  const match = CURSOR.exec(text);
  return match === null ? null : { epoch: match[1]!, offset: BigInt(match[2]!) };
}
