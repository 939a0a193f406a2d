import fc from 'fast-check';
import {
  change,
  happening,
  heartbeat,
  snapshot,
  wallPromise,
  wallUnit,
} from '../../testing/wall-messages.js';
import { PROMISES_KEPT } from './wall-promises.js';
import { EMPTY_WALL, HAPPENINGS_KEPT, hear, type WallMessage, type WallState } from './wall-state.js';

const now = { wall: 0, steady: 0 };
const hearAll = (messages: readonly WallMessage[], from: WallState = EMPTY_WALL): WallState =>
  messages.reduce((state, message) => hear(state, message, now), from);

describe('hear', () => {
  const held = hearAll([snapshot({ cursor: 'a:7' })]);

  it("takes the whole picture from a snapshot, with each unit's newest happening as its last change", () => {
    const state = hearAll([
      snapshot({
        demo: true,
        units: [
          wallUnit({ id: 'b', order: 2 }),
          wallUnit({ id: 'root', order: 0, parentId: null }),
          wallUnit({ id: 'a', order: 1 }),
        ],
        happenings: [
          happening({ id: '3', unitId: 'a', delta: '0.5', at: '2026-11-24T02:42:00Z' }),
          happening({ id: '2', unitId: 'b', delta: null, at: '2026-11-24T02:41:00Z' }),
          happening({ id: '1', unitId: 'a', delta: '-1', at: '2026-11-24T02:40:00Z' }),
        ],
      }),
    ]);
    expect(state.units.map((unit) => unit.id)).toEqual(['root', 'a', 'b']);
    expect(state.lastChanges).toEqual({
      a: { delta: '0.5', at: '2026-11-24T02:42:00Z' },
      b: { delta: null, at: '2026-11-24T02:41:00Z' },
    });
    expect(state).toMatchObject({ demo: true, cursor: 'a:7', period: { name: 'Triwulan IV 2026' } });
  });

  it('replaces everything on another snapshot, also one of another epoch with a lower offset', () => {
    const other = snapshot({
      cursor: 'b:1',
      reason: 'OTHER_EPOCH',
      units: [wallUnit({ id: 'new' })],
      happenings: [],
    });
    expect(hear(held, other, now)).toEqual(hear(EMPTY_WALL, other, now));
  });

  it('takes the next change: the new units, the happening, and how far each unit moved', () => {
    const before = hearAll([
      snapshot({
        units: [
          wallUnit({ id: 'root', parentId: null, order: 0, value: '84.1' }),
          wallUnit({ value: '82.4' }),
        ],
      }),
    ]);
    const state = hear(
      before,
      change({
        cursor: 'a:8',
        at: '2026-11-24T02:43:00Z',
        units: [
          wallUnit({ value: '82.61' }),
          wallUnit({ id: 'root', parentId: null, order: 0, value: '84.123' }),
        ],
        happening: happening({ delta: '0.21' }),
      }),
      now,
    );
    expect(state.cursor).toBe('a:8');
    expect(state.units.map((unit) => [unit.id, unit.value])).toEqual([
      ['root', '84.123'],
      ['kalijudan', '82.61'],
    ]);
    expect(state.lastChanges).toEqual({
      kalijudan: { delta: '0.21', at: '2026-11-24T02:43:00Z' },
      root: { delta: '0.023', at: '2026-11-24T02:43:00Z' },
    });
    expect(state.happenings).toHaveLength(1);
  });

  it('knows no difference where there was no value', () => {
    const before = hearAll([snapshot({ units: [wallUnit({ value: null, state: 'NOT_ENOUGH_DATA' })] })]);
    const state = hear(before, change({ units: [wallUnit({ value: '90' })] }), now);
    expect(state.lastChanges['kalijudan']?.delta).toBeNull();
  });

  it.each(['a:7', 'a:6', 'a:0', 'a:9', 'b:8', 'nonsense', 'a:8.0', ''])(
    'does not take a change at %j when it holds a:7, and does not count it as a word',
    (cursor) => {
      expect(hear(held, change({ cursor, units: [wallUnit({ value: '1' })] }), { wall: 9, steady: 9 })).toBe(
        held,
      );
    },
  );

  it('takes no change before the first snapshot', () => {
    expect(hear(EMPTY_WALL, change({ cursor: 'a:1' }), now)).toBe(EMPTY_WALL);
  });

  it('compares offsets beyond the precision of a number', () => {
    const far = hearAll([snapshot({ cursor: 'a:9007199254740992' })]);
    expect(hear(far, change({ cursor: 'a:9007199254740993' }), now).cursor).toBe('a:9007199254740993');
    expect(hear(far, change({ cursor: 'a:9007199254740992' }), now)).toBe(far);
  });

  it('takes a change that covers its position, however many changes of other things lie between', () => {
    const next = change({ previous: 'a:5', cursor: 'a:11', units: [wallUnit({ value: '1' })] });
    expect(hear(held, next, now)).toMatchObject({ cursor: 'a:11', units: [{ value: '1' }] });
  });

  it('is vouched for by a heartbeat that covers its position, and moves on with it', () => {
    const later = { wall: 1_000, steady: 1_000 };
    const word = { at: '2026-11-24T02:42:11Z', heard: later };
    for (const cursor of ['a:7', 'a:12']) {
      expect(hear(held, heartbeat({ cursor, at: word.at }), later)).toEqual({ ...held, cursor, word });
    }
  });

  it('hears of a gap from a heartbeat that follows something it never saw, which vouches for nothing', () => {
    const later = { wall: 1_000, steady: 1_000 };
    for (const lost of [
      { previous: 'a:8', cursor: 'a:9' },
      { previous: 'a:5', cursor: 'a:6' },
      { previous: 'b:7', cursor: 'b:7' },
      { previous: 'nonsense', cursor: 'a:7' },
    ]) {
      expect(hear(held, heartbeat(lost), later)).toBe(held);
    }
  });

  it('keeps the ten newest happenings', () => {
    const changes = Array.from({ length: 25 }, (_, n) =>
      change({ cursor: `a:${8 + n}`, happening: happening({ id: String(n) }) }),
    );
    expect(hearAll(changes, held).happenings.map(({ id }) => Number(id))).toEqual(
      Array.from({ length: HAPPENINGS_KEPT }, (_, n) => 24 - n),
    );
  });
});

describe('how far a unit moved last', () => {
  const told = [
    happening({ id: '2', delta: null, at: '2026-11-24T02:42:00Z' }),
    happening({ id: '1', delta: '0.5', at: '2026-11-24T02:41:00Z' }),
  ];
  it('is not hidden by a promise that was told of since', () => {
    expect(hearAll([snapshot({ happenings: told })]).lastChanges['kalijudan']?.delta).toBe('0.5');
  });
  it('is not said of a unit that has no value any more', () => {
    const units = [wallUnit({ value: null, state: 'NOT_ENOUGH_DATA' })];
    expect(hearAll([snapshot({ units, happenings: told })]).lastChanges['kalijudan']?.delta).toBeNull();
  });
});

describe('the promises of a wall', () => {
  const at = '2026-11-24T02:42:10.000Z';
  const ids = ({ promises }: WallState) => promises.map(({ id }) => id);
  const late = wallPromise({ id: 'late', dueOn: '2026-11-20', late: true });
  const soon = wallPromise({ id: 'soon', dueOn: '2026-11-30' });
  const done = wallPromise({ id: 'done', state: 'DONE', settledOn: '2026-11-18' });

  it('come with the snapshot: what is late first, then by the last day, then what was settled', () => {
    const state = hearAll([snapshot({ commitments: [done, wallPromise({ id: 'far' }), soon, late] })]);
    expect(ids(state)).toEqual(['late', 'soon', 'far', 'done']);
    expect(state.promiseMoved).toBeNull();
  });
  it('take one that was just spoken, with nothing else', () => {
    const state = hearAll([
      snapshot({ commitments: [late, done] }),
      change({ commitment: wallPromise({ id: 'new' }), at: '2026-11-24T02:43:00.000Z' }),
    ]);
    expect(ids(state)).toEqual(['late', 'new', 'done']);
    expect(state.promiseMoved).toEqual({ id: 'new', at: '2026-11-24T02:43:00.000Z' });
    expect(state.units).toHaveLength(1);
  });
  it('show one that was done among what was settled, once', () => {
    const state = hearAll([
      snapshot({ commitments: [late, soon, done] }),
      change({ commitment: { ...late, state: 'DONE', settledOn: '2026-11-24' }, at }),
    ]);
    expect(ids(state)).toEqual(['soon', 'late', 'done']);
  });
  it('lose what was taken out of the minutes, and what was settled more than two weeks ago', () => {
    const old = { ...done, id: 'old', settledOn: '2026-11-10' };
    const held = hearAll([snapshot({ at, commitments: [soon, old, done] })]);
    expect(ids(held)).toEqual(['soon', 'done', 'old']);
    const state = hearAll(
      [change({ commitment: { ...soon, withdrawn: true }, at: '2026-11-24T17:00:00.000Z' })],
      held,
    );
    expect(ids(state)).toEqual(['done']);
  });
  it('are bounded, and never lose the one that has just moved', () => {
    const commitments = Array.from({ length: PROMISES_KEPT }, (_, n) =>
      wallPromise({ id: `p${String(n).padStart(2, '0')}` }),
    );
    const spoken = wallPromise({ id: 'spoken', dueOn: '2027-01-05' });
    const state = hearAll([snapshot({ commitments }), change({ commitment: spoken })]);
    expect(ids(state)).toHaveLength(PROMISES_KEPT);
    expect(ids(state).at(-1)).toBe('spoken');
  });
  it('stay as they are through a change of scores', () => {
    const held = hearAll([snapshot({ commitments: [soon] }), change({ commitment: late })]);
    const state = hear(held, change({ cursor: 'a:9', units: [wallUnit({ value: '1' })] }), now);
    expect(state.promises).toBe(held.promises);
    expect(state.promiseMoved).toBe(held.promiseMoved);
  });
});

describe('an interrupted wall', () => {
  const ids = ['root', 'kalijudan', 'kalisari', 'sekretariat'];
  const millionths = fc.integer({ min: 0, max: 120_000_000 });
  const value = fc.option(
    millionths.map((n) => (n / 1e6).toFixed(6)),
    { nil: null },
  );
  const unit = fc
    .tuple(fc.nat(ids.length - 1), value, fc.nat(500))
    .map(([n, figure, observationCount]) =>
      wallUnit({ id: ids[n]!, code: ids[n]!, order: n, value: figure, observationCount }),
    );
  const promise = fc
    .record({
      n: fc.nat(5),
      done: fc.boolean(),
      withdrawn: fc.boolean(),
      day: fc.integer({ min: 10, max: 28 }),
    })
    .map(({ n, done, withdrawn, day }) =>
      wallPromise({
        ...{ id: `p${n}`, dueOn: `2026-12-${day}`, withdrawn },
        ...(done ? { state: 'DONE', settledOn: `2026-11-${day}` } : {}),
      }),
    );
  const step = fc.record({
    units: fc.array(unit, { maxLength: 3 }),
    told: fc.boolean(),
    promise: fc.option(promise),
  });

  /** A server's history: the changes 8, 9, 10 … after the snapshot at 7. */
  const history = fc.array(step, { maxLength: 40 }).map((steps) =>
    steps.map(({ units, told, promise: commitment }, n) =>
      change({
        cursor: `a:${8 + n}`,
        at: `2026-11-24T02:43:00.${String(n).padStart(3, '0')}Z`,
        units,
        commitment,
        happening: told ? happening({ id: String(n), unitId: units[0]?.id ?? 'root', delta: '1.5' }) : null,
      }),
    ),
  );
  /** Where connections break (share of the history), how many changes are repeated on resuming, and which repeat within. */
  const breaks = fc.array(
    fc.record({
      reached: fc.double({ min: 0, max: 1, noNaN: true }),
      overlap: fc.nat(15),
      doubled: fc.boolean(),
    }),
    { maxLength: 8 },
  );
  const first = snapshot({ cursor: 'a:7', units: ids.map((id, order) => wallUnit({ id, code: id, order })) });

  it('P4 ends with the state of one that was not, for any breaks, overlaps and repetitions', () => {
    fc.assert(
      fc.property(history, breaks, (changes, interruptions) => {
        let state = hearAll([first]);
        let sent = 0;
        for (const { reached, overlap, doubled } of interruptions) {
          const end = Math.max(sent, Math.floor(reached * changes.length));
          const replay = changes.slice(Math.max(0, sent - overlap), end);
          state = hearAll(doubled ? replay.flatMap((c) => [c, c]) : replay, state);
          sent = end;
        }
        state = hearAll(changes.slice(sent), state);
        expect(state).toEqual(hearAll([first, ...changes]));
      }),
      { numRuns: 500 },
    );
  });

  it('P4 shows every figure of the server after a snapshot in the place of missed changes', () => {
    fc.assert(
      fc.property(history, fc.double({ min: 0, max: 1, noNaN: true }), (changes, at) => {
        const cut = Math.floor(at * changes.length);
        const whole = hearAll([first, ...changes.slice(0, cut)]);
        const resumed = hearAll([
          first,
          snapshot({
            ...{ cursor: whole.cursor!, units: [...whole.units], happenings: [...whole.happenings] },
            commitments: [...whole.promises],
          }),
          ...changes.slice(cut),
        ]);
        const uninterrupted = hearAll([first, ...changes]);
        expect({ ...resumed, lastChanges: null, promiseMoved: null, word: null }).toEqual({
          ...uninterrupted,
          lastChanges: null,
          promiseMoved: null,
          word: null,
        });
      }),
      { numRuns: 200 },
    );
  });

  it('P4 never shows a figure out of order: after a lost change nothing later is taken', () => {
    fc.assert(
      fc.property(history, fc.nat(39), (changes, lost) => {
        fc.pre(lost < changes.length);
        const state = hearAll([first, ...changes.slice(0, lost), ...changes.slice(lost + 1)]);
        expect(state).toEqual(hearAll([first, ...changes.slice(0, lost)]));
      }),
    );
  });
});
