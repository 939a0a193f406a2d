import { ConfigRefused, readConfig } from './config.js';

describe('the settings', () => {
  it('have defaults that work on a machine with nothing on it', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      production: false,
      origin: null,
      secret: null,
      trustsProxy: false,
      webhookAllow: [],
      oidc: null,
      port: 4000,
      portNamed: false,
      databaseUrl: null,
      redisUrl: null,
      home: null,
      siasnCodesFile: null,
      metrics: null,
      tracing: null,
      demo: 'live',
      logLevel: 'warn',
    });
  });

  it('put no invented people into a server that somebody names', () => {
    expect(readConfig({ DATABASE_URL: 'postgres://pantau@127.0.0.1/pantau' }).demo).toBe('off');
  });

  it.each([
    ['PANTAU_ORIGIN', 'http://pantau.example'],
    ['PANTAU_ORIGIN', 'https://pantau.example/wall'],
    ['PANTAU_ORIGIN', 'pantau.example'],
    ['PANTAU_TRUST_PROXY', 'yes'],
    ['PANTAU_OIDC_ISSUER', 'sso'],
    ['PANTAU_OIDC_REGION', 'Surabaya'],
    ['HOST', 'pantau.example'],
    ['HOST', ''],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '4000a'],
    ['PORT', ''],
    ['DATABASE_URL', 'mysql://127.0.0.1/pantau'],
    ['DATABASE_URL', 'pantau'],
    ['DATABASE_URL', ''],
    ['REDIS_URL', 'http://127.0.0.1:6379'],
    ['PANTAU_HOME', ''],
    ['PANTAU_DEMO', 'yes'],
    ['PANTAU_LOG', 'loud'],
  ])('are refused where %s is "%s", and the message names the setting', (key, value) => {
    expect(() => readConfig({ [key]: value })).toThrow(ConfigRefused);
    expect(() => readConfig({ [key]: value })).toThrow(new RegExp(`^${key}: `, 'm'));
  });

  const SECRET = 'kQ3vZ8xN1pB7rT5wL9sD2fG6hJ4mC0yU';

  it.each([{ NODE_ENV: 'production' }, { HOST: '0.0.0.0' }, { HOST: '192.168.1.5' }])(
    'of production (%j) leave out the demo, and need a secret and an address of their own',
    (where) => {
      expect(() => readConfig(where)).toThrow(/^PANTAU_SECRET: [\s\S]*^PANTAU_ORIGIN: /m);
      const whole = { ...where, PANTAU_SECRET: SECRET, PANTAU_ORIGIN: 'https://pantau.example.go.id' };
      expect(readConfig(whole)).toMatchObject({ production: true, demo: 'off', secret: SECRET });
      expect(() => readConfig({ ...whole, PANTAU_DEMO: 'quiet' })).toThrow(/^PANTAU_DEMO: /);
    },
  );

  it('of a sign-on of one’s own come whole or not at all', () => {
    expect(() =>
      readConfig({ PANTAU_ORIGIN: 'http://127.0.0.1:4000', PANTAU_OIDC_ISSUER: 'https://sso.example' }),
    ).toThrow(/PANTAU_OIDC_CLIENT_ID: [\s\S]*PANTAU_OIDC_REGION: /);
    const whole = {
      PANTAU_ORIGIN: 'http://127.0.0.1:4000',
      PANTAU_OIDC_ISSUER: 'https://sso.example',
      PANTAU_OIDC_CLIENT_ID: 'pantau',
      PANTAU_OIDC_CLIENT_SECRET: 'rahasia',
      PANTAU_OIDC_REGION: '35.78',
    };
    expect(readConfig(whole).oidc).toMatchObject({ issuer: 'https://sso.example', regionCode: '35.78' });
  });

  it('are told all at once where several are wrong', () => {
    expect(() => readConfig({ PORT: 'x', PANTAU_DEMO: 'y' })).toThrow(/PORT: [\s\S]*PANTAU_DEMO: /);
  });
});

it('takes the private networks that webhooks may be sent to, and nothing else there', () => {
  expect(readConfig({ PANTAU_WEBHOOK_ALLOW: '10.1.2.0/24, fd12:3456::/32' }).webhookAllow).toEqual([
    '10.1.2.0/24',
    'fd12:3456::/32',
  ]);
  for (const wrong of ['10.1.2.3', 'simpeg', '10.0.0.0/33', '']) {
    expect(() => readConfig({ PANTAU_WEBHOOK_ALLOW: wrong })).toThrow(
      /^PANTAU_WEBHOOK_ALLOW: takes networks/,
    );
  }
});

it('gives numbers at an address of their own, on this machine unless another is named', () => {
  expect(readConfig({}).metrics).toBeNull();
  expect(readConfig({ PANTAU_METRICS: '9464' }).metrics).toEqual({ host: '127.0.0.1', port: 9464 });
  expect(readConfig({ PANTAU_METRICS: '10.0.0.5:9464' }).metrics).toEqual({ host: '10.0.0.5', port: 9464 });
  expect(readConfig({ PANTAU_METRICS: '[::1]:9464' }).metrics).toEqual({ host: '::1', port: 9464 });
  for (const wrong of ['', 'on', '70000', '10.0.0.5', 'pantau:9464', '1.2.3:9464']) {
    expect(() => readConfig({ PANTAU_METRICS: wrong })).toThrow(/^PANTAU_METRICS: takes a port/);
  }
});

it('tells OpenTelemetry how requests went only where a collector is named', () => {
  expect(readConfig({ OTEL_TRACES_SAMPLER_ARG: '0.1' }).tracing).toBeNull();
  const endpoint = 'http://127.0.0.1:4318';
  expect(readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }).tracing).toEqual({ endpoint, ratio: 1 });
  expect(
    readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER_ARG: '0.1' }).tracing,
  ).toEqual({ endpoint, ratio: 0.1 });
  expect(() => readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' })).toThrow(
    /^OTEL_EXPORTER_OTLP_ENDPOINT: takes an address/,
  );
  for (const wrong of ['', '1.1', '-1', 'all', '.5']) {
    expect(() => readConfig({ OTEL_TRACES_SAMPLER_ARG: wrong })).toThrow(/^OTEL_TRACES_SAMPLER_ARG: takes/);
  }
});
