import { readPeriod } from '../domain/calendar.js';
import { acceptObservation } from '../domain/observation/accept-observation.js';
import { BERAKHLAK } from '../domain/people/berakhlak.js';
import { FIRST_POLICY } from '../domain/scoring/policy.js';
import type { ObservationLine } from './observe.js';
import { observeBehaviour } from './observe-behaviour.js';
import { readStaticFiles, type EmployeeLine, type StaticLines } from './static-files.js';
import { MENTORS, ON_LEAVE, SILENT, TRANSFERRED } from './stories.js';
import { isOnLeave, unitOn } from './whereabouts.js';

const DAY_MS = 86_400_000;
const NOW = new Date('2026-11-24T09:00:00Z');
const TODAY = '2026-11-24';

let lines: StaticLines;
let people: ReadonlyMap<string, EmployeeLine>;
beforeAll(async () => {
  lines = await readStaticFiles();
  people = new Map(lines.employees.map((employee) => [employee.nip, employee]));
});

const quarterOf = ({ observed_at }: ObservationLine): string =>
  `${observed_at.slice(0, 4)}-Q${Math.ceil(Number(observed_at.slice(5, 7)) / 3)}`;

const cellOf = (line: ObservationLine): string => `${line.nip} ${line.indicator} ${quarterOf(line)}`;

const shareOf = (all: readonly ObservationLine[], value: string): number =>
  all.filter((line) => line.value === value).length / all.length;

const byUnit = (all: readonly ObservationLine[], unit: string): ObservationLine[] =>
  all.filter(({ nip }) => people.get(nip)!.unit === unit);

describe.each([
  ['an afternoon in November', '2026-11-24T09:00:00Z'],
  ['a morning, before the offices close', '2026-11-24T03:30:00Z'],
  ['the second of January, a Saturday', '2027-01-02T03:00:00Z'],
  ['a leap day', '2028-02-29T04:00:00Z'],
  ['New Year in Surabaya, still the old year in UTC', '2026-12-31T17:30:00Z'],
])('what was seen by %s', (_, instant) => {
  const now = new Date(instant);
  const today = new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
  let seen: ObservationLine[];
  beforeAll(() => {
    seen = observeBehaviour(lines, now);
  });

  it('is the same each time, and each line has a key of its own', () => {
    expect(observeBehaviour(lines, now)).toEqual(seen);
    expect(new Set(seen.map(({ key }) => key)).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(2_000);
    expect(seen.length).toBeLessThan(5_000);
  });

  it('was seen in office hours of working days in the last 90 days, before now', () => {
    for (const { observed_at } of seen) {
      const at = Date.parse(observed_at);
      expect(at).toBeGreaterThanOrEqual(now.getTime() - 90 * DAY_MS);
      expect(at).toBeLessThan(now.getTime());
      expect([1, 2, 3, 4, 5]).toContain(new Date(`${observed_at.slice(0, 10)}T00:00:00Z`).getUTCDay());
      expect(observed_at.slice(11)).toMatch(/^(0[89]|1[0-4]):[0-5]\d:00\+07:00$/);
    }
  });

  it('was seen by two people at least wherever it was seen often enough to count, and by nobody of themselves', () => {
    const { minimumObservations, minimumObservers } = FIRST_POLICY.behaviour;
    for (const cell of Map.groupBy(seen, cellOf).values()) {
      const observers = new Set(cell.map(({ observer }) => observer));
      if (cell.length >= minimumObservations) {
        expect(observers.size).toBeGreaterThanOrEqual(minimumObservers);
      }
      expect(observers).not.toContain(cell[0]!.nip);
    }
  });

  it('was seen by somebody of the same unit who was there, and of the camat and the sekcam by heads', () => {
    for (const { nip, observer, observed_at } of seen) {
      const [employee, colleague] = [people.get(nip)!, people.get(observer)!];
      const day = observed_at.slice(0, 10);
      expect(isOnLeave(colleague, day, today)).toBe(false);
      if (employee.unit === '35.78.26')
        expect(colleague.position).toMatch(/^(Camat|(Plt\. )?Lurah|Kepala .*)$/);
      else expect(unitOn(colleague, day, today)).toBe(unitOn(employee, day, today));
    }
  });

  it('is accepted by the domain, each', () => {
    for (const line of seen) {
      const period = readPeriod(quarterOf(line));
      const coreValue = BERAKHLAK.find(({ code }) => code === line.indicator)!;
      const verdict = acceptObservation(
        {
          value: line.value,
          observedAt: new Date(line.observed_at),
          note: line.note || null,
          behaviour: line.behaviour,
        },
        {
          employee: { active: true },
          indicator: { lowest: -1_000_000n, highest: 1_000_000n, coreValue: coreValue.value },
          period: period.ok ? { ...period.value, open: true } : null,
          planned: true,
          observer: { known: people.has(line.observer), isTheEmployee: line.observer === line.nip },
          now,
        },
      );
      expect(verdict).toMatchObject({ ok: true });
    }
  });
});

describe('what is seen of whom', () => {
  let seen: ObservationLine[];
  beforeAll(() => {
    seen = observeBehaviour(lines, NOW);
  });

  it('is five of the seven core values in a quarter, and not the same five of everybody', () => {
    const values = Map.groupBy(seen, (line) => `${line.nip} ${quarterOf(line)}`);
    const numbers = [...values.values()].map((of) => new Set(of.map(({ indicator }) => indicator)).size);
    expect(Math.max(...numbers)).toBe(5);
    expect(new Set(seen.map(({ indicator }) => indicator)).size).toBe(7);
  });

  it('is enough for a behaviour value of nearly everybody in both quarters', () => {
    const { minimumObservations, minimumValues } = FIRST_POLICY.behaviour;
    for (const [quarter, atLeast] of [
      ['2026-Q3', 85],
      ['2026-Q4', 80],
    ] as const) {
      const cells = Map.groupBy(
        seen.filter((line) => quarterOf(line) === quarter),
        cellOf,
      );
      const counted = Map.groupBy(
        [...cells.values()].filter((cell) => cell.length >= minimumObservations),
        ([first]) => first!.nip,
      );
      const enough = [...counted.values()].filter((values) => values.length >= minimumValues);
      expect(enough.length).toBeGreaterThanOrEqual(atLeast);
    }
  });

  it('is nothing of the one on leave, and of Kalisari nothing in the current quarter', () => {
    const silent = byUnit(seen, SILENT.unit);
    expect(silent.length).toBeGreaterThan(0);
    expect(new Set(silent.map(quarterOf))).toEqual(new Set(['2026-Q3']));
    const hers = seen.filter(({ nip }) => nip === ON_LEAVE.nip);
    expect(hers.filter(({ observed_at }) => observed_at >= '2026-08-31')).toEqual([]);
  });

  it('is seen of the one who was transferred in the unit of the day', () => {
    const observers = seen.filter(({ nip }) => nip === TRANSFERRED.nip);
    expect(new Set(observers.map(({ observer }) => unitOn(people.get(observer)!, TODAY, TODAY))).size).toBe(
      2,
    );
  });

  it('is mostly as expected or better, more often so where a unit does well', () => {
    expect(shareOf(seen, '1')).toBeCloseTo(0.34, 1);
    expect(shareOf(seen, '-1')).toBeGreaterThan(0.04);
    expect(shareOf(seen, '-1')).toBeLessThan(0.1);
    const [best, weakest] = [byUnit(seen, '35.78.26.1005'), byUnit(seen, '35.78.26.1003')];
    expect(shareOf(best, '1')).toBeGreaterThan(0.45);
    expect(shareOf(weakest, '1')).toBeLessThan(0.2);
    expect(shareOf(best, '-1')).toBeLessThan(0.03);
    expect(shareOf(weakest, '-1')).toBeGreaterThan(0.07);
  });

  it('is always above expectations where a mentor helps others', () => {
    for (const nip of MENTORS.nips) {
      expect(people.get(nip)?.unit).toBe('35.78.26.1005');
      const praised = seen.filter((line) => line.nip === nip && line.indicator === MENTORS.coreValue);
      expect(new Set(praised.map(({ value }) => value))).toEqual(new Set(['1']));
    }
  });

  it('is told in a note now and then, which fits the behaviour', () => {
    const noted = seen.filter(({ note }) => note !== '');
    expect(noted.length / seen.length).toBeCloseTo(0.25, 1);
    for (const { indicator, behaviour, note } of noted) {
      const { behaviours } = BERAKHLAK.find(({ code }) => code === indicator)!;
      expect(note).toContain(behaviours.find(({ code }) => code === behaviour)!.text.id);
    }
  });
});
