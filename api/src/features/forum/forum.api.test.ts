import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import {
  CommitmentsDocument,
  FollowForumSessionDocument,
  ForumSessionDocument,
  ForumSessionsDocument,
  LogForumEntriesDocument,
  PublicCommitmentsDocument,
  PublicForumSessionsDocument,
  PublicPromisesDocument,
  PlanForumSeriesDocument,
  PlanForumSessionDocument,
  ReportCommitmentDocument,
  ShareMinutesDocument,
  TrackForumOutcomeDocument,
  WallDocument,
  type ForumEntryInput,
  type ForumSessionQuery,
} from '@pantau/schema';
import { databaseSource, inOneMoment } from '../../audit-verify/database-source.js';
import { verifyChain } from '../../audit-verify/verify-chain.js';
import { COMMAND_LINE } from '../../platform/auth/actor.js';
import { createLogger } from '../../platform/logger.js';
import { createTestDatabase, type TestDatabase } from '../../testing/database.js';
import { signIn } from '../../testing/sign-in.js';
import { importTexts, NIPS, NOON, openSmallOffice, PERIOD, REGION } from '../../testing/small-office.js';
import { startPantau, type RunningPantau } from '../../testing/start-pantau.js';
import { createWireClient, type WireClient } from '../../testing/wire-client.js';
import { noteLate } from './note-late.js';
import { startLateClock } from './start-late-clock.js';

type Session = NonNullable<ForumSessionQuery['forumSession']>;

const HELD_ON = '2026-11-24';
const SIGNATURE = [[100, 100, 200, 300, 400, 250]];

let database: TestDatabase;
let pantau: RunningPantau;
let now = NOON;
let kalijudan: string;
let kalisari: string;
let facilitator: WireClient;
let elsewhere: WireClient;
let leader: WireClient;
let employee: WireClient;
let series: string;
const clients: WireClient[] = [];

const as = (token?: string): WireClient => {
  const client = createWireClient(pantau.address, token);
  clients.push(client);
  return client;
};

beforeAll(async () => {
  database = await createTestDatabase();
  pantau = await startPantau({ databaseUrl: database.url, clock: () => now });
  await openSmallOffice(pantau);
  await importTexts(pantau, {
    indicators: `code,name,name_en,measure_unit,direction,aggregation,lowest,highest,source,definition
FRM-01,Komitmen forum tepat waktu,Forum promises in time,%,HIGHER,MEAN,0,100,forum,Bagian janji yang ditepati pada waktunya
FRM-02,Pertemuan forum terlaksana,Forum sessions held,kali,HIGHER,SUM,0,,forum,Banyaknya pertemuan
`,
    targets: `nip,indicator,period,weight,floor,target,stretch
${NIPS.budi},ADM-01,${PERIOD},60,70,95,99
${NIPS.budi},FRM-01,${PERIOD},20,50,85,100
${NIPS.budi},FRM-02,${PERIOD},20,0,3,4
`,
  });
  const { rows } = await database.client.query('select code, id from org_unit');
  const unit = (code: string) => rows.find((row) => row.code === code).id as string;
  [kalijudan, kalisari] = [unit('35.78.26.1006'), unit('35.78.26.1004')];
  const of = async (role: 'FACILITATOR' | 'LEADERSHIP', unitId: string) =>
    as((await signIn(pantau, REGION, { roles: [{ role, unitId }] })).token);
  facilitator = await of('FACILITATOR', kalijudan);
  elsewhere = await of('FACILITATOR', kalisari);
  leader = await of('LEADERSHIP', kalijudan);
  const found = await database.client.query('select id from employee where nip = $1', [NIPS.dewi]);
  employee = as((await signIn(pantau, REGION, { employeeId: found.rows[0].id })).token);
  const founded = await facilitator.send(PlanForumSeriesDocument, {
    input: {
      ...{ region: REGION, key: randomUUID(), unit: kalijudan, kind: 'FORUM_WARGA' },
      ...{ name: 'Forum Warga RW 3', place: 'Balai RW 3', quorum: 10 },
    },
  });
  const { planForumSeries } = founded.data!;
  if (planForumSeries.__typename !== 'ForumSeriesPlanned') throw new Error(JSON.stringify(founded));
  series = planForumSeries.series.id;
});
afterAll(async () => {
  for (const client of clients) await client.close();
  await pantau?.close();
  await database?.drop();
});
beforeEach(() => {
  now = NOON;
});

const plan = async (change: object = {}, who = facilitator) => {
  const { data, errors } = await who.send(PlanForumSessionDocument, {
    input: {
      ...{ region: REGION, key: randomUUID(), series, title: 'Pertemuan November', place: 'Balai RW 3' },
      ...{ heldOn: HELD_ON, startsAt: '19:00', quorum: 10, concerned: [kalisari] },
      agenda: [{ title: 'Lama urus KK', minutes: 20 }],
      ...change,
    },
  });
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data!.planForumSession;
};
const planned = async (change: object = {}): Promise<string> => {
  const answer = await plan(change);
  if (answer.__typename !== 'ForumSessionRecorded') throw new Error(JSON.stringify(answer));
  return answer.session.id;
};
let counted = 0;
const entry = (part: Omit<ForumEntryInput, 'id' | 'seq' | 'takenAt'>): ForumEntryInput => ({
  ...{ id: randomUUID(), seq: (counted += 1), takenAt: now.toISOString() },
  ...part,
});
const device = randomUUID();
const log = async (session: string, entries: ForumEntryInput[], who = facilitator, change: object = {}) => {
  const input = { region: REGION, session, device, deviceNow: now.toISOString(), entries, ...change };
  const { data, errors } = await who.send(LogForumEntriesDocument, { input });
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data!.logForumEntries;
};
const logged = async (session: string, parts: Omit<ForumEntryInput, 'id' | 'seq' | 'takenAt'>[]) => {
  const { results } = await log(session, parts.map(entry));
  const refused = results.filter(({ state }) => state === 'REFUSED');
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
  return results.map(({ id }) => id);
};
const opened = async (change: object = {}): Promise<string> => {
  const id = await planned(change);
  await logged(id, [{ open: true }]);
  return id;
};
const read = async (id: string, who = facilitator): Promise<Session> => {
  const { data, errors } = await who.send(ForumSessionDocument, { region: REGION, id });
  if (data?.forumSession == null) throw new Error(JSON.stringify(errors ?? data));
  return data.forumSession;
};
const codes = (results: { refusal?: { code: string } | null; state: string }[]) =>
  results.map(({ state, refusal }) => refusal?.code ?? state);
const promise = (change: object = {}) => ({
  outcome: {
    ...{ kind: 'COMMITMENT' as const, text: 'Lampu jalan RW 3 menyala', ownerUnit: kalijudan },
    ...{ workingDays: 5, ...change },
  },
});
const signatures = (covers: { outcome: string; revision: number }[]) =>
  (['CITIZEN', 'CITIZEN', 'OFFICER'] as const).map((role, n) => ({
    sign: { role, name: `Penandatangan ${n + 1}`, strokes: SIGNATURE, covers },
  }));
const tickAs = (at: Date, key: string) => {
  now = at;
  return pantau.unitOfWork.run(
    { verb: 'noteLate', actor: COMMAND_LINE, regionCode: REGION, key, input: {} },
    noteLate,
  );
};

describe('planning', () => {
  it('begins every agenda with what was promised before', async () => {
    const session = await read(await planned());
    expect(session).toMatchObject({ phase: 'PLANNED', heldOn: HELD_ON, attended: 0 });
    expect(session.agenda.map(({ looksBack, title }) => [looksBack, title])).toEqual([
      [true, 'Janji pertemuan lalu'],
      [false, 'Lama urus KK'],
    ]);
    expect(session.concernedUnits.map(({ name }) => name)).toEqual(['Kelurahan Kalisari']);
  });

  it('is for facilitators and leadership of the unit that invites', async () => {
    await expect(plan({}, elsewhere)).rejects.toThrow('FORBIDDEN');
    await expect(plan({}, employee)).rejects.toThrow('FORBIDDEN');
    expect((await plan({}, leader)).__typename).toBe('ForumSessionRecorded');
  });

  it('changes a session until somebody has opened it', async () => {
    const session = await planned();
    const moved = await plan({ session, heldOn: '2026-11-26', title: 'Pertemuan pindah hari' });
    expect(moved).toMatchObject({ session: { id: session, heldOn: '2026-11-26' } });
    await logged(session, [{ open: true }]);
    expect(await plan({ session })).toMatchObject({ __typename: 'ForumRefused', code: 'FORUM_BEGUN' });
  });

  it('keeps the ids of the items that stay, so that a device prepared before can still name them', async () => {
    const item = (title: string, minutes = 10) => ({ title, minutes });
    const session = await planned({ agenda: [item('Lampu'), item('Parkir'), item('Lampu', 20)] });
    const before = (await read(session)).agenda.map(({ id }) => id);
    await plan({ session, agenda: [item('Parkir', 5), item('Lampu'), item('Pasar'), item('Lampu')] });
    const after = (await read(session)).agenda.map(({ id }) => id);
    expect(after.map((id) => before.indexOf(id))).toEqual([0, 2, 1, -1, 3]);
    expect(new Set(after).size).toBe(5);
  });

  it.each([
    ['a quarter past no hour', { startsAt: '24:15' }, 'FORUM_NUMBERS', 'startsAt'],
    ['more people than there are', { quorum: 5_001 }, 'FORUM_NUMBERS', 'quorum'],
    ['an item without time', { agenda: [{ title: 'Apa saja', minutes: 0 }] }, 'FORUM_NUMBERS', 'agenda'],
    ['a title that nobody can read', { title: 'Rapat \u202egnadus' }, 'FORUM_NAME_LENGTH', 'title'],
    ['a unit from nowhere', { concerned: [randomUUID()] }, 'FORUM_UNIT_UNKNOWN', 'concerned'],
  ])('refuses %s, and says at which field', async (_, change, code, field) => {
    expect(await plan(change)).toMatchObject({ __typename: 'ForumRefused', code, field });
  });
});

describe('what a device writes down', () => {
  it('is taken once, however often it is sent', async () => {
    const session = await opened();
    const entries = [
      entry({ outcome: { kind: 'ISSUE', text: 'Antrean loket pagi' } }),
      entry({ attend: { group: 'WOMEN', change: 3 } }),
    ];
    const first = await log(session, entries);
    const again = await log(session, entries, facilitator, {
      deviceNow: new Date(now.getTime() + 60_000).toISOString(),
    });
    expect(first.results.map(({ replayed }) => replayed)).toEqual([false, false]);
    expect(again.results.map(({ state, replayed }) => [state, replayed])).toEqual([
      ['TAKEN', true],
      ['TAKEN', true],
    ]);
    const { outcomes, attended } = await read(session);
    expect([outcomes.length, attended]).toEqual([1, 3]);
  });

  it('is refused for itself: the others of the same batch are taken', async () => {
    const session = await opened();
    const entries = Array.from({ length: 50 }, (_, n) =>
      entry({ outcome: { kind: 'QUESTION', text: n === 20 ? ' ' : `Pertanyaan ${n}` } }),
    );
    const { results } = await log(session, entries);
    expect(codes(results).filter((code) => code !== 'TAKEN')).toEqual(['OUTCOME_TEXT_MISSING']);
    expect((await read(session)).outcomes).toHaveLength(49);
    // The next day the same batch comes again, with the bad one mended under an id of its own.
    now = new Date(NOON.getTime() + 24 * 3_600_000);
    const mended = entry({ outcome: { kind: 'QUESTION', text: 'Pertanyaan 20' } });
    const again = await log(session, [...entries.filter((_, n) => n !== 20), mended]);
    expect(again.results.filter(({ replayed }) => replayed)).toHaveLength(49);
    expect((await read(session)).outcomes).toHaveLength(50);
  });

  it('is in the order in which it was written, and two who write at once both stay', async () => {
    const session = await opened();
    const at = (seconds: number) => new Date(NOON.getTime() - 60_000 + seconds * 1000).toISOString();
    const one = [0, 2, 4].map((s) => ({
      ...entry({ outcome: { kind: 'ISSUE' as const, text: `satu ${s}` } }),
      takenAt: at(s),
    }));
    const other = [1, 3].map((s) => ({
      ...entry({ outcome: { kind: 'ISSUE' as const, text: `dua ${s}` } }),
      takenAt: at(s),
    }));
    await log(session, other, facilitator, { device: randomUUID() });
    await log(session, one);
    expect((await read(session)).outcomes.map(({ text }) => text)).toEqual([
      'satu 0',
      'dua 1',
      'satu 2',
      'dua 3',
      'satu 4',
    ]);
  });

  it('stays on the day of its session, whatever the clock of the device says', async () => {
    const session = await opened();
    const off = 3 * 24 * 3_600_000;
    for (const shift of [off, -off]) {
      const deviceNow = new Date(now.getTime() + shift);
      const taken = (text: string, minutesAgo: number) => ({
        ...entry({ outcome: { kind: 'DECISION' as const, text } }),
        takenAt: new Date(deviceNow.getTime() - minutesAgo * 60_000).toISOString(),
      });
      await log(session, [taken(`jam ${shift}`, 10)], facilitator, { deviceNow: deviceNow.toISOString() });
      // The clock was set right between writing and sending: what is left is the day.
      await log(session, [{ ...taken(`jam diperbaiki ${shift}`, 5) }]);
    }
    const { outcomes } = await read(session);
    expect(outcomes).toHaveLength(4);
    for (const { takenAt } of outcomes) {
      const day = new Date(Date.parse(takenAt) + 7 * 3_600_000).toISOString().slice(0, 10);
      expect(day).toBe(HELD_ON);
    }
    const right = outcomes.find(({ text }) => text === `jam ${off}`)!;
    expect(Date.parse(right.takenAt)).toBe(now.getTime() - 10 * 60_000);
  });

  it.each([
    ['nothing at all', {}, 'ENTRY_UNREADABLE'],
    ['two things at once', { open: true, close: true }, 'ENTRY_UNREADABLE'],
    ['a promise due in the past', () => promise({ workingDays: null, dueOn: '2026-11-20' }), 'DUE_IN_PAST'],
    [
      'a promise for after next year',
      () => promise({ workingDays: null, dueOn: '2028-01-03' }),
      'DUE_TOO_FAR',
    ],
    ['a promise of nobody', () => promise({ ownerUnit: null }), 'COMMITMENT_OWNER_MISSING'],
    ['a promise for no day', () => promise({ workingDays: null }), 'DUE_MISSING'],
    ['an issue that is due', { outcome: { kind: 'ISSUE', text: 'x', workingDays: 3 } }, 'COMMITMENT_ONLY'],
    ['a book', { outcome: { kind: 'ISSUE', text: '\u202e'.repeat(3_000) } }, 'NOTE_TOO_LONG'],
    ['text that turns around', { outcome: { kind: 'ISSUE', text: 'Loket \u202eputut' } }, 'NOTE_UNREADABLE'],
    [
      'a thousand and one characters',
      { outcome: { kind: 'ISSUE', text: 'a'.repeat(1001) } },
      'OUTCOME_TEXT_LENGTH',
    ],
    ['an item of another session', { startItem: randomUUID() }, 'OUTCOME_ITEM_UNKNOWN'],
    [
      'a code with vowels',
      { outcome: { kind: 'ISSUE', text: 'x', trackingCode: 'AEIOUAEIOUAE' } },
      'TRACKING_CODE_UNREADABLE',
    ],
    ['nobody who came', { attend: { group: 'MEN', change: 0 } }, 'ATTENDANCE_CHANGE'],
    ['a change of nothing', { revise: { outcome: randomUUID(), basedOn: 1, text: 'x' } }, 'OUTCOME_UNKNOWN'],
    ['signatures before it is closed', signatures([])[0]!, 'SESSION_NOT_CLOSED'],
  ])('refuses %s', async (_, part, code) => {
    const session = await opened();
    const { results } = await log(session, [entry((typeof part === 'function' ? part() : part) as never)]);
    expect(codes(results)).toEqual([code]);
  });

  it('is refused whole where it is a megabyte', async () => {
    const session = await opened();
    const text = '\u202e'.repeat(350_000);
    await expect(log(session, [entry({ outcome: { kind: 'ISSUE', text } })])).rejects.toThrow('LIMIT_SIZE');
  });

  it('is of a facilitator of the unit alone', async () => {
    const session = await planned();
    await expect(log(session, [entry({ open: true })], elsewhere)).rejects.toThrow('FORBIDDEN');
    await expect(log(session, [entry({ open: true })], leader)).rejects.toThrow('FORBIDDEN');
    await expect(log(randomUUID(), [entry({ open: true })])).rejects.toThrow('FORBIDDEN');
  });

  it('is harmless where two devices open and close the same session', async () => {
    const session = await planned();
    const both = await log(session, [entry({ open: true }), entry({ open: true })]);
    expect(codes(both.results)).toEqual(['TAKEN', 'SESSION_OPEN']);
    const closed = await log(session, [entry({ close: true }), entry({ close: true })]);
    expect(codes(closed.results)).toEqual(['TAKEN', 'SESSION_CLOSED']);
    // What the second device had not sent yet is not lost.
    const late = await log(session, [entry({ outcome: { kind: 'ISSUE', text: 'belum terkirim' } })]);
    expect(codes(late.results)).toEqual(['TAKEN']);
  });
});

describe('what is written otherwise', () => {
  it('takes the place of what it stands on', async () => {
    const session = await opened();
    const [outcome] = await logged(session, [{ outcome: { kind: 'DECISION', text: 'Loket buka jam 8' } }]);
    await logged(session, [{ revise: { outcome: outcome!, basedOn: 1, text: 'Loket buka jam 7' } }]);
    expect((await read(session)).outcomes).toMatchObject([
      { text: 'Loket buka jam 7', revision: 2, disputed: false },
    ]);
  });

  it('stays beside what somebody else wrote in the meantime, until one is chosen', async () => {
    const session = await opened();
    const [outcome] = await logged(session, [{ outcome: { kind: 'DECISION', text: 'Loket buka jam 8' } }]);
    await logged(session, [
      { revise: { outcome: outcome!, basedOn: 1, text: 'Loket buka jam 7' } },
      { revise: { outcome: outcome!, basedOn: 1, text: 'Loket buka jam 9' } },
    ]);
    expect((await read(session)).outcomes).toMatchObject([
      {
        ...{ text: 'Loket buka jam 7', revision: 2, disputed: true },
        alternatives: [{ text: 'Loket buka jam 9' }],
      },
    ]);
    await logged(session, [{ revise: { outcome: outcome!, basedOn: 2, text: 'Loket buka jam 9' } }]);
    expect((await read(session)).outcomes).toMatchObject([
      { text: 'Loket buka jam 9', revision: 3, disputed: false, alternatives: [] },
    ]);
  });

  it('of the day alone takes no text’s place, whoever changed that in the meantime', async () => {
    const session = await opened();
    const [made] = await logged(session, [promise()]);
    await logged(session, [
      { revise: { outcome: made!, basedOn: 1, text: 'Lampu jalan RW 3 dan RW 4 menyala' } },
      { revise: { outcome: made!, basedOn: 1, workingDays: 7 } },
    ]);
    const text = 'Lampu jalan RW 3 dan RW 4 menyala';
    expect((await read(session)).outcomes).toMatchObject([{ text, revision: 3, disputed: false }]);
    const { rows } = await database.client.query(
      'select text, due_on::text as due from commitment where id = $1',
      [made],
    );
    expect(rows).toEqual([{ text, due: '2026-12-03' }]);
  });

  it('goes out of the minutes with a reason, and the promise with it', async () => {
    const session = await opened();
    const [made] = await logged(session, [promise()]);
    const none = await log(session, [entry({ withdraw: { outcome: made!, why: ' ' } })]);
    expect(codes(none.results)).toEqual(['WITHDRAWAL_REASON']);
    await logged(session, [{ withdraw: { outcome: made!, why: 'tercatat dua kali' } }]);
    expect((await read(session)).outcomes).toMatchObject([{ withdrawn: true }]);
    const { data } = await facilitator.send(CommitmentsDocument, {
      ...{ region: REGION, openOnly: false, lateOnly: false, first: 100 },
    });
    expect(data!.commitments.edges.some(({ node }) => node.id === made)).toBe(false);
  });
});

describe('an entry that names nothing', () => {
  it('is refused by itself, and the others of its batch are taken', async () => {
    const session = await opened();
    const { results } = await log(session, [
      entry({ revise: { outcome: 'abc', basedOn: 1, text: 'lain' } }),
      entry({ withdraw: { outcome: '', why: 'dobel' } }),
      entry({ report: { commitment: 'x'.repeat(40), state: 'DONE', note: '' } }),
      entry({ attend: { group: 'MEN', change: 1 } }),
    ]);
    expect(codes(results)).toEqual(['ENTRY_UNREADABLE', 'ENTRY_UNREADABLE', 'ENTRY_UNREADABLE', 'TAKEN']);
  });
});

describe('minutes', () => {
  it('are closed, shared, read back and signed; what comes later is an amendment', async () => {
    const session = await opened();
    const [outcome] = await logged(session, [{ outcome: { kind: 'DECISION', text: 'Loket buka jam 7' } }]);
    const early = entry({ outcome: { kind: 'ISSUE', text: 'ditulis di balai, dikirim kemudian' } });
    await logged(session, [{ close: true }]);
    const shared = await leader.send(ShareMinutesDocument, {
      input: { region: REGION, key: randomUUID(), session },
    });
    expect(shared.data!.shareMinutes).toMatchObject({ session: { phase: 'SHARED' } });
    now = new Date(NOON.getTime() + 60_000);
    const covers = [{ outcome: outcome!, revision: 1 }];
    await logged(session, [{ readBack: true }, ...signatures(covers)]);
    expect(await read(session)).toMatchObject({
      phase: 'SIGNED',
      signatures: [{ covered: 1, name: 'Penandatangan 1' }, { role: 'CITIZEN' }, { role: 'OFFICER' }],
    });
    now = new Date(NOON.getTime() + 120_000);
    const later = { outcome: { kind: 'ISSUE' as const, text: 'teringat kemudian' } };
    const { results } = await log(session, [
      early,
      entry(later),
      entry({ ...later, reason: 'terlupa saat ditutup' }),
    ]);
    expect(codes(results)).toEqual(['AMENDED', 'SESSION_SIGNED', 'AMENDED']);
    expect((await read(session)).outcomes.map(({ amended }) => amended)).toEqual([false, true, true]);
    const { rows } = await database.client.query(
      'select version, content from forum_minutes where session_id = $1 order by version',
      [session],
    );
    expect(rows.map(({ version, content }) => [version, JSON.parse(content).outcomes.length])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
    expect(JSON.stringify(rows)).not.toContain('Penandatangan');
  });

  it('go on telling of last time’s promises what was known on the day, also where they are amended weeks later', async () => {
    const first = await opened({ heldOn: '2026-11-20' });
    const [made] = await logged(first, [promise({ workingDays: 30, text: 'janji yang lama dikerjakan' })]);
    const session = await opened();
    await logged(session, [{ close: true }, { readBack: true }, ...signatures([])]);
    now = new Date('2026-12-20T03:00:00Z');
    const { data } = await leader.send(ReportCommitmentDocument, {
      input: { region: REGION, key: randomUUID(), commitment: made!, state: 'DONE', note: 'selesai' },
    });
    expect(data!.reportCommitment).toMatchObject({ commitment: { state: 'DONE' } });
    await logged(session, [
      { outcome: { kind: 'ISSUE', text: 'teringat kemudian' }, reason: 'terlupa saat ditutup' },
    ]);
    const { rows } = await database.client.query(
      'select content from forum_minutes where session_id = $1 order by version',
      [session],
    );
    const told = rows.map(({ content }) =>
      JSON.parse(content).lastCommitments.find(({ text }: { text: string }) => text.startsWith('janji yang')),
    );
    expect(told).toEqual([
      expect.objectContaining({ state: 'PROMISED', settledOn: null }),
      expect.objectContaining({ state: 'PROMISED', settledOn: null }),
    ]);
  });

  it('show who signed to those alone who prepare or check them', async () => {
    const session = await opened();
    await logged(session, [{ close: true }, { readBack: true }, ...signatures([])]);
    expect((await read(session)).signatures).toHaveLength(3);
    expect((await read(session, leader)).signatures).toHaveLength(3);
    expect((await read(session, employee)).signatures).toHaveLength(0);
    expect((await read(session, elsewhere)).signatures).toHaveLength(0);
  });
});

describe('promises', () => {
  const ofBudi = async (code: string) =>
    (
      await database.client.query(
        `select o.value::float as value, o.note from observation o join indicator i on i.id = o.indicator_id
         join employee e on e.id = o.employee_id where i.code = $1 and e.nip = $2 order by o.recorded_at, o.id`,
        [code, NIPS.budi],
      )
    ).rows as { value: number; note: string }[];

  it('count working days from the session, and are asked for at the next one of their forum', async () => {
    const first = await opened();
    const [made] = await logged(first, [promise()]);
    const next = await planned({ heldOn: '2026-12-08' });
    const asked = (await read(next)).lastCommitments.find(({ id }) => id === made);
    expect(asked).toMatchObject({
      ...{ dueOn: '2026-12-01', state: 'PROMISED', late: false, ownerUnitName: 'Kelurahan Kalijudan' },
      steps: [{ kind: 'MADE', dueOn: '2026-12-01' }],
    });
  });

  it('that are kept in time, or late, are observations of whoever plans for that; each once', async () => {
    const session = await opened();
    const [kept, late] = await logged(session, [
      promise({ text: 'janji satu' }),
      promise({ text: 'janji dua' }),
    ]);
    const before = (await ofBudi('FRM-01')).length;
    const report = (commitment: string, state: 'STARTED' | 'DONE', who = leader) =>
      who.send(ReportCommitmentDocument, {
        input: { region: REGION, key: randomUUID(), commitment, state, note: 'dikerjakan' },
      });
    expect((await report(kept!, 'STARTED')).data!.reportCommitment).toMatchObject({
      commitment: { state: 'STARTED' },
    });
    await report(kept!, 'DONE');
    expect((await report(kept!, 'DONE')).data!.reportCommitment).toMatchObject({
      code: 'COMMITMENT_SETTLED',
    });
    expect((await report(late!, 'DONE', elsewhere)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');

    await tickAs(new Date('2026-12-01T16:59:00Z'), randomUUID());
    expect((await ofBudi('FRM-01')).length).toBe(before + 1);
    const told = await tickAs(new Date('2026-12-01T17:00:00Z'), randomUUID());
    expect(told).toMatchObject({ ok: true });
    const seen = (await ofBudi('FRM-01')).filter(({ note }) => /janji (satu|dua)/.test(note));
    expect(seen.map(({ value }) => value)).toEqual([100, 0]);
    // Six working days later the unit above hears of it, and it counts no second time.
    await tickAs(new Date('2026-12-09T17:00:00Z'), randomUUID());
    await report(late!, 'DONE');
    const after = (await ofBudi('FRM-01')).filter(({ note }) => /janji (satu|dua)/.test(note));
    expect(after).toHaveLength(2);
    const { data } = await employee.send(CommitmentsDocument, {
      ...{ region: REGION, openOnly: false, lateOnly: false, first: 100 },
    });
    const nodes = data!.commitments.edges.map(({ node }) => node);
    expect(nodes.find(({ id }) => id === late)).toMatchObject({
      ...{ state: 'DONE', late: true, settledOn: '2026-12-10', escalated: 2 },
      steps: [{ kind: 'MADE' }, { kind: 'LATE' }, { kind: 'ESCALATED' }, { kind: 'REPORTED' }],
    });
    expect(nodes.find(({ id }) => id === kept)).toMatchObject({ state: 'DONE', late: false, escalated: 0 });
  });

  it('are found late by the clock of running servers, of which one tells of each', async () => {
    const session = await opened();
    const [made] = await logged(session, [promise({ text: 'janji yang ditemukan jam' })]);
    now = new Date('2026-12-20T02:00:00Z');
    const { orm, unitOfWork } = pantau;
    const logger = createLogger('silent');
    const clocks = [1, 2].map(() => startLateClock({ orm, unitOfWork, logger, everyMs: 10 }));
    const steps = async () =>
      (
        await database.client.query(
          'select kind from commitment_step where commitment_id = $1 order by seq',
          [made],
        )
      ).rows.map(({ kind }) => kind as string);
    try {
      while ((await steps()).length < 2) await wait(10);
    } finally {
      for (const clock of clocks) await clock.stop();
    }
    // It is found late by so much that the unit above hears of it at once.
    expect(await steps()).toEqual(['MADE', 'ESCALATED']);
  });

  it('are told of plainly where they cannot be kept', async () => {
    const session = await opened();
    const [made] = await logged(session, [promise({ text: 'janji tiga' })]);
    const report = (note: string) =>
      leader.send(ReportCommitmentDocument, {
        input: { region: REGION, key: randomUUID(), commitment: made!, state: 'CANNOT', note },
      });
    expect((await report('')).data!.reportCommitment).toMatchObject({ code: 'REPORT_NOTE_MISSING' });
    expect((await report('Tiangnya milik PLN; sudah disurati.')).data!.reportCommitment).toMatchObject({
      commitment: { state: 'CANNOT', late: false },
    });
    expect((await ofBudi('FRM-01')).some(({ note }) => note.includes('janji tiga'))).toBe(false);
  });

  it('and sessions held count for whoever plans for them', async () => {
    const before = (await ofBudi('FRM-02')).length;
    const session = await opened();
    await logged(session, [{ close: true }]);
    expect((await ofBudi('FRM-02')).length).toBe(before + 1);
  });
});

describe('what everybody may see', () => {
  const anybody = () => as();
  const track = async (code: string) =>
    (await anybody().send(TrackForumOutcomeDocument, { region: REGION, code })).data?.trackForumOutcome;

  it('is what was said, once the minutes are shared, and every promise from the first moment', async () => {
    const session = await opened({ title: 'Pertemuan terbuka' });
    const [, made] = await logged(session, [
      { outcome: { kind: 'ISSUE', text: 'Genangan di depan SD' } },
      promise({ text: 'Saluran dikeruk' }),
    ]);
    const sessions = async () =>
      (await anybody().send(PublicForumSessionsDocument, { region: REGION, first: 100 }))
        .data!.publicForumSessions.edges.map(({ node }) => node)
        .find(({ id }) => id === session)!;
    const promises = async (settled: boolean) =>
      (
        await anybody().send(PublicCommitmentsDocument, {
          ...{ region: REGION, unit: kalijudan, settled, first: 100 },
        })
      ).data!.publicCommitments.edges.map(({ node }) => node);
    expect(await sessions()).toMatchObject({ phase: 'OPEN', outcomes: [] });
    expect((await promises(false)).find(({ id }) => id === made)).toMatchObject({
      ...{ text: 'Saluran dikeruk', dueOn: '2026-12-01', state: 'PROMISED' },
      steps: [{ kind: 'MADE' }],
    });
    await logged(session, [{ close: true }]);
    await leader.send(ShareMinutesDocument, { input: { region: REGION, key: randomUUID(), session } });
    expect((await sessions()).outcomes.map(({ text }) => text)).toEqual([
      'Genangan di depan SD',
      'Saluran dikeruk',
    ]);
    const figures = async () =>
      (await anybody().send(PublicPromisesDocument, { region: REGION, unit: kalijudan })).data!
        .publicPromises;
    const before = await figures();
    await leader.send(ReportCommitmentDocument, {
      input: { region: REGION, key: randomUUID(), commitment: made!, state: 'DONE', note: 'selesai' },
    });
    expect(await figures()).toEqual({
      ...before,
      open: before.open - 1,
      keptInTime: before.keptInTime + 1,
    });
    expect((await promises(true)).find(({ id }) => id === made)).toMatchObject({
      state: 'DONE',
      late: false,
    });
  });

  it('shows whoever has the code of what they said what was promised for it', async () => {
    const session = await opened();
    const code = 'BCDFGHJKLMNP';
    const [asked] = await logged(session, [
      { outcome: { kind: 'ISSUE', text: 'Lampu jalan mati', trackingCode: code } },
    ]);
    expect(await track('bcdf-ghjk-lmnp')).toMatchObject({
      ...{ text: 'Lampu jalan mati', unitName: 'Kelurahan Kalijudan', commitments: [] },
      ...{ heldOn: HELD_ON },
    });
    const twice = await log(session, [
      entry({ outcome: { kind: 'ISSUE', text: 'lain', trackingCode: code } }),
    ]);
    expect(codes(twice.results)).toEqual(['TRACKING_CODE_TAKEN']);
    const seen = (await track(code))!.movedAt;
    now = new Date(NOON.getTime() + 60_000);
    await logged(session, [promise({ text: 'Lampu diganti', answers: asked })]);
    const after = (await track(code))!;
    expect(after.commitments).toMatchObject([{ text: 'Lampu diganti', state: 'PROMISED' }]);
    expect(Date.parse(after.movedAt)).toBeGreaterThan(Date.parse(seen));
    expect(await track('BCDFGHJKLMNQ')).toBeNull();
    const { rows } = await database.client.query(
      `select string_agg(o::text, ' ') as all from forum_outcome o
       union all select string_agg(e::text, ' ') from forum_entry e`,
    );
    expect(JSON.stringify(rows)).not.toContain(code);
  });
});

describe('the wall', () => {
  it('has a promise the moment it is spoken, and hears of every step', async () => {
    const session = await opened();
    const [first] = await logged(session, [promise({ text: 'janji sebelum dinding menyala' })]);
    const messages = leader.subscribe(WallDocument, { region: REGION });
    const next = async () => {
      for (;;) {
        const { value } = await messages.next();
        const message = value?.data?.wall;
        if (message === undefined) throw new Error(JSON.stringify(value));
        if (message.__typename !== 'WallHeartbeat') return message;
      }
    };
    const whole = await next();
    if (whole.__typename !== 'WallSnapshot') throw new Error(whole.__typename);
    expect(whole.commitments.find((one: { id: string }) => one.id === first)).toMatchObject({
      ...{ text: 'janji sebelum dinding menyala', unitName: 'Kelurahan Kalijudan', late: false },
    });
    expect(whole.happenings[0]!.sentence).toBe(
      'Kelurahan Kalijudan berjanji di forum: «janji sebelum dinding menyala», paling lambat 1 Desember 2026',
    );
    const [made] = await logged(session, [promise({ text: 'janji di depan dinding' })]);
    expect(await next()).toMatchObject({
      ...{ units: [], commitment: { id: made, state: 'PROMISED' } },
      happening: { unitName: 'Kelurahan Kalijudan' },
    });
    await logged(session, [{ withdraw: { outcome: made!, why: 'dobel' } }]);
    expect(await next()).toMatchObject({ commitment: { id: made, withdrawn: true }, happening: null });
    await messages.return?.();
  });
});

describe('a session that is followed', () => {
  it('comes whole, then with each entry, and goes on from a cursor without a gap', async () => {
    const session = await opened();
    const messages = facilitator.subscribe(FollowForumSessionDocument, { region: REGION, id: session });
    const next = async (stream = messages) => {
      for (;;) {
        const { value } = await stream.next();
        const message = value?.data?.forumSession;
        if (message === undefined) throw new Error(JSON.stringify(value));
        if (message.__typename === 'ForumSessionUpdate') return message;
      }
    };
    const whole = await next();
    expect(whole).toMatchObject({ reason: 'FIRST', session: { phase: 'OPEN' }, outcomes: [] });
    const [made] = await logged(session, [promise()]);
    const moved = await next();
    expect(moved).toMatchObject({
      ...{ reason: null, outcomes: [{ id: made, kind: 'COMMITMENT' }], commitments: [{ id: made }] },
    });
    await messages.return?.();
    await logged(session, [{ attend: { group: 'MEN', change: 4 } }]);
    const again = facilitator.subscribe(FollowForumSessionDocument, {
      ...{ region: REGION, id: session, after: moved.cursor },
    });
    expect(await next(again)).toMatchObject({ reason: null, session: { attended: 4 }, outcomes: [] });
    await again.return?.();
  });
});

it('sessions come in pages, the latest day first', async () => {
  await planned({ heldOn: '2027-01-12' });
  const page = (after?: string) =>
    employee.send(ForumSessionsDocument, {
      region: REGION,
      from: '2026-12-01',
      first: 1,
      ...(after && { after }),
    });
  const first = (await page()).data!.forumSessions;
  expect(first.edges.map(({ node }) => node.heldOn)).toEqual(['2027-01-12']);
  const second = (await page(first.pageInfo.endCursor!)).data!.forumSessions;
  expect(second.edges.map(({ node }) => node.heldOn)).toEqual(['2026-12-08']);
});

describe('the audit chain', () => {
  const verify = () =>
    inOneMoment(database.client, () => verifyChain(databaseSource(database.client, REGION), []));

  it('fits what was sent and signed, and notices another word', async () => {
    const { findings, counts } = await verify();
    expect(findings).toEqual([]);
    expect(counts.evidence).toBeGreaterThan(50);
    for (const change of [
      `update forum_entry set said = '{"text":"lain"}' where part = 'OUTCOME'`,
      `update forum_entry set taken_at = taken_at - interval '1 day'`,
      `update forum_minutes set content = replace(content, 'Loket', 'Pintu')`,
      `delete from forum_minutes`,
    ]) {
      await database.client.query('begin');
      await database.client.query(change);
      const altered = await verifyChain(databaseSource(database.client, REGION), []);
      await database.client.query('rollback');
      expect(altered.findings.length).toBeGreaterThan(0);
    }
  });
});
