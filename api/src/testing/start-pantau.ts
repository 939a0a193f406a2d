import { TEST_SECRET } from './test-secret.js';
import type { GraphQLSchema } from 'graphql';
import { compose, type Pantau, type Parts } from '../app/compose.js';
import type { Rates } from '../platform/http/rates.js';
import type { OidcConfig } from '../platform/config.js';
import type { Clock } from '../platform/clock.js';
import { createLogger } from '../platform/logger.js';
import type { Tracing } from '../platform/tracing/tracing.js';

/** An API process that listens on a port of its own. */
export interface RunningPantau extends Pantau {
  readonly address: string;
}

/** Composes and listens, as `main.ts` does. */
export async function startPantau(options: {
  readonly databaseUrl: string;
  readonly redisUrl?: string | null;
  readonly clock?: Clock;
  readonly webRoot?: string | null;
  readonly oidc?: OidcConfig;
  /** A port that is named beforehand; else a free one. */
  readonly port?: number;
  readonly schema?: GraphQLSchema;
  readonly rates?: Rates;
  readonly answerBytes?: number;
  readonly webhookAllow?: readonly string[];
  readonly webhookSending?: Parts['webhookSending'];
  readonly tracing?: Tracing;
}): Promise<RunningPantau> {
  const {
    databaseUrl,
    redisUrl = null,
    clock,
    webRoot = null,
    oidc = null,
    port: named = 0,
    schema,
    rates,
    answerBytes,
    webhookAllow,
    webhookSending,
    tracing,
  } = options;
  const pantau = await compose({
    secret: TEST_SECRET,
    databaseUrl,
    redisUrl,
    logger: createLogger(process.env['PANTAU_LOG'] ?? 'silent'),
    webRoot,
    oidc,
    origin: named === 0 ? null : `http://127.0.0.1:${named}`,
    ...(clock && { clock }),
    ...(schema && { schema }),
    ...(rates && { rates }),
    ...(answerBytes !== undefined && { answerBytes }),
    ...(webhookAllow && { webhookAllow }),
    ...(webhookSending && { webhookSending }),
    ...(tracing && { tracing }),
  });
  const port = await pantau.listen('127.0.0.1', named);
  return { ...pantau, address: `http://127.0.0.1:${port}` };
}
