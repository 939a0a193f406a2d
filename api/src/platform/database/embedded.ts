import { join } from 'node:path';
import { binariesPackage, readyBinaries } from './embedded/binaries.js';
import { openBoundedLog } from './embedded/bounded-log.js';
import { openCluster } from './embedded/cluster.js';
import { SHARED_FOLDER } from './embedded/embedded-home.js';
import { lockHome } from './embedded/home-lock.js';
import { keepServer } from './embedded/kept-server.js';
import { stopLeftoverServer } from './embedded/leftover-server.js';
import { prepareHome } from './embedded/prepare-home.js';
import { serverPort } from './embedded/server-port.js';
import { serverUser } from './embedded/server-user.js';
import { startServer } from './embedded/server.js';

export { embeddedHome } from './embedded/embedded-home.js';
export { HomeInUse, HomeRefused } from './embedded/home-refused.js';

/** A PostgreSQL of Pantau's own, from the binaries in npm's packages. */
export interface EmbeddedPostgres {
  /** Address of the application's database on 127.0.0.1; stays the same until `stop`. */
  readonly url: string;
  /** Leaves word where this Pantau answers people, for the message that a second start in the same home gets. */
  announce(address: string): Promise<void>;
  /** Stops the server cleanly and gives the home free. Safe to call again. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Folder for data, password and log; made if missing. See `embeddedHome`. */
  readonly home: string;
  /** Told each step that a person may have to wait for, as a sentence in Indonesian and English. */
  readonly say: (step: string) => void;
}

/**
 * Starts the database of a home. What a power cut or SIGKILL left behind is put right first. If the server dies while
 * Pantau lives, it is started again at the same address.
 *
 * @throws HomeInUse when another Pantau works in the home
 * @throws HomeRefused when the home cannot be used as it is
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { home, say } = options;
  const user = serverUser();
  const folder = await prepareHome(home, user);
  const lock = await lockHome(folder);
  try {
    const copies = user === null ? folder : SHARED_FOLDER;
    const binaries = await readyBinaries(await binariesPackage(), copies, user !== null);
    const cluster = await openCluster(folder, binaries, user, () =>
      say('Menyiapkan basis data untuk pertama kali · Preparing the database for the first time'),
    );
    if (await stopLeftoverServer(binaries, cluster.data, user)) {
      say('Basis data dari sesi yang terputus dihentikan · Stopped the database of an interrupted session');
    }
    const log = await openBoundedLog(join(folder, 'postgres.log'));
    let port: number | null = null;
    const start = async () => {
      const chosen = port ?? (await serverPort(join(folder, 'port')));
      const server = await startServer(binaries, cluster, chosen, log, user);
      port = chosen;
      return server;
    };
    const server = await keepServer(
      start,
      () => say('Basis data berhenti tiba-tiba dan dijalankan lagi · The database died and is started again'),
      (error) =>
        say(
          `Basis data tidak dapat dijalankan lagi · The database cannot be started again: ${String(error)}`,
        ),
    ).catch(async (error: unknown) => {
      await log.close();
      throw error;
    });
    let stopped: Promise<void> | undefined;
    const stop = async () => {
      await server.stop();
      await log.close();
      await lock.release();
    };
    return {
      url: server.url,
      announce: (address) => lock.announce(address),
      stop: () => (stopped ??= stop()),
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}
