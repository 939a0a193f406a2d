import { randomUUID } from 'node:crypto';
import { print } from 'graphql';
import { databaseSource, inOneMoment } from '../../audit-verify/database-source.js';
import { verifyChain } from '../../audit-verify/verify-chain.js';
import { sqlOf } from '../../platform/database/sql.js';
import { createTestDatabase, type TestDatabase } from '../../testing/database.js';
import { documentsOf } from '../../testing/documents.js';
import { signIn, signInChief, type SignedIn } from '../../testing/sign-in.js';
import { importTexts, NIPS, NOON, openSmallOffice, REGION } from '../../testing/small-office.js';
import { startPantau, type RunningPantau } from '../../testing/start-pantau.js';
import { endRecords } from '../privacy/end-records.js';

const documents = documentsOf('feedback');
const HOUR = 3_600_000;
const TODAY = '2026-11-24';
const QUARTER = '2026-Q4';
const TEXT = 'Antreannya cepat, tetapi kursinya kurang.';
const CONTACT = '0812-5550-9876';
const REASON = 'Menjawab saran tentang kursi tunggu.';
const ELEMENTS = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'U7', 'U8', 'U9'];

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
const command = (who: SignedIn | null, name: string, change: object) =>
  ask(who, name, { input: { region: REGION, key: randomUUID(), ...change } });
const codesOf = ({ errors }: any) => errors?.map(({ extensions }: any) => extensions.code);
const count = async (from: string) =>
  (await database.client.query(`select count(*)::int as n from ${from}`)).rows[0].n as number;

let made = 0;
async function counter(unit = units.kalijudan, by = facilitator): Promise<{ id: string; code: string }> {
  const answered = await command(by, 'MakeCounter', { unit, name: `Loket ${(made += 1)}` });
  return answered.data.makeCounter.counter;
}
const all = (rating: number) => ELEMENTS.map((element) => ({ element, rating }));
const leave = async (code: string, change: object = {}, who: SignedIn | null = null) =>
  (await command(who, 'LeaveFeedback', { code, ratings: [{ element: 'U3', rating: 4 }], ...change })).data
    .leaveFeedback;
const list = async (who: SignedIn, variables: object = {}) => {
  const { data, errors } = await ask(who, 'FeedbackList', { first: 100, ...variables });
  return errors === undefined
    ? data.feedback.edges.map(({ node }: any) => node)
    : errors.map(({ extensions }: any) => extensions.code);
};
const summary = async (unit: string, who = facilitator, quarter = QUARTER) =>
  (await ask(who, 'FeedbackSummary', { unit, quarter })).data?.feedbackSummary;
const review = async (id: string, change: object, who = facilitator) =>
  (await command(who, 'ReviewFeedback', { id, ...change })).data?.reviewFeedback;

describe('a counter', () => {
  it('is made, renamed, closed and given another code by those who look after the unit, and by nobody else', async () => {
    const { id, code } = await counter();
    expect(code).toMatch(/^([B-Z]{4}-){4}[B-Z]{4}$/);
    const shown = async (typed: string) =>
      (await ask(null, 'FeedbackCounter', { code: typed })).data.feedbackCounter;
    expect(await shown(code.toLowerCase().replaceAll('-', ''))).toEqual({
      ...{ name: `Loket ${made}`, unitName: 'Kelurahan Kalijudan', open: true },
    });
    for (const other of [employee, auditor, elsewhere])
      expect(codesOf(await command(other, 'ChangeCounter', { id, open: false }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await command(elsewhere, 'MakeCounter', { unit: units.kalijudan, name: 'x' }))).toEqual([
      'FORBIDDEN',
    ]);
    const closed = await command(leader, 'ChangeCounter', { id, name: ' Loket  KTP ', open: false });
    expect(closed.data.changeCounter.counter).toMatchObject({ id, code, name: 'Loket KTP', open: false });
    expect(await leave(code)).toMatchObject({ code: 'FEEDBACK_COUNTER_CLOSED' });
    const renewed = await command(facilitator, 'ChangeCounter', { id, open: true, renewCode: true });
    const another = renewed.data.changeCounter.counter.code;
    expect(another).not.toBe(code);
    expect(await shown(code)).toBeNull();
    expect(await leave(code)).toMatchObject({ code: 'FEEDBACK_COUNTER_UNKNOWN' });
    expect(await shown(another)).toMatchObject({ name: 'Loket KTP', open: true });
    expect(await leave(another)).toMatchObject({ __typename: 'FeedbackLeft' });
    expect((await command(facilitator, 'ChangeCounter', { id, name: '' })).data.changeCounter.code).toBe(
      'NAME_MISSING',
    );
  });

  it('that was given another code still knows what was left by the old one, where the answer was lost', async () => {
    const { id, code } = await counter();
    const sent = { key: randomUUID(), contact: CONTACT };
    const first = await leave(code, sent);
    expect(first).toMatchObject({ __typename: 'FeedbackLeft', replayed: false });
    await command(facilitator, 'ChangeCounter', { id, renewCode: true });
    expect(await leave(code, sent)).toEqual({ ...first, replayed: true });
  });

  it('has a code that stands in no table, and is listed for those of its unit', async () => {
    const { id, code } = await counter(units.kalisari, elsewhere);
    const { rows } = await database.client.query(
      `select to_jsonb(c)::text as line from service_counter c union all select to_jsonb(i)::text from idempotency i`,
    );
    for (const { line } of rows)
      for (const text of [code, code.replaceAll('-', '')]) expect(line).not.toContain(text);
    const of = async (who: SignedIn, variables: object = {}) =>
      (await ask(who, 'Counters', variables)).data?.counters.edges.map(({ node }: any) => node.id);
    expect(await of(elsewhere)).toEqual([id]);
    expect(await of(facilitator)).not.toContain(id);
    expect(await of(await signInChief(pantau, REGION), { unit: units.kalisari })).toEqual([id]);
    for (const other of [employee, auditor])
      expect(codesOf(await ask(other, 'Counters'))).toEqual(['FORBIDDEN']);
    expect(codesOf(await ask(null, 'Counters'))).toEqual(['UNAUTHENTICATED']);
  });
});

describe('leaving feedback', () => {
  it('is open to whoever is not signed in, and asks for one rating alone', async () => {
    const { id, code } = await counter();
    expect(await leave(code)).toEqual({
      ...{ __typename: 'FeedbackLeft', erasureCode: null, cursor: expect.any(String), replayed: false },
    });
    expect(await leave(code, { text: TEXT, ratings: all(3) }, employee)).toMatchObject({ erasureCode: null });
    const [one, other] = (await list(facilitator, { counter: id })).toSorted(
      (a: any, b: any) => a.ratings.length - b.ratings.length,
    );
    expect(one).toMatchObject({
      ...{ leftOn: TODAY, standing: 'COUNTED', text: null, contactLeft: false, leftOutBecause: null },
      ...{ ratings: [{ element: 'U3', rating: 4 }], counter: { id }, unit: { id: units.kalijudan } },
    });
    expect(other).toMatchObject({ text: TEXT, ratings: all(3) });
    expect(await list(facilitator, { counter: id, wordsOnly: true })).toEqual([other]);
    const { rows } = await database.client.query(
      `select distinct e.actor_kind from feedback f join audit_entry e on e.region_code = f.region_code
         and e.id = f.recorded_in where f.counter_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ actor_kind: 'PUBLIC' }]);
  });

  it('is refused with what is to be mended', async () => {
    const { code } = await counter();
    const refused = async (change: object) => (await leave(code, change)).code;
    expect(await refused({ ratings: [] })).toBe('FEEDBACK_RATING_MISSING');
    expect(await refused({ ratings: [{ element: 'U1', rating: 5 }] })).toBe('FEEDBACK_RATING_OUT_OF_RANGE');
    expect(await refused({ ratings: [...all(1), ...all(2)] })).toBe('FEEDBACK_RATING_TWICE');
    expect(await refused({ text: 'x'.repeat(1_001) })).toBe('FEEDBACK_TEXT_LENGTH');
    expect(await refused({ text: 'Baik\u202esekali' })).toBe('NOTE_UNREADABLE');
    expect(await refused({ contact: '08' })).toBe('FEEDBACK_CONTACT_LENGTH');
    expect((await leave('BCDF-GHJK')).code).toBe('FEEDBACK_COUNTER_UNKNOWN');
    expect((await leave('BCDF-GHJK-LMNP-QRST-VWXZ')).code).toBe('FEEDBACK_COUNTER_UNKNOWN');
    const gone = { region: '12.71' };
    expect(codesOf(await command(null, 'LeaveFeedback', { ...gone, code, ratings: all(1) }))).toEqual([
      'NOT_FOUND',
    ]);
    expect(codesOf(await ask(null, 'FeedbackCounter', { ...gone, code }))).toEqual(['NOT_FOUND']);
  });

  it('sent again over a bad network, also many times at once, is taken once and tells the same code', async () => {
    const { code } = await counter();
    const [feedback, contacts] = [await count('feedback'), await count('feedback_contact')];
    const input = { key: randomUUID(), contact: CONTACT };
    const together = await Promise.all(Array.from({ length: 6 }, () => leave(code, input)));
    const again = await leave(code, input);
    expect(new Set([...together, again].map(({ erasureCode }) => erasureCode)).size).toBe(1);
    expect([...together, again].filter(({ replayed }) => replayed === false)).toHaveLength(1);
    expect([await count('feedback'), await count('feedback_contact')]).toEqual([feedback + 1, contacts + 1]);
    expect(await leave(code, { ...input, contact: '0812-0000-0000' })).toMatchObject({
      __typename: 'IdempotencyConflict',
    });
    // Neither what came again nor what was refused is counted: there is room for nineteen more.
    for (let n = 1; n < 20; n += 1) await leave(code);
    expect(
      await count(`feedback f join service_counter c on c.id = f.counter_id where c.name = 'Loket ${made}'
      and taken = 'WAITING'`),
    ).toBe(0);
  });
});

describe('more than a counter has visitors', () => {
  const standings = async (id: string) =>
    (await list(facilitator, { counter: id })).map(({ standing }: any) => standing as string).toSorted();

  it('is taken all the same, waits, and counts once a facilitator has looked', async () => {
    const { id, code } = await counter();
    for (let n = 0; n < 23; n += 1) expect(await leave(code)).toMatchObject({ replayed: false });
    expect(await standings(id)).toEqual([
      ...Array.from({ length: 20 }, () => 'COUNTED'),
      ...Array.from({ length: 3 }, () => 'WAITING'),
    ]);
    const before = await summary(units.kalijudan);
    const [one, two] = await list(facilitator, { counter: id, standing: 'WAITING' });
    // Whoever decides is not told what it does to the figures.
    expect([one.ratings, two.ratings]).toEqual([null, null]);
    for (const other of [leader, elsewhere, employee, auditor])
      expect(await review(one.id, { decision: 'COUNT' }, other)).toBeUndefined();
    expect(await review(one.id, { decision: 'LEAVE_OUT' })).toMatchObject({ code: 'REVIEW_REASON_MISSING' });
    const key = randomUUID();
    expect(await review(one.id, { key, decision: 'COUNT' })).toMatchObject({
      __typename: 'FeedbackRecorded',
      feedback: { standing: 'COUNTED', ratings: [{ element: 'U3', rating: 4 }] },
    });
    expect(await review(one.id, { key, decision: 'COUNT' })).toMatchObject({ replayed: true });
    expect(await review(one.id, { decision: 'COUNT' })).toMatchObject({ code: 'FEEDBACK_NOT_WAITING' });
    expect(await review(two.id, { decision: 'LEAVE_OUT', reason: 'REPEATED' })).toMatchObject({
      feedback: { standing: 'LEFT_OUT', leftOutBecause: 'REPEATED' },
    });
    const after = await summary(units.kalijudan);
    expect(after.counted - before.counted).toBe(1);
    expect(before.waiting - after.waiting).toBe(2);
    expect(after.leftOut).toEqual([{ reason: 'REPEATED', count: 1 }]);
    expect(after.sentence).toContain('1 penilaian tidak dihitung karena berulang');
    const [counted] = await list(facilitator, { counter: id, standing: 'COUNTED' });
    expect(await review(counted.id, { decision: 'LEAVE_OUT', reason: 'TRIAL' })).toMatchObject({
      code: 'FEEDBACK_NOT_WAITING',
    });
  });

  it('at one counter leaves room at another, and in the next hour', async () => {
    const [first, second] = [await counter(), await counter()];
    for (let n = 0; n < 21; n += 1) await leave(first.code);
    await leave(second.code);
    now = new Date(NOON.getTime() + HOUR);
    await leave(first.code);
    expect((await standings(first.id)).filter((standing: string) => standing === 'WAITING')).toHaveLength(1);
    expect(await standings(second.id)).toEqual(['COUNTED']);
  });

  it('is refused only where no office can have so many visitors', async () => {
    const { code } = await counter();
    await leave(code);
    // As if 600 had come: the numbers stand under keyed hashes, the greatest being that of the network.
    await database.client.query('update sign_in_failure set failures = 600');
    expect(await leave(code)).toMatchObject({
      code: 'FEEDBACK_TOO_MANY',
      message: expect.stringContaining('60 menit'),
    });
  });
});

describe('the figures', () => {
  it('follow the survey rules, tell no mean of few, and only to those who handle feedback', async () => {
    const unit = units.kalisari;
    const { code } = await counter(unit, elsewhere);
    const start = await summary(unit, elsewhere);
    expect(start).toMatchObject({ counted: 0, waiting: 0, leftOut: [], index: null, grade: null });
    for (let n = 0; n < 4; n += 1) await leave(code, { ratings: all(4) });
    const few = await summary(unit, elsewhere);
    expect(few.elements).toEqual(ELEMENTS.map((element) => ({ element, answers: 4, mean: null })));
    expect(few.sentenceEn).toContain('no element has 5 answers');
    await leave(code, { ratings: all(3) });
    await leave(code, { ratings: [{ element: 'U7', rating: 1 }] });
    // Eight elements of 19 / 5 = 3.8 and U7 of 20 / 6; their mean times 25 is 93.7037…
    const enough = await summary(unit, elsewhere);
    expect(enough).toMatchObject({ counted: 6, index: '93.7', grade: 'A' });
    expect(enough.elements[6]).toEqual({ element: 'U7', answers: 6, mean: '3.333333' });
    expect(enough.sentence).toContain('indeksnya 93,7');
    expect(await summary(unit, elsewhere, '2026-Q3')).toMatchObject({ counted: 0 });
    expect(await summary(unit, elsewhere, 'x')).toBeNull();
    for (const other of [facilitator, leader, employee, auditor])
      expect(codesOf(await ask(other, 'FeedbackSummary', { unit, quarter: QUARTER }))).toEqual(['FORBIDDEN']);
  });

  it('stand beside a list for the same people, the newest day first, page by page', async () => {
    const unit = { unit: units.kalisari };
    now = new Date(NOON.getTime() + 48 * HOUR);
    const { code } = await counter(units.kalisari, elsewhere);
    await leave(code);
    const whole = await list(elsewhere, unit);
    expect(whole[0].leftOn).toBe('2026-11-26');
    expect(whole.map(({ leftOn }: any) => leftOn)).toEqual(
      whole
        .map(({ leftOn }: any) => leftOn)
        .toSorted()
        .toReversed(),
    );
    const pages: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { data } = await ask(elsewhere, 'FeedbackList', { ...unit, first: 3, after });
      pages.push(...data.feedback.edges.map(({ node }: any) => node.id));
      ({ endCursor: after, hasNextPage: more } = data.feedback.pageInfo);
    }
    expect(pages).toEqual(whole.map(({ id }: any) => id));
    expect(await list(facilitator, unit)).toEqual([]);
    for (const other of [employee, auditor]) expect(await list(other, unit)).toEqual(['FORBIDDEN']);
  });
});

describe('a contact', () => {
  const withContact = async (): Promise<{ id: string; erasureCode: string }> => {
    const { id: at, code } = await counter();
    const { erasureCode } = await leave(code, { contact: CONTACT });
    expect(erasureCode).toMatch(/^[B-Z]{4}-[B-Z]{4}$/);
    const [{ id, contactLeft }] = await list(facilitator, { counter: at });
    expect(contactLeft).toBe(true);
    return { id, erasureCode };
  };
  const openContact = (id: string, who: SignedIn, change: object = {}) =>
    command(who, 'OpenFeedbackContact', { id, reason: REASON, ...change });
  const erase = async (code: string) =>
    (await command(null, 'EraseFeedbackContact', { code })).data.eraseFeedbackContact;
  const openings = async () =>
    (
      await database.client.query(
        `select e.actor_id, d.detail from audit_entry e left join audit_detail d on d.region_code = e.region_code
           and d.seq = e.seq where e.action = 'openFeedbackContact' and e.outcome = 'DONE' order by e.seq`,
      )
    ).rows;

  it('is opened by a facilitator of the unit alone, with a reason, and each time is told', async () => {
    const { id } = await withContact();
    const before = (await openings()).length;
    for (const other of [leader, elsewhere, employee, auditor])
      expect(codesOf(await openContact(id, other))).toEqual(['FORBIDDEN']);
    expect((await openContact(id, facilitator, { reason: 'Iseng' })).data.openFeedbackContact.code).toBe(
      'OPENING_REASON_LENGTH',
    );
    const key = randomUUID();
    for (const replayed of [false, true])
      expect((await openContact(id, facilitator, { key })).data.openFeedbackContact).toMatchObject({
        ...{ contact: CONTACT, replayed },
      });
    const told = { feedbackId: id, reason: REASON, subjects: [] };
    expect((await openings()).slice(before)).toEqual(
      Array.from({ length: 2 }, () => ({ actor_id: facilitator.accountId, detail: told })),
    );
    const { code } = await counter();
    await leave(code);
    const [nameless] = await list(facilitator, { counter: (await idOf(code))! });
    expect((await openContact(nameless.id, facilitator)).data.openFeedbackContact.code).toBe(
      'FEEDBACK_WITHOUT_CONTACT',
    );
  });

  it('is erased by whoever has its code, and not by guessing', async () => {
    const { id, erasureCode } = await withContact();
    const contacts = await count('feedback_contact');
    expect(await erase('no code')).toMatchObject({ code: 'FEEDBACK_CODE_UNKNOWN' });
    expect(await erase(erasureCode.toLowerCase())).toMatchObject({ __typename: 'FeedbackContactErased' });
    expect(await count('feedback_contact')).toBe(contacts - 1);
    expect(await erase(erasureCode)).toMatchObject({ code: 'FEEDBACK_CONTACT_GONE' });
    expect((await openContact(id, facilitator)).data.openFeedbackContact.code).toBe('FEEDBACK_CONTACT_GONE');
    const wrong = erasureCode.startsWith('B') ? 'CCCC-CCCC' : 'BBBB-BBBB';
    for (let n = 0; n < 5; n += 1)
      expect(await erase(wrong)).toMatchObject({ code: 'FEEDBACK_CODE_UNKNOWN' });
    expect(await erase(wrong)).toMatchObject({ code: 'TRACKING_CODE_TOO_OFTEN' });
  });

  it('stands in no row in clear, and nothing leads to it from the feedback', async () => {
    const { id, erasureCode } = await withContact();
    const tables = await database.client.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    );
    for (const { relname } of tables.rows) {
      const { rows } = await database.client.query(`select to_jsonb(t)::text as line from ${relname} t`);
      for (const { line } of rows)
        for (const text of [CONTACT, erasureCode, erasureCode.replaceAll('-', '')])
          expect(line).not.toContain(text);
    }
    const { rows } = await database.client.query('select to_jsonb(c) as row from feedback_contact c');
    expect(JSON.stringify(rows)).not.toContain(id);
    expect(Object.keys(rows[0].row).toSorted()).toEqual(['created_on', 'locator', 'region_code', 'sealed']);
  });

  async function idOf(code: string): Promise<string | undefined> {
    const { data } = await ask(facilitator, 'Counters');
    return data.counters.edges.find(({ node }: any) => node.code === code)?.node.id;
  }
});

describe('a survey wave', () => {
  const head = async (nip: string) =>
    (await database.client.query('select id from employee where nip = $1', [nip])).rows[0].id as string;
  const leadsKalisari = () =>
    signIn(pantau, REGION, { roles: [{ role: 'LEADERSHIP', unitId: units.kalisari }] });
  const close = async (who: SignedIn, change: object = {}) =>
    command(who, 'CloseSurveyWave', {
      ...{ unit: units.kalisari, quarter: QUARTER, head: await head(NIPS.dewi) },
      ...change,
    });

  it('closed by leadership once, at the end of the quarter, is an observation of the head, and moves the score', async () => {
    const { findings } = await importTexts(pantau, {
      indicators: `code,name,name_en,measure_unit,direction,aggregation,lowest,highest,source,definition
SKM-01,Indeks kepuasan masyarakat unit,Citizen satisfaction index,indeks,HIGHER,LATEST,25,100,survei,Indeks kesembilan unsur
`,
      targets: `nip,indicator,period,weight,floor,target,stretch
${NIPS.dewi},SKM-01,${QUARTER},20,65,88.31,95
${NIPS.dewi},ADM-01,${QUARTER},50,70,95,99
${NIPS.dewi},ADM-03,${QUARTER},30,45,15,8
`,
    });
    expect(findings).toEqual([]);
    const early = await leadsKalisari();
    expect((await close(early)).data.closeSurveyWave.code).toBe('WAVE_TOO_EARLY');
    now = new Date('2026-12-28T03:00:00Z');
    const boss = await leadsKalisari();
    const other = await signIn(pantau, REGION, { roles: [{ role: 'FACILITATOR', unitId: units.kalisari }] });
    for (const who of [
      other,
      await signIn(pantau, REGION, { roles: [{ role: 'LEADERSHIP', unitId: units.kalijudan }] }),
    ])
      expect(codesOf(await close(who))).toEqual(['FORBIDDEN']);
    expect((await close(boss, { head: await head(NIPS.joko) })).data.closeSurveyWave.code).toBe(
      'WAVE_HEAD_ELSEWHERE',
    );
    const measured = async () =>
      (
        await database.client.query(
          `select o.value::float as value, o.note, o.recorded_by from observation o
           join indicator i on i.region_code = o.region_code and i.id = o.indicator_id where i.code = 'SKM-01'`,
        )
      ).rows;
    expect(await measured()).toEqual([]);
    const before = await summary(units.kalisari, other);
    const key = randomUUID();
    const closed = (await close(boss, { key })).data.closeSurveyWave;
    expect(closed).toMatchObject({
      __typename: 'SurveyWaveClosed',
      wave: { index: before.index, counted: before.counted, closedAt: now.toISOString() },
      replayed: false,
    });
    expect((await close(boss, { key })).data.closeSurveyWave.replayed).toBe(true);
    expect((await close(boss)).data.closeSurveyWave.code).toBe('WAVE_CLOSED');
    expect(await measured()).toEqual([
      { value: Number(before.index), note: before.sentence, recorded_by: boss.accountId },
    ]);
    const after = await summary(units.kalisari, other);
    expect(after.wave).toEqual(closed.wave);
    const { rows } = await database.client.query(
      `select kind from change_log where kind in ('SurveyWaveClosed', 'ObservationLogged', 'EmployeeScoreChanged')
       order by log_offset desc limit 3`,
    );
    expect(rows.map(({ kind }) => kind).toReversed()).toEqual([
      'SurveyWaveClosed',
      'ObservationLogged',
      'EmployeeScoreChanged',
    ]);
  });

  it('waits for what waits', async () => {
    now = new Date('2026-12-28T03:00:00Z');
    await database.client.query('delete from survey_wave');
    await database.client.query(
      `update feedback set taken = 'WAITING' where id = (select id from feedback where unit_id = $1 limit 1)`,
      [units.kalisari],
    );
    const refused = (await close(await leadsKalisari())).data.closeSurveyWave;
    await database.client.query(`update feedback set taken = 'COUNTED' where unit_id = $1`, [units.kalisari]);
    expect(refused).toMatchObject({
      code: 'WAVE_FEEDBACK_WAITING',
      message: expect.stringContaining('1 penilaian'),
    });
  });
});

it('the audit chain holds every line, and erased words stay covered by it', async () => {
  const { code } = await counter();
  await leave(code, { text: TEXT, ratings: all(2) });
  const sql = sqlOf(pantau.orm.em.fork());
  const verified = () =>
    inOneMoment(database.client, () => verifyChain(databaseSource(database.client, REGION), []));
  expect((await verified()).findings).toEqual([]);
  const { feedback, feedback_contact: contacts } = await endRecords(sql, new Date('2029-01-01T00:00:00Z'));
  expect(feedback).toBeGreaterThan(0);
  expect(contacts).toBeGreaterThan(0);
  expect(await count('feedback where text is not null')).toBe(0);
  expect(await count('feedback_contact')).toBe(0);
  expect((await verified()).findings).toEqual([]);
  await database.client.query(
    `update feedback set u3 = 1 where id = (select id from feedback where u3 = 4 limit 1)`,
  );
  expect((await verified()).findings).not.toEqual([]);
});
