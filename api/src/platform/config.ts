import * as v from 'valibot';

/** What the environment decides. Read once at start; a wrong value is refused before anything is touched. */
export interface Config {
  /** Loopback address to listen on. Until people can sign in, no other is accepted. */
  readonly host: string;
  /** Port to listen on, and whether the person named it (then a taken port is an error, not a reason to move on). */
  readonly port: number;
  readonly portNamed: boolean;
  /** A PostgreSQL server (15 or later); null: the embedded one. */
  readonly databaseUrl: string | null;
  /** A Redis server that carries change notices between API processes; null: NOTIFY alone. */
  readonly redisUrl: string | null;
  /** Where the embedded PostgreSQL keeps binaries and data; null: chosen by `embeddedHome`. */
  readonly home: string | null;
  /** The Mulyorejo demo: seeded and moving, seeded and quiet, or none. */
  readonly demo: 'live' | 'quiet' | 'off';
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** A setting that cannot be used. The message names it and says what it takes. */
export class ConfigRefused extends Error {}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

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

const Environment = v.object({
  HOST: v.optional(
    v.pipe(
      v.string(),
      v.regex(
        LOOPBACK,
        'HOST: takes 127.0.0.1, ::1 or localhost only. There is no sign-in yet, so Pantau listens on this machine alone',
      ),
    ),
    '127.0.0.1',
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
  PANTAU_DEMO: v.optional(v.picklist(['live', 'quiet', 'off'], 'PANTAU_DEMO: takes live, quiet or off')),
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
  return {
    host: HOST,
    port: PORT ?? DEFAULT_PORT,
    portNamed: PORT !== undefined,
    databaseUrl: DATABASE_URL ?? null,
    redisUrl: REDIS_URL ?? null,
    home: PANTAU_HOME ?? null,
    // Nobody's own server gets invented people into it unasked.
    demo: PANTAU_DEMO ?? (DATABASE_URL === undefined ? 'live' : 'off'),
    logLevel: PANTAU_LOG,
  };
}
