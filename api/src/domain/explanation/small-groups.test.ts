import { groupsToldTogether } from './small-groups.js';

const together = (scored: readonly number[], minimumPeople = 3, inAll?: number) =>
  [
    ...groupsToldTogether(
      scored.map((people, i) => ({ key: 'abcdefgh'.charAt(i), scored: people })),
      inAll ?? scored.reduce((a, b) => a + b, 0),
      minimumPeople,
    ),
  ]
    .sort()
    .join('');

it('groups with enough people are told alone', () => {
  expect(together([3, 4, 10])).toBe('');
  expect(together([1, 2], 1)).toBe('');
  expect(together([])).toBe('');
});

it('one that is too small takes the smallest of the others with it', () => {
  expect(together([2, 10, 4, 5])).toBe('ac');
  expect(together([4, 1, 4])).toBe('ab');
  expect(together([3, 2])).toBe('ab');
});

it('of equally small others the first by key joins, in whatever order they come', () => {
  const groups = ['d', 'c', 'b', 'a'].map((key) => ({ key, scored: key === 'c' ? 1 : 4 }));
  expect([...groupsToldTogether(groups, 13, 3)]).toEqual(['c', 'a']);
  expect([...groupsToldTogether(groups.toReversed(), 13, 3)]).toEqual(['c', 'a']);
});

it('several that are enough together need nobody else', () => {
  expect(together([2, 1, 9])).toBe('ab');
  expect(together([2, 2, 2])).toBe('abc');
});

it('several that are too few even together take the smallest of the others with them', () => {
  expect(together([1, 1, 9, 8])).toBe('abd');
});

it('counts people and not places: somebody who moved is in two groups', () => {
  expect(together([2, 1, 9], 3, 11)).toBe('abc');
  expect(together([2, 1, 9], 3, 12)).toBe('ab');
});

it('a group in which nobody has a value hides nothing and can hide nobody', () => {
  expect(together([0, 2, 7])).toBe('bc');
  expect(together([0, 4, 7])).toBe('');
});
