/**
 * Many subscribers that cost next to nothing, so that the server is what is measured: they speak just enough of
 * `graphql-transport-ws` to subscribe, and count frames without reading them.
 */
import { connect } from 'node:net';
import { randomBytes, randomUUID } from 'node:crypto';
import { QUERY } from './board.mjs';

/** What is shorter is an acknowledgement or a ping. */
const BOARD_BYTES = 300;

export class Listeners {
  boards = 0;
  #sockets = [];
  #waiting = null;

  /** @param id the same id for everybody, or null: one of their own, as the usual clients have it */
  async open(port, count, id) {
    for (let from = 0; from < count; from += 100) {
      const batch = Math.min(100, count - from);
      await Promise.all(Array.from({ length: batch }, () => this.#subscribe(port, id ?? randomUUID())));
    }
  }

  /** Resolves when so many boards have come in all. */
  until(boards) {
    if (this.boards >= boards) return Promise.resolve();
    return new Promise((resolve) => (this.#waiting = { boards, resolve }));
  }

  close() {
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets = [];
  }

  #subscribe(port, id) {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      this.#sockets.push(socket);
      socket.on('error', reject);
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
          socket.write(masked('{"type":"connection_init"}'));
        }
        for (;;) {
          if (rest.length < 2) return;
          let length = rest[1] & 0x7f;
          let head = 2;
          if (length === 126) {
            if (rest.length < 4) return;
            length = rest.readUInt16BE(2);
            head = 4;
          }
          if (rest.length < head + length) return;
          if (length > BOARD_BYTES) this.#count();
          else if (rest.subarray(head, head + length).includes('connection_ack')) {
            socket.write(masked(JSON.stringify({ id, type: 'subscribe', payload: { query: QUERY } })));
            resolve();
          }
          rest = rest.subarray(head + length);
        }
      });
    });
  }

  #count() {
    this.boards += 1;
    if (this.#waiting !== null && this.boards >= this.#waiting.boards) {
      this.#waiting.resolve();
      this.#waiting = null;
    }
  }
}

function masked(text) {
  const data = Buffer.from(text);
  const head = data.length < 126 ? Buffer.from([0x81, 0x80 | data.length]) : Buffer.alloc(4);
  if (data.length >= 126) {
    head[0] = 0x81;
    head[1] = 0x80 | 126;
    head.writeUInt16BE(data.length, 2);
  }
  // A mask of zeroes is a mask.
  return Buffer.concat([head, Buffer.alloc(4), data]);
}
