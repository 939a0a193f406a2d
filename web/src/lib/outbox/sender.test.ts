import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { until } from '../../testing/until.js';
import { aloneInTab } from './alone.js';
import { memoryStore } from './memory-store.js';
import type { EntryAnswer, OutboxEntry } from './outbox-entry.js';
import type { OutboxStore } from './outbox-store.js';
import { startSender, type Sender, type SenderState } from './sender.js';
import type { Failure, Transport, WhoAsks } from './transport.js';

type Part = { readonly text: string };
type Entry = OutboxEntry<Part>;
/** What the network and the server do with one request. */
type Deed = 'GOOD' | 'LOST_ON_THE_WAY' | 'ANSWER_LOST' | 'HALF' | 'BUSY' | 'BROKEN';

const ANA = 'ana';
const T0 = 1_795_000_000_000;
const REFUSAL = {
  code: 'TEXT_UNREADABLE',
  field: 'text',
  message: 'Tidak terbaca.',
  messageEn: 'Unreadable.',
};
const failure = (code: string): Failure => ({ kind: 'FAILED', code, refusal: { ...REFUSAL, code } });

/** A server that takes each entry once, behind a network that does as it is told. */
function fakeServer(deeds: Deed[] = []) {
  const server = {
    taken: new Map<string, Entry>(),
    requests: [] as string[][],
    atOnce: 0,
    mostAtOnce: 0,
    account: ANA as string | null,
    photos: [] as string[],
    /** What is wrong with an entry: refused by itself, or with the whole request that it is in. */
    wrong: (_entry: Entry): 'ITSELF' | 'WHOLE' | 'MISTAKE' | null => null,
    forbidden: new Set<string>(),
  };
  const transport: Transport<Part> = {
    whoAsks: () =>
      Promise.resolve<WhoAsks>(
        server.account === null ? { kind: 'NOBODY' } : { kind: 'ACCOUNT', id: server.account },
      ),
    async send(entries) {
      server.atOnce += 1;
      server.mostAtOnce = Math.max(server.mostAtOnce, server.atOnce);
      await new Promise((resolve) => setImmediate(resolve));
      server.atOnce -= 1;
      server.requests.push(entries.map(({ id }) => id));
      const deed = deeds.shift() ?? 'GOOD';
      if (deed === 'LOST_ON_THE_WAY') return { kind: 'UNREACHABLE' };
      if (deed === 'BUSY') return failure('UNAVAILABLE');
      if (deed === 'BROKEN') return failure('INTERNAL');
      if (server.forbidden.has(entries[0]!.about)) return failure('FORBIDDEN');
      const wrongs = new Set(entries.map(server.wrong));
      if (wrongs.has('WHOLE')) return failure('BAD_INPUT');
      if (wrongs.has('MISTAKE')) return failure('INTERNAL');
      const answers = entries.map((entry): EntryAnswer => {
        if (server.wrong(entry) === 'ITSELF') return { id: entry.id, state: 'REFUSED', refusal: REFUSAL };
        if (!server.taken.has(entry.id)) server.taken.set(entry.id, entry);
        return { id: entry.id, state: 'TAKEN', refusal: null };
      });
      if (deed === 'ANSWER_LOST') return { kind: 'UNREACHABLE' };
      return {
        kind: 'ANSWERED',
        answers: deed === 'HALF' ? answers.slice(0, Math.ceil(answers.length / 2)) : answers,
      };
    },
    sendPhoto(photo) {
      server.photos.push(photo.id);
      return Promise.resolve({ kind: 'TAKEN' });
    },
  };
  return { server, transport };
}

describe('the sender', () => {
  let store: OutboxStore<Part>;
  let states: SenderState[];
  let senders: Sender[];
  const kinds = () => states.map(({ kind }) => kind);
  const last = () => states.at(-1)?.kind;
  const idle = () => until('everything is sent', () => last() === 'IDLE');

  beforeEach(() => {
    store = memoryStore();
    states = [];
    senders = [];
  });
  afterEach(() => {
    for (const sender of senders) sender.stop();
  });

  function start(transport: Transport<Part>, alone = aloneInTab()): Sender {
    const sender = startSender({
      ...{ store, transport, account: ANA, alone },
      pause: () => new Promise((resolve) => setImmediate(resolve)),
      now: () => T0,
      random: () => 0,
      onState: (state) => states.push(state),
    });
    senders.push(sender);
    return sender;
  }
  const write = async (text: string, about = 'forum-1') =>
    store.add({ id: uuidv7(), account: ANA, region: '35.78', about, at: T0, reason: null, part: { text } });
  async function writeMany(count: number): Promise<Entry[]> {
    const written: Entry[] = [];
    for (let n = 0; n < count; n += 1) written.push(await write(`${n}`));
    return written;
  }

  it('sends oldest first, at most 50 at a time', async () => {
    const { server, transport } = fakeServer();
    const written = await writeMany(120);
    start(transport);
    await idle();
    expect(server.requests.map(({ length }) => length)).toEqual([50, 50, 20]);
    expect([...server.taken.keys()]).toEqual(written.map(({ id }) => id));
  });

  it('loses nothing, doubles nothing and keeps the order, whatever the network does', async () => {
    const deed = fc.constantFrom<Deed>('GOOD', 'LOST_ON_THE_WAY', 'ANSWER_LOST', 'HALF', 'BUSY');
    await fc.assert(
      fc.asyncProperty(
        fc.array(deed, { maxLength: 12 }),
        fc.integer({ min: 1, max: 70 }),
        fc.array(fc.integer({ min: 0, max: 69 }), { maxLength: 5 }),
        async (deeds, count, bad) => {
          store = memoryStore();
          states = [];
          const { server, transport } = fakeServer(deeds);
          server.wrong = ({ seq }) => (bad.includes(seq - 1) ? 'ITSELF' : null);
          const written = await writeMany(count);
          const sender = start(transport);
          await idle();
          sender.stop();
          const good = written.filter((_, n) => !bad.includes(n));
          expect([...server.taken.keys()]).toEqual(good.map(({ id }) => id));
          const refused = (await store.entriesAbout(ANA, 'forum-1')).filter(
            ({ state }) => state === 'REFUSED',
          );
          expect(refused.map(({ id }) => id)).toEqual(
            written.filter((_, n) => bad.includes(n)).map(({ id }) => id),
          );
          expect(await store.waiting(ANA)).toEqual([]);
          expect(server.mostAtOnce).toBe(1);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('never has two requests under way, also where two tabs send', async () => {
    const { server, transport } = fakeServer(['LOST_ON_THE_WAY', 'ANSWER_LOST']);
    const alone = aloneInTab(); // one lock, as all tabs of a browser have
    await writeMany(90);
    const tabs = [start(transport, alone), start(transport, alone)];
    for (let n = 0; n < 20; n += 1) {
      await write(`later ${n}`);
      tabs[n % 2]!.added();
    }
    await until('all is there', () => server.taken.size === 110);
    expect(server.mostAtOnce).toBe(1);
    expect(new Set(server.requests.slice(3).flat()).size).toBe(server.requests.slice(3).flat().length);
  });

  it.each(['WHOLE', 'MISTAKE'] as const)(
    'finds the one entry for which a request fails as a whole (%s), and sends the others',
    async (kind) => {
      const { server, transport } = fakeServer();
      const written = await writeMany(50);
      server.wrong = ({ id }) => (id === written[16]!.id ? kind : null);
      start(transport);
      await idle();
      expect(server.taken.size).toBe(49);
      const entries = await store.entriesAbout(ANA, 'forum-1');
      expect(entries.filter(({ state }) => state === 'REFUSED').map(({ id }) => id)).toEqual([
        written[16]!.id,
      ]);
    },
  );

  it('keeps everything while nobody is signed in, and goes on by itself afterwards', async () => {
    const { server, transport } = fakeServer();
    server.account = null;
    await writeMany(3);
    const sender = start(transport);
    await until('it asks to sign in', () => last() === 'SIGN_IN');
    sender.added();
    server.account = 'budi';
    sender.tryNow();
    await until('it was tried again', () => kinds().filter((kind) => kind === 'SIGN_IN').length >= 2);
    expect([server.requests, (await store.waiting(ANA)).length]).toEqual([[], 3]);
    server.account = ANA;
    sender.tryNow();
    await idle();
    expect(server.taken.size).toBe(3);
  });

  it('goes on with the other sessions where one is not open to the account', async () => {
    const { server, transport } = fakeServer();
    server.forbidden.add('forum-1');
    await write('one');
    const two = await write('two', 'forum-2');
    const sender = start(transport);
    await until('it says so', () => last() === 'NOT_OPEN');
    expect([...server.taken.keys()]).toEqual([two.id]);
    server.forbidden.clear();
    sender.tryNow();
    await idle();
    expect(server.taken.size).toBe(2);
  });

  it('sends pictures after the words, once the server has the entry that they belong to', async () => {
    const { server, transport } = fakeServer(['LOST_ON_THE_WAY']);
    const written = await writeMany(60);
    const id = uuidv7();
    await store.addPhoto({
      ...{ id, account: ANA, about: 'forum-1', entry: written[3]!.id, type: 'image/jpeg' },
      bytes: new ArrayBuffer(8),
    });
    let takenBefore = 0;
    start({
      ...transport,
      sendPhoto(photo) {
        takenBefore = server.taken.size;
        return transport.sendPhoto(photo);
      },
    });
    await idle();
    expect([server.photos, takenBefore]).toEqual([[id], 60]);
    expect((await store.photosAbout(ANA, 'forum-1'))[0]!.state).toBe('TAKEN');
  });

  it('says what it is at', async () => {
    const { transport } = fakeServer(['BUSY']);
    await writeMany(1);
    start(transport);
    await idle();
    expect(kinds()).toEqual(['SENDING', 'RETRYING', 'SENDING', 'IDLE']);
  });
});
