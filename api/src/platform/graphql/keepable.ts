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

/** Whether everything that an operation asks for may be kept. The document has been validated. */
export function isKeepable(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  keepable: Keepable,
): boolean {
  const all = (set: SelectionSetNode, type: GraphQLNamedType): boolean =>
    set.selections.every((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const found = document.definitions.find(
          (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === selection.name.value,
        );
        return found?.kind === Kind.FRAGMENT_DEFINITION && all(found.selectionSet, type);
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) return all(selection.selectionSet, type);
      const name = selection.name.value;
      if (name === '__typename') return true;
      if (!isObjectType(type) || keepable.fields[type.name]?.has(name) !== true) return false;
      if (selection.arguments?.some((argument) => keepable.exceptWith.has(argument.name.value)) === true)
        return false;
      const field = type.getFields()[name]!;
      return selection.selectionSet === undefined || all(selection.selectionSet, getNamedType(field.type));
    });
  const root = schema.getRootType(operation.operation);
  return (
    operation.operation === OperationTypeNode.QUERY &&
    root !== null &&
    root !== undefined &&
    all(operation.selectionSet, root)
  );
}
