import { amount } from '../domain/amount.js';
import { readTargetPoints } from '../domain/scoring/attainment.js';
import { planOf, pointsFor, roleOf } from './plans.js';
import { readStaticFiles, type StaticLines } from './static-files.js';

let lines: StaticLines;
beforeAll(async () => {
  lines = await readStaticFiles();
});

describe('roleOf', () => {
  it('names a role for every position in the demo, by which people are asked for the same', () => {
    const plans = new Map<string, string>();
    for (const { position } of lines.employees) {
      const plan = JSON.stringify(planOf(position));
      expect(plans.get(roleOf(position)) ?? plan).toBe(plan);
      plans.set(roleOf(position), plan);
    }
    expect(plans.size).toBe(14);
    expect(new Set(plans.values()).size).toBe(14);
  });

  it('refuses a position that it does not know', () => {
    expect(() => roleOf('Astronaut')).toThrow(RangeError);
  });
});

describe('planOf', () => {
  it('has a plan for every position in the demo, with weights that add up to 100', () => {
    for (const { position } of lines.employees) {
      const plan = planOf(position);
      expect(plan.reduce((sum, [, weight]) => sum + weight, 0)).toBe(100);
      expect(plan.every(([, weight]) => weight > 0)).toBe(true);
    }
  });

  it('asks only for indicators of the catalogue, and for each of them of somebody', () => {
    const asked = new Set(lines.employees.flatMap(({ position }) => planOf(position).map(([code]) => code)));
    expect([...asked].sort()).toEqual(lines.indicators.map(({ code }) => code).sort());
  });

  it('asks an acting lurah for what a lurah is asked for', () => {
    expect(planOf('Plt. Lurah')).toEqual(planOf('Lurah'));
  });

  it('refuses a position that it does not know', () => {
    expect(() => planOf('Astronaut')).toThrow(RangeError);
  });
});

describe('pointsFor', () => {
  it('gives points in the order of each indicator, all within its bounds', () => {
    for (const { code, direction, lowest, highest } of lines.indicators) {
      for (const status of ['PNS', 'PPPK', 'PPPK_PART_TIME'] as const) {
        const points = pointsFor(code as Parameters<typeof pointsFor>[0], status);
        const [floor, target, stretch] = [points.floor, points.target, points.stretch].map((value) =>
          amount(String(value)),
        ) as [bigint, bigint, bigint];
        const ceiling = points.ceiling === undefined ? null : amount(String(points.ceiling));
        expect(readTargetPoints({ floor, target, stretch, ceiling }, direction).ok).toBe(true);
        for (const value of Object.values(points)) {
          expect(value).toBeGreaterThanOrEqual(Number(lowest));
          expect(value).toBeLessThanOrEqual(Number(highest));
        }
      }
    }
  });

  it('asks PNS for 20 lessons a year at least and PPPK for 24 at most, which ends a range', () => {
    expect(pointsFor('KMP-01', 'PNS')).toMatchObject({ target: 20 });
    expect(pointsFor('KMP-01', 'PNS')).not.toHaveProperty('ceiling');
    expect(pointsFor('KMP-01', 'PPPK')).toMatchObject({ target: 16, stretch: 24, ceiling: 36 });
    expect(pointsFor('KMP-01', 'PPPK_PART_TIME')).toEqual(pointsFor('KMP-01', 'PPPK'));
  });
});
