import fc from 'fast-check';
import { acceptScan, hallState, MOST_SCANS, type Scans } from './accept-scan.js';
import { ATTENDANCE_GROUPS } from './entry.js';
import { FORUM_PHASES } from './session-phase.js';

const DAY = '2026-11-24';
const open = { phase: 'OPEN', heldOn: DAY, scanned: 0, scannedGroups: {} } as const;
const codeOf = (outcome: ReturnType<typeof acceptScan>) => (outcome.ok ? null : outcome.refusal.code);

it.each([
  ['PLANNED', '2026-11-23', 'NOT_BEGUN'],
  ['PLANNED', DAY, 'NOT_BEGUN'],
  ['PLANNED', '2026-11-25', 'OVER'],
  ['OPEN', '2026-11-23', 'NOT_BEGUN'],
  ['OPEN', DAY, 'RUNNING'],
  ['OPEN', '2026-11-25', 'OVER'],
  ['CLOSED', DAY, 'OVER'],
  ['SHARED', DAY, 'OVER'],
  ['READ_BACK', DAY, 'OVER'],
  ['SIGNED', DAY, 'OVER'],
] as const)('a session that is %s on %s is %s for whoever scans', (phase, today, state) => {
  expect(hallState({ phase, heldOn: DAY }, today)).toBe(state);
});

it('whoever is there is counted once, and in each group they name', () => {
  expect(acceptScan({ ...open, scanned: 4, scannedGroups: { WOMEN: 3 } }, ['WOMEN', 'ELDERLY'], DAY)).toEqual(
    { ok: true, value: { scanned: 5, scannedGroups: { WOMEN: 4, ELDERLY: 1 } } },
  );
});

it.each([
  ['no session of this code', null, ['MEN'], 'HALL_UNKNOWN'],
  ['not opened', { ...open, phase: 'PLANNED' }, ['MEN'], 'HALL_NOT_BEGUN'],
  ['over', { ...open, phase: 'CLOSED' }, ['MEN'], 'HALL_CLOSED'],
  ['another day', { ...open, heldOn: '2026-11-23' }, ['MEN'], 'HALL_CLOSED'],
  ['no group', open, [], 'HALL_GROUP_MISSING'],
  ['a group twice', open, ['MEN', 'MEN'], 'HALL_GROUP_MISSING'],
  ['full', { ...open, scanned: MOST_SCANS }, ['MEN'], 'HALL_FULL'],
] as const)('nobody is counted: %s', (_why, hall, groups, code) => {
  expect(codeOf(acceptScan(hall, groups, DAY))).toBe(code);
});

it('whatever is scanned, no group has more than there were scans, and nothing counts but while it is held', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          groups: fc.subarray([...ATTENDANCE_GROUPS]),
          phase: fc.constantFrom(...FORUM_PHASES),
          today: fc.constantFrom('2026-11-23', DAY, '2026-11-25'),
        }),
        { maxLength: 40 },
      ),
      (taps) => {
        let scans: Scans = { scanned: 0, scannedGroups: {} };
        let right = 0;
        for (const { groups, phase, today } of taps) {
          const counted = acceptScan({ ...scans, phase, heldOn: DAY }, groups, today);
          if (phase === 'OPEN' && today === DAY && groups.length > 0) right += 1;
          expect(counted.ok).toBe(phase === 'OPEN' && today === DAY && groups.length > 0);
          if (counted.ok) scans = counted.value;
        }
        expect(scans.scanned).toBe(right);
        for (const group of Object.values(scans.scannedGroups)) expect(group).toBeLessThanOrEqual(right);
      },
    ),
  );
});
