import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLSchema,
} from 'graphql';

/** Something that a stranger may look up: `Type`, `Type.field`, `Type.field(argument)`, `Enum.VALUE`. */
export interface Described {
  readonly at: string;
  readonly description: string;
  /** Why it is on its way out; null: it is not. */
  readonly deprecated: string | null;
}

interface Part {
  readonly description?: string | null | undefined;
  readonly deprecationReason?: string | null | undefined;
}

const told = (at: string, part: Part): Described => ({
  at,
  description: part.description?.trim() ?? '',
  deprecated: part.deprecationReason ?? null,
});

/** Everything in a schema that has, or should have, a description. */
export function listDescriptions(schema: GraphQLSchema): Described[] {
  const all: Described[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    all.push(told(type.name, type));
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        const at = `${type.name}.${field.name}`;
        all.push(told(at, field));
        for (const argument of field.args) all.push(told(`${at}(${argument.name})`, argument));
      }
    } else if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields()))
        all.push(told(`${type.name}.${field.name}`, field));
    } else if (isEnumType(type)) {
      for (const value of type.getValues()) all.push(told(`${type.name}.${value.name}`, value));
    }
  }
  return all;
}
