import {
  context,
  propagation,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Span,
  type Tracer,
} from '@opentelemetry/api';
import type { Request, RequestHandler } from 'express';
import type { AskedSql } from '../database/pipelined-client.js';
import { withoutValues } from './without-values.js';

/**
 * How one request went, part by part, for OpenTelemetry. A span says what was done and how long it took, never for
 * whom or with what: no address, no id, no name of an operation, no value.
 */
export interface Tracing {
  /** A span for each request, under that of whoever sent a `traceparent`. */
  readonly requests: (
    route: string,
    kindOf: (request: Request) => 'query' | 'mutation' | 'subscription' | undefined,
  ) => RequestHandler;
  /** Work that goes on under a span of its own. */
  readonly around: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  /** A statement to the database, without its values. */
  readonly statement: AskedSql;
}

export function createTracing(tracer: Tracer): Tracing {
  return {
    requests: (route, kindOf) => (request, response, next) => {
      const { traceparent, tracestate } = request.headers;
      const parent = propagation.extract(context.active(), { traceparent, tracestate });
      const attributes = { 'http.request.method': request.method, 'http.route': route };
      const span = tracer.startSpan(
        `${request.method} ${route}`,
        { kind: SpanKind.SERVER, attributes },
        parent,
      );
      response.once('close', () => {
        const kind = kindOf(request);
        if (kind !== undefined) span.setAttribute('graphql.operation.type', kind);
        span.setAttribute('http.response.status_code', response.statusCode);
        if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      });
      context.with(trace.setSpan(parent, span), next);
    },
    around: (name, work) =>
      tracer.startActiveSpan(name, async (span) => {
        try {
          return await work();
        } catch (error) {
          fail(span, error);
          throw error;
        } finally {
          span.end();
        }
      }),
    statement(text, ask) {
      const operation = (/^\W*(\w+)/.exec(text)?.[1] ?? 'sql').toUpperCase();
      const attributes: Attributes = { 'db.system.name': 'postgresql', 'db.operation.name': operation };
      const span = tracer.startSpan(operation, { kind: SpanKind.CLIENT, attributes });
      if (span.isRecording()) span.setAttribute('db.query.text', withoutValues(text));
      const asked = ask();
      asked.then(
        () => span.end(),
        (error: unknown) => {
          fail(span, error);
          span.end();
        },
      );
      return asked;
    },
  };
}

/** What an error says may hold what somebody wrote; what kind of error it is does not. */
function fail(span: Span, error: unknown): void {
  const { code } = (error ?? {}) as { code?: unknown };
  span.setStatus({ code: SpanStatusCode.ERROR });
  span.setAttribute('error.type', typeof code === 'string' ? code : (error as Error).constructor.name);
}
