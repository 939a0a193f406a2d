import { uuidv7 } from 'uuidv7';
import { runClock } from '../../lib/device-clock/run-clock.js';
import { pauseFor } from '../../lib/outbox/alone.js';
import type { OutboxStore } from '../../lib/outbox/outbox-store.js';
import { startSender, type SenderState } from '../../lib/outbox/sender.js';
import type { Part } from './entry-part.js';
import type { ForumEntry } from './fold-session.js';
import type { ForumDoor, OpenForumDoor } from './forum-door.js';
import type { Snapshot } from './forum-session.js';

/** Everything that the console needs on this device, for one account. */
export interface ForumBox {
  readonly account: string;
  readonly region: string;
  readonly store: OutboxStore<Part>;
  readonly door: ForumDoor;
  /** The instant on the server's clock, as far as it can be told, ms since 1970. */
  readonly now: () => number;
  readonly sender: () => SenderState;
  /** Writes an entry down. It is safe on the device when this has answered; sending it is not waited for. */
  readonly write: (about: string, part: Part, reason?: string | null) => Promise<ForumEntry>;
  /** Asks for a session anew and keeps what came; says why where nothing did. */
  readonly refresh: (id: string) => Promise<'FRESH' | 'UNREACHABLE' | 'REFUSED'>;
  /** Something else was changed in the store, such as a picture: whoever shows it looks again, and it is sent. */
  readonly changed: () => void;
  /** Something is better now: the network, the session. */
  readonly tryNow: () => void;
  /** Hears of each change; returns how to stop. */
  readonly onChange: (listener: () => void) => () => void;
  readonly close: () => void;
}

interface BoxOptions {
  readonly account: string;
  readonly region: string;
  readonly store: OutboxStore<Part>;
  readonly openDoor: OpenForumDoor;
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  /** How tabs tell each other that the store has changed; left out: there is one. */
  readonly channel?: BroadcastChannel | undefined;
}

/** Opens the box of an account: its clock runs and its entries are sent until it is closed. */
export async function openForumBox(options: BoxOptions): Promise<ForumBox> {
  const { account, region, store, openDoor, alone, channel } = options;
  const listeners = new Set<() => void>();
  const device = await store.device();
  const clock = runClock({
    known: device.clock,
    onReading: (reading) => void store.changeDevice((before) => ({ ...before, clock: reading })),
  });
  const door = openDoor(clock);
  let state: SenderState = { kind: 'IDLE' };
  let closed = false;
  /** Sessions to ask for anew, once it is known what the server has of this device. */
  const unsure = new Set<string>();

  function hear(): void {
    for (const listener of [...listeners]) listener();
  }
  /** Tells the other tabs too. WRITTEN: something waits; SENT: something waits no more. */
  function tell(what: 'WRITTEN' | 'SENT'): void {
    hear();
    if (closed) return; // what was under way comes to its end all the same
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin
    channel?.postMessage(what);
  }
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    hear();
    if (data === 'WRITTEN') sender.added();
  });

  const sender = startSender({
    ...{ store, transport: door.transport, account, alone },
    pause: pauseFor,
    now: clock.now,
    random: Math.random,
    onState(next) {
      const before = state;
      state = next;
      if (!isUnsure()) for (const id of unsure) void refresh(id);
      if (before.kind === 'SENDING') tell('SENT');
      else hear();
    },
  });

  /** Whether the server may have entries which this device does not know it to have. */
  function isUnsure(): boolean {
    return state.kind === 'SENDING' || state.kind === 'RETRYING';
  }

  async function refresh(id: string): Promise<'FRESH' | 'UNREACHABLE' | 'REFUSED'> {
    unsure.delete(id);
    const { tick: askedAt } = await store.changeDevice((before) => ({ ...before, tick: before.tick + 1 }));
    const answer = await door.snapshot(region, id);
    if (answer.kind !== 'GIVEN') return answer.kind;
    const before = await store.kept<Snapshot>(account, 'SNAPSHOT', id);
    // Two were asked at once, and the older answer came later.
    if (before !== undefined && before.askedAt > askedAt) return 'FRESH';
    // What was sent and has had no answer may be in it already, and would be counted twice.
    if (before !== undefined && isUnsure() && (await waits(id))) {
      unsure.add(id);
      return 'FRESH';
    }
    const snapshot: Snapshot = { ...answer.data, askedAt, at: clock.now() };
    await store.keep(account, 'SNAPSHOT', id, snapshot);
    tell('SENT');
    return 'FRESH';
  }
  async function waits(id: string): Promise<boolean> {
    return (await store.waiting(account)).some(({ about }) => about === id);
  }

  return {
    account,
    region,
    store,
    door,
    now: clock.now,
    sender: () => state,
    async write(about, part, reason = null) {
      const entry = await store.add({ id: uuidv7(), account, region, about, at: clock.now(), reason, part });
      tell('WRITTEN');
      sender.added();
      return entry;
    },
    refresh,
    changed() {
      tell('WRITTEN');
      sender.added();
    },
    tryNow: () => sender.tryNow(),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      closed = true;
      sender.stop();
      clock.stop();
      channel?.close();
      listeners.clear();
    },
  };
}
