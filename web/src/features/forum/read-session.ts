import type {
  ForumConsoleComplaintsQuery,
  ForumConsoleQuery,
  ForumConsole_RowFragment,
} from '@pantau/schema';
import type { AskedSnapshot } from './forum-door.js';
import { headOf } from './readable-text.js';
import type { Item, LastPromise, Outcome, Promised, Session, SessionRow } from './forum-session.js';

type Asked = NonNullable<ForumConsoleQuery['forumSession']>;

/** A session in the list, as the server tells it. */
export function readRow({
  id,
  title,
  place,
  heldOn,
  startsAt,
  phase,
  series,
  unit,
}: ForumConsole_RowFragment): SessionRow {
  return {
    id,
    title,
    place,
    heldOn,
    startsAt,
    phase,
    kind: series.kind,
    unit: { id: unit.id, name: unit.name },
  };
}

/** A session with all that is in it, as the server tells it. */
export function readSession(asked: Asked, { units }: Pick<ForumConsoleQuery, 'units'>): Session {
  const names = new Map(units.edges.map(({ node }) => [node.id, node.name]));
  const unitOf = (id: string | null) => (id === null ? null : { id, name: names.get(id) ?? '…' });
  const promises = new Map(
    asked.commitments.map(({ id, ownerUnitId, ownerUnitName, ownerRole, dueOn }): [string, Promised] => [
      id,
      { ownerUnit: { id: ownerUnitId, name: ownerUnitName }, ownerRole, dueOn, workingDays: null },
    ]),
  );
  const { quorum, openedAt, closedAt, sharedAt, signedAt, scanned } = asked;
  const { attendance, agenda, concernedUnits, signatures } = asked;
  return {
    ...readRow(asked),
    ...{ quorum, openedAt, closedAt, sharedAt, signedAt, scanned },
    attendance: Object.fromEntries(attendance.map(({ group, count }) => [group, count])),
    agenda: agenda.map(({ looksBack, ...item }): Item => ({
      ...item,
      kind: looksBack ? 'COMMITMENTS' : 'TOPIC',
    })),
    concernedUnits: concernedUnits.map(({ id, name }) => ({ id, name })),
    outcomes: asked.outcomes.map(({ unitId, ...outcome }): Outcome => ({
      ...outcome,
      unit: unitOf(unitId),
      promise: promises.get(outcome.id) ?? null,
    })),
    lastPromises: asked.lastCommitments.map(
      ({ ownerUnitId, ownerUnitName, steps, ...promise }): LastPromise => ({
        ...promise,
        ownerUnit: { id: ownerUnitId, name: ownerUnitName },
        note: steps.findLast(({ kind }) => kind === 'REPORTED')?.note ?? null,
      }),
    ),
    // What is no longer kept of a signature is not shown as anybody's.
    signatures: signatures.flatMap(({ role, name }) =>
      role == null || name == null ? [] : [{ role, name }],
    ),
  };
}

/** What there is around a session: units, indicators, and complaints that wait. */
export function readOffice(
  { units, indicators }: Pick<ForumConsoleQuery, 'units' | 'indicators'>,
  complaints: ForumConsoleComplaintsQuery | null,
): Omit<AskedSnapshot, 'session'> {
  const named = ({
    node: { id, name },
  }: {
    readonly node: { readonly id: string; readonly name: string };
  }) => ({ id, name });
  return {
    units: units.edges.map(named),
    indicators: indicators.edges.map(named),
    complaints: (complaints?.complaints.edges ?? []).map(({ node: { id, text } }) => ({
      id,
      name: headOf(text ?? '…'),
    })),
  };
}
