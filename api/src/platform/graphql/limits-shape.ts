import {
  Kind,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { refusal } from './limits-refusal.js';
import { LIMITS } from './limits.js';

/** What is counted of a set of selections, fragments spread out. */
interface Shape {
  readonly depth: number;
  readonly aliases: number;
  readonly selections: number;
}

const NOTHING: Shape = { depth: 0, aliases: 0, selections: 0 };

/** The fragments of a document by name. */
export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

export function fragmentsOf(document: DocumentNode): Fragments {
  return new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
}

export function operationsOf(document: DocumentNode): readonly OperationDefinitionNode[] {
  return document.definitions.filter(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
}

/** Whether a field is answered from the schema itself. */
function isIntrospection(field: FieldNode): boolean {
  return field.name.value === '__schema' || field.name.value === '__type';
}

/**
 * Counts with fragments spread out. Each fragment is measured once, so that fragments which spread each other many
 * times cost nothing; circles count as empty and are left to the rule of the specification.
 */
function measure(fragments: Fragments): (set: SelectionSetNode | undefined) => Shape {
  const measured = new Map<string, Shape>();
  const ofFragment = (name: string): Shape => {
    const known = measured.get(name);
    if (known !== undefined) return known;
    measured.set(name, NOTHING);
    const shape = of(fragments.get(name)?.selectionSet);
    measured.set(name, shape);
    return shape;
  };
  const of = (set: SelectionSetNode | undefined): Shape => {
    let { depth, aliases, selections } = NOTHING;
    for (const selection of set?.selections ?? []) {
      const below =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? ofFragment(selection.name.value)
          : of(selection.selectionSet);
      const isField = selection.kind === Kind.FIELD;
      depth = Math.max(depth, below.depth + (isField ? 1 : 0));
      aliases += below.aliases + (isField && selection.alias !== undefined ? 1 : 0);
      selections += below.selections + 1;
    }
    return { depth, aliases, selections };
  };
  return of;
}

/** How many fields and fragments an operation selects, with fragments spread out. */
export function selectionsOf(operation: OperationDefinitionNode, document: DocumentNode): number {
  return measure(fragmentsOf(document))(operation.selectionSet).selections;
}

/** Every field of an operation's top level, through fragments, each fragment once. */
function rootFields(operation: OperationDefinitionNode, fragments: Fragments): readonly FieldNode[] {
  const seen = new Set<string>();
  const of = (set: SelectionSetNode | undefined): FieldNode[] =>
    (set?.selections ?? []).flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection];
      if (selection.kind === Kind.INLINE_FRAGMENT) return of(selection.selectionSet);
      if (seen.has(selection.name.value)) return [];
      seen.add(selection.name.value);
      return of(fragments.get(selection.name.value)?.selectionSet);
    });
  return of(operation.selectionSet);
}

/** Whether a document asks about the schema anywhere. */
export function introspects(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field(field) {
      found ||= isIntrospection(field);
    },
  });
  return found;
}

function directivesOf(document: DocumentNode): number {
  let directives = 0;
  visit(document, {
    Directive() {
      directives += 1;
    },
  });
  return directives;
}

/** What a document must not be, whatever the schema is and whichever of its operations is meant. Null: it may pass. */
export function refuseShape(document: DocumentNode, fragments: Fragments): GraphQLError | null {
  const directives = directivesOf(document);
  if (directives > LIMITS.directives) {
    return refusal(
      'LIMIT_DIRECTIVES',
      `There are ${directives} directives; at most ${LIMITS.directives} are allowed.`,
    );
  }
  const shapeOf = measure(fragments);
  const operations = operationsOf(document);
  const aliases = operations.reduce((sum, { selectionSet }) => sum + shapeOf(selectionSet).aliases, 0);
  if (aliases > LIMITS.aliases) {
    return refusal(
      'LIMIT_ALIASES',
      `Fields get ${said(aliases)} other names; at most ${LIMITS.aliases} are allowed.`,
    );
  }
  for (const operation of operations) {
    const wrong = refuseOperation(operation, fragments, shapeOf);
    if (wrong !== null) return wrong;
  }
  return null;
}

function refuseOperation(
  operation: OperationDefinitionNode,
  fragments: Fragments,
  shapeOf: (set: SelectionSetNode | undefined) => Shape,
): GraphQLError | null {
  const { depth } = shapeOf(operation.selectionSet);
  const roots = rootFields(operation, fragments);
  const aboutSchema = roots.every((field) => field.name.value.startsWith('__'));
  const deepest = aboutSchema ? LIMITS.introspectionDepth : LIMITS.depth;
  if (depth > deepest) {
    return refusal(
      'LIMIT_DEPTH',
      `The query is ${depth} levels deep; at most ${deepest} are allowed.`,
      operation,
    );
  }
  // Answers about the schema are large; under other names one request could ask for many of them.
  const renamed = roots.find(
    (field) =>
      isIntrospection(field) && (field.alias !== undefined || shapeOf(field.selectionSet).aliases > 0),
  );
  return renamed === undefined
    ? null
    : refusal('LIMIT_ALIASES', 'Questions about the schema take no other names.', renamed);
}

/** Fields at the top run side by side, each with its own transaction. Null: there are not too many. */
export function refuseRoots(operation: OperationDefinitionNode, fragments: Fragments): GraphQLError | null {
  const names = new Set(rootFields(operation, fragments).map((field) => (field.alias ?? field.name).value));
  return names.size <= LIMITS.rootFields
    ? null
    : refusal(
        'LIMIT_COST',
        `There are ${names.size} fields at the top; at most ${LIMITS.rootFields} are allowed.`,
      );
}

function said(count: number): string {
  return count > 1_000_000 ? 'millions of' : String(count);
}
