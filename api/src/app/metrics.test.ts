import { execFile } from 'node:child_process';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { signInChief } from '../testing/sign-in.js';
import { NOON, openSmallOffice, REGION } from '../testing/small-office.js';
import { startPantau, type RunningPantau } from '../testing/start-pantau.js';
import { describeWith } from '../testing/without.js';
import { serveMetrics } from '../platform/http/serve-metrics.js';

describe('how the process does, for Prometheus', () => {
  let database: TestDatabase;
  let pantau: RunningPantau;
  let token: string;
  let text: string;

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
    text = await pantau.metrics.text();
  });
  afterAll(async () => {
    await pantau.close();
    await database.drop();
  });

  it('counts by kind, status and code, and takes no label from whoever asks', () => {
    expect(text).toMatch(/pantau_http_request_duration_seconds_count\{operation="query",status="200"\} 1/);
    expect(text).toMatch(/pantau_http_request_duration_seconds_count\{operation="none",status="400"\} 1/);
    expect(text).toMatch(/pantau_errors_total\{code="VALIDATION_FAILED"\} [1-9]/);
    expect(text).toMatch(/pantau_connections\{transport="websocket"\} 0/);
    expect(text).toMatch(/pantau_database_up 1/);
    expect(text).not.toMatch(/Pegawai|198503122015051915|35\.78|pts_/);
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
