/** What an actor is to every row there is. */
export interface Scope {
  /** To all rows of the region. */
  readonly everywhere: number;
  /** To rows about these people, by their ids. */
  readonly people: ReadonlyMap<string, number>;
  /** To rows about these units, by their ids. */
  readonly units: ReadonlyMap<string, number>;
  /** Everything that the actor is to any row at all: who is nothing to any row need not be asked about one. */
  readonly anywhere: number;
}

/** What a row is about. A row about nobody and no unit is about the region. */
export interface Subject {
  readonly employeeId?: string | undefined;
  readonly unitId?: string | undefined;
  /** Who recorded it, as the id of an actor. */
  readonly authorId?: string | undefined;
}

/** One thing that an actor is to a person or a unit; to all rows, where it names neither. */
export interface Relation {
  readonly audience: number;
  readonly employeeId?: string | undefined;
  readonly unitId?: string | undefined;
}

/** Puts relations together. */
export function toScope(everywhere: number, relations: Iterable<Relation>): Scope {
  const people = new Map<string, number>();
  const units = new Map<string, number>();
  let all = everywhere;
  let anywhere = everywhere;
  for (const { audience, employeeId, unitId } of relations) {
    anywhere |= audience;
    if (employeeId !== undefined) people.set(employeeId, (people.get(employeeId) ?? 0) | audience);
    else if (unitId !== undefined) units.set(unitId, (units.get(unitId) ?? 0) | audience);
    else all |= audience;
  }
  return { everywhere: all, people, units, anywhere };
}

/** What the actor is to a row, as audiences. */
export function relationTo(scope: Scope, { employeeId, unitId }: Subject): number {
  let mask = scope.everywhere;
  if (employeeId !== undefined) mask |= scope.people.get(employeeId) ?? 0;
  if (unitId !== undefined) mask |= scope.units.get(unitId) ?? 0;
  return mask;
}
