import type { Sent } from '../../lib/outbox/transport.js';
import { memoryStore } from '../../lib/outbox/memory-store.js';
import { OFFICE, SESSION } from '../../testing/forum-sessions.js';
import { until } from '../../testing/until.js';
import type { Part } from './entry-part.js';
import { foldSession, type ForumEntry } from './fold-session.js';
import { openForumBox, type ForumBox } from './forum-box.js';
import type { Snapshot } from './forum-session.js';

const ACCOUNT = 'ana';
const given = <T>(data: T) => ({ kind: 'GIVEN' as const, data, at: 0, notRenewed: null });
let box: ForumBox;
afterEach(() => box.close());

it('counts nobody twice where the answer to what was sent is lost and the session is asked for then', async () => {
  const store = memoryStore<Part>();
  /** What the server has counted, and what becomes of its answers. */
  let counted = 0;
  let answers: 'LOST' | 'HEARD' = 'LOST';
  const send = async (entries: readonly ForumEntry[]): Promise<Sent> => {
    counted = 1;
    if (answers === 'LOST') return { kind: 'UNREACHABLE' };
    return {
      kind: 'ANSWERED',
      answers: entries.map(({ id }) => ({ id, state: 'TAKEN', refusal: null })),
    };
  };
  box = await openForumBox({
    ...{ account: ACCOUNT, region: '35.78', store, alone: (work) => work() },
    openDoor: () => ({
      sessions: async () => given([]),
      snapshot: async () =>
        given({
          ...OFFICE,
          complaints: [],
          indicators: [],
          session: { ...SESSION, attendance: { MEN: counted } },
        }),
      transport: {
        whoAsks: async () => ({ kind: 'ACCOUNT', id: ACCOUNT }),
        send,
        sendPhoto: async () => ({ kind: 'UNREACHABLE' }),
      },
    }),
  });
  const shown = async () => {
    const snapshot = await store.kept<Snapshot>(ACCOUNT, 'SNAPSHOT', SESSION.id);
    return foldSession(snapshot!, await store.entriesAbout(ACCOUNT, SESSION.id)).attendance['MEN'];
  };
  await box.refresh(SESSION.id);
  await box.write(SESSION.id, { attend: { group: 'MEN', change: 1 } });
  await until('the answer is lost', () => box.sender().kind === 'RETRYING');
  await box.refresh(SESSION.id);
  expect([counted, await shown()]).toEqual([1, 1]);

  answers = 'HEARD';
  box.tryNow();
  await until('the answer is heard', () => box.sender().kind === 'IDLE');
  await box.refresh(SESSION.id);
  expect(await shown()).toBe(1);
});
