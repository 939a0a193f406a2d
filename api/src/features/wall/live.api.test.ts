import { randomUUID } from 'node:crypto';
import {
  LogObservationDocument,
  MyScoreDocument,
  ReasonsDocument,
  UnitScoreDocument,
  type MyScoreSubscription,
  type ReasonsSubscription,
  type UnitScoreSubscription,
} from '@pantau/schema';
import type { ExecutionResult } from 'graphql';
import { createTestDatabase, type TestDatabase } from '../../testing/database.js';
import { signIn } from '../../testing/sign-in.js';
import { NIPS, NOON, openSmallOffice, PERIOD, REGION } from '../../testing/small-office.js';
import { startPantau, type RunningPantau } from '../../testing/start-pantau.js';
import { createWireClient, type WireClient } from '../../testing/wire-client.js';

type Live =
  UnitScoreSubscription['unitScore'] | MyScoreSubscription['myScore'] | ReasonsSubscription['reasons'];
type Update<L extends Live> = Exclude<L, { __typename: 'Heartbeat' }>;

describe('what can be followed beside the wall', () => {
  let database: TestDatabase;
  let pantau: RunningPantau;
  let observer: WireClient;
  let sari: WireClient;
  const ids: Record<string, string> = {};
  const clients: WireClient[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    pantau = await startPantau({ databaseUrl: database.url, clock: () => NOON });
    await openSmallOffice(pantau);
    const { rows } = await database.client.query(
      `select nip as name, id from employee union all select code, id from indicator
       union all select code, id from org_unit`,
    );
    for (const { name, id } of rows) ids[name] = id;
    observer = as((await signIn(pantau, REGION, { roles: [{ role: 'OBSERVER' }] })).token);
    sari = as((await signIn(pantau, REGION, { employeeId: ids[NIPS.sari]! })).token);
  });
  afterAll(async () => {
    for (const client of clients) await client.close();
    await pantau?.close();
    await database?.drop();
  });

  const as = (token?: string): WireClient => {
    const client = createWireClient(pantau.address, token);
    clients.push(client);
    return client;
  };
  const log = async (nip: string, value: string) => {
    const { data, errors } = await observer.send(LogObservationDocument, {
      input: {
        ...{ region: REGION, key: randomUUID(), employeeId: ids[nip]!, indicatorId: ids['ADM-03']! },
        ...{ value, observedAt: '2026-11-24T03:00:00Z', note: null },
      },
    });
    if (data?.logObservation.__typename !== 'ObservationRecorded')
      throw new Error(JSON.stringify(errors ?? data));
  };
  /** The next message that is no heartbeat; each must go on from what was held. */
  const follow = <D, L extends Live>(
    stream: AsyncIterableIterator<ExecutionResult<D>>,
    of: (data: D) => L,
    held: string | null = null,
  ) => ({
    async next(): Promise<Update<L>> {
      for (;;) {
        const { value } = await stream.next();
        if (value?.data == null) throw new Error(JSON.stringify(value));
        const message = of(value.data);
        const isNew = message.__typename !== 'Heartbeat' && message.reason !== null;
        expect(message.previous).toBe(isNew ? message.cursor : held);
        held = message.cursor;
        if (message.__typename !== 'Heartbeat') return message as Update<L>;
      }
    },
    held: () => held!,
    end: () => stream.return?.(),
  });
  const followUnit = (client: WireClient, code: string, after: string | null = null) =>
    follow(
      client.subscribe(UnitScoreDocument, { unit: ids[code]!, region: REGION, after }),
      ({ unitScore }) => unitScore,
      after,
    );
  const followReasons = (client: WireClient, after: string | null = null) =>
    follow(client.subscribe(ReasonsDocument, { region: REGION, after }), ({ reasons }) => reasons, after);
  const followMine = (client: WireClient, after: string | null = null) =>
    follow(client.subscribe(MyScoreDocument, { after }), ({ myScore }) => myScore, after);

  it('a unit is told whole, then at each change that moves it, and never of others', async () => {
    const unit = followUnit(observer, '35.78.26.1006');
    expect(await unit.next()).toMatchObject({
      ...{ reason: 'FIRST', periodCode: PERIOD, happenings: [] },
      unit: { name: 'Kelurahan Kalijudan', observationCount: 0, value: null },
    });
    await log(NIPS.dewi, '20');
    await log(NIPS.sari, '15');
    expect(await unit.next()).toMatchObject({
      ...{ reason: null, unit: { observationCount: 1 } },
      happenings: [{ unitName: 'Kelurahan Kalijudan', sentence: expect.stringContaining('15 menit') }],
    });
    await unit.end();
  });

  it('whoever comes back to a unit goes on from where they were, with what happened meanwhile', async () => {
    const before = followUnit(observer, '35.78.26.1006');
    const { unit } = await before.next();
    const held = before.held();
    await before.end();
    await log(NIPS.budi, '14');
    await log(NIPS.budi, '13');
    const after = followUnit(observer, '35.78.26.1006', held);
    const counts = [await after.next(), await after.next()].map((told) => told.unit.observationCount);
    expect(counts).toEqual([unit.observationCount + 1, unit.observationCount + 2]);
    await after.end();
  });

  it('a cursor of another life of the data gets everything anew, with the reason', async () => {
    const unit = followUnit(observer, '35.78.26', 'abc123:7');
    expect(await unit.next()).toMatchObject({ reason: 'OTHER_EPOCH' });
    await unit.end();
  });

  it('one is told how the own score moved and why, and of nobody else', async () => {
    const mine = followMine(sari);
    const first = await mine.next();
    expect(first).toMatchObject({ reason: 'FIRST', planned: true, delta: null, sentence: null });
    await log(NIPS.budi, '12');
    await log(NIPS.sari, '16');
    const next = await mine.next();
    expect(next).toMatchObject({ reason: null, observationCount: first.observationCount + 1 });
    expect(next.sentence).toMatch(/^Nilai Anda.*: waktu tunggu loket tercatat 16 menit, target 15 menit$/);
    expect(next.sentenceEn).toMatch(/^Your score.*: waiting time at the counter recorded as 16/);
    const held = mine.held();
    await mine.end();
    await log(NIPS.sari, '17');
    const later = followMine(sari, held);
    expect(await later.next()).toMatchObject({ reason: null, observationCount: next.observationCount + 1 });
    await later.end();
  });

  it('accounts that are no employee have no score to follow', async () => {
    const { value: answer } = await observer.subscribe(MyScoreDocument, {}).next();
    expect(answer?.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it('the feed of reasons begins with the latest and tells each as it comes', async () => {
    await log(NIPS.sari, '18');
    const reasons = followReasons(observer);
    const { happenings } = await reasons.next();
    expect(happenings[0]!.sentence).toContain('18 menit');
    await log(NIPS.dewi, '19');
    const next = await reasons.next();
    expect(next.happenings).toMatchObject([{ unitName: 'Kelurahan Kalisari', id: next.cursor }]);
    const held = reasons.held();
    await reasons.end();
    await log(NIPS.dewi, '21');
    const later = followReasons(observer, held);
    expect((await later.next()).happenings[0]!.sentence).toContain('21 menit');
    await later.end();
  });

  it('reasons of units that are not open to somebody are left out', async () => {
    const mine = followReasons(sari);
    const { happenings } = await mine.next();
    expect(new Set(happenings.map(({ unitName }) => unitName))).toEqual(new Set(['Kelurahan Kalijudan']));
    await mine.end();
  });

  it('the figures of a unit that are not open to somebody cannot be followed', async () => {
    const unit = ids['35.78.26.1004']!;
    const { value: answer } = await sari.subscribe(UnitScoreDocument, { unit, region: REGION }).next();
    expect(answer?.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});
