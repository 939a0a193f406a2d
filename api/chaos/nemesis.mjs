/** What goes wrong: processes die and hang, networks cut, hold back and mangle, Redis lies and forgets, the disk is full. */
import { setTimeout as pause } from 'node:timers/promises';
import { openSession, REGION } from './office.mjs';
import { until } from './processes.mjs';
import { ask, SIGN_OUT } from './wire.mjs';

const CHANNEL = 'pantau_changes';
/** How long the next trouble waits for work to go on. */
const WORK_WITHIN_MS = 8_000;
/** After so long whoever lost their rights is told nothing more of what is committed then. */
const REVOKED_WITHIN_MS = 5_000;

/** Each with what it holds meanwhile, so that no two disturb each other's measure of recovery. */
export function createFaults({ cluster, history, random }) {
  const { postgres, redis, apis } = cluster;
  const some = () => random.one(apis);
  const recovered = async (what, ready) => {
    const from = performance.now();
    const back = await ready();
    const ms = Math.round(performance.now() - from);
    if (back) (history.recoveries[what] ??= []).push(ms);
    else history.find('it did not come back', { what, ms });
  };
  const killApi = (signal) => async () => {
    const { process: api, name } = some();
    api.signal(signal);
    await pause(50);
    await recovered('api', () => api.untilReady(60_000));
    return name;
  };
  const hang = async (what) => {
    what.signal('SIGSTOP');
    await pause(random.between(1_000, 8_000));
    what.signal('SIGCONT');
  };
  const way = (kind) => some().ways[kind];
  const silence = (kind) => async () => {
    const one = way(kind);
    const direction = random.one(['up', 'down', 'both']);
    one.silence(direction);
    await pause(random.between(500, 8_000));
    // What was held back comes late, or never.
    if (random.chance(0.5)) one.reset();
    one.heal();
    return `${one.name}, ${direction}`;
  };
  const atOnce = (kind, act) => async () => {
    const one = way(kind);
    act(one);
    return one.name;
  };
  const forAWhile = (kind, act) => async () => {
    const one = way(kind);
    act(one);
    await pause(random.between(1_000, 5_000));
    one.heal();
    return one.name;
  };
  const cut = (one) => one.reset(random.one([1, 1, 0.5]));
  const dropAfter = (one) => one.dropAfter(1, 20_000);
  const slow = (one) => one.slow(random.between(20, 400), 200);
  const narrow = (one) => one.slow(5, 20, random.between(20_000, 200_000));

  return [
    { name: 'kill api', weight: 12, holds: 'api', act: killApi('SIGKILL') },
    { name: 'restart api', weight: 5, holds: 'api', act: killApi('SIGTERM') },
    {
      name: 'kill postgres',
      weight: 9,
      holds: 'postgres',
      async act() {
        postgres.signal('SIGKILL');
        await recovered('postgres', () => postgres.untilReady());
      },
    },
    {
      name: 'kill redis',
      weight: 5,
      holds: 'redis',
      async act() {
        redis.signal('SIGKILL');
        await pause(random.between(0, 3_000));
      },
    },
    { name: 'hang api', weight: 5, holds: 'api', act: () => hang(some().process) },
    { name: 'hang postgres', weight: 4, holds: 'postgres', act: () => hang(postgres) },
    { name: 'hang redis', weight: 3, holds: 'redis', act: () => hang(redis) },
    ...['postgres', 'redis', 'clients'].flatMap((kind) => [
      { name: `cut ${kind}`, weight: kind === 'redis' ? 2 : 5, holds: kind, act: atOnce(kind, cut) },
      { name: `silence ${kind}`, weight: kind === 'redis' ? 2 : 5, holds: kind, act: silence(kind) },
      { name: `drop in the middle ${kind}`, weight: 3, holds: kind, act: atOnce(kind, dropAfter) },
      { name: `half close ${kind}`, weight: 2, holds: kind, act: atOnce(kind, (one) => one.halfClose()) },
      { name: `slow ${kind}`, weight: 2, holds: kind, act: forAWhile(kind, slow) },
      { name: `single bytes ${kind}`, weight: 2, holds: kind, act: forAWhile(kind, (one) => one.slice()) },
    ]),
    { name: 'narrow clients', weight: 2, holds: 'clients', act: forAWhile('clients', narrow) },
    {
      name: 'flush redis',
      weight: 2,
      holds: 'redis',
      act: () => redis.say((client) => client.flushall()).catch(() => undefined),
    },
    {
      name: 'forged notices',
      weight: 3,
      holds: 'redis',
      act: () =>
        redis
          .say(async (client) => {
            const forged = [
              REGION,
              '99.99',
              '',
              'x'.repeat(10_000),
              '{"offset":"999999999"}',
              `${REGION}\0`,
              '\u{1F4A5}',
            ];
            for (let n = 0; n < 300; n += 1) await client.publish(CHANNEL, random.one(forged));
          })
          .catch(() => undefined),
    },
    ...(cluster.mounted
      ? [
          {
            name: 'full disk',
            weight: 3,
            holds: 'postgres',
            async act() {
              const { free } = postgres.fill();
              await pause(random.between(1_000, 4_000));
              free();
              await recovered('full disk', () => postgres.untilReady());
            },
          },
        ]
      : []),
  ];
}

/** Does one thing after the other, some of them side by side, until it is told to stop. */
export class Nemesis {
  #stopped = false;
  #held = new Set();
  #under = new Set();

  constructor({ faults, history, random, every }) {
    Object.assign(this, { faults, history, random, every });
    this.done = [];
  }

  async run() {
    while (!this.#stopped) {
      await pause(this.random.between(...this.every));
      await this.#untilWork();
      if (this.#stopped) break;
      const free = this.faults.filter(({ holds }) => !this.#held.has(holds));
      // Never two of those that stop everything, and never more than two at a time.
      if (free.length === 0 || this.#under.size >= 2) continue;
      const doing = this.#do(this.random.draw(free));
      this.#under.add(doing);
      void doing.then(() => this.#under.delete(doing));
    }
    await Promise.all(this.#under);
  }

  /** What breaks while nothing is done proves little: the next thing waits until somebody got something done again. */
  async #untilWork() {
    const before = this.history.acknowledged;
    await until(async () => this.#stopped || this.history.acknowledged > before, WORK_WITHIN_MS);
  }

  async #do({ name, holds, act }) {
    this.#held.add(holds);
    const fault = { name, at: this.history.now() };
    this.done.push(fault);
    this.history.count(`faults ${name}`);
    try {
      const where = await act();
      if (typeof where === 'string') fault.where = where;
    } catch (error) {
      this.history.find('a fault could not be done', { name, error: String(error) });
    } finally {
      fault.ms = this.history.now() - fault.at;
      this.#held.delete(holds);
    }
  }

  stop() {
    this.#stopped = true;
  }
}

/**
 * Signs people out by one API process while they watch by the other; whatever is committed after the bound is not
 * for them. Beside the nemesis, because it takes people and not pipes.
 */
export class Revoker {
  #stopped = false;
  revoked = 0;

  constructor({ cluster, history, random, watch, person, ports, every }) {
    Object.assign(this, { cluster, history, random, watch, person, ports, every });
  }

  async run() {
    for (let n = 0; !this.#stopped; n += 1) {
      await pause(this.random.between(...this.every));
      if (this.#stopped) return;
      await this.#one(this.person, n).catch((error) => this.history.count(`revoker ${error.message}`));
    }
  }

  stop() {
    this.#stopped = true;
  }

  async #one({ account }, n) {
    const token = await openSession(this.cluster.postgres, account);
    const [one, other] = this.random.chance(0.5) ? this.ports() : this.ports().toReversed();
    const watcher = this.watch({ name: `leaver ${n}`, level: 'OFFICE', token, ports: () => [one] });
    try {
      if (!(await until(async () => watcher.cursor !== null, 10_000))) return;
      await pause(this.random.between(200, 1_500));
      let done = false;
      for (let tries = 0; !done && tries < 20; tries += 1) {
        // Asked for, it may be done already when the answer is lost.
        watcher.revokedAt ??= Infinity;
        const { answer, code } = await ask(other, token, SIGN_OUT, {}, 3_000);
        done = answer !== undefined || code === 'UNAUTHENTICATED';
        if (!done) await pause(200);
      }
      if (!done) return;
      watcher.revokedAt = Date.now();
      this.revoked += 1;
      const late = watcher.revokedAt + REVOKED_WITHIN_MS;
      watcher.onChange = ({ at, cursor }) => {
        if (Date.parse(at) > late)
          this.history.find('told after the rights were gone', { who: watcher.name, cursor, at });
      };
      await until(async () => watcher.closedAt !== null, REVOKED_WITHIN_MS + 3_000);
    } finally {
      watcher.stop();
    }
  }
}
