import { EventEmitter } from 'node:events';
import { jest } from '@jest/globals';
import { LIMITS } from '../graphql/limits.js';
import { limitTime } from './admission.js';

/** As much of an answer as is written to. */
function response() {
  const written: { status?: number; body?: string } = {};
  const fake = Object.assign(new EventEmitter(), {
    headersSent: false,
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
