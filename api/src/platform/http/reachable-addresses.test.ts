import { createReachableAddresses, isNetwork } from './reachable-addresses.js';

const REFUSED = [
  ...['127.0.0.1', '127.255.255.254', '0.0.0.0', '0.1.2.3', '10.0.0.1', '10.255.255.255', '172.16.0.1'],
  ...['172.31.255.255', '192.168.0.1', '169.254.1.1', '169.254.169.254', '100.64.0.1', '100.127.255.255'],
  ...['192.0.0.1', '192.0.2.1', '192.88.99.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '224.0.0.1'],
  ...['239.255.255.255', '240.0.0.1', '255.255.255.255'],
  ...[
    '::',
    '::1',
    '::7f00:1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '0:0:0:0:0:ffff:a00:1',
    '::ffff:10.0.0.1',
  ],
  ...['::ffff:169.254.169.254', '64:ff9b::7f00:1', '64:ff9b::8.8.8.8', '64:ff9b:1::1', '100::1', 'fc00::1'],
  ...['fd12:3456::1', 'fd00:ec2::254', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', '2001:db8::1'],
  ...['2001::1', '2002:7f00:1::1', '2002:0a00:0001::', '3fff::1', '4000::1', '[::1]'],
  // Not addresses at all: what becomes of them is never left to somebody else's reading.
  ...['', 'localhost', '2130706433', '0x7f.1', '127.1', '0177.0.0.1', '1.2.3', '1.2.3.4.5', '8.8.8.8 ', 'x'],
];
const ALLOWED = [
  ...[
    '8.8.8.8',
    '1.1.1.1',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.255.255',
    '100.128.0.1',
    '223.255.255.255',
  ],
  ...['2606:4700::1111', '2404:6800:4003::200e', '[2606:4700::1111]', '::ffff:8.8.8.8', '::ffff:808:808'],
];

describe('addresses that the server may send to', () => {
  const reachable = createReachableAddresses();
  it.each(REFUSED)('refuses %p', (address) => expect(reachable.allows(address)).toBe(false));
  it.each(ALLOWED)('allows %p', (address) => expect(reachable.allows(address)).toBe(true));

  it('allows private networks by name, in either writing, and never where clouds hand out keys', () => {
    const intranet = createReachableAddresses({
      allow: ['10.1.2.0/24', 'fd00::/8', '169.254.0.0/16', '0.0.0.0/0'],
    });
    for (const address of ['10.1.2.3', '::ffff:10.1.2.3', 'fd00::5', '192.168.1.1']) {
      expect([address, intranet.allows(address)]).toEqual([address, true]);
    }
    for (const address of ['169.254.169.254', '::ffff:a9fe:a9fe', 'fd00:ec2::254', 'fe80::1', '::1']) {
      expect([address, intranet.allows(address)]).toEqual([address, false]);
    }
    const narrow = createReachableAddresses({ allow: ['10.1.2.0/24'] });
    expect(['10.1.3.1', '127.0.0.1'].map((address) => narrow.allows(address))).toEqual([false, false]);
  });

  it('allows this machine to developers alone', () => {
    const here = createReachableAddresses({ loopback: true });
    expect(['127.0.0.1', '::1', '::ffff:127.0.0.1'].map((address) => here.allows(address))).toEqual([
      true,
      true,
      true,
    ]);
    expect(['10.0.0.1', '0.0.0.0', '::'].map((address) => here.allows(address))).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('knows a network from another text', () => {
    expect(['10.0.0.0/8', 'fd00::/8', '10.1.2.3/32'].map(isNetwork)).toEqual([true, true, true]);
    const none = ['10.0.0.0', '10.0.0.0/33', 'fd00::/129', 'x/8', '10.0.0.0/8/9', '10.0.0.0/-1', ''];
    expect(none.map(isNetwork)).toEqual(none.map(() => false));
  });
});
