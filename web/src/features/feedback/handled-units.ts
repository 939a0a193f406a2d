import type { Role } from '@pantau/schema';

interface Unit {
  readonly id: string;
  readonly parentId: string | null;
}

interface Grant {
  readonly role: Role;
  readonly unit: { readonly id: string } | null;
}

/** The units whose feedback these grants open, in the order of the list: each with all below it. */
export function handledUnits<U extends Unit>(units: readonly U[], grants: readonly Grant[]): readonly U[] {
  const own = grants.filter(({ role }) => role === 'FACILITATOR' || role === 'LEADERSHIP');
  if (own.some(({ unit }) => unit === null)) return units;
  const granted = new Set(own.map(({ unit }) => unit?.id));
  const above = new Map(units.map(({ id, parentId }) => [id, parentId]));
  const isHandled = (id: string | null | undefined): boolean =>
    id != null && (granted.has(id) || isHandled(above.get(id)));
  return units.filter(({ id }) => isHandled(id));
}
