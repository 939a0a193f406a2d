import { changePolicy, type PolicyChanges } from './change-policy.js';
import { FIRST_POLICY } from './policy.js';
import { writePolicy, type PolicyInput } from './read-policy.js';

const BASIS = writePolicy({
  ...FIRST_POLICY,
  weightSets: [{ role: 'LOKET', weights: [{ indicator: 'ADM-01', weight: 100_000_000n }] }],
});

describe('PN1 what a draft does not change stays', () => {
  it('PN1 what a draft does not change stays', () => {
    expect(changePolicy(BASIS, { cap: '130', bands: { above: '115' } })).toEqual({
      ...BASIS,
      cap: '130',
      bands: { above: '115', meets: '90', decide: '70' },
    });
    expect(changePolicy(BASIS, {})).toEqual(BASIS);
  });

  const everything: readonly (readonly [PolicyChanges, Partial<PolicyInput>])[] = [
    [{ attainmentMethod: 'RATIO' }, { attainmentMethod: 'RATIO' }],
    [{ minimumCoverage: '0.5' }, { minimumCoverage: '0.5' }],
    [{ shares: { results: '60' } }, { shares: { results: '60', behaviour: '30' } }],
    [{ behaviour: { halfLifeDays: 30 } }, { behaviour: { ...BASIS.behaviour, halfLifeDays: 30 } }],
    [
      { behaviour: { points: { below: '50' } } },
      { behaviour: { ...BASIS.behaviour, points: { below: '50', meets: '100', above: '120' } } },
    ],
    [{ minimumPeople: 5 }, { minimumPeople: 5 }],
    [{ contest: { days: 10 } }, { contest: { days: 10, calendar: 'WORKING' } }],
    [{ shownPlaces: 0 }, { shownPlaces: 0 }],
    [{ weightSets: [] }, { weightSets: [] }],
  ];
  it.each(everything)('takes %j', (changes, changed) => {
    expect(changePolicy(BASIS, changes)).toEqual({ ...BASIS, ...changed });
  });

  it('reads null as left out, at any depth', () => {
    const nothing: PolicyChanges = {
      cap: null,
      bands: null,
      shares: { results: null },
      behaviour: { minimumValues: null, points: null },
      contest: { calendar: undefined },
      weightSets: null,
    };
    expect(changePolicy(BASIS, nothing)).toEqual(BASIS);
    expect(changePolicy(BASIS, { behaviour: null, contest: null, shares: null })).toEqual(BASIS);
  });
});
