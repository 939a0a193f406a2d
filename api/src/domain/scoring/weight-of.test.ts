import { amount } from '../amount.js';
import { FIRST_POLICY, type ScoringPolicy } from './policy.js';
import { weightOf } from './weight-of.js';

const POLICY: ScoringPolicy = {
  ...FIRST_POLICY,
  weightSets: [
    {
      role: 'LOKET',
      weights: [
        { indicator: 'ADM-01', weight: amount('88') },
        { indicator: 'ADM-03', weight: amount('12') },
      ],
    },
    { role: 'LURAH', weights: [{ indicator: 'ADM-01', weight: amount('100') }] },
  ],
};

it("PO14 a role's weights come from the policy's set, otherwise from the target", () => {
  const own = amount('15');
  expect(weightOf(POLICY, 'LOKET', 'ADM-03', own)).toBe(amount('12'));
  expect(weightOf(POLICY, 'LOKET', 'ADM-01', own)).toBe(amount('88'));
  expect(weightOf(POLICY, 'LURAH', 'ADM-01', own)).toBe(amount('100'));
  expect(weightOf(POLICY, 'LURAH', 'ADM-03', own)).toBe(own);
  expect(weightOf(POLICY, 'CAMAT', 'ADM-01', own)).toBe(own);
  expect(weightOf(POLICY, null, 'ADM-03', own)).toBe(own);
  expect(weightOf(FIRST_POLICY, 'LOKET', 'ADM-03', own)).toBe(own);
});
