/** Why an entry was not taken, in the words of the server or of this device. */
export interface EntryRefusal {
  readonly code: string;
  /** The field of the contract that it is about; null: the whole entry. */
  readonly field: string | null;
  readonly message: string;
  readonly messageEn: string;
}

/**
 * How far an entry has come. WAITING: on this device alone, as far as is known. TAKEN, AMENDED: the server has it.
 * REFUSED: the server has said why it does not take it. PUT_OFF: somebody has looked at the refusal and leaves it.
 * MENDED: another entry says it better.
 */
export type EntryState = 'WAITING' | 'TAKEN' | 'AMENDED' | 'REFUSED' | 'PUT_OFF' | 'MENDED';

/** Something written down that the server is to know. What it says never changes: whoever means something else writes another. */
export interface OutboxEntry<Part> {
  /** UUIDv7 made on the device; the server takes each once. */
  readonly id: string;
  /** The account that wrote it: nobody else sends it or sees it. */
  readonly account: string;
  readonly region: string;
  /** Id of what it is an entry of, e.g. a session of the forum. */
  readonly about: string;
  /** Counts on the device, across everything that is written on it; from 1. */
  readonly seq: number;
  /** ISO instant, as near to the server's clock as the device could tell; never before that of the entry before. */
  readonly takenAt: string;
  /** Why it comes so late; null: it does not. */
  readonly reason: string | null;
  readonly part: Part;
  readonly state: EntryState;
  readonly refusal: EntryRefusal | null;
  /** Where in the device's own order of events the answer came; null: none has. */
  readonly answeredAt: number | null;
}

/** What somebody writes down; the store adds where it stands. */
export type NewEntry<Part> = Pick<
  OutboxEntry<Part>,
  'id' | 'account' | 'region' | 'about' | 'reason' | 'part'
> & {
  /** What the clock says, ms since 1970. */
  readonly at: number;
};

/** What the server says of one entry. */
export interface EntryAnswer {
  readonly id: string;
  readonly state: 'TAKEN' | 'AMENDED' | 'REFUSED';
  readonly refusal: EntryRefusal | null;
}

/** Whether the server has it. */
export function isTaken({ state }: Pick<OutboxEntry<unknown>, 'state'>): boolean {
  return state === 'TAKEN' || state === 'AMENDED';
}

/** Whether it would be lost with this device: the server has it not, and nobody has given it up. */
export function isUnsent({ state }: Pick<OutboxEntry<unknown>, 'state'>): boolean {
  return state === 'WAITING' || state === 'REFUSED';
}
