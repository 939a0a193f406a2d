import { hearMessage, type LiveMessage } from './hear-message.js';
import type { Held } from './live-feed.js';

interface Sum extends Held {
  readonly sum: number;
}

const heard = { wall: 0, steady: 0 };
const EMPTY: Sum = { cursor: null, word: null, sum: 0 };
const at = '2026-11-24T02:42:10Z';
const message = (previous: number, cursor: number, reason?: LiveMessage['reason']): LiveMessage => ({
  ...{ previous: `a:${previous}`, cursor: `a:${cursor}`, at },
  ...(reason !== undefined && { reason }),
});
const hear = (held: Sum, told: LiveMessage) => hearMessage(held, told, heard, () => ({ sum: held.sum + 1 }));
const held = hear(EMPTY, message(4, 4, 'FIRST'));

describe('what is held after one more message', () => {
  it.each([
    ['a first picture', EMPTY, message(9, 9, 'FIRST'), { sum: 1, cursor: 'a:9' }],
    ['a picture of another life', held, message(2, 2, 'OTHER_EPOCH'), { sum: 2, cursor: 'a:2' }],
    ['a change that goes on', held, message(4, 7, null), { sum: 2, cursor: 'a:7' }],
    ['a change that begins before', held, message(3, 7, null), { sum: 2, cursor: 'a:7' }],
    ['a heartbeat', held, message(4, 6), { sum: 1, cursor: 'a:6' }],
  ])('%s', (_what, before, told, after) => {
    expect(hear(before, told)).toMatchObject({ ...after, word: { at } });
  });

  it.each([
    ['a change that was held already', message(3, 4, null)],
    ['a change after something that is missing', message(5, 7, null)],
    ['a heartbeat after something that is missing', message(5, 7)],
    ['a heartbeat of another life', { previous: 'b:4', cursor: 'b:4', at }],
  ])('%s does not count, not even as a word', (_what, told) => {
    expect(hear(held, told)).toBe(held);
  });
});
