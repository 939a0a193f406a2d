import type { Writable } from 'node:stream';
import * as ws from 'ws';
import { textFrame } from './text-frame.js';

/** Exported, but unknown to the types. */
const { Receiver } = ws as unknown as { Receiver: new (options: object) => Writable };

/** What `ws` itself reads in a frame, as a client of it would. */
const readBack = (frame: Buffer): Promise<string> =>
  new Promise((resolve, reject) => {
    const receiver = new Receiver({ isServer: false });
    receiver.on('message', (data: Buffer, isBinary: boolean) =>
      resolve(isBinary ? 'binary' : data.toString()),
    );
    receiver.on('error', reject);
    receiver.write(frame);
  });

it.each([0, 1, 125, 126, 65_535, 65_536, 200_000])('a text of %i bytes is read back', async (length) => {
  const text = 'é'.repeat(Math.floor(length / 2)).padEnd(length - Math.floor(length / 2), 'x');
  const bytes = Buffer.from(text);
  expect(bytes).toHaveLength(length);
  expect(await readBack(textFrame([bytes]))).toBe(text);
});

it('parts follow each other', async () => {
  expect(await readBack(textFrame([Buffer.from('{"a":'), Buffer.from('1'), Buffer.from('}')]))).toBe(
    '{"a":1}',
  );
});
