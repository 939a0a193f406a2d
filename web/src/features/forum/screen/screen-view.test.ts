import { EMPTY_SCREEN, type ScreenState } from './screen-state.js';
import { pageOf, screenView, showsCode, sizeOf, standingOf } from './screen-view.js';
import { dayInWords } from './screen-words.js';

interface Part {
  /** Whether last time's promises are talked about. */
  readonly phase?: 'PLANNED' | 'OPEN' | 'CLOSED' | 'SIGNED';
  readonly back?: 'BEFORE' | 'NOW' | 'OVER';
  readonly outcomes?: readonly {
    readonly id: string;
    readonly takenAt: string;
    readonly withdrawn?: boolean;
  }[];
  readonly commitments?: readonly object[];
}
function stateOf({ phase = 'OPEN', back = 'BEFORE', outcomes = [], commitments = [] }: Part): ScreenState {
  const item = {
    looksBack: true,
    startedAt: back === 'BEFORE' ? null : '2026-11-26T02:00:00Z',
    endedAt: back === 'OVER' ? '2026-11-26T02:10:00Z' : null,
  };
  const parts = { session: { id: 'now', phase, agenda: [item] }, outcomes, commitments };
  return { ...EMPTY_SCREEN, ...parts } as unknown as ScreenState;
}
const last = (id: string, state: string, dueOn = '2026-11-20') => ({ id, sessionId: 'before', state, dueOn });
const said = (id: string, minute: number, withdrawn = false) => ({
  ...{ id, withdrawn },
  takenAt: `2026-11-26T02:${String(minute).padStart(2, '0')}:00Z`,
});

describe('what the hall is shown', () => {
  it('is nothing yet in a first session, before anything is agreed', () => {
    expect(screenView(EMPTY_SCREEN).shows).toBe('NOTHING_YET');
    expect(screenView(stateOf({})).shows).toBe('NOTHING_YET');
  });
  it.each([
    ['before anything is agreed', 'BEFORE', 0, 'LAST_PROMISES'],
    ['while they are talked about', 'NOW', 1, 'LAST_PROMISES'],
    ['no more once that is over', 'OVER', 1, 'AGREED'],
    ['no more where one goes straight on to what is agreed', 'BEFORE', 1, 'AGREED'],
  ] as const)('is last time’s promises %s', (_when, back, count, shows) => {
    const outcomes = [said('1', 5)].slice(0, count);
    expect(screenView(stateOf({ back, outcomes, commitments: [last('a', 'DONE')] })).shows).toBe(shows);
  });
  it.each(['CLOSED', 'SIGNED'] as const)('is all that was agreed, to be read out, once it is %s', (phase) => {
    expect(screenView(stateOf({ phase, outcomes: [said('1', 5)] })).shows).toBe('ALL_AGREED');
    expect(screenView(stateOf({ phase })).shows).toBe('NOTHING_YET');
  });
  it('begins with the promises that are open, of these with the one due first', () => {
    const commitments = [
      ...[last('kept', 'DONE', '2026-11-01'), last('later', 'PROMISED', '2026-12-01')],
      ...[last('soon', 'STARTED', '2026-11-10'), { ...last('new', 'PROMISED'), sessionId: 'now' }],
    ];
    expect(screenView(stateOf({ commitments })).lastPromises.map(({ id }) => id)).toEqual([
      'soon',
      'later',
      'kept',
    ]);
  });
  it('has what was agreed newest first, each promise with its due day, and nothing that was withdrawn', () => {
    const outcomes = [said('first', 1), said('gone', 4, true), said('third', 3), said('second', 2)];
    const commitments = [{ ...last('second', 'PROMISED', '2026-12-10'), sessionId: 'now' }];
    const { agreed } = screenView(stateOf({ outcomes, commitments }));
    expect(agreed.map(({ outcome }) => outcome.id)).toEqual(['third', 'second', 'first']);
    expect(agreed.map(({ promise }) => promise?.dueOn)).toEqual([undefined, '2026-12-10', undefined]);
  });
});

it.each([
  ['before it is opened', 'PLANNED', 'BEFORE', 0, true],
  ['while people come in', 'OPEN', 'BEFORE', 0, true],
  ['no more once a point has begun', 'OPEN', 'NOW', 0, false],
  ['no more once something is agreed', 'OPEN', 'BEFORE', 1, false],
  ['no more once it is closed', 'CLOSED', 'BEFORE', 0, false],
] as const)('the hall is shown its code %s', (_when, phase, back, count, shown) => {
  const outcomes = [said('1', 5)].slice(0, count);
  expect(showsCode(stateOf({ phase, back, outcomes }))).toBe(shown);
  expect(showsCode(EMPTY_SCREEN)).toBe(false);
});

describe('a promise in one word', () => {
  it.each([
    ['PROMISED', true, 'LATE'],
    ['STARTED', true, 'LATE'],
    ['STARTED', false, 'STARTED'],
    ['DONE', true, 'DONE'],
    ['CANNOT', false, 'CANNOT'],
  ] as const)('%s, late: %s, is %s', (state, late, standing) => {
    expect(standingOf({ state, late })).toBe(standing);
  });
  it('is due on a day as it is said', () => {
    expect(dayInWords('2026-12-10', '2026-11-26', 'id')).toBe('Kamis, 10 Desember');
    expect(dayInWords('2027-01-14', '2026-11-26', 'id')).toBe('Kamis, 14 Januari 2027');
    expect(dayInWords('2026-12-10', '2027-01-14', 'en')).toBe('Thursday, 10 December 2026');
  });
});

describe('room', () => {
  it('decides how large letters are', () => {
    expect([65, 66, 115, 116].map((length) => sizeOf('x'.repeat(length)))).toEqual([
      ...['LARGE', 'MEDIUM', 'MEDIUM', 'SMALL'],
    ]);
  });
  it('is shared by pages that take turns, each row on one of them', () => {
    const rows = [1, 2, 3, 4, 5, 6, 7];
    const pages = [0, 12_000, 24_000].map((now) => pageOf(rows, 3, now).rows);
    expect(pages).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
    expect(pageOf(rows, 3, 36_000)).toMatchObject({ page: 0, pages: 3 });
    expect(pageOf([], 3, 5)).toEqual({ rows: [], page: 0, pages: 1 });
  });
});
