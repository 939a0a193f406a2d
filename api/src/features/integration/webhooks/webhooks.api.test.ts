import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import {
  ChangeWebhookDocument,
  CreateWebhookDocument,
  EndWebhookDocument,
  PingWebhookDocument,
  RedeliverWebhookDocument,
  RotateWebhookSecretDocument,
  SwitchWebhookDocument,
  WebhookDeliveriesDocument,
  WebhooksDocument,
  type CreateWebhookInput,
  type WebhookType,
} from '@pantau/schema';
import { createTestDatabase, type TestDatabase } from '../../../testing/database.js';
import {
  confirm,
  FINISHED,
  measureAsExpected,
  planFinishedQuarter,
  step,
} from '../../../testing/finished-quarter.js';
import { signIn, signInChief } from '../../../testing/sign-in.js';
import { importTexts, NIPS, NOON, openSmallOffice, REGION } from '../../../testing/small-office.js';
import { startPantau, type RunningPantau } from '../../../testing/start-pantau.js';
import {
  isSignedBy,
  startReceiver,
  type Received,
  type Receiver,
} from '../../../testing/webhook-receiver.js';
import { createWireClient, type WireClient } from '../../../testing/wire-client.js';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;
const EVERYTHING: WebhookType[] = ['PERIOD_CONFIRMED', 'SCORE_CORRECTED', 'EMPLOYEE_CHANGED'];

describe('webhooks', () => {
  let database: TestDatabase;
  let pantau: RunningPantau;
  let other: RunningPantau;
  let chief: WireClient;
  let now = NOON;
  const ids: Record<string, string> = {};
  const open: Receiver[] = [];
  const pass = (ms: number) => {
    now = new Date(now.getTime() + ms);
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    const sending = { everyMs: 20, timeoutMs: 400 };
    const start = () => startPantau({ databaseUrl: database.url, clock: () => now, webhookSending: sending });
    // Two processes, as where many are served: what one makes or sends the other does not.
    pantau = await start();
    other = await start();
    await openSmallOffice(pantau);
    await planFinishedQuarter({ ...pantau, database });
    chief = createWireClient(pantau.address, (await signInChief(pantau, REGION)).token);
    for (const { nip, id } of (await database.client.query('select nip, id from employee')).rows)
      ids[nip] = id;
  }, 60_000);
  afterEach(async () => {
    for (const receiver of open.splice(0)) await receiver.close();
    await database.client.query('delete from webhook');
  });
  afterAll(async () => {
    await chief?.close();
    await other?.close();
    await pantau?.close();
    await database?.drop();
  });

  const listen = async (port?: number) => {
    const receiver = await startReceiver(port);
    open.push(receiver);
    return receiver;
  };
  const step_ = (id: string) => ({ region: REGION, key: randomUUID(), id });
  const inputOf = (changed: Partial<CreateWebhookInput> = {}): CreateWebhookInput => ({
    ...{ region: REGION, key: randomUUID(), name: 'SIMPEG', types: EVERYTHING },
    url: 'https://simpeg.example.go.id/pantau',
    ...changed,
  });
  const create = async (changed: Partial<CreateWebhookInput> = {}, client = chief) =>
    (await client.send(CreateWebhookDocument, { input: inputOf(changed) })).data?.createWebhook ?? null;
  const made = async (changed: Partial<CreateWebhookInput> = {}) => {
    const created = await create(changed);
    if (created?.__typename !== 'WebhookRecorded') throw new Error(JSON.stringify(created));
    return { id: created.webhook.id, secret: created.secret! };
  };
  const ping = async (id: string) =>
    (await chief.send(PingWebhookDocument, { input: step_(id) })).data!.pingWebhook;
  const listed = async (id: string) =>
    (await chief.send(WebhooksDocument, { region: REGION }))
      .data!.webhooks.edges.map(({ node }) => node)
      .find((node) => node.id === id)!;
  const deliveries = async (webhook: string) =>
    (
      await chief.send(WebhookDeliveriesDocument, { region: REGION, webhook, first: 100 })
    ).data!.webhookDeliveries.edges.map(({ node }) => node);
  /** Until something is so; the test's own limit ends what never is. */
  const until = async <T>(look: () => T | Promise<T>): Promise<Exclude<T, false | null | undefined>> => {
    for (;;) {
      const found = await look();
      if (found) return found as Exclude<T, false | null | undefined>;
      await wait(10);
    }
  };
  const arrived = (receiver: Receiver, count: number) =>
    until(() => receiver.received.length >= count && receiver.received);
  const settled = (id: string) =>
    until(async () => {
      const all = await deliveries(id);
      return all.length > 0 && all.every(({ state }) => state !== 'WAITING') && all;
    });
  /** Nothing is due and nothing is on its way: the processes have looked since. */
  const quiet = () => wait(150);
  const move = (unit: string, nips: readonly string[]) =>
    importTexts(pantau, {
      employees: `nip,name,status,unit,position\n${nips
        .map((nip) => `${nip},Orang Rekaan,PNS,${unit},Staf`)
        .join('\n')}\n`,
    });
  const told = (received: readonly Received[], type: string) =>
    received.filter(({ message }) => message.type === type);

  it('tells, signed and without names, who changed; a foreign library verifies it', async () => {
    const receiver = await listen();
    const { id, secret } = await made({ url: receiver.url });
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    pass(SECOND);
    expect((await move('35.78.26.1004', [NIPS.sari])).findings).toEqual([]);
    const [got] = await arrived(receiver, 1);
    expect(isSignedBy(secret, got!, now)).toBe(true);
    // Neither another secret, nor another body, nor a message of ten minutes ago.
    expect(isSignedBy((await made()).secret, got!, now)).toBe(false);
    expect(isSignedBy(secret, { ...got!, body: `${got!.body} ` }, now)).toBe(false);
    expect(isSignedBy(secret, got!, new Date(now.getTime() + 10 * 60 * SECOND))).toBe(false);
    expect(got!.message).toEqual({
      type: 'employee.changed',
      timestamp: now.toISOString(),
      data: {
        ...{ region: REGION, ids: [ids[NIPS.sari]], period: null },
        cursor: expect.stringMatching(/^[0-9a-z]+:\d+$/),
      },
    });
    expect(got!.body).not.toMatch(/Rekaan|1986|Wulandari/);
    expect(await settled(id)).toMatchObject([
      {
        id: got!.id.replace('msg_', ''),
        type: 'EMPLOYEE_CHANGED',
        state: 'DELIVERED',
        attempts: 1,
        status: 204,
      },
    ]);
    expect(await listed(id)).toMatchObject({
      state: 'ACTIVE',
      lastSuccessAt: now.toISOString(),
      failingSince: null,
    });
    const { rows } = await database.client.query(
      `select encode(secret, 'escape') || encode(secret, 'base64') as kept from webhook`,
    );
    expect(JSON.stringify(rows)).not.toContain(secret.slice(6, 30));
    expect(receiver.received).toHaveLength(1);
  });

  it('tells a confirmed period, and a score corrected in a period that had been closed', async () => {
    await measureAsExpected(pantau, 'sari');
    const receiver = await listen();
    await made({ url: receiver.url });
    const only = await listen();
    await made({ url: only.url, types: ['PERIOD_CONFIRMED'] });
    pass(SECOND);
    // In an open period, and its closing: nothing that was handed on before is wrong now.
    expect(await step(pantau, 'CLOSE')).toBe('CLOSE');
    pass(SECOND);
    for (const [who, by] of [
      [NIPS.sari, NIPS.budi],
      [NIPS.budi, NIPS.joko],
      [NIPS.dewi, NIPS.joko],
    ] as const) {
      await confirm(pantau, { employeeId: ids[who]!, appraiserId: ids[by]! });
    }
    expect(await step(pantau, 'CONFIRM')).toBe('CONFIRM');
    const [confirmed] = await arrived(receiver, 1);
    expect(confirmed!.message).toMatchObject({
      type: 'period.confirmed',
      data: { ids: [], period: FINISHED },
    });
    pass(SECOND);
    expect(await step(pantau, 'REOPEN', 'Salah catat.')).toBe('REOPEN');
    pass(SECOND);
    const { findings } = await importTexts(pantau, {
      observations: `nip,indicator,value,observed_at,observer\n${NIPS.sari},ADM-01,80,2026-09-11 09:00,\n`,
    });
    expect(findings).toEqual([]);
    const corrected = await until(() => told(receiver.received, 'score.corrected')[0]);
    expect(corrected.message.data).toMatchObject({ period: FINISHED, ids: [ids[NIPS.sari]] });
    await quiet();
    expect(only.received.map(({ message }) => message.type)).toEqual(['period.confirmed']);
  });

  it('makes one delivery for each endpoint and event, however many processes there are and however many rows change', async () => {
    const [one, two] = [await listen(), await listen()];
    const hooks = [await made({ url: one.url }), await made({ url: two.url })];
    const crowd = Array.from(
      { length: 950 },
      (_, n) => `19900101201001${1 + (n % 2)}${String(n + 1).padStart(3, '0')}`,
    );
    pass(SECOND);
    expect((await move('35.78.26.1006', crowd)).findings).toEqual([]);
    const { rows } = await database.client.query('select id from employee where nip = any($1)', [crowd]);
    const expected = rows.map((row): string => row.id).toSorted();
    expect(expected).toHaveLength(950);
    for (const [n, receiver] of [one, two].entries()) {
      const of = () => told(receiver.received, 'employee.changed').flatMap(({ message }) => message.data.ids);
      await until(() => of().length >= expected.length);
      await settled(hooks[n]!.id);
      // Each once: nothing lost, nothing doubled, in messages of at most a hundred.
      expect(of().toSorted()).toEqual(expected);
      expect(receiver.received.length).toBeLessThan(30);
      expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(receiver.received.length);
      expect(await deliveries(hooks[n]!.id)).toHaveLength(receiver.received.length);
    }
  });

  it('signs by both secrets while one takes the place of the other', async () => {
    const receiver = await listen();
    const { id, secret: before } = await made({ url: receiver.url });
    const input = { ...step_(id), overlapHours: 2 };
    const { data } = await chief.send(RotateWebhookSecretDocument, { input });
    const rotated = data!.rotateWebhookSecret;
    if (rotated.__typename !== 'WebhookRecorded') throw new Error(JSON.stringify(rotated));
    const after = rotated.secret!;
    expect(rotated.webhook.oldSecretUntil).toBe(new Date(now.getTime() + 2 * HOUR).toISOString());
    // A retry has the same effect and shows nothing.
    const again = (await chief.send(RotateWebhookSecretDocument, { input })).data!.rotateWebhookSecret;
    expect(again).toMatchObject({ replayed: true, secret: null });

    await ping(id);
    const [during] = await arrived(receiver, 1);
    expect([before, after].map((secret) => isSignedBy(secret, during!, now))).toEqual([true, true]);
    pass(2 * HOUR);
    await ping(id);
    const [, later] = await arrived(receiver, 2);
    expect([before, after].map((secret) => isSignedBy(secret, later!, now))).toEqual([false, true]);
  });

  it('tries again by its times while a receiver is down, under the same id, and is done when it is back', async () => {
    const gone = await startReceiver();
    await gone.close();
    const { id, secret } = await made({ url: gone.url });
    await ping(id);
    const failed = await until(async () => (await deliveries(id)).find(({ attempts }) => attempts === 1));
    expect(failed).toMatchObject({ state: 'WAITING', status: null, trouble: 'NO_CONNECTION' });
    const next = Date.parse(failed.nextAttemptAt!) - now.getTime();
    expect(next).toBeGreaterThanOrEqual(5 * SECOND);
    expect(next).toBeLessThanOrEqual(5.5 * SECOND);
    expect((await listed(id)).failingSince).toBe(now.toISOString());

    const receiver = await listen(gone.port);
    await quiet();
    expect(receiver.received).toHaveLength(0);
    pass(6 * SECOND);
    const [got] = await arrived(receiver, 1);
    expect(got!.id).toBe(`msg_${failed.id}`);
    // Signed as of now: a receiver refuses what is old.
    expect(isSignedBy(secret, got!, now)).toBe(true);
    expect(await settled(id)).toMatchObject([{ state: 'DELIVERED', attempts: 2, trouble: null }]);
    expect(await listed(id)).toMatchObject({ failingSince: null, lastSuccessAt: now.toISOString() });
  });

  it('gives up after ten tries, and sends again what failed when somebody asks', async () => {
    const receiver = await listen();
    receiver.answer = 500;
    const { id } = await made({ url: receiver.url });
    const from = now;
    await ping(id);
    for (let tries = 1; tries < 10; tries += 1) {
      const waiting = await until(async () => {
        const [delivery] = await deliveries(id);
        return delivery?.attempts === tries ? delivery : null;
      });
      expect(waiting).toMatchObject({ state: 'WAITING', status: 500, trouble: 'STATUS' });
      now = new Date(waiting.nextAttemptAt!);
    }
    const [failed] = await settled(id);
    expect(failed).toMatchObject({ state: 'FAILED', attempts: 10, nextAttemptAt: null });

    receiver.answer = 200;
    const again = async (what: object) =>
      (await chief.send(RedeliverWebhookDocument, { input: { ...step_(id), ...what } })).data!
        .redeliverWebhook;
    expect(await again({})).toMatchObject({ code: 'REDELIVERY_CHOICE' });
    expect(await again({ deliveryId: randomUUID() })).toMatchObject({ code: 'DELIVERY_UNKNOWN' });
    expect(await again({ failedSince: new Date(now.getTime() + SECOND).toISOString() })).toMatchObject({
      __typename: 'WebhookRecorded',
    });
    await quiet();
    expect((await deliveries(id))[0]).toEqual(failed);
    await again({ failedSince: from.toISOString() });
    expect(await settled(id)).toMatchObject([{ state: 'DELIVERED', attempts: 11 }]);
    await again({ deliveryId: failed!.id });
    await arrived(receiver, 12);
    expect(new Set(receiver.received.map((got) => got.id))).toEqual(new Set([`msg_${failed!.id}`]));
  });

  it('waits for as long as a receiver asks that is busy', async () => {
    const receiver = await listen();
    receiver.answer = (response) => response.writeHead(429, { 'retry-after': '7200' }).end();
    const { id } = await made({ url: receiver.url });
    await ping(id);
    const waiting = await until(async () => (await deliveries(id)).find(({ status }) => status === 429));
    expect(Date.parse(waiting.nextAttemptAt!)).toBe(now.getTime() + 2 * HOUR);
  });

  it('leaves an endpoint alone that says it is gone, or to which nothing has got through for days', async () => {
    const receiver = await listen();
    receiver.answer = 410;
    const { id } = await made({ url: receiver.url });
    await ping(id);
    expect(await settled(id)).toMatchObject([{ state: 'FAILED', status: 410, trouble: 'GONE' }]);
    expect(await listed(id)).toMatchObject({ state: 'DISABLED', disabledBecause: 'GONE' });
    expect(await ping(id)).toMatchObject({ code: 'WEBHOOK_DISABLED' });

    receiver.answer = 503;
    const flip = async (on: boolean) =>
      (await chief.send(SwitchWebhookDocument, { input: { ...step_(id), on } })).data!.switchWebhook;
    expect(await flip(true)).toMatchObject({ webhook: { state: 'ACTIVE', disabledBecause: null } });
    await ping(id);
    await until(async () => (await listed(id)).failingSince);
    pass(5 * DAY);
    await until(async () => (await listed(id)).state === 'DISABLED');
    expect(await listed(id)).toMatchObject({ disabledBecause: 'FAILING' });
    const { rows } = await database.client.query(
      `select d.detail ->> 'because' as because from audit_entry e join audit_detail d using (region_code, seq)
       where e.action = 'disableWebhook' order by seq`,
    );
    expect(rows).toEqual([{ because: 'GONE' }, { because: 'FAILING' }]);

    // What happens meanwhile is not told; what waited is sent when it is enabled.
    receiver.answer = 200;
    const before = receiver.received.length;
    await move('35.78.26', [NIPS.budi]);
    await quiet();
    expect(receiver.received).toHaveLength(before);
    await flip(true);
    await settled(id);
    expect(receiver.received.slice(before).map(({ message }) => message.type)).toEqual(['webhook.test']);
    await flip(false);
    expect(await listed(id)).toMatchObject({ state: 'DISABLED', disabledBecause: 'ADMINISTRATOR' });
  });

  it('lets no slow receiver keep another waiting', async () => {
    const slow = await listen();
    slow.answer = () => undefined;
    const hanging = await Promise.all(Array.from({ length: 4 }, () => made({ url: slow.url })));
    const quick = await listen();
    const { id } = await made({ url: quick.url });
    for (let n = 0; n < 6; n += 1) for (const hook of hanging) await ping(hook.id);
    await until(() => slow.received.length >= 4);
    await ping(id);
    await arrived(quick, 1);
    await settled(id);
    // It was answered while the others hung, and those are told apart from the ones that refuse.
    for (const hook of hanging) {
      await until(async () => (await deliveries(hook.id)).find(({ trouble }) => trouble === 'TIMEOUT'));
    }
  });

  it('does not send to inner networks, by number or by name, and follows no redirect', async () => {
    const refused = [
      ...[
        'https://10.0.0.1/',
        'https://169.254.169.254/latest/meta-data',
        'https://[fd00::1]/',
        'https://0/',
      ],
      ...['https://[::ffff:10.0.0.1]/', 'https://0xa000001/', 'https://100.64.0.1/'],
    ];
    for (const url of refused) {
      expect([url, await create({ url })]).toEqual([
        url,
        expect.objectContaining({ code: 'WEBHOOK_ADDRESS_REFUSED' }),
      ]);
    }
    const wrong = [
      ['simpeg', 'WEBHOOK_URL_UNREADABLE'],
      ['file:///etc/passwd', 'WEBHOOK_URL_UNREADABLE'],
      [`https://simpeg.example/${'x'.repeat(2_000)}`, 'WEBHOOK_URL_UNREADABLE'],
      ['http://simpeg.example/', 'WEBHOOK_URL_NOT_HTTPS'],
      ['https://me:secret@simpeg.example/', 'WEBHOOK_URL_HAS_PASSWORD'],
    ] as const;
    for (const [url, code] of wrong)
      expect([url, await create({ url })]).toEqual([url, expect.objectContaining({ code })]);
    expect(await create({ types: [] })).toMatchObject({ code: 'WEBHOOK_TYPES_MISSING' });
    expect(await create({ name: ' ' })).toMatchObject({ code: 'NAME_MISSING' });

    const receiver = await listen();
    receiver.answer = (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
    const { id } = await made({ url: receiver.url });
    await ping(id);
    await until(async () => (await deliveries(id)).find(({ trouble }) => trouble === 'REDIRECT'));
  });

  it('is kept by administrators: changed, ended, twenty at most, and a second click does nothing', async () => {
    const [from, to] = [await listen(), await listen()];
    from.answer = 500;
    const { id } = await made({ url: from.url });
    await ping(id);
    await until(async () => (await deliveries(id)).find(({ status }) => status === 500));
    const input = { ...step_(id), name: ' SIMPEG  baru ', url: to.url, types: EVERYTHING.slice(0, 1) };
    const [one, two] = await Promise.all([1, 2].map(() => chief.send(ChangeWebhookDocument, { input })));
    expect(one!.data!.changeWebhook).toMatchObject({
      webhook: { name: 'SIMPEG baru', types: ['PERIOD_CONFIRMED'] },
    });
    const replayed = [one, two].filter(
      (answer) => (answer!.data!.changeWebhook as { replayed: boolean }).replayed,
    );
    expect(replayed).toHaveLength(1);
    pass(6 * SECOND);
    await arrived(to, 1);

    to.answer = 500;
    await ping(id);
    await until(async () => (await deliveries(id)).find(({ status }) => status === 500));
    const end = async () => (await chief.send(EndWebhookDocument, { input: step_(id) })).data!.endWebhook;
    expect(await end()).toMatchObject({ webhook: { state: 'ENDED' } });
    expect(await end()).toMatchObject({ code: 'WEBHOOK_ENDED' });
    expect((await deliveries(id))[0]).toMatchObject({ state: 'FAILED', trouble: 'ENDED' });
    pass(DAY);
    await quiet();
    expect(to.received).toHaveLength(2);

    const many = await Promise.all(Array.from({ length: 22 }, () => create()));
    const codes = many.map((created) => created?.__typename);
    expect(codes.filter((name) => name === 'WebhookRecorded')).toHaveLength(20);
    expect(many.filter((created) => created?.__typename === 'WebhookRefused')).toEqual([
      expect.objectContaining({ code: 'WEBHOOKS_TOO_MANY' }),
      expect.objectContaining({ code: 'WEBHOOKS_TOO_MANY' }),
    ]);

    const leader = createWireClient(
      pantau.address,
      (await signIn(pantau, REGION, { roles: [{ role: 'LEADERSHIP' }] })).token,
    );
    const { errors } = await leader.send(CreateWebhookDocument, { input: inputOf() });
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    const { errors: unseen } = await leader.send(WebhooksDocument, { region: REGION });
    expect(unseen?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    await leader.close();
  });
});
