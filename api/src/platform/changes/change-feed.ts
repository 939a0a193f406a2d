import type { Sql } from '../database/sql.js';
import type { Logger } from '../logger.js';
import { readChanges, readHead, type Change } from './change-log.js';
import type { Position } from './cursor.js';
import type { Doorbell } from './doorbell.js';
import { loggedMessage } from '../logged-message.js';

/** What a follower is given, in commit order. */
export type FeedItem =
  | { readonly kind: 'CHANGES'; readonly changes: readonly Change[]; readonly upTo: Position }
  /** Nothing newer than this is known, and the database has just been asked. */
  | { readonly kind: 'BEAT'; readonly at: Date; readonly upTo: Position }
  /** The place asked for cannot be reached change by change: take a snapshot and follow from there. */
  | { readonly kind: 'RESYNC'; readonly reason: 'TOO_FAR_BEHIND' | 'OTHER_EPOCH' };

/** One reader of the change log for each process; any number of followers read what it has read. */
export interface ChangeFeed {
  /**
   * Gives every change after `from`, once, in order, then live, until the signal ends it. A follower that does
   * not ask for more costs nothing: it holds a position, not a queue. With a `subjectId` it gives the changes of that
   * row alone, and wakes for no others: thousands may each follow a row of their own.
   */
  follow(
    regionCode: string,
    from: Position,
    signal: AbortSignal,
    subjectId?: string | null,
  ): AsyncIterable<FeedItem>;
  /** Seconds since the log was last asked for the region that has waited longest; 0 where nobody follows any. */
  ageSeconds(): number;
  close(): void;
}

/** Without any ring the database is asked this often; it is also the beat that proves the feed alive. */
const BEAT_MS = 1_000;
/** Changes kept in memory for each region, for followers that are nearly up to date. */
const KEPT = 2_000;
/** Further behind than this, a snapshot is cheaper for everybody than the replay. */
const REPLAY_LIMIT = 10_000n;
const PAGE = 500;

/** Wakes one who waits; up to `nothingTo` there is nothing for whoever waits for one row. */
type Wake = (nothingTo: bigint) => void;

/** The end of one region's stream, as this process knows it. */
interface Tail {
  epoch: string;
  head: bigint;
  /** The last changes up to `head`, in order. */
  readonly kept: Change[];
  /** Looks that the clock asked for and that have ended; rings do not count, or a busy hour would drown in beats. */
  beats: number;
  beatDue: boolean;
  beatAt: Date;
  /** When the log was last asked, by a clock that only goes forward (ms). */
  askedAt: number;
  followers: number;
  looking: boolean;
  lookAgain: boolean;
  /** Up to here changes were passed over unread, because they were too many. */
  passedOver: bigint;
  /** Those who wait for any change. */
  readonly wake: Set<Wake>;
  /** Those who wait for a change of one row, by its id. */
  readonly wakeOf: Map<string, Set<Wake>>;
  timer: NodeJS.Timeout | undefined;
}

export interface ChangeFeedOptions {
  readonly sql: Sql;
  readonly doorbell: Doorbell;
  readonly now: () => Date;
  readonly logger: Logger;
}

/** Starts the process's one change feed. It reads nothing until somebody follows. */
export function createChangeFeed({ sql, doorbell, now, logger }: ChangeFeedOptions): ChangeFeed {
  const tails = new Map<string, Tail>();
  let closed = false;
  doorbell.listen((regionCode) => {
    const tail = tails.get(regionCode);
    if (tail !== undefined) void look(regionCode, tail);
  });

  const wakeThose = (waiting: Set<Wake> | undefined, nothingTo: bigint) => {
    for (const wake of [...(waiting ?? [])]) wake(nothingTo);
  };
  const wakeAll = (tail: Tail) => {
    wakeThose(tail.wake, tail.head);
    for (const waiting of [...tail.wakeOf.values()]) wakeThose(waiting, tail.head);
  };
  /** Whoever waits for one row has been waiting since before this page: all that is theirs is in it. */
  const wakeFor = (tail: Tail, page: readonly Change[]) => {
    const before = page[0]!.offset - 1n;
    wakeThose(tail.wake, before);
    if (tail.wakeOf.size === 0) return;
    for (const { subjectId } of page) if (subjectId !== null) wakeThose(tail.wakeOf.get(subjectId), before);
  };

  /** Reads on from what is known. Rings that come meanwhile make it look once more, never twice at a time. */
  async function look(regionCode: string, tail: Tail): Promise<void> {
    if (tail.looking) {
      tail.lookAgain = true;
      return;
    }
    tail.looking = true;
    try {
      do {
        tail.lookAgain = false;
        await catchUp(regionCode, tail);
      } while (tail.lookAgain && !closed);
    } catch (error) {
      // No beat goes out: every wall sees by itself that its data grow old.
      if (!closed) logger.warn({ error: loggedMessage(error), regionCode }, 'change feed cannot read');
    } finally {
      tail.looking = false;
    }
  }

  async function catchUp(regionCode: string, tail: Tail): Promise<void> {
    const head = await readHead(sql, regionCode);
    tail.askedAt = performance.now();
    if (head === null) return;
    if (head.epoch !== tail.epoch || head.offset < tail.head) {
      tail.epoch = head.epoch;
      tail.head = head.offset;
      tail.passedOver = head.offset;
      tail.kept.length = 0;
    }
    if (head.offset - tail.head > REPLAY_LIMIT) {
      tail.head = head.offset;
      tail.passedOver = head.offset;
      tail.kept.length = 0;
    }
    while (tail.head < head.offset) {
      const page = await readChanges(sql, regionCode, tail.head, PAGE);
      const last = page.at(-1);
      if (last === undefined) break;
      tail.kept.push(...page);
      if (tail.kept.length > KEPT) tail.kept.splice(0, tail.kept.length - KEPT);
      tail.head = last.offset;
      wakeFor(tail, page);
    }
    if (!tail.beatDue) return;
    tail.beatDue = false;
    tail.beats += 1;
    tail.beatAt = now();
    wakeAll(tail);
  }

  const openTail = (regionCode: string, from: Position): Tail => {
    const known = tails.get(regionCode);
    if (known !== undefined) return known;
    const tail: Tail = {
      epoch: from.epoch,
      head: from.offset,
      kept: [],
      passedOver: 0n,
      beats: 0,
      beatDue: true,
      beatAt: now(),
      askedAt: performance.now(),
      followers: 0,
      looking: false,
      lookAgain: false,
      wake: new Set(),
      wakeOf: new Map(),
      timer: setInterval(() => {
        tail.beatDue = true;
        void look(regionCode, tail);
      }, BEAT_MS),
    };
    tails.set(regionCode, tail);
    void look(regionCode, tail);
    return tail;
  };

  async function* follow(
    regionCode: string,
    from: Position,
    signal: AbortSignal,
    subjectId: string | null = null,
  ): AsyncGenerator<FeedItem> {
    const tail = openTail(regionCode, from);
    tail.followers += 1;
    let { epoch, offset } = from;
    let beat = tail.beats;
    const firstBeat = beat;
    try {
      while (!signal.aborted && !closed) {
        if (tail.epoch !== epoch) {
          yield { kind: 'RESYNC', reason: 'OTHER_EPOCH' };
          return;
        }
        if (offset < tail.head) {
          const oldestKept = tail.kept[0]?.offset ?? tail.head + 1n;
          if (tail.head - offset > REPLAY_LIMIT) {
            yield { kind: 'RESYNC', reason: 'TOO_FAR_BEHIND' };
            return;
          }
          const changes =
            offset + 1n >= oldestKept
              ? tail.kept.slice(Number(offset + 1n - oldestKept))
              : await readChanges(sql, regionCode, offset, PAGE);
          const last = changes.at(-1);
          if (last !== undefined) {
            offset = last.offset;
            const own =
              subjectId === null ? changes : changes.filter((change) => change.subjectId === subjectId);
            if (own.length > 0) yield { kind: 'CHANGES', changes: own, upTo: { epoch, offset } };
            continue;
          }
        }
        if (beat !== tail.beats) {
          beat = tail.beats;
          // A position ahead of all that exists was never given out by this stream. The first look that ends may
          // have begun before the follower's snapshot was read; the second cannot have.
          if (offset > tail.head && beat > firstBeat + 1) {
            yield { kind: 'RESYNC', reason: 'OTHER_EPOCH' };
            return;
          }
          yield { kind: 'BEAT', at: tail.beatAt, upTo: { epoch, offset } };
          continue;
        }
        const nothingTo = await ring(tail, subjectId, signal);
        // Whoever follows one row need not look through what was there for others meanwhile.
        if (subjectId !== null && nothingTo > offset && offset >= tail.passedOver) offset = nothingTo;
      }
    } finally {
      tail.followers -= 1;
      if (tail.followers === 0) {
        clearInterval(tail.timer);
        tails.delete(regionCode);
      }
    }
  }

  /** Until there is something to look at, or the end. */
  const ring = (tail: Tail, subjectId: string | null, signal: AbortSignal) =>
    new Promise<bigint>((resolve) => {
      const waiting = subjectId === null ? tail.wake : (tail.wakeOf.get(subjectId) ?? new Set<Wake>());
      if (subjectId !== null) tail.wakeOf.set(subjectId, waiting);
      const end = () => wake(0n);
      const wake: Wake = (nothingTo) => {
        signal.removeEventListener('abort', end);
        waiting.delete(wake);
        if (subjectId !== null && waiting.size === 0 && tail.wakeOf.get(subjectId) === waiting)
          tail.wakeOf.delete(subjectId);
        resolve(nothingTo);
      };
      waiting.add(wake);
      signal.addEventListener('abort', end, { once: true });
    });

  return {
    follow,
    ageSeconds() {
      const moment = performance.now();
      return Math.max(0, ...[...tails.values()].map(({ askedAt }) => (moment - askedAt) / 1_000));
    },
    close() {
      closed = true;
      for (const tail of tails.values()) {
        clearInterval(tail.timer);
        wakeAll(tail);
      }
      tails.clear();
    },
  };
}
