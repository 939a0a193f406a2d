/**
 * Hands bytes on in chunks of at least `minimum` bytes, the last one excepted; there is always a last one, if need be
 * an empty one. A source that drips byte by byte would otherwise make every chunk a step of its own.
 */
export async function* gatherChunks(
  source: AsyncIterable<Uint8Array>,
  minimum: number,
): AsyncGenerator<{ readonly chunk: Buffer; readonly last: boolean }> {
  let parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of source) {
    parts.push(part);
    length += part.length;
    if (length < minimum) continue;
    yield { chunk: Buffer.concat(parts), last: false };
    parts = [];
    length = 0;
  }
  yield { chunk: Buffer.concat(parts), last: true };
}
