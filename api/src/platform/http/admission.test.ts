import { EventEmitter } from 'node:events';
import { jest } from '@jest/globals';
import { LIMITS } from '../graphql/limits.js';
import { limitTime, takeTurns } from './admission.js';
import { createTurnsOfEach } from './turns.js';

/** As much of an answer as is written to. */
function response() {
  const written: { status?: number; body?: string } = {};
  const fake = Object.assign(new EventEmitter(), {
    headersSent: false,
    req: { headers: {} },
    status: (status: number) => ((written.status = status), fake),
    type: () => fake,
    send: (body: string) => ((written.body = body), fake),
  });
  return { fake, written };
}

describe('an operation without end', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('is answered in its place', () => {
    const { fake, written } = response();
    limitTime({} as never, fake as never, () => undefined);
    jest.advanceTimersByTime(LIMITS.operationMs - 1);
    expect(written).toEqual({});
    jest.advanceTimersByTime(1);
    expect(written.status).toBe(503);
    expect(JSON.parse(written.body!).errors[0].extensions.code).toBe('TIMEOUT');
  });

  it('is left alone where it came to its end', () => {
    const { fake, written } = response();
    limitTime({} as never, fake as never, () => undefined);
    fake.emit('close');
    jest.advanceTimersByTime(LIMITS.operationMs * 2);
    expect(written).toEqual({});
  });
});

describe('operations over HTTP', () => {
  const ask = (handler: ReturnType<typeof takeTurns>, who: string) => {
    const { fake } = response();
    let runs = false;
    void handler({ who } as never, Object.assign(fake, { closed: false }) as never, () => (runs = true));
    return { runs: () => runs, end: () => fake.emit('close') };
  };
  const turnsFor = () =>
    takeTurns(
      { networkOf: () => 'n', turns: createTurnsOfEach(LIMITS.principalAtOnce) } as never,
      (request) => ({ actor: { kind: 'PERSON', id: (request as unknown as { who: string }).who } }) as never,
    );
  const settle = async () => {
    for (let n = 0; n < 10; n += 1) await Promise.resolve();
  };

  it('of one principal wait for each other in their order, and nobody else waits for them', async () => {
    const handler = turnsFor();
    const all = Array.from({ length: LIMITS.principalAtOnce + 2 }, () => ask(handler, 'one'));
    const other = ask(handler, 'other');
    await settle();
    expect(all.map(({ runs }) => runs())).toEqual([
      ...Array(LIMITS.principalAtOnce).fill(true),
      false,
      false,
    ]);
    expect(other.runs()).toBe(true);
    all[3]!.end();
    await settle();
    expect(all.at(-2)!.runs()).toBe(true);
    expect(all.at(-1)!.runs()).toBe(false);
  });

  it('that have gone while they waited are not begun', async () => {
    const handler = turnsFor();
    const all = Array.from({ length: LIMITS.principalAtOnce }, () => ask(handler, 'one'));
    const { fake } = response();
    const gone = Object.assign(fake, { closed: true });
    let runs = false;
    void handler({ who: 'one' } as never, gone as never, () => (runs = true));
    const last = ask(handler, 'one');
    fake.emit('close');
    all[0]!.end();
    await settle();
    expect(runs).toBe(false);
    expect(last.runs()).toBe(true);
  });
});
