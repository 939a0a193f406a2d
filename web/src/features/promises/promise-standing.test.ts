import { dayInWords, standingOf, type PromiseClock } from './promise-standing.js';

const promise = (part: Partial<PromiseClock> = {}): PromiseClock => ({
  ...{ state: 'PROMISED', late: false, dueOn: '2026-12-03', settledOn: null },
  ...part,
});
const DONE = { state: 'DONE', settledOn: '2026-12-01' } as const;

it.each([
  [promise(), 'PROMISED', 'Sampai 3 Desember 2026', 'By 3 December 2026'],
  [promise({ state: 'STARTED' }), 'STARTED', 'Sampai 3 Desember 2026', 'By 3 December 2026'],
  [promise({ late: true }), 'LATE', 'Batasnya 3 Desember 2026', 'Was due on 3 December 2026'],
  [
    promise({ state: 'STARTED', late: true }),
    'LATE',
    'Batasnya 3 Desember 2026',
    'Was due on 3 December 2026',
  ],
  [promise(DONE), 'KEPT', 'Selesai 1 Desember 2026', 'Done on 1 December 2026'],
  [
    promise({ ...DONE, late: true, settledOn: '2026-12-05' }),
    'KEPT_LATE',
    'Selesai 5 Desember 2026',
    'Done on 5 December 2026',
  ],
  [promise({ ...DONE, state: 'CANNOT' }), 'CANNOT', 'Disampaikan 1 Desember 2026', 'Said on 1 December 2026'],
] as const)('%j stands at %s: "%s"', (given, standing, id, en) => {
  expect(standingOf(given)).toBe(standing);
  expect([dayInWords(given, 'id'), dayInWords(given, 'en')]).toEqual([id, en]);
});
