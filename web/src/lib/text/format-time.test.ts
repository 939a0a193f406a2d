import { formatAge, formatAgeInWords, formatClock, formatInstant, formatSince } from './format-time.js';

const at = Date.parse('2026-11-24T02:42:10Z');

describe('times', () => {
  it('are in WIB, with a point in Indonesian and a colon in English', () => {
    expect(formatClock(at, 'id')).toBe('09.42');
    expect(formatClock(at, 'en')).toBe('09:42');
    expect(formatClock(Date.parse('2026-11-23T17:00:00Z'), 'id')).toBe('00.00');
  });
  it('are told with day, year and zone where they must not be mistaken', () => {
    expect(formatInstant(at, 'id')).toBe('24 November 2026, 09.42 WIB');
    expect(formatInstant(Date.parse('2026-05-31T17:00:00Z'), 'en')).toBe('1 June 2026, 00:00 WIB');
  });
  it('name the day when it is another one in WIB', () => {
    expect(formatSince(at, Date.parse('2026-11-24T16:59:00Z'), 'id')).toBe('09.42.10');
    expect(formatSince(at, Date.parse('2026-11-24T17:00:00Z'), 'id')).toBe('24 Nov 09.42');
  });
});

describe('ages', () => {
  it.each([
    [0, 'baru', 'baru saja'],
    [59_999, 'baru', 'baru saja'],
    [60_000, '1 mnt', '1 menit lalu'],
    [3_599_999, '59 mnt', '59 menit lalu'],
    [7_200_000, '2 jam', '2 jam lalu'],
    [4 * 86_400_000, '4 hari', '4 hari lalu'],
  ])('%d ms: %s, %s', (age, short, long) => {
    expect(formatAge(age, 'id')).toBe(short);
    expect(formatAgeInWords(age, 'id')).toBe(long);
  });
  it('know the English plural', () => {
    expect(formatAgeInWords(60_000, 'en')).toBe('1 minute ago');
    expect(formatAgeInWords(180_000, 'en')).toBe('3 minutes ago');
  });
});
