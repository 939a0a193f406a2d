import type { Moment } from '../moment.js';

/** What a device knows of the server's clock: by how much it is ahead of its own, and how sure that is. */
export interface ClockReading {
  /** Server minus device, ms. */
  readonly offset: number;
  /** The truth is no further off than this, ms. */
  readonly within: number;
}

/** What the server's clock showed, between a question and its answer. */
export interface ServerWord {
  readonly asked: Moment;
  readonly heard: Moment;
  /** Instant on the server's clock, ms since 1970, somewhere between the two. */
  readonly said: number;
}

/**
 * What is known after one more word of the server. Both ways through the network are taken to be as long; they cannot be
 * more unlike than the whole way is long. Of two readings that can both be true the surer one stays; where they cannot,
 * one of the clocks has been set, and the newer one holds.
 */
export function learnClock(known: ClockReading | null, { asked, heard, said }: ServerWord): ClockReading {
  const way = Math.max(0, heard.steady - asked.steady);
  // The later reading of the wall clock: it may have been set while the answer was on its way.
  const fresh = { offset: said - (heard.wall - way / 2), within: way / 2 };
  if (known === null) return fresh;
  const bothTrue = Math.abs(known.offset - fresh.offset) <= known.within + fresh.within;
  return bothTrue && known.within <= fresh.within ? known : fresh;
}

/** The instant on the server's clock, as far as it can be told, ms since 1970. */
export function correctedNow(known: ClockReading | null, { wall }: Moment): number {
  return wall + (known?.offset ?? 0);
}

/** A difference of the two clocks that is no setting: they run unlike, and are not read in the same instant; ms. */
const NO_JUMP = 500;

/**
 * By how much the wall clock was set between two moments of one page, ms. The steady clock stands still while a device
 * sleeps, so that a step ahead says nothing where it may have slept; a step back is always a setting.
 */
export function clockJump(before: Moment, now: Moment, mayHaveSlept: boolean): number {
  const jump = now.wall - before.wall - (now.steady - before.steady);
  if (Math.abs(jump) < NO_JUMP) return 0;
  return jump > 0 && mayHaveSlept ? 0 : jump;
}

/** The same reading after the device's own clock was set ahead by so many ms. */
export function afterJump(known: ClockReading | null, jump: number): ClockReading | null {
  if (jump === 0) return known;
  // Nothing is known of the server's clock, but what was written before must not end up behind what is written now.
  const { offset, within } = known ?? { offset: 0, within: Number.MAX_SAFE_INTEGER };
  return { offset: offset - jump, within: within + NO_JUMP };
}
