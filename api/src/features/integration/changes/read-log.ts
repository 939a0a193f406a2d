import { beginTaking, type Step } from '../../../domain/integration/take-steps.js';
import type { ChangeType } from '../../../domain/integration/change-type.js';
import { KINDS_TOLD } from '../../../domain/integration/touches-of.js';
import type { Actor } from '../../../platform/auth/actor.js';
import type { HasChanges } from '../../../platform/changes/change-store.js';
import type { Position } from '../../../platform/changes/cursor.js';
import { streamEndOf } from '../../../platform/changes/data-stand.js';
import { badSince } from './bad-since.js';
import { resyncRequired } from './resync-required.js';

/** Places of the log that one page looks at, whatever they hold. */
const LOOKED_AT = 10_000n;

/** What of the log a page is made of. */
export interface LogPart {
  readonly steps: readonly Step[];
  /** Everything up to here is in the steps, or not for whoever asks. */
  readonly upTo: bigint;
  /** Where the stream ends. */
  readonly end: bigint;
}

/** What is asked of the log. */
export interface LogQuestion {
  readonly since: Position;
  readonly first: number;
  readonly types: ReadonlySet<ChangeType>;
}

/**
 * Reads the log on from a place, never past where the data stood when it was found out who asks: what the actor may see
 * is known as of then, and a transfer after it belongs to the next page.
 * @throws GraphQLError RESYNC_REQUIRED where the place cannot be gone on from, BAD_INPUT where nobody ever came there
 */
export async function readLog(
  { changes }: HasChanges,
  actor: Actor,
  { since, first, types }: LogQuestion,
): Promise<LogPart> {
  const head = await changes.head();
  if (head === null || head.epoch !== since.epoch) throw resyncRequired('OTHER_EPOCH');
  const end = head.offset;
  if (since.offset > end) throw badSince();
  const oldest = await changes.oldest();
  if (since.offset < end && since.offset + 1n < (oldest ?? 0n)) throw resyncRequired('TOO_OLD');
  const known = actor.dataStand === undefined ? head : streamEndOf(actor.dataStand);
  // Another life has begun between two statements: the next request is told.
  const last = known === null || known.epoch !== head.epoch ? since.offset : least(known.offset, end);
  const lookAt = least(last, since.offset + LOOKED_AT);
  const taking = beginTaking(actor.scope, types, first);
  const kinds = actor.kind === 'PERSON' ? [...KINDS_TOLD, OWN_RIGHTS] : KINDS_TOLD;
  const atOnce = BigInt(first * 2 + 200);
  let upTo = since.offset;
  while (upTo < lookAt) {
    const to = least(lookAt, upTo + atOnce);
    for (const change of await changes.between(kinds, upTo, to)) {
      // A grant may open or close any row without a change of the row itself.
      if (change.kind === OWN_RIGHTS && change.subjectId === actor.id) throw resyncRequired('RIGHTS_CHANGED');
      if (!taking.take(change)) return { steps: taking.steps, upTo: change.offset - 1n, end };
    }
    upTo = to;
  }
  return { steps: taking.steps, upTo: least(upTo, lookAt), end };
}

/** The kind of change that tells of somebody's account and grants. */
const OWN_RIGHTS = 'AccountChanged';

function least(one: bigint, other: bigint): bigint {
  return one < other ? one : other;
}
