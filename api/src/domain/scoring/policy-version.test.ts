import { FIRST_POLICY } from './policy.js';
import { isPolicyVersion, nextPolicyVersion } from './policy-version.js';

it('PN6 versions count on within the year', () => {
  expect(nextPolicyVersion('2026-11-24', ['2026-1'])).toBe('2026-2');
  expect(nextPolicyVersion('2026-12-31', ['2026-10', '2026-9', '2026-2'])).toBe('2026-11');
  expect(nextPolicyVersion('2027-01-01', ['2026-10'])).toBe('2027-1');
  expect(nextPolicyVersion('2027-01-01', [])).toBe('2027-1');
});

it('a version is a year and a count', () => {
  for (const version of [FIRST_POLICY.version, '2026-10', '2031-999999']) {
    expect([version, isPolicyVersion(version)]).toEqual([version, true]);
  }
  for (const text of [
    '',
    '2026',
    '2026-',
    '2026-0',
    '2026-01',
    '26-1',
    '2026-1 ',
    'x2026-1',
    '2026-1000000',
    '2026-1\0',
  ]) {
    expect([text, isPolicyVersion(text)]).toEqual([text, false]);
  }
});
