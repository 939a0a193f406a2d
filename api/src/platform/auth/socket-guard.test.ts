import { AUDIENCE } from '../../domain/access/audience.js';
import { toScope } from '../../domain/access/scope.js';
import { createLogger } from '../logger.js';
import type { Actor } from './actor.js';
import { createSocketGuard } from './socket-guard.js';

const NOON = new Date('2026-11-25T05:00:00Z');
const DAY = 24 * 60 * 60_000;

const ACTOR: Actor = {
  id: 'account-1',
  kind: 'SERVICE',
  regionCode: '35.78',
  employeeId: null,
  scope: toScope(AUDIENCE.SIGNED_IN, []),
  credential: { id: 'token-1', expiresAt: new Date(NOON.getTime() + DAY), enrolling: false },
};

describe('the guard of sockets', () => {
  /** Watches one socket, turns the clock on and rings; gives why the socket was ended. */
  async function endedAfter(milliseconds: number): Promise<string> {
    let ring: (regionCode: string) => void = () => undefined;
    let now = NOON;
    let again: Actor | null = ACTOR;
    const guard = createSocketGuard({
      sql: { rows: async () => [] },
      doorbell: { ring: () => undefined, listen: (hear) => (ring = hear), close: async () => undefined },
      now: () => now,
      logger: createLogger('silent'),
    });
    try {
      return await new Promise((resolve) => {
        guard.watch({
          actor: ACTOR,
          again: async () => again,
          close: (code, reason) => resolve(`${code} ${reason}`),
        });
        now = new Date(NOON.getTime() + milliseconds);
        again = null;
        ring('35.78');
      });
    } finally {
      guard.close();
    }
  }

  it('says that a socket has expired, also where a ring finds it before the clock does', async () => {
    expect(await endedAfter(DAY)).toBe('4403 Expired');
  });

  it('says that rights were taken where they had not ended by themselves', async () => {
    expect(await endedAfter(DAY - 1)).toBe('4403 Forbidden');
  });
});
