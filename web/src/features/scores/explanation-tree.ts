import type { ExplanationTree_NodeFragment } from '@pantau/schema';

/** A node of an explanation with what it consists of. */
export interface Branch {
  readonly node: ExplanationTree_NodeFragment;
  /** The node above; null at the top. */
  readonly parent: ExplanationTree_NodeFragment | null;
  /** 0 at the top. */
  readonly depth: number;
  readonly children: readonly Branch[];
}

/** Makes a tree of the server's list, which is depth first with parents before their children. A node whose parent is not there stands at the top: nothing is lost. */
export function explanationTree(nodes: readonly ExplanationTree_NodeFragment[]): readonly Branch[] {
  const roots: Branch[] = [];
  const known = new Map<string, { readonly branch: Branch; readonly children: Branch[] }>();
  for (const node of nodes) {
    const above = node.parentId === null ? undefined : known.get(node.parentId);
    const children: Branch[] = [];
    const branch: Branch = {
      node,
      parent: above?.branch.node ?? null,
      depth: above ? above.branch.depth + 1 : 0,
      children,
    };
    known.set(node.id, { branch, children });
    (above?.children ?? roots).push(branch);
  }
  return roots;
}
