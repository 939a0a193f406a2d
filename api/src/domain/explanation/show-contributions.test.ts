import fc from 'fast-check';
import { amount, divideRounded, formatAmount, type Amount } from '../amount.js';
import { explanationNode, type ExplanationNode } from './explanation-node.js';
import { showContributions } from './show-contributions.js';

const TEXT = { id: '-', en: '-' };

/** A parent with the sum of its parts, as explanations are made. */
function tree(contributions: readonly Amount[]): ExplanationNode[] {
  const about = { kind: 'SCORE', name: TEXT, sentence: TEXT, ruleId: 'WR2' } as const;
  return [
    explanationNode({
      ...about,
      id: 'score',
      parentId: null,
      value: contributions.reduce((sum, part) => sum + part, 0n),
    }),
    ...contributions.map((contribution, n) =>
      explanationNode({ ...about, id: `score/${n}`, parentId: 'score', contribution }),
    ),
  ];
}

const shownOf = (contributions: readonly string[], places: number) =>
  [...showContributions(tree(contributions.map(amount)), places).values()].map(formatAmount);

it('EX10 what is shown of the parts adds up to what is shown of the whole', () => {
  // 66.115 + 30.96 = 97.075 is shown as 97.08; rounded one by one the parts would be 66.12 + 30.96.
  expect(shownOf(['66.115', '30.96'], 2)).toEqual(['66.12', '30.96']);
  // 33.333333 three times is 99.999999, shown as 100: somebody has the cent.
  expect(shownOf(['33.333333', '33.333333', '33.333333'], 2)).toEqual(['33.34', '33.33', '33.33']);
  expect(shownOf(['0.4', '0.4', '0.4'], 0)).toEqual(['1', '0', '0']);
  expect(shownOf(['-0.25', '1.25'], 1)).toEqual(['-0.2', '1.2']);
  expect(shownOf(['1.234567'], 6)).toEqual(['1.234567']);
  fc.assert(
    fc.property(
      fc.array(fc.bigInt(-200_000_000n, 200_000_000n), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 0, max: 6 }),
      (contributions, places) => {
        const nodes = tree(contributions);
        const shown = showContributions(nodes, places);
        const step = 10n ** BigInt(6 - places);
        const sum = [...shown.values()].reduce((total, share) => total + share, 0n);
        expect(sum).toBe(divideRounded(nodes[0]!.value!, step) * step);
        for (const [n, contribution] of contributions.entries()) {
          const off = shown.get(`score/${n}`)! - contribution;
          expect(off > -step && off < step).toBe(true);
        }
      },
    ),
  );
});

it('shows nothing of what contributes nothing, and nothing to a whole without a value', () => {
  const [root, part] = tree([amount('5')]) as [ExplanationNode, ExplanationNode];
  expect(showContributions([{ ...root, value: null }, part], 2).size).toBe(0);
  expect(showContributions([root, { ...part, contribution: null }], 2).size).toBe(0);
});
