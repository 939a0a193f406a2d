import { RATES, SOCKETS } from '../graphql/limits.js';
import { createRates, networkOf } from './rates.js';

const from = (remoteAddress: string | undefined) => networkOf({ socket: { remoteAddress } } as never);

describe('rates', () => {
  it('let a person ask as often as the table says and then say how long to wait', async () => {
    const rates = createRates();
    for (let n = 0; n < RATES.principalRequests.points; n += 1) {
      expect(await rates.request('10.0.0.1', 'someone')).toBeNull();
    }
    expect(await rates.request('10.0.0.1', 'someone')).toBeGreaterThanOrEqual(1);
    // Nobody else at the same address is held up by it.
    expect(await rates.request('10.0.0.1', 'somebody else')).toBeNull();
    expect(await rates.request('10.0.0.1', null)).toBeNull();
  });

  it('count those who are not signed in by network', async () => {
    const rates = createRates();
    for (let n = 0; n < RATES.networkRequests.points; n += 1) await rates.request('10.0.0.1', null);
    expect(await rates.request('10.0.0.1', null)).not.toBeNull();
    expect(await rates.request('10.0.0.2', null)).toBeNull();
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
    const leave = Array.from({ length: SOCKETS.perPrincipal }, () => rates.socket('10.0.0.1', 'someone'));
    expect(leave).not.toContain(null);
    expect(rates.socket('10.0.0.1', 'someone')).toBeNull();
    leave[0]!();
    leave[0]!();
    expect(rates.socket('10.0.0.1', 'someone')).not.toBeNull();
    expect(rates.socket('10.0.0.1', 'someone')).toBeNull();
  });

  it.each([
    ['10.1.2.3', '10.1.2.3'],
    ['::ffff:10.1.2.3', '10.1.2.3'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::6', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    [undefined, 'unknown'],
  ])('see %s as of the network %s', (address, network) => {
    expect(from(address)).toBe(network);
  });
});
