import { editDistance } from './edit-distance.js';

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['nilai', 'nilai', 0],
    ['nilai', '', 5],
    ['nilai', 'nliai', 2],
    ['nilai', 'nila', 1],
    ['kitten', 'sitting', 3],
  ])('%p and %p are %i apart, in both directions', (one, other, distance) => {
    expect(editDistance(one, other)).toBe(distance);
    expect(editDistance(other, one)).toBe(distance);
  });
});
