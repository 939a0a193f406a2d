import { reconnectDelay } from '../graphql/backoff.js';
import { MOST_ENTRIES, nextBatch } from './next-batch.js';
import type { EntryRefusal, OutboxEntry } from './outbox-entry.js';
import type { OutboxStore } from './outbox-store.js';
import type { Failure, Transport } from './transport.js';

/** What the sender is at. */
export type SenderState =
  /** Everything that can be sent has been. */
  | { readonly kind: 'IDLE' }
  | { readonly kind: 'SENDING'; readonly ids: ReadonlySet<string> }
  /** The server could not be reached, or asks for room; it is tried again by itself. */
  | { readonly kind: 'RETRYING' }
  /** Nobody is signed in, or somebody else: what waits is kept for whoever wrote it. */
  | { readonly kind: 'SIGN_IN' }
  /** The server lets this account write no more here; what waits is kept. */
  | { readonly kind: 'NOT_OPEN' };

export interface SenderOptions<Part> {
  readonly store: OutboxStore<Part>;
  readonly transport: Transport<Part>;
  /** Whose entries are sent. */
  readonly account: string;
  /** Runs one piece of work at a time in the whole browser; waits for whoever is at it. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  /** Waits for so many ms, or until `over` is. */
  readonly pause: (ms: number, over: Promise<void>) => Promise<void>;
  /** The time to be noted, ms since 1970. */
  readonly now: () => number;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** Hears of each new state, and whenever the store has changed. */
  readonly onState: (state: SenderState) => void;
}

/** Sends what waits, one request after another, for as long as it runs. */
export interface Sender {
  /** Something new waits; it does not shorten the pause after a failure. */
  added(): void;
  /** Something is better now: the network, the session, the viewer has come back. */
  tryNow(): void;
  stop(): void;
}

/** What the server says when a later try may go through. */
const PASSES: ReadonlySet<string | null> = new Set(['UNAVAILABLE', 'LIMIT_RATE', 'TIMEOUT']);
/** How often the same request may fail by a mistake of the server before the entry at fault is looked for. */
const PATIENCE = 3;

type Step = 'DONE' | 'AGAIN' | 'RETRY' | 'SIGN_IN' | 'NOT_OPEN';

/**
 * One request at a time, oldest first, in the whole browser. An entry leaves the queue only by an answer of its own, and
 * none holds up those behind it: where a whole request is refused it is halved until the entry at fault is alone.
 */
export function startSender<Part>(options: SenderOptions<Part>): Sender {
  const { store, transport, account, alone, pause, now, random, onState } = options;
  let stopped = false;
  let fresh = true;
  let pausing = false;
  let wake = () => {};
  let attempt = 0;
  let most = MOST_ENTRIES;
  let mistakes = 0;
  /** Sessions that this account may not write to, as long as nothing has changed. */
  const shut = new Set<string>();

  async function sendOnce(): Promise<Step> {
    if (stopped) return 'DONE';
    const waiting = await store.waiting(account);
    const batch = nextBatch(waiting, most, shut);
    const photo = batch.length === 0 ? await store.nextPhoto(account) : null;
    if (batch.length === 0 && photo === null) return waiting.length === 0 ? 'DONE' : 'NOT_OPEN';
    // Asked before each request: another tab may have signed somebody else in.
    const who = await transport.whoAsks();
    if (who.kind === 'UNREACHABLE' || who.kind === 'FAILED') {
      const step = stepAfter(who);
      return step === 'DONE' ? 'RETRY' : step;
    }
    if (who.kind === 'NOBODY' || who.id !== account) return 'SIGN_IN';
    return photo === null ? sendEntries(batch) : sendPhoto(photo);
  }

  async function sendEntries(batch: readonly OutboxEntry<Part>[]): Promise<Step> {
    onState({ kind: 'SENDING', ids: new Set(batch.map(({ id }) => id)) });
    const { id: device } = await store.device();
    const sent = await transport.send(batch, device);
    if (sent.kind === 'ANSWERED') {
      const own = sent.answers.filter(({ id }) => batch.some((entry) => entry.id === id));
      await store.answer(own, now());
      if (own.length === 0) return 'RETRY'; // an answer without a word on any of them is no answer
      attempt = mistakes = 0;
      most = Math.min(MOST_ENTRIES, most * 2);
      return 'AGAIN';
    }
    if (sent.kind === 'REFUSED') return setAside(batch, sent.refusal);
    if (sent.kind === 'FAILED' && sent.code === 'FORBIDDEN') {
      shut.add(batch[0]!.about);
      return 'AGAIN';
    }
    const step = stepAfter(sent);
    if (step !== 'DONE') return step;
    return setAside(batch, (sent as Extract<Failure, { kind: 'FAILED' }>).refusal);
  }

  /** Everything that the server does not take as a whole: halved, until it is one entry's own. */
  async function setAside(batch: readonly OutboxEntry<Part>[], refusal: EntryRefusal): Promise<Step> {
    mistakes = 0;
    if (batch.length > 1) {
      most = Math.ceil(batch.length / 2);
      return 'AGAIN';
    }
    await store.answer([{ id: batch[0]!.id, state: 'REFUSED', refusal }], now());
    return 'AGAIN';
  }

  async function sendPhoto(photo: Parameters<Transport<Part>['sendPhoto']>[0]): Promise<Step> {
    onState({ kind: 'SENDING', ids: new Set([photo.id]) });
    const sent = await transport.sendPhoto(photo);
    if (sent.kind === 'TAKEN') {
      attempt = mistakes = 0;
      await store.answerPhoto(photo.id, 'TAKEN', null);
      return 'AGAIN';
    }
    if (sent.kind !== 'REFUSED') {
      const step = stepAfter(sent);
      if (step !== 'DONE') return step;
    }
    const { refusal } = sent as Extract<typeof sent, { refusal: object }>;
    const told = 'message' in refusal ? { id: refusal.message, en: refusal.messageEn } : refusal;
    await store.answerPhoto(photo.id, 'REFUSED', told);
    return 'AGAIN';
  }

  /** What to do about a request that failed as a whole; DONE: it will fail each time. */
  function stepAfter(failure: Failure): Step {
    if (failure.kind === 'UNREACHABLE' || PASSES.has(failure.code)) return 'RETRY';
    if (failure.code === 'UNAUTHENTICATED') return 'SIGN_IN';
    if (failure.code === 'FORBIDDEN') return 'NOT_OPEN';
    if (failure.code !== 'INTERNAL' && failure.code !== null) return 'DONE';
    mistakes += 1;
    return mistakes < PATIENCE ? 'RETRY' : 'DONE';
  }

  async function sendAll(): Promise<Step> {
    for (;;) {
      const step = await sendOnce();
      if (step !== 'AGAIN') return step;
    }
  }

  async function run(): Promise<void> {
    while (!stopped) {
      const over = new Promise<void>((resolve) => (wake = resolve));
      fresh = false;
      const step = await alone(sendAll).catch((): Step => 'RETRY'); // the store itself may be in trouble
      if (stopped) return;
      if (step === 'RETRY') {
        onState({ kind: 'RETRYING' });
        pausing = true;
        const delay = reconnectDelay(attempt, 0, random());
        attempt += 1;
        await pause(delay, over);
        pausing = false;
        continue;
      }
      onState({ kind: step === 'SIGN_IN' || step === 'NOT_OPEN' ? step : 'IDLE' });
      if (!fresh) await over;
    }
  }
  void run();

  return {
    added() {
      if (fresh) return;
      fresh = true;
      if (!pausing) wake();
    },
    tryNow() {
      fresh = true;
      attempt = 0;
      shut.clear();
      wake();
    },
    stop() {
      stopped = true;
      wake();
    },
  };
}
