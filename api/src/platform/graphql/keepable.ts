import {
  getNamedType,
  isObjectType,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { fragmentsOf } from './limits-shape.js';

/** Fields, by their types, whose answers follow from the data of a region alone; and arguments under which they do not. */
export interface Keepable {
  readonly fields: Readonly<Record<string, ReadonlySet<string>>>;
  readonly exceptWith: ReadonlySet<string>;
}

/** @throws where a type or field is named that the schema does not have */
export function checkKeepable(schema: GraphQLSchema, { fields }: Keepable): void {
  for (const [name, names] of Object.entries(fields)) {
    const type = schema.getType(name);
    for (const field of names) {
      if (!isObjectType(type) || !(field in type.getFields()))
        throw new Error(`there is no field ${name}.${field} to keep`);
    }
  }
}

/**
 * Whether everything that an operation asks for may be kept. The document has been validated. Each fragment is looked at
 * once, on the type that it is on: those that spread each other many times must cost nothing.
 */
export function isKeepable(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  keepable: Keepable,
): boolean {
  const root = schema.getRootType(operation.operation);
  if (operation.operation !== OperationTypeNode.QUERY || !root) return false;
  const fragments = fragmentsOf(document);
  const seen = new Set<string>();
  const all = (set: SelectionSetNode, type: GraphQLNamedType): boolean =>
    set.selections.every((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const { value } = selection.name;
        if (seen.has(value)) return true;
        seen.add(value);
        const { selectionSet, typeCondition } = fragments.get(value)!;
        return all(selectionSet, schema.getType(typeCondition.name.value)!);
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const on = selection.typeCondition;
        return all(selection.selectionSet, on === undefined ? type : schema.getType(on.name.value)!);
      }
      const name = selection.name.value;
      if (name === '__typename') return true;
      if (!isObjectType(type) || keepable.fields[type.name]?.has(name) !== true) return false;
      if (selection.arguments?.some((argument) => keepable.exceptWith.has(argument.name.value)) === true)
        return false;
      const field = type.getFields()[name]!;
      return selection.selectionSet === undefined || all(selection.selectionSet, getNamedType(field.type));
    });
  return all(operation.selectionSet, root);
}
