import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { graphql } from 'graphql';
import { AUDIENCE, SERVICE_SCOPES } from '../domain/access/audience.js';
import { ROLES, type Role } from '../domain/access/role.js';
import { relationTo, type Scope } from '../domain/access/scope.js';
import { loadPersonScope } from '../features/accounts/load-person-scope.js';
import { ALL_OBSERVATIONS } from '../features/observations/observation.store.js';
import { appendAudit } from '../platform/audit/append-audit.js';
import { COMMAND_LINE, NOBODY, type Actor } from '../platform/auth/actor.js';
import { actingStores } from '../platform/database/acting-stores.js';
import { createReader, type Acting, type Reader } from '../platform/database/reader.js';
import { sqlOf, type Sql } from '../platform/database/sql.js';
import type { Context } from '../platform/graphql/context.js';
import { createPersonalReads } from '../platform/graphql/personal-reads.js';
import {
  confirm,
  FINISHED,
  measureAsExpected,
  planFinishedQuarter,
  step,
  type People,
} from '../testing/finished-quarter.js';
import { contest, log, rule } from '../testing/objections.js';
import { letServiceIn, pairWall, signIn, signInChief } from '../testing/sign-in.js';
import {
  composeSmallOffice,
  importTexts,
  NIPS,
  NOON,
  PERIOD,
  REGION,
  type SmallOffice,
} from '../testing/small-office.js';
import { entities } from './entities.js';
import { createUnguardedSchema } from './graphql-schema.js';
import { createIdentify } from './identify.js';
import { openRegion } from '../features/policies/open-region.js';
import { fields } from './policies/fields.js';
import { openStores, type Stores } from './stores.js';

/** A region with the same rows under the same ids: whoever forgets the region finds them. */
const ELSEWHERE = '12.71';

type Row = Readonly<Record<string, any>>;

/** Who may read a field, by the first net. */
const may = (type: string, field: string): number => fields[type]!.fields[field]!.to;
const NAMES = may('Employee', 'name');
const WORK = may('EmployeeScore', 'value');
const FIGURES = may('UnitScore', 'value');
const PREDICATES = may('ConfirmedPredicate', 'predicate');

/** What of every table the first net would let through; written down by table, so that a new table fails the test. */
interface Net {
  readonly actor: Actor;
  readonly isEmployee: (id: string, to: number) => boolean;
  readonly isUnit: (id: string, to: number) => boolean;
  readonly isAnything: (to: number) => boolean;
  /** Rows of the whole region, for tables whose rows are told by those of another. */
  readonly all: ReadonlyMap<string, readonly Row[]>;
}
type Seen = (row: Row, net: Net) => boolean;

const never: Seen = () => false;
const letIn: Seen = (_row, { isAnything }) => isAnything(AUDIENCE.OFFICE);
const aboutPerson =
  (to: number, column = 'employee_id'): Seen =>
  (row, { isEmployee }) =>
    isEmployee(row[column], to);
const ownOr =
  (to: number, column: string): Seen =>
  (row, { actor, isAnything }) =>
    isAnything(to) || row[column] === actor.id;
const ofOneself = (row: Row, { actor }: Net) =>
  actor.employeeId !== null && row['employee_id'] === actor.employeeId;

const keepsMinutes: Seen = (row, net) =>
  net.isUnit(
    net.all.get('forum_session')!.find(({ id }) => id === row['session_id'])!['unit_id'],
    may('ForumSignature', 'name'),
  );

/** Of the unit whose promise a picture shows. */
const keepsPromise: Seen = (row, net) => {
  const promise = net.all.get('commitment')!.find(({ id }) => id === row['commitment_id']);
  return promise !== undefined && net.isUnit(promise['unit_id'], may('ForumSignature', 'name'));
};

/** Files of master data are for those who send them. */
const bringsIn: Seen = (_row, { isAnything }) => isAnything(may('ImportDraft', 'added'));

const SEEN: Readonly<Record<string, Seen>> = {
  org_unit: letIn,
  indicator: letIn,
  period: letIn,
  period_change: letIn,
  scoring_policy: letIn,
  calendar_day: letIn,
  stream_head: letIn,
  access_version: letIn,
  employee: aboutPerson(NAMES, 'id'),
  assignment: aboutPerson(NAMES),
  leave: aboutPerson(NAMES),
  reporting_line: aboutPerson(NAMES),
  target: aboutPerson(WORK),
  target_version: aboutPerson(WORK),
  measurement: aboutPerson(WORK),
  employee_score: aboutPerson(WORK),
  placement: aboutPerson(WORK),
  contest: aboutPerson(WORK),
  ruling: (row, net) =>
    net.isEmployee(net.all.get('contest')!.find(({ id }) => id === row['contest_id'])!['employee_id'], WORK),
  observation: (row, net) => net.isEmployee(row['employee_id'], WORK) || row['recorded_by'] === net.actor.id,
  confirmation: (row, net) =>
    net.isEmployee(row['employee_id'], PREDICATES) || row['recorded_by'] === net.actor.id,
  delivery: ownOr(AUDIENCE.ADMINISTRATOR, 'taken_by'),
  delivery_stand: (row, { actor, all }) =>
    all.get('delivery')!.some(({ id, taken_by: by }) => id === row['delivery_id'] && by === actor.id),
  unit_score: (row, { isUnit }) => isUnit(row['unit_id'], FIGURES),
  change_log: (row, { isUnit }) =>
    row['kind'] === 'UnitScoresChanged' && isUnit(row['payload'].happening?.unitId ?? '', FIGURES),
  account: ownOr(AUDIENCE.ADMINISTRATOR, 'id'),
  role_grant: ownOr(AUDIENCE.ADMINISTRATOR, 'account_id'),
  session: ownOr(AUDIENCE.ADMINISTRATOR, 'account_id'),
  wall_device: ownOr(AUDIENCE.ADMINISTRATOR, 'id'),
  service_token: ownOr(AUDIENCE.ADMINISTRATOR, 'id'),
  service_use: ownOr(AUDIENCE.ADMINISTRATOR, 'service_id'),
  webhook: (_row, { isAnything }) => isAnything(AUDIENCE.ADMINISTRATOR),
  webhook_delivery: (_row, { isAnything }) => isAnything(AUDIENCE.ADMINISTRATOR),
  complaint: (row, { isUnit }) => isUnit(row['unit_id'], may('Complaint', 'text')),
  correction_request: (row, net) => net.isAnything(AUDIENCE.ADMINISTRATOR) || ofOneself(row, net),
  audit_head: (_row, { isAnything }) => isAnything(AUDIENCE.AUDITOR),
  audit_detail: (_row, { isAnything }) => isAnything(AUDIENCE.AUDITOR),
  audit_subject: (row, net) => net.isAnything(AUDIENCE.AUDITOR) || ofOneself(row, net),
  audit_entry: (row, net) =>
    net.isAnything(AUDIENCE.AUDITOR) ||
    net.all.get('audit_subject')!.some((subject) => subject['seq'] === row['seq'] && ofOneself(subject, net)),
  service_counter: (row, { isUnit }) => isUnit(row['unit_id'], may('ServiceCounter', 'code')),
  survey_wave: (row, { isUnit }) => isUnit(row['unit_id'], may('FeedbackSummary', 'wave')),
  feedback: (row, { isUnit }) => isUnit(row['unit_id'], may('Feedback', 'text')),
  forum_series: letIn,
  forum_session: letIn,
  forum_outcome: letIn,
  commitment: letIn,
  commitment_step: letIn,
  forum_entry: keepsMinutes,
  forum_minutes: keepsMinutes,
  forum_photo: (row, net) =>
    (row['public'] === true && letIn(row, net)) || keepsMinutes(row, net) || keepsPromise(row, net),
  import_draft: bringsIn,
  import_row: bringsIn,
  import_finding: bringsIn,
  complainant: never,
  feedback_contact: never,
  idempotency: never,
  one_time_code: never,
  pairing: never,
  sign_in_failure: never,
};

/** Told to everybody. */
const PUBLIC = new Set(['region', 'migration']);

/** Where somebody has a row of their own. */
const OWN = new Set(['account', 'role_grant', 'session', 'wall_device', 'service_token']);

function netOf(actor: Actor, all: Net['all']): Net {
  const is = (relation: number, to: number) => (relation & to) !== 0;
  return {
    actor,
    all,
    isEmployee: (employeeId, to) => is(relationTo(actor.scope, { employeeId }), to),
    isUnit: (unitId, to) => is(relationTo(actor.scope, { unitId }), to),
    isAnything: (to) => is(actor.scope.everywhere, to),
  };
}

const text = (rows: readonly Row[]) => rows.map((row) => JSON.stringify(row)).sort();

describe('row level security alone', () => {
  let pantau: SmallOffice;
  let people: People;
  let reader: Reader;
  let tables: string[];
  let whole: Map<string, Row[]>;
  const units: Record<string, string> = {};
  const actors = new Map<string, Actor>();

  const read = (actor: Acting, statement: string, by: Reader = reader) =>
    by.as(actor, () => sqlOf(by.fork()).rows<Row>(statement));
  const one = async (statement: string) => (await pantau.database.client.query(statement)).rows[0];

  beforeAll(async () => {
    pantau = await composeSmallOffice();
    const { client } = pantau.database;
    people = await planFinishedQuarter(pantau);
    for (const { code, id } of (await client.query('select code, id from org_unit')).rows) units[code] = id;
    await fillEveryTable();
    await copyElsewhere();
    reader = await createReader({ url: pantau.database.url, entities });

    const identify = createIdentify(sqlOf(pantau.orm.em.fork()), () => NOON);
    const add = async (name: string, who: Promise<{ token: string }>) => {
      actors.set(name, (await identify((await who).token))!.actor);
    };
    const [kalijudan, kalisari] = [units['35.78.26.1006']!, units['35.78.26.1004']!];
    const person = (employeeId: string) => signIn(pantau, REGION, { employeeId });
    const granted = (role: Role, unitId?: string) =>
      signIn(pantau, REGION, { roles: [{ role, ...(unitId !== undefined && { unitId }) }] });
    await add('an employee', person(people.sari));
    await add('an appraiser', person(people.budi));
    await add('a review authority', person(people.joko));
    await add('an observer of one unit', granted('OBSERVER', kalijudan));
    await add('a facilitator of one unit', granted('FACILITATOR', kalisari));
    await add('leadership of one unit', granted('LEADERSHIP', kalijudan));
    await add('leadership of the kecamatan', granted('LEADERSHIP', units['35.78.26']));
    await add('leadership everywhere', granted('LEADERSHIP'));
    await add('an auditor', granted('AUDITOR'));
    await add('an administrator', granted('ADMINISTRATOR'));
    await add('an auditor of one unit', granted('AUDITOR', kalisari));
    await add('an administrator of one unit', granted('ADMINISTRATOR', kalisari));
    await add(
      'an employee who observes elsewhere',
      signIn(pantau, REGION, { employeeId: people.dewi, roles: [{ role: 'OBSERVER', unitId: kalijudan }] }),
    );
    await add('a chief', signInChief(pantau, REGION));
    await add('somebody without any role', signIn(pantau, REGION));
    await add('a wall of one unit', pairWall(pantau, REGION, { unitIds: [kalijudan] }));
    await add('a wall of the region', pairWall(pantau, REGION));
    for (const scope of SERVICE_SCOPES) {
      await add(`a service for ${scope} of one unit`, letServiceIn(pantau, REGION, [scope], [kalijudan]));
      await add(`a service for ${scope}`, letServiceIn(pantau, REGION, [scope]));
    }
    for (const name of [
      'leadership everywhere',
      'a service for PREDICATES',
      'a service for PREDICATES of one unit',
    ])
      await deliverTo(actors.get(name)!.id);
    // Who has recorded something about people who are none of theirs any more.
    const author = actors.get('somebody without any role')!;
    const input = {
      employeeId: people.dewi,
      indicatorId: (await one(`select id from indicator where code = 'ADM-01'`)).id,
    };
    await pantau.unitOfWork.run(
      { verb: 'logObservation', actor: COMMAND_LINE, regionCode: REGION, key: randomUUID(), input },
      async (tx) => {
        const [row] = await tx.observations.page(
          { ...ALL_OBSERVATIONS, employeeIds: [people.dewi], periodCodes: [PERIOD] },
          'RECORDED_DESC',
          null,
          1,
        );
        await tx.observations.add([{ ...row!, id: randomUUID(), recordedBy: author.id, importKey: null }]);
        return { ok: true, value: {}, facts: [] };
      },
    );

    tables = (
      await client.query(`select tablename from pg_tables where schemaname = 'public' order by tablename`)
    ).rows
      .map(({ tablename }) => tablename)
      .filter((name) => !PUBLIC.has(name));
    whole = new Map();
    for (const table of tables) {
      const { rows } = await client.query(
        `select to_jsonb(t) as row from ${table} t where region_code = '${REGION}'`,
      );
      whole.set(
        table,
        rows.map(({ row }) => row),
      );
    }
  }, 120_000);
  afterAll(async () => {
    await reader?.close();
    await pantau?.close();
  });

  async function fillEveryTable(): Promise<void> {
    const { client } = pantau.database;
    await measureAsExpected(pantau, 'sari');
    await importTexts(pantau, {
      leaves: `nip,starts_on,ends_on\n${Object.values(NIPS)
        .map((nip) => `${nip},2026-08-03,2026-08-04`)
        .join('\n')}\n`,
    });
    const { id: indicatorId } = await one(`select id from indicator where code = 'ADM-01'`);
    for (const employeeId of Object.values(people)) {
      const observationId = await log(pantau, { employeeId, indicatorId, value: '91' });
      const { id: contestId } = await contest(pantau, { employeeId, observationId });
      await log(pantau, { employeeId, indicatorId, value: '92' });
      if (employeeId === people.sari) await rule(pantau, { contestId: contestId!, ruledBy: people.joko });
    }
    await step(pantau, 'CLOSE');
    await confirm(pantau, { employeeId: people.sari, appraiserId: people.budi });
    await confirm(pantau, { employeeId: people.budi, appraiserId: people.joko });
    await confirm(pantau, { employeeId: people.dewi, appraiserId: people.joko });
    await client.query(
      `insert into calendar_day (region_code, day, working, name, recorded_at, recorded_by)
       values ('${REGION}', '2026-12-24', false, 'Cuti bersama', now(), 'test')`,
    );
    await client.query(
      `insert into one_time_code (region_code, code_hash, purpose, expires_at) values ('${REGION}', '\\x01', 'SET_UP', now());
       insert into pairing (region_code, code_hash, poll_hash, network_hash, expires_at)
         values ('${REGION}', '\\x01', '\\x02', '\\x03', now());
       insert into sign_in_failure (region_code, key_hash, failures, window_ends) values ('${REGION}', sha256('x'), 1, now())`,
    );
    // Somebody whom nobody below is, so that an account, a session and a grant of others are there too.
    await signIn(pantau, REGION, { roles: [{ role: 'LEADERSHIP', unitId: units['35.78.26.1004']! }] });
    await pairWall(pantau, REGION);
    const service = await letServiceIn(pantau, REGION, ['PEOPLE']);
    await client.query(
      `insert into service_use (region_code, service_id, hour, requests) values ('${REGION}', '${service.id}', now(), 1)`,
    );
    await client.query(
      `insert into webhook (region_code, id, name, url, types, secret, epoch, log_offset, created_at, created_by)
         values ('${REGION}', gen_random_uuid(), 'SIMPEG', 'https://simpeg.example', '{EMPLOYEE_CHANGED}', '\\x01', 'x', 0,
           now(), 'test');
       insert into webhook_delivery (region_code, id, webhook_id, type, body, made_at, state, attempts, tries, next_at)
         select region_code, gen_random_uuid(), id, 'TEST', '{}', now(), 'WAITING', 0, 0, now() + interval '1 day'
         from webhook`,
    );
    await client.query(
      `insert into correction_request (region_code, id, employee_id, about, requested_at, requested_by, due_at)
       select region_code, gen_random_uuid(), id, 'NAME', now(), 'test', now() from employee`,
    );
    await client.query(
      `insert into complaint (region_code, id, unit_id, class, channel, naming, filed_at, filed_by, respond_by, due_on,
         tracking_hash)
       select region_code, gen_random_uuid(), id, 'GRIEVANCE', 'WEB', 'SECRET', now(), 'public', now(), now(),
         sha256(convert_to(code, 'UTF8')) from org_unit;
       insert into import_draft (region_code, id, kind, format, state, added, changed, unchanged, refused, made_at, made_by,
         by_service, planned_at, kept_from, put_back, left_alone)
       values ('${REGION}', '00000000-0000-4000-8000-000000000001', 'EMPLOYEES', 'CSV', 'DRAFT', 0, 1, 0, 1, now(), 'test', false,
         now(), now(), 0, 0);
       insert into import_row (region_code, draft_id, line, outcome, subject_id, cells, kept_from)
       select d.region_code, d.id, row_number() over (), 'CHANGED', e.id, jsonb_build_object('nip', e.nip), now()
         from import_draft d join employee e on e.region_code = d.region_code;
       insert into import_finding (region_code, draft_id, place, line, code, message_id, message_en, mender, left_out,
         of_reader, kept_from)
       select region_code, id, 1, 2, 'NIP_SEX', 'x', 'x', 'SENDER', true, true, now() from import_draft;
       insert into complainant (region_code, locator, sealed, created_on)
         values ('${REGION}', sha256('complainant'), '\\x00', now());
       insert into service_counter (region_code, id, unit_id, name, open, code_generation, code_hash, made_at, made_by)
       select region_code, gen_random_uuid(), id, 'Loket', true, 1, sha256(convert_to(code, 'UTF8')), now(), 'test'
         from org_unit;
       insert into feedback (region_code, id, counter_id, unit_id, left_on, u3, taken)
       select region_code, gen_random_uuid(), id, unit_id, now(), 3, 'COUNTED' from service_counter;
       insert into survey_wave (region_code, unit_id, period_code, index_value, counted, observation_id, closed_at,
         closed_by) select region_code, id, '2026-Q3', 80, 9, gen_random_uuid(), now(), 'test' from org_unit;
       insert into feedback_contact (region_code, locator, sealed, created_on)
         values ('${REGION}', sha256('contact'), '\\x00', now());
       insert into forum_series (region_code, id, unit_id, kind, name, place, quorum, created_at, created_by)
       select region_code, gen_random_uuid(), id, 'FORUM_WARGA', 'Forum warga', 'Balai', 1, now(), 'test' from org_unit;
       insert into forum_session (region_code, id, series_id, unit_id, title, place, held_on, starts_at, quorum,
         concerned, agenda, attendance, phase, planned_at, planned_by)
       select region_code, gen_random_uuid(), id, unit_id, 'Sidang', 'Balai', '2026-11-24', '09:00', 1, '{}', '[]', '[]',
         'OPEN', now(), 'test' from forum_series;
       insert into forum_entry (region_code, id, session_id, part, taken_at, received_at, sent_by, amends)
       select region_code, gen_random_uuid(), id, 'OPEN', now(), now(), 'test', false from forum_session;
       insert into forum_outcome (region_code, id, session_id, kind, text, unit_id, revision, alternatives, withdrawn,
         amends, taken_at, seq)
       select region_code, gen_random_uuid(), id, 'COMMITMENT', 'janji', unit_id, 1, '[]', false, false, now(), 1
         from forum_session;
       insert into commitment (region_code, id, session_id, series_id, unit_id, text, promised_on, due_on, state,
         escalated, withdrawn, moved_at)
       select outcome.region_code, outcome.id, session_id, series_id, outcome.unit_id, text, held_on, '2026-12-01',
         'PROMISED', 0, false, now()
         from forum_outcome outcome join forum_session held on held.id = outcome.session_id;
       insert into commitment_step (region_code, id, commitment_id, kind, state, due_on, at, seq)
       select region_code, gen_random_uuid(), id, 'MADE', 'PROMISED', due_on, now(), 1 from commitment;
       insert into forum_minutes (region_code, id, session_id, version, content, sha256, made_at)
       select region_code, gen_random_uuid(), id, 1, 'berita acara', sha256('berita acara'), now() from forum_session;
       insert into forum_photo (region_code, id, session_id, picture, sha256, width, height, public, taken_by, received_at)
       select region_code, gen_random_uuid(), id, '\\x00', sha256('photo'), 1, 1, shown, 'test', now()
         from forum_session, (values (false), (true)) as whether (shown);
       insert into forum_photo (region_code, id, session_id, commitment_id, picture, sha256, width, height, public,
         taken_by, received_at)
       select region_code, gen_random_uuid(), (select id from forum_session held where held.unit_id <> promise.unit_id
         order by id limit 1), id, '\\x00', sha256('photo'), 1, 1, false, 'test', now() from commitment promise`,
    );
    await deliverTo('test');
    for (const employeeId of [people.sari, people.dewi]) {
      await appendAudit(sqlOf(pantau.orm.em.fork()), REGION, {
        at: NOON,
        actor: { kind: 'PERSON', id: randomUUID() },
        action: 'employeeScore',
        outcome: 'DONE',
        detail: { told: {}, subjects: [{ employeeId, fields: ['SCORE'] }] },
      });
    }
  }

  /** What somebody took of the finished quarter. */
  async function deliverTo(id: string): Promise<void> {
    await pantau.database.client.query(
      `with taken as (
         insert into delivery (region_code, id, period_code, taken_by, taken_by_kind, taken_at, total, new_rows,
           changed_rows, withdrawn_rows, remembered)
         values ('${REGION}', gen_random_uuid(), '${FINISHED}', $1, 'SERVICE', now(), 3, 3, 0, 0, true) returning id
       )
       insert into delivery_stand (region_code, delivery_id, employee_id, confirmation_id, digest)
       select c.region_code, taken.id, c.employee_id, c.id, sha256('row') from confirmation c, taken
         where c.region_code = '${REGION}'`,
      [id],
    );
  }

  /** Copies every row to another region, in the order in which tables refer to each other. */
  async function copyElsewhere(): Promise<void> {
    const { client } = pantau.database;
    await openRegion(openStores(pantau.orm.em.fork(), ELSEWHERE, NOON), ELSEWHERE, false);
    let left: string[] = (
      await client.query(
        `select t.table_name as name from information_schema.tables t
       join information_schema.columns c on c.table_schema = t.table_schema and c.table_name = t.table_name
         and c.column_name = 'region_code'
       where t.table_schema = 'public' and t.table_type = 'BASE TABLE' and t.table_name <> 'region'`,
      )
    ).rows.map(({ name }) => name);
    // As often as tables may stand behind each other.
    for (let round = 0; round < 10 && left.length > 0; round += 1) {
      const waiting: string[] = [];
      for (const table of left) {
        const columns: string[] = (
          await client.query(
            `select column_name as name from information_schema.columns where table_schema = 'public'
             and table_name = $1 and column_name <> 'region_code'`,
            [table],
          )
        ).rows.map(({ name }) => name);
        try {
          await client.query(
            `insert into ${table} (region_code, ${columns.join(', ')})
             select '${ELSEWHERE}', ${columns.join(', ')} from ${table} where region_code = '${REGION}'
             on conflict do nothing`,
          );
        } catch (error) {
          if ((error as { code?: string }).code !== '23503') throw error;
          waiting.push(table);
        }
      }
      left = waiting;
    }
    expect(left).toEqual([]);
  }

  it('knows every table, and each has rows in both regions', async () => {
    expect(tables).toEqual(Object.keys(SEEN).sort());
    for (const table of tables) {
      const { here, elsewhere } = await one(
        `select count(*) filter (where region_code = '${REGION}')::int as here,
           count(*) filter (where region_code = '${ELSEWHERE}')::int as elsewhere from ${table}`,
      );
      expect([table, here > 0, elsewhere > 0]).toEqual([table, true, true]);
    }
  });

  it('holds every table', async () => {
    const { rows } = await pantau.database.client.query(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
         and not relrowsecurity`,
    );
    expect(rows).toEqual([{ name: 'migration' }]);
  });

  /** Holds what a reader gives each actor of every table against the first net. */
  const compare = async (by: Reader): Promise<{ wrong: unknown[]; given: number }> => {
    const wrong: unknown[] = [];
    let given = 0;
    for (const [name, actor] of actors) {
      const net = netOf(actor, whole);
      for (const table of tables) {
        const expected = text(whole.get(table)!.filter((row) => SEEN[table]!(row, net)));
        const seen = text(
          (await read(actor, `select to_jsonb(t) as row from ${table} t`, by)).map(({ row }) => row),
        );
        given += seen.length;
        const [more, less] = [
          seen.filter((row) => !expected.includes(row)),
          expected.filter((row) => !seen.includes(row)),
        ];
        if (more.length + less.length > 0)
          wrong.push({
            name,
            table,
            more: more.length,
            less: less.length,
            such: (more[0] ?? less[0])?.slice(0, 200),
          });
      }
    }
    return { wrong, given };
  };

  it('gives each kind of actor, of every table, the rows that the first net would give, and no other', async () => {
    const { wrong, given } = await compare(reader);
    expect(wrong).toEqual([]);
    expect(given).toBeGreaterThan(1_000);
  }, 120_000);

  it('gives the same on a server where readers have no role and the owner of the tables is held itself', async () => {
    const { url, client } = pantau.database;
    const plain = await createReader({ url, entities, role: 'pantau_no_such_role' });
    try {
      // As long as nothing holds the owner it reads nothing at all.
      await expect(read(actors.get('an employee')!, 'select 1', plain)).rejects.toThrow(/does not hold/);
      for (const table of tables) await client.query(`alter table ${table} force row level security`);
      const { wrong, given } = await compare(plain);
      expect(wrong).toEqual([]);
      expect(given).toBeGreaterThan(1_000);
    } finally {
      for (const table of tables) await client.query(`alter table ${table} no force row level security`);
      await plain.close();
    }
  }, 120_000);

  it('gives nothing to whoever has not signed in, names no actor, or only says that it is one', async () => {
    const sari = actors.get('an employee')!;
    const nobodies: Acting[] = [
      NOBODY,
      { ...NOBODY, regionCode: REGION },
      { ...sari, kind: 'PUBLIC' },
      { ...sari, id: randomUUID(), kind: 'DEVICE' },
      { ...actors.get('a wall of the region')!, kind: 'SERVICE' },
    ];
    for (const table of tables) {
      expect(await sqlOf(reader.fork()).rows(`select * from ${table}`)).toEqual([]);
      for (const actor of nobodies) {
        // Whoever is somebody at all has the rules of the office, and the own row.
        if (actor.kind !== 'PUBLIC' && (SEEN[table] === letIn || OWN.has(table))) continue;
        const seen = await read(actor, `select * from ${table}`);
        // What everybody may see of it, too.
        const hidden = actor.kind === 'PUBLIC' ? seen : seen.filter((row) => row['public'] !== true);
        expect([table, hidden]).toEqual([table, []]);
      }
    }
  });

  it('shuts out at once whoever is locked or revoked, also in the eyes of a process that has not heard', async () => {
    const { client } = pantau.database;
    const cases = [
      ['an appraiser', `update account set state = $2 where id = $1`, 'ACTIVE', 'LOCKED'],
      ['leadership everywhere', `update role_grant set revoked_at = $2 where account_id = $1`, null, NOON],
      ['a service for SCORES', `update service_token set revoked_at = $2 where id = $1`, null, NOON],
      ['a wall of the region', `update wall_device set revoked_at = $2 where id = $1`, null, NOON],
    ] as const;
    for (const [name, statement, before, after] of cases) {
      const actor = actors.get(name)!;
      const seen = async () => {
        const counts = [];
        for (const table of ['employee_score', 'unit_score'])
          counts.push((await read(actor, `select * from ${table}`)).length);
        return counts[0]! + counts[1]!;
      };
      const had = await seen();
      expect([name, had > 0]).toEqual([name, true]);
      await client.query(statement, [actor.id, after]);
      expect([name, await seen()]).toEqual([name, 0]);
      await client.query(statement, [actor.id, before]);
      expect([name, await seen()]).toEqual([name, had]);
    }
  });

  it('lets nobody write', async () => {
    for (const name of ['an administrator', 'a chief']) {
      for (const statement of [
        `update employee set name = 'x'`,
        `delete from session`,
        `insert into role_grant (region_code, id, account_id, role, granted_at, granted_by)
         values ('${REGION}', gen_random_uuid(), gen_random_uuid(), 'ADMINISTRATOR', now(), 'x')`,
        `create table mine (id int)`,
      ]) {
        await expect(read(actors.get(name)!, statement)).rejects.toThrow(/read-only|permission denied/);
      }
    }
  });

  it('gives each the own rows where a hundred questions share the connections', async () => {
    const who = [...actors.entries()].filter(([name]) =>
      /employee|appraiser|leadership|service|wall/.test(name),
    );
    const statement = `select (select count(*) from employee)::int as people, (select count(*) from unit_score)::int as units,
      (select count(*) from observation)::int as observations, current_setting('pantau.id') as id`;
    const alone = new Map<string, unknown>();
    for (const [name, actor] of who) alone.set(name, (await read(actor, statement))[0]);
    const asked = fc.sample(fc.nat({ max: who.length - 1 }), { numRuns: 100, seed: 11 });
    const answers = await Promise.all(
      asked.map(async (place, n) => {
        const [name, actor] = who[place]!;
        if (n % 3 === 0) {
          // Some break off in the midst of a transaction, or leave a setting of their own behind.
          await reader.atOnce(actor, (em) => sqlOf(em).rows('select 1 / 0')).catch(() => undefined);
        }
        return [
          name,
          (n % 2 === 0
            ? await read(actor, statement)
            : await reader.atOnce(actor, (em) => sqlOf(em).rows(statement)))[0],
        ];
      }),
    );
    expect(answers).toEqual(asked.map((place) => [who[place]![0], alone.get(who[place]![0])]));
    expect(new Set([...alone.values()].map((counts) => JSON.stringify(counts))).size).toBe(who.length);
  });

  it('keeps every row of others from an employee where the API has lost its guard', async () => {
    const schema = await createUnguardedSchema();
    const actor = actors.get('an employee')!;
    const loaders = new Map<string, unknown>();
    const context = {
      actor,
      now: () => NOON,
      reads: createPersonalReads(),
      read: (region: string) =>
        actingStores(openStores(reader.fork(), region, NOON), (ask) => reader.as(actor, ask)),
      readAtOnce: <T>(region: string, look: (stores: Stores) => Promise<T>) =>
        reader.atOnce(actor, (em) => look(openStores(em, region, NOON))),
      loader(key: string, make: () => unknown) {
        if (!loaders.has(key)) loaders.set(key, make());
        return loaders.get(key);
      },
    } as unknown as Context<Stores>;
    const source = `query ($region: RegionCode!, $other: UUID!, $observation: UUID!, $contest: UUID!, $now: String!, $finished: String!) {
      employees(region: $region, first: 100) { edges { node { id name nip appraiser { name } reviewAuthority { name } } } }
      employee(region: $region, id: $other) { name nip }
      observations(region: $region, first: 100) { edges { node { id note employee { id name } } } }
      observation(region: $region, id: $observation) { value }
      now: employeeScores(region: $region, period: $now, first: 100) { edges { node { value employee { id name } parts { realised } confirmations { note } ifUpheld { value } } } }
      finished: employeeScores(region: $region, period: $finished, first: 100) { edges { node { value employee { id name } confirmed { note appraiser { name } } } } }
      employeeScore(region: $region, employee: $other, period: $now) { value }
      past: employeeScore(region: $region, employee: $other, period: $now, knownAt: "2026-11-24T05:00:01Z") { value }
      explainScore(region: $region, employee: $other, period: $now) { value nodes { sentence } }
      contests(region: $region, first: 100) { edges { node { id reason employee { id name } ruling { ruledBy { name } } } } }
      contest(region: $region, id: $contest) { reason }
      confirmedPredicates(region: $region, period: $finished, first: 100) { edges { node { employee { id name } note } } }
      unitScores(region: $region, period: $now) { unit { code } value headcount observationCount }
    }`;
    const foreign = await one(`select o.id as observation, c.id as contest from observation o
      join contest c on c.observation_id = o.id and c.region_code = o.region_code
      where o.region_code = '${REGION}' and o.employee_id = '${people.dewi}' limit 1`);
    const ask = async (region: string) => {
      loaders.clear();
      const { data, errors } = await graphql({
        schema,
        source,
        contextValue: context,
        variableValues: { region, other: people.dewi, now: PERIOD, finished: FINISHED, ...foreign },
      });
      expect(errors).toBeUndefined();
      return JSON.parse(JSON.stringify(data)) as Record<string, any>;
    };
    const idsOf = (list: any) => list.edges.map(({ node }: any) => (node.employee ?? node).id);
    const data = await ask(REGION);
    expect(idsOf(data['employees']).sort()).toEqual([people.sari, people.budi, people.joko].sort());
    for (const list of ['observations', 'now', 'finished', 'contests', 'confirmedPredicates']) {
      expect([list, [...new Set(idsOf(data[list]))]]).toEqual([list, [people.sari]]);
    }
    for (const name of ['employee', 'observation', 'employeeScore', 'past', 'explainScore', 'contest'])
      expect([name, data[name]]).toEqual([name, null]);
    // The own unit and the one above it.
    const figures = data['unitScores'].filter(({ headcount }: any) => headcount > 0);
    expect(figures.map(({ unit }: any) => unit.code)).toEqual(['35.78.26', '35.78.26.1006']);
    expect(JSON.stringify(data)).not.toMatch(/Dewi/);

    const elsewhere = await ask(ELSEWHERE);
    for (const [name, found] of Object.entries(elsewhere)) {
      const rows = found === null ? [] : (found.edges ?? found);
      expect([name, rows]).toEqual([name, []]);
    }
  });

  describe('and the first net', () => {
    const crowd = Array.from({ length: 4 }, (_, n) => `19900115201402110${n}`);
    let everybody: string[];
    let places: string[];

    beforeAll(async () => {
      const { findings } = await importTexts(pantau, {
        units:
          'code,name,kind,parent,order\n35.78.26.1006.1,Seksi,SECTION,35.78.26.1006,4\n35.78.26.1006.1.1,Loket,SECTION,35.78.26.1006.1,5\n',
        employees: `nip,name,status,unit,position\n${crowd.map((nip) => `${nip},Orang Rekaan,PNS,35.78.26.1004,Staf`).join('\n')}\n`,
        targets: `nip,indicator,period,weight,floor,target,stretch\n${crowd.map((nip) => `${nip},ADM-01,${PERIOD},100,70,95,99`).join('\n')}\n`,
      });
      expect(findings).toEqual([]);
      const { client } = pantau.database;
      const ids = async (table: string) =>
        (await client.query(`select id from ${table} where region_code = '${REGION}' order by id`)).rows.map(
          ({ id }) => id,
        );
      everybody = await ids('employee');
      places = await ids('org_unit');
      await client.query(
        `insert into unit_score select (jsonb_populate_record(null::unit_score, to_jsonb(s) || jsonb_build_object('unit_id', u.id))).*
         from org_unit u cross join lateral (select * from unit_score where region_code = '${REGION}' limit 1) s
         where u.region_code = '${REGION}' on conflict do nothing`,
      );
    });

    const place = fc.nat({ max: 4 });
    const who = fc.nat({ max: 7 });
    const history = fc.record({
      self: fc.option(who),
      grants: fc.array(
        fc.record({
          role: fc.constantFrom(...ROLES),
          unit: fc.option(place, { freq: 4 }),
          revoked: fc.boolean(),
        }),
        { maxLength: 4 },
      ),
      moves: fc.array(fc.record({ who, place }), { maxLength: 6 }),
      lines: fc.array(
        fc.record({
          who,
          by: fc.option(who, { freq: 6 }),
          day: fc.integer({ min: -3, max: 2 }),
          order: fc.nat({ max: 3 }),
        }),
        { maxLength: 16 },
      ),
    });

    it('agree on every person and unit, whatever was granted, moved and reported', async () => {
      const { client } = pantau.database;
      const sql: Sql = {
        rows: async (statement, parameters = []) => (await client.query(statement, [...parameters])).rows,
      };
      let visible = 0;
      await fc.assert(
        fc.asyncProperty(history, async ({ self, grants, moves, lines }) => {
          const { today } = await one(`select (now() at time zone 'Asia/Jakarta')::date::text as today`);
          const accountId = randomUUID();
          const employeeId = self === null ? null : everybody[self]!;
          await client.query('begin');
          try {
            await client.query(`update account set employee_id = null where region_code = $1`, [REGION]);
            await client.query(
              `insert into account (region_code, id, login, name, employee_id, state, recovery_hashes, created_at, created_by)
               values ($1, $2, $3, 'Penguji', $4, 'ACTIVE', '{}', now(), 'test')`,
              [REGION, accountId, `test.${accountId}`, employeeId],
            );
            for (const { role, unit, revoked } of grants) {
              await client.query(
                `insert into role_grant (region_code, id, account_id, role, unit_id, granted_at, granted_by, revoked_at)
                 values ($1, gen_random_uuid(), $2, $3, $4, now(), 'test', $5)`,
                [REGION, accountId, role, unit === null ? null : places[unit], revoked ? NOON : null],
              );
            }
            for (const move of moves) {
              await client.query(`update employee set unit_id = $3 where region_code = $1 and id = $2`, [
                REGION,
                everybody[move.who],
                places[move.place],
              ]);
            }
            for (const { who: below, by, day, order } of lines) {
              await client.query(
                `insert into reporting_line (region_code, id, employee_id, appraiser_id, starts_on, recorded_at, recorded_by)
                 values ($1, gen_random_uuid(), $2, $3, $4::date + $5::int, $6, 'test')`,
                [
                  REGION,
                  everybody[below],
                  by === null ? null : everybody[by],
                  today,
                  day,
                  new Date(NOON.getTime() + order),
                ],
              );
            }
            const scope: Scope = await loadPersonScope(sql, REGION, accountId, employeeId, today);
            await client.query(
              `select set_config('pantau.kind', 'PERSON', true), set_config('pantau.region', $1, true), set_config('pantau.id', $2, true)`,
              [REGION, accountId],
            );
            await client.query('set local role pantau_reader');
            const seen = async (column: string, table: string) =>
              (await client.query(`select distinct ${column} as id from ${table} order by 1`)).rows.map(
                ({ id }) => id,
              );
            const given = {
              known: await seen('id', 'employee'),
              work: await seen('employee_id', 'employee_score'),
              figures: await seen('unit_id', 'unit_score'),
            };
            const person = (to: number) =>
              everybody.filter((id) => (relationTo(scope, { employeeId: id }) & to) !== 0);
            expect(given).toEqual({
              known: person(NAMES),
              work: person(WORK),
              figures: places.filter((id) => (relationTo(scope, { unitId: id }) & FIGURES) !== 0),
            });
            visible += given.known.length + given.work.length + given.figures.length;
          } finally {
            await client.query('rollback');
          }
        }),
        { numRuns: 50 },
      );
      expect(visible).toBeGreaterThan(100);
    }, 120_000);
  });
});
