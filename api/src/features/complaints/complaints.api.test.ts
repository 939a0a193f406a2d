import { randomUUID } from 'node:crypto';
import { print } from 'graphql';
import { databaseSource, inOneMoment } from '../../audit-verify/database-source.js';
import { verifyChain } from '../../audit-verify/verify-chain.js';
import { sqlOf } from '../../platform/database/sql.js';
import { createTestDatabase, type TestDatabase } from '../../testing/database.js';
import { documentsOf } from '../../testing/documents.js';
import { signIn, signInChief, type SignedIn } from '../../testing/sign-in.js';
import { NIPS, NOON, openSmallOffice, REGION } from '../../testing/small-office.js';
import { startPantau, type RunningPantau } from '../../testing/start-pantau.js';
import { endRecords } from '../privacy/end-records.js';

const documents = documentsOf('complaints');
const DAY = 24 * 3_600_000;
const RATNA = { name: 'Ratnaningrum Kusumawardani', contact: '0812-5550-1234' };
const TEXT = 'Loket tutup pukul 11.40 padahal jadwalnya sampai 12.00.';
const REASON = 'Menelepon balik untuk menanyakan nomor berkasnya.';
const ANSWER = 'Jam loket sudah ditempel, dan ada petugas pengganti.';

let database: TestDatabase;
let pantau: RunningPantau;
let now = NOON;
let units: Record<'kalijudan' | 'kalisari', string>;
let facilitator: SignedIn;
let elsewhere: SignedIn;
let leader: SignedIn;
let employee: SignedIn;
let auditor: SignedIn;

beforeAll(async () => {
  database = await createTestDatabase();
  pantau = await startPantau({ databaseUrl: database.url, clock: () => now });
  await openSmallOffice(pantau);
  const { rows } = await database.client.query('select code, id from org_unit');
  const unit = (code: string) => rows.find((row) => row.code === code).id as string;
  units = { kalijudan: unit('35.78.26.1006'), kalisari: unit('35.78.26.1004') };
  const of = (role: 'FACILITATOR' | 'LEADERSHIP', unitId: string) =>
    signIn(pantau, REGION, { roles: [{ role, unitId }] });
  facilitator = await of('FACILITATOR', units.kalijudan);
  elsewhere = await of('FACILITATOR', units.kalisari);
  leader = await of('LEADERSHIP', units.kalijudan);
  const found = await database.client.query('select id from employee where nip = $1', [NIPS.sari]);
  employee = await signIn(pantau, REGION, { employeeId: found.rows[0].id });
  auditor = await signIn(pantau, REGION, { roles: [{ role: 'AUDITOR' }] });
});
afterAll(async () => {
  await pantau?.close();
  await database?.drop();
});
beforeEach(async () => {
  now = NOON;
  await database.client.query('delete from sign_in_failure');
});

async function ask(who: SignedIn | null, name: string, variables: object = {}): Promise<any> {
  const response = await fetch(`${pantau.address}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(who !== null && { authorization: `Bearer ${who.token}` }),
    },
    body: JSON.stringify({ query: print(documents[name]!), variables: { region: REGION, ...variables } }),
  });
  return response.json();
}

const filing = (change: object = {}) => ({
  ...{ region: REGION, key: randomUUID(), unit: units.kalijudan, class: 'GRIEVANCE', text: TEXT },
  ...{ naming: 'SECRET', complainant: RATNA },
  ...change,
});
const file = async (change: object = {}, who: SignedIn | null = null) =>
  (await ask(who, 'FileComplaint', { input: filing(change) })).data.fileComplaint;
const anonymous = { naming: 'ANONYMOUS', complainant: null };
const track = async (code: string, who: SignedIn | null = null) =>
  (await ask(who, 'TrackComplaint', { code })).data.trackComplaint;
const list = async (who: SignedIn, variables: object = {}) => {
  const { data, errors } = await ask(who, 'Complaints', { openOnly: false, first: 100, ...variables });
  return errors === undefined
    ? data.complaints.edges.map(({ node }: any) => node)
    : errors.map(({ extensions }: any) => extensions.code);
};
const answer = (id: string, who: SignedIn, change: object = {}) =>
  ask(who, 'AnswerComplaint', {
    input: { region: REGION, key: randomUUID(), id, answer: ANSWER, ...change },
  });
const openName = (id: string, who: SignedIn, change: object = {}) =>
  ask(who, 'OpenComplainant', {
    input: { region: REGION, key: randomUUID(), id, reason: REASON, ...change },
  });
const codesOf = ({ errors }: any) => errors?.map(({ extensions }: any) => extensions.code);
const count = async (from: string) =>
  (await database.client.query(`select count(*)::int as n from ${from}`)).rows[0].n as number;
const newest = async () =>
  (await database.client.query('select id from complaint order by id desc limit 1')).rows[0].id as string;

describe('filing', () => {
  it('is open to whoever is not signed in, and its code shows what becomes of it', async () => {
    const filed = await file();
    expect(filed).toEqual({
      __typename: 'ComplaintFiled',
      complaint: {
        class: 'GRIEVANCE',
        unitName: 'Kelurahan Kalijudan',
        filedAt: NOON.toISOString(),
        respondBy: '2026-11-27',
        dueOn: '2026-12-01',
        overdue: false,
        state: 'RECEIVED',
        answer: null,
        nameKept: true,
      },
      trackingCode: expect.stringMatching(/^[B-Z]{4}-[B-Z]{4}$/),
      cursor: expect.any(String),
      replayed: false,
    });
    const shown = await track(filed.trackingCode.toLowerCase().replace('-', ' '));
    expect(shown).toEqual(filed.complaint);
    expect(JSON.stringify(shown)).not.toContain(TEXT);
    now = new Date(NOON.getTime() + 8 * DAY);
    expect(await track(filed.trackingCode)).toMatchObject({ overdue: true, state: 'RECEIVED' });
  });

  it('sent again over a bad network shows the same code, and leaves one complaint', async () => {
    const [complaints, names] = [await count('complaint'), await count('complainant')];
    const key = randomUUID();
    const first = await file({ key });
    const again = await Promise.all([file({ key }), file({ key }), file({ key })]);
    for (const one of again) expect(one).toMatchObject({ trackingCode: first.trackingCode, replayed: true });
    expect([await count('complaint'), await count('complainant')]).toEqual([complaints + 1, names + 1]);
    expect(await file({ key, text: `${TEXT} Lagi.` })).toMatchObject({ __typename: 'IdempotencyConflict' });
    expect(await file({ key, complainant: { ...RATNA, name: 'Orang lain' } })).toMatchObject({
      code: 'IDEMPOTENCY_CONFLICT',
    });
    expect((await file()).trackingCode).not.toBe(first.trackingCode);
  });

  it('sent many times at the same moment is taken once, and all are told the same code', async () => {
    const [complaints, names] = [await count('complaint'), await count('complainant')];
    // Held up before it is done, so that the others come while the first is under way.
    await database.client.query(`
      create function slowly() returns trigger language plpgsql as $$ begin perform pg_sleep(0.2); return new; end $$;
      create trigger slowly after insert on complaint for each row execute function slowly()`);
    try {
      const key = randomUUID();
      const all = await Promise.all(Array.from({ length: 8 }, () => file({ key })));
      expect(new Set(all.map(({ trackingCode }) => trackingCode)).size).toBe(1);
      expect(all.filter(({ replayed }) => replayed === false)).toHaveLength(1);
    } finally {
      await database.client.query('drop function slowly() cascade');
    }
    expect([await count('complaint'), await count('complainant')]).toEqual([complaints + 1, names + 1]);
  });

  it('takes a name for a secret and for a named complaint, and none for an anonymous one', async () => {
    const names = await count('complainant');
    expect(await file({ naming: 'NAMED' })).toMatchObject({ replayed: false });
    expect(await count('complainant')).toBe(names + 1);
    expect(await file(anonymous)).toMatchObject({ replayed: false });
    expect(await count('complainant')).toBe(names + 1);
    const refused = async (change: object) => (await file(change)).code;
    expect(await refused({ naming: 'ANONYMOUS' })).toBe('COMPLAINANT_UNWANTED');
    expect(await refused({ complainant: null })).toBe('COMPLAINANT_MISSING');
    expect(await refused({ text: 'Loket tutup.' })).toBe('COMPLAINT_TEXT_MISSING');
    expect(await refused({ unit: randomUUID() })).toBe('COMPLAINT_UNIT_UNKNOWN');
    expect(await refused({ channel: 'PHONE' })).toBe('COMPLAINT_CHANNEL_OF_OFFICE');
  });

  it('by an employee is recorded like that of a stranger; what a facilitator writes down bears their account', async () => {
    const by = async () =>
      (
        await database.client.query(
          `select c.filed_by, c.channel, e.actor_kind, e.actor_id from complaint c
           join audit_entry e on e.region_code = c.region_code and e.id = c.recorded_in order by c.id desc limit 1`,
        )
      ).rows[0];
    await file({}, employee);
    const stranger = { filed_by: 'public', channel: 'WEB', actor_kind: 'PUBLIC', actor_id: 'public' };
    expect(await by()).toEqual(stranger);
    await file({}, facilitator);
    expect(await by()).toEqual(stranger);
    await file({ channel: 'COUNTER' }, facilitator);
    const { accountId } = facilitator;
    expect(await by()).toEqual({
      ...{ filed_by: accountId, channel: 'COUNTER', actor_kind: 'PERSON', actor_id: accountId },
    });
    expect(await file({ channel: 'COUNTER' }, elsewhere)).toMatchObject({
      code: 'COMPLAINT_CHANNEL_OF_OFFICE',
    });
    expect(await file({ channel: 'COUNTER' }, leader)).toMatchObject({ code: 'COMPLAINT_CHANNEL_OF_OFFICE' });
  });

  it('is rationed by network: not what is refused or sent again, and not what a facilitator writes down', async () => {
    const key = randomUUID();
    const first = await file({ ...anonymous, key });
    expect(await file({ ...anonymous, text: '' })).toMatchObject({ code: 'COMPLAINT_TEXT_MISSING' });
    for (let n = 1; n < 20; n += 1) expect(await file(anonymous)).toMatchObject({ replayed: false });
    expect(await file(anonymous)).toMatchObject({
      code: 'COMPLAINT_TOO_MANY',
      message: expect.stringContaining('60 menit'),
      mender: 'SENDER',
    });
    expect(await file({ ...anonymous, key })).toMatchObject({
      replayed: true,
      trackingCode: first.trackingCode,
    });
    expect(await file({ ...anonymous, channel: 'FORUM' }, facilitator)).toMatchObject({ replayed: false });
    now = new Date(NOON.getTime() + 3_600_000);
    expect(await file(anonymous)).toMatchObject({ replayed: false });
  });

  it('knows the units of a region that is held, and no other region', async () => {
    const { data } = await ask(null, 'ComplaintOffices');
    expect(data.complaintOffices.map(({ name }: any) => name)).toEqual([
      'Kecamatan Mulyorejo',
      'Kelurahan Kalijudan',
      'Kelurahan Kalisari',
    ]);
    const gone = { region: '12.71' };
    expect(codesOf(await ask(null, 'ComplaintOffices', gone))).toEqual(['NOT_FOUND']);
    expect(codesOf(await ask(null, 'TrackComplaint', { ...gone, code: 'BCDF-GHJK' }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await ask(null, 'FileComplaint', { input: filing(gone) }))).toEqual(['NOT_FOUND']);
  });
});

describe('following by the code', () => {
  it('gives nothing for a wrong one, and slows whoever tries many down', async () => {
    const { trackingCode } = await file(anonymous);
    expect(await track('no code at all')).toBeNull();
    const wrong = trackingCode.startsWith('B') ? 'CCCC-CCCC' : 'BBBB-BBBB';
    for (let n = 0; n < 5; n += 1) expect(await track(wrong)).toBeNull();
    const waits = await ask(null, 'TrackComplaint', { code: trackingCode });
    expect(codesOf(waits)).toEqual(['LIMIT_RATE']);
    now = new Date(NOON.getTime() + 6_000);
    expect(await track(trackingCode)).toMatchObject({ state: 'RECEIVED' });
  });
});

describe('the office', () => {
  it('reads the complaints of its units, without a name, and nobody else does', async () => {
    await file();
    await file({ ...anonymous, unit: units.kalisari, class: 'INFORMATION' });
    const chief = await signInChief(pantau, REGION);
    const of = (nodes: any[]) => [...new Set<string>(nodes.map(({ unit }) => unit.name))].sort();
    const [kalijudan, kalisari] = ['Kelurahan Kalijudan', 'Kelurahan Kalisari'];
    expect(of(await list(facilitator))).toEqual([kalijudan]);
    expect(of(await list(leader))).toEqual([kalijudan]);
    expect(of(await list(elsewhere))).toEqual([kalisari]);
    expect(of(await list(chief))).toEqual([kalijudan, kalisari]);
    expect(of(await list(chief, { unit: units.kalisari }))).toEqual([kalisari]);
    const all = await list(chief);
    expect(all.map(({ id }: any) => id)).toEqual(all.map(({ id }: any) => id).toSorted());
    expect(all).toHaveLength(await count('complaint'));
    expect(JSON.stringify(all)).not.toContain(RATNA.name);
    for (const other of [employee, auditor]) expect(await list(other)).toEqual(['FORBIDDEN']);
    expect(codesOf(await ask(null, 'Complaints'))).toEqual(['UNAUTHENTICATED']);
  });

  it('answers once, also late, and the citizen reads it', async () => {
    const { trackingCode } = await file();
    const id = await newest();
    for (const other of [employee, auditor, elsewhere])
      expect(codesOf(await answer(id, other))).toEqual(['FORBIDDEN']);
    expect(codesOf(await answer(randomUUID(), leader))).toEqual(['FORBIDDEN']);
    expect((await answer(id, leader, { answer: 'Baik.' })).data.answerComplaint.code).toBe(
      'COMPLAINT_ANSWER_MISSING',
    );
    now = new Date(NOON.getTime() + 30 * DAY);
    const key = randomUUID();
    const done = (await answer(id, leader, { key })).data.answerComplaint;
    expect(done).toMatchObject({
      __typename: 'ComplaintRecorded',
      complaint: { id, state: 'ANSWERED', overdue: false, answer: ANSWER, answeredAt: now.toISOString() },
    });
    expect((await answer(id, leader, { key })).data.answerComplaint.replayed).toBe(true);
    expect((await answer(id, facilitator)).data.answerComplaint.code).toBe('COMPLAINT_ANSWERED');
    expect(await track(trackingCode)).toMatchObject({ state: 'ANSWERED', answer: ANSWER });
    expect((await list(facilitator, { openOnly: true })).map((one: any) => one.id)).not.toContain(id);
  });
});

describe('the name', () => {
  const openings = async () =>
    (
      await database.client.query(
        `select e.actor_id, e.outcome, d.detail from audit_entry e
         left join audit_detail d on d.region_code = e.region_code and d.seq = e.seq
         where e.action = 'openComplainant' and e.outcome <> 'DENIED' order by e.seq`,
      )
    ).rows;

  it('is opened by a facilitator of the unit alone, with a reason, and each time is told', async () => {
    await file();
    const id = await newest();
    const before = (await openings()).length;
    for (const other of [leader, employee, auditor, elsewhere])
      expect(codesOf(await openName(id, other))).toEqual(['FORBIDDEN']);
    expect(codesOf(await openName(randomUUID(), facilitator))).toEqual(['FORBIDDEN']);
    expect((await openName(id, facilitator, { reason: 'Iseng' })).data.openComplainant.code).toBe(
      'OPENING_REASON_LENGTH',
    );
    expect(await openings()).toHaveLength(before);
    const key = randomUUID();
    expect((await openName(id, facilitator, { key })).data.openComplainant).toEqual({
      ...{ __typename: 'ComplainantOpened', ...RATNA, replayed: false },
    });
    expect((await openName(id, facilitator, { key })).data.openComplainant).toMatchObject({
      ...{ ...RATNA, replayed: true },
    });
    expect((await openName(id, facilitator)).data.openComplainant).toMatchObject(RATNA);
    const told = { complaintId: id, reason: REASON, subjects: [] };
    expect((await openings()).slice(before)).toEqual(
      Array.from({ length: 3 }, () => ({ actor_id: facilitator.accountId, outcome: 'DONE', detail: told })),
    );
  });

  it('is not given where its opening cannot be told', async () => {
    await file();
    const id = await newest();
    await database.client.query(
      `alter table audit_entry add constraint full_disk check (action <> 'openComplainant') not valid`,
    );
    try {
      const answered = await openName(id, facilitator);
      expect(answered.data).toBeNull();
      expect(JSON.stringify(answered)).not.toContain(RATNA.name);
    } finally {
      await database.client.query('alter table audit_entry drop constraint full_disk');
    }
  });

  it('of an anonymous complaint is nowhere', async () => {
    await file(anonymous);
    const opened = await openName(await newest(), facilitator);
    expect(opened.data.openComplainant.code).toBe('COMPLAINT_ANONYMOUS');
  });

  it('stands in no column of any table, and nothing leads from the complaint to it', async () => {
    await file();
    const id = await newest();
    await openName(id, facilitator);
    await answer(id, facilitator);
    const { rows: tables } = await database.client.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    );
    const spelt = Object.values(RATNA).flatMap((text) => [
      text,
      Buffer.from(text).toString('hex'),
      Buffer.from(text).toString('base64'),
    ]);
    let lines = 0;
    for (const { relname } of tables) {
      const { rows } = await database.client.query(`select to_jsonb(t)::text as line from ${relname} t`);
      lines += rows.length;
      for (const { line } of rows)
        expect([relname, spelt.filter((text) => line.includes(text))]).toEqual([relname, []]);
    }
    expect(lines).toBeGreaterThan(100);
    // What the one holds stands nowhere in the other, but for the region, days and words of every row.
    const { rows: complaints } = await database.client.query('select to_jsonb(t) as row from complaint t');
    const { rows: names } = await database.client.query(
      `select encode(locator, 'hex') as locator, encode(sealed, 'hex') as sealed from complainant`,
    );
    const all = JSON.stringify(complaints);
    for (const { locator, sealed } of names) {
      expect(all).not.toContain(locator);
      for (const { row } of complaints) expect(sealed).not.toContain(row.id.replaceAll('-', ''));
    }
    const { rows: columns } = await database.client.query(
      `select column_name as name, data_type as type from information_schema.columns where table_name = 'complainant' order by 1`,
    );
    expect(columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'answered_on date',
      'created_on date',
      'locator bytea',
      'region_code text',
      'sealed bytea',
    ]);
    const lengths = await database.client.query('select distinct octet_length(sealed) as n from complainant');
    expect(lengths.rows).toHaveLength(1);
  });

  it('erased leaves the complaint, and its time runs from the answer', async () => {
    const { trackingCode } = await file();
    const id = await newest();
    await database.client.query(`update complainant set created_on = '2026-01-01' where answered_on is null`);
    await answer(id, facilitator);
    const { rows } = await database.client.query(
      `select answered_on::text from complainant where created_on = '2026-01-01' and answered_on is not null`,
    );
    expect(rows).toEqual([{ answered_on: '2026-11-24' }]);
    await database.client.query('delete from complainant where answered_on is not null');
    expect((await openName(id, facilitator)).data.openComplainant.code).toBe('COMPLAINANT_GONE');
    expect(await track(trackingCode)).toMatchObject({ state: 'ANSWERED', answer: ANSWER });
    expect((await list(facilitator)).find((one: any) => one.id === id)).toMatchObject({
      ...{ text: TEXT, naming: 'SECRET' },
    });
  });

  it('is erased by whoever has the code, for good, and the complaint is handled all the same', async () => {
    const { trackingCode } = await file();
    const id = await newest();
    const names = await count('complainant');
    const erase = async (code: string, key = randomUUID()) =>
      (await ask(null, 'EraseComplainant', { input: { region: REGION, key, code } })).data.eraseComplainant;
    expect(await erase('no code')).toMatchObject({ code: 'TRACKING_CODE_UNKNOWN' });
    const wrong = trackingCode.startsWith('B') ? 'CCCC-CCCC' : 'BBBB-BBBB';
    expect(await erase(wrong)).toMatchObject({ code: 'TRACKING_CODE_UNKNOWN' });
    expect(await count('complainant')).toBe(names);
    expect(await track(trackingCode)).toMatchObject({ nameKept: true });
    const key = randomUUID();
    expect(await erase(trackingCode.toLowerCase(), key)).toMatchObject({
      __typename: 'ComplainantErased',
      complaint: { nameKept: false, state: 'RECEIVED' },
      replayed: false,
    });
    expect(await erase(trackingCode, key)).toMatchObject({ complaint: { nameKept: false }, replayed: true });
    expect(await erase(trackingCode)).toMatchObject({ code: 'COMPLAINANT_GONE' });
    expect(await count('complainant')).toBe(names - 1);
    expect((await openName(id, facilitator)).data.openComplainant.code).toBe('COMPLAINANT_GONE');
    expect((await answer(id, facilitator)).data.answerComplaint.__typename).toBe('ComplaintRecorded');
    expect(await track(trackingCode)).toMatchObject({ nameKept: false, answer: ANSWER });
    const { rows } = await database.client.query(
      `select e.actor_id, d.detail from audit_entry e join audit_detail d using (region_code, seq)
       where e.action = 'eraseComplainant'`,
    );
    expect(rows).toEqual([{ actor_id: 'public', detail: { complaintId: id, subjects: [] } }]);
    const nameless = await file(anonymous);
    expect(nameless.complaint.nameKept).toBe(false);
    expect(await erase(nameless.trackingCode)).toMatchObject({ code: 'COMPLAINT_ANONYMOUS' });
  });

  it('is not erased by guessing: wrong codes are counted as where a complaint is followed', async () => {
    const { trackingCode } = await file();
    const wrong = trackingCode.startsWith('B') ? 'CCCC-CCCC' : 'BBBB-BBBB';
    for (let n = 0; n < 5; n += 1) expect(await track(wrong)).toBeNull();
    const input = { region: REGION, key: randomUUID(), code: trackingCode };
    const waits = (await ask(null, 'EraseComplainant', { input })).data.eraseComplainant;
    expect(waits).toMatchObject({ code: 'TRACKING_CODE_TOO_OFTEN', field: 'code' });
    now = new Date(NOON.getTime() + 6_000);
    expect(await track(trackingCode)).toMatchObject({ nameKept: true });
  });

  it('moved or changed does not open', async () => {
    await file();
    const one = await newest();
    await file();
    const other = await newest();
    await database.client.query(
      `update complainant set sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1) where answered_on is null`,
    );
    for (const id of [one, other]) {
      const opened = await openName(id, facilitator);
      expect(codesOf(opened)).toEqual(['INTERNAL']);
      expect(JSON.stringify(opened)).not.toContain(RATNA.name);
    }
  });
});

describe('the audit chain', () => {
  const verify = () =>
    inOneMoment(database.client, () => verifyChain(databaseSource(database.client, REGION), []));

  it('fits what citizens and the office did, notices another word, and fits once the words are over', async () => {
    const { findings, counts } = await verify();
    expect(findings).toEqual([]);
    expect(counts.evidence).toBeGreaterThan(await count('complaint'));
    await database.client.query('begin');
    await database.client.query(`update complaint set answer = 'Lain.' where answered_at is not null`);
    const altered = await verifyChain(databaseSource(database.client, REGION), []);
    await database.client.query('rollback');
    expect(altered.findings.length).toBeGreaterThan(0);
    const answered = await count('complaint where answered_at is not null');
    const ended = await endRecords(sqlOf(pantau.orm.em.fork()), new Date(NOON.getTime() + 800 * DAY));
    expect(ended.complaint).toBe(answered);
    expect((await verify()).findings).toEqual([]);
    expect(await count('complaint where text is null')).toBe(answered);
  });
});
