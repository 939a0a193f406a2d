import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import { LIMITS } from '../graphql/limits.js';
import { CLOSE } from './close-codes.js';
import { createSocketWriter } from './socket-writer.js';

const FRAME = Buffer.from('frame');
const OVER = LIMITS.unreadBytes + 1;
/** Past the grace that a socket has over its unread bytes. */
const LATER_MS = 1_100;

/** A socket whose unread bytes are what the test says; what was written and closed is noted. */
function socketOf() {
  const raw = { writableLength: 0, written: 0, write: () => (raw.written += 1) };
  const closed: number[] = [];
  const socket = {
    OPEN: 1,
    readyState: 1,
    once: () => undefined,
    close: (code: number) => closed.push(code),
  };
  const writer = createSocketWriter(socket as unknown as WebSocket, raw as unknown as Socket);
  return { raw, closed, tell: () => writer.tell(FRAME) };
}

describe('what is told to a socket', () => {
  it('says whether what was told before piles up', () => {
    const { raw, tell } = socketOf();
    expect(tell()).toBe(true);
    raw.writableLength = LIMITS.pileBytes - 1;
    expect(tell()).toBe(true);
    raw.writableLength = LIMITS.pileBytes;
    expect(tell()).toBe(false);
    raw.writableLength = 0;
    expect(tell()).toBe(true);
  });

  it('ends with a code to come back by, where too much of it stays unread for longer than the grace', async () => {
    const { raw, closed, tell } = socketOf();
    raw.writableLength = OVER;
    tell();
    expect([raw.written, closed]).toEqual([1, []]);
    await wait(LATER_MS);
    tell();
    expect([raw.written, closed]).toEqual([1, [CLOSE.slow.code]]);
  });

  it('has its whole grace anew once everything was read', async () => {
    const { raw, closed, tell } = socketOf();
    raw.writableLength = OVER;
    tell();
    raw.writableLength = 0;
    tell();
    await wait(LATER_MS);
    raw.writableLength = OVER;
    tell();
    expect([raw.written, closed]).toEqual([3, []]);
  });
});
