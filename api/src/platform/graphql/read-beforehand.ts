import { isObjectType, type GraphQLSchema } from 'graphql';

/** Holds, by the names of fields, what was read together with a row; a function works it out when it is asked for. */
export const BEFOREHAND = Symbol('read beforehand');

/** A row with what has been read beside it. */
export interface ReadBeforehand {
  readonly [BEFOREHAND]?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Takes from a row what was read beside it for the whole page, in place of asking its resolver for it: without a promise
 * for each row. What stands there as undefined was not read. The guard goes before it as before any resolver.
 */
export function takeBeforehand(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const { name, ...field } of Object.values(type.getFields())) {
      const inner = field.resolve;
      if (inner === undefined || field.args.length > 0) continue;
      type.getFields()[name]!.resolve = (source: ReadBeforehand | undefined, args, context, info) => {
        const ready: unknown = source?.[BEFOREHAND]?.[name];
        if (ready === undefined) return inner(source, args, context, info);
        return typeof ready === 'function' ? (ready as () => unknown)() : ready;
      };
    }
  }
}
