import fc from 'fast-check';
import { amount } from '../domain/amount.js';
import { attainment } from '../domain/scoring/attainment.js';
import { pointsFor } from './plans.js';
import { attainmentAt, valueAt } from './value-at.js';

describe('valueAt and attainmentAt', () => {
  it.each(['ADM-01', 'ADM-03', 'PGD-03'] as const)(
    'lead back from each other for %s, as the score draws it',
    (indicator) => {
      const points = pointsFor(indicator, 'PNS');
      const exact = {
        floor: amount(String(points.floor)),
        target: amount(String(points.target)),
        stretch: amount(String(points.stretch)),
        ceiling: null,
      };
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 120 }), (points100) => {
          const value = amount(String(Number(valueAt(points100, points).toFixed(6))));
          expect(Number(attainment(value, exact, 'POINTS', amount('120'))) / 1e6).toBeCloseTo(points100, 3);
          expect(attainmentAt(Number(value) / 1e6, points)).toBeCloseTo(points100, 3);
        }),
      );
    },
  );

  it('attain no more than 100 where nothing lies beyond the target', () => {
    const points = pointsFor('PGD-01', 'PNS');
    expect(attainmentAt(valueAt(120, points), points)).toBe(100);
    expect(attainmentAt(60, points)).toBe(0);
  });

  it('attain 100 and no more anywhere inside a range', () => {
    const points = pointsFor('KMP-01', 'PPPK');
    expect([valueAt(50, points), attainmentAt(8, points)]).toEqual([8, 50]);
    expect([100, 110, 120].map((attained) => valueAt(attained, points))).toEqual([16, 20, 24]);
    expect([16, 20, 24].map((value) => attainmentAt(value, points))).toEqual([100, 100, 100]);
  });

  it('stay between floor and stretch', () => {
    const points = { floor: 45, target: 15, stretch: 8 };
    expect(valueAt(-20, points)).toBe(45);
    expect(valueAt(200, points)).toBe(8);
  });
});
