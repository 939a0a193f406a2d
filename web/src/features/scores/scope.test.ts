import { readScope, searchAt, searchIn, writeMoment } from './scope.js';

describe('the scope of a page', () => {
  it('is read from the address', () => {
    expect(readScope('?region=35.78&period=2026-Q4&lang=en')).toEqual({
      region: '35.78',
      period: '2026-Q4',
      asOf: null,
      knownAt: null,
    });
    expect(
      readScope('?region=35.78&period=2026-Q4&asOf=2026-11-20T02:30:00Z&knownAt=2026-11-21T16:00%2B07:00'),
    ).toMatchObject({ asOf: '2026-11-20T02:30:00Z', knownAt: '2026-11-21T09:00:00Z' });
  });
  it('is INCOMPLETE without a region or a period', () => {
    expect(['', '?region=35.78', '?period=2026-Q4', '?region=&period=2026-Q4'].map(readScope)).toEqual(
      Array.from({ length: 4 }, () => 'INCOMPLETE'),
    );
  });
  it('never takes an unreadable moment for the present', () => {
    const now = '?region=35.78&period=2026-Q4';
    expect([`${now}&asOf=kemarin`, `${now}&knownAt=x`].map(readScope)).toEqual(['UNREADABLE', 'UNREADABLE']);
    expect(readScope(`${now}&asOf=`)).toMatchObject({ asOf: null });
  });
});

describe('the address of another moment', () => {
  it('is read back as it was written, and keeps everything else', () => {
    const moments = { asOf: '2026-11-20T02:30:00Z', knownAt: '2026-11-21T09:00:00Z' };
    const search = searchAt('?region=35.78&period=2026-Q4&lang=en', moments);
    expect(readScope(search)).toMatchObject({ region: '35.78', period: '2026-Q4', ...moments });
    expect(search).toContain('lang=en');
  });
  it('of now has no moments', () => {
    expect(searchAt('?region=35.78&asOf=x&knownAt=y', { asOf: null, knownAt: null })).toBe('?region=35.78');
    expect(searchIn('?region=35.78&period=2026-Q4&lang=en&asOf=x', '2026-Q3')).toBe(
      '?region=35.78&period=2026-Q3&lang=en',
    );
  });
  it('writes an instant to the second', () => {
    expect(writeMoment(Date.parse('2026-11-20T09:30:00+07:00'))).toBe('2026-11-20T02:30:00Z');
    expect(writeMoment(null)).toBeNull();
  });
});
