import { connect, createServer, type Server, type Socket } from 'node:net';

/** GOOD: it carries. CUT: nobody answers. BAD: each connection meets with something else. */
export type LineState = 'GOOD' | 'CUT' | 'BAD';

/** What happens to one connection of a bad line. */
type Fate = 'CARRIED' | 'REFUSED' | 'SWALLOWED' | 'CUT_BEFORE' | 'CUT_AFTER';
const FATES: readonly Fate[] = ['CARRIED', 'REFUSED', 'SWALLOWED', 'CUT_BEFORE', 'CUT_AFTER', 'CUT_AFTER'];

/** A swallowed connection ends after so many ms: longer only makes a test longer. */
const SWALLOWED_FOR = 1_500;
/** A request has arrived by then, and its answer has not; bytes. */
const CUT_WITHIN = { BEFORE: 400, AFTER: 700 };

/** The way between a device and the server, which can be cut and spoilt. */
export interface BadLine {
  /** Where the device finds the server, the same for as long as the line is there. */
  readonly address: string;
  /** From now on; whatever is connected meanwhile is cut. */
  become(state: LineState): void;
  /** How many connections have met with each fate. */
  readonly met: ReadonlyMap<Fate, number>;
  close(): Promise<void>;
}

/** Opens a line to the server's port; `random` is uniform in [0, 1). */
export async function openBadLine(target: number, random: () => number): Promise<BadLine> {
  let state: LineState = 'GOOD';
  const open = new Set<Socket>();
  const met = new Map<Fate, number>();

  function carry(device: Socket, fate: Fate): void {
    if (fate === 'REFUSED') return void device.resetAndDestroy();
    if (fate === 'SWALLOWED') {
      device.resume();
      setTimeout(() => device.resetAndDestroy(), SWALLOWED_FOR);
      return;
    }
    const server = connect(target, '127.0.0.1');
    open.add(server);
    const cut = () => {
      device.resetAndDestroy();
      server.resetAndDestroy();
    };
    let sent = 0;
    let heard = 0;
    device.on('data', (bytes) => {
      sent += bytes.length;
      if (fate === 'CUT_BEFORE' && sent > CUT_WITHIN.BEFORE) return cut();
      server.write(bytes);
    });
    server.on('data', (bytes) => {
      heard += bytes.length;
      // The server has done what it was asked for; nobody hears of it.
      if (fate === 'CUT_AFTER' && heard > random() * CUT_WITHIN.AFTER) return cut();
      device.write(bytes);
    });
    for (const [one, other] of [[device, server], [server, device]] as const) {
      one.on('error', () => undefined);
      one.on('end', () => other.end());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
  }

  const listener: Server = createServer((device) => {
    open.add(device);
    device.on('error', () => undefined).on('close', () => open.delete(device));
    if (state === 'GOOD') return carry(device, 'CARRIED');
    const fate = state === 'CUT' ? 'REFUSED' : FATES[Math.floor(random() * FATES.length)]!;
    met.set(fate, (met.get(fate) ?? 0) + 1);
    carry(device, fate);
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
