import type { RequestHandler } from 'express';
import {
  collectDefaultMetrics,
  Counter,
  Gauge,
  Histogram,
  Registry,
  type GaugeConfiguration,
} from 'prom-client';
import { onErrorTold } from '../graphql/errors.js';

/** Answers come within milliseconds as a rule, and within ten seconds by the limit. */
const DURATION_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** How one process does, as numbers. No label comes from whoever asks: neither names nor ids nor regions. */
export interface Metrics {
  /** Measures requests; `kindOf` says what kind of operation one was, once that is known. */
  readonly measure: (
    kindOf: (request: Parameters<RequestHandler>[0]) => 'query' | 'mutation' | 'subscription' | undefined,
  ) => RequestHandler;
  /** The text that Prometheus reads. */
  readonly text: () => Promise<string>;
  readonly contentType: string;
  readonly close: () => void;
}

export interface Watched {
  /** Connections that are open now, by transport. */
  readonly connections: () => { readonly websocket: number; readonly sse: number };
  /** Streams that are read now, however many follow them. */
  readonly streams: () => number;
  /** Parts without which it is slower, by name, and whether they are missing now. */
  readonly degraded: () => Readonly<Record<string, boolean>>;
  /** Whether the database answers in time. */
  readonly isDatabaseUp: () => Promise<boolean>;
}

export function createMetrics({ connections, streams, degraded, isDatabaseUp }: Watched): Metrics {
  const registers = [new Registry()];
  const [register] = registers as [Registry];
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
  const gauge = (configuration: GaugeConfiguration<string>) => new Gauge(configuration);
  const errors = new Counter({
    name: 'pantau_errors_total',
    help: 'Errors told to clients, by their code in the closed list; over every transport.',
    labelNames: ['code'],
    registers,
  });
  gauge({
    name: 'pantau_connections',
    help: 'Live connections that are open now.',
    labelNames: ['transport'],
    registers,
    collect() {
      for (const [transport, open] of Object.entries(connections())) this.set({ transport }, open);
    },
  });
  gauge({
    name: 'pantau_followed_streams',
    help: 'Streams of changes that are read and executed once for all who follow them.',
    registers,
    collect() {
      this.set(streams());
    },
  });
  gauge({
    name: 'pantau_degraded',
    help: 'Whether a part is missing without which changes travel more slowly (1) or not (0).',
    labelNames: ['part'],
    registers,
    collect() {
      for (const [part, is] of Object.entries(degraded())) this.set({ part }, is ? 1 : 0);
    },
  });
  gauge({
    name: 'pantau_database_up',
    help: 'Whether the database answers within half a second (1) or not (0).',
    registers,
    async collect() {
      this.set((await isDatabaseUp()) ? 1 : 0);
    },
  });
  const close = onErrorTold((code) => errors.inc({ code }));
  return {
    measure: (kindOf) => (request, response, next) => {
      const done = requests.startTimer();
      response.once('close', () =>
        done({ operation: kindOf(request) ?? 'none', status: String(response.statusCode) }),
      );
      next();
    },
    text: () => register.metrics(),
    contentType: register.contentType,
    close,
  };
}
