import { AUDIENCE } from '../../domain/access/audience.js';
import { toScope, type Scope } from '../../domain/access/scope.js';

/** Who asks. */
export interface Actor {
  /** Written beside each change: the id of an account, a device or a service; never a NIP or a name. */
  readonly id: string;
  readonly kind: 'PERSON' | 'DEVICE' | 'SERVICE' | 'COMMAND' | 'PUBLIC';
  /** The one region that the actor belongs to; null: none in particular. */
  readonly regionCode: string | null;
  /** The civil servant that the account belongs to. */
  readonly employeeId: string | null;
  /** What the actor is to every row. */
  readonly scope: Scope;
  /** What was presented: the session, device or service token; null where nothing was. */
  readonly credential: Credential | null;
  /** Where the data of the region stood when it was found out who asks (`data-stand.ts`). */
  readonly dataStand?: string;
}

/** What lets an actor in, and until when. */
export interface Credential {
  readonly id: string;
  readonly expiresAt: Date | null;
  /** Signed in, but a second factor must be set up before anything else is allowed. */
  readonly enrolling: boolean;
}

/** Whoever runs a command on the server itself, and the product's own work. */
export const COMMAND_LINE: Actor = {
  id: 'command-line',
  kind: 'COMMAND',
  regionCode: null,
  employeeId: null,
  scope: toScope(AUDIENCE.COMMAND, []),
  credential: null,
};

/** Somebody who has not signed in. */
export const NOBODY: Actor = {
  id: 'public',
  kind: 'PUBLIC',
  regionCode: null,
  employeeId: null,
  scope: toScope(AUDIENCE.PUBLIC, []),
  credential: null,
};

/** Who brings files in. */
export const IMPORTER: Actor = { ...COMMAND_LINE, id: 'importer' };
