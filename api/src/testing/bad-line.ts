import { connect, createServer, type Server, type Socket } from 'node:net';

/** GOOD: it carries. SLOW: it carries, late. CUT: nobody answers. BAD: each connection meets with something else. */
export type LineState = 'GOOD' | 'SLOW' | 'CUT' | 'BAD';

/**
 * What happens to one connection of a bad line. REFUSED: it is reset at once. SWALLOWED: what is sent never arrives.
 * REQUEST_LOST, ANSWER_LOST: it carries until the request that matters comes, and breaks before or after the server has
 * done what it was asked for.
 */
type Fate = 'REFUSED' | 'SWALLOWED' | 'REQUEST_LOST' | 'ANSWER_LOST';
/** In turn, each line from the beginning. */
const FATES: readonly Fate[] = [
  'ANSWER_LOST',
  'REFUSED',
  'REQUEST_LOST',
  'SWALLOWED',
  'ANSWER_LOST',
  'REFUSED',
];

/** A swallowed connection ends after so many ms: longer only makes a test longer. */
const SWALLOWED_FOR = 1_500;
/** By how many ms a slow line is late, each way. */
const LATE_BY = 400;

/** The way between a device and the server, which can be cut and spoilt. */
export interface BadLine {
  /** Where the device finds the server, the same for as long as the line is there. */
  readonly address: string;
  /** From now on; whatever is connected meanwhile is cut. */
  become(state: LineState): void;
  /** How often each has happened. */
  readonly met: ReadonlyMap<Fate, number>;
  close(): Promise<void>;
}

/** Opens a line to the server's port; `matters`: what is in the request that a bad line loses. */
export async function openBadLine(target: number, matters: string): Promise<BadLine> {
  let state: LineState = 'GOOD';
  const open = new Set<Socket>();
  const met = new Map<Fate, number>();
  let turn = 0;

  const happened = (fate: Fate) => void met.set(fate, (met.get(fate) ?? 0) + 1);

  function carry(device: Socket, fate: Fate | null, lateBy = 0): void {
    const later = (act: () => void) => void (lateBy === 0 ? act() : setTimeout(act, lateBy));
    const server = connect(target, '127.0.0.1');
    open.add(server);
    let isLost = false;
    const cut = (what: Fate) => {
      happened(what);
      device.resetAndDestroy();
      server.resetAndDestroy();
    };
    device.on('data', (bytes) => {
      isLost ||= fate !== null && bytes.includes(matters);
      if (isLost && fate === 'REQUEST_LOST') return cut(fate);
      later(() => server.write(bytes));
    });
    server.on('data', (bytes) => {
      if (isLost && fate === 'ANSWER_LOST') return cut(fate);
      later(() => device.write(bytes));
    });
    const both = [
      [device, server],
      [server, device],
    ] as const;
    for (const [one, other] of both) {
      one.on('error', () => undefined);
      one.on('end', () => later(() => other.end()));
      one.on('close', () => {
        open.delete(one);
        later(() => other.destroy());
      });
    }
  }
  function meet(device: Socket, fate: Fate): void {
    if (fate !== 'REFUSED' && fate !== 'SWALLOWED') return carry(device, fate);
    happened(fate);
    if (fate === 'REFUSED') return void device.resetAndDestroy();
    device.resume();
    setTimeout(() => device.resetAndDestroy(), SWALLOWED_FOR);
  }

  const listener: Server = createServer((device) => {
    open.add(device);
    device.on('error', () => undefined).on('close', () => open.delete(device));
    if (state === 'GOOD') return carry(device, null);
    if (state === 'SLOW') return carry(device, null, LATE_BY);
    if (state === 'CUT') return void device.resetAndDestroy();
    meet(device, FATES[turn % FATES.length]!);
    turn += 1;
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as { port: number };
  const cutAll = () => {
    for (const socket of open) socket.resetAndDestroy();
  };
  return {
    address: `http://127.0.0.1:${port}`,
    met,
    become(next) {
      state = next;
      cutAll();
    },
    close() {
      cutAll();
      return new Promise((resolve) => listener.close(() => resolve()));
    },
  };
}
