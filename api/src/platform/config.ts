import { isIP } from 'node:net';
import * as v from 'valibot';
import { isNetwork } from './http/reachable-addresses.js';
import type { TracingConfig } from './tracing/start-tracing.js';

/** What the environment decides. Read once at start; a wrong value is refused before anything is touched. */
export interface Config {
  /** Address to listen on: loopback, or any other in production. */
  readonly host: string;
  /** Whether this serves real people: nothing invented, nothing that everybody knows. */
  readonly production: boolean;
  /** Where browsers reach the server, such as https://pantau.example.go.id; null: on this machine alone. */
  readonly origin: string | null;
  /** What every key is derived from; null: made once and kept in a file of the home folder. */
  readonly secret: string | null;
  /** Whether a proxy of our own stands before the server, whose X-Forwarded-For is to be believed. */
  readonly trustsProxy: boolean;
  /** An organisation's own sign-on (OpenID Connect); null: passwords alone. */
  readonly oidc: OidcConfig | null;
  /** Port to listen on, and whether the person named it (then a taken port is an error, not a reason to move on). */
  readonly port: number;
  readonly portNamed: boolean;
  /** A PostgreSQL server (15 or later); null: the embedded one. */
  readonly databaseUrl: string | null;
  /** A Redis server that carries change notices between API processes; null: NOTIFY alone. */
  readonly redisUrl: string | null;
  /** Where the embedded PostgreSQL keeps binaries and data; null: chosen by `embeddedHome`. */
  readonly home: string | null;
  /** A file with the codes of SIASN's reference tables; null: those that are known without being verified. */
  readonly siasnCodesFile: string | null;
  /** The Mulyorejo demo: seeded and moving, seeded and quiet, or none. */
  readonly demo: 'live' | 'quiet' | 'off';
  /** Where Prometheus reads how the process does; null: nowhere. */
  readonly metrics: { readonly host: string; readonly port: number } | null;
  /** Private networks to which webhooks may be sent, such as 10.1.2.0/24. */
  readonly webhookAllow: readonly string[];
  /** Where OpenTelemetry is told how requests went; null: nowhere. */
  readonly tracing: TracingConfig | null;
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** An organisation's own sign-on. */
export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The region whose people sign on there. */
  readonly regionCode: string;
}

/** A setting that cannot be used. The message names it and says what it takes. */
export class ConfigRefused extends Error {}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/;

const isAddress = (host: string) => host === 'localhost' || isIP(host) !== 0;

/** Without TLS a session could be read on the way; on this machine there is no way. */
function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, origin, hostname } = new URL(text);
  return text === origin && (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname)));
}

const text = (key: string, what: string) => v.optional(v.pipe(v.string(), v.nonEmpty(`${key}: ${what}`)));

const urlOf = (key: string, protocols: readonly string[]) =>
  v.optional(
    v.pipe(
      v.string(),
      v.check(
        (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol),
        `${key}: takes an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`,
      ),
    ),
  );

/** `9464` is on loopback; `10.0.0.5:9464` and `[::1]:9464` say where. */
function metricsAddress(text: string): { host: string; port: number } | null {
  const [, host = '127.0.0.1', port = ''] = /^(?:\[?([0-9a-f.:]+?)\]?:)?(\d{1,5})$/i.exec(text) ?? [];
  return port !== '' && Number(port) <= 65_535 && isAddress(host) ? { host, port: Number(port) } : null;
}

const Environment = v.object({
  HOST: v.optional(
    v.pipe(v.string(), v.check(isAddress, 'HOST: takes an IP address to listen on, or localhost')),
    '127.0.0.1',
  ),
  NODE_ENV: v.optional(v.string()),
  PANTAU_ORIGIN: v.optional(
    v.pipe(
      v.string(),
      v.check(
        isOrigin,
        'PANTAU_ORIGIN: takes the address by which browsers reach the server, such as https://pantau.example.go.id, without a path; http only for this machine',
      ),
    ),
  ),
  PANTAU_SECRET: v.optional(v.string()),
  PANTAU_TRUST_PROXY: v.optional(v.picklist(['on', 'off'], 'PANTAU_TRUST_PROXY: takes on or off'), 'off'),
  PANTAU_OIDC_ISSUER: urlOf('PANTAU_OIDC_ISSUER', ['https:', 'http:']),
  PANTAU_OIDC_CLIENT_ID: text(
    'PANTAU_OIDC_CLIENT_ID',
    'takes the name under which the provider knows Pantau',
  ),
  PANTAU_OIDC_CLIENT_SECRET: text('PANTAU_OIDC_CLIENT_SECRET', 'takes the secret that the provider gave'),
  PANTAU_OIDC_REGION: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{2}\.\d{2}$/, 'PANTAU_OIDC_REGION: takes the code of a kabupaten or kota, such as 35.78'),
    ),
  ),
  PORT: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,5}$/, 'PORT: takes a whole number from 0 to 65535'),
      v.transform(Number),
      v.maxValue(65_535, 'PORT: takes a whole number from 0 to 65535'),
    ),
  ),
  DATABASE_URL: urlOf('DATABASE_URL', ['postgres:', 'postgresql:']),
  REDIS_URL: urlOf('REDIS_URL', ['redis:', 'rediss:']),
  PANTAU_HOME: text('PANTAU_HOME', 'takes the path of a folder'),
  PANTAU_SIASN_CODES: text('PANTAU_SIASN_CODES', 'takes the path of a JSON file'),
  PANTAU_METRICS: v.optional(
    v.pipe(
      v.string(),
      v.check(
        (value) => metricsAddress(value) !== null,
        'PANTAU_METRICS: takes a port such as 9464, on this machine alone, or an IP address and a port such as 10.0.0.5:9464',
      ),
    ),
  ),
  OTEL_EXPORTER_OTLP_ENDPOINT: urlOf('OTEL_EXPORTER_OTLP_ENDPOINT', ['http:', 'https:']),
  OTEL_TRACES_SAMPLER_ARG: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^(0(\.\d+)?|1(\.0+)?)$/, 'OTEL_TRACES_SAMPLER_ARG: takes a part from 0 to 1, such as 0.1'),
      v.transform(Number),
    ),
    '1',
  ),
  PANTAU_DEMO: v.optional(v.picklist(['live', 'quiet', 'off'], 'PANTAU_DEMO: takes live, quiet or off')),
  PANTAU_WEBHOOK_ALLOW: v.optional(
    v.pipe(
      v.string(),
      v.transform((value) => value.split(',').map((network) => network.trim())),
      v.check(
        (networks) => networks.every(isNetwork),
        'PANTAU_WEBHOOK_ALLOW: takes networks separated by commas, such as 10.1.2.0/24,fd12:3456::/32',
      ),
    ),
  ),
  PANTAU_LOG: v.optional(
    v.picklist(
      ['trace', 'debug', 'info', 'warn', 'error', 'silent'],
      'PANTAU_LOG: takes trace, debug, info, warn, error or silent',
    ),
    'warn',
  ),
});

const DEFAULT_PORT = 4000;

/**
 * Reads the settings from an environment.
 * @throws ConfigRefused with one line for each wrong setting
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = v.safeParse(Environment, environment);
  if (!parsed.success) {
    throw new ConfigRefused(parsed.issues.map((issue) => issue.message).join('\n'));
  }
  const { HOST, PORT, DATABASE_URL, REDIS_URL, PANTAU_HOME, PANTAU_DEMO, PANTAU_LOG } = parsed.output;
  const { NODE_ENV, PANTAU_ORIGIN, PANTAU_SECRET, PANTAU_TRUST_PROXY, PANTAU_SIASN_CODES, PANTAU_METRICS } =
    parsed.output;
  const production = NODE_ENV === 'production' || !LOOPBACK.test(HOST);
  const faults = [...(production ? unfitForProduction(parsed.output) : []), ...oidcFaults(parsed.output)];
  if (faults.length > 0) throw new ConfigRefused(faults.join('\n'));
  return {
    production,
    origin: PANTAU_ORIGIN ?? null,
    secret: PANTAU_SECRET ?? null,
    trustsProxy: PANTAU_TRUST_PROXY === 'on',
    oidc: oidcOf(parsed.output),
    host: HOST,
    port: PORT ?? DEFAULT_PORT,
    portNamed: PORT !== undefined,
    databaseUrl: DATABASE_URL ?? null,
    redisUrl: REDIS_URL ?? null,
    home: PANTAU_HOME ?? null,
    siasnCodesFile: PANTAU_SIASN_CODES ?? null,
    metrics: PANTAU_METRICS === undefined ? null : metricsAddress(PANTAU_METRICS),
    // Nobody's own server gets invented people into it unasked.
    demo: PANTAU_DEMO ?? (DATABASE_URL === undefined && !production ? 'live' : 'off'),
    tracing: tracingOf(parsed.output),
    webhookAllow: parsed.output.PANTAU_WEBHOOK_ALLOW ?? [],
    logLevel: PANTAU_LOG,
  };
}

type Settings = v.InferOutput<typeof Environment>;

function tracingOf({ OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_TRACES_SAMPLER_ARG }: Settings): TracingConfig | null {
  return OTEL_EXPORTER_OTLP_ENDPOINT === undefined
    ? null
    : { endpoint: OTEL_EXPORTER_OTLP_ENDPOINT, ratio: OTEL_TRACES_SAMPLER_ARG };
}

/** What everybody knows or can guess has no place where real people are served. */
function unfitForProduction({ PANTAU_DEMO, PANTAU_SECRET, PANTAU_ORIGIN }: Settings): string[] {
  const faults: string[] = [];
  if (PANTAU_DEMO !== undefined && PANTAU_DEMO !== 'off') {
    faults.push(
      'PANTAU_DEMO: takes only off in production (NODE_ENV=production, or a HOST that others reach): the demo has passwords that everybody knows',
    );
  }
  if (PANTAU_SECRET === undefined) {
    faults.push(
      'PANTAU_SECRET: is needed in production: at least 32 random characters, the same for all API processes',
    );
  }
  if (PANTAU_ORIGIN === undefined) {
    faults.push('PANTAU_ORIGIN: is needed in production: the address by which browsers reach the server');
  }
  return faults;
}

const OIDC_KEYS = [
  'PANTAU_OIDC_ISSUER',
  'PANTAU_OIDC_CLIENT_ID',
  'PANTAU_OIDC_CLIENT_SECRET',
  'PANTAU_OIDC_REGION',
] as const;

/** A sign-on of one's own is set whole or not at all. */
function oidcFaults(settings: Settings): string[] {
  const missing = OIDC_KEYS.filter((key) => settings[key] === undefined);
  if (missing.length === OIDC_KEYS.length) return [];
  if (settings.PANTAU_ORIGIN === undefined) {
    return ['PANTAU_ORIGIN: is needed beside PANTAU_OIDC: the provider leads people back there'];
  }
  return missing.map((key) => `${key}: is needed beside the other settings of PANTAU_OIDC`);
}

function oidcOf(settings: Settings): OidcConfig | null {
  const [issuer, clientId, clientSecret, regionCode] = OIDC_KEYS.map((key) => settings[key]);
  if (
    issuer === undefined ||
    clientId === undefined ||
    clientSecret === undefined ||
    regionCode === undefined
  ) {
    return null;
  }
  return { issuer, clientId, clientSecret, regionCode };
}
