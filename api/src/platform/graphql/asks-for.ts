import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

/**
 * Whether a query asks for something below the field that is being answered, named by the way there. What a directive
 * may still leave out counts as asked for.
 */
export function asksFor(
  { fieldNodes, fragments }: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>,
  ...way: string[]
): boolean {
  const seen = new Set<string>();
  const below = (set: SelectionSetNode | undefined, at: number): boolean =>
    at === way.length ||
    (set?.selections ?? []).some((selection) => {
      if (selection.kind === Kind.FIELD)
        return selection.name.value === way[at] && below(selection.selectionSet, at + 1);
      if (selection.kind === Kind.INLINE_FRAGMENT) return below(selection.selectionSet, at);
      const { value } = selection.name;
      if (seen.has(`${at} ${value}`)) return false;
      seen.add(`${at} ${value}`);
      return below(fragments[value]?.selectionSet, at);
    });
  return fieldNodes.some((node) => below(node.selectionSet, 0));
}
