import type { OutcomePart } from '../features/forum/entry-part.js';
import type { Named, Session } from '../features/forum/forum-session.js';

const KALIJUDAN: Named = { id: '0198c1a0-0000-7000-8000-000000000101', name: 'Kelurahan Kalijudan' };
const KALISARI: Named = { id: '0198c1a0-0000-7000-8000-000000000102', name: 'Kelurahan Kalisari' };

/** What there is around an invented session. */
export const OFFICE = { units: [KALIJUDAN, KALISARI] } as const;

/** An invented session that nobody has opened. */
export const SESSION: Session = {
  ...{ id: '0198c1a0-0000-7000-8000-000000000201', title: 'Forum warga November', kind: 'FORUM_WARGA' },
  ...{ unit: KALIJUDAN, heldOn: '2026-11-24', startsAt: '19:00', place: 'Balai RW 3', quorum: 10 },
  ...{ phase: 'PLANNED', openedAt: null, closedAt: null, sharedAt: null, signedAt: null },
  agenda: [
    {
      id: 'a1',
      kind: 'COMMITMENTS',
      title: 'Janji pertemuan lalu',
      minutes: 10,
      startedAt: null,
      endedAt: null,
    },
    { id: 'a2', kind: 'TOPIC', title: 'Lampu jalan', minutes: 20, startedAt: null, endedAt: null },
  ],
  attendance: { MEN: 4 },
  outcomes: [],
  lastPromises: [
    {
      ...{ id: '0198c1a0-0000-7000-8000-000000000301', text: 'Lampu jalan RW 3', ownerUnit: KALIJUDAN },
      ...{ ownerRole: null, dueOn: '2026-11-05', state: 'PROMISED', late: true, note: null },
    },
  ],
  concernedUnits: [KALISARI],
  signatures: [],
};

/** Something said, with nothing around it. */
export const OUTCOME: OutcomePart = {
  ...{ kind: 'ISSUE', text: 'Lampu mati', item: null, unit: null, indicator: null, complaint: null },
  ...{ answers: null, trackingCode: null, ownerUnit: null, ownerRole: null, dueOn: null, workingDays: null },
};
