import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { uuidv7 } from 'uuidv7';
import { isUnsent, type OutboxEntry } from './outbox-entry.js';
import { answered, newDevice, placed, type Device, type KeptKind, type OutboxStore } from './outbox-store.js';
import { isUnsentPhoto, nextOf, type QueuedPhoto } from './queued-photo.js';

/** Name of the database in the browser. */
export const OUTBOX_DATABASE = 'pantau-outbox';
const VERSION = 1;
const THE_DEVICE = 'device';

interface Tables<Part> extends DBSchema {
  entries: {
    key: string;
    value: OutboxEntry<Part>;
    indexes: { byAbout: [string, string, number]; byState: [string, string, number] };
  };
  photos: { key: string; value: QueuedPhoto; indexes: { byAbout: [string, string] } };
  kept: { key: [string, KeptKind, string]; value: unknown };
  device: { key: string; value: Device };
}

/** A row is on the disk, and not only on its way there, when its transaction has completed: batteries run out. */
const SAFELY = { durability: 'strict' } as const;
/** Sorts behind every number, as keys of IndexedDB do. */
const LAST: string[] = [];

/** The outbox in IndexedDB: it stays through a crash of the browser and a restart of the device. */
export async function indexedDbStore<Part>(name: string = OUTBOX_DATABASE): Promise<OutboxStore<Part>> {
  const database: IDBPDatabase<Tables<Part>> = await openDB<Tables<Part>>(name, VERSION, {
    upgrade(db) {
      const entries = db.createObjectStore('entries', { keyPath: 'id' });
      entries.createIndex('byAbout', ['account', 'about', 'seq']);
      entries.createIndex('byState', ['account', 'state', 'seq']);
      db.createObjectStore('photos', { keyPath: 'id' }).createIndex('byAbout', ['account', 'about']);
      db.createObjectStore('kept');
      db.createObjectStore('device');
    },
    // Another tab has a newer program: it must not wait for this one, which says so when it next needs the store.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });

  async function changeDevice(change: (device: Device) => Device): Promise<Device> {
    const tx = database.transaction('device', 'readwrite', SAFELY);
    const device = change((await tx.store.get(THE_DEVICE)) ?? newDevice(uuidv7()));
    await tx.store.put(device, THE_DEVICE);
    await tx.done;
    return device;
  }
  async function changeRefused(id: string, to: Partial<OutboxEntry<Part>>): Promise<void> {
    const tx = database.transaction('entries', 'readwrite', SAFELY);
    const entry = await tx.store.get(id);
    if (entry?.state === 'REFUSED') await tx.store.put({ ...entry, ...to });
    await tx.done;
  }
  const within = (...from: string[]) => IDBKeyRange.bound(from, [...from, LAST]);

  return {
    device: async () =>
      (await database.get('device', THE_DEVICE)) ?? (await changeDevice((device) => device)),
    changeDevice,
    async add(draft) {
      const tx = database.transaction(['device', 'entries'], 'readwrite', SAFELY);
      const devices = tx.objectStore('device');
      const before = (await devices.get(THE_DEVICE)) ?? newDevice(uuidv7());
      const { device, entry } = placed(before, draft);
      await devices.put(device, THE_DEVICE);
      await tx.objectStore('entries').add(entry);
      await tx.done;
      return entry;
    },
    waiting: (account) => database.getAllFromIndex('entries', 'byState', within(account, 'WAITING')),
    refused: (account) => database.getAllFromIndex('entries', 'byState', within(account, 'REFUSED')),
    entriesAbout: (account, about) => database.getAllFromIndex('entries', 'byAbout', within(account, about)),
    async answer(answers, at) {
      const tx = database.transaction(['device', 'entries'], 'readwrite', SAFELY);
      const devices = tx.objectStore('device');
      const entries = tx.objectStore('entries');
      const before = (await devices.get(THE_DEVICE)) ?? newDevice(uuidv7());
      const device = { ...before, tick: before.tick + 1, lastSentAt: at };
      await devices.put(device, THE_DEVICE);
      for (const answer of answers) {
        const entry = await entries.get(answer.id);
        if (entry) await entries.put(answered(entry, answer, device.tick));
      }
      await tx.done;
    },
    settle: (id, state) => changeRefused(id, { state }),
    retry: (id) => changeRefused(id, { state: 'WAITING', refusal: null, answeredAt: null }),
    async unsent() {
      const tx = database.transaction(['entries', 'photos']);
      const counts = new Map<string, number>();
      const count = (account: string) => counts.set(account, (counts.get(account) ?? 0) + 1);
      for (const entry of await tx.objectStore('entries').getAll()) if (isUnsent(entry)) count(entry.account);
      for (const photo of await tx.objectStore('photos').getAll()) {
        if (isUnsentPhoto(photo)) count(photo.account);
      }
      return counts;
    },
    kept: async <T>(account: string, kind: KeptKind, name: string) =>
      (await database.get('kept', [account, kind, name])) as T | undefined,
    async keep(account, kind, name, value) {
      await database.put('kept', value, [account, kind, name]);
    },
    drop: (account, kind, name) => database.delete('kept', [account, kind, name]),
    async addPhoto(photo) {
      await database.add('photos', { ...photo, state: 'WAITING', refusal: null });
    },
    photosAbout: (account, about) =>
      database.getAllFromIndex('photos', 'byAbout', IDBKeyRange.only([account, about])),
    async photosWaiting(account) {
      const photos = await database.getAll('photos');
      return photos.filter((photo) => photo.account === account && photo.state === 'WAITING').length;
    },
    async nextPhoto(account) {
      const tx = database.transaction(['entries', 'photos']);
      const photos = await tx.objectStore('photos').getAll();
      const entries = new Map<string, OutboxEntry<Part>>();
      for (const { entry: id } of photos) {
        const entry = await tx.objectStore('entries').get(id);
        if (entry) entries.set(id, entry);
      }
      return nextOf(photos, account, (id) => entries.get(id));
    },
    async answerPhoto(id, state, refusal) {
      const tx = database.transaction('photos', 'readwrite', SAFELY);
      const photo = await tx.store.get(id);
      if (photo) await tx.store.put({ ...photo, state, refusal });
      await tx.done;
    },
    async forget(account) {
      const tx = database.transaction(['entries', 'photos', 'kept'], 'readwrite', SAFELY);
      const entries = tx.objectStore('entries');
      for (const entry of await entries.getAll()) {
        if (entry.account === account && !isUnsent(entry)) await entries.delete(entry.id);
      }
      const photos = tx.objectStore('photos');
      for (const photo of await photos.getAll()) {
        if (photo.account === account && !isUnsentPhoto(photo)) await photos.delete(photo.id);
      }
      await tx.objectStore('kept').delete(within(account));
      await tx.done;
    },
    close: () => database.close(),
  };
}
