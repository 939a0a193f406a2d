import { setTimeout as pause } from 'node:timers/promises';
import type { Server } from './server.js';

/** The dying processes of a killed server keep its memory for a moment, and a port can have been taken just now. */
const START_ATTEMPTS = 6;
const BETWEEN_ATTEMPTS_MS = 500;

/** A server that is started again whenever it dies unasked. */
export interface KeptServer {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * @param start starts a server; the first call may choose its address, later ones must keep it
 * @param onDeath told each time the server has died, before it is started again
 * @param onGivingUp told when it cannot be started again; the address stays dead then
 * @throws whatever `start` throws, when the first server does not start in several attempts
 */
export async function keepServer(
  start: () => Promise<Server>,
  onDeath: () => void,
  onGivingUp: (error: unknown) => void,
): Promise<KeptServer> {
  let stopping = false;
  let server = await startPatiently(start);
  const { url } = server;

  const watch = async () => {
    for (;;) {
      await server.gone;
      if (stopping) return;
      onDeath();
      await pause(BETWEEN_ATTEMPTS_MS);
      server = await startPatiently(start);
      // Asked while this one was starting.
      if (stopping) await server.stop();
    }
  };
  const watching = watch().catch(onGivingUp);

  return {
    url,
    async stop() {
      stopping = true;
      await server.stop();
      await watching;
    },
  };
}

async function startPatiently(start: () => Promise<Server>): Promise<Server> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await start();
    } catch (error) {
      if (attempt === START_ATTEMPTS) throw error;
      await pause(BETWEEN_ATTEMPTS_MS);
    }
  }
}
