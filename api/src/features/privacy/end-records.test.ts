import { randomBytes, randomUUID } from 'node:crypto';
import { PURPOSES, RETENTION_DAYS } from '../../domain/privacy/purposes.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { sqlOf } from '../../platform/database/sql.js';
import { composeSmallOffice, NIPS, NOON, REGION, type SmallOffice } from '../../testing/small-office.js';
import { signIn } from '../../testing/sign-in.js';
import { endRecords } from './end-records.js';

const DAY = 86_400_000;
/** A little before and a little after the day on which a record is over. */
const at = (days: number) => new Date(NOON.getTime() + days * DAY);

let office: SmallOffice;

beforeAll(async () => {
  office = await composeSmallOffice();
});
afterAll(() => office?.close());

const run = (now: Date) => endRecords(sqlOf(office.orm.em.fork()), now);
const count = async (table: string) =>
  (await office.database.client.query(`select count(*)::int as n from ${table}`)).rows[0].n;

/** A file of master data with a row and something wrong with it. */
async function sendFile(): Promise<void> {
  const { client } = office.database;
  const id = randomUUID();
  await client.query(
    `insert into import_draft (region_code, id, kind, format, state, added, changed, unchanged, refused, made_at, made_by,
       by_service, planned_at, kept_from, put_back, left_alone)
     values ($1, $2, 'EMPLOYEES', 'CSV', 'DRAFT', 0, 0, 0, 1, $3, 'x', false, $3, $3, 0, 0)`,
    [REGION, id, NOON],
  );
  await client.query(
    `insert into import_row (region_code, draft_id, line, outcome, cells, kept_from)
     values ($1, $2, 2, 'REFUSED', '{}', $3)`,
    [REGION, id, NOON],
  );
  await client.query(
    `insert into import_finding (region_code, draft_id, place, line, code, message_id, message_en, mender, left_out,
       of_reader, kept_from) values ($1, $2, 1, 2, 'NIP_SEX', 'x', 'x', 'SENDER', true, false, $3)`,
    [REGION, id, NOON],
  );
}

/** A session that somebody asked in, that was photographed and signed. */
async function holdForum(): Promise<void> {
  const { client } = office.database;
  const [series, session] = [randomUUID(), randomUUID()];
  await client.query(
    `insert into forum_series (region_code, id, unit_id, kind, name, place, quorum, created_at, created_by)
     select $1, $2, id, 'FORUM_WARGA', 'Forum', 'Balai', 3, $3, 'x' from org_unit limit 1`,
    [REGION, series, NOON],
  );
  await client.query(
    `insert into forum_session (region_code, id, series_id, unit_id, title, place, held_on, starts_at, quorum,
       concerned, agenda, attendance, phase, planned_at, planned_by)
     select region_code, $1, id, unit_id, name, place, '2026-11-25', '19:00', 3, '{}', '[]', '{}', 'SIGNED', $2, 'x'
     from forum_series`,
    [session, NOON],
  );
  await client.query(
    `insert into forum_entry (region_code, id, session_id, part, said, taken_at, received_at, sent_by, amends, reason,
       words_salt)
     values ($1, $2, $3, 'SIGN', '{"role":"CITIZEN","name":"Bu Sulastri","strokes":[[1,1,2,2]]}', $4, $4, 'x', true,
       'Terlambat masuk.', 'x')`,
    [REGION, randomUUID(), session, NOON],
  );
  await client.query(
    `insert into forum_outcome (region_code, id, session_id, kind, text, revision, alternatives, withdrawn, amends,
       taken_at, seq, tracking_hash)
     values ($1, $2, $3, 'ISSUE', 'Lampu jalan RT 2 padam.', 1, '[]', false, false, $4, 1, $5)`,
    [REGION, randomUUID(), session, NOON, randomBytes(32)],
  );
  await client.query(
    `insert into forum_photo (region_code, id, session_id, picture, sha256, width, height, public, taken_by, received_at)
     values ($1, $2, $3, 'x', 'x', 1, 1, true, 'x', $4)`,
    [REGION, randomUUID(), session, NOON],
  );
  await client.query(
    `insert into forum_minutes (region_code, id, session_id, version, content, sha256, made_at)
     values ($1, $2, $3, 1, '{}', $4, $5)`,
    [REGION, randomUUID(), session, randomBytes(32), NOON],
  );
}

it('every table of the database is in the register, and nothing else', async () => {
  const { rows } = await office.database.client.query(
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
  );
  expect(new Set(rows.map(({ relname }) => relname))).toEqual(new Set(Object.keys(PURPOSES)));
});

it('keeps each record until its day and not a day longer', async () => {
  const { client } = office.database;
  const employeeId = (await client.query(`select id from employee where nip = $1`, [NIPS.sari])).rows[0].id;
  const { accountId } = await signIn(office, REGION, { employeeId });
  const hash = () => randomBytes(32);
  await client.query('delete from idempotency');
  await client.query(`update session set expires_at = $1 where account_id = $2`, [NOON, accountId]);
  await client.query(`insert into one_time_code values ($1, $2, 'INVITATION', $3, $4, null)`, [
    REGION,
    hash(),
    accountId,
    NOON,
  ]);
  await client.query(
    `insert into pairing (region_code, code_hash, poll_hash, network_hash, expires_at) values ($1, $2, $3, $3, $4)`,
    [REGION, hash(), hash(), NOON],
  );
  await client.query(
    `insert into idempotency (region_code, actor_id, key, verb, request_hash, answer, recorded_at)
     values ($1, 'x', $2, 'setCalendarDay', 'x', '{}', $3)`,
    [REGION, randomUUID(), NOON],
  );
  await client.query(
    `insert into sign_in_failure (region_code, key_hash, failures, window_ends) values ($1, $2, 1, $3)`,
    [REGION, hash(), NOON],
  );
  await client.query(
    `insert into wall_device (region_code, id, name, level, paired_at, paired_by, revoked_at) values ($1, $2, 'x', 'OFFICE', $3, 'x', $3)`,
    [REGION, randomUUID(), NOON],
  );
  const serviceId = randomUUID();
  await client.query(
    `insert into service_token (region_code, id, name, token_hash, scopes, quota_per_hour, created_at, created_by, expires_at)
     values ($1, $2, 'x', $3, '{UNITS}', 1, $4, 'x', $4)`,
    [REGION, serviceId, hash(), NOON],
  );
  const webhookId = randomUUID();
  await client.query(
    `insert into webhook (region_code, id, name, url, types, secret, epoch, log_offset, created_at, created_by, ended_at)
     values ($1, $2, 'x', 'https://x.example', '{EMPLOYEE_CHANGED}', 'x', 'x', 0, $3, 'x', $3)`,
    [REGION, webhookId, NOON],
  );
  await client.query(
    `insert into webhook_delivery (region_code, id, webhook_id, type, body, made_at, state, attempts, tries)
     values ($1, $2, $2, 'TEST', '{}', $3, 'DELIVERED', 1, 1)`,
    [REGION, webhookId, NOON],
  );
  await client.query(`insert into service_use values ($1, $2, $3, 1)`, [REGION, serviceId, NOON]);
  await client.query(
    `insert into correction_request (region_code, id, employee_id, about, text, requested_at, requested_by, due_at,
       decision, note, answered_at, answered_by)
     values ($1, $2, $3, 'NAME', 'Gelar saya keliru tertulis.', $4, 'x', $4, 'CORRECTED', 'Sudah.', $4, 'x')`,
    [REGION, randomUUID(), employeeId, NOON],
  );
  await client.query(
    `insert into complaint (region_code, id, unit_id, class, channel, naming, text, filed_at, filed_by, respond_by, due_on,
       tracking_hash, answer, answered_at, answered_by)
     select $1, $2, id, 'GRIEVANCE', 'WEB', 'ANONYMOUS', 'Loket tutup sebelum waktunya.', $3, 'public', '2026-11-27',
       '2026-12-01', 'x',
       'Sudah dibuka.', $3, 'x' from org_unit limit 1`,
    [REGION, randomUUID(), NOON],
  );
  await appendAudit(sqlOf(office.orm.em.fork()), REGION, {
    at: NOON,
    actor: { kind: 'PERSON', id: accountId },
    action: 'read',
    outcome: 'DONE',
    detail: { told: {}, subjects: [{ employeeId, fields: ['NIP'] }] },
  });

  await holdForum();
  await sendFile();

  // Of a name, and of what was left at a counter, only the day is known.
  const { complainant: _name, feedback: _words, feedback_contact: _contact, ...byMoment } = RETENTION_DAYS;
  const kinds = Object.entries(byMoment).sort(([, one], [, other]) => one - other);
  const left = new Set(kinds.map(([kind]) => kind));
  for (const days of new Set(kinds.map(([, number]) => number))) {
    const early = await run(at(days));
    for (const kind of left) expect([kind, early[kind as keyof typeof early]]).toEqual([kind, 0]);
    const ended = await run(new Date(at(days).getTime() + 1));
    for (const [kind, number] of kinds) {
      expect([kind, ended[kind as keyof typeof ended]]).toEqual([kind, number === days ? 1 : 0]);
      if (number === days) left.delete(kind);
    }
  }
  expect(left.size).toBe(0);
  expect(await count('audit_subject')).toBe(0);
  expect((await client.query(`select text, wanted, note, decision from correction_request`)).rows).toEqual([
    { text: null, wanted: null, note: null, decision: 'CORRECTED' },
  ]);
  expect((await client.query(`select text, answer, class from complaint`)).rows).toEqual([
    { text: null, answer: null, class: 'GRIEVANCE' },
  ]);
  expect(await count(`audit_entry where action = 'read'`)).toBe(1);
  expect((await client.query(`select said, reason, words_salt, part from forum_entry`)).rows).toEqual([
    { said: null, reason: null, words_salt: null, part: 'SIGN' },
  ]);
  expect((await client.query(`select text, tracking_hash from forum_outcome`)).rows).toEqual([
    { text: 'Lampu jalan RT 2 padam.', tracking_hash: null },
  ]);
  expect(await count('forum_photo')).toBe(0);
  expect(await count('forum_minutes')).toBe(1);
});

it('keeps the code of whoever asked as long as what was promised of it is not settled', async () => {
  const { client } = office.database;
  const { session_id } = (await client.query('select session_id from forum_entry')).rows[0];
  const [asked, promised] = [randomUUID(), randomUUID()];
  for (const [id, answers, code] of [
    [asked, null, randomBytes(32)],
    [promised, asked, null],
  ]) {
    await client.query(
      `insert into forum_outcome (region_code, id, session_id, kind, text, answers_id, revision, alternatives,
         withdrawn, amends, taken_at, seq, tracking_hash)
       values ($1, $2, $3, $4, 'Lampu', $5, 1, '[]', false, false, $6, 1, $7)`,
      [REGION, id, session_id, answers === null ? 'ISSUE' : 'COMMITMENT', answers, NOON, code],
    );
  }
  await client.query(
    `insert into commitment (region_code, id, session_id, series_id, unit_id, text, promised_on, due_on, state,
       escalated, withdrawn, moved_at)
     select region_code, $1, id, series_id, unit_id, 'Lampu', '2026-11-25', '2026-12-02', 'STARTED', 2, false, $2
     from forum_session`,
    [promised, NOON],
  );
  expect((await run(new Date('2099-01-01T00:00:00Z'))).forum_outcome).toBe(0);
  await client.query(`update commitment set state = 'DONE', settled_on = '2030-01-01'`);
  expect((await run(new Date('2099-01-01T00:00:00Z'))).forum_outcome).toBe(1);
});

it('keeps a name until the day after the last of its days, and while nobody has answered', async () => {
  await office.database.client.query(
    `insert into complainant (region_code, locator, sealed, created_on, answered_on)
     values ($1, $2, 'x', '2026-11-01', '2026-11-24'), ($1, $3, 'x', '2026-11-01', null)`,
    [REGION, randomBytes(32), randomBytes(32)],
  );
  // The last moment of 24 November 2027 in Jakarta, and the first one after it.
  expect((await run(new Date('2027-11-24T16:59:59Z'))).complainant).toBe(0);
  expect((await run(new Date('2027-11-24T17:00:00Z'))).complainant).toBe(1);
  expect((await run(new Date('2099-01-01T00:00:00Z'))).complainant).toBe(0);
  expect(await count('complainant')).toBe(1);
});

it('keeps the words of feedback and a contact until the day after the last of theirs; ratings stay', async () => {
  const { client } = office.database;
  await client.query(
    `insert into service_counter (region_code, id, unit_id, name, open, code_generation, code_hash, made_at, made_by)
     select $1, $2, id, 'Loket 1', true, 1, 'x', $3, 'x' from org_unit limit 1`,
    [REGION, randomUUID(), NOON],
  );
  await client.query(
    `insert into feedback (region_code, id, counter_id, unit_id, left_on, u3, text, taken)
     select region_code, gen_random_uuid(), id, unit_id, '2026-11-24', 4, 'Kursinya kurang.', 'COUNTED'
     from service_counter`,
  );
  await client.query(
    `insert into feedback_contact (region_code, locator, sealed, created_on) values ($1, $2, 'x', '2026-11-24')`,
    [REGION, randomBytes(32)],
  );
  // 180 and 730 days after 24 November 2026: the last moment of the day in Jakarta, and the first one after it.
  expect((await run(new Date('2027-05-23T16:59:59Z'))).feedback_contact).toBe(0);
  expect((await run(new Date('2027-05-23T17:00:00Z'))).feedback_contact).toBe(1);
  expect((await run(new Date('2028-11-23T16:59:59Z'))).feedback).toBe(0);
  expect((await run(new Date('2028-11-23T17:00:00Z'))).feedback).toBe(1);
  expect((await client.query('select u3, text from feedback')).rows).toEqual([{ u3: 4, text: null }]);
});

it('takes more than one batch, and leaves what is not over', async () => {
  await office.database.client.query(
    `insert into pairing (region_code, code_hash, poll_hash, network_hash, expires_at)
     select $1, sha256(int4send(n)), sha256(int4send(-n)), 'x', $2::timestamptz from generate_series(1, 2500) n`,
    [REGION, NOON],
  );
  await office.database.client.query(
    `insert into pairing (region_code, code_hash, poll_hash, network_hash, expires_at) values ($1, 'a', 'b', 'c', $2)`,
    [REGION, at(9)],
  );
  expect((await run(at(2))).pairing).toBe(2_500);
  expect(await count('pairing')).toBe(1);
});
