/**
 * The small language of the corpus. A value of JSON stands for itself; an object with one key that begins with `$`
 * makes a value:
 *
 *   {"$repeat": x, "times": n}       a text n times (`{n}` in it: 0, 1, 2 ...)
 *   {"$join": [x, ...]}              texts one after another
 *   {"$list": x, "times": n}         a list of n times the same
 *   {"$deep": [open, core, close], "times": n}   open n times, core, close n times
 *   {"$fact": "employee"}            something of the attacked office
 *   {"$it": true}                    the value of this turn of `each`
 *   {"$uuid": true}                  a new UUID
 *   {"$base64": x}                   a text as base64url
 *   {"$gzip": bytes}                 that many spaces, compressed
 *   {"$json": x}                     a text that holds JSON, read (for keys that a program would not write)
 *   {"$stringify": x}                the other way round
 *   {"$hex": text}                   bytes
 *   {"$png": pixels}                a whole PNG that many pixels each way, one bit a pixel, with checksums that are right
 *   {"$relabel": token, "to": x}     a token whose beginning is another
 */
import { randomUUID } from 'node:crypto';
import { crc32, deflateSync, gzipSync } from 'node:zlib';

const MAKERS = {
  $repeat: ({ $repeat, times }, look) => {
    const text = look($repeat);
    return text.includes('{n}')
      ? Array.from({ length: times }, (_, n) => text.replaceAll('{n}', n).replaceAll('{n+1}', n + 1)).join('')
      : text.repeat(times);
  },
  $join: ({ $join }, look) => $join.map((part) => String(look(part))).join(''),
  $list: ({ $list, times }, look) => Array.from({ length: times }, () => look($list)),
  $deep: ({ $deep: [open, core, close], times }, look) =>
    look(open).repeat(times) + look(core) + look(close).repeat(times),
  $fact: ({ $fact }, _look, { facts }) => facts[$fact] ?? fail(`there is no fact ${$fact}`),
  $it: (_made, look, { it }) => look(it),
  $uuid: () => randomUUID(),
  $base64: ({ $base64 }, look) => Buffer.from(look($base64)).toString('base64url'),
  $gzip: ({ $gzip }) => gzipSync(Buffer.alloc($gzip, ' ')),
  $json: ({ $json }, look) => JSON.parse(look($json)),
  $stringify: ({ $stringify }, look) => JSON.stringify(look($stringify)),
  $relabel: ({ $relabel, to }, look) => to + look($relabel).slice(to.length),
  $hex: ({ $hex }) => Buffer.from($hex, 'hex'),
  $png: ({ $png }) => pngOf($png),
};

function pngOf(pixels) {
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(pixels, 0);
  head.writeUInt32BE(pixels, 4);
  head[8] = 1;
  const line = 1 + Math.ceil(pixels / 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    ...[chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.alloc(line * pixels)))],
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function fail(message) {
  throw new Error(message);
}

/** Makes the value that an expression stands for. */
export function expand(expression, surroundings) {
  const look = (inner) => expand(inner, surroundings);
  if (typeof expression !== 'object' || expression === null || Buffer.isBuffer(expression)) return expression;
  if (Array.isArray(expression)) return expression.map(look);
  const maker = Object.keys(expression).find((key) => key.startsWith('$'));
  if (maker !== undefined)
    return (MAKERS[maker] ?? fail(`${maker} is no maker`))(expression, look, surroundings);
  return Object.fromEntries(Object.entries(expression).map(([key, value]) => [key, look(value)]));
}

/** Families whose limits hold for whoever asks: each case that names nobody is sent as both. */
const FOR_EVERYBODY = new Set(['G', 'W']);

/** A case of the corpus for each turn of its `each`, each way that it is sent, and each actor that sends it. */
export function unfold(written) {
  const turns = written.each ?? [[null, null]];
  const ways = written.transports ?? ['http'];
  return turns.flatMap(([title, it, changed], n) => {
    const one = {
      ...written,
      ...(title !== null && { id: `${written.id}.${n + 1}`, title: `${written.title}: ${title}` }),
      ...(changed && { expect: changed }),
      it,
    };
    return ways.flatMap((transport) =>
      actorsOf(written, transport).map((as) => ({
        ...one,
        transport,
        as,
        key: `${one.id} ${transport}${as === 'nobody' ? '' : ` as ${as}`}`,
      })),
    );
  });
}

function actorsOf({ as, family, slow }, transport) {
  if (as !== undefined) return [as].flat();
  const both = FOR_EVERYBODY.has(family) && transport !== 'raw' && !slow;
  return both ? ['nobody', 'chief'] : ['nobody'];
}
