import { BlockList, isIP } from 'node:net';

/** Decides to which addresses the server may send what it sends by itself. */
export interface ReachableAddresses {
  /** `address` is an IPv4 or IPv6 address as text. Anything else is refused. */
  allows(address: string): boolean;
}

export interface ReachableOptions {
  /** Networks that are reachable though they are private, as `10.1.2.0/24` or `fd00::/8`. */
  readonly allow?: readonly string[];
  /** Whether this machine itself is: for developers. */
  readonly loopback?: boolean;
}

/** IANA's special-purpose IPv4 addresses: none of them is a server on the internet. */
const PRIVATE_V4 = [
  '0.0.0.0/8', // this host
  '10.0.0.0/8',
  '100.64.0.0/10', // behind a carrier's NAT
  '127.0.0.0/8',
  '169.254.0.0/16', // link-local, and the metadata of clouds
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // reserved, and broadcast
];

/** Of IPv6 only what is given out to networks on the internet is reachable at all … */
const GLOBAL_V6 = '2000::/3';
/** … without what leads on to an IPv4 address, or is given to nobody. */
const SPECIAL_V6 = [
  '2001::/23', // IETF protocols, Teredo among them
  '2001:db8::/32', // documentation
  '2002::/16', // 6to4: holds any IPv4 address
  '3fff::/20', // documentation
];

const LOOPBACK = ['127.0.0.0/8', '::1/128'];

/** Where clouds hand out the keys of a machine: never reachable, whatever is allowed. */
const METADATA = ['169.254.169.254/32', 'fd00:ec2::254/128'];

/** The first 96 bits of an IPv6 address that is an IPv4 address in other clothes (RFC 4291). */
const MAPPED = /^::ffff:(?:(\d+\.\d+\.\d+\.\d+)|([0-9a-f]{1,4}):([0-9a-f]{1,4}))$/;

/** Whether a text is a network as `ReachableOptions.allow` takes it. */
export function isNetwork(text: string): boolean {
  const [address = '', prefix = '', ...more] = text.split('/');
  const version = isIP(address);
  return (
    more.length === 0 &&
    version !== 0 &&
    /^\d{1,3}$/.test(prefix) &&
    Number(prefix) <= (version === 4 ? 32 : 128)
  );
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix = ''] = network.split('/');
    list.addSubnet(address, Number(prefix), isIP(address) === 4 ? 'ipv4' : 'ipv6');
  }
  return list;
}

/** Private and special addresses are refused, except those that are allowed by name. */
export function createReachableAddresses({
  allow = [],
  loopback = false,
}: ReachableOptions = {}): ReachableAddresses {
  const allowed = listOf([...allow, ...(loopback ? LOOPBACK : [])]);
  const metadata = listOf(METADATA);
  const privateV4 = listOf(PRIVATE_V4);
  const globalV6 = listOf([GLOBAL_V6]);
  const specialV6 = listOf(SPECIAL_V6);
  return {
    allows(text) {
      const address = plain(text);
      if (address === null) return false;
      const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
      if (metadata.check(address, family)) return false;
      if (allowed.check(address, family)) return true;
      if (family === 'ipv4') return !privateV4.check(address, family);
      return globalV6.check(address, family) && !specialV6.check(address, family);
    },
  };
}

/** The address itself: an IPv4 address that is written as an IPv6 one is the IPv4 address. Null where it is none. */
function plain(text: string): string | null {
  const bare = text.replace(/^\[|\]$/g, '');
  if (isIP(bare) === 0 || bare.includes('%')) return null;
  if (isIP(bare) === 4) return bare;
  // The parser of URLs writes each address in one way.
  const written = new URL(`http://[${bare}]`).hostname.slice(1, -1);
  const mapped = MAPPED.exec(written);
  if (mapped === null) return written;
  if (mapped[1] !== undefined) return mapped[1];
  const [high, low] = [parseInt(mapped[2]!, 16), parseInt(mapped[3]!, 16)];
  return `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`;
}
