import { Client } from 'pg';
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

/** The server that DATABASE_URL names cannot be used. The message says why, in Indonesian and in English. */
export class DatabaseRefused extends Error {}

/** Oldest server with everything that the tables use. */
const OLDEST = 150_000;

/** Looks once whether the server is there and new enough, before anything else is begun. */
async function reach(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
    if (Number(rows[0]?.server_version_num) < OLDEST) {
      throw new DatabaseRefused(
        'DATABASE_URL: Pantau memerlukan PostgreSQL 15 atau lebih baru.\n' +
          'DATABASE_URL: Pantau needs PostgreSQL 15 or newer.',
      );
    }
  } catch (error) {
    if (error instanceof DatabaseRefused) throw error;
    const { message } = error as Error;
    throw new DatabaseRefused(
      `DATABASE_URL: server basis data tidak dapat dihubungi (${message}). Periksa alamat, nama, dan kata sandinya.\n` +
        `DATABASE_URL: the database server cannot be reached (${message}). Check its address, name and password.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The server that DATABASE_URL names, else the embedded one, started for this process alone. */
export async function openDatabase(config: Config, say: (step: string) => void): Promise<OpenDatabase> {
  if (config.databaseUrl !== null) {
    await reach(config.databaseUrl);
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
