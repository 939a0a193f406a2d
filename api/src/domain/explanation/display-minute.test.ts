import { localMinute } from '../calendar.js';
import { displayMinute } from './display-minute.js';

it('writes the minute of a local clock as people do', () => {
  expect(displayMinute('2026-11-02 08:30')).toEqual({
    id: '2 November 2026 pukul 08.30',
    en: '2 November 2026 at 08:30',
  });
  expect(displayMinute(localMinute(new Date('2026-08-31T17:05:59Z')))).toEqual({
    id: '1 September 2026 pukul 00.05',
    en: '1 September 2026 at 00:05',
  });
  expect(displayMinute('2026-05-17 23:59').id).toBe('17 Mei 2026 pukul 23.59');
});

it('takes nothing else', () => {
  for (const text of [
    '2026-11-02',
    '2026-11-02T08:30',
    '2026-11-02 08:30:00',
    '2026-13-02 08:30',
    ' 2026-11-02 08:30',
    '',
  ]) {
    expect(() => displayMinute(text)).toThrow(RangeError);
  }
});
