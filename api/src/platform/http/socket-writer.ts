import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import { LIMITS } from '../graphql/limits.js';
import { CLOSE } from './close-codes.js';

/** How long a socket may stay over its unread bytes. */
const GRACE_MS = 1_000;

/** Writes to one socket, and lets go of a client that does not read: it resumes by its cursor when it wakes. */
export interface SocketWriter {
  /** Waits until it is written, so that each operation has one message under way at most. */
  readonly send: (text: string) => Promise<void>;
  /**
   * Writes a ready frame and returns at once: what is told to many is not waited for by one. False: what was written
   * before piles up.
   */
  readonly tell: (frame: Buffer) => boolean;
}

export function createSocketWriter(socket: WebSocket, raw: Socket): SocketWriter {
  /** Since when there is something unread, and since when too much of it; null: there is not. */
  let unreadSince: number | null = null;
  let overSince: number | null = null;
  let grace: NodeJS.Timeout | undefined;
  const slow = () => {
    if (socket.readyState === socket.OPEN) socket.close(CLOSE.slow.code, 'slow: resume');
  };
  socket.once('close', () => clearTimeout(grace));

  return {
    send: (text) =>
      new Promise((resolve) => {
        if (socket.readyState !== socket.OPEN) return resolve();
        if (socket.bufferedAmount > LIMITS.unreadBytes) {
          grace ??= setTimeout(() => {
            grace = undefined;
            if (socket.bufferedAmount > LIMITS.unreadBytes) slow();
          }, GRACE_MS);
        }
        const late = setTimeout(slow, LIMITS.unreadMs);
        socket.send(text, () => {
          clearTimeout(late);
          resolve();
        });
      }),
    tell(frame) {
      if (socket.readyState !== socket.OPEN) return false;
      // Each stream beats every second, so that looking here is looking often enough, without a timer for each message.
      const unread = raw.writableLength;
      if (unread === 0) unreadSince = overSince = null;
      else {
        const now = performance.now();
        unreadSince ??= now;
        overSince = unread > LIMITS.unreadBytes ? (overSince ?? now) : null;
        if (now - unreadSince > LIMITS.unreadMs || (overSince !== null && now - overSince > GRACE_MS)) {
          slow();
          return false;
        }
      }
      raw.write(frame);
      return unread < LIMITS.pileBytes;
    },
  };
}
