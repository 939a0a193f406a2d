import { embeddedHome, HomeInUse, startEmbeddedPostgres } from '../platform/database/embedded.js';
import { runningPostgres } from '../platform/database/embedded/running-postgres.js';
import type { Config } from '../platform/config.js';
import { repositoryRoot } from './repository-root.js';

/** A database to work with, and what to do with it at the end. */
export interface OpenDatabase {
  readonly url: string;
  /** Tells other processes where this one answers; nothing for a server of somebody's own. */
  announce(address: string): Promise<void>;
  stop(): Promise<void>;
}

/** The server that DATABASE_URL names, else the embedded one, started for this process alone. */
export async function openDatabase(config: Config, say: (step: string) => void): Promise<OpenDatabase> {
  if (config.databaseUrl !== null) {
    return { url: config.databaseUrl, announce: async () => undefined, stop: async () => undefined };
  }
  return startEmbeddedPostgres({ home: homeOf(config), say });
}

/** The same, or the embedded one of a Pantau that runs already: a command may work beside it. */
export async function joinDatabase(config: Config, say: (step: string) => void): Promise<OpenDatabase> {
  try {
    return await openDatabase(config, say);
  } catch (error) {
    if (!(error instanceof HomeInUse)) throw error;
    const url = await runningPostgres(homeOf(config));
    return { url, announce: async () => undefined, stop: async () => undefined };
  }
}

/** Where the embedded database of this clone lives. */
export function homeOf(config: Config): string {
  return embeddedHome(config.home === null ? {} : { PANTAU_HOME: config.home }, repositoryRoot);
}
