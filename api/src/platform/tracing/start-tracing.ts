import { context, propagation, trace } from '@opentelemetry/api';
import { loggedMessage } from '../logged-message.js';
import type { Logger } from '../logger.js';
import { createTracing, type Tracing } from './tracing.js';

/** Where spans go, and how many. */
export interface TracingConfig {
  /** An OTLP collector over HTTP, such as http://127.0.0.1:4318. */
  readonly endpoint: string;
  /** Of the traces that begin here, the part that is kept, from 0 to 1. */
  readonly ratio: number;
}

/** Starts to send spans. The SDK is read only here: whoever sends none pays for none. */
export async function startTracing(
  { endpoint, ratio }: TracingConfig,
  logger: Logger,
): Promise<{ readonly tracing: Tracing; readonly stop: () => Promise<void> }> {
  const [sdk, { OTLPTraceExporter }, { AsyncLocalStorageContextManager }, core, { resourceFromAttributes }] =
    await Promise.all([
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/context-async-hooks'),
      import('@opentelemetry/core'),
      import('@opentelemetry/resources'),
    ]);
  core.setGlobalErrorHandler((error) => logger.warn({ error: loggedMessage(error) }, 'spans are not sent'));
  const provider = new sdk.TracerProvider({
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(ratio) }),
    resource: resourceFromAttributes({ 'service.name': 'pantau' }),
    spanProcessors: [
      new sdk.BatchSpanProcessor({
        exporter: new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` }),
      }),
    ],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new core.W3CTraceContextPropagator());
  // Errors find the trace that they belong to by it.
  trace.setGlobalTracerProvider(provider);
  return {
    tracing: createTracing(provider.getTracer('pantau')),
    async stop() {
      await provider.shutdown();
      trace.disable();
      propagation.disable();
      context.disable();
    },
  };
}
