import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { LogObservationDocument, WallDocument } from '@pantau/schema';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { signInChief } from '../testing/sign-in.js';
import { NIPS, NOON, openSmallOffice, REGION } from '../testing/small-office.js';
import { startPantau, type RunningPantau } from '../testing/start-pantau.js';
import { createWireClient } from '../testing/wire-client.js';
import { describeWith } from '../testing/without.js';
import { serveMetrics } from '../platform/http/serve-metrics.js';

describe('how the process does, for Prometheus', () => {
  let database: TestDatabase;
  let pantau: RunningPantau;
  let token: string;
  let text: string;
  let later = '';

  const ask = (query: string) =>
    fetch(`${pantau.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query }),
    });

  beforeAll(async () => {
    database = await createTestDatabase();
    pantau = await startPantau({ databaseUrl: database.url, clock: () => NOON });
    await openSmallOffice(pantau);
    token = (await signInChief(pantau, REGION)).token;
    await ask(`query Pegawai_198503122015051915 { units(region: "${REGION}") { edges { node { name } } } }`);
    await ask('{ nothing }');
    // Twice the same, so that the second comes out of what was kept.
    for (let n = 0; n < 2; n += 1) await ask(`{ units(region: "${REGION}") { edges { node { id } } } }`);
    const chief = createWireClient(pantau.address, token);
    const idOf = async (statement: string) => (await database.client.query(statement)).rows[0].id;
    const input = {
      ...{ region: REGION, key: randomUUID(), value: '14', observedAt: NOON.toISOString() },
      employeeId: await idOf(`select id from employee where nip = '${NIPS.sari}'`),
      indicatorId: await idOf(`select id from indicator where code = 'ADM-03'`),
    };
    for (let n = 0; n < 2; n += 1) await chief.send(LogObservationDocument, { input });
    const wall = chief.subscribe(WallDocument, { region: REGION });
    // The snapshot, and then a beat, after which it shares the stream with whoever comes.
    for (let n = 0; n < 2; n += 1) await wall.next();
    text = await pantau.metrics.text();
    await wall.return?.();
    await chief.close();
    // The server hears of it a little later.
    for (let n = 0; n < 100 && !/^pantau_subscriptions 0$/m.test(later); n += 1) {
      await wait(20);
      later = await pantau.metrics.text();
    }
  });
  afterAll(async () => {
    await pantau.close();
    await database.drop();
  });

  it('counts by kind, status and code, and takes no label from whoever asks', () => {
    expect(text).toMatch(/pantau_http_request_duration_seconds_count\{operation="query",status="200"\} 3/);
    expect(text).toMatch(/pantau_http_request_duration_seconds_count\{operation="none",status="400"\} 1/);
    expect(text).toMatch(/pantau_errors_total\{code="VALIDATION_FAILED"\} [1-9]/);
    expect(text).toMatch(/pantau_connections\{transport="websocket"\} 1/);
    expect(text).toMatch(/pantau_database_up 1/);
    expect(text).not.toMatch(/Pegawai|198503122015051915|35\.78|pts_/);
  });

  it('says how commands, streams, what is kept and the database do', () => {
    const number = (of: string, name: string) =>
      Number(new RegExp(`^${name.replaceAll(/[{}]/g, '\\$&')} (.+)$`, 'm').exec(of)?.[1]);
    expect(number(text, 'pantau_operations_total{transport="http",operation="query"}')).toBe(3);
    expect(number(text, 'pantau_operations_total{transport="websocket",operation="subscription"}')).toBe(1);
    expect(number(text, 'pantau_command_duration_seconds_count{outcome="replayed"}')).toBe(1);
    expect(number(text, 'pantau_command_duration_seconds_count{outcome="done"}')).toBeGreaterThan(0);
    expect(number(text, 'pantau_kept_answers_hits_total')).toBe(1);
    expect(number(text, 'pantau_kept_answers_misses_total')).toBeGreaterThan(0);
    expect(number(text, 'pantau_subscriptions')).toBe(1);
    expect(number(text, 'pantau_followed_streams')).toBe(1);
    expect(number(text, 'pantau_change_feed_age_seconds')).toBeGreaterThan(0);
    expect(number(text, 'pantau_database_connections_idle{pool="product"}')).toBeGreaterThan(0);
    expect(number(text, 'pantau_database_waiting{pool="reader"}')).toBe(0);
    expect(number(later, 'pantau_subscriptions')).toBe(0);
  });

  it('is read at an address of its own and nowhere else', async () => {
    const served = await serveMetrics({ host: '127.0.0.1', port: 0 }, pantau.metrics);
    const own = `http://127.0.0.1:${served.port}`;
    expect(await (await fetch(`${own}/metrics`)).text()).toContain('process_cpu_seconds_total');
    expect((await fetch(`${own}/`)).status).toBe(404);
    expect((await fetch(`${own}/metrics`, { method: 'POST' })).status).toBe(404);
    await served.close();
    expect((await fetch(`${pantau.address}/metrics`)).status).toBe(404);
  });

  describeWith('promtool')('with promtool', () => {
    it('has nothing to complain of', async () => {
      const said = await new Promise<string>((resolve) => {
        const child = execFile(
          process.env['PANTAU_PROMTOOL'] ?? 'promtool',
          ['check', 'metrics'],
          (error, out, err) => resolve(`${error === null ? '' : error.message}${out}${err}`),
        );
        child.stdin!.end(text);
      });
      expect(said).toBe('');
    });
  });
});
