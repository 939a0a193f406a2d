import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { importKinds } from '../app/import-kinds.js';
import { amount, ONE } from '../domain/amount.js';
import { readPeriod } from '../domain/calendar.js';
import { acceptObservation } from '../domain/observation/accept-observation.js';
import { BERAKHLAK } from '../domain/people/berakhlak.js';
import { placementsIn } from '../domain/people/service-days.js';
import type { BehaviourMeasurement } from '../domain/scoring/behaviour.js';
import { FIRST_POLICY } from '../domain/scoring/policy.js';
import type { Measurement } from '../domain/scoring/realisation.js';
import { recencyWeight } from '../domain/scoring/recency-weight.js';
import {
  addTallies,
  EMPTY_TALLY,
  scoreUnit,
  tallyDifference,
  type UnitScore,
} from '../domain/scoring/roll-up-unit.js';
import { scoreEmployee } from '../domain/scoring/score-employee.js';
import type { ObservationLine } from './observe.js';
import { roleOf } from './plans.js';
import { readStaticFiles, type StaticLines } from './static-files.js';
import { ON_LEAVE } from './stories.js';
import { writeDemoFiles } from './write-demo-files.js';

type TargetText = Record<
  'nip' | 'indicator' | 'period' | 'weight' | 'floor' | 'target' | 'stretch' | 'ceiling' | 'role',
  string
>;

interface Demo {
  readonly now: Date;
  readonly assignments: readonly {
    nip: string;
    unit: string;
    kind: 'REGULAR' | 'ACTING';
    starts_on: string;
  }[];
  readonly leaves: readonly { nip: string; starts_on: string; ends_on: string }[];
  readonly targets: readonly TargetText[];
  readonly observations: readonly ObservationLine[];
}

const ROOT = '35.78.26';
const DAY_MS = 86_400_000;

let folder: string;
let lines: StaticLines;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pantau-demo-'));
  lines = await readStaticFiles();
});
afterAll(() => rm(folder, { recursive: true }));

async function written(instant: string): Promise<Demo> {
  const now = new Date(instant);
  const into = join(folder, instant.replaceAll(':', ''));
  await writeDemoFiles(into, now);
  const read = async (name: string): Promise<Record<string, string>[]> =>
    parse(await readFile(join(into, name)), { columns: true });
  return {
    now,
    assignments: (await read('assignments.csv')) as unknown as Demo['assignments'],
    leaves: (await read('leaves.csv')) as unknown as Demo['leaves'],
    targets: (await read('targets.csv')) as TargetText[],
    observations: (await read('observations.csv')) as unknown as ObservationLine[],
  };
}

/** The quarter in whose days an observation was made; the files give local days. */
function quarterOf({ observed_at }: ObservationLine): string {
  return `${observed_at.slice(0, 4)}-Q${Math.ceil(Number(observed_at.slice(5, 7)) / 3)}`;
}

/** What each cell of the plan adds up to in a period. */
function measurements(lines: readonly ObservationLine[], endsOn: string): ReadonlyMap<string, Measured> {
  const measured = new Map<string, Measured>();
  for (const line of lines) {
    const cell = `${line.nip} ${line.indicator}`;
    const before = measured.get(cell) ?? {
      count: 0,
      total: 0n,
      weightTotal: 0n,
      weightedTotal: 0n,
      seenBy: [],
    };
    const value = amount(line.value);
    const weight = recencyWeight(line.observed_at.slice(0, 10), endsOn, FIRST_POLICY.behaviour.halfLifeDays);
    measured.set(cell, {
      count: before.count + 1,
      total: before.total + value,
      latestValue: value,
      weightTotal: before.weightTotal + weight,
      weightedTotal: before.weightedTotal + (weight * value) / ONE,
      seenBy: [...before.seenBy, line.observer],
    });
  }
  return measured;
}

type Measured = Measurement &
  Omit<BehaviourMeasurement, 'observers'> & { readonly seenBy: readonly string[] };

/** The units of the wall, by the rules of the domain. */
function unitScores(demo: Demo, periodCode: string): ReadonlyMap<string, UnitScore> {
  const period = readPeriod(periodCode);
  if (!period.ok) throw new Error(periodCode);
  const { startsOn, endsOn } = period.value;
  const ofDays = (Date.parse(endsOn) - Date.parse(startsOn)) / DAY_MS + 1;
  const measured = measurements(
    demo.observations.filter((one) => quarterOf(one) === periodCode),
    endsOn,
  );
  const tallies = new Map(lines.units.map(({ code }) => [code, EMPTY_TALLY]));
  for (const { nip, unit } of lines.employees) {
    const placements = placementsIn(
      period.value,
      [
        { unitId: unit, kind: 'REGULAR', startsOn: '0001-01-01', endsOn: null },
        ...demo.assignments
          .filter((one) => one.nip === nip)
          .map(({ unit: unitId, kind, starts_on }) => ({ unitId, kind, startsOn: starts_on, endsOn: null })),
      ],
      demo.leaves
        .filter((one) => one.nip === nip)
        .map(({ starts_on, ends_on }) => ({ startsOn: starts_on, endsOn: ends_on })),
    );
    const served = placements.reduce((sum, { days }) => sum + days, 0);
    if (served === 0) continue;
    const score = scoreEmployee(
      {
        indicators: demo.targets
          .filter((target) => target.nip === nip && target.period === periodCode)
          .map((target) => ({
            indicatorId: target.indicator,
            weight: amount(target.weight),
            floor: amount(target.floor),
            target: amount(target.target),
            stretch: amount(target.stretch),
            ceiling: target.ceiling === '' ? null : amount(target.ceiling),
            aggregation: lines.indicators.find(({ code }) => code === target.indicator)!.aggregation,
            measurement: measured.get(`${nip} ${target.indicator}`) ?? null,
          })),
        behaviours: BERAKHLAK.map(({ code, value: coreValue }) => {
          const seen = measured.get(`${nip} ${code}`);
          const measurement = seen === undefined ? null : { ...seen, observers: new Set(seen.seenBy).size };
          return { indicatorId: code, coreValue, measurement };
        }),
        service: { served, ofDays },
      },
      FIRST_POLICY,
    );
    // The root counts everybody once, by all days served.
    const counted = new Map([
      ...placements.map(({ unitId, days }) => [unitId, days] as const),
      [ROOT, served],
    ]);
    for (const [code, days] of counted) {
      tallies.set(code, addTallies(tallies.get(code)!, tallyDifference(null, { ...score, days })));
    }
  }
  return new Map([...tallies].map(([code, tally]) => [code, scoreUnit(tally, FIRST_POLICY)]));
}

const codeOf = (name: string): string => lines.units.find((unit) => unit.name === name)!.code;
const points = (score: UnitScore | undefined): number => Number(score?.value) / 1e6;
const coverage = (score: UnitScore | undefined): number => Number(score?.coverage) / 1e6;

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

describe.each([
  ['an afternoon in November', '2026-11-24T09:00:00Z', ['2026-Q3', '2026-Q4']],
  ['the second of January, a Saturday', '2027-01-02T03:00:00Z', ['2026-Q4', '2027-Q1']],
  ['the first working days of a quarter', '2027-01-06T09:00:00Z', ['2026-Q4', '2027-Q1']],
  ['a leap day', '2028-02-29T04:00:00Z', ['2027-Q4', '2028-Q1']],
  ['a Sunday', '2026-11-22T05:00:00Z', ['2026-Q3', '2026-Q4']],
  ['New Year in Surabaya, still the old year in UTC', '2026-12-31T17:30:00Z', ['2026-Q4', '2027-Q1']],
])('%s', (_, instant, periods) => {
  let demo: Demo;
  beforeAll(async () => {
    demo = await written(instant);
  });

  it('plans the touched quarters for everybody, with weights that add up to 100', () => {
    const weights = new Map<string, number>();
    for (const { nip, period, weight } of demo.targets) {
      weights.set(`${nip} ${period}`, (weights.get(`${nip} ${period}`) ?? 0) + Number(weight));
    }
    expect(new Set(demo.targets.map(({ period }) => period))).toEqual(new Set(periods));
    expect(weights.size).toBe(92 * periods.length);
    expect(new Set(weights.values())).toEqual(new Set([100]));
  });

  it('names the role of everybody beside each target', () => {
    for (const { nip, role } of demo.targets) {
      expect(role).toBe(roleOf(lines.employees.find((one) => one.nip === nip)!.position));
    }
  });

  it('has thousands of observations, each with a key of its own', () => {
    expect(demo.observations.length).toBeGreaterThan(8_000);
    expect(demo.observations.length).toBeLessThan(14_000);
    expect(new Set(demo.observations.map(({ key }) => key)).size).toBe(demo.observations.length);
  });

  it('holds only what the domain accepts', () => {
    const planned = new Set(
      demo.targets.map(({ nip, indicator, period }) => `${nip} ${indicator} ${period}`),
    );
    // What is seen of behaviour is held against the domain beside the code that makes it up.
    for (const line of demo.observations.filter(({ behaviour }) => behaviour === '')) {
      const indicator = lines.indicators.find(({ code }) => code === line.indicator)!;
      const period = readPeriod(quarterOf(line));
      const verdict = acceptObservation(
        {
          value: line.value,
          observedAt: new Date(line.observed_at),
          note: line.note || null,
          behaviour: null,
        },
        {
          employee: { active: true },
          indicator: {
            lowest: amount(indicator.lowest),
            highest: amount(indicator.highest),
            coreValue: null,
          },
          period: period.ok ? { ...period.value, open: true } : null,
          planned: planned.has(`${line.nip} ${line.indicator} ${quarterOf(line)}`),
          observer: null,
          now: demo.now,
        },
      );
      expect(verdict).toMatchObject({ ok: true });
    }
  });

  it('was measured in the last 90 days, before now, on working days in office hours, oldest first', () => {
    let previous = demo.now.getTime() - 90 * DAY_MS;
    for (const { observed_at } of demo.observations) {
      const at = Date.parse(observed_at);
      expect(at).toBeGreaterThanOrEqual(previous);
      expect(at).toBeLessThan(demo.now.getTime());
      expect([1, 2, 3, 4, 5]).toContain(new Date(`${observed_at.slice(0, 10)}T00:00:00Z`).getUTCDay());
      expect(observed_at.slice(11)).toMatch(/^(0[89]|1[0-4]):[0-5]\d:00\+07:00$/);
      previous = at;
    }
  });

  it('Kalisari has too little data in the current quarter and enough before', () => {
    const [earlier, current] = periods.map((period) => unitScores(demo, period).get(codeOf('Kalisari')));
    expect(coverage(current)).toBeLessThan(0.45);
    expect(current?.state).toBe('NOT_ENOUGH_DATA');
    expect(coverage(earlier)).toBeGreaterThan(0.9);
  });

  it('nothing is measured of the one who is on maternity leave', () => {
    const { unit, position } = lines.employees.find(({ nip }) => nip === ON_LEAVE.nip)!;
    expect({ unit, position }).toEqual({ unit: codeOf('Kalijudan'), position: 'Operator Data Kependudukan' });
    const [leave] = demo.leaves;
    expect(leave!.nip).toBe(ON_LEAVE.nip);
    const later = demo.observations.filter(({ observed_at }) => observed_at.slice(0, 10) >= leave!.starts_on);
    expect(later.filter(({ nip, observer }) => [nip, observer].includes(ON_LEAVE.nip))).toEqual([]);
    expect(new Set(later.map(({ nip }) => nip)).size).toBe(91);
  });

  it('the waiting time at the counters of Kalijudan falls from about 34 to about 17 minutes', () => {
    const waits = (fromDaysAgo: number, toDaysAgo: number): number[] =>
      demo.observations
        .filter(({ nip, indicator, observed_at }) => {
          const daysAgo = (demo.now.getTime() - Date.parse(observed_at)) / DAY_MS;
          const { unit } = lines.employees.find((employee) => employee.nip === nip)!;
          const inSpan = daysAgo <= fromDaysAgo && daysAgo > toDaysAgo;
          return unit === codeOf('Kalijudan') && indicator === 'ADM-03' && inSpan;
        })
        .map(({ value }) => Number(value));
    expect(Math.abs(median(waits(90, 46)) - 34)).toBeLessThanOrEqual(2);
    expect(Math.abs(median(waits(30, 0)) - 17)).toBeLessThanOrEqual(2);
  });
});

describe('the wall in the middle of a quarter', () => {
  it.each(['2026-11-24T09:00:00Z', '2028-02-29T04:00:00Z', '2027-08-18T02:00:00Z'])(
    'shows every state at %s, and who does well and who needs help is who should',
    async (instant) => {
      const demo = await written(instant);
      const scores = unitScores(demo, demo.targets.at(-1)!.period);
      const state = (name: string): string | undefined => scores.get(codeOf(name))?.state;
      expect(state('Dukuh Sutorejo')).toBe('ABOVE_TARGET');
      expect(state('Manyar Sabrangan')).toBe('ON_TARGET');
      expect(state('Mulyorejo')).toBe('ON_TARGET');
      expect(state('Kalijudan')).toBe('ON_TARGET');
      expect(state('Kejawan Putih Tambak')).toBe('NEEDS_SUPPORT');
      expect(state('Kecamatan Mulyorejo')).toBe('ON_TARGET');

      const valued = [...scores.values()].filter(({ value }) => value !== null);
      const best = Math.max(...valued.map(points));
      expect(points(scores.get(codeOf('Dukuh Sutorejo')))).toBe(best);
      expect(best).toBeLessThan(115);
      expect(Math.min(...valued.map(points))).toBeGreaterThan(80);
      expect(Math.min(...valued.map(points))).toBeLessThan(87);

      const others = [...scores].filter(([code]) => code !== codeOf('Kalisari')).map(([, score]) => score);
      expect(Math.min(...others.map(coverage))).toBeGreaterThan(0.85);
      expect(coverage(scores.get(codeOf('Kalisari')))).toBeCloseTo(0.41, 1);
    },
  );

  it('Kejawan Putih Tambak is weak in its forum commitments, and nowhere else so', async () => {
    const { observations } = await written('2026-11-24T09:00:00Z');
    const kept = lines.units
      .map(({ name, code }) => ({
        name,
        values: observations.filter(
          ({ nip, indicator }) =>
            indicator === 'FRM-01' && lines.employees.find((one) => one.nip === nip)?.unit === code,
        ),
      }))
      .filter(({ values }) => values.length > 0)
      .map(({ name, values }) => ({ name, kept: median(values.map(({ value }) => Number(value))) }))
      .sort((a, b) => a.kept - b.kept);
    expect(kept[0]?.name).toBe('Kejawan Putih Tambak');
    expect(kept[0]!.kept).toBeLessThan(60);
    expect(kept[1]!.kept).toBeGreaterThan(75);
  });

  it('most weekly counters have been read after three working days of a quarter', async () => {
    const demo = await written('2027-01-06T09:00:00Z');
    const scores = unitScores(demo, '2027-Q1');
    expect(coverage(scores.get(ROOT))).toBeGreaterThan(0.6);
  });
});

it('the same day gives the same files, byte by byte', async () => {
  const now = new Date('2026-11-24T09:00:00Z');
  const [one, other] = [join(folder, 'one'), join(folder, 'other')];
  await writeDemoFiles(one, now);
  await writeDemoFiles(other, now);
  for (const name of Object.keys(importKinds)) {
    expect(await readFile(join(one, `${name}.csv`), 'utf8')).toBe(
      await readFile(join(other, `${name}.csv`), 'utf8'),
    );
  }
});
