import type { KeyObject } from 'node:crypto';
import type { AuditEvent } from '../audit/audit-entry.js';
import type { Look } from '../audit/tell-looks.js';
import type { Actor } from '../auth/actor.js';
import type { Attempts } from '../auth/attempts.js';
import type { Rations } from '../auth/rations.js';
import type { KeyPurpose } from '../auth/secret.js';
import type { ChangeFeed } from '../changes/change-feed.js';
import type { Door } from '../http/door.js';
import type { SiasnCodes } from '../../domain/integration/siasn-codes.js';
import type { UnitOfWork } from '../unit-of-work.js';
import type { PersonalReads } from './personal-reads.js';

/** What every resolver is handed. `Stores` names what the room asks for; the roof provides all of it. */
export interface Context<Stores = object> {
  readonly actor: Actor;
  /** The stores of a region, for reading outside a transaction; they find what the actor may see. */
  read(regionCode: string): Stores;
  /** One consistent look at several tables: no commit shows in part. It finds what the actor may see. */
  readAtOnce<T>(regionCode: string, look: (stores: Stores) => Promise<T>): Promise<T>;
  /**
   * The same past row level security: only for answers that are made of many rows and hold none of them, such as the
   * mean of a unit, and for finding out which rows have changed. Whether the actor may have the answer is for the policy table alone.
   */
  readWhole<T>(regionCode: string, look: (stores: Stores) => Promise<T>): Promise<T>;
  /**
   * One transaction past row level security and without a key: for signing in and out, where there is nobody yet to
   * keep a key for.
   */
  transact<T>(regionCode: string, act: (stores: Stores) => Promise<T>): Promise<T>;
  /** A key of the server, good for its purpose alone. */
  key(purpose: KeyPurpose): KeyObject;
  /** Failures of those who try to get in. */
  readonly attempts: Attempts;
  /** What strangers may do only so often. */
  readonly rations: Rations;
  readonly door: Door;
  /** Tells every API process that rights in the region have moved; after the transaction that moved them. */
  rightsMoved(regionCode: string): void;
  readonly unitOfWork: Pick<UnitOfWork<Stores, string>, 'run'>;
  readonly feed: ChangeFeed;
  /** Loaders of this request, made when first asked for. */
  loader<L>(key: string, make: () => L): L;
  /**
   * Adds an entry that is no command to the chain of the actor's region, at once and on its own. Throws where it
   * could not be written.
   */
  audit(event: Pick<AuditEvent, 'action' | 'outcome' | 'detail'>): Promise<void>;
  /** Writes down whose personal data an answer to the actor holds, together with the looks that come at the same time. */
  tellLook(look: Look): Promise<void>;
  /** Writes down that the actor tried a command that is not theirs. */
  tellDenied(verb: string, error: unknown): Promise<void>;
  /** Whose personal data this request has read; told to them. */
  readonly reads: PersonalReads;
  /** The region whose people have a sign-on of their organisation's own; null where there is none. */
  readonly signOnRegion: string | null;
  /** What our words are called in SIASN's reference tables. */
  readonly siasnCodes: SiasnCodes;
  readonly now: () => Date;
}
