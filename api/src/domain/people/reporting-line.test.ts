import fc from 'fast-check';
import { appraiserOn, reviewAuthorityOn, type ReportingLine } from './reporting-line.js';

const line = (employeeId: string, appraiserId: string | null, startsOn: string): ReportingLine => ({
  employeeId,
  appraiserId,
  startsOn,
});

/** Sari at the counter, her lurah, then the next one; above both the camat. */
const LINES = [
  line('sari', 'lurah baru', '2026-11-16'),
  line('sari', 'lurah lama', '2026-01-01'),
  line('lurah lama', 'camat', '2025-01-01'),
  line('lurah baru', 'camat', '2026-11-16'),
];

const names = fc.constantFrom('a', 'b', 'c', 'd');
const days = fc.integer({ min: 1, max: 9 }).map((n) => `2026-11-0${n}`);
const anyLines = fc.uniqueArray(
  fc.record({ employeeId: names, appraiserId: fc.option(names), startsOn: days }),
  { selector: ({ employeeId, startsOn }) => `${employeeId} ${startsOn}`, maxLength: 20 },
);

it('RL1 the line that began last holds', () => {
  expect(appraiserOn('2026-11-15', LINES, 'sari')).toBe('lurah lama');
  expect(appraiserOn('2026-11-16', LINES, 'sari')).toBe('lurah baru');
  expect(appraiserOn('2027-06-30', LINES, 'sari')).toBe('lurah baru');
  fc.assert(
    fc.property(anyLines, names, days, (lines, employeeId, day) => {
      // Day by day: each day's line, where there is one, replaces the one before.
      let expected: string | null = null;
      for (let n = 1; n <= Number(day.slice(-1)); n += 1) {
        const begun = lines.find((l) => l.employeeId === employeeId && l.startsOn === `2026-11-0${n}`);
        if (begun !== undefined) expected = begun.appraiserId;
      }
      expect(appraiserOn(day, lines, employeeId)).toBe(expected === employeeId ? null : expected);
      expect(appraiserOn(day, lines.toReversed(), employeeId)).toBe(appraiserOn(day, lines, employeeId));
    }),
    { numRuns: 500 },
  );
});

it('RL2 without a line there is no appraiser', () => {
  expect(appraiserOn('2025-12-31', LINES, 'sari')).toBeNull();
  expect(appraiserOn('2026-11-16', LINES, 'camat')).toBeNull();
  expect(appraiserOn('2026-11-16', [], 'sari')).toBeNull();
  const ended = [...LINES, line('sari', null, '2026-12-01')];
  expect(appraiserOn('2026-11-30', ended, 'sari')).toBe('lurah baru');
  expect(appraiserOn('2026-12-01', ended, 'sari')).toBeNull();
});

it("RL3 the appraiser's appraiser of that day rules on an objection", () => {
  expect(reviewAuthorityOn('2026-11-16', LINES, 'sari')).toBe('camat');
  expect(reviewAuthorityOn('2026-11-16', LINES, 'lurah baru')).toBeNull();
  expect(reviewAuthorityOn('2025-12-31', LINES, 'sari')).toBeNull();
  const moved = [...LINES, line('lurah baru', 'sekcam', '2026-11-20')];
  expect(reviewAuthorityOn('2026-11-19', moved, 'sari')).toBe('camat');
  expect(reviewAuthorityOn('2026-11-20', moved, 'sari')).toBe('sekcam');
});

it('RL4 nobody appraises or reviews themselves', () => {
  const circle = [line('a', 'b', '2026-01-01'), line('b', 'a', '2026-01-01'), line('c', 'c', '2026-01-01')];
  expect(appraiserOn('2026-11-16', circle, 'a')).toBe('b');
  expect(reviewAuthorityOn('2026-11-16', circle, 'a')).toBeNull();
  expect(appraiserOn('2026-11-16', circle, 'c')).toBeNull();
  const top = [line('a', 'c', '2026-01-01'), ...circle.slice(2)];
  expect(reviewAuthorityOn('2026-11-16', top, 'a')).toBeNull();
  fc.assert(
    fc.property(anyLines, names, days, (lines, employeeId, day) => {
      const [appraiser, authority] = [appraiserOn, reviewAuthorityOn].map((of) => of(day, lines, employeeId));
      expect(appraiser).not.toBe(employeeId);
      expect(authority).not.toBe(employeeId);
      if (authority !== null) expect(authority).not.toBe(appraiser);
    }),
    { numRuns: 500 },
  );
});
