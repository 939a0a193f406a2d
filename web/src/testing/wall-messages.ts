import type {
  WallFeed_HappeningFragment,
  WallPromises_CommitmentFragment,
  WallTile_UnitFragment,
} from '@pantau/schema';
import type { WallMessage } from '../features/wall/wall-state.js';

type Of<Name extends WallMessage['__typename']> = Extract<WallMessage, { __typename: Name }>;

const AT = '2026-11-24T02:42:10.000Z';

/** A unit of the wall for tests; says only what the test is about. */
export function wallUnit(unit: Partial<WallTile_UnitFragment> = {}): WallTile_UnitFragment {
  return {
    id: 'kalijudan',
    code: 'KLJ',
    name: 'Kalijudan',
    kind: 'KELURAHAN',
    parentId: 'mulyorejo',
    order: 1,
    value: '82.4',
    coverage: '0.87',
    state: 'NEEDS_SUPPORT',
    observationCount: 214,
    changedAt: AT,
    ...unit,
  };
}

/** A happening for tests. */
export function happening(of: Partial<WallFeed_HappeningFragment> = {}): WallFeed_HappeningFragment {
  return {
    id: 'h1',
    at: AT,
    unitId: 'kalijudan',
    unitName: 'Kalijudan',
    delta: '0.21',
    sentence: 'Kalijudan +0,21: waktu tunggu loket (median) tercatat 14 menit, target 15 menit',
    sentenceEn: 'Kalijudan +0.21: waiting time at the counter (median) 14 minutes, target 15 minutes',
    ...of,
  };
}

/** A promise on the wall for tests: open, and not late. */
export function wallPromise(
  of: Partial<WallPromises_CommitmentFragment> = {},
): WallPromises_CommitmentFragment {
  return {
    ...{
      id: 'p1',
      unitId: 'kalijudan',
      unitName: 'Kelurahan Kalijudan',
      text: 'Lampu jalan RW 3 diperbaiki',
    },
    ...{ dueOn: '2026-12-08', state: 'PROMISED', settledOn: null, late: false, escalated: 0 },
    ...{ withdrawn: false, movedAt: AT },
    ...of,
  };
}

/** A snapshot for tests. */
export function snapshot(of: Partial<Of<'WallSnapshot'>> = {}): Of<'WallSnapshot'> {
  return {
    __typename: 'WallSnapshot',
    cursor: 'a:7',
    at: AT,
    reason: 'FIRST',
    demo: false,
    region: { code: '35.78', name: 'Kota Surabaya' },
    period: { code: '2026-Q4', name: 'Triwulan IV 2026', startsOn: '2026-10-01', endsOn: '2026-12-31' },
    units: [wallUnit()],
    happenings: [],
    commitments: [],
    ...of,
  };
}

/** A change for tests. */
export function change(of: Partial<Of<'WallChange'>> = {}): Of<'WallChange'> {
  const { cursor = 'a:8' } = of;
  return {
    __typename: 'WallChange',
    commitment: null,
    cursor,
    previous: before(cursor),
    at: AT,
    units: [],
    happening: null,
    ...of,
  };
}

/** A heartbeat for tests. */
export function heartbeat(of: Partial<Of<'WallHeartbeat'>> = {}): Of<'WallHeartbeat'> {
  return { __typename: 'WallHeartbeat', cursor: 'a:7', previous: 'a:7', at: AT, ...of };
}

/** The position one change earlier; a text that is none stays what it is. */
function before(cursor: string): string {
  return cursor.replace(/\d+$/, (offset) => String(BigInt(offset) - 1n));
}
