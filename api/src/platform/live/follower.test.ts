import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { Followers } from './follower.js';
import { LiveStream, type LiveEvent } from './live-stream.js';
import type { Told } from './told.js';

/** A log that is followed from any place on; whoever comes without a place is given a picture of its end. */
class Log {
  head = 0;
  /** Looks that were begun, and events that they gave. */
  reads = 0;
  given = 0;
  broken = false;
  readonly #wake = new Set<() => void>();

  append(): void {
    this.head += 1;
    this.wake();
  }

  wake(): void {
    for (const wake of this.#wake) wake();
    this.#wake.clear();
  }

  stream(after: string | null): LiveStream {
    return new LiveStream('log', after, (from, signal) => this.#follow(from, signal));
  }

  async *#follow(from: string | null, signal: AbortSignal): AsyncGenerator<LiveEvent> {
    this.reads += 1;
    let at = from === null ? this.head : Number(from);
    if (from === null) yield { cursor: String(at) };
    while (!signal.aborted) {
      if (this.broken) throw new Error('broken');
      if (at < this.head) {
        at += 1;
        this.given += 1;
        yield { cursor: String(at) };
        continue;
      }
      await new Promise<void>((resolve) => {
        this.#wake.add(resolve);
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
    }
  }
}

/** Reads as a client does: it comes back from its cursor after an error, and checks that nothing is missing. */
class Client {
  readonly heard: number[] = [];
  answered = 0;
  /** What was told to it after it had gone. */
  late = 0;
  /** Its answers are not there before this is. */
  answers: Promise<void> = Promise.resolve();
  /** Whether what it is told together with others goes out at once. */
  keepsUp = true;
  /** Where it is waited for, it has not read an event before this is there. */
  reads: (event: number) => Promise<void> = async () => undefined;
  #iterator: AsyncIterableIterator<unknown> | null = null;

  constructor(
    private readonly followers: Followers,
    private readonly log: Log,
    private readonly key = 'all',
  ) {}

  get cursor(): string | null {
    const last = this.heard.at(-1);
    return last === undefined ? null : String(last);
  }

  open(): void {
    const iterator: AsyncIterableIterator<unknown> = this.followers.follow({
      stream: this.log.stream(this.cursor),
      key: this.key,
      answer: async ({ cursor }) => {
        this.answered += 1;
        await this.answers;
        return { data: { cursor } };
      },
      tell: ({ answer }: Told) => {
        if (this.#iterator === iterator) this.#hear(JSON.parse(answer.toString()).data.cursor);
        else this.late += 1;
        return this.keepsUp;
      },
    });
    this.#iterator = iterator;
    void this.#read(iterator);
  }

  async close(): Promise<void> {
    const iterator = this.#iterator;
    this.#iterator = null;
    await iterator?.return?.();
  }

  async #read(iterator: AsyncIterableIterator<unknown>): Promise<void> {
    try {
      for await (const result of iterator) {
        const { cursor } = (result as any).data;
        this.#hear(cursor);
        await this.reads(Number(cursor));
      }
    } catch {
      // As a client whose network was cut: it comes again, a little later.
      await turn();
      if (iterator === this.#iterator) this.open();
    }
  }

  #hear(cursor: string): void {
    this.heard.push(Number(cursor));
  }
}

const settle = async () => {
  for (let n = 0; n < 30; n += 1) await turn();
};
const isWhole = (heard: readonly number[]) => heard.every((one, n) => n === 0 || one === heard[n - 1]! + 1);

it('reads and answers once for all who have caught up', async () => {
  const log = new Log();
  const followers = new Followers();
  const clients = Array.from({ length: 50 }, () => new Client(followers, log));
  for (const client of clients) client.open();
  await settle();
  const answered = () => clients.reduce((sum, client) => sum + client.answered, 0);
  const before = answered();
  log.given = 0;
  for (let n = 0; n < 20; n += 1) {
    log.append();
    await settle();
  }
  expect(followers.streams).toBe(1);
  expect(log.given).toBe(20);
  expect(answered() - before).toBe(20);
  for (const { heard } of clients) expect(heard).toEqual(Array.from({ length: 21 }, (_, n) => n));
  for (const client of clients) await client.close();
  await settle();
  expect(followers.streams).toBe(0);
});

it('reads one picture for all who come at the same time, also where whoever reads it goes', async () => {
  const log = new Log();
  const followers = new Followers();
  const clients = Array.from({ length: 20 }, () => new Client(followers, log));
  for (const client of clients) client.open();
  await clients[0]!.close();
  await settle();
  // The one that went, one picture each for those who waited for it at worst, and what is shared from then on.
  for (const { heard } of clients.slice(1)) expect(heard).toEqual([0]);
  await Promise.all(clients.map((client) => client.close()));
  const later = Array.from({ length: 20 }, () => new Client(followers, log));
  await settle();
  log.reads = 0;
  for (const client of later) client.open();
  await settle();
  expect(log.reads).toBeLessThanOrEqual(2);
  log.append();
  await settle();
  for (const { heard } of later) expect(heard).toEqual([0, 1]);
  await Promise.all(later.map((client) => client.close()));
});

it('keeps apart who are told otherwise', async () => {
  const log = new Log();
  const followers = new Followers();
  const clients = ['one', 'other'].map((key) => new Client(followers, log, key));
  for (const client of clients) client.open();
  await settle();
  expect(followers.streams).toBe(2);
  for (const client of clients) await client.close();
});

it('goes on with the next one where the one who leads has gone', async () => {
  const log = new Log();
  const followers = new Followers();
  const clients = Array.from({ length: 3 }, () => new Client(followers, log));
  for (const client of clients) {
    client.open();
    await settle();
  }
  for (const client of clients) {
    log.append();
    await settle();
    await client.close();
    log.append();
    await settle();
  }
  expect(clients.map(({ heard }) => heard.at(-1))).toEqual([1, 3, 5]);
  for (const { heard } of clients) expect(isWhole(heard)).toBe(true);
});

it('loses nothing where the one who leads goes in the moment in which an event is answered', async () => {
  const log = new Log();
  const followers = new Followers();
  const [leader, next] = [new Client(followers, log), new Client(followers, log)];
  for (const client of [leader, next]) {
    client.open();
    await settle();
  }
  let release = () => {};
  leader.answers = new Promise((resolve) => (release = resolve));
  log.append();
  await settle();
  const gone = leader.close();
  release();
  await gone;
  await settle();
  log.append();
  await settle();
  expect(leader.heard).toEqual([0]);
  expect(next.heard).toEqual([0, 1, 2]);
  await next.close();
});

it('tells nobody anything any more who leaves while the others are told', async () => {
  const log = new Log();
  const followers = new Followers(1);
  const clients = Array.from({ length: 5 }, () => new Client(followers, log));
  for (const client of clients) client.open();
  await settle();
  log.append();
  while (clients[0]!.heard.at(-1) === 0) await turn();
  await Promise.all(clients.slice(1).map((client) => client.close()));
  await settle();
  expect(clients.map(({ late }) => late)).toEqual([0, 0, 0, 0, 0]);
  expect(clients.at(-1)!.heard).toEqual([0]);
  await clients[0]!.close();
});

it('waits for one who is alone and does not keep up, and tells others together meanwhile', async () => {
  const log = new Log();
  const followers = new Followers();
  const slow = new Client(followers, log);
  slow.open();
  await settle();
  await slow.close();
  for (let n = 0; n < 200; n += 1) log.append();
  let read = () => {};
  const reading = new Promise<void>((resolve) => (read = resolve));
  slow.keepsUp = false;
  // The first alone, the second by the stream that it begins then, and alone again.
  slow.reads = async (event) => (event > 2 ? reading : undefined);
  slow.open();
  await settle();
  expect(slow.heard).toEqual([0, 1, 2, 3]);

  const others = [new Client(followers, log), new Client(followers, log)];
  for (const other of others) other.open();
  await settle();
  log.given = 0;
  log.append();
  await settle();
  for (const { heard } of others) expect([isWhole(heard), heard.at(-1)]).toEqual([true, 201]);
  expect([followers.streams, log.given]).toEqual([1, 1]);

  read();
  slow.keepsUp = true;
  for (let n = 0; n < 100 && slow.heard.at(-1) !== log.head; n += 1) await settle();
  expect(slow.heard).toEqual(Array.from({ length: 202 }, (_, n) => n));
  log.append();
  await settle();
  expect([slow, ...others].map(({ heard }) => heard.at(-1))).toEqual([202, 202, 202]);
  for (const client of [slow, ...others]) await client.close();
});

it('gives the trouble of all to each of them, and none of them goes round in circles', async () => {
  const log = new Log();
  const followers = new Followers();
  const clients = Array.from({ length: 3 }, () => new Client(followers, log));
  for (const client of clients) client.open();
  await settle();
  log.broken = true;
  log.wake();
  await settle();
  const { reads } = log;
  expect(reads).toBeLessThan(500);
  log.broken = false;
  log.append();
  await settle();
  for (const { heard } of clients) expect(heard).toEqual([0, 1]);
  for (const client of clients) await client.close();
});

it('tells everybody everything once and in order, whoever comes, goes, breaks and comes back', async () => {
  const step = fc.oneof(
    fc.constant({ do: 'append' } as const),
    fc.record({ do: fc.constant('burst' as const), n: fc.integer({ min: 2, max: 90 }) }),
    fc.record({ do: fc.constant('open' as const), who: fc.nat(7) }),
    fc.record({ do: fc.constant('close' as const), who: fc.nat(7) }),
    fc.constant({ do: 'break' } as const),
    fc.record({ do: fc.constant('slow' as const), who: fc.nat(7) }),
    fc.constant({ do: 'turn' } as const),
    fc.constant({ do: 'settle' } as const),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const log = new Log();
      const followers = new Followers(2);
      const clients = Array.from({ length: 8 }, () => new Client(followers, log));
      const open = new Set<Client>();
      for (const one of steps) {
        if (one.do === 'append') log.append();
        if (one.do === 'burst') for (let n = 0; n < one.n; n += 1) log.append();
        if (one.do === 'turn') await turn();
        if (one.do === 'slow') clients[one.who]!.keepsUp = !clients[one.who]!.keepsUp;
        if (one.do === 'settle') await settle();
        if (one.do === 'break') {
          log.broken = true;
          log.wake();
          await turn();
          log.broken = false;
        }
        if (one.do === 'open' || one.do === 'close') {
          const client = clients[one.who]!;
          if (one.do === 'open' && !open.has(client)) {
            client.open();
            open.add(client);
          }
          if (one.do === 'close' && open.delete(client)) await client.close();
        }
      }
      // Each event of a burst takes a turn or more.
      const isBehind = () => [...open].some(({ heard }) => heard.at(-1) !== log.head);
      for (let n = 0; n < 100 && isBehind(); n += 1) await settle();
      await settle();
      for (const client of clients) {
        expect(isWhole(client.heard)).toBe(true);
        expect(client.late).toBe(0);
        if (open.has(client)) expect(client.heard.at(-1)).toBe(log.head);
        await client.close();
      }
      await settle();
      expect(followers.streams).toBe(0);
    }),
    { numRuns: 300 },
  );
});
