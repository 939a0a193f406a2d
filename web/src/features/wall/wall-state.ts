import type {
  WallFeed_HappeningFragment,
  WallHeader_PeriodFragment,
  WallPromises_CommitmentFragment,
  WallSubscription,
  WallTile_UnitFragment,
} from '@pantau/schema';
import { covers } from '../../lib/live/covers.js';
import type { Word } from '../../lib/live/live-feed.js';
import { decimalDifference } from './decimal-difference.js';
import type { Moment } from '../../lib/moment.js';
import { keepPromises, withPromise } from './wall-promises.js';

/** What the server says to a wall: a snapshot, a change, or a heartbeat. */
export type WallMessage = WallSubscription['wall'];
type Snapshot = Extract<WallMessage, { __typename: 'WallSnapshot' }>;
type Change = Extract<WallMessage, { __typename: 'WallChange' }>;

/** How many happenings a wall keeps; the server's snapshot brings as many. */
export const HAPPENINGS_KEPT = 10;

/** The last time a unit moved. */
export interface LastChange {
  /** Change of the value in points; null where there was no value before or after. */
  readonly delta: string | null;
  /** Instant on the server's clock. */
  readonly at: string;
}

/** Everything a wall knows. It only ever changes through `hear`, so a lost connection leaves the last good values. */
export interface WallState {
  readonly cursor: string | null;
  readonly region: Snapshot['region'] | null;
  readonly period: WallHeader_PeriodFragment | null;
  readonly demo: boolean;
  /** In the fixed order of the office, never by score: a place on the wall is learnt once. */
  readonly units: readonly WallTile_UnitFragment[];
  readonly lastChanges: Readonly<Record<string, LastChange>>;
  /** Newest first. */
  readonly happenings: readonly WallFeed_HappeningFragment[];
  /** What is open by its last day, the earliest first, then what was settled lately, the latest first. */
  readonly promises: readonly WallPromises_CommitmentFragment[];
  /** The promise that moved last while the wall was listening, and when, on the server's clock. */
  readonly promiseMoved: { readonly id: string; readonly at: string } | null;
  readonly word: Word | null;
}

export const EMPTY_WALL: WallState = {
  cursor: null,
  region: null,
  period: null,
  demo: false,
  units: [],
  lastChanges: {},
  happenings: [],
  promises: [],
  promiseMoved: null,
  word: null,
};

/**
 * The wall after one more message.
 *
 * A snapshot replaces everything. A change or a heartbeat covers all from its `previous` to its `cursor`, and counts
 * only if the position held lies between: a change already held is a repetition after a reconnect; a `previous` further
 * on, or another epoch, means that something is missing. What does not count is not a word either: the wall falls
 * silent, is seen to be out of date, and asks again from its cursor. So a gap can neither pass unseen nor stay.
 */
export function hear(state: WallState, message: WallMessage, heard: Moment): WallState {
  const word = { at: message.at, heard };
  switch (message.__typename) {
    case 'WallSnapshot':
      return { ...fromSnapshot(message), word };
    case 'WallChange':
      return covers(message, state.cursor) && message.cursor !== state.cursor
        ? { ...withChange(state, message), word }
        : state;
    case 'WallHeartbeat':
      return covers(message, state.cursor) ? { ...state, cursor: message.cursor, word } : state;
  }
}

function fromSnapshot(snapshot: Snapshot): Omit<WallState, 'word'> {
  const { cursor, region, period, demo } = snapshot;
  const happenings = snapshot.happenings.slice(0, HAPPENINGS_KEPT);
  const lastChanges: Record<string, LastChange> = {};
  const scored = new Set(snapshot.units.filter(({ value }) => value !== null).map(({ id }) => id));
  for (const { unitId, delta, at } of happenings) {
    const held = lastChanges[unitId];
    // A promise that moved is told of without points: it does not hide how far the score moved before.
    if (held === undefined || (held.delta === null && delta !== null && scored.has(unitId)))
      lastChanges[unitId] = { delta, at };
  }
  return {
    cursor,
    region,
    period,
    demo,
    units: snapshot.units.toSorted(byOfficeOrder),
    lastChanges,
    happenings,
    promises: keepPromises(snapshot.commitments, snapshot.at),
    promiseMoved: null,
  };
}

function withChange(state: WallState, change: Change): WallState {
  const units = new Map(state.units.map((unit) => [unit.id, unit]));
  const lastChanges = { ...state.lastChanges };
  for (const unit of change.units) {
    const delta =
      change.happening?.unitId === unit.id ? change.happening.delta : difference(units.get(unit.id), unit);
    lastChanges[unit.id] = { delta, at: change.at };
    units.set(unit.id, unit);
  }
  return {
    ...state,
    cursor: change.cursor,
    units: [...units.values()].sort(byOfficeOrder),
    lastChanges,
    happenings: change.happening
      ? [change.happening, ...state.happenings].slice(0, HAPPENINGS_KEPT)
      : state.happenings,
    ...(change.commitment && {
      promises: withPromise(state.promises, change.commitment, change.at),
      promiseMoved: { id: change.commitment.id, at: change.at },
    }),
  };
}

function difference(before: WallTile_UnitFragment | undefined, after: WallTile_UnitFragment): string | null {
  return before?.value && after.value ? decimalDifference(before.value, after.value) : null;
}

function byOfficeOrder(a: WallTile_UnitFragment, b: WallTile_UnitFragment): number {
  return a.order - b.order || (a.code < b.code ? -1 : 1);
}
