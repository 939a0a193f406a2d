import fc from 'fast-check';
import { explanationNode } from '../../testing/explanations.js';
import { explanationTree, type Branch } from './explanation-tree.js';

const flat = (branches: readonly Branch[]): string[] =>
  branches.flatMap(({ node, children }) => [node.id, ...flat(children)]);

describe('explanationTree', () => {
  it('puts each node below its parent, in the order of the list', () => {
    const tree = explanationTree([
      explanationNode({ id: 'a', parentId: null }),
      explanationNode({ id: 'b', parentId: 'a' }),
      explanationNode({ id: 'c', parentId: 'b' }),
      explanationNode({ id: 'd', parentId: 'a' }),
    ]);
    expect(tree).toHaveLength(1);
    expect(tree[0]!.children.map(({ node, depth, parent }) => [node.id, depth, parent?.id])).toEqual([
      ['b', 1, 'a'],
      ['d', 1, 'a'],
    ]);
    expect(tree[0]!.children[0]!.children[0]).toMatchObject({ depth: 2, node: { id: 'c' } });
  });
  it('loses no node, not even one whose parent is missing', () => {
    const tree = explanationTree([
      explanationNode({ id: 'a', parentId: null }),
      explanationNode({ id: 'x', parentId: 'nowhere' }),
    ]);
    expect(tree.map(({ node, depth, parent }) => [node.id, depth, parent])).toEqual([
      ['a', 0, null],
      ['x', 0, null],
    ]);
  });
  it('read from the top is the list again', () => {
    // Each number is how far to climb before the next node hangs itself below: any depth-first list comes about so.
    fc.assert(
      fc.property(fc.array(fc.nat(3), { maxLength: 40 }), (climbs) => {
        const path: string[] = [];
        const nodes = climbs.map((climb, n) => {
          path.splice(Math.max(path.length - climb, 0));
          const node = explanationNode({ id: `n${n}`, parentId: path.at(-1) ?? null });
          path.push(node.id);
          return node;
        });
        expect(flat(explanationTree(nodes))).toEqual(nodes.map(({ id }) => id));
      }),
    );
  });
});
