/**
 * Many subscribers that cost next to nothing, so that the server is what is measured: they speak just enough of
 * `graphql-transport-ws` to subscribe, and look at messages without parsing them.
 */
import { connect } from 'node:net';
import { randomBytes, randomUUID } from 'node:crypto';

const TEXT = 0x1;
const PING = 0x9;
const PONG = 0xa;

export class Listeners {
  /** Messages that were wanted. */
  heard = 0;
  /** Sockets that the server closed: nobody may be lost while something is measured. */
  ended = 0;
  #sockets = [];
  #waiting = null;
  #options;

  /** @param options `query`; `wanted` tells of a message's bytes whether it counts, and may note when it came */
  constructor(options) {
    this.#options = options;
  }

  /**
   * @param id the same id of the operation for everybody, or null: one of their own, as the usual clients have it
   * @param init what is presented at first, such as a token
   */
  async open(port, count, id = null, init = {}) {
    for (let from = 0; from < count; from += 100) {
      const batch = Math.min(100, count - from);
      await Promise.all(Array.from({ length: batch }, () => this.#subscribe(port, id ?? randomUUID(), init)));
    }
  }

  /** Resolves when so many have come in all. */
  until(heard) {
    if (this.heard >= heard) return Promise.resolve();
    return new Promise((resolve) => (this.#waiting = { heard, resolve }));
  }

  close() {
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets = [];
  }

  #subscribe(port, id, init) {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      this.#sockets.push(socket);
      socket.on('error', reject);
      socket.on('end', () => {
        this.ended += 1;
        reject(new Error('the server closed a socket'));
      });
      socket.write(
        `GET /graphql HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
          `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nSec-WebSocket-Version: 13\r\n` +
          'Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n',
      );
      let rest = Buffer.alloc(0);
      let upgraded = false;
      socket.on('data', (data) => {
        rest = rest.length === 0 ? data : Buffer.concat([rest, data]);
        if (!upgraded) {
          const end = rest.indexOf('\r\n\r\n');
          if (end < 0) return;
          if (!rest.subarray(0, 12).equals(Buffer.from('HTTP/1.1 101')))
            return reject(new Error(rest.toString()));
          upgraded = true;
          rest = rest.subarray(end + 4);
          socket.write(masked(JSON.stringify({ type: 'connection_init', payload: init })));
        }
        for (;;) {
          const message = nextMessage(rest);
          if (message === null) return;
          rest = rest.subarray(message.end);
          // Who does not answer a ping is taken for gone.
          if (message.opcode === PING) socket.write(masked(message.bytes, PONG));
          else if (this.#options.wanted(message.bytes)) this.#count();
          else if (message.bytes.includes('"connection_ack"')) {
            const payload = { query: this.#options.query };
            socket.write(masked(JSON.stringify({ id, type: 'subscribe', payload })));
            resolve();
          } else if (message.bytes.includes('"error"')) reject(new Error(message.bytes.toString()));
        }
      });
    });
  }

  #count() {
    this.heard += 1;
    if (this.#waiting !== null && this.heard >= this.#waiting.heard) {
      this.#waiting.resolve();
      this.#waiting = null;
    }
  }
}

/** The first whole frame, of whatever kind. */
function nextMessage(rest) {
  if (rest.length < 2) return null;
  let length = rest[1] & 0x7f;
  let head = 2;
  if (length === 126) {
    if (rest.length < 4) return null;
    length = rest.readUInt16BE(2);
    head = 4;
  }
  if (length === 127) {
    if (rest.length < 10) return null;
    length = Number(rest.readBigUInt64BE(2));
    head = 10;
  }
  const end = head + length;
  return rest.length < end ? null : { opcode: rest[0] & 0x0f, bytes: rest.subarray(head, end), end };
}

/** A frame as a client writes it: a mask of zeroes is a mask. */
function masked(content, opcode = TEXT) {
  const data = Buffer.from(content);
  const head = data.length < 126 ? Buffer.from([0x80 | opcode, 0x80 | data.length]) : Buffer.alloc(4);
  if (data.length >= 126) {
    head[0] = 0x80 | opcode;
    head[1] = 0x80 | 126;
    head.writeUInt16BE(data.length, 2);
  }
  return Buffer.concat([head, Buffer.alloc(4), data]);
}
