import {
  createClient,
  type Client,
  type FormattedExecutionResult,
  type Sink,
  type SubscribePayload,
} from 'graphql-ws';
import { reconnectDelay } from './backoff.js';

/** How often an open connection is asked whether it still lives, ms. */
const PING_EVERY = 10_000;
/** How soon the answer must come, ms. A cut cable sends no close: only the missing pong tells. */
const PONG_WITHIN = 5_000;
/** How long a connection may take from its start to the server's acknowledgement, ms; browsers would wait minutes. */
const OPEN_WITHIN = 8_000;

/** Whoever it was opened for has other rights now, or none: somebody has to find out who that is before it is opened again. */
const FORBIDDEN = 4403;
/** Our own verdict on a connection that no longer answers (the code graphql-ws uses for the same). */
const UNRESPONSIVE = 4499;

/** CONNECTING: no acknowledgement yet; OPEN: usable; WAITING: lost, the next attempt is timed; DENIED: nobody was let in (any more), until `readmit`. */
export type Connection = 'CONNECTING' | 'OPEN' | 'WAITING' | 'DENIED';

/** What the server answers to an operation, once or many times. */
export type LiveResult = FormattedExecutionResult;

/** A connection to the server's subscriptions that never gives up. */
export interface LiveSocket {
  connection(): Connection;
  /** Calls `listener` after every change of `connection()`; returns how to stop. */
  onConnection(listener: () => void): () => void;
  /**
   * Starts an operation; returns how to end it. It ends with its connection (`sink.error`), on purpose: only the
   * caller knows from which cursor to ask again, so he does when `connection()` is OPEN the next time.
   */
  subscribe(payload: SubscribePayload, sink: Sink<LiveResult>): () => void;
  /** Connects again after DENIED, for whoever is signed in now: at once, and where that is denied again after a wait. */
  readmit(): void;
  /** For the moment the network or the viewer returns: ends a wait, and doubts a connection that seems open. */
  nudge(): void;
  close(): void;
}

/**
 * Every connection is one graphql-ws client, and every loss, whatever its code, leads to the next one. graphql-ws can
 * retry by itself, but treats 1008, 1009, 1011, 4400, 4401, 4429, 4500 and others as final: right for a program whose
 * author watches, wrong for a screen on an office wall. One way for all codes is also simpler than two.
 */
export function openLiveSocket(url: string, random: () => number = Math.random): LiveSocket {
  const listeners = new Set<() => void>();
  let connection: Connection = 'CONNECTING';
  let attempt = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let current = connect();

  function become(next: Connection): void {
    if (next === connection) return;
    connection = next;
    for (const listener of [...listeners]) listener();
  }

  function reconnect(): void {
    clearTimeout(waiting);
    current = connect();
    become('CONNECTING');
  }

  function lost(code: number): void {
    if (code === FORBIDDEN) return become('DENIED');
    waiting = setTimeout(reconnect, reconnectDelay(attempt, code, random()));
    attempt += 1;
    become('WAITING');
  }

  function connect(): { client: Client; doubt(): void; end(): void } {
    let socket: WebSocket | undefined;
    let over = false;
    let verdict: ReturnType<typeof setTimeout> | undefined;
    expectWord(OPEN_WITHIN);

    function end(code?: number): void {
      if (over) return;
      over = true;
      acquit();
      client.terminate(); // also on a close: graphql-ws would connect again by itself after 1000
      if (code !== undefined) lost(code);
    }
    function expectWord(within: number): void {
      verdict ??= setTimeout(() => end(UNRESPONSIVE), within); // one already running is not put off
    }
    function acquit(): void {
      clearTimeout(verdict);
      verdict = undefined;
    }

    const client = createClient({
      url,
      lazy: false,
      retryAttempts: 0,
      keepAlive: PING_EVERY,
      onNonLazyError: () => {}, // `closed` has told, with the code
      on: {
        connected: (opened) => {
          if (over) return;
          socket = opened as WebSocket;
          acquit();
          become('OPEN');
        },
        ping: (received) => {
          if (!received) expectWord(PONG_WITHIN);
        },
        pong: (received) => {
          if (received) acquit();
        },
        closed: (event) => end((event as CloseEvent).code),
      },
    });

    return {
      client,
      doubt() {
        if (socket?.readyState !== WebSocket.OPEN) return;
        socket.send('{"type":"ping"}');
        expectWord(PONG_WITHIN);
      },
      end: () => end(),
    };
  }

  return {
    connection: () => connection,
    onConnection(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    subscribe(payload, sink) {
      if (connection === 'WAITING' || connection === 'DENIED') {
        sink.error(new Error('There is no connection to the server'));
        return () => {};
      }
      return current.client.subscribe<Record<string, unknown>, Record<string, unknown>>(payload, {
        ...sink,
        next(value) {
          attempt = 0; // data flows: the next loss is a new one
          sink.next(value);
        },
      });
    },
    readmit() {
      if (connection !== 'DENIED') return;
      if (attempt === 0) {
        attempt += 1;
        return reconnect();
      }
      lost(UNRESPONSIVE);
    },
    nudge() {
      if (connection === 'WAITING') reconnect();
      else if (connection === 'OPEN') current.doubt();
    },
    close() {
      clearTimeout(waiting);
      listeners.clear();
      current.end();
    },
  };
}
