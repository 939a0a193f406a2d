import { RATES, SOCKETS } from '../graphql/limits.js';
import { createRates } from './rates.js';

describe('rates', () => {
  it('let a person ask as often as the table says and then say how long to wait', async () => {
    const rates = createRates();
    for (let n = 0; n < RATES.principalRequests.points; n += 1) {
      expect(await rates.asked('someone')).toBeNull();
    }
    expect(await rates.asked('someone')).toBeGreaterThanOrEqual(1);
    // Nobody else at the same address is held up by it.
    expect(await rates.asked('somebody else')).toBeNull();
    expect(await rates.request('10.0.0.1')).toBeNull();
  });

  it('count those who are not signed in by network', async () => {
    const rates = createRates();
    for (let n = 0; n < RATES.networkRequests.points; n += 1) await rates.request('10.0.0.1');
    expect(await rates.request('10.0.0.1')).not.toBeNull();
    expect(await rates.request('10.0.0.2')).toBeNull();
  });

  it('give each socket its own share of messages', async () => {
    const rates = createRates();
    const one = rates.messages();
    for (let n = 0; n < RATES.socketMessages.points; n += 1) expect(await one()).toBeNull();
    expect(await one()).not.toBeNull();
    expect(await rates.messages()()).toBeNull();
  });

  it('have a place for each socket that closes, once', () => {
    const rates = createRates();
    const leave = Array.from({ length: SOCKETS.perPrincipal }, () => rates.socketOf('someone'));
    expect(leave).not.toContain(null);
    expect(rates.socketOf('someone')).toBeNull();
    leave[0]!();
    leave[0]!();
    expect(rates.socketOf('someone')).not.toBeNull();
    expect(rates.socketOf('someone')).toBeNull();
  });
});
