import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { fragmentsOf } from './limits-shape.js';
import { LIMITS } from './limits.js';

/** What a list counts as that takes no `first`. */
const LIST = 10;
/** What a question about the whole schema costs, and one about a type of it. */
const SCHEMA = 1_000;
const TYPE = 100;

/** What it costs to count a whole list. */
const COUNTING = 100;
/** The lists of which the field that holds them says by its `first` how long they are. */
const PAGED: ReadonlySet<string> = new Set(['edges', 'changes']);

/** The introspection fields of the query root; what is below them comes from memory and is limited by its shape. */
const INTROSPECTION: Readonly<Record<string, number>> = { __schema: SCHEMA, __type: TYPE };

/**
 * How many objects an operation asks for at most, told from the document and its variables alone:
 *
 * - a field that gives an object costs 1 and what is below it; so does a scalar that takes arguments; other scalars
 *   are free;
 * - a list costs that many times: `edges` and `changes` count as the `first` of the field above them, any other list as 10;
 * - the branches of a union are added up; `totalCount` costs 100, `__schema` 1,000 and `__type` 100.
 *
 * Each fragment is counted once for each page size, so the work grows with the length of the document and never with
 * what its fragments multiply to. Unknown fields count as free: the specification's rules refuse them.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const fragments = fragmentsOf(document);
  const counted = new Map<string, number>();

  /** `page`: the `first` above, until the `edges` that it is for. */
  const ofFragment = (name: string, page: number | null): number => {
    const key = `${page} ${name}`;
    const known = counted.get(key);
    if (known !== undefined) return known;
    counted.set(key, 0);
    const fragment = fragments.get(name);
    const cost =
      fragment === undefined
        ? 0
        : ofSet(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value), page);
    counted.set(key, cost);
    return cost;
  };

  const ofSet = (
    set: SelectionSetNode | undefined,
    type: GraphQLNamedType | undefined,
    page: number | null,
  ): number => {
    let cost = 0;
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) cost += ofField(selection, type, page);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) cost += ofFragment(selection.name.value, page);
      else {
        const narrowed = selection.typeCondition?.name.value;
        cost += ofSet(selection.selectionSet, narrowed === undefined ? type : schema.getType(narrowed), page);
      }
    }
    return cost;
  };

  const ofField = (node: FieldNode, parent: GraphQLNamedType | undefined, above: number | null): number => {
    const introspection = INTROSPECTION[node.name.value];
    if (introspection !== undefined) return introspection;
    const field =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    if (field === undefined) return 0;
    const named = getNamedType(field.type);
    if (!isCompositeType(named))
      return field.name === 'totalCount' ? COUNTING : field.args.length > 0 ? 1 : 0;
    const own = firstOf(field, node);
    if (!isList(field.type)) return 1 + ofSet(node.selectionSet, named, own ?? above);
    const size = own ?? idsOf(field, node) ?? (PAGED.has(field.name) ? above : null) ?? LIST;
    return size * (1 + ofSet(node.selectionSet, named, null));
  };

  const firstOf = (field: GraphQLField<unknown, unknown>, node: FieldNode): number | null => {
    const first = field.args.find(({ name }) => name === 'first');
    if (first === undefined) return null;
    const given = node.arguments?.find(({ name }) => name.value === 'first')?.value;
    return pageOf(given, first.defaultValue);
  };

  /** A list of what is asked for by ids has as many rows as there are ids. */
  const idsOf = (field: GraphQLField<unknown, unknown>, node: FieldNode): number | null => {
    if (!field.args.some(({ name }) => name === 'ids')) return null;
    const given = node.arguments?.find(({ name }) => name.value === 'ids')?.value;
    if (given?.kind === Kind.LIST) return given.values.length;
    const value = given?.kind === Kind.VARIABLE ? variables[given.name.value] : null;
    return Array.isArray(value) ? value.length : LIMITS.page;
  };

  /** What is no whole number is refused elsewhere; until then it counts as the largest page. */
  const pageOf = (given: ValueNode | undefined, fallback: unknown): number => {
    const value =
      given === undefined
        ? fallback
        : given.kind === Kind.INT
          ? Number(given.value)
          : given.kind === Kind.VARIABLE
            ? (variables[given.name.value] ?? defaultOf(operation, given.name.value) ?? fallback)
            : LIMITS.page;
    return typeof value === 'number' && value >= 0 ? value : LIMITS.page;
  };

  return ofSet(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined, null);
}

function defaultOf(operation: OperationDefinitionNode, variable: string): number | undefined {
  const value = operation.variableDefinitions?.find(
    (definition) => definition.variable.name.value === variable,
  )?.defaultValue;
  return value?.kind === Kind.INT ? Number(value.value) : undefined;
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}
