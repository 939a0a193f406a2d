import type { UnitState, WallTile_UnitFragment } from '@pantau/schema';
import { fakeUnitId } from './fake-ids.js';

const KELURAHAN: readonly [name: string, value: string | null, coverage: string, state?: UnitState][] = [
  ['Dukuh Sutorejo', '112.306667', '0.94'],
  ['Kalijudan', '82.403333', '0.87'],
  ['Kalisari', null, '0.41'],
  ['Kejawan Putih Tambak', '91.18', '0.79'],
  ['Manyar Sabrangan', '66.952', '0.72'],
  ['Mulyorejo', '97.65', '0.91'],
];
const OFFICE: typeof KELURAHAN = [
  ['Subbagian Umum dan Kepegawaian', '101.04', '0.96'],
  ['Subbagian Keuangan', null, '0.88', 'TOO_FEW_PEOPLE'],
  ['Seksi Pemerintahan dan Pelayanan Publik', '88.725', '0.83'],
  ['Seksi Ketenteraman dan Ketertiban', '94.11', '0.7'],
  ['Seksi Kesejahteraan Rakyat dan Perekonomian', '120', '1'],
];

/** The state the server would give (thresholds of the first scoring policy), to keep an invented office plausible. */
export function stateOf(value: string | null): UnitState {
  if (value === null) return 'NOT_ENOUGH_DATA';
  const points = Number(value);
  if (points >= 110) return 'ABOVE_TARGET';
  if (points >= 90) return 'ON_TARGET';
  return points >= 70 ? 'NEEDS_SUPPORT' : 'NEEDS_DECISION';
}

/** An invented kecamatan office with every state on it, as a server would list it; `now` in ms since 1970. */
export function fakeOffice(now: number): WallTile_UnitFragment[] {
  const tiles = [
    ...KELURAHAN.map((unit) => ['KELURAHAN', ...unit] as const),
    ...OFFICE.map((unit) => [unit[0].startsWith('Sub') ? 'SECRETARIAT' : 'SECTION', ...unit] as const),
  ];
  return [
    {
      id: fakeUnitId(0),
      code: 'MULYOREJO',
      name: 'Kecamatan Mulyorejo',
      kind: 'KECAMATAN',
      parentId: null,
      order: 0,
      value: '93.372857',
      coverage: '0.84',
      state: 'ON_TARGET',
      observationCount: 2406,
      changedAt: new Date(now - 40_000).toISOString(),
    },
    ...tiles.map(([kind, name, value, coverage, state], n) => ({
      id: fakeUnitId(n + 1),
      code: `U${String(n + 1).padStart(2, '0')}`,
      name,
      kind,
      parentId: fakeUnitId(0),
      order: n + 1,
      value,
      coverage,
      state: state ?? stateOf(value),
      observationCount: 37 + ((n * 97) % 311),
      changedAt: new Date(now - 60_000 * (3 + n * n * 7)).toISOString(),
    })),
  ];
}
