import { promisesAddress, unitAddress, wallAddress } from './addresses.js';

describe('the ways between the wall and the scores', () => {
  it('lead to a unit with its region and period, in the same language', () => {
    expect(unitAddress('u-1', '35.78', '2026-Q4', 'id')).toBe('/scores/unit/u-1?region=35.78&period=2026-Q4');
    expect(unitAddress('u-1', '35.78', '2026-Q4', 'en')).toBe(
      '/scores/unit/u-1?region=35.78&period=2026-Q4&lang=en',
    );
  });
  it('lead to what was promised in the region, in the same language', () => {
    expect([promisesAddress('35.78', 'id'), promisesAddress('35.78', 'en')]).toEqual([
      '/janji?region=35.78',
      '/janji?region=35.78&lang=en',
    ]);
  });
  it('lead back to the wall of the region, which is always of now', () => {
    expect(wallAddress('?region=35.78&period=2026-Q4&asOf=x&knownAt=y&lang=en')).toBe(
      '/wall?region=35.78&lang=en',
    );
  });
});
