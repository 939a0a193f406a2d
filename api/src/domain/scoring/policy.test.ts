import { FIRST_POLICY } from './policy.js';
import { writePolicy } from './read-policy.js';

it('PO1 the numbers of the rules stand under a version', () => {
  expect(FIRST_POLICY.version).toBe('2026-1');
  expect(writePolicy(FIRST_POLICY)).toEqual({
    attainmentMethod: 'POINTS',
    cap: '120',
    minimumCoverage: '0.6',
    bands: { above: '110', meets: '90', decide: '70' },
    shares: { results: '70', behaviour: '30' },
    behaviour: {
      halfLifeDays: 45,
      minimumObservations: 3,
      minimumObservers: 2,
      minimumValues: 4,
      points: { below: '60', meets: '100', above: '120' },
    },
    minimumPeople: 3,
    contest: { days: 14, calendar: 'WORKING' },
    shownPlaces: 2,
    weightSets: [],
  });
});
