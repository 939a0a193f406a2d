import { createHmac, type KeyObject } from 'node:crypto';
import { isIP, SocketAddress } from 'node:net';
import {
  countedBy,
  FORGOTTEN_AFTER_SECONDS,
  secondsToWait,
  type CountedBy,
  type FailuresBy,
} from '../../domain/access/lockout.js';
import type { MikroORM } from '../database/orm.js';
import { instant, sqlOf, type Sql } from '../database/sql.js';

/*
 * Counts are a table of our own and not that of rate-limiter-flexible: its table has one text for a key, is made by
 * itself and is asked for one key at a time, where ours leads with the region, is made by a migration, and is looked
 * at under all three counts of an attempt at once. Which wait follows is a rule of the domain.
 */

/** What is attempted. Each has its own counts: a mistyped code is no mistyped password. */
export type AttemptedStep = 'PASSWORD' | 'SECOND_FACTOR' | 'ONE_TIME_CODE' | 'PAIRING_CODE' | 'TRACKING_CODE';

/** Who attempts. All of it is hashed with a key before it is stored. */
export interface Attempting {
  readonly step: AttemptedStep;
  /** The login name as `readLoginName` gives it, whether or not there is such an account; or an account's id. */
  readonly account: string;
  /** As `networkOf` gives it. */
  readonly network: string;
  /** What names the browser, where it is known to this account (`knownBrowser`); null where it is not. */
  readonly browser: string | null;
}

/** An attempt that may be looked at. It counts as failed until it is told to have succeeded. */
export interface Attempt {
  readonly regionCode: string;
  readonly counts: readonly CountedAttempt[];
}

interface CountedAttempt {
  readonly by: CountedBy;
  readonly hash: Buffer;
  /** Where the window ended before this attempt, and where it ends with it. */
  readonly before: Date;
  readonly ends: Date;
}

export type Begun =
  | { readonly looked: true; readonly attempt: Attempt }
  /** It is not looked at, and does not count. Whole seconds, 1 to 900. */
  | { readonly looked: false; readonly waitSeconds: number };

/** Failures to sign in, counted in PostgreSQL: for all API processes together, and beyond their restart. */
export interface Attempts {
  /**
   * Asks for a look, and counts it as a failure beforehand, so that a thousand attempts at the same time are not all
   * looked at before the first has failed.
   */
  begin(regionCode: string, who: Attempting, now: Date): Promise<Begun>;
  /** It was right: forgets the failures here, and takes back its own elsewhere. Strangers' failures stay. */
  succeed(attempt: Attempt): Promise<void>;
  /** It was not looked at after all (`Busy`, a fault): takes back what it counted. */
  takeBack(attempt: Attempt): Promise<void>;
  /** Removes what is forgotten, at most a thousand rows; gives how many. Called from time to time. */
  sweep(regionCode: string, now: Date): Promise<number>;
}

const SWEEP_ROWS = 1000;
/** Counts that say something about the person and not about strangers. */
const OWN: ReadonlySet<CountedBy> = new Set(['BROWSER', 'ACCOUNT_AND_NETWORK']);

/** `key` is that of the purpose 'rate'. */
export function createAttempts(orm: MikroORM, key: KeyObject): Attempts {
  // In a transaction of its own: what the request does with its own, the count stays.
  const transaction = <T>(work: (sql: Sql) => Promise<T>) =>
    orm.em.fork().transactional((em) => work(sqlOf(em)));

  return {
    async begin(regionCode, who, now) {
      const hashes = hashesOf(key, who);
      const known = who.browser !== null;
      // Looked at without a lock first, so that whoever has to wait costs one reading and leaves no row.
      const seen = await readCounts(sqlOf(orm.em.fork()), regionCode, hashes, now);
      const waitSeconds = secondsToWait(known, failuresOf(seen), now);
      if (waitSeconds > 0) return { looked: false, waitSeconds };
      return transaction(async (sql) => {
        const locked = await lockCounts(sql, regionCode, hashes, now);
        const wait = secondsToWait(known, failuresOf(locked), now);
        if (wait > 0) return { looked: false, waitSeconds: wait };
        const ends = windowFrom(now);
        await sql.rows(
          `update sign_in_failure set window_ends = $3, failures = case when window_ends > $4 then failures + 1 else 1 end
           where region_code = $1 and key_hash = any($2::bytea[])`,
          [regionCode, [...hashes.values()], ends, now],
        );
        const counts = [...hashes].map(([by, hash]) => ({
          by,
          hash,
          ends,
          before: locked.get(by)?.ends ?? ends,
        }));
        return { looked: true, attempt: { regionCode, counts } };
      });
    },

    async succeed({ regionCode, counts }) {
      await transaction(async (sql) => {
        await holdRows(sql, { regionCode, counts });
        const own = counts.filter(({ by }) => OWN.has(by)).map(({ hash }) => hash);
        await sql.rows(`delete from sign_in_failure where region_code = $1 and key_hash = any($2::bytea[])`, [
          regionCode,
          own,
        ]);
        await takeBack(sql, { regionCode, counts: counts.filter(({ by }) => !OWN.has(by)) });
      });
    },

    async takeBack(attempt) {
      await transaction(async (sql) => {
        await holdRows(sql, attempt);
        await takeBack(sql, attempt);
      });
    },

    async sweep(regionCode, now) {
      const gone = await sqlOf(orm.em.fork()).rows(
        `delete from sign_in_failure where region_code = $1 and key_hash in (
           select key_hash from sign_in_failure where region_code = $1 and window_ends <= $2
           limit ${SWEEP_ROWS} for update skip locked) returning 1`,
        [regionCode, now],
      );
      return gone.length;
    },
  };
}

/**
 * The network that an address belongs to: an IPv4 address by itself, of IPv6 the first 64 bits, within which one
 * household has as many addresses as it likes. 'unknown' for what is no address.
 */
export function networkOf(address: string | undefined): string {
  const bare = address?.replace(/%.*$/, '') ?? '';
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(bare)?.[1] ?? bare;
  const version = isIP(mapped);
  if (version === 0) return 'unknown';
  if (version === 4) return mapped;
  const [head = '', tail] = new SocketAddress({ address: mapped, family: 'ipv6' }).address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  const groups = tail === undefined ? before : [...before, ...zeros, ...after];
  return `${groups.slice(0, 4).join(':')}::/64`;
}

type Counts = ReadonlyMap<CountedBy, { readonly count: number; readonly ends: Date }>;
type Hashes = ReadonlyMap<CountedBy, Buffer>;

/** In the order of their bytes, in which rows are locked: so no two attempts wait for each other. */
function hashesOf(key: KeyObject, { step, account, network, browser }: Attempting): Hashes {
  const named: Record<CountedBy, readonly (string | null)[]> = {
    BROWSER: [account, browser],
    ACCOUNT_AND_NETWORK: [account, network],
    ACCOUNT: [account],
    NETWORK: [network],
  };
  return new Map(
    countedBy(browser !== null)
      .map((by): [CountedBy, Buffer] => [
        by,
        createHmac('sha256', key)
          .update(JSON.stringify([step, by, ...named[by]]))
          .digest(),
      ])
      .sort(([, one], [, other]) => Buffer.compare(one, other)),
  );
}

async function readCounts(
  sql: Sql,
  regionCode: string,
  hashes: Hashes,
  now: Date,
  lock = '',
): Promise<Counts> {
  const rows = await sql.rows<{ hash: string; failures: number; window_ends: string }>(
    `select encode(key_hash, 'hex') as hash, failures, window_ends from sign_in_failure
     where region_code = $1 and key_hash = any($2::bytea[]) and window_ends > $3 order by key_hash ${lock}`,
    [regionCode, [...hashes.values()], now],
  );
  const byHash = new Map(rows.map((row) => [row.hash, row]));
  return new Map(
    [...hashes].flatMap(([by, hash]) => {
      const row = byHash.get(hash.toString('hex'));
      return row === undefined ? [] : [[by, { count: row.failures, ends: instant(row.window_ends) }]];
    }),
  );
}

/** Makes the rows that are not there, and holds all of them until the end of the transaction. */
async function lockCounts(sql: Sql, regionCode: string, hashes: Hashes, now: Date): Promise<Counts> {
  await sql.rows(
    `insert into sign_in_failure (region_code, key_hash, failures, window_ends)
     select $1, hash, 0, $3 from unnest($2::bytea[]) as hash order by hash
     on conflict (region_code, key_hash) do nothing`,
    [regionCode, [...hashes.values()], windowFrom(now)],
  );
  return readCounts(sql, regionCode, hashes, now, 'for update');
}

/** In the one order in which all lock them, before any is changed. */
async function holdRows(sql: Sql, { regionCode, counts }: Attempt): Promise<void> {
  await sql.rows(
    `select 1 from sign_in_failure where region_code = $1 and key_hash = any($2::bytea[])
     order by key_hash for update`,
    [regionCode, counts.map(({ hash }) => hash)],
  );
}

async function takeBack(sql: Sql, { regionCode, counts }: Attempt): Promise<void> {
  for (const { hash, before, ends } of counts) {
    // Where nobody else has failed meanwhile, the latest failure is again the one before.
    await sql.rows(
      `update sign_in_failure set failures = greatest(failures - 1, 0),
         window_ends = case when window_ends = $3 then $4 else window_ends end
       where region_code = $1 and key_hash = $2`,
      [regionCode, hash, ends, before],
    );
  }
  const hashes = counts.map(({ hash }) => hash);
  await sql.rows(
    `delete from sign_in_failure where region_code = $1 and key_hash = any($2::bytea[]) and failures = 0`,
    [regionCode, hashes],
  );
}

function failuresOf(counts: Counts): FailuresBy {
  return Object.fromEntries(
    [...counts].map(([by, { count, ends }]) => [
      by,
      { count, latest: new Date(ends.getTime() - FORGOTTEN_AFTER_SECONDS * 1000) },
    ]),
  );
}

function windowFrom(now: Date): Date {
  return new Date(now.getTime() + FORGOTTEN_AFTER_SECONDS * 1000);
}
