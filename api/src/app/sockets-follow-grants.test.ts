import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { LogObservationDocument, WallDocument } from '@pantau/schema';
import { print } from 'graphql';
import { WebSocket } from 'ws';
import { WallDeviceEntity } from '../features/devices/wall-device.entity.js';
import { COMMAND_LINE } from '../platform/auth/actor.js';
import { did } from '../platform/unit-of-work.js';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { startTestRedis, type TestRedis } from '../testing/redis.js';
import {
  bearer,
  letServiceIn,
  pairWall,
  signIn,
  signInChief,
  wireClientOf,
  type SignedIn,
} from '../testing/sign-in.js';
import { importTexts, NIPS, NOON, openSmallOffice, REGION } from '../testing/small-office.js';
import { startPantau, type RunningPantau } from '../testing/start-pantau.js';
import { describeWith } from '../testing/without.js';
import type { Stores } from './stores.js';

/** Far beyond the second within which it happens: a machine may be busy. */
const SOON_MS = 5_000;
const FORBIDDEN = 4403;

/** A wall on a socket of its own that writes down what it hears, and never comes back by itself. */
class Listener {
  readonly heard: { readonly kind: string; readonly offset: bigint }[] = [];
  /** Errors of its subscription, by their codes. */
  readonly refused: string[] = [];
  closed: number | null = null;
  private readonly socket: WebSocket;

  constructor({ address }: RunningPantau, who: { readonly token: string }) {
    this.socket = new WebSocket(`${address.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    this.socket.on('open', () => this.say({ type: 'connection_init', payload: bearer(who) }));
    this.socket.on('close', (code) => (this.closed = code));
    this.socket.on('error', () => undefined);
    this.socket.on('message', (data) => {
      const message = JSON.parse((data as Buffer).toString());
      if (message.type === 'connection_ack') this.ask('wall', print(WallDocument), { region: REGION });
      if (message.type === 'ping') this.say({ type: 'pong' });
      const errors = message.type === 'error' ? message.payload : (message.payload?.errors ?? []);
      for (const { extensions } of errors) this.refused.push(extensions.code);
      const wall = message.type === 'next' ? message.payload.data?.wall : undefined;
      if (wall !== undefined) {
        this.heard.push({ kind: wall.__typename, offset: BigInt(wall.cursor.split(':')[1]) });
      }
    });
  }

  ask(id: string, query: string, variables: object): void {
    this.say({ type: 'subscribe', id, payload: { query, variables } });
  }

  private say(message: object): void {
    this.socket.send(JSON.stringify(message), () => undefined);
  }

  async until(what: (listener: this) => boolean): Promise<void> {
    const end = performance.now() + SOON_MS;
    while (!what(this)) {
      if (performance.now() > end)
        throw new Error(`it did not come to that: ${this.closed}, ${this.heard.length} heard`);
      await wait(5);
    }
  }

  leave(): void {
    this.socket.terminate();
  }
}

let now = NOON;
let database: TestDatabase;
let redis: TestRedis | null = null;
/** Where rights are decided, and where the sockets are. */
let office: RunningPantau;
let other: RunningPantau;
let chief: SignedIn;
const ids: Record<string, string> = {};
const open: Listener[] = [];

const setUp = (redisUrl: () => Promise<string | null>) => {
  beforeAll(async () => {
    now = NOON;
    database = await createTestDatabase();
    const options = { databaseUrl: database.url, redisUrl: await redisUrl(), clock: () => now };
    office = await startPantau(options);
    other = await startPantau(options);
    await openSmallOffice(office);
    chief = await signInChief(office, REGION);
    const { rows } = await database.client.query(
      'select nip as name, id from employee union all select code, id from indicator union all select code, id from org_unit',
    );
    for (const { name, id } of rows) ids[name] = id;
  }, 60_000);
  afterEach(() => {
    for (const listener of open.splice(0)) listener.leave();
  });
  afterAll(async () => {
    await other?.close();
    await office?.close();
    await redis?.stop();
    redis = null;
    await database?.drop();
  });
};

/** A socket on the other process that has heard the whole wall. */
const listen = async (who: { readonly token: string }): Promise<Listener> => {
  const listener = new Listener(other, who);
  open.push(listener);
  await listener.until(({ heard }) => heard.length > 0);
  return listener;
};

/** Decides something about rights on the first process, as a command does: it rings by itself. */
const decide = (act: (tx: Stores) => Promise<unknown>) =>
  office.unitOfWork.run(
    { verb: 'importEmployees', actor: COMMAND_LINE, regionCode: REGION, key: randomUUID(), input: {} },
    async (tx) => {
      await act(tx);
      await tx.sessions.rightsMoved();
      return did({}, []);
    },
  );

/** An observation that moves all the walls; gives its place in the stream. */
const log = async (): Promise<bigint> => {
  const client = wireClientOf(office, chief);
  const { data, errors } = await client.send(LogObservationDocument, {
    input: {
      ...{ region: REGION, key: randomUUID(), employeeId: ids[NIPS.dewi]!, indicatorId: ids['ADM-03']! },
      ...{
        value: String(10 + Math.floor(Math.random() * 20)),
        observedAt: '2026-11-24T03:00:00Z',
        note: null,
      },
    },
  });
  await client.close();
  if (data?.logObservation.__typename !== 'ObservationRecorded')
    throw new Error(JSON.stringify(errors ?? data));
  return BigInt(data.logObservation.cursor.split(':')[1]!);
};

/** Does it, and sees the socket go and hear nothing of what comes afterwards; somebody else's goes on. */
const ends = async (listener: Listener, act: () => Promise<unknown>): Promise<void> => {
  const steady = await listen(chief);
  await act();
  await listener.until(({ closed }) => closed !== null);
  expect(listener.closed).toBe(FORBIDDEN);
  const offset = await log();
  await steady.until(({ heard }) => heard.some((message) => message.offset >= offset));
  expect(listener.heard.filter((message) => message.offset >= offset)).toEqual([]);
  expect(steady.closed).toBeNull();
};

const person = (nip: string) => signIn(office, REGION, { employeeId: ids[nip]! });

/** What may happen to somebody's rights. */
const endings = () => {
  it('go when their person signs out', async () => {
    const who = await signIn(office, REGION, { roles: [{ role: 'LEADERSHIP' }] });
    await ends(await listen(who), () => decide((tx) => tx.sessions.end(who.accountId, {}, now)));
  });

  it('go when a role is taken back, and come back with what is left', async () => {
    const who = await signIn(office, REGION, { roles: [{ role: 'LEADERSHIP' }, { role: 'FACILITATOR' }] });
    await ends(await listen(who), () =>
      decide(async (tx) => {
        const grants = await tx.accounts.grantsOf([who.accountId]);
        await tx.accounts.revoke(grants.find(({ role }) => role === 'LEADERSHIP')!.id, now, 'test');
      }),
    );
    expect((await listen(who)).closed).toBeNull();
  });

  it('go when an account is locked, and are let in no more', async () => {
    const who = await signIn(office, REGION, { roles: [{ role: 'LEADERSHIP' }] });
    await ends(await listen(who), () =>
      decide((tx) => tx.accounts.change(who.accountId, { state: 'LOCKED' })),
    );
    const again = new Listener(other, who);
    open.push(again);
    await again.until(({ closed }) => closed !== null);
    expect([again.closed, again.heard]).toEqual([FORBIDDEN, []]);
  });

  it('go when a wall is revoked', async () => {
    const wall = await pairWall(office, REGION);
    await ends(await listen(wall), () =>
      decide(() =>
        office.orm.em
          .fork()
          .nativeUpdate(WallDeviceEntity, { id: wall.id }, { revokedAt: now, revokedBy: 'test' }),
      ),
    );
  });
};

describeWith('redis')('sockets, with Redis', () => {
  setUp(async () => (redis = await startTestRedis()).url);
  endings();
});

describe('sockets, by NOTIFY', () => {
  setUp(async () => null);
  endings();

  it('go when a service is revoked', async () => {
    // A wall is nothing for services; its socket goes all the same.
    const service = await letServiceIn(office, REGION, ['UNITS']);
    const listener = new Listener(other, service);
    open.push(listener);
    await listener.until(({ refused }) => refused.length > 0);
    expect(listener.refused).toEqual(['FORBIDDEN']);
    await ends(listener, () =>
      decide(() =>
        database.client.query('update service_token set revoked_at = $2 where id = $1', [service.id, now]),
      ),
    );
  });

  it('go when their person moves to another unit', async () => {
    const who = await person(NIPS.sari);
    await ends(await listen(who), () =>
      importTexts(office, {
        employees: `nip,name,status,unit,position,since\n${NIPS.sari},Sari Wulandari,PNS,35.78.26.1004,Petugas Loket,2026-11-20\n`,
      }),
    );
  });

  it('go when somebody else comes to appraise', async () => {
    const [before, then] = [await person(NIPS.budi), await person(NIPS.joko)];
    const lines = (appraiser: string, since: string) =>
      importTexts(office, {
        'reporting-lines': `nip,appraiser,starts_on\n${NIPS.dewi},${appraiser},${since}\n`,
      });
    await lines(NIPS.budi, '2026-01-01');
    const sockets = [await listen(before), await listen(then)];
    await ends(sockets[0]!, () => lines(NIPS.joko, '2026-11-01'));
    await sockets[1]!.until(({ closed }) => closed === FORBIDDEN);
  });

  it('go when a unit is put below another', async () => {
    const who = await signIn(office, REGION, {
      roles: [{ role: 'LEADERSHIP', unitId: ids['35.78.26.1006']! }],
    });
    await ends(await listen(who), () =>
      importTexts(office, {
        units: 'code,name,kind,parent,order\n35.78.26.1006.1,Seksi,SECTION,35.78.26.1006,9\n',
      }),
    );
  });

  it('stay where only the work goes on', async () => {
    const listener = await listen(await signIn(office, REGION, { roles: [{ role: 'LEADERSHIP' }] }));
    for (let n = 0; n < 3; n += 1) await log();
    const offset = await log();
    await listener.until(({ heard }) => heard.some((message) => message.offset >= offset));
    expect(listener.closed).toBeNull();
  });

  it('go within the poll where nobody rings and the doorbell is dead', async () => {
    const who = await signIn(office, REGION, { roles: [{ role: 'LEADERSHIP' }] });
    const listener = await listen(who);
    await database.client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'pantau-doorbell'`,
    );
    // As a statement beside the product: nothing rings.
    await database.client.query('begin');
    await database.client.query('update session set ended_at = $2 where account_id = $1', [
      who.accountId,
      now,
    ]);
    await database.client.query('update access_version set version = version + 1 where region_code = $1', [
      REGION,
    ]);
    await database.client.query('commit');
    await listener.until(({ closed }) => closed !== null);
    expect(listener.closed).toBe(FORBIDDEN);
  });

  it('do nothing more for whoever was shut out a moment ago', async () => {
    const who = await signIn(office, REGION, { roles: [{ role: 'OBSERVER' }] });
    const listener = await listen(who);
    const count = async () =>
      Number((await database.client.query('select count(*) from observation')).rows[0].count);
    const before = await count();
    // Nothing has told the socket yet, and it sends on while it may be told.
    await database.client.query('update session set ended_at = $2 where account_id = $1', [
      who.accountId,
      now,
    ]);
    listener.ask('late', print(LogObservationDocument), {
      input: {
        ...{ region: REGION, key: randomUUID(), employeeId: ids[NIPS.dewi], indicatorId: ids['ADM-03'] },
        ...{ value: '14', observedAt: '2026-11-24T03:00:00Z' },
      },
    });
    await listener.until(({ refused }) => refused.length > 0);
    expect(listener.refused).toEqual(['UNAUTHENTICATED']);
    expect(await count()).toBe(before);
  });

  it('go when their session runs out', async () => {
    const who = await signIn(office, REGION, { roles: [{ role: 'LEADERSHIP' }] });
    await database.client.query('update session set expires_at = $2 where account_id = $1', [
      who.accountId,
      new Date(NOON.getTime() + 60_000),
    ]);
    const listener = await listen(who);
    await ends(listener, async () => {
      now = new Date(NOON.getTime() + 61_000);
    });
    now = NOON;
  });

  it('are looked at anew when a day begins from which on somebody else appraises', async () => {
    await importTexts(office, {
      'reporting-lines': `nip,appraiser,starts_on\n${NIPS.sari},${NIPS.dewi},2026-11-26\n`,
    });
    const listener = await listen(await person(NIPS.dewi));
    await ends(listener, async () => {
      now = new Date('2026-11-25T17:00:01Z');
    });
    now = NOON;
  });
});
