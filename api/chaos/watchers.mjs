/** Those who look at a wall: by a protocol client of their own, which trusts nothing that it is told. */
import { WebSocket } from 'ws';
import { REGION } from './office.mjs';
import { readCursor, unitsText, unitText, WALL } from './wire.mjs';

/** Heartbeats come each second: whoever hears nothing for so long comes again. */
const SILENT_MS = 5_000;
const PASSING = new Set(['UNAVAILABLE', 'TIMEOUT', 'LIMIT_RATE']);
/** After these the usual clients stay away for good. */
const FATAL = new Set([1002, 1007, 1008, 1009, 1011, 4400, 4401, 4403, 4406, 4409, 4429, 4500]);

export class Watcher {
  /** One stretch from a picture on: where it began and every place since. */
  segments = [];
  cursor = null;
  units = new Map();
  /** Let in no more, and known to be so. */
  revokedAt = null;
  closedAt = null;
  #socket = null;
  #id = null;
  #ids = 0;
  #heard = 0;
  #timers = new Set();
  #stopped = false;

  /** `fidget`: how long it keeps still at least and at most, ms. */
  constructor({ name, level, token, ports, history, random, restless, fidget = [800, 9_000] }) {
    Object.assign(this, { name, level, token, ports, history, random, restless, fidget });
  }

  start() {
    this.#connect();
    this.#every(1_000, () => {
      if (this.#socket === null || performance.now() - this.#heard < SILENT_MS || this.#socket.isPaused)
        return;
      this.history.count('watchers silence');
      this.#socket.terminate();
    });
    if (this.restless) this.#fidget();
  }

  stop() {
    this.#stopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#socket?.terminate();
  }

  /** From now on it stays where it is. */
  calm() {
    this.restless = false;
  }

  get offset() {
    return this.cursor === null ? -1 : readCursor(this.cursor).offset;
  }

  #later(ms, what) {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (!this.#stopped) what();
    }, ms);
    this.#timers.add(timer);
  }

  #every(ms, what) {
    this.#later(ms, () => {
      what();
      this.#every(ms, what);
    });
  }

  #fidget() {
    this.#later(this.random.between(...this.fidget), () => {
      if (!this.restless) return;
      const { act } = this.random.draw([
        { weight: 40, act: () => this.#socket?.terminate() },
        { weight: 10, act: () => this.#socket?.close(1000) },
        { weight: 25, act: () => this.#askAgain() },
        { weight: 15, act: () => this.#look(this.random.between(300, 4_000)) },
        { weight: 10, act: () => this.#forget() },
      ]);
      act();
      this.#fidget();
    });
  }

  #connect() {
    const socket = new WebSocket(
      `ws://127.0.0.1:${this.random.one(this.ports())}/graphql`,
      'graphql-transport-ws',
      {
        handshakeTimeout: 4_000,
      },
    );
    this.#socket = socket;
    this.#heard = performance.now();
    socket.on('open', () => {
      this.history.count('watchers connected');
      socket.send(
        JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${this.token}` } }),
      );
    });
    socket.on('message', (data) => {
      if (socket === this.#socket) this.#hear(/** @type {Buffer} */ (data).toString());
    });
    socket.on('error', () => undefined);
    socket.on('close', (code, reason) => {
      if (socket !== this.#socket) return;
      this.#socket = null;
      this.#id = null;
      this.history.count(`closes ${code}`);
      if (code === 4403 && this.revokedAt !== null) {
        this.closedAt = performance.now();
        return;
      }
      if (FATAL.has(code))
        this.history.find('closed for good', { who: this.name, code, reason: String(reason) });
      this.#later(this.random.between(20, 700), () => this.#connect());
    });
  }

  #subscribe() {
    this.#ids += 1;
    this.#id = String(this.#ids);
    this.history.count(this.cursor === null ? 'watchers began' : 'watchers resumed');
    this.#send({
      id: this.#id,
      type: 'subscribe',
      payload: { query: WALL, variables: { region: REGION, after: this.cursor } },
    });
  }

  #send(message) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  /** Lets the operation go and goes on with another one, on the same socket. */
  #askAgain() {
    if (this.#id === null) return;
    this.#send({ id: this.#id, type: 'complete' });
    this.#subscribe();
  }

  /** Reads nothing for a while. */
  #look(ms) {
    const socket = this.#socket;
    if (socket?.readyState !== WebSocket.OPEN) return;
    socket.pause();
    this.#later(ms, () => socket.resume());
  }

  /** A wall that is new and has seen nothing. */
  #forget() {
    this.#id = null;
    this.cursor = null;
    this.units = new Map();
    this.#socket?.terminate();
  }

  #hear(text) {
    this.#heard = performance.now();
    let message;
    try {
      message = JSON.parse(text);
    } catch {
      this.history.find('a message that is no JSON', { who: this.name, text: text.slice(0, 200) });
      return;
    }
    const { type, id, payload } = message;
    if (type === 'connection_ack') return this.#subscribe();
    if (type === 'ping') return this.#send({ type: 'pong' });
    // What was on its way when the operation was let go.
    if (id !== this.#id) return;
    if (type === 'next' && payload.errors === undefined) return this.#accept(payload.data.wall);
    if (type === 'complete') {
      this.history.find('ended by the server', { who: this.name });
      this.#id = null;
      return this.#socket?.terminate();
    }
    const [error] = type === 'error' ? payload : payload.errors;
    const code = error.extensions?.code ?? 'none';
    this.history.count(`codes wall ${code}`);
    if (this.revokedAt === null && !PASSING.has(code))
      this.history.find('a wall was told an error', { who: this.name, code });
    this.#id = null;
    this.#later(this.random.between(100, 600), () => this.#socket?.terminate());
  }

  #accept(wall) {
    const { cursor, previous } = wall;
    const { epoch, offset } = readCursor(cursor);
    if (wall.__typename === 'WallSnapshot') return this.#begin(wall, epoch, offset);
    if (this.cursor === null) {
      this.history.find('changes without a picture', { who: this.name, cursor });
      return this.#socket?.terminate();
    }
    const before = readCursor(this.cursor);
    if (previous !== this.cursor || offset < before.offset || epoch !== before.epoch) {
      this.history.find('the chain is broken', {
        who: this.name,
        has: this.cursor,
        previous,
        cursor,
        type: wall.__typename,
      });
    }
    this.cursor = cursor;
    if (wall.__typename === 'WallHeartbeat') return this.history.count('watchers beats');
    if (offset <= before.offset)
      this.history.find('told twice', { who: this.name, has: before.offset, offset });
    this.segments.at(-1).offsets.push(offset);
    this.history.count('watchers changes');
    this.history.tell(offset, unitsText(wall.units), this.name);
    for (const unit of wall.units) this.units.set(unit.id, unitText(unit));
    if (this.level === 'VISITORS' && wall.happening !== null) {
      this.history.find('told what it may not know', {
        who: this.name,
        offset,
        sentence: wall.happening.sentence,
      });
    }
    this.onChange?.(wall);
  }

  #begin({ reason, units }, epoch, offset) {
    this.history.count(`snapshots ${reason}`);
    const asked = this.cursor;
    const wanted = asked === null ? reason === 'FIRST' : this.history.epochs > 0 && reason === 'OTHER_EPOCH';
    if (!wanted) this.history.find('a picture without a reason', { who: this.name, reason, asked, offset });
    this.cursor = `${epoch}:${offset}`;
    this.units = new Map(units.map((unit) => [unit.id, unitText(unit)]));
    this.segments.push({ epoch, from: offset, picture: unitsText(units), offsets: [] });
  }
}
