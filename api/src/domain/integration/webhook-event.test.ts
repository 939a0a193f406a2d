import fc from 'fast-check';
import { eventsOf, MOST_IDS, type AskedType, type HeardChange } from './webhook-event.js';

const AT = new Date('2026-11-24T05:00:00Z');
const ALL: AskedType[] = ['PERIOD_CONFIRMED', 'SCORE_CORRECTED', 'EMPLOYEE_CHANGED'];
const change = (
  offset: number,
  kind: string,
  subjectId: string | null,
  payload: object = {},
): HeardChange => ({
  offset: BigInt(offset),
  kind,
  subjectId,
  payload,
  recordedAt: AT,
});
const never = () => false;

it('tells nothing of what nobody has to pull again', () => {
  const changes = [
    change(1, 'PeriodChanged', null, { periodCode: '2026-Q3', state: 'CLOSED' }),
    change(2, 'PeriodChanged', null, { periodCode: '2026-Q3', state: 'REOPENED' }),
    change(3, 'EmployeeScoreChanged', 'a', { periodCode: '2026-Q4', cause: { kind: 'OBSERVATION' } }),
    change(4, 'UnitScoresChanged', null, { periodCode: '2026-Q4' }),
  ];
  expect(eventsOf(changes, ALL, never)).toEqual([]);
});

it.each([
  ['OBSERVATION', true, true],
  ['OBSERVATION', false, false],
  ['PLAN', true, true],
  ['CORRECTION', false, true],
  ['WITHDRAWAL', false, true],
])(
  'a score that moved by %s, in a period that had been closed (%s), was corrected: %s',
  (kind, settled, told) => {
    const changes = [change(7, 'EmployeeScoreChanged', 'a', { periodCode: '2026-Q3', cause: { kind } })];
    expect(eventsOf(changes, ALL, () => settled)).toEqual(
      told ? [{ type: 'SCORE_CORRECTED', ids: ['a'], period: '2026-Q3', offset: 7n, at: AT }] : [],
    );
  },
);

it('tells a confirmed period without ids, and an employee once however often changed', () => {
  const changes = [
    change(1, 'EmployeeChanged', 'a', { employeeId: 'a' }),
    change(2, 'PeriodChanged', null, { periodCode: '2026-Q3', state: 'CONFIRMED' }),
    change(3, 'ServiceChanged', 'a', { employeeId: 'a' }),
  ];
  expect(eventsOf(changes, ALL, never)).toEqual([
    { type: 'PERIOD_CONFIRMED', ids: [], period: '2026-Q3', offset: 2n, at: AT },
    { type: 'EMPLOYEE_CHANGED', ids: ['a'], period: null, offset: 3n, at: AT },
  ]);
  expect(eventsOf(changes, ['PERIOD_CONFIRMED'], never)).toHaveLength(1);
});

it('loses no id, tells none twice in one event, and no event is bigger than the most or ends where another does', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 400 }), { maxLength: 900 }), (people) => {
      const changes = people.map((who, n) => change(n + 1, 'EmployeeChanged', `${who}`));
      const events = eventsOf(changes, ALL, never);
      expect(new Set(events.flatMap(({ ids }) => ids))).toEqual(new Set(people.map(String)));
      for (const { ids } of events) {
        expect(ids.length).toBeLessThanOrEqual(MOST_IDS);
        expect(new Set(ids).size).toBe(ids.length);
      }
      expect(new Set(events.map(({ offset }) => offset)).size).toBe(events.length);
      // Nothing is told as seen before it was: the last event of an id ends no earlier than its last change.
      expect(events.at(-1)?.offset ?? 0n).toBe(BigInt(people.length));
    }),
    { numRuns: 60 },
  );
});
