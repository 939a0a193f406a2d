import type { Branch } from './explanation-tree.js';

const UUID_AT_END = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The unit that a node is about, whose id ends the node's: a UNIT below the top. Null: it is about none, or about the page's own. */
export function unitOfNode({ node, depth }: Branch): string | null {
  if (node.kind !== 'UNIT' || depth === 0) return null;
  return UUID_AT_END.exec(node.id)?.[0] ?? null;
}
