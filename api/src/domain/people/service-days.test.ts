import fc from 'fast-check';
import { addDays } from '../working-days.js';
import { placementsIn, type Assignment, type Leave, type Placement } from './service-days.js';

const NOVEMBER = { startsOn: '2026-11-01', endsOn: '2026-11-30' };

const regular = (unitId: string, startsOn: string, endsOn: string | null = null): Assignment => ({
  unitId,
  kind: 'REGULAR',
  startsOn,
  endsOn,
});
const acting = (unitId: string, startsOn: string, endsOn: string | null = null): Assignment => ({
  ...regular(unitId, startsOn, endsOn),
  kind: 'ACTING',
});
const off = (startsOn: string, endsOn: string): Leave => ({ startsOn, endsOn });

/** As 'kalijudan 10, kalisari 20'. */
function served(
  assignments: readonly Assignment[],
  leaves: readonly Leave[] = [],
  period = NOVEMBER,
): string {
  return placementsIn(period, assignments, leaves)
    .map(({ unitId, days }) => `${unitId} ${days}`)
    .join(', ');
}

/** The rules as they are said, one day after the other. */
function dayByDay(
  period: { readonly startsOn: string; readonly endsOn: string },
  assignments: readonly Assignment[],
  leaves: readonly Leave[],
): Placement[] {
  const latest = (of: readonly Assignment[]) => {
    const from = of.map(({ startsOn }) => startsOn).sort();
    const together = of.filter(({ startsOn }) => startsOn === from.at(-1));
    const unitId = together
      .map((one) => one.unitId)
      .sort()
      .at(-1);
    return together.filter((one) => one.unitId === unitId);
  };
  const counts: Record<string, number> = {};
  for (let day = period.startsOn; day <= period.endsOn; day = addDays(day, 1)) {
    if (leaves.some(({ startsOn, endsOn }) => startsOn <= day && endsOn >= day)) continue;
    const covering = (of: readonly Assignment[]) =>
      of.filter(({ endsOn }) => endsOn === null || endsOn >= day);
    const begun = assignments.filter(({ startsOn }) => startsOn <= day);
    const standIn = latest(covering(begun.filter(({ kind }) => kind === 'ACTING')))[0];
    const post = covering(latest(begun.filter(({ kind }) => kind === 'REGULAR')))[0];
    const unitId = (standIn ?? post)?.unitId;
    if (unitId !== undefined) counts[unitId] = (counts[unitId] ?? 0) + 1;
  }
  return Object.keys(counts)
    .sort()
    .map((unitId) => ({ unitId, days: counts[unitId]! }));
}

const days = fc.integer({ min: -15, max: 45 }).map((n) => addDays('2026-11-01', n));
const anyAssignment = fc.record<Assignment>({
  unitId: fc.constantFrom('a', 'b', 'c'),
  kind: fc.constantFrom('REGULAR', 'ACTING'),
  startsOn: days,
  endsOn: fc.option(days),
});
const rows = fc.array(anyAssignment, { maxLength: 6 });
const offs = fc.array(fc.record({ startsOn: days, endsOn: days }), { maxLength: 4 });

it('SD1 each day of the period counts, the first and the last too', () => {
  expect(served([regular('kalijudan', '2020-01-01')])).toBe('kalijudan 30');
  expect(served([regular('kalijudan', '2026-11-30')])).toBe('kalijudan 1');
  expect(served([regular('kalijudan', '2020-01-01', '2026-11-01')])).toBe('kalijudan 1');
  expect(
    served([regular('kalijudan', '2020-01-01')], [], { startsOn: '2028-01-01', endsOn: '2028-12-31' }),
  ).toBe('kalijudan 366');
});

it('SD2 a regular appointment holds until the next one begins', () => {
  expect(served([regular('kalijudan', '2020-01-01'), regular('kalisari', '2026-11-11')])).toBe(
    'kalijudan 10, kalisari 20',
  );
  const overlapping = [regular('kalijudan', '2020-01-01', '2026-11-20'), regular('kalisari', '2026-11-11')];
  expect(served(overlapping)).toBe('kalijudan 10, kalisari 20');
  const ended = [regular('kalijudan', '2020-01-01'), regular('kalisari', '2026-11-11', '2026-11-20')];
  expect(served(ended)).toBe('kalijudan 10, kalisari 10');
  const back = [regular('a', '2020-01-01'), regular('b', '2026-11-11'), regular('a', '2026-11-21')];
  expect(served(back)).toBe('a 20, b 10');
});

it('SD3 an acting appointment takes the days that it covers', () => {
  const post = regular('kalijudan', '2020-01-01');
  expect(served([post, acting('kalisari', '2026-11-06', '2026-11-19')])).toBe('kalijudan 16, kalisari 14');
  expect(served([acting('kalisari', '2026-11-06')])).toBe('kalisari 25');
  const twice = [post, acting('a', '2026-11-01', '2026-11-20'), acting('b', '2026-11-11', '2026-11-15')];
  expect(served(twice)).toBe('a 15, b 5, kalijudan 10');
  expect(served([acting('a', '2026-11-11', '2026-11-20'), acting('b', '2026-11-11', '2026-11-15')])).toBe(
    'a 5, b 5',
  );
  // A regular post that begins meanwhile waits for the end of the acting one.
  expect(served([post, acting('a', '2026-11-06', '2026-11-19'), regular('b', '2026-11-11')])).toBe(
    'a 14, b 11, kalijudan 5',
  );
});

it('SD4 a day of leave counts nowhere', () => {
  const post = [regular('kalijudan', '2020-01-01')];
  expect(served(post, [off('2026-11-02', '2026-11-13')])).toBe('kalijudan 18');
  expect(served(post, [off('2026-11-02', '2026-11-13'), off('2026-11-13', '2026-11-17')])).toBe(
    'kalijudan 14',
  );
  expect(served(post, [off('2026-10-01', '2026-11-01'), off('2026-11-30', '2027-02-28')])).toBe(
    'kalijudan 28',
  );
  expect(served(post, [off('2026-11-10', '2026-11-10')])).toBe('kalijudan 29');
  expect(served([acting('a', '2026-11-01', '2026-11-05'), ...post], [off('2026-11-05', '2026-11-06')])).toBe(
    'a 4, kalijudan 24',
  );
});

it('SD5 who did not serve in the period counts in no unit', () => {
  expect(placementsIn(NOVEMBER, [], [])).toEqual([]);
  expect(served([regular('kalijudan', '2026-12-01')])).toBe('');
  expect(served([regular('kalijudan', '2020-01-01', '2026-10-31')])).toBe('');
  expect(served([regular('kalijudan', '2020-01-01')], [off('2026-11-01', '2026-11-30')])).toBe('');
  const left = [regular('kalisari', '2019-01-01'), regular('kalijudan', '2020-01-01', '2026-11-12')];
  expect(served(left)).toBe('kalijudan 12');
});

describe('SD6 the order of the record decides nothing', () => {
  it('SD6 the order of the record decides nothing', () => {
    const sameDay = [regular('kalijudan', '2026-11-11'), regular('kalisari', '2026-11-11', '2026-11-20')];
    expect(served(sameDay)).toBe('kalisari 10');
    expect(served(sameDay.toReversed())).toBe('kalisari 10');
    const standIns = [acting('a', '2026-11-11'), acting('b', '2026-11-11', '2026-11-20')];
    expect(served(standIns)).toBe('a 10, b 10');
    const twice = [regular('a', '2026-11-11', '2026-11-20'), regular('a', '2026-11-11', '2026-11-25')];
    expect([served(twice), served(twice.toReversed())]).toEqual(['a 15', 'a 15']);
    const open = [regular('a', '2026-11-11', '2026-11-20'), regular('a', '2026-11-11')];
    expect([served(open), served(open.toReversed())]).toEqual(['a 20', 'a 20']);
    fc.assert(
      fc.property(rows, offs, (assignments, leaves) => {
        const placements = placementsIn(NOVEMBER, assignments, leaves);
        expect(placementsIn(NOVEMBER, assignments.toReversed(), leaves.toReversed())).toEqual(placements);
        expect(placements.map(({ unitId }) => unitId)).toEqual(placements.map(({ unitId }) => unitId).sort());
      }),
    );
  });

  it('is what counting day by day gives', () => {
    fc.assert(
      fc.property(
        rows,
        offs,
        days,
        fc.integer({ min: 0, max: 40 }),
        (assignments, leaves, startsOn, length) => {
          const period = { startsOn, endsOn: addDays(startsOn, length) };
          expect(placementsIn(period, assignments, leaves)).toEqual(dayByDay(period, assignments, leaves));
        },
      ),
      { numRuns: 3000 },
    );
  });
});
