import { sessionHours } from './session-hours.js';

it('AC23 whoever has power signs in each working day', () => {
  expect(sessionHours(['OBSERVER', 'FACILITATOR'])).toBe(168);
  expect(sessionHours([])).toBe(168);
  expect(sessionHours(['OBSERVER', 'ADMINISTRATOR'])).toBe(12);
  expect(sessionHours(['LEADERSHIP'])).toBe(12);
});
