import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { indexedDbStore } from './indexed-db-store.js';
import { memoryStore } from './memory-store.js';
import type { EntryAnswer, NewEntry } from './outbox-entry.js';
import type { OutboxStore } from './outbox-store.js';

interface Said {
  readonly text: string;
}
const T0 = 1_795_000_000_000;
const REFUSAL = { code: 'TEXT_TOO_LONG', field: 'text', message: 'Terlalu panjang.', messageEn: 'Too long.' };
let names = 0;

const draft = (text: string, part: Partial<NewEntry<Said>> = {}): NewEntry<Said> => ({
  id: uuidv7(),
  account: 'ana',
  region: '35.78',
  about: 'forum-1',
  at: T0,
  reason: null,
  part: { text },
  ...part,
});
const taken = (id: string): EntryAnswer => ({ id, state: 'TAKEN', refusal: null });
const refused = (id: string): EntryAnswer => ({ id, state: 'REFUSED', refusal: REFUSAL });

describe.each<[string, () => Promise<OutboxStore<Said>>]>([
  ['in memory', () => Promise.resolve(memoryStore<Said>())],
  ['in IndexedDB', () => indexedDbStore<Said>(`outbox-${(names += 1)}`)],
])('an outbox %s', (_where, open) => {
  let store: OutboxStore<Said>;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  it('is one device for ever', async () => {
    const [one, other] = await Promise.all([store.device(), store.device()]);
    expect(one.id).toBe(other.id);
    await store.changeDevice((device) => ({ ...device, lastSentAt: 7 }));
    expect(await store.device()).toEqual({ ...one, lastSentAt: 7 });
  });

  it('numbers what is written without a gap and without a double, however much is written at once', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, n) => store.add(draft(`${n}`))));
    const entries = await store.waiting('ana');
    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
  });

  it('never goes back in time, whatever the clock says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 8 }), async (steps) => {
        const written = [];
        for (const by of steps) written.push(await store.add(draft('x', { at: T0 + by })));
        const moments = written.map(({ takenAt }) => Date.parse(takenAt));
        expect(moments).toEqual([...new Set(moments)].sort((one, other) => one - other));
      }),
      { numRuns: 20 },
    );
  });

  it('gives what waits oldest first, each to the account that wrote it', async () => {
    for (const text of ['a', 'b']) await store.add(draft(text));
    await store.add(draft('of another', { account: 'budi' }));
    await store.add(draft('c', { about: 'forum-2' }));
    const texts = (await store.waiting('ana')).map(({ part }) => part.text);
    expect(texts).toEqual(['a', 'b', 'c']);
    expect((await store.entriesAbout('ana', 'forum-1')).map(({ part }) => part.text)).toEqual(['a', 'b']);
    expect(await store.entriesAbout('ana', 'forum-3')).toEqual([]);
    expect(await store.unsent()).toEqual(new Map([['ana', 3], ['budi', 1]])); // prettier-ignore
  });

  it('lets an entry leave by its own answer alone, and by the first one', async () => {
    const [one, two, three] = [
      await store.add(draft('1')),
      await store.add(draft('2')),
      await store.add(draft('3')),
    ];
    await store.answer([taken(one.id), refused(three.id)], T0);
    await store.answer([refused(one.id), taken(three.id), taken(uuidv7())], T0 + 1);
    expect((await store.waiting('ana')).map(({ id }) => id)).toEqual([two.id]);
    const all = await store.entriesAbout('ana', 'forum-1');
    expect(all.map(({ state }) => state)).toEqual(['TAKEN', 'WAITING', 'REFUSED']);
    expect(all[2]!.refusal).toEqual(REFUSAL);
    expect((await store.refused('ana')).map(({ id }) => id)).toEqual([three.id]);
    expect(all.map(({ answeredAt }) => answeredAt)).toEqual([1, null, 1]);
    expect(await store.device()).toMatchObject({ tick: 2, lastSentAt: T0 + 1 });
  });

  it('leaves or tries again what was refused, and nothing else', async () => {
    const [one, two, three] = [
      await store.add(draft('1')),
      await store.add(draft('2')),
      await store.add(draft('3')),
    ];
    await store.answer([refused(one.id), refused(two.id), taken(three.id)], T0);
    await store.settle(one.id, 'PUT_OFF');
    await store.retry(two.id);
    await store.settle(three.id, 'MENDED');
    await store.retry(three.id);
    const all = await store.entriesAbout('ana', 'forum-1');
    expect(all.map(({ state, answeredAt }) => [state, answeredAt])).toEqual([
      ['PUT_OFF', 1],
      ['WAITING', null],
      ['TAKEN', 1],
    ]);
  });

  it('keeps things by account, kind and name', async () => {
    await store.keep('ana', 'DRAFT', 'a', { text: 'hal' });
    await store.keep('ana', 'DRAFT', 'a', { text: 'halo' });
    await store.keep('budi', 'DRAFT', 'a', { text: 'lain' });
    expect(await store.kept('ana', 'DRAFT', 'a')).toEqual({ text: 'halo' });
    expect(await store.kept('ana', 'SNAPSHOT', 'a')).toBeUndefined();
    await store.drop('ana', 'DRAFT', 'a');
    expect(await store.kept('ana', 'DRAFT', 'a')).toBeUndefined();
    expect(await store.kept('budi', 'DRAFT', 'a')).toEqual({ text: 'lain' });
  });

  it('gives a picture to be sent once the server has the entry that it belongs to', async () => {
    const entry = await store.add(draft('lampu'));
    const photo = { account: 'ana', about: 'forum-1', type: 'image/jpeg', bytes: new ArrayBuffer(3) };
    const [first, second] = [uuidv7(), uuidv7()];
    await store.addPhoto({ ...photo, id: second, entry: uuidv7() });
    await store.addPhoto({ ...photo, id: first, entry: entry.id });
    expect([await store.photosWaiting('ana'), await store.photosWaiting('budi')]).toEqual([2, 0]);
    expect((await store.nextPhoto('ana'))?.id).toBe(second); // of an entry that another device wrote
    await store.answerPhoto(second, 'TAKEN', null);
    expect(await store.nextPhoto('ana')).toBeNull();
    await store.answer([taken(entry.id)], T0);
    expect(await store.nextPhoto('budi')).toBeNull();
    const next = await store.nextPhoto('ana');
    expect([next?.id, next?.bytes.byteLength]).toEqual([first, 3]);
    await store.answerPhoto(first, 'REFUSED', { id: 'Bukan gambar.', en: 'No picture.' });
    expect(await store.nextPhoto('ana')).toBeNull();
    expect((await store.photosAbout('ana', 'forum-1')).map(({ state }) => state).sort()).toEqual([
      'REFUSED',
      'TAKEN',
    ]);
    expect(await store.unsent()).toEqual(new Map([['ana', 1]]));
  });

  it('forgets an account but for what was never sent', async () => {
    const [one, two] = [await store.add(draft('1')), await store.add(draft('2'))];
    await store.add(draft('of another', { account: 'budi' }));
    await store.answer([taken(one.id)], T0);
    await store.keep('ana', 'SNAPSHOT', 'forum-1', {});
    await store.keep('budi', 'SNAPSHOT', 'forum-1', {});
    await store.forget('ana');
    expect((await store.entriesAbout('ana', 'forum-1')).map(({ id }) => id)).toEqual([two.id]);
    expect(await store.kept('ana', 'SNAPSHOT', 'forum-1')).toBeUndefined();
    expect(await store.kept('budi', 'SNAPSHOT', 'forum-1')).toEqual({});
    expect(await store.waiting('budi')).toHaveLength(1);
  });
});

it('an outbox in IndexedDB is still there when it is opened again', async () => {
  const before = await indexedDbStore<Said>('outbox-again');
  const entry = await before.add(draft('tetap ada'));
  const { id } = await before.device();
  before.close();
  const after = await indexedDbStore<Said>('outbox-again');
  expect(await after.waiting('ana')).toEqual([entry]);
  expect((await after.device()).id).toBe(id);
  after.close();
});
