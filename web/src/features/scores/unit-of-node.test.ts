import { explanationNode } from '../../testing/explanations.js';
import { fakeUnitId } from '../../testing/fake-ids.js';
import { unitOfNode } from './unit-of-node.js';

const unit = fakeUnitId(2);
const at = (node: Parameters<typeof explanationNode>[0], depth = 1) =>
  unitOfNode({ node: explanationNode(node), parent: null, depth, children: [] });

describe('unitOfNode', () => {
  it('reads the unit at the end of the id of the node', () => {
    expect(at({ kind: 'UNIT', id: `score/units/${unit}` })).toBe(unit);
    expect(at({ kind: 'UNIT', id: unit })).toBe(unit);
  });
  it('leads nowhere from the unit of the page, and from what is no unit', () => {
    expect(at({ kind: 'UNIT', id: unit }, 0)).toBeNull();
    expect(at({ kind: 'OBSERVATION', id: `score/${unit}` })).toBeNull();
    expect(at({ kind: 'UNIT', id: 'score/units/KLJ' })).toBeNull();
    expect(at({ kind: 'UNIT', id: `${unit}/people` })).toBeNull();
  });
});
