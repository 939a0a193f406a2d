import { randomUUID } from 'node:crypto';
import { COMMAND_LINE } from '../../../platform/auth/actor.js';
import { provisionEmployee } from '../../employees/provision-employee.js';
import { createTestDatabase, type TestDatabase } from '../../../testing/database.js';
import { letServiceIn, signIn } from '../../../testing/sign-in.js';
import { importTexts, NIPS, NOON, openSmallOffice, PERIOD, REGION } from '../../../testing/small-office.js';
import { startPantau, type RunningPantau } from '../../../testing/start-pantau.js';
import { scoreDifferences } from '../../../testing/verify-scores.js';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const PANTAU = 'urn:ietf:params:scim:schemas:extension:pantau:2.0:User';
const ERROR = 'urn:ietf:params:scim:schemas:extension:pantau:2.0:Error';
const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
const [KALIJUDAN, KALISARI] = ['35.78.26.1006', '35.78.26.1004'];
const NEW_NIP = '199512122020122001';
const DAY = 24 * 60 * 60_000;

describe('SCIM', () => {
  let database: TestDatabase;
  let pantau: RunningPantau;
  let token: string;
  let now = NOON;
  const ids: Record<string, string> = {};

  beforeEach(async () => {
    now = NOON;
    database = await createTestDatabase();
    pantau = await startPantau({ databaseUrl: database.url, clock: () => now });
    await openSmallOffice(pantau);
    token = (await letServiceIn(pantau, REGION, ['PROVISION'])).token;
    const { rows } = await database.client.query(
      'select nip as name, id from employee union all select code, id from org_unit',
    );
    for (const { name, id } of rows) ids[name] = id;
  });
  afterEach(async () => {
    expect(await scoreDifferences(database.client)).toEqual([]);
    await pantau?.close();
    await database?.drop();
  });

  const rows = async (text: string, values: unknown[] = []) =>
    (await database.client.query(text, values)).rows;
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
    by: string | null = token,
  ) => {
    const response = await fetch(`${pantau.address}/scim/v2${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/scim+json' }),
        ...(by === null ? {} : { authorization: `Bearer ${by}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      etag: response.headers.get('etag'),
      location: response.headers.get('location'),
      body: text === '' ? null : JSON.parse(text),
    };
  };
  const patch = (id: string, ...Operations: unknown[]) =>
    call('PATCH', `/Users/${id}`, { schemas: [PATCH_OP], Operations });
  const find = (filter: string) => call('GET', `/Users?filter=${encodeURIComponent(filter)}`);
  /** As Entra ID sends somebody, with attributes that are not kept among the others. */
  const person = (changed: object = {}) => ({
    schemas: [USER, ENTERPRISE, PANTAU],
    externalId: 'rina@pemkot',
    userName: NEW_NIP,
    active: true,
    displayName: 'Rina Astuti',
    name: { formatted: 'Rina Astuti', givenName: 'Rina', familyName: 'Astuti' },
    emails: [{ primary: true, type: 'work', value: 'rina@example.go.id' }],
    title: 'Petugas Loket',
    meta: { resourceType: 'User' },
    [ENTERPRISE]: { department: KALIJUDAN, manager: { value: ids[NIPS.budi] } },
    [PANTAU]: { employmentStatus: 'PNS', since: '2026-10-12' },
    ...changed,
  });
  const codeOf = ({ status, body }: { status: number; body: any }) => [status, body?.[ERROR]?.code];
  const placements = async (nip: string) =>
    Object.fromEntries(
      (
        await rows(
          `select u.code, p.days from placement p join org_unit u on u.id = p.unit_id join employee e on e.id = p.employee_id
           where e.nip = $1 and p.period_code = $2`,
          [nip, PERIOD],
        )
      ).map(({ code, days }) => [code, days]),
    );

  it('takes somebody through their whole service as Entra ID does it', async () => {
    expect(await find(`userName eq "${NEW_NIP}"`)).toMatchObject({
      status: 200,
      type: 'application/scim+json; charset=utf-8',
      body: { totalResults: 0, Resources: [] },
    });
    const created = await call('POST', '/Users', person());
    expect(created).toMatchObject({ status: 201, type: 'application/scim+json; charset=utf-8' });
    const { id } = created.body;
    expect(created.location).toBe(`${pantau.address}/scim/v2/Users/${id}`);
    expect(created.body).toEqual({
      schemas: [USER, ENTERPRISE, PANTAU],
      id,
      externalId: 'rina@pemkot',
      userName: NEW_NIP,
      displayName: 'Rina Astuti',
      name: { formatted: 'Rina Astuti' },
      title: 'Petugas Loket',
      userType: 'PNS',
      active: true,
      [ENTERPRISE]: {
        employeeNumber: NEW_NIP,
        department: KALIJUDAN,
        manager: { value: ids[NIPS.budi], $ref: `${pantau.address}/scim/v2/Users/${ids[NIPS.budi]}` },
      },
      [PANTAU]: { employmentStatus: 'PNS', unit: KALIJUDAN, since: '2026-10-12' },
      meta: { resourceType: 'User', location: created.location, version: created.etag },
    });
    await importTexts(pantau, {
      targets: `nip,indicator,period,weight,floor,target,stretch\n${NEW_NIP},ADM-01,${PERIOD},60,70,95,99\n`,
    });
    expect(await placements(NEW_NIP)).toEqual({ [KALIJUDAN]: 81 });

    expect((await find(`externalId eq "rina@pemkot"`)).body).toMatchObject({
      totalResults: 1,
      Resources: [{ id }],
    });
    const moved = await patch(
      id,
      { op: 'Replace', path: 'displayName', value: 'Rina Astuti, S.AP' },
      { op: 'Add', path: `${ENTERPRISE}:department`, value: KALISARI },
      { op: 'Replace', path: 'emails[type eq "work"].value', value: 'r@example.go.id' },
      { op: 'Add', path: `${ENTERPRISE}:manager`, value: ids[NIPS.joko] },
    );
    expect(moved).toMatchObject({
      status: 200,
      body: {
        name: { formatted: 'Rina Astuti, S.AP' },
        [ENTERPRISE]: { department: KALISARI, manager: { value: ids[NIPS.joko] } },
        [PANTAU]: { unit: KALISARI, since: '2026-11-24' },
      },
    });
    expect(await placements(NEW_NIP)).toEqual({ [KALIJUDAN]: 43, [KALISARI]: 38 });

    now = new Date(NOON.getTime() + 6 * DAY);
    const left = await patch(id, { op: 'Replace', path: 'active', value: 'False' });
    expect(left).toMatchObject({ status: 200, body: { active: false, displayName: 'Rina Astuti, S.AP' } });
    expect(await placements(NEW_NIP)).toEqual({ [KALIJUDAN]: 43, [KALISARI]: 6 });
    expect((await find('active eq false')).body).toMatchObject({ totalResults: 1, Resources: [{ id }] });

    now = new Date(NOON.getTime() + 10 * DAY);
    // While out of service they are named otherwise; it gives them no day.
    expect((await patch(id, { op: 'replace', value: { title: 'Staf' } })).body).toMatchObject({
      title: 'Staf',
    });
    expect(await placements(NEW_NIP)).toEqual({ [KALIJUDAN]: 43, [KALISARI]: 6 });
    expect(await patch(id, { op: 'replace', value: { active: true } })).toMatchObject({
      body: { active: true, title: 'Staf', [PANTAU]: { since: '2026-12-04' } },
    });
    expect(await placements(NEW_NIP)).toEqual({ [KALIJUDAN]: 43, [KALISARI]: 34 });

    expect(await call('DELETE', `/Users/${id}`)).toMatchObject({ status: 204, body: null });
    expect(codeOf(await call('GET', `/Users/${id}`))).toEqual([404, 'PERSON_UNKNOWN']);
    expect((await find(`userName eq "${NEW_NIP}"`)).body.totalResults).toBe(0);
    expect(await rows('select name, active from employee where id = $1', [id])).toEqual([
      { name: 'Rina Astuti, S.AP', active: false },
    ]);
    // The same NIP is the same person.
    expect(await call('POST', '/Users', person())).toMatchObject({ status: 201, body: { id, active: true } });
  });

  it('tells each person who has read their name and NIP, and the record who changed them', async () => {
    const { id } = (await call('POST', '/Users', person())).body;
    await call('GET', '/Users?count=2');
    await call('GET', `/Users/${ids[NIPS.dewi]}?attributes=active`);
    const looks = await rows(
      `select s.employee_id as id, s.fields from audit_subject s join audit_entry a using (region_code, seq)
       where a.action = 'read' order by a.seq, s.employee_id`,
    );
    const [first, second] = [...Object.values(NIPS).map((nip) => ids[nip]!)].sort();
    expect(looks).toEqual([
      { id, fields: ['IDENTITY', 'NIP'] },
      { id: first, fields: ['IDENTITY', 'NIP'] },
      { id: second, fields: ['IDENTITY', 'NIP'] },
    ]);
    expect(
      await rows(`select action, actor_kind from audit_entry where action = 'provisionEmployee'`),
    ).toEqual([{ action: 'provisionEmployee', actor_kind: 'SERVICE' }]);
    const kinds = await rows('select kind, payload from change_log where subject_id = $1', [id]);
    expect(kinds).toEqual([
      { kind: 'EmployeeChanged', payload: { employeeId: id, unitId: ids[KALIJUDAN], movedFrom: null } },
    ]);
  });

  it('closes the account of who leaves, and never that of the last administrator', async () => {
    const sari = await signIn(pantau, REGION, { employeeId: ids[NIPS.sari]! });
    const joko = await signIn(pantau, REGION, {
      employeeId: ids[NIPS.joko]!,
      roles: [{ role: 'ADMINISTRATOR' }],
    });
    await patch(ids[NIPS.sari]!, { op: 'replace', path: 'active', value: false });
    await patch(ids[NIPS.joko]!, { op: 'replace', path: 'active', value: false });
    const open = async (accountId: string) =>
      (
        await rows(
          `select a.state, (select count(*)::int from session s where s.account_id = a.id and s.ended_at is null) as sessions
           from account a where a.id = $1`,
          [accountId],
        )
      )[0];
    expect(await open(sari.accountId)).toEqual({ state: 'LOCKED', sessions: 0 });
    expect(await open(joko.accountId)).toEqual({ state: 'ACTIVE', sessions: 1 });
    expect(
      await rows(`select payload from change_log where subject_id = $1 and kind = 'EmployeeChanged'`, [
        ids[NIPS.sari],
      ]),
    ).toContainEqual({
      payload: { employeeId: ids[NIPS.sari], unitId: ids[KALIJUDAN], movedFrom: null, inService: false },
    });
  });

  it('finds people by what it says it can filter, in pages that hold still', async () => {
    const names = async (filter: string) => {
      const { body } = await find(filter);
      return body.Resources.map((one: any) => one.displayName).sort();
    };
    expect(await names(`displayName sw "sari"`)).toEqual(['Sari Wulandari']);
    expect(await names(`active eq "True" and (title eq "lurah" or title eq "Camat")`)).toEqual([
      'Budi Santoso',
      'Suparman',
    ]);
    expect(await names(`not (title co "loket" or userName eq "${NIPS.joko}")`)).toEqual(['Budi Santoso']);
    expect(await names(`${ENTERPRISE}:department eq "${KALISARI}"`)).toEqual(['Dewi Lestari']);
    expect(await names(`id eq "${ids[NIPS.dewi]}"`)).toEqual(['Dewi Lestari']);
    expect(await names(`externalId pr`)).toEqual([]);
    expect(await names(`displayName eq "' or 1=1 --"`)).toEqual([]);
    const found = await call('POST', '/Users/.search', {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'],
      filter: `userName eq "${NIPS.budi}"`,
      attributes: ['userName', 'name.formatted'],
    });
    expect(found.body.Resources).toEqual([
      expect.objectContaining({
        id: ids[NIPS.budi],
        userName: NIPS.budi,
        name: { formatted: 'Budi Santoso' },
      }),
    ]);
    expect(found.body.Resources[0]).not.toHaveProperty('title');

    const seen: string[] = [];
    for (const startIndex of [1, 3, 5]) {
      const { body } = await call('GET', `/Users?startIndex=${startIndex}&count=2`);
      expect(body).toMatchObject({ totalResults: 4, startIndex });
      seen.push(...body.Resources.map((one: any) => one.id));
    }
    expect(seen).toEqual(
      Object.values(NIPS)
        .map((nip) => ids[nip]!)
        .sort(),
    );
    expect((await call('GET', '/Users?count=0')).body).toMatchObject({ totalResults: 4, Resources: [] });
    expect((await call('GET', '/Users?count=1000000')).body.itemsPerPage).toBe(4);
  });

  it('refuses what the rules of the import refuse, in the shape of SCIM, and leaves nothing of it', async () => {
    const create = async (changed: object) => codeOf(await call('POST', '/Users', person(changed)));
    expect(await create({ userName: '123' })).toEqual([400, 'NIP_LENGTH']);
    expect(await create({ [PANTAU]: { employmentStatus: 'PPPK' } })).toEqual([400, 'NIP_STATUS']);
    expect(await create({ [PANTAU]: { employmentStatus: 'HONORER' } })).toEqual([400, 'BAD_INPUT']);
    expect(await create({ [PANTAU]: { employmentStatus: 'PNS', since: '2027-01-01' } })).toEqual([
      400,
      'SINCE_UNREADABLE',
    ]);
    expect(await create({ [ENTERPRISE]: { department: '99' } })).toEqual([400, 'UNIT_UNKNOWN']);
    expect(await create({ title: undefined })).toEqual([400, 'CELL_EMPTY']);
    expect(await create({ externalId: 'x'.repeat(201) })).toEqual([400, 'EXTERNAL_ID_LENGTH']);
    const nobody = '01900000-0000-7000-8000-000000000000';
    expect(await create({ [ENTERPRISE]: { department: KALIJUDAN, manager: { value: nobody } } })).toEqual([
      400,
      'APPRAISER_UNKNOWN',
    ]);
    expect(await create({ userName: NIPS.sari })).toEqual([409, 'NIP_TAKEN']);
    const taken = await call('POST', '/Users', person({ userName: NIPS.sari }));
    expect(taken.body).toMatchObject({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
      status: '409',
      scimType: 'uniqueness',
      [ERROR]: { mender: 'SENDER', field: 'nip' },
    });
    expect(JSON.stringify(taken.body)).not.toContain(NIPS.sari);
    expect(codeOf(await patch(ids[NIPS.sari]!, { op: 'replace', path: 'userName', value: NEW_NIP }))).toEqual(
      [400, 'NIP_FIXED'],
    );
    expect(
      codeOf(
        await patch(ids[NIPS.sari]!, { op: 'add', path: `${ENTERPRISE}:manager`, value: ids[NIPS.sari] }),
      ),
    ).toEqual([400, 'APPRAISER_ONESELF']);
    expect(codeOf(await patch(nobody, { op: 'replace', path: 'title', value: 'x' }))).toEqual([
      404,
      'PERSON_UNKNOWN',
    ]);
    expect(await rows('select count(*)::int as n from employee')).toEqual([{ n: 4 }]);
    expect(await rows('select count(*)::int as n from reporting_line')).toEqual([{ n: 0 }]);
  });

  it('lets one of two win who add the same person or change the same version', async () => {
    const twice = await Promise.all([1, 2, 3].map(() => call('POST', '/Users', person())));
    expect(twice.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409, 409]);
    const before = await call('GET', `/Users/${ids[NIPS.sari]}`);
    expect(
      await call('GET', `/Users/${ids[NIPS.sari]}`, undefined, { 'if-none-match': before.etag! }),
    ).toMatchObject({
      status: 304,
    });
    const put = (title: string) =>
      call('PUT', `/Users/${ids[NIPS.sari]}`, { ...before.body, title }, { 'if-match': before.etag! });
    const both = await Promise.all([put('Satu'), put('Dua')]);
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 412]);
    expect(codeOf(both.find(({ status }) => status === 412)!)).toEqual([412, 'VERSION_PASSED']);
    // What is not said stays.
    await patch(ids[NIPS.sari]!, {
      op: 'add',
      value: { externalId: 'e1', [ENTERPRISE]: { manager: { value: ids[NIPS.budi] } } },
    });
    const { body } = await call('PUT', `/Users/${ids[NIPS.sari]}`, {
      schemas: [USER],
      userName: NIPS.sari,
      displayName: 'Sari W.',
    });
    expect(body).toMatchObject({
      externalId: 'e1',
      displayName: 'Sari W.',
      [ENTERPRISE]: { manager: { value: ids[NIPS.budi] } },
    });
    const gone = await patch(
      ids[NIPS.sari]!,
      { op: 'remove', path: `${ENTERPRISE}:manager` },
      { op: 'remove', path: 'externalId' },
    );
    expect(gone.body[ENTERPRISE]).not.toHaveProperty('manager');
    expect(gone.body).not.toHaveProperty('externalId');
  });

  it('changes nobody unseen, also where a file adds the person between two of its looks', async () => {
    const wanted = {
      ...{ nip: NEW_NIP, name: 'Rina Astuti', status: 'PNS', unit: KALIJUDAN, position: 'Petugas Loket' },
      ...{ since: null, managerId: null, active: true, externalId: null },
    };
    let looks = 0;
    const done = await pantau.unitOfWork.run(
      {
        verb: 'provisionEmployee',
        actor: COMMAND_LINE,
        regionCode: REGION,
        key: randomUUID(),
        input: wanted,
      },
      (tx) => {
        const byNips: typeof tx.employees.byNips = async (nips) => {
          looks += 1;
          if (looks === 2) {
            await importTexts(pantau, {
              employees: `nip,name,status,unit,position\n${NEW_NIP},Rina A.,PNS,${KALIJUDAN},Staf\n`,
            });
          }
          return tx.employees.byNips(nips);
        };
        const stores = { ...tx, employees: { ...tx.employees, byNips } };
        return provisionEmployee(stores, COMMAND_LINE, wanted, () => true);
      },
    );
    expect(done).toMatchObject({ ok: false, refusal: { code: 'NIP_TAKEN' } });
    expect(await rows('select name from employee where nip = $1', [NEW_NIP])).toEqual([{ name: 'Rina A.' }]);
  });

  it('lets a token of one unit see and place people there alone', async () => {
    const { token: own } = await letServiceIn(pantau, REGION, ['PROVISION'], [ids[KALISARI]!]);
    const as = (method: string, path: string, body?: unknown) => call(method, path, body, {}, own);
    expect((await as('GET', '/Users')).body).toMatchObject({
      totalResults: 1,
      Resources: [{ id: ids[NIPS.dewi] }],
    });
    const change = { schemas: [PATCH_OP], Operations: [{ op: 'replace', path: 'title', value: 'Staf' }] };
    expect((await as('PATCH', `/Users/${ids[NIPS.dewi]}`, change)).status).toBe(200);
    expect(codeOf(await as('PATCH', `/Users/${ids[NIPS.sari]}`, change))).toEqual([404, 'PERSON_UNKNOWN']);
    expect(codeOf(await as('GET', `/Users/${ids[NIPS.sari]}`))).toEqual([404, 'PERSON_UNKNOWN']);
    expect(codeOf(await as('POST', '/Users', person()))).toEqual([400, 'UNIT_UNKNOWN']);
    const here = person({ [ENTERPRISE]: { department: KALISARI } });
    expect((await as('POST', '/Users', here)).status).toBe(201);
  });

  it('opens to services that provision, and to nobody else', async () => {
    const { token: pull } = await letServiceIn(pantau, REGION, ['PEOPLE', 'NIP']);
    const { token: chief } = await signIn(pantau, REGION, {
      roles: [{ role: 'ADMINISTRATOR' }, { role: 'LEADERSHIP' }],
    });
    for (const [by, status, code] of [
      [null, 401, 'UNAUTHENTICATED'],
      ['ptk_nobody', 401, 'UNAUTHENTICATED'],
      [pull, 403, 'FORBIDDEN'],
      [chief, 403, 'FORBIDDEN'],
    ] as const) {
      const answer = await call('GET', '/Users', undefined, {}, by);
      expect([...codeOf(answer), answer.type]).toEqual([
        status,
        code,
        'application/scim+json; charset=utf-8',
      ]);
    }
    expect(codeOf(await call('GET', '/Users', undefined, { origin: pantau.address }))).toEqual([
      403,
      'FORBIDDEN',
    ]);
    const { id: poorId, token: poor } = await letServiceIn(pantau, REGION, ['PROVISION']);
    await rows('update service_token set quota_per_hour = 1 where id = $1', [poorId]);
    expect((await call('GET', '/Users', undefined, {}, poor)).status).toBe(200);
    expect(codeOf(await call('GET', '/Users', undefined, {}, poor))).toEqual([429, 'LIMIT_RATE']);
  });

  it('says what it can do', async () => {
    expect((await call('GET', '/ServiceProviderConfig')).body).toMatchObject({
      patch: { supported: true },
      bulk: { supported: false },
      filter: { supported: true, maxResults: 100 },
      etag: { supported: true },
    });
    const { body } = await call('GET', '/Schemas');
    expect(body.Resources.map((one: any) => one.id)).toEqual([USER, ENTERPRISE, PANTAU]);
    expect((await call('GET', `/Schemas/${PANTAU}`)).body.attributes).toContainEqual(
      expect.objectContaining({
        name: 'employmentStatus',
        canonicalValues: ['PNS', 'PPPK', 'PPPK_PART_TIME'],
      }),
    );
    expect((await call('GET', '/ResourceTypes/User')).body).toMatchObject({
      endpoint: '/Users',
      schema: USER,
    });
    expect(codeOf(await call('GET', '/Groups'))).toEqual([404, 'NOT_FOUND']);
    expect((await call('POST', '/Bulk', {})).status).toBe(501);
  });

  it('answers whatever comes with a coded error', async () => {
    const users = (filter: string) => find(filter).then(codeOf);
    expect(await users(`${'('.repeat(500)}active eq true${')'.repeat(400)}`)).toEqual([
      400,
      'FILTER_TOO_LARGE',
    ]);
    expect(await users(Array(30).fill('active eq true').join(' and '))).toEqual([400, 'FILTER_TOO_LARGE']);
    expect(await users(`userName eq "${'1'.repeat(5_000)}"`)).toEqual([400, 'FILTER_TOO_LARGE']);
    expect(await users('userName eq')).toEqual([400, 'FILTER_UNREADABLE']);
    expect(await users('__proto__.polluted eq "1"')).toEqual([400, 'FILTER_UNREADABLE']);
    expect(await users('constructor.polluted eq "1"')).toEqual([400, 'FILTER_ATTRIBUTE']);
    expect(await users('password eq "x"')).toEqual([400, 'FILTER_ATTRIBUTE']);
    expect((await call('GET', '/Users?attributes=constructor.polluted,__proto__.polluted')).status).toBe(200);
    expect(Object).not.toHaveProperty('polluted');
    expect(codeOf(await call('GET', '/Users?filter=a&filter=b'))).toEqual([400, 'BAD_INPUT']);
    expect(codeOf(await call('GET', '/Users?startIndex=one'))).toEqual([400, 'BAD_INPUT']);

    const sari = ids[NIPS.sari]!;
    const many = Array.from({ length: 51 }, () => ({ op: 'replace', path: 'title', value: 'x' }));
    expect(codeOf(await patch(sari, ...many))).toEqual([413, 'OPERATIONS_TOO_MANY']);
    expect(codeOf(await patch(sari, ...Array.from({ length: 501 }, () => ({}))))).toEqual([400, 'BAD_INPUT']);
    for (const [operation, scimType] of [
      [{ op: 'explode', path: 'title', value: 'x' }, 'invalidSyntax'],
      [{ op: 'replace', path: 'nope', value: 'x' }, 'invalidPath'],
      [{ op: 'replace', path: '__proto__.x', value: 'x' }, 'invalidPath'],
      [{ op: 'replace', path: 'title', value: { a: 1 } }, 'invalidValue'],
      [{ op: 'replace', path: 'id', value: sari.replace(/.$/, 'x') }, 'mutability'],
      [{ op: 'remove' }, 'noTarget'],
      [null, 'invalidValue'],
    ] as const) {
      const { status, body } = await patch(sari, operation);
      expect([status, body.scimType]).toEqual([400, scimType]);
    }
    const raw = (body: string, headers: Record<string, string> = {}) =>
      call('POST', '/Users', body, headers).then(codeOf);
    expect(await raw('{"__proto__": {"active": false}}')).toEqual([400, 'BAD_INPUT']);
    expect(await raw('{')).toEqual([400, 'BAD_REQUEST']);
    expect(await raw('[1]')).toEqual([400, 'BAD_REQUEST']);
    expect(await raw('"x"')).toEqual([400, 'BAD_REQUEST']);
    expect(await raw('{}', { 'content-type': 'text/plain' })).toEqual([415, 'BAD_REQUEST']);
    expect(await raw('{}', { 'content-encoding': 'gzip' })).toEqual([415, 'BAD_REQUEST']);
    expect(await raw(JSON.stringify({ title: 'x'.repeat(65_536) }))).toEqual([413, 'LIMIT_SIZE']);
    expect(await raw(JSON.stringify(person({ displayName: 'a\u0000b' })))).toEqual([400, 'CELL_UNREADABLE']);
    expect(await raw(JSON.stringify(person({ userName: 5 })))).toEqual([400, 'BAD_INPUT']);
    expect(codeOf(await call('DELETE', '/Users'))).toEqual([405, 'BAD_REQUEST']);
    expect(codeOf(await call('GET', '/Users/%00'))).toEqual([404, 'PERSON_UNKNOWN']);
    // Fifty megabytes are refused by what they say of themselves.
    const huge = await raw('x'.repeat(50 * 1024 * 1024)).catch(() => [413, 'LIMIT_SIZE']);
    expect(huge).toEqual([413, 'LIMIT_SIZE']);
    expect(await rows('select count(*)::int as n from employee')).toEqual([{ n: 4 }]);
  });
});
