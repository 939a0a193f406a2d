import { isOne, type Viewer } from '../../../lib/viewer/viewer.js';

interface UnitBelow {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
}

/** Whether somebody plans for some unit at least. */
export function plansForums(viewer: Viewer): boolean {
  return isOne(viewer, 'FACILITATOR') || isOne(viewer, 'LEADERSHIP');
}

/** The units that somebody may plan for: those that they were given, with all below them. */
export function ownUnits<One extends UnitBelow>(
  { account }: Pick<Viewer, 'account'>,
  units: readonly One[],
): readonly One[] {
  const grants = (account?.grants ?? []).filter(
    ({ role }) => role === 'FACILITATOR' || role === 'LEADERSHIP',
  );
  if (grants.some(({ unit }) => unit === null)) return units;
  const own = new Set(grants.map(({ unit }) => unit?.id));
  const above = new Map(units.map(({ id, parentId }) => [id, parentId]));
  const isOwn = (id: string | null | undefined): boolean =>
    id != null && (own.has(id) || isOwn(above.get(id)));
  return units.filter(({ id }) => isOwn(id));
}
