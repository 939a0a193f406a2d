import { randomUUID } from 'node:crypto';
import { openStores, type Stores } from '../../app/stores.js';
import { acceptDue } from '../../domain/forum/accept-due.js';
import { isLate } from '../../domain/forum/commitment-clock.js';
import { COMMAND_LINE } from '../../platform/auth/actor.js';
import {
  composeSmallOffice,
  importTexts,
  NIPS,
  NOON,
  REGION,
  type SmallOffice,
} from '../../testing/small-office.js';
import type { Said } from './entry-parts.js';
import { logEntry } from './log-entry.js';
import { noteLate } from './note-late.js';
import { planSeries } from './plan-series.js';
import { planSession } from './plan-session.js';

const NO_PICTURE = { photo: null, photoPublic: false };
const HELD_ON = '2026-11-24';
/** Five working days after the session. */
const DUE_ON = '2026-12-01';
const LAST_EVENING = new Date('2026-12-01T16:59:00Z');
const MIDNIGHT = new Date('2026-12-01T17:00:00Z');

let office: SmallOffice;
let now = NOON;
let kalijudan: string;
let kalisari: string;

beforeAll(async () => {
  office = await composeSmallOffice(() => now);
  await importTexts(office, {
    indicators: `code,name,name_en,measure_unit,direction,aggregation,lowest,highest,source,definition
FRM-01,Janji tepat waktu,Promises in time,%,HIGHER,MEAN,0,100,forum,Bagian janji yang ditepati pada waktunya
FRM-02,Pertemuan terlaksana,Sessions held,kali,HIGHER,SUM,0,,forum,Banyaknya pertemuan
`,
    // Budi and Dewi serve in Kalijudan, and Joko in the office above it; Dewi has no such plan.
    targets: `nip,indicator,period,weight,floor,target,stretch
${[NIPS.budi, NIPS.joko]
  .flatMap((nip) => [`${nip},FRM-01,2026-Q4,20,50,85,100`, `${nip},FRM-02,2026-Q4,20,0,3,4`])
  .join('\n')}
`,
  });
  const units = await stores().units.byCodes(['35.78.26.1006', '35.78.26.1004']);
  [kalijudan, kalisari] = ['35.78.26.1006', '35.78.26.1004'].map(
    (code) => units.find((unit) => unit.code === code)!.id,
  ) as [string, string];
});
afterAll(() => office?.close());
beforeEach(() => {
  now = NOON;
});

const stores = (): Stores => openStores(office.orm.em.fork(), REGION, now);

/** A session of Kalijudan that somebody has opened. */
async function opened(): Promise<string> {
  const command = { actor: COMMAND_LINE, regionCode: REGION, input: {} };
  const founded = await office.unitOfWork.run(
    { ...command, verb: 'planForumSeries', key: randomUUID() },
    (tx) =>
      planSeries(tx, COMMAND_LINE, {
        ...{ unitId: kalijudan, kind: 'FORUM_WARGA', name: 'Forum RW 3', place: 'Balai RW 3', quorum: 0 },
      }),
  );
  if (!founded.ok) throw new Error(founded.refusal.code);
  const planned = await office.unitOfWork.run(
    { ...command, verb: 'planForumSession', key: randomUUID() },
    (tx) =>
      planSession(tx, COMMAND_LINE, {
        ...{ seriesId: founded.value.seriesId, sessionId: null, title: 'November', place: 'Balai RW 3' },
        ...{ heldOn: HELD_ON, startsAt: '10:00', quorum: 0, concerned: [], agenda: [] },
      }),
  );
  if (!planned.ok) throw new Error(planned.refusal.code);
  await wrote(planned.value.sessionId, { part: 'OPEN' });
  return planned.value.sessionId;
}

/** What a device sends now, and wrote now unless it says when; gives the id. */
async function wrote(sessionId: string, said: Said, takenAt: Date = now): Promise<string> {
  const id = randomUUID();
  const done = await office.unitOfWork.run(
    { verb: 'logForumEntries', actor: COMMAND_LINE, regionCode: REGION, key: id, input: {} },
    (tx) =>
      logEntry(tx, COMMAND_LINE, sessionId, {
        ...{ id, reason: null, said, device: { id: kalijudan, seq: 1, takenAt, now } },
      }),
  );
  if (!done.ok) throw new Error(done.refusal.code);
  return id;
}

/** What the office says of it, outside of any session. */
async function reported(sessionId: string, commitment: string, state: 'DONE' | 'CANNOT'): Promise<void> {
  const said = {
    part: 'REPORT',
    commitment,
    state,
    note: 'Tiangnya milik PLN; sudah disurati.',
    ...NO_PICTURE,
  } as const;
  const id = randomUUID();
  const done = await office.unitOfWork.run(
    { verb: 'reportCommitment', actor: COMMAND_LINE, regionCode: REGION, key: id, input: {} },
    (tx) => logEntry(tx, COMMAND_LINE, sessionId, { id, device: null, reason: null, said }),
  );
  if (!done.ok) throw new Error(done.refusal.code);
}

/** A promise of one unit, made now, with a text by which its observations are found. */
async function promised(sessionId: string, ownerUnit: string = kalijudan) {
  const text = `Janji ${randomUUID()}`;
  const id = await wrote(sessionId, {
    ...{
      part: 'OUTCOME',
      kind: 'COMMITMENT',
      text,
      item: null,
      unit: null,
      indicator: null,
      complaint: null,
    },
    ...{ answers: null, trackingHash: null, ownerUnit, ownerRole: null, dueOn: null, workingDays: 5 },
  });
  return { id, text };
}

async function clockLooks(): Promise<void> {
  for (let more = true; more;) {
    const command = { actor: COMMAND_LINE, regionCode: REGION, key: randomUUID(), input: {} };
    // oxlint-disable-next-line no-await-in-loop -- until there is nothing left
    more = (await office.unitOfWork.run({ ...command, verb: 'noteLate' }, noteLate)).ok;
  }
}

/** Whom, with what, and of when something in words is observed. */
async function observed(words: string) {
  const rows = await office.orm.em
    .fork()
    .getConnection()
    .execute<{ nip: string; code: string; value: string; at: Date }[]>(
      `select e.nip, i.code, o.value::float8::text as value, o.observed_at as at from observation o
     join employee e on e.id = o.employee_id join indicator i on i.id = o.indicator_id
     where o.note like ? order by o.recorded_at, o.id`,
      [`%${words}%`],
    );
  return rows.map(({ nip, code, value, at }) => [nip, code, value, new Date(at).toISOString()]);
}

it('FO1 a promise is due on a working day after its session', () => {
  const due = (dueOn: string | null, workingDays: number | null) => {
    const verdict = acceptDue({ dueOn, workingDays }, HELD_ON, () => false);
    return verdict.ok ? verdict.value : verdict.refusal.code;
  };
  expect(due(null, 5)).toBe(DUE_ON);
  expect(due('2026-12-05', null)).toBe('2026-12-07');
  expect([due(HELD_ON, null), due(null, 0)]).toEqual(['DUE_IN_PAST', 'DUE_IN_PAST']);
  expect([due('2027-11-25', null), due('2027-11-26', null), due(null, 251)]).toEqual([
    ...['2027-11-25', 'DUE_TOO_FAR', 'DUE_TOO_FAR'],
  ]);
  expect([due(null, null), due(DUE_ON, 5)]).toEqual(['DUE_MISSING', 'DUE_MISSING']);
});

it('FO2 a promise is late once its last day is over', () => {
  const late = (state: 'STARTED' | 'DONE' | 'CANNOT', settledOn: string | null, today: string) =>
    isLate({ state, dueOn: DUE_ON, settledOn }, today);
  expect([late('STARTED', null, DUE_ON), late('STARTED', null, '2026-12-02')]).toEqual([false, true]);
  expect([late('DONE', DUE_ON, '2026-12-09'), late('DONE', '2026-12-02', '2026-12-09')]).toEqual([
    false,
    true,
  ]);
  expect(late('CANNOT', '2026-12-09', '2026-12-09')).toBe(false);
});

it('FO3 a promise done in time counts 100, one that becomes late 0, and each counts once', async () => {
  const session = await opened();
  const [kept, late] = [await promised(session), await promised(session)];
  now = LAST_EVENING;
  await reported(session, kept.id, 'DONE');
  await clockLooks();
  expect(await observed(kept.text)).toEqual([[NIPS.budi, 'FRM-01', '100', LAST_EVENING.toISOString()]]);
  expect(await observed(late.text)).toEqual([]);
  // Found out two days later, and done after that.
  now = new Date('2026-12-03T03:00:00Z');
  await clockLooks();
  await reported(session, late.id, 'DONE');
  expect(await observed(late.text)).toEqual([[NIPS.budi, 'FRM-01', '0', MIDNIGHT.toISOString()]]);
  expect(await observed(kept.text)).toHaveLength(1);
});

it('FO3 what a tablet without a network brings after the clock has looked puts right what was counted', async () => {
  const session = await opened();
  const [done, cannot] = [await promised(session), await promised(session)];
  now = MIDNIGHT;
  await clockLooks();
  const report = (commitment: string, state: 'DONE' | 'CANNOT') =>
    wrote(
      session,
      { part: 'REPORT', commitment, state, note: 'Tiangnya milik PLN; sudah disurati.', ...NO_PICTURE },
      NOON,
    );
  await report(done.id, 'DONE');
  await report(cannot.id, 'CANNOT');
  const standing = async (text: string) =>
    (
      await office.orm.em
        .fork()
        .getConnection()
        .execute<{ value: string }[]>(
          `select o.value::float8::text as value from observation o where o.note like ? and not o.withdrawn
             and not exists (select 1 from observation n where n.region_code = o.region_code and n.supersedes_id = o.id)`,
          [`%${text}%`],
        )
    ).map(({ value }) => value);
  expect(await standing(done.text)).toEqual(['100']);
  expect(await standing(cannot.text)).toEqual([]);
  expect(await stores().commitments.get(done.id)).toMatchObject({ state: 'DONE', escalated: 0 });
});

it('FO3 is told of each late promise, however many wait for the unit above to hear of them', async () => {
  const session = await opened();
  const many = await promised(session);
  await office.orm.em
    .fork()
    .getConnection()
    .execute(
      `with ids as materialized (select gen_random_uuid() as id from generate_series(1, 120)), said as (
         insert into forum_outcome select (jsonb_populate_record(o, jsonb_build_object('id', ids.id))).*
         from forum_outcome o, ids where o.id = ?
       )
       insert into commitment
       select (jsonb_populate_record(c, jsonb_build_object('id', ids.id, 'due_on', c.due_on - 1, 'escalated', 1))).*
       from commitment c, ids where c.id = ?`,
      [many.id, many.id],
    );
  now = MIDNIGHT;
  await clockLooks();
  expect(await stores().commitments.get(many.id)).toMatchObject({ escalated: 1 });
});

it('FO4 a promise that the office says it cannot keep counts nothing, where it says so in time', async () => {
  const session = await opened();
  const [inTime, tooLate] = [await promised(session), await promised(session)];
  now = LAST_EVENING;
  await reported(session, inTime.id, 'CANNOT');
  now = MIDNIGHT;
  await clockLooks();
  await reported(session, tooLate.id, 'CANNOT');
  expect(await observed(inTime.text)).toEqual([]);
  expect(await observed(tooLate.text)).toEqual([[NIPS.budi, 'FRM-01', '0', MIDNIGHT.toISOString()]]);
});

it('FO5 a promise counts for those of its unit who plan for it, and for nobody else', async () => {
  const session = await opened();
  const [own, elsewhere] = [await promised(session), await promised(session, kalisari)];
  await reported(session, own.id, 'DONE');
  await reported(session, elsewhere.id, 'DONE');
  expect((await observed(own.text)).map(([nip]) => nip)).toEqual([NIPS.budi]);
  expect(await observed(elsewhere.text)).toEqual([]);
});

it('FO6 a session that is closed counts 1 for the unit that invites', async () => {
  const before = await observed('Pertemuan forum terlaksana');
  const session = await opened();
  now = new Date(NOON.getTime() + 60_000);
  await wrote(session, { part: 'CLOSE' });
  expect((await observed('Pertemuan forum terlaksana')).slice(before.length)).toEqual([
    [NIPS.budi, 'FRM-02', '1', now.toISOString()],
  ]);
});
