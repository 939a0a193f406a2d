import { localDate } from '../../domain/calendar.js';
import type { Doorbell } from '../changes/doorbell.js';
import type { Sql } from '../database/sql.js';
import type { Logger } from '../logger.js';
import type { Actor } from './actor.js';
import { loggedMessage } from '../logged-message.js';

/** Without any ring the rights are asked for this often: the bound within which a socket follows its grants. */
const LOOK_EVERY_MS = 1_000;
/** What ends by the clock is known here and asks nobody, so it is looked at more often. */
const EXPIRE_EVERY_MS = 100;

/** A socket whose actor's rights are no longer those that it was opened with. */
const FORBIDDEN = 4403;
/** The database cannot be asked just now. */
const TRY_AGAIN = 1013;

/** Ends sockets whose actor has lost or changed rights, on whatever API process that was decided. */
export interface SocketGuard {
  /** Watches one socket; gives what to call when it is gone. */
  watch(socket: GuardedSocket): () => void;
  close(): void;
}

export interface GuardedSocket {
  readonly actor: Actor;
  /** Who it belongs to now; null: nobody any more. */
  readonly again: () => Promise<Actor | null>;
  readonly close: (code: number, reason: string) => void;
}

export interface SocketGuardOptions {
  readonly sql: Sql;
  readonly doorbell: Doorbell;
  readonly now: () => Date;
  readonly logger: Logger;
}

/**
 * Starts the process's one guard. A region's rights have a number that moves with whatever may change them, so a busy
 * hour of observations costs one small statement a second and no more.
 */
export function createSocketGuard({ sql, doorbell, now, logger }: SocketGuardOptions): SocketGuard {
  const regions = new Map<
    string,
    { sockets: Map<GuardedSocket, Date | null>; version: string | null; looking: boolean; again: boolean }
  >();
  let closed = false;

  async function look(regionCode: string): Promise<void> {
    const region = regions.get(regionCode);
    if (region === undefined || closed) return;
    if (region.looking) {
      region.again = true;
      return;
    }
    region.looking = true;
    try {
      do {
        region.again = false;
        const rows = await sql.rows<{ version: string }>(
          'select version from access_version where region_code = $1',
          [regionCode],
        );
        // Reporting lines and expiries follow the calendar, so a new day is asked about like a change.
        const version = `${rows[0]?.version ?? 0} ${localDate(now())}`;
        if (version !== region.version) {
          const asked = new Map<string, Promise<Actor | null>>();
          await Promise.all([...region.sockets.keys()].map((socket) => askAgain(socket, asked)));
          region.version = version;
        }
      } while (region.again && !closed);
    } catch (error) {
      // Nothing is committed that could be told while the database is away; the next look asks again.
      logger.warn({ error: loggedMessage(error) }, 'rights of sockets cannot be asked for');
    } finally {
      region.looking = false;
    }
  }

  /** One that has other rights now is closed too: it comes back at once and is given what it may have. */
  async function askAgain(socket: GuardedSocket, asked: Map<string, Promise<Actor | null>>): Promise<void> {
    // Sockets of one session or one wall share the answer.
    const credential = socket.actor.credential?.id ?? '';
    const answer = asked.get(credential) ?? socket.again();
    asked.set(credential, answer);
    const actor = await answer;
    if (actor === null) socket.close(FORBIDDEN, hasExpired(socket) ? 'Expired' : 'Forbidden');
    else if (!sameRights(actor, socket.actor)) socket.close(FORBIDDEN, 'Rights changed');
    else keepExpiry(socket, expiryOf(actor));
  }

  /** What lets a socket in may end earlier than it said at first: a token that was changed for another. */
  function keepExpiry(socket: GuardedSocket, expiresAt: Date | null): void {
    const sockets = regions.get(socket.actor.regionCode ?? '')?.sockets;
    if (sockets?.has(socket) === true) sockets.set(socket, expiresAt);
  }

  /** A new day is asked about like a change, so whoever expires with it may be found here before the clock's look. */
  function hasExpired(socket: GuardedSocket): boolean {
    return isOver(regions.get(socket.actor.regionCode ?? '')?.sockets.get(socket), now());
  }

  doorbell.listen((regionCode) => void look(regionCode));
  const expiring = setInterval(() => {
    const moment = now();
    for (const { sockets } of regions.values()) {
      for (const [socket, expiresAt] of sockets) {
        if (isOver(expiresAt, moment)) socket.close(FORBIDDEN, 'Expired');
      }
    }
  }, EXPIRE_EVERY_MS);
  const looking = setInterval(() => {
    for (const regionCode of regions.keys()) void look(regionCode);
  }, LOOK_EVERY_MS);
  expiring.unref();
  looking.unref();

  return {
    watch(socket) {
      const regionCode = socket.actor.regionCode;
      if (regionCode === null) return () => undefined;
      const region = regions.get(regionCode) ?? {
        sockets: new Map<GuardedSocket, Date | null>(),
        version: null,
        looking: false,
        again: false,
      };
      regions.set(regionCode, region);
      region.sockets.set(socket, expiryOf(socket.actor));
      // Rights may have moved between the handshake's look at them and now.
      askAgain(socket, new Map()).catch((error: unknown) => {
        logger.warn({ error: loggedMessage(error) }, 'rights of a socket cannot be asked for');
        socket.close(TRY_AGAIN, 'Try again later');
      });
      return () => {
        region.sockets.delete(socket);
        if (region.sockets.size === 0 && regions.get(regionCode) === region) regions.delete(regionCode);
      };
    },
    close() {
      closed = true;
      clearInterval(expiring);
      clearInterval(looking);
      regions.clear();
    },
  };
}

function isOver(expiresAt: Date | null | undefined, moment: Date): boolean {
  return expiresAt != null && expiresAt <= moment;
}

function expiryOf({ credential }: Actor): Date | null {
  return credential?.expiresAt ?? null;
}

function sameRights(one: Actor, other: Actor): boolean {
  return (
    one.employeeId === other.employeeId &&
    one.credential?.enrolling === other.credential?.enrolling &&
    one.scope.everywhere === other.scope.everywhere &&
    sameMap(one.scope.people, other.scope.people) &&
    sameMap(one.scope.units, other.scope.units)
  );
}

function sameMap(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean {
  if (one === other) return true;
  if (one.size !== other.size) return false;
  for (const [key, mask] of one) if (other.get(key) !== mask) return false;
  return true;
}
