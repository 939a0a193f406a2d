import { currentMoment, type Moment } from '../moment.js';
import {
  afterJump,
  clockJump,
  correctedNow,
  learnClock,
  type ClockReading,
  type ServerWord,
} from './device-clock.js';

/** The clock of this page, which knows of the server's. */
export interface RunningClock {
  /** The instant on the server's clock as far as it can be told, ms since 1970. */
  readonly now: () => number;
  /** Hears what the server's clock showed. */
  readonly learn: (word: ServerWord) => void;
  readonly stop: () => void;
}

interface ClockOptions {
  readonly known: ClockReading | null;
  /** Hears of each better reading, to be kept. */
  readonly onReading: (reading: ClockReading | null) => void;
  readonly moment?: () => Moment;
}

/** How often the two clocks of the device are held against each other, ms. */
const LOOK_EVERY = 1_000;

/** Keeps the reading right for as long as the page lives, also while somebody sets the device's clock. */
export function runClock({ known, onReading, moment = currentMoment }: ClockOptions): RunningClock {
  let reading = known;
  let seen = moment();
  let hidden = false;

  function read(next: ClockReading | null): void {
    if (next === reading) return;
    reading = next;
    onReading(next);
  }
  /** Looks whether the wall clock was set since the last time. */
  function look(): Moment {
    const now = moment();
    const jump = clockJump(seen, now, hidden);
    seen = now;
    hidden = isHidden();
    read(afterJump(reading, jump));
    return now;
  }
  const onHide = () => {
    hidden ||= isHidden();
  };
  const timer = setInterval(look, LOOK_EVERY);
  globalThis.document?.addEventListener('visibilitychange', onHide);

  return {
    now() {
      const now = look(); // first: it may change the reading
      return correctedNow(reading, now);
    },
    learn(word) {
      look();
      read(learnClock(reading, word));
    },
    stop() {
      clearInterval(timer);
      globalThis.document?.removeEventListener('visibilitychange', onHide);
    },
  };
}

function isHidden(): boolean {
  return globalThis.document?.visibilityState === 'hidden';
}
