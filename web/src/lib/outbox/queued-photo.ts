import { isTaken, type OutboxEntry } from './outbox-entry.js';

/** A picture that goes with an entry; it is sent by itself, after the words. */
export interface QueuedPhoto {
  readonly id: string;
  readonly account: string;
  readonly about: string;
  /** The entry that it belongs to. */
  readonly entry: string;
  readonly type: string;
  readonly bytes: ArrayBuffer;
  readonly state: 'WAITING' | 'TAKEN' | 'REFUSED' | 'PUT_OFF';
  readonly refusal: { readonly id: string; readonly en: string } | null;
}

/** Whether a picture would be lost with this device. */
export function isUnsentPhoto({ state }: Pick<QueuedPhoto, 'state'>): boolean {
  return state === 'WAITING' || state === 'REFUSED';
}

/** The first picture by its id, which grows with time, whose entry the server has or never had to get from here. */
export function nextOf(
  photos: readonly QueuedPhoto[],
  account: string,
  entryOf: (id: string) => OutboxEntry<unknown> | undefined,
): QueuedPhoto | null {
  const ready = photos.filter((photo) => {
    const entry = entryOf(photo.entry);
    return photo.account === account && photo.state === 'WAITING' && (entry === undefined || isTaken(entry));
  });
  return ready.sort((one, other) => (one.id < other.id ? -1 : 1))[0] ?? null;
}
