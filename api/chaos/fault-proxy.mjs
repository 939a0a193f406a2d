/** A TCP proxy that does to a connection what networks do: slow, silent, cut, in pieces, half closed. */
import { connect, createServer } from 'node:net';

/** What waits in one direction before the sender is held up. */
const QUEUE = 128 * 1024;
const SLICES = 400;

export class FaultProxy {
  #server = null;
  #links = new Set();
  #slow = { ms: 0, jitter: 0, bytesPerSecond: Infinity };
  #silent = { up: false, down: false };
  #sliced = false;

  constructor(name, targetPort, random) {
    this.name = name;
    this.targetPort = targetPort;
    this.random = random;
    this.port = 0;
  }

  async start() {
    this.#server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => this.#link(client));
    await new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.port = this.#server.address().port;
  }

  #link(client) {
    const server = connect({ port: this.targetPort, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
    const link = { client, server, up: null, down: null };
    this.#links.add(link);
    const gone = (other) => () => {
      this.#links.delete(link);
      if (!other.destroyed) other.resetAndDestroy();
    };
    client.on('error', () => undefined).once('close', gone(server));
    server.on('error', () => undefined).once('close', gone(client));
    link.up = this.#pump(client, server, 'up');
    link.down = this.#pump(server, client, 'down');
  }

  /** Carries one direction: in order, each piece when its time has come. */
  #pump(from, to, way) {
    const waiting = [];
    let bytes = 0;
    let timer = null;
    let cutAfter = Infinity;
    let pieces = 0;
    let freeAt = 0;
    const settle = () => {
      timer = null;
      if (to.destroyed) return;
      while (waiting.length > 0) {
        if (this.#silent[way]) return;
        const [first] = waiting;
        const now = performance.now();
        if (first.at > now) {
          timer = setTimeout(settle, first.at - now);
          return;
        }
        if (first.end) {
          waiting.shift();
          to.end();
          continue;
        }
        const sliced = this.#sliced && pieces < SLICES && first.data.length > 1;
        const data = sliced ? first.data.subarray(0, 1) : first.data;
        if (sliced) {
          first.data = first.data.subarray(1);
          pieces += 1;
        } else waiting.shift();
        bytes -= data.length;
        cutAfter -= data.length;
        if (cutAfter < 0) {
          from.resetAndDestroy();
          return;
        }
        const more = to.write(data);
        if (bytes < QUEUE && from.isPaused()) from.resume();
        if (!more) {
          to.once('drain', settle);
          return;
        }
        if (sliced) {
          timer = setTimeout(settle, 0);
          return;
        }
      }
    };
    const add = (piece) => {
      const { ms, jitter, bytesPerSecond } = this.#slow;
      const now = performance.now();
      freeAt = Math.max(freeAt, now) + ((piece.data?.length ?? 0) / bytesPerSecond) * 1_000;
      // In order, however much the delays differ.
      const last = waiting.at(-1)?.at ?? 0;
      waiting.push({
        ...piece,
        at: Math.max(last, freeAt, now) + (ms > 0 ? ms + this.random.between(0, jitter) : 0),
      });
      if (timer === null && to.listenerCount('drain') === 0) settle();
    };
    from.on('data', (data) => {
      bytes += data.length;
      add({ data });
      if (bytes >= QUEUE) from.pause();
    });
    from.once('end', () => add({ end: true }));
    return {
      again: () => {
        if (timer === null && to.listenerCount('drain') === 0) settle();
      },
      cutAfter: (count) => (cutAfter = count),
    };
  }

  slow(ms, jitter, bytesPerSecond = Infinity) {
    this.#slow = { ms, jitter, bytesPerSecond };
  }

  /** Nothing gets through, and nobody is told; what was sent comes when it is over. */
  silence(way) {
    this.#silent = { up: way !== 'down', down: way !== 'up' };
  }

  /** Single bytes for a while: whoever reads must put them together. */
  slice() {
    this.#sliced = true;
  }

  reset(share = 1) {
    for (const { client, server } of this.#links) {
      if (share < 1 && !this.random.chance(share)) continue;
      client.resetAndDestroy();
      server.resetAndDestroy();
    }
  }

  /** One side says that it has no more to say, as a server does that shuts down or a client that goes to sleep. */
  halfClose() {
    for (const { client, server } of this.#links) (this.random.chance(0.5) ? client : server).end();
  }

  /** Cuts each connection in the middle of what it carries. */
  dropAfter(least, most) {
    for (const { up, down } of this.#links) {
      (this.random.chance(0.5) ? up : down).cutAfter(this.random.whole(least, most));
    }
  }

  heal() {
    this.#slow = { ms: 0, jitter: 0, bytesPerSecond: Infinity };
    this.#silent = { up: false, down: false };
    this.#sliced = false;
    for (const { up, down } of this.#links) {
      up.again();
      down.again();
    }
  }

  stop() {
    this.reset();
    return new Promise((resolve) => (this.#server === null ? resolve() : this.#server.close(resolve)));
  }
}
