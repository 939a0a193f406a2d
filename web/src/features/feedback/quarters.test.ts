import { quartersUntil } from './quarters.js';

it('the quarter of a day comes first, and the years before it are reached', () => {
  expect(quartersUntil('2026-02-28', 3).map(({ code }) => code)).toEqual(['2026-Q1', '2025-Q4', '2025-Q3']);
  expect(quartersUntil('2026-10-01', 1)).toEqual([
    { code: '2026-Q4', name: { id: 'Triwulan 4 2026', en: 'Quarter 4, 2026' } },
  ]);
  expect(quartersUntil('2026-09-30', 1)[0]).toMatchObject({ code: '2026-Q3' });
});
