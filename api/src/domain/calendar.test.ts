import fc from 'fast-check';
import {
  endOfDay,
  isRealDate,
  localDate,
  localMinute,
  readPeriod,
  startOfDay,
  type PeriodSpan,
} from './calendar.js';

const instants = fc.date({
  min: new Date('1970-01-01T00:00:00Z'),
  max: new Date('2099-12-31T23:59:59.999Z'),
  noInvalidDate: true,
});

function periodOf(code: string): PeriodSpan {
  const outcome = readPeriod(code);
  if (!outcome.ok) throw new Error(outcome.refusal.message.en);
  return outcome.value;
}

describe('local time', () => {
  it('turns the day at 17:00 UTC', () => {
    expect(localDate(new Date('2026-11-30T16:59:59.999Z'))).toBe('2026-11-30');
    expect(localDate(new Date('2026-11-30T17:00:00Z'))).toBe('2026-12-01');
    expect(localMinute(new Date('2026-12-31T17:05:59Z'))).toBe('2027-01-01 00:05');
  });

  it('is what the time zone database says for Asia/Jakarta', () => {
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta' });
    const minute = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Asia/Jakarta',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    fc.assert(
      fc.property(instants, (instant) => {
        expect(localDate(instant)).toBe(day.format(instant));
        expect(localMinute(instant)).toBe(`${day.format(instant)} ${minute.format(instant)}`);
      }),
      { numRuns: 1000 },
    );
  });

  it('begins a day at its first moment and ends it at its last', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const begins = startOfDay(localDate(instant));
        expect(localDate(begins)).toBe(localDate(instant));
        expect(localDate(new Date(begins.getTime() - 1)) < localDate(instant)).toBe(true);
        const ends = endOfDay(localDate(instant));
        expect(localDate(ends) > localDate(instant)).toBe(true);
        expect(localDate(new Date(ends.getTime() - 1))).toBe(localDate(instant));
      }),
    );
  });

  it('does not make a day of an invalid date', () => {
    expect(() => localDate(new Date(Number.NaN))).toThrow(RangeError);
  });
});

describe('isRealDate', () => {
  it('is what the proleptic Gregorian calendar says', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 9999 }),
        fc.integer({ min: -1, max: 14 }),
        fc.integer({ min: -1, max: 33 }),
        (y, m, d) => {
          const date = new Date(Date.UTC(y, m - 1, d));
          const kept = date.getUTCFullYear() === y && date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
          expect(isRealDate(y, m, d)).toBe(kept);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('knows the leap years of the centuries', () => {
    expect([1900, 2000, 2024, 2026, 2100].map((year) => isRealDate(year, 2, 29))).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('readPeriod', () => {
  it.each([
    ['2026-11', 'MONTH', '2026-11-01', '2026-11-30', 'November 2026', 'November 2026'],
    ['2024-02', 'MONTH', '2024-02-01', '2024-02-29', 'Februari 2024', 'February 2024'],
    ['2026-Q4', 'QUARTER', '2026-10-01', '2026-12-31', 'Triwulan IV 2026', 'Quarter 4, 2026'],
    ['2026-Q2', 'QUARTER', '2026-04-01', '2026-06-30', 'Triwulan II 2026', 'Quarter 2, 2026'],
    ['2026-S1', 'SEMESTER', '2026-01-01', '2026-06-30', 'Semester I 2026', 'Semester 1, 2026'],
    ['2026-S2', 'SEMESTER', '2026-07-01', '2026-12-31', 'Semester II 2026', 'Semester 2, 2026'],
    ['2026', 'YEAR', '2026-01-01', '2026-12-31', 'Tahun 2026', 'Year 2026'],
  ])('%s is a %s from %s to %s', (code, kind, startsOn, endsOn, id, en) => {
    expect(readPeriod(code)).toEqual({
      ok: true,
      value: { code, kind, startsOn, endsOn, name: { id, en } },
    });
  });

  it.each([
    '',
    '26',
    '2026-',
    '2026-0',
    '2026-00',
    '2026-13',
    '2026-Q0',
    '2026-Q5',
    '2026-S3',
    '2026-q4',
    ' 2026',
  ])('refuses %j', (code) => {
    const outcome = readPeriod(code);
    expect(!outcome.ok && outcome.refusal).toMatchObject({ code: 'PERIOD_CODE_UNKNOWN', field: 'period' });
  });

  it('months, quarters and semesters each fill their year day by day', () => {
    const parts = {
      MONTH: Array.from({ length: 12 }, (_, i) => `-${String(i + 1).padStart(2, '0')}`),
      QUARTER: ['-Q1', '-Q2', '-Q3', '-Q4'],
      SEMESTER: ['-S1', '-S2'],
    };
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), (year) => {
        const whole = periodOf(`${year}`);
        for (const [kind, suffixes] of Object.entries(parts)) {
          const spans = suffixes.map((suffix) => periodOf(`${year}${suffix}`));
          expect(spans.map((span) => span.kind)).toEqual(suffixes.map(() => kind));
          expect(spans[0]?.startsOn).toBe(whole.startsOn);
          expect(spans.at(-1)?.endsOn).toBe(whole.endsOn);
          spans.slice(1).forEach((span, i) => {
            const dayBefore = new Date(Date.parse(span.startsOn) - 86_400_000).toISOString().slice(0, 10);
            expect(spans[i]?.endsOn).toBe(dayBefore);
          });
        }
      }),
    );
  });
});
