import type { Connection } from '../graphql/live-socket.js';

/** The server speaks each second. After this long without a word, ms, three are missing and the age is shown. */
export const SILENCE_SHOWN_AFTER = 3_000;
/** After this long, ms, the figures are called late, with the time since when. The promise is 5 s, and drawing takes time. */
export const LATE_AFTER = 4_500;
/** After this long, ms, the colours drain and a band says so: nobody may take the picture for the present. */
export const DRAINED_AFTER = 60_000;
/** After this long, ms, the figures are called old data. */
export const OLD_AFTER = 15 * 60_000;

/** How far the picture may be trusted. `silence` is ms since the server last vouched for it, null before the first time. */
export type Freshness =
  /** Nothing has been heard yet. */
  | { readonly kind: 'WAITING'; readonly silence: null; readonly drained: false }
  /** The server has vouched for the picture within three seconds. */
  | { readonly kind: 'LIVE'; readonly silence: number; readonly drained: false }
  /** A short silence, or the connection was just lost: the age is shown, the figures still count. */
  | { readonly kind: 'RECONNECTING'; readonly silence: number; readonly drained: false }
  /** The figures are late. Drained: for more than a minute. */
  | { readonly kind: 'STALE'; readonly silence: number; readonly drained: boolean }
  /** The figures are a record of the past. */
  | { readonly kind: 'OLD'; readonly silence: number; readonly drained: true };

/** Judges how fresh the picture is from the length of the silence and the state of the connection alone. */
export function freshness(silence: number | null, connection: Connection): Freshness {
  if (silence === null) return { kind: 'WAITING', silence, drained: false };
  if (silence > OLD_AFTER) return { kind: 'OLD', silence, drained: true };
  if (silence > LATE_AFTER) return { kind: 'STALE', silence, drained: silence > DRAINED_AFTER };
  if (silence > SILENCE_SHOWN_AFTER || connection !== 'OPEN')
    return { kind: 'RECONNECTING', silence, drained: false };
  return { kind: 'LIVE', silence, drained: false };
}
