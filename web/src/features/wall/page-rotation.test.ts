import fc from 'fast-check';
import { HELD_FOR, PAGE_SHOWN_FOR, rotate, type Rotation, type RotationEvent } from './page-rotation.js';

const start: Rotation = { page: 0, shownSince: 0, heldUntil: null };
const tick: RotationEvent = { type: 'TICK', busy: false };

describe('rotate', () => {
  it('turns the page after twenty seconds, and from the last to the first', () => {
    expect(rotate(start, tick, 2, PAGE_SHOWN_FOR - 1)).toBe(start);
    const second = rotate(start, tick, 2, PAGE_SHOWN_FOR);
    expect(second.page).toBe(1);
    expect(rotate(second, tick, 2, 2 * PAGE_SHOWN_FOR).page).toBe(0);
  });
  it('waits while the page shows a fresh update', () => {
    expect(rotate(start, { type: 'TICK', busy: true }, 2, 10 * PAGE_SHOWN_FOR)).toBe(start);
  });
  it('turns by hand, and then gives the new page its full time', () => {
    const back = rotate(start, { type: 'PREVIOUS' }, 3, 19_000);
    expect(back).toEqual({ page: 2, shownSince: 19_000, heldUntil: null });
    expect(rotate(back, tick, 3, 19_000 + PAGE_SHOWN_FOR - 1).page).toBe(2);
  });
  it('holds for five minutes, then goes on', () => {
    const held = rotate(start, { type: 'HOLD_OR_RELEASE' }, 2, 1_000);
    expect(rotate(held, tick, 2, 1_000 + HELD_FOR - 1)).toBe(held);
    const released = rotate(held, tick, 2, 1_000 + HELD_FOR);
    expect(released).toEqual({ page: 0, shownSince: 1_000 + HELD_FOR, heldUntil: null });
    expect(rotate(held, { type: 'HOLD_OR_RELEASE' }, 2, 2_000).heldUntil).toBeNull();
  });
  it('turns to a page that calls, and gives it its full time', () => {
    const called = rotate(start, { type: 'CALL', page: 2 }, 3, 5_000);
    expect(called).toEqual({ page: 2, shownSince: 5_000, heldUntil: null });
  });
  it('turns to none that calls while somebody holds another, nor to one that is not there', () => {
    const held = rotate(start, { type: 'HOLD_OR_RELEASE' }, 3, 1_000);
    expect(rotate(held, { type: 'CALL', page: 2 }, 3, 5_000)).toBe(held);
    expect(rotate(start, { type: 'CALL', page: 3 }, 3, 5_000).page).toBe(0);
  });
  it('always shows a page that exists, whatever happens and however the number of pages changes', () => {
    const event = fc.oneof(
      fc.record({ type: fc.constant('TICK' as const), busy: fc.boolean() }),
      fc.record({ type: fc.constantFrom('NEXT' as const, 'PREVIOUS' as const) }),
      fc.record({ type: fc.constant('CALL' as const), page: fc.nat(4) }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(event, fc.nat(4), fc.nat(30_000))), (steps) => {
        let [rotation, now] = [start, 0];
        for (const [step, pages, pause] of steps) {
          rotation = rotate(rotation, step, pages, (now += pause));
          expect(rotation.page).toBeGreaterThanOrEqual(0);
          expect(rotation.page).toBeLessThan(Math.max(pages, 1));
        }
      }),
    );
  });
});
