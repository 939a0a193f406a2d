import { textFrame } from './text-frame.js';

const END = Buffer.from('}');

/** What all who share a stream are told of one event. */
export class Told {
  /** The frame that was built last: those who chose the same id for their operation are written the same bytes. */
  #frame: Buffer | null = null;
  #id: string | null = null;

  /**
   * @param cursor whoever has this has seen everything up to here
   * @param answer the answer as JSON
   */
  constructor(
    readonly cursor: string,
    readonly answer: Buffer,
  ) {}

  /** The message of one operation (`graphql-transport-ws`), ready to be written. */
  frameFor({ id, begin }: Envelope): Buffer {
    if (this.#frame === null || this.#id !== id) {
      this.#frame = textFrame([begin, this.answer, END]);
      this.#id = id;
    }
    return this.#frame;
  }
}

/** What stands around each answer to one operation. */
export interface Envelope {
  readonly id: string;
  readonly begin: Buffer;
}

/** @param id what the client calls the operation */
export function envelopeOf(id: string): Envelope {
  return { id, begin: Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`) };
}
