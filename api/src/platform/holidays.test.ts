import { isIndonesianHoliday } from './holidays.js';

/** Day by day, as the library has them. */
function holidaysBetween(first: string, last: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += 24 * 60 * 60 * 1000) {
    const day = new Date(at).toISOString().slice(0, 10);
    if (isIndonesianHoliday(day)) days.push(day);
  }
  return days;
}

it('knows the public holidays of 2026', () => {
  // The joint decree of three ministers for 2026 has Idulfitri on 21 and 22 March and Easter on 5 April besides: all
  // of these are Saturdays and Sundays, and 20 March is collective leave, so that no working day differs.
  expect(holidaysBetween('2026-01-01', '2026-12-31')).toEqual([
    '2026-01-01',
    '2026-01-16',
    '2026-02-17',
    '2026-03-19',
    '2026-03-20',
    '2026-03-21',
    '2026-04-03',
    '2026-05-01',
    '2026-05-14',
    '2026-05-27',
    '2026-05-31',
    '2026-06-01',
    '2026-06-16',
    '2026-08-17',
    '2026-08-25',
    '2026-12-25',
  ]);
});

it('knows those that never move in each year that can be asked for', () => {
  for (const year of [1990, 2025, 2027, 2100]) {
    for (const day of ['01-01', '05-01', '08-17', '12-25']) {
      expect(isIndonesianHoliday(`${year}-${day}`)).toBe(true);
    }
    for (const day of ['01-02', '08-16', '08-18', '12-24']) {
      expect(isIndonesianHoliday(`${year}-${day}`)).toBe(false);
    }
  }
});

it('answers the same when asked again', () => {
  const asked = () => ['2026-08-17', '2026-08-18'].map(isIndonesianHoliday);
  expect([asked(), asked()]).toEqual([
    [true, false],
    [true, false],
  ]);
});

it.each(['1989-12-31', '2101-01-01', 'besok'])('knows nothing of %s', (day) => {
  expect(() => isIndonesianHoliday(day)).toThrow(RangeError);
});
