import type { ClockReading } from '../device-clock/device-clock.js';
import type { EntryAnswer, NewEntry, OutboxEntry } from './outbox-entry.js';
import type { QueuedPhoto } from './queued-photo.js';

/** What the device knows of itself. */
export interface Device {
  /** UUID, made once. */
  readonly id: string;
  /** That of the newest entry; 0: there is none. */
  readonly seq: number;
  /** Moment of the newest entry, ms since 1970; 0: there is none. */
  readonly lastTakenAt: number;
  /** What is known of the server's clock; null: nothing yet. */
  readonly clock: ClockReading | null;
  /** Counts what happens on the device, so that what came first can be told without a clock. */
  readonly tick: number;
  /** When the server last took something, ms since 1970; null: never. */
  readonly lastSentAt: number | null;
}

/** The kinds of things that are kept beside the entries. */
export type KeptKind = 'SNAPSHOT' | 'LIST' | 'DRAFT' | 'VIEWER';

/** Where the device keeps what it has to remember. Each question is answered, and each change made, as a whole or not at all. */
export interface OutboxStore<Part> {
  /** The device, which is made up when it is asked for the first time. */
  device(): Promise<Device>;
  /** Changes what the device knows of itself, with nobody in between. */
  changeDevice(change: (device: Device) => Device): Promise<Device>;

  /** Adds an entry behind all others. It is safe when this has answered. */
  add(entry: NewEntry<Part>): Promise<OutboxEntry<Part>>;
  /** What waits to be sent for this account, oldest first. */
  waiting(account: string): Promise<readonly OutboxEntry<Part>[]>;
  /** What the server does not take of this account, and nobody has looked at, oldest first. */
  refused(account: string): Promise<readonly OutboxEntry<Part>[]>;
  /** Everything that this account has written about something, in its order. */
  entriesAbout(account: string, about: string): Promise<readonly OutboxEntry<Part>[]>;
  /** Notes what the server said, and when on the clock (ms since 1970); of an entry that has its answer already it changes nothing. */
  answer(answers: readonly EntryAnswer[], at: number): Promise<void>;
  /** Leaves a refused entry where it is, because it was given up or said again in a better way. */
  settle(id: string, state: 'PUT_OFF' | 'MENDED'): Promise<void>;
  /** Puts a refused entry back in its place among those that wait. */
  retry(id: string): Promise<void>;
  /** How many entries and pictures each account would lose with this device. */
  unsent(): Promise<ReadonlyMap<string, number>>;

  /** Something kept for an account under a name; undefined: nothing. */
  kept<T>(account: string, kind: KeptKind, name: string): Promise<T | undefined>;
  keep(account: string, kind: KeptKind, name: string, value: unknown): Promise<void>;
  drop(account: string, kind: KeptKind, name: string): Promise<void>;

  addPhoto(photo: Omit<QueuedPhoto, 'state' | 'refusal'>): Promise<void>;
  photosAbout(account: string, about: string): Promise<readonly QueuedPhoto[]>;
  /** How many pictures of this account are still to be sent. */
  photosWaiting(account: string): Promise<number>;
  /** The picture that has waited longest, among those whose entry the server has. */
  nextPhoto(account: string): Promise<QueuedPhoto | null>;
  answerPhoto(id: string, state: QueuedPhoto['state'], refusal: QueuedPhoto['refusal']): Promise<void>;

  /** Forgets what this account has here, but for what was never sent. */
  forget(account: string): Promise<void>;
  close(): void;
}

/** Where an entry stands on this device: behind the one before, in number and in time. */
export function placed<Part>(
  device: Device,
  { at, ...entry }: NewEntry<Part>,
): { readonly device: Device; readonly entry: OutboxEntry<Part> } {
  const seq = device.seq + 1;
  const takenAt = Math.max(Math.round(at), device.lastTakenAt + 1);
  return {
    device: { ...device, seq, lastTakenAt: takenAt },
    entry: {
      ...entry,
      seq,
      takenAt: new Date(takenAt).toISOString(),
      state: 'WAITING',
      refusal: null,
      answeredAt: null,
    },
  };
}

/** An entry after what the server said of it. */
export function answered<Part>(
  entry: OutboxEntry<Part>,
  { state, refusal }: EntryAnswer,
  tick: number,
): OutboxEntry<Part> {
  return entry.state === 'WAITING' ? { ...entry, state, refusal, answeredAt: tick } : entry;
}

/** A device that has done nothing yet. */
export function newDevice(id: string): Device {
  return { id, seq: 0, lastTakenAt: 0, clock: null, tick: 0, lastSentAt: null };
}
