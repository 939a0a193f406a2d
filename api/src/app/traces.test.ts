import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LogObservationDocument } from '@pantau/schema';
import { print } from 'graphql';
import { pino } from 'pino';
import { startTracing } from '../platform/tracing/start-tracing.js';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { signInChief } from '../testing/sign-in.js';
import { NIPS, NOON, openSmallOffice, REGION } from '../testing/small-office.js';
import { startPantau, type RunningPantau } from '../testing/start-pantau.js';

interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
  readonly status: { readonly code?: number };
}

const NAME = 'Nama_Orang_198503122015051915';

describe('how a request went, for OpenTelemetry', () => {
  let database: TestDatabase;
  let pantau: RunningPantau;
  let collector: Server;
  let stop: () => Promise<void>;
  let token: string;
  let sent = '';
  const spans: Span[] = [];

  const ask = async (body: object, traceparent?: string) => {
    const response = await fetch(`${pantau.address}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        ...(traceparent !== undefined && { traceparent }),
      },
      body: JSON.stringify(body),
    });
    return (await response.json()) as {
      errors?: { extensions: { code: string; correlationId?: string } }[];
      data?: Record<string, { __typename: string }>;
    };
  };
  const newTrace = (sampled = true) => {
    const id = randomUUID().replaceAll('-', '');
    return { id, header: `00-${id}-00f067aa0ba902b7-0${sampled ? 1 : 0}` };
  };
  const attributeOf = (span: Span, key: string) =>
    Object.values(span.attributes.find((one) => one.key === key)?.value ?? {})[0];

  const done = newTrace();
  const broken = newTrace();
  const unsampled = newTrace(false);
  let correlationId: string | undefined;

  beforeAll(async () => {
    database = await createTestDatabase();
    collector = createServer((request, response) => {
      let text = '';
      request.on('data', (piece) => (text += String(piece)));
      request.on('end', () => {
        expect(request.url).toBe('/v1/traces');
        sent += text;
        for (const { scopeSpans } of JSON.parse(text).resourceSpans)
          for (const scope of scopeSpans) spans.push(...scope.spans);
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      });
    });
    await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', () => resolve()));
    const endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}/`;
    const started = await startTracing({ endpoint, ratio: 1 }, pino({ level: 'silent' }));
    ({ stop } = started);
    pantau = await startPantau({
      databaseUrl: database.url,
      clock: () => NOON,
      tracing: started.tracing,
    });
    await openSmallOffice(pantau);
    token = (await signInChief(pantau, REGION)).token;
    const idOf = async (statement: string) => (await database.client.query(statement)).rows[0].id;
    const input = {
      ...{ region: REGION, key: randomUUID(), note: NAME, value: '14', observedAt: NOON.toISOString() },
      employeeId: await idOf(`select id from employee where nip = '${NIPS.sari}'`),
      indicatorId: await idOf(`select id from indicator where code = 'ADM-03'`),
    };
    const query = print(LogObservationDocument);
    const { data } = await ask({ query, variables: { input } }, done.header);
    expect(data!['logObservation']!.__typename).toBe('ObservationRecorded');
    await ask({ query: `query ${NAME} { region(code: "${REGION}") { name } }` }, unsampled.header);
    await database.client.query('alter table region rename to region_gone');
    const { errors } = await ask(
      { query: `query ${NAME} { region(code: "${REGION}") { name } }` },
      broken.header,
    );
    await database.client.query('alter table region_gone rename to region');
    correlationId = errors?.[0]?.extensions.correlationId;
    await pantau.close();
    await stop();
  });
  afterAll(async () => {
    await new Promise((resolve) => collector.close(resolve));
    await database.drop();
  });

  it('is told part by part, under the trace of whoever asked', () => {
    const own = spans.filter(({ traceId }) => traceId === done.id);
    const request = own.find(({ name }) => name === 'POST /graphql')!;
    expect(request.parentSpanId).toBe('00f067aa0ba902b7');
    expect(attributeOf(request, 'graphql.operation.type')).toBe('mutation');
    expect(Number(attributeOf(request, 'http.response.status_code'))).toBe(200);
    const command = own.find(({ name }) => name.startsWith('command '))!;
    expect(command.parentSpanId).toBe(request.spanId);
    const statements = own.filter(({ parentSpanId }) => parentSpanId === command.spanId);
    expect(statements.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['SELECT', 'INSERT', 'COMMIT']),
    );
    const texts = statements.map((span) => attributeOf(span, 'db.query.text'));
    expect(texts.join()).toMatch(/insert into "?observation"?/i);
  });

  it('holds nothing that anybody wrote', () => {
    expect(spans.length).toBeGreaterThan(20);
    expect(sent).not.toMatch(
      new RegExp([NAME, NIPS.sari, REGION.replace('.', '\\.'), token, 'ptu?s_'].join('|')),
    );
  });

  it('has the name by which trouble is reported', () => {
    expect(correlationId).toBe(broken.id);
    const failed = spans.filter(({ traceId, status }) => traceId === broken.id && status.code === 2);
    expect(failed.map((span) => attributeOf(span, 'error.type'))).toContain('42P01');
  });

  it('is not told where whoever asked keeps no trace', () => {
    expect(spans.some(({ traceId }) => traceId === unsampled.id)).toBe(false);
  });
});
