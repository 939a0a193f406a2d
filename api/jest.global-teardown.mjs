import { rm } from 'node:fs/promises';

/** Stops what the set-up started and removes its data. */
export default async function tearDown() {
  const server = globalThis.pantauTestServer;
  if (server === undefined) return;
  await server.postgres.stop();
  await rm(server.home, { recursive: true, force: true });
}
