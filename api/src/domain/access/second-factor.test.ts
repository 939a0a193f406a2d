import fc from 'fast-check';
import { ROLES } from './role.js';
import { needsSecondFactor } from './second-factor.js';

it('AC14 whoever sees or changes much about others has a second factor', () => {
  const needing = ROLES.filter((role) => needsSecondFactor([role]));
  expect(needing).toEqual(['LEADERSHIP', 'AUDITOR', 'ADMINISTRATOR']);
  expect(needsSecondFactor(['EMPLOYEE', 'OBSERVER'])).toBe(false);
  expect(needsSecondFactor(['EMPLOYEE', 'LEADERSHIP'])).toBe(true);
  expect(needsSecondFactor([])).toBe(false);
});

it('no further role takes the second factor away', () => {
  fc.assert(
    fc.property(fc.subarray([...ROLES]), fc.constantFrom(...ROLES), (roles, further) => {
      if (needsSecondFactor(roles)) expect(needsSecondFactor([further, ...roles])).toBe(true);
    }),
  );
});
