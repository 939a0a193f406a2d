import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { CountedPool } from '../database/orm.js';
import { onErrorTold } from '../graphql/errors.js';
import type { CommandOutcome } from '../unit-of-work.js';

/** Answers come within milliseconds as a rule, and within ten seconds by the limit. */
const DURATION_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

type Transport = 'http' | 'websocket' | 'sse';
type Operation = 'query' | 'mutation' | 'subscription';

/** How one process does, as numbers. No label comes from whoever asks: neither names nor ids nor regions. */
export interface Metrics {
  /** Measures requests; `kindOf` says what kind of operation one was, once that is known. */
  readonly measure: (
    kindOf: (request: Parameters<RequestHandler>[0]) => Operation | undefined,
  ) => RequestHandler;
  /** Counts an operation that was let through. */
  readonly count: (transport: Transport, operation: Operation) => void;
  /** Counts a command, and how long it took with all its attempts. */
  readonly command: (outcome: CommandOutcome, seconds: number) => void;
  /** The text that Prometheus reads. */
  readonly text: () => Promise<string>;
  readonly contentType: string;
  readonly close: () => void;
}

/** What is looked at whenever somebody reads the numbers, and not before. */
export interface Watched {
  /** Connections that are open now, by transport. */
  readonly connections: () => { readonly websocket: number; readonly sse: number };
  readonly followers: () => {
    /** Subscriptions under way. */
    readonly followers: number;
    /** Streams that are read now, however many follow them. */
    readonly streams: number;
    readonly told: { readonly events: number; readonly messages: number };
  };
  /** Seconds since the change log was last asked. */
  readonly feedAge: () => number;
  /** Answers that were kept to be given again. */
  readonly answers: () => { readonly hits: number; readonly misses: number };
  /** Parts without which it is slower, by name, and whether they are missing now. */
  readonly degraded: () => Readonly<Record<string, boolean>>;
  readonly isDatabaseUp: () => Promise<boolean>;
  /** Connections to the database, by what they are for. */
  readonly pools: () => Readonly<Record<string, CountedPool>>;
}

export function createMetrics(watched: Watched): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  // Gauges under the names of counters: promtool refuses them, and their parts by type are there beside them.
  for (const what of ['handles', 'requests', 'resources'])
    register.removeSingleMetric(`nodejs_active_${what}_total`);
  const requests = new Histogram({
    name: 'pantau_http_request_duration_seconds',
    help: 'Time from a GraphQL request over HTTP to the end of its answer.',
    labelNames: ['operation', 'status'],
    buckets: DURATION_BUCKETS,
    registers,
  });
  const operations = new Counter({
    name: 'pantau_operations_total',
    help: 'GraphQL operations that were let through, by their kind; over every transport.',
    labelNames: ['transport', 'operation'],
    registers,
  });
  const errors = new Counter({
    name: 'pantau_errors_total',
    help: 'Errors told to clients, by their code in the closed list; over every transport.',
    labelNames: ['code'],
    registers,
  });
  const commands = new Histogram({
    name: 'pantau_command_duration_seconds',
    help: 'Time that a command took from its first statement to its commit, with all its attempts.',
    labelNames: ['outcome'],
    buckets: DURATION_BUCKETS,
    registers,
  });
  watch(registers, watched);
  const close = onErrorTold((code) => errors.inc({ code }));
  return {
    measure: (kindOf) => (request, response, next) => {
      const done = requests.startTimer();
      response.once('close', () =>
        done({ operation: kindOf(request) ?? 'none', status: String(response.statusCode) }),
      );
      next();
    },
    count: (transport, operation) => operations.inc({ transport, operation }),
    command: (outcome, seconds) => commands.observe({ outcome }, seconds),
    text: () => register.metrics(),
    contentType: register.contentType,
    close,
  };
}

/** Numbers that are there anyway, and are read when they are asked for. */
function watch(registers: Registry[], watched: Watched): void {
  const { connections, followers, feedAge, answers, degraded, isDatabaseUp, pools } = watched;
  const gauge = (name: string, help: string, label: string, read: () => Readonly<Record<string, number>>) =>
    new Gauge({
      name,
      help,
      labelNames: [label],
      registers,
      collect() {
        for (const [value, number] of Object.entries(read())) this.set({ [label]: value }, number);
      },
    });
  const plain = (name: string, help: string, read: () => number | Promise<number>) =>
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set(await read());
      },
    });
  /** Counted elsewhere, since the process began. */
  const counted = (name: string, help: string, read: () => number) =>
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset();
        this.inc(read());
      },
    });

  gauge('pantau_connections', 'Live connections that are open now.', 'transport', connections);
  plain(
    'pantau_subscriptions',
    'Subscriptions under way, over every transport.',
    () => followers().followers,
  );
  plain(
    'pantau_followed_streams',
    'Streams of changes that are read and executed once for all who follow them.',
    () => followers().streams,
  );
  counted(
    'pantau_stream_events_total',
    'Events that were read and executed once for all who share a stream.',
    () => followers().told.events,
  );
  counted(
    'pantau_stream_messages_total',
    'Messages by which those events were told, one to each who shares the stream.',
    () => followers().told.messages,
  );
  plain(
    'pantau_change_feed_age_seconds',
    'Time since the change log was last asked for the region that has waited longest; 0 where nobody follows one.',
    feedAge,
  );
  counted(
    'pantau_kept_answers_hits_total',
    'Questions that were answered with an answer that had been kept.',
    () => answers().hits,
  );
  counted(
    'pantau_kept_answers_misses_total',
    'Questions whose answer may be kept and was not there.',
    () => answers().misses,
  );
  gauge(
    'pantau_degraded',
    'Whether a part is missing without which changes travel more slowly (1) or not (0).',
    'part',
    () => numbersOf(degraded(), (is) => (is ? 1 : 0)),
  );
  plain(
    'pantau_database_up',
    'Whether the database answers within half a second (1) or not (0).',
    async () => ((await isDatabaseUp()) ? 1 : 0),
  );
  gauge('pantau_database_connections_used', 'Connections to the database that are at work now.', 'pool', () =>
    numbersOf(pools(), ({ totalCount, idleCount }) => totalCount - idleCount),
  );
  gauge('pantau_database_connections_idle', 'Connections to the database that are not at work.', 'pool', () =>
    numbersOf(pools(), ({ idleCount }) => idleCount),
  );
  gauge('pantau_database_waiting', 'Work that waits for a connection to the database.', 'pool', () =>
    numbersOf(pools(), ({ waitingCount }) => waitingCount),
  );
}

function numbersOf<T>(of: Readonly<Record<string, T>>, read: (one: T) => number): Record<string, number> {
  return Object.fromEntries(Object.entries(of).map(([name, one]) => [name, read(one)]));
}
