import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AUDIENCE } from '../access/audience.js';
import { toScope, type Scope } from '../access/scope.js';
import { CHANGE_TYPES, type ChangeType } from './change-type.js';
import { changedRowId, foldPage, type FoldedPage, type RowTouched } from './fold-page.js';
import { beginTaking } from './take-steps.js';
import { KINDS_TOLD, touchesOf, type LoggedChange } from './touches-of.js';

const ALL = new Set(Object.keys(CHANGE_TYPES) as ChangeType[]);
const HR = AUDIENCE.OFFICE | AUDIENCE.HR_SCORES;
const EVERYWHERE = toScope(HR, []);
/** A token of unit A, where A's people are these. */
const ofA = (...people: string[]): Scope =>
  toScope(AUDIENCE.OFFICE, [
    { audience: AUDIENCE.HR_SCORES, unitId: 'A' },
    ...people.map((employeeId) => ({ audience: AUDIENCE.HR_SCORES, employeeId })),
  ]);
const at = (offset: bigint, kind: string, payload: object): LoggedChange => ({
  offset,
  kind,
  payload,
  recordedAt: new Date(Number(offset) * 1_000),
});
const score = (offset: bigint, employeeId: string, value: string, kind = 'OBSERVATION') =>
  at(offset, 'EmployeeScoreChanged', {
    ...{ employeeId, periodCode: '2026-Q4', movedFrom: null, cause: { kind } },
    before: { value, coverage: '1', observations: 1, predicate: null },
    after: { value, coverage: '1', observations: 2, predicate: null },
  });
const moved = (offset: bigint, employeeId: string, movedFrom: string | null, unitId: string) =>
  at(offset, 'EmployeeChanged', { employeeId, unitId, movedFrom });

/** What the log alone tells: everything that was touched is there. */
const rowsOf = (step: ReturnType<typeof beginTaking>['steps'][number]): RowTouched[] => [
  ...step.touches.map((touch) => ({ ...touch, op: 'UPSERT' as const })),
  ...step.left.map((subject) => ({
    ...{ type: 'EMPLOYEE' as const, subject, part: null, op: 'DELETE' as const },
    ...{ reason: 'OUT_OF_REACH' as const, before: undefined },
  })),
];

function pageOf(log: readonly LoggedChange[], since: bigint, first: number, scope = EVERYWHERE): FoldedPage {
  const taking = beginTaking(scope, ALL, first);
  const rest = log.filter(({ offset }) => offset > since);
  const next = rest.find((change) => !taking.take(change));
  const upTo = next === undefined ? (log.at(-1)?.offset ?? 0n) : next.offset - 1n;
  return foldPage(
    taking.steps.map((step) => ({ ...step, rows: rowsOf(step) })),
    first,
    upTo,
  );
}

describe('changes for regional HR', () => {
  it('reads rows of the log that were written before there was what is written today', () => {
    for (const kind of KINDS_TOLD) {
      expect(() => touchesOf({ kind, payload: { employeeId: 'a', periodCode: '2026' } })).not.toThrow();
    }
    expect(touchesOf({ kind: 'EmployeeChanged', payload: { employeeId: 'a' } })).toMatchObject([
      { type: 'EMPLOYEE', subject: 'a', cameFrom: null },
    ]);
    expect(touchesOf({ kind: 'ForumHeld', payload: {} })).toEqual([]);
    expect(touchesOf({ kind: 'constructor', payload: {} })).toEqual([]);
  });

  it('tells a row once, at its last place, as it stood before the first change, for the weightiest reason', () => {
    const { rows } = pageOf(
      [
        score(1n, 'a', '80', 'OBSERVATION'),
        score(2n, 'b', '70'),
        at(3n, 'ContestRuled', { employeeId: 'a', periodCode: '2026-Q4', decision: 'AMENDED' }),
        score(4n, 'a', '90', 'CORRECTION'),
      ],
      0n,
      100,
    );
    const scores = rows.filter(({ type }) => type === 'EMPLOYEE_SCORE');
    expect(scores.map((row) => [changedRowId(row), row.version])).toEqual([
      ['b:2026-Q4', 2n],
      ['a:2026-Q4', 4n],
    ]);
    expect(scores[1]).toMatchObject({
      before: { value: '80' },
      reason: 'OBJECTION_UPHELD',
      reasons: ['OBSERVATION', 'OBJECTION_UPHELD', 'CORRECTION'],
    });
  });

  it('keeps the rows of one change together, and never stands in the middle of one', () => {
    const units = at(2n, 'UnitsChanged', { unitIds: ['u1', 'u2', 'u3'] });
    const log = [moved(1n, 'a', null, 'A'), units, moved(3n, 'b', null, 'A')];
    expect(pageOf(log, 0n, 2)).toMatchObject({ upTo: 1n, rows: [{ subject: 'a' }] });
    expect(pageOf(log, 1n, 2)).toMatchObject({
      upTo: 2n,
      rows: [{ subject: 'u1' }, { subject: 'u2' }, { subject: 'u3' }],
    });
  });

  it('tells of whoever went out of reach to forget them, of whoever came into it everything, of others nothing', () => {
    const taking = beginTaking(ofA('came', 'stays'), ALL, 100);
    for (const change of [
      moved(1n, 'gone', 'A', 'B'),
      moved(2n, 'came', 'B', 'A'),
      moved(3n, 'never', 'B', 'C'),
      score(4n, 'never', '50'),
      score(5n, 'gone', '50'),
      moved(6n, 'stays', null, 'A'),
    ]) {
      expect(taking.take(change)).toBe(true);
    }
    expect(taking.steps.map(({ offset, left, entered }) => [offset, left, entered])).toEqual([
      [1n, ['gone'], []],
      [2n, [], ['came']],
      [6n, [], []],
    ]);
  });

  it('tells whoever follows scores alone to forget people too', () => {
    const taking = beginTaking(ofA(), new Set<ChangeType>(['EMPLOYEE_SCORE']), 100);
    taking.take(moved(1n, 'gone', 'A', 'B'));
    taking.take(at(2n, 'UnitsChanged', { unitIds: ['u'] }));
    expect(taking.steps).toMatchObject([{ left: ['gone'], touches: [] }]);
  });

  /** A log in which a handful of people and periods change again and again. */
  const logs = fc
    .array(
      fc.oneof(
        fc.record({ who: fc.constantFrom('a', 'b', 'c'), kind: fc.constant('score') }),
        fc.record({
          who: fc.constantFrom('a', 'b', 'c'),
          kind: fc.constantFrom('out', 'in', 'ruled', 'units'),
        }),
      ),
      { maxLength: 40 },
    )
    .map((events) =>
      events.map(({ who, kind }, n) => {
        const offset = BigInt(n + 1);
        if (kind === 'score') return score(offset, who, String(n));
        if (kind === 'units') return at(offset, 'UnitsChanged', { unitIds: [who, 'u'] });
        if (kind === 'ruled')
          return at(offset, 'ContestRuled', { employeeId: who, periodCode: '2026-Q4', decision: 'REJECTED' });
        return kind === 'out' ? moved(offset, who, 'A', 'B') : moved(offset, who, 'B', 'A');
      }),
    );
  /** What a copy holds after all pages: the version of each row; `twice` applies each page again. */
  const copyAfter = (log: readonly LoggedChange[], first: number, scope: Scope, twice = false) => {
    const copy = new Map<string, bigint>();
    let since = 0n;
    const end = log.at(-1)?.offset ?? 0n;
    for (let pages = 0; since < end; pages += 1) {
      const { rows, upTo } = pageOf(log, since, first, scope);
      expect(upTo).toBeGreaterThan(since);
      expect(rows.map(({ version }) => version)).toEqual(
        rows.map(({ version }) => version).toSorted((one, other) => Number(one - other)),
      );
      for (let times = twice ? 2 : 1; times > 0; times -= 1) {
        for (const row of rows) {
          const key = `${row.type} ${changedRowId(row)}`;
          if (row.op === 'DELETE') {
            for (const held of [...copy.keys()]) if (held.includes(` ${row.subject}`)) copy.delete(held);
          } else if ((copy.get(key) ?? 0n) <= row.version) copy.set(key, row.version);
        }
      }
      since = upTo;
    }
    return new Map([...copy].toSorted(([one], [other]) => (one < other ? -1 : 1)));
  };

  it('leads to the same copy in pages of any size, and where each page comes twice', () => {
    fc.assert(
      fc.property(
        logs,
        fc.integer({ min: 1, max: 50 }),
        fc.subarray(['a', 'b', 'c']),
        (log, first, people) => {
          for (const scope of [EVERYWHERE, ofA(...people)]) {
            const whole = copyAfter(log, 500, scope);
            expect(copyAfter(log, first, scope)).toEqual(whole);
            expect(copyAfter(log, first, scope, true)).toEqual(whole);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
