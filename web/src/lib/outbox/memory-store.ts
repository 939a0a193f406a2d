import { uuidv7 } from 'uuidv7';
import { isUnsent, type OutboxEntry } from './outbox-entry.js';
import { answered, newDevice, placed, type Device, type KeptKind, type OutboxStore } from './outbox-store.js';
import { isUnsentPhoto, nextOf, type QueuedPhoto } from './queued-photo.js';

/** An outbox that lives as long as the page: for tests, and where a browser keeps nothing. */
export function memoryStore<Part>(): OutboxStore<Part> {
  let device: Device = newDevice(uuidv7());
  const entries = new Map<string, OutboxEntry<Part>>();
  const photos = new Map<string, QueuedPhoto>();
  const kept = new Map<string, unknown>();
  const nameOf = (account: string, kind: KeptKind, name: string) => JSON.stringify([account, kind, name]);
  const inOrder = (which: (entry: OutboxEntry<Part>) => boolean) =>
    [...entries.values()].filter(which).sort((one, other) => one.seq - other.seq);
  const change = (id: string, to: Partial<OutboxEntry<Part>>) => {
    const entry = entries.get(id);
    if (entry?.state === 'REFUSED') entries.set(id, { ...entry, ...to });
  };

  return {
    device: () => Promise.resolve(device),
    changeDevice(changed) {
      device = changed(device);
      return Promise.resolve(device);
    },
    add(draft) {
      const { device: after, entry } = placed(device, draft);
      device = after;
      entries.set(entry.id, entry);
      return Promise.resolve(entry);
    },
    waiting: (account) =>
      Promise.resolve(inOrder((entry) => entry.account === account && entry.state === 'WAITING')),
    refused: (account) =>
      Promise.resolve(inOrder((entry) => entry.account === account && entry.state === 'REFUSED')),
    entriesAbout: (account, about) =>
      Promise.resolve(inOrder((entry) => entry.account === account && entry.about === about)),
    answer(answers, at) {
      device = { ...device, tick: device.tick + 1, lastSentAt: at };
      for (const answer of answers) {
        const entry = entries.get(answer.id);
        if (entry) entries.set(entry.id, answered(entry, answer, device.tick));
      }
      return Promise.resolve();
    },
    settle: (id, state) => Promise.resolve(change(id, { state })),
    retry: (id) => Promise.resolve(change(id, { state: 'WAITING', refusal: null, answeredAt: null })),
    unsent() {
      const counts = new Map<string, number>();
      const count = (account: string) => counts.set(account, (counts.get(account) ?? 0) + 1);
      for (const entry of entries.values()) if (isUnsent(entry)) count(entry.account);
      for (const photo of photos.values()) if (isUnsentPhoto(photo)) count(photo.account);
      return Promise.resolve(counts);
    },
    kept: <T>(account: string, kind: KeptKind, name: string) =>
      Promise.resolve(kept.get(nameOf(account, kind, name)) as T | undefined),
    keep(account, kind, name, value) {
      kept.set(nameOf(account, kind, name), structuredClone(value));
      return Promise.resolve();
    },
    drop(account, kind, name) {
      kept.delete(nameOf(account, kind, name));
      return Promise.resolve();
    },
    addPhoto(photo) {
      photos.set(photo.id, { ...photo, state: 'WAITING', refusal: null });
      return Promise.resolve();
    },
    photosAbout: (account, about) =>
      Promise.resolve(
        [...photos.values()].filter((photo) => photo.account === account && photo.about === about),
      ),
    photosWaiting: (account) =>
      Promise.resolve(
        [...photos.values()].filter((photo) => photo.account === account && photo.state === 'WAITING').length,
      ),
    nextPhoto: (account) => Promise.resolve(nextOf([...photos.values()], account, (id) => entries.get(id))),
    answerPhoto(id, state, refusal) {
      const photo = photos.get(id);
      if (photo) photos.set(id, { ...photo, state, refusal });
      return Promise.resolve();
    },
    forget(account) {
      for (const entry of entries.values()) {
        if (entry.account === account && !isUnsent(entry)) entries.delete(entry.id);
      }
      for (const photo of photos.values()) {
        if (photo.account === account && !isUnsentPhoto(photo)) photos.delete(photo.id);
      }
      for (const name of kept.keys()) {
        if ((JSON.parse(name) as unknown[])[0] === account) kept.delete(name);
      }
      return Promise.resolve();
    },
    close() {},
  };
}
