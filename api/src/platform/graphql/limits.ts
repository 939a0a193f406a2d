import { GraphQLError, Kind, type ASTVisitor, type SelectionSetNode, type ValidationContext } from 'graphql';

/** One definition of each limit, used by HTTP and websocket alike. */
export const LIMITS = {
  /** Bytes of a request's body, and of a websocket frame. */
  bytes: 64 * 1024,
  tokens: 1_000,
  depth: 10,
  /** Errors that one answer lists. */
  errors: 10,
} as const;

/** Options of graphql-js's parser. */
export const PARSE_LIMITS = { maxTokens: LIMITS.tokens };

/**
 * Depth with fragments spread out. Each fragment is measured once, so that fragments which spread each other many
 * times cost nothing; circles are left to the rule of the specification.
 */
function depthRule(context: ValidationContext): ASTVisitor {
  const measured = new Map<string, number>();
  const depthOf = (set: SelectionSetNode | undefined): number => {
    let deepest = 0;
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) {
        deepest = Math.max(deepest, 1 + depthOf(selection.selectionSet));
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        deepest = Math.max(deepest, depthOf(selection.selectionSet));
      } else {
        const name = selection.name.value;
        if (!measured.has(name)) {
          measured.set(name, 0);
          measured.set(name, depthOf(context.getFragment(name)?.selectionSet));
        }
        deepest = Math.max(deepest, measured.get(name)!);
      }
    }
    return deepest;
  };
  return {
    OperationDefinition(operation) {
      const depth = depthOf(operation.selectionSet);
      const introspects = operation.selectionSet.selections.every(
        (selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__'),
      );
      if (depth > LIMITS.depth && !introspects) {
        context.reportError(
          new GraphQLError(`The query is ${depth} levels deep; at most ${LIMITS.depth} are allowed.`, {
            nodes: operation,
            extensions: { code: 'LIMIT_DEPTH' },
          }),
        );
      }
    },
  };
}

/** Validation rules beside those of the specification. */
export const limitRules = [depthRule];
