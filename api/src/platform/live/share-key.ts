import { createHash } from 'node:crypto';
import { Kind, visit, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import type { Scope } from '../../domain/access/scope.js';
import type { Actor } from '../auth/actor.js';

/** What somebody subscribed to. */
export interface AskedStream {
  readonly query: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Whoever has the same key is told the same: the same question about the same stream, asked by those who are the same
 * to every row. Persons share with themselves alone: they may be the author of a row, and what they read of somebody
 * is told to them by name. The place from which somebody goes on is not part of it.
 */
export function shareKey(stream: string, asked: AskedStream, actor: Actor): string {
  const { kind, id, regionCode, credential, scope } = actor;
  const who = kind === 'PERSON' ? [id, credential?.enrolling ?? false] : [];
  return JSON.stringify([
    stream,
    [kind, regionCode, scopeMark(scope), ...who],
    asked.operationName ?? null,
    variablesWithoutPlace(asked),
    asked.query,
  ]);
}

const marks = new WeakMap<Scope, string>();

/** A short text that two scopes have in common only where they are the same. */
function scopeMark(scope: Scope): string {
  const known = marks.get(scope);
  if (known !== undefined) return known;
  const sorted = (map: ReadonlyMap<string, number>) =>
    [...map].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const mark = createHash('sha256')
    .update(JSON.stringify([scope.everywhere, scope.anywhere, sorted(scope.people), sorted(scope.units)]))
    .digest('base64');
  marks.set(scope, mark);
  return mark;
}

/** The variables but for the one that names the place to go on from, where it is used for nothing else. */
function variablesWithoutPlace({ document, operation, variables }: AskedStream): [string, unknown][] {
  const place = placeVariable(operation);
  let uses = 0;
  if (place !== null) {
    visit(document, {
      VariableDefinition: () => false,
      Variable: ({ name }) => void (uses += name.value === place ? 1 : 0),
    });
  }
  return Object.entries(variables)
    .filter(([name]) => name !== place || uses > 1)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
}

/** `$after` of `wall(after: $after)`. */
function placeVariable({ selectionSet }: OperationDefinitionNode): string | null {
  for (const selection of selectionSet.selections) {
    if (selection.kind !== Kind.FIELD) continue;
    const value = selection.arguments?.find(({ name }) => name.value === 'after')?.value;
    if (value?.kind === Kind.VARIABLE) return value.name.value;
  }
  return null;
}
