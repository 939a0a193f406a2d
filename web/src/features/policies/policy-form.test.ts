import { scoringPolicy } from '../../testing/fake-policies.js';
import { POLICY_FIELDS } from './policy-fields.js';
import { hasPlace, newRole, newWeight, readChanges, typedCopy } from './policy-form.js';

const policy = scoringPolicy();
const copy = typedCopy(policy, 'id');
const typedInto = (numbers: Readonly<Record<string, string>>) => ({
  ...copy,
  numbers: { ...copy.numbers, ...numbers },
});

describe('typedCopy', () => {
  it('has every number of the policy, decimals with a comma', () => {
    expect(copy.numbers).toMatchObject({
      'shares.results': '70',
      minimumCoverage: '0,6',
      'behaviour.halfLifeDays': '45',
      attainmentMethod: 'POINTS',
    });
    expect(Object.values(copy.numbers)).not.toContain('');
    expect(copy.weightSets[0]?.weights[0]).toEqual({ row: 0, indicator: 'ADM-01', weight: '37,5' });
    expect(copy.note).toBe('');
  });
});

describe('readChanges', () => {
  it('finds nothing in a copy that nobody touched, in either language', () => {
    expect(readChanges(copy, policy)).toEqual({});
    expect(readChanges(typedCopy(policy, 'en'), policy)).toEqual({});
  });
  it('sends what was changed alone, each where the contract has it, with a point', () => {
    const typed = typedInto({
      'shares.results': '62,5',
      'behaviour.points.below': '55,25',
      'behaviour.halfLifeDays': '30',
      'contest.calendar': 'CALENDAR',
      attainmentMethod: 'RATIO',
    });
    expect(readChanges(typed, policy)).toEqual({
      attainmentMethod: 'RATIO',
      shares: { results: '62.5' },
      behaviour: { halfLifeDays: 30, points: { below: '55.25' } },
      contest: { calendar: 'CALENDAR' },
    });
  });
  it.each(POLICY_FIELDS.filter(({ kind }) => kind === 'WHOLE').map(({ path }) => path))(
    'says by itself that %s is no whole number: it could not even be sent',
    (path) => {
      expect(readChanges(typedInto({ [path]: '4,5' }), policy)).toMatchObject({ field: path });
    },
  );
  it('sends all weights as soon as one is changed', () => {
    const [set] = copy.weightSets;
    const weights = set!.weights.map((row) =>
      row.indicator === 'ADM-01' ? { ...row, weight: '40,5' } : row,
    );
    expect(readChanges({ ...copy, weightSets: [{ ...set!, weights }] }, policy)).toEqual({
      weightSets: [
        {
          role: 'LOKET',
          weights: [
            { indicator: 'ADM-01', weight: '40.5' },
            { indicator: 'ADM-03', weight: '32.5' },
            { indicator: 'IKM-01', weight: '30' },
          ],
        },
      ],
    });
    expect(readChanges({ ...copy, weightSets: [] }, policy)).toEqual({ weightSets: [] });
  });
});

describe('new rows', () => {
  it('are told apart from those that are there, also after one was taken out', () => {
    const [, second, third] = copy.weightSets[0]!.weights;
    expect(newWeight([second!, third!]).row).toBe(3);
    expect(newRole(copy.weightSets)).toEqual({
      row: 1,
      role: '',
      weights: [{ row: 0, indicator: '', weight: '' }],
    });
  });
});

describe('hasPlace', () => {
  it.each([
    'shares',
    'bands.above',
    'behaviour.points',
    'weightSets',
    'weightSets.LOKET',
    'weightSets.LOKET.ADM-03',
    'note',
  ])('is beside its field for %s', (field) => {
    expect(hasPlace({ field, message: '', messageEn: '' }, copy)).toBe(true);
  });
  it.each([null, 'numbers', 'basedOn', 'weightSets.LURAH'])('is above the button for %s', (field) => {
    expect(hasPlace({ field, message: '', messageEn: '' }, copy)).toBe(false);
  });
});
