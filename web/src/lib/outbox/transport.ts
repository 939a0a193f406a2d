import type { EntryAnswer, EntryRefusal, OutboxEntry } from './outbox-entry.js';
import type { QueuedPhoto } from './queued-photo.js';

/** What went wrong with a whole request. */
export type Failure =
  /** Nothing came back: nobody knows whether it arrived. Sending it again is safe. */
  | { readonly kind: 'UNREACHABLE' }
  /** The server answered that it cannot or will not, with a code of its closed list. */
  | { readonly kind: 'FAILED'; readonly code: string | null; readonly refusal: EntryRefusal };

/** What became of a request with entries; those that the answer leaves out wait on. */
export type Sent =
  | { readonly kind: 'ANSWERED'; readonly answers: readonly EntryAnswer[] }
  /** The server refuses all of it for one reason, which is that of each entry. */
  | { readonly kind: 'REFUSED'; readonly refusal: EntryRefusal }
  | Failure;

/** What became of a picture. */
export type PhotoSent =
  | { readonly kind: 'TAKEN' }
  | { readonly kind: 'REFUSED'; readonly refusal: NonNullable<QueuedPhoto['refusal']> }
  | Failure;

/** Who is signed in where things are sent to. */
export type WhoAsks =
  { readonly kind: 'ACCOUNT'; readonly id: string } | { readonly kind: 'NOBODY' } | Failure;

/** The way to the server. None of it throws. */
export interface Transport<Part> {
  whoAsks(): Promise<WhoAsks>;
  /** Entries of one session, in the order of the device. */
  send(entries: readonly OutboxEntry<Part>[], device: string): Promise<Sent>;
  sendPhoto(photo: QueuedPhoto): Promise<PhotoSent>;
}
