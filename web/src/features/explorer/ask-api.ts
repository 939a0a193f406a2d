import { createClient } from 'graphql-ws';

/** One request as the page sends it; `token` empty: with the session of the browser. */
export interface Asking {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly token: string;
}

/** An answer as it came. */
export interface Answered {
  /** 0 where no answer came at all. */
  readonly status: number;
  readonly ms: number;
  readonly body: unknown;
  /** What the server says that it cost; null where it says nothing. */
  readonly cost: string | null;
}

/** Sends a query or a mutation over HTTP. A token goes alone, without the cookie of somebody else. */
export async function askApi({ query, variables, token }: Asking, signal?: AbortSignal): Promise<Answered> {
  const begun = performance.now();
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: token === '' ? 'same-origin' : 'omit',
    headers: {
      'content-type': 'application/json',
      ...(token !== '' && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
    ...(signal && { signal }),
  });
  const text = await response.text();
  const body = parsed(text);
  return { status: response.status, ms: performance.now() - begun, body, cost: costOf(body) };
}

/** Follows a subscription until `stop`; every message goes to `onMessage`, the end to `onEnd`. */
export function followApi(
  { query, variables, token }: Asking,
  onMessage: (message: unknown) => void,
  onEnd: (why: string | null) => void,
): () => void {
  const client = createClient({
    url: new URL('/graphql', window.location.href).href.replace(/^http/, 'ws'),
    retryAttempts: 0,
    ...(token !== '' && { connectionParams: { authorization: `Bearer ${token}` } }),
  });
  const stop = client.subscribe(
    { query, variables },
    { next: onMessage, error: (error) => onEnd(reasonOf(error)), complete: () => onEnd(null) },
  );
  return () => {
    stop();
    void client.dispose();
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** `extensions.cost`: a number, or an object of numbers, by name. */
export function costOf(body: unknown): string | null {
  const cost = (body as { extensions?: { cost?: unknown } } | null)?.extensions?.cost;
  if (typeof cost === 'number') return String(cost);
  if (typeof cost !== 'object' || cost === null) return null;
  return Object.entries(cost)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ');
}

function reasonOf(error: unknown): string {
  if (Array.isArray(error)) return JSON.stringify(error, null, 2);
  if (error instanceof CloseEvent) return `${error.code} ${error.reason}`;
  return error instanceof Error ? error.message : '';
}
