import type { FollowForumSessionSubscription } from '@pantau/schema';
import { EMPTY_SCREEN, hearScreen, withAsked, type ScreenState } from './screen-state.js';

type Message = FollowForumSessionSubscription['forumSession'];

const heard = { wall: 0, steady: 0 };
const session = (phase: string) => ({ id: 's', phase }) as unknown as ScreenState['session'];
const row = (id: string, text: string) => ({ id, text });
function update(
  [previous, cursor]: readonly [number, number],
  reason: 'FIRST' | null,
  outcomes: readonly object[] = [],
  commitments: readonly object[] = [],
): Message {
  const told = { previous: `a:${previous}`, cursor: `a:${cursor}`, at: '2026-11-26T02:00:00Z', reason };
  const drawn = { session: session('OPEN'), outcomes, commitments };
  return { __typename: 'ForumSessionUpdate', ...told, ...drawn } as unknown as Message;
}
const hear = (held: ScreenState, ...messages: readonly Message[]) =>
  messages.reduce((state, message) => hearScreen(state, message, heard), held);
const texts = ({ outcomes }: ScreenState) => outcomes.map(({ text }) => text);

describe('what the screen in the hall holds', () => {
  const first = hear(
    EMPTY_SCREEN,
    update([4, 4], 'FIRST', [row('1', 'satu'), row('2', 'dua')], [row('c', 'janji')]),
  );

  it('grows by what is written, and something revised keeps its place', () => {
    const then = hear(
      first,
      update([4, 5], null, [row('3', 'tiga')]),
      update([5, 6], null, [row('1', 'SATU')]),
    );
    expect(texts(then)).toEqual(['SATU', 'dua', 'tiga']);
    expect(then.commitments.map(({ text }) => text)).toEqual(['janji']);
    expect(then.cursor).toBe('a:6');
  });
  it('is replaced by a picture', () => {
    expect(texts(hear(first, update([9, 9], 'FIRST', [row('3', 'tiga')])))).toEqual(['tiga']);
  });
  it('takes nothing behind a gap, and a repetition once', () => {
    expect(hear(first, update([6, 7], null, [row('3', 'tiga')]))).toBe(first);
    const change = update([4, 5], null, [row('3', 'tiga')]);
    expect(texts(hear(first, change, change))).toEqual(['satu', 'dua', 'tiga']);
  });
  it('has what an office reported meanwhile, unless the hall heard later', () => {
    const promise = (state: string, minute: number) =>
      ({ id: 'c', state, movedAt: `2026-11-26T02:0${minute}:00Z` }) as ScreenState['commitments'][number];
    const held = { ...first, commitments: [promise('STARTED', 5)] };
    const asked = (minute: number) => withAsked(held, [promise('DONE', minute)]).commitments[0]!.state;
    expect([4, 5, 6].map(asked)).toEqual(['STARTED', 'DONE', 'DONE']);
    expect(withAsked(first, [{ ...promise('DONE', 1), id: 'd' }]).commitments.map(({ id }) => id)).toEqual([
      'c',
      'd',
    ]);
  });
  it('keeps all of it through a heartbeat', () => {
    const at = '2026-11-26T02:00:01Z';
    const beat: Message = { __typename: 'Heartbeat', previous: 'a:4', cursor: 'a:8', at };
    expect(hear(first, beat)).toMatchObject({ cursor: 'a:8', outcomes: first.outcomes, word: { at } });
  });
});
