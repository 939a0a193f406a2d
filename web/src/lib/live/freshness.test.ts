import fc from 'fast-check';
import { freshness } from './freshness.js';

describe('freshness', () => {
  it.each([
    [0, 'LIVE', false],
    [3_000, 'LIVE', false],
    [3_001, 'RECONNECTING', false],
    [4_500, 'RECONNECTING', false],
    [4_501, 'STALE', false],
    [60_000, 'STALE', false],
    [60_001, 'STALE', true],
    [900_000, 'STALE', true],
    [900_001, 'OLD', true],
  ])('after %d ms of silence on an open connection: %s, drained %s', (silence, kind, drained) => {
    expect(freshness(silence, 'OPEN')).toEqual({ kind, silence, drained });
  });

  it('is waiting before the first word, and never after it', () => {
    expect(freshness(null, 'OPEN').kind).toBe('WAITING');
    expect(freshness(0, 'CONNECTING').kind).not.toBe('WAITING');
  });

  it.each(['CONNECTING', 'WAITING', 'DENIED'] as const)(
    'is never live while the connection is %s',
    (connection) => {
      fc.assert(fc.property(fc.nat(2_000_000), (silence) => freshness(silence, connection).kind !== 'LIVE'));
    },
  );

  it('only gets worse as a silence goes on', () => {
    const rank = ['LIVE', 'RECONNECTING', 'STALE', 'OLD'];
    const connection = fc.constantFrom('OPEN' as const, 'WAITING' as const);
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1_000_000), connection, (silence, more, c) => {
        const [now, later] = [freshness(silence, c), freshness(silence + more, c)];
        expect(rank.indexOf(later.kind)).toBeGreaterThanOrEqual(rank.indexOf(now.kind));
        if (now.drained) expect(later.drained).toBe(true);
      }),
    );
  });
});
