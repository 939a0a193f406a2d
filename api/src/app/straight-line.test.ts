import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { LogObservationDocument, UnitScoresDocument, WallDocument } from '@pantau/schema';
import { EMPTY_WALL, hear, type WallState } from '@pantau/web/wall-state';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { startTestRedis, type TestRedis } from '../testing/redis.js';
import { scoreDifferences } from '../testing/verify-scores.js';
import { NIPS, NOON, openSmallOffice, PERIOD, REGION } from '../testing/small-office.js';
import { signInChief, wireClientOf, type SignedIn } from '../testing/sign-in.js';
import { startPantau, type RunningPantau } from '../testing/start-pantau.js';
import type { WireClient } from '../testing/wire-client.js';
import { describeWith } from '../testing/without.js';

/** A wall as a program would keep it: the real socket, the real reducer, its own cursor. */
class Wall {
  state: WallState = EMPTY_WALL;
  reasons: string[] = [];
  private ended: Promise<void> | undefined;
  private client: WireClient | undefined;

  constructor(
    private readonly pantau: RunningPantau,
    private readonly who: SignedIn,
  ) {}

  open(): void {
    this.client = wireClientOf(this.pantau, this.who);
    const messages = this.client.subscribe(WallDocument, { region: REGION, after: this.state.cursor });
    this.ended = (async () => {
      for await (const { data } of messages) {
        if (data === null || data === undefined) continue;
        if (data.wall.__typename === 'WallSnapshot') this.reasons.push(data.wall.reason);
        this.state = hear(this.state, data.wall, { wall: Date.now(), steady: performance.now() });
      }
    })().catch(() => undefined);
  }

  /** Cuts the network, as a broken Wi-Fi does. */
  async cut(): Promise<void> {
    this.client?.cut();
    // A socket that was not open yet has no network to be cut.
    await this.client?.close();
    await this.ended;
  }

  value(name: string): string | null | undefined {
    return this.state.units.find((unit) => unit.name === name)?.value;
  }

  async until(what: (state: WallState) => boolean, within = 20_000): Promise<void> {
    const end = performance.now() + within;
    while (!what(this.state)) {
      if (performance.now() > end)
        throw new Error(`the wall did not get there; it holds ${this.state.cursor}`);
      await wait(5);
    }
  }
}

describeWith('redis')('the straight line', () => {
  let database: TestDatabase;
  let redis: TestRedis;
  let tablet: RunningPantau;
  let office: RunningPantau;
  let client: WireClient;
  let chief: SignedIn;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    database = await createTestDatabase();
    redis = await startTestRedis();
    const options = { databaseUrl: database.url, redisUrl: redis.url, clock: () => NOON };
    // Two API processes: the tablet speaks to one, the wall hangs on the other.
    tablet = await startPantau(options);
    office = await startPantau(options);
    await openSmallOffice(tablet);
    chief = await signInChief(tablet, REGION);
    client = wireClientOf(tablet, chief);
    const { rows } = await database.client.query(
      'select nip as name, id from employee union all select code, id from indicator',
    );
    for (const { name, id } of rows) ids[name] = id;
  });
  afterAll(async () => {
    await client?.close();
    await tablet?.close();
    await office?.close();
    await redis?.stop();
    await database?.drop();
  });

  const wallOn = (pantau: RunningPantau) => new Wall(pantau, chief);
  const log = async (nip: string, indicator: string, value: string) => {
    const { data, errors } = await client.send(LogObservationDocument, {
      input: {
        region: REGION,
        key: randomUUID(),
        employeeId: ids[nip]!,
        indicatorId: ids[indicator]!,
        value,
        observedAt: '2026-11-24T03:00:00Z',
        note: null,
      },
    });
    if (data?.logObservation.__typename !== 'ObservationRecorded')
      throw new Error(JSON.stringify(errors ?? data));
    return data.logObservation;
  };
  const scores = async () => {
    const { data } = await client.send(UnitScoresDocument, { region: REGION, period: PERIOD });
    return new Map(data!.unitScores.map(({ unit, value }) => [unit.name, value]));
  };

  it('carries an observation from a tablet to the wall of another process, with the reason', async () => {
    const wall = wallOn(office);
    wall.open();
    await wall.until((state) => state.units.length === 3);
    expect(wall.value('Kelurahan Kalijudan')).toBeNull();

    // Floor 45, target 15, stretch 8: 17 minutes are 93.333333 (SCORING.md). With 60 % of the weight missing there is
    // not enough data yet; with the second indicator there is.
    await log(NIPS.sari, 'ADM-03', '17');
    await log(NIPS.budi, 'ADM-03', '17');
    await log(NIPS.sari, 'ADM-01', '95');
    const { cursor } = await log(NIPS.budi, 'ADM-01', '95');
    await wall.until(
      (state) =>
        state.cursor === cursor || BigInt(state.cursor!.split(':')[1]!) >= BigInt(cursor.split(':')[1]!),
    );
    // (60 × 100 + 40 × 93.333333) / 100
    expect(wall.value('Kelurahan Kalijudan')).toBe('97.333333');
    expect(wall.state.happenings[0]!.sentence).toMatch(/^Kelurahan Kalijudan.*KK selesai tepat waktu/);
    expect(JSON.stringify(wall.state)).not.toMatch(/Sari|Budi|\d{18}/);
    for (const [name, value] of await scores()) expect([name, wall.value(name)]).toEqual([name, value]);
    expect(await scoreDifferences(database.client)).toEqual([]);
    await wall.cut();
  });

  it('gives a wall that was cut off every change that it missed, from its own cursor, without a new picture', async () => {
    const wall = wallOn(office);
    const steady = wallOn(tablet);
    wall.open();
    steady.open();
    await wall.until((state) => state.cursor !== null);
    await steady.until((state) => state.cursor !== null);
    for (let round = 0; round < 5; round += 1) {
      await wall.cut();
      for (let n = 0; n < 6; n += 1)
        await log(n % 2 === 0 ? NIPS.sari : NIPS.dewi, 'ADM-03', String(10 + round + n));
      wall.open();
      await log(NIPS.joko, 'ADM-03', String(12 + round));
    }
    const { cursor } = await log(NIPS.joko, 'ADM-01', '91');
    const last = BigInt(cursor.split(':')[1]!);
    for (const one of [wall, steady])
      await one.until((state) => BigInt(state.cursor!.split(':')[1]!) >= last);
    expect(wall.reasons).toEqual(['FIRST']);
    const shown = ({ units, happenings, lastChanges }: WallState) => ({ units, happenings, lastChanges });
    expect(shown(wall.state)).toEqual(shown(steady.state));
    for (const [name, value] of await scores()) expect([name, wall.value(name)]).toEqual([name, value]);
    await wall.cut();
    await steady.cut();
  });

  it('goes on when Redis hangs or dies: later by a beat at most, and the health page says so', async () => {
    const degraded = async () =>
      ((await (await fetch(`${office.address}/readyz`)).json()) as { degraded: string[] }).degraded;
    const untilDegraded = async (...what: string[]) => {
      const end = Date.now() + 8_000;
      while ((await degraded()).length !== what.length && Date.now() < end) await wait(50);
      expect(await degraded()).toEqual(what);
    };
    const wall = wallOn(office);
    wall.open();
    await wall.until((state) => state.cursor !== null);
    process.kill(redis.pid, 'SIGSTOP');
    try {
      const { cursor } = await log(NIPS.sari, 'ADM-03', '9');
      await wall.until(
        (state) => BigInt(state.cursor!.split(':')[1]!) >= BigInt(cursor.split(':')[1]!),
        2_000,
      );
      await untilDegraded('redis');
    } finally {
      process.kill(redis.pid, 'SIGCONT');
    }
    await untilDegraded();
    await redis.stop();
    await untilDegraded('redis');
    const { cursor } = await log(NIPS.sari, 'ADM-03', '11');
    await wall.until((state) => BigInt(state.cursor!.split(':')[1]!) >= BigInt(cursor.split(':')[1]!));
    await wall.cut();
  });
});
