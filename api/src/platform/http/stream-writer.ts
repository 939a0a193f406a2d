import type { Response } from 'express';
import type { FormattedExecutionResult } from 'graphql';
import { LIMITS } from '../graphql/limits.js';

/** How long a client may stay over its unread bytes. */
const GRACE_MS = 1_000;
/** Proxies end what is silent, most of them after a minute, some after half of one. */
const PING_MS = 10_000;

/** Writes the events of one answer, and lets go of a client that does not read: it resumes by its cursor. */
export interface StreamWriter {
  /** Writes one result; waits until it is on its way, so that what is replayed does not pile up. */
  readonly next: (result: FormattedExecutionResult) => Promise<void>;
  /**
   * Writes a ready text and returns at once: what is told to many is not waited for by one. False: what was written
   * before piles up.
   */
  readonly tell: (text: string | Buffer) => boolean;
  /** Says that nothing more comes: the client does not come back by itself. */
  readonly complete: () => void;
  /** Ends in the middle, from which clients come back by themselves. */
  readonly breakOff: (why: string) => void;
  /** To be called each second: finds out who does not read, and gives a sign of life where there was none. */
  readonly look: () => void;
}

/** Begins an answer that goes on. */
export function beginStream(response: Response): StreamWriter {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    // Proxies that gather an answer before they hand it on would hold back what is live.
    'X-Accel-Buffering': 'no',
  });
  // What is asked for may not come for a while; that it was let in is known now.
  response.flushHeaders();
  /** Since when there is something unread, and since when too much of it; null: there is not. */
  let unreadSince: number | null = null;
  let overSince: number | null = null;
  let wroteAt = performance.now();
  const isOver = () => response.writableEnded || response.destroyed;

  const isSlow = (): boolean => {
    const unread = response.writableLength;
    const now = performance.now();
    unreadSince = unread === 0 ? null : (unreadSince ?? now);
    overSince = unread > LIMITS.unreadBytes ? (overSince ?? now) : null;
    return (
      (unreadSince !== null && now - unreadSince > LIMITS.unreadMs) ||
      (overSince !== null && now - overSince > GRACE_MS)
    );
  };
  const write = (text: string | Buffer): boolean => {
    if (isOver()) return false;
    // Nobody else waits for it.
    if (isSlow()) {
      response.destroy();
      return false;
    }
    const keepsUp = response.writableLength < LIMITS.pileBytes;
    wroteAt = performance.now();
    // Not corked: Node gathers the three by itself, and a response that is corked does not tell that it is full.
    response.write('event: next\ndata: ');
    response.write(text);
    response.write('\n\n');
    return keepsUp;
  };

  return {
    async next(result) {
      write(JSON.stringify(result));
      if (isOver() || !response.writableNeedDrain) return;
      await new Promise<void>((resolve) => {
        const on = () => {
          response.off('drain', on);
          response.off('close', on);
          resolve();
        };
        response.on('drain', on);
        response.on('close', on);
      });
    },
    tell: write,
    complete() {
      if (!isOver()) response.end('event: complete\ndata: \n\n');
    },
    breakOff(why) {
      if (!isOver()) response.end(`: ${why}\n\n`);
    },
    look() {
      if (response.destroyed) return;
      // Also what has been ended goes, where it is not read to its end.
      if (isSlow()) return void response.destroy();
      if (response.writableEnded || performance.now() - wroteAt < PING_MS) return;
      wroteAt = performance.now();
      response.write(': ping\n\n');
    },
  };
}
