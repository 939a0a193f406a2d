import type { Told } from './shared-stream.js';
import { textFrame } from './text-frame.js';

const END = Buffer.from('}');

/** The frame that was built last of what is told: those who chose the same id for their operation share it. */
const last = new WeakMap<Told, { readonly id: string; readonly frame: Buffer }>();

/** Puts what is told to many into the envelope of one operation (`graphql-transport-ws`), and writes it. */
export function teller(id: string, writer: { tell(frame: Buffer): void }): (told: Told) => void {
  const begin = Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`);
  return (told) => {
    const known = last.get(told);
    const frame = known?.id === id ? known.frame : textFrame([begin, told.answer, END]);
    if (frame !== known?.frame) last.set(told, { id, frame });
    writer.tell(frame);
  };
}
