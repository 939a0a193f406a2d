import { randomUUID } from 'node:crypto';
import {
  ApplyImportDocument,
  DropImportDocument,
  ImportDraftDocument,
  ImportFindingsDocument,
  ImportRowsDocument,
  ImportsDocument,
  UndoImportDocument,
  type ImportOutcome,
} from '@pantau/schema';
import { writeXlsx } from 'hucre/xlsx';
import { COMMAND_LINE } from '../../../platform/auth/actor.js';
import { applyImport } from './apply-import.js';
import { endRecords } from '../../privacy/end-records.js';
import { sqlOf } from '../../../platform/database/sql.js';
import { bookOf, zipOf } from '../../../testing/zip-of.js';
import { createTestDatabase, type TestDatabase } from '../../../testing/database.js';
import {
  bearer,
  letServiceIn,
  signIn,
  wireClientOf,
  type LetIn,
  type SignedIn,
} from '../../../testing/sign-in.js';
import { importTexts, NIPS, NOON, openSmallOffice, PERIOD, REGION } from '../../../testing/small-office.js';
import { startPantau, type RunningPantau } from '../../../testing/start-pantau.js';
import { scoreDifferences } from '../../../testing/verify-scores.js';
import type { WireClient } from '../../../testing/wire-client.js';

const HEADER = 'nip,name,status,unit,position';
const SARI = `${NIPS.sari},Sari Wulandari,PNS,35.78.26.1004,Petugas Loket`;
const NEW_NIP = '199203042020122003';
const DAY_MS = 86_400_000;

describe('files of master data', () => {
  let database: TestDatabase;
  let pantau: RunningPantau;
  let administrator: SignedIn;
  let program: LetIn;
  let client: WireClient;
  let now: Date;

  beforeEach(async () => {
    now = NOON;
    database = await createTestDatabase();
    pantau = await startPantau({ databaseUrl: database.url, clock: () => now });
    await openSmallOffice(pantau);
    administrator = await signIn(pantau, REGION, { roles: [{ role: 'ADMINISTRATOR' }] });
    program = await letServiceIn(pantau, REGION, ['PROVISION']);
    client = wireClientOf(pantau, administrator);
  });
  afterEach(async () => {
    await client?.close();
    await pantau?.close();
    await database?.drop();
  });

  async function send(
    kind: string,
    body: string | Uint8Array,
    {
      id = randomUUID(),
      by = administrator,
    }: { readonly id?: string; readonly by?: { token: string } | null } = {},
  ) {
    const response = await fetch(`${pantau.address}/imports/${id}?region=${REGION}&kind=${kind}`, {
      method: 'PUT',
      body: body as BodyInit,
      headers: by === null ? {} : bearer(by),
    });
    return { id, status: response.status, answer: (await response.json()) as Record<string, any> };
  }
  const step = async (document: typeof ApplyImportDocument, id: string, key: string = randomUUID()) => {
    const { data, errors } = await client.send(document, { input: { region: REGION, key, id } });
    expect(errors).toBeUndefined();
    return Object.values(data!)[0] as NonNullable<typeof data>['applyImport'];
  };
  const apply = (id: string, key?: string) => step(ApplyImportDocument, id, key);
  const undo = (id: string) => step(UndoImportDocument as unknown as typeof ApplyImportDocument, id);
  const rowsOf = async (id: string, outcomes: ImportOutcome[] | null = null, by = client) =>
    (await by.send(ImportRowsDocument, { region: REGION, id, outcomes })).data!.importDraft!.rows.edges.map(
      ({ node }) => node,
    );
  const sql = async (text: string) => (await database.client.query(text)).rows;
  const people = () =>
    sql(`select e.nip, e.name, u.code, e.position_title, e.active from employee e
      join org_unit u on u.region_code = e.region_code and u.id = e.unit_id order by e.id`);

  it('shows who would be added, changed and left out, and records nothing before it is applied', async () => {
    const before = await people();
    const { id, status, answer } = await send(
      'employees',
      [
        'NIP;Nama;Status Kepegawaian;Unit Kerja;Jabatan',
        SARI.replaceAll(',', ';'),
        `${NIPS.budi};Budi Santoso;PNS;35.78.26.1006;Lurah`,
        `${NEW_NIP};Ratna Ayu;PNS;35.78.26.1004;Staf`,
        `${NEW_NIP.slice(0, 17)};Terlalu Pendek;PNS;35.78.26.1004;Staf`,
        `${NIPS.dewi};Dewi Lestari;PNS;99.99;Staf`,
        '',
      ].join('\r\n'),
    );
    expect(status).toBe(201);
    expect(answer).toMatchObject({
      state: 'DRAFT',
      added: 1,
      changed: 1,
      unchanged: 1,
      refused: 2,
      format: 'CSV',
    });
    expect(answer['findings'].map((one: any) => [one.line, one.column, one.code, one.mender])).toEqual([
      [5, 'nip', 'NIP_LENGTH', 'SENDER'],
      [6, 'unit', 'UNIT_UNKNOWN', 'UNIT_ADMIN'],
    ]);
    expect(await people()).toEqual(before);
    expect(await rowsOf(id, ['ADDED', 'CHANGED'])).toMatchObject([
      {
        ...{ line: 2, outcome: 'CHANGED', name: 'Sari Wulandari', maskedNip: '•••••••• •••••• • 901' },
        changes: [
          {
            column: 'unit',
            old: '35.78.26.1006',
            oldName: 'Kelurahan Kalijudan',
            new: '35.78.26.1004',
            newName: 'Kelurahan Kalisari',
          },
        ],
        startsOn: '2026-11-24',
      },
      { line: 4, outcome: 'ADDED', name: 'Ratna Ayu', maskedNip: '•••••••• •••••• • 003', startsOn: null },
    ]);
    expect(JSON.stringify(await rowsOf(id))).not.toMatch(/\d{18}/);
    const { data } = await client.send(ImportFindingsDocument, { region: REGION, id });
    expect(data!.importDraft!.findings.edges.map(({ node }) => node.line)).toEqual([5, 6]);
    expect(data!.importDraft!.findings.edges[1]!.node.message).toMatch(/Unit kerja/);
  });

  it('records the good rows once, however often and by however many it is applied at the same time', async () => {
    await importTexts(pantau, {
      observations: `key,nip,indicator,value,observed_at\na,${NIPS.sari},ADM-01,97,2026-11-02\nb,${NIPS.sari},ADM-03,14,2026-11-02\n`,
    });
    const { id } = await send(
      'employees',
      `${HEADER}\n${SARI}\n${NEW_NIP},Ratna Ayu,PNS,35.78.26.1004,Staf\n`,
    );
    const key = randomUUID();
    const answers = await Promise.all([apply(id, key), apply(id, key), apply(id), apply(id)]);
    const kinds = answers.map((answer) =>
      answer.__typename === 'ImportRecorded' ? 'DONE' : answer.__typename,
    );
    // One of the keys has won; the others are told that it is settled.
    expect(kinds.filter((kind) => kind === 'DONE').length).toBeGreaterThanOrEqual(1);
    expect(await sql(`select count(*)::int from audit_entry where action = 'applyImport'`)).toEqual([
      { count: 1 },
    ]);
    expect(await people()).toContainEqual(
      expect.objectContaining({ nip: NIPS.sari, code: '35.78.26.1004', active: true }),
    );
    expect((await people()).filter(({ nip }) => nip === NEW_NIP)).toHaveLength(1);
    expect(
      await sql(`select count(*)::int from change_log where kind = 'EmployeeChanged' and subject_id in
      (select id from employee where nip = '${NEW_NIP}')`),
    ).toEqual([{ count: 1 }]);
    // Scores moved with her.
    expect(
      await sql(`select u.code, s.days::int from unit_score s join org_unit u on u.id = s.unit_id
        where s.period_code = '${PERIOD}' and u.code like '%.100_' order by 1`),
    ).toEqual([
      { code: '35.78.26.1004', days: 92 + 38 },
      { code: '35.78.26.1006', days: 92 + 54 },
    ]);
    expect(await scoreDifferences(database.client)).toEqual([]);
  });

  it('does not apply what would do something else by now: it is worked out again, and then it can be applied', async () => {
    const { id } = await send('employees', `${HEADER}\n${SARI}\n`);
    await importTexts(pantau, { employees: `${HEADER}\n${NIPS.sari},Sari W.,PNS,35.78.26.1006,Lurah\n` });
    const key = randomUUID();
    expect(await apply(id, key)).toMatchObject({ __typename: 'ImportMoved', code: 'IMPORT_MOVED' });
    expect(await apply(id, key)).toMatchObject({ __typename: 'ImportMoved' });
    expect((await rowsOf(id))[0]!.changes.map(({ column, old }) => [column, old])).toEqual([
      ['name', 'Sari W.'],
      ['unit', '35.78.26.1006'],
      ['position', 'Lurah'],
    ]);
    expect(await apply(id)).toMatchObject({ __typename: 'ImportRecorded', import: { state: 'APPLIED' } });
    expect((await people()).find(({ nip }) => nip === NIPS.sari)).toMatchObject({ name: 'Sari Wulandari' });
  });

  it('undoes what nobody has changed since, names what somebody has, and deletes nobody', async () => {
    const before = await people();
    const days = `select s.unit_id, s.days from unit_score s where s.period_code = '${PERIOD}' order by 1`;
    const daysBefore = await sql(days);
    const { id } = await send(
      'employees',
      `${HEADER}\n${SARI}\n${NEW_NIP},Ratna Ayu,PNS,35.78.26.1004,Staf\n${NIPS.dewi},Dewi L.,PNS,35.78.26.1004,Petugas Loket\n`,
    );
    await apply(id);
    await importTexts(pantau, {
      employees: `${HEADER}\n${NIPS.dewi},Dewi Lestari S.,PNS,35.78.26.1004,Petugas Loket\n`,
    });
    now = new Date(now.getTime() + DAY_MS);
    expect(await undo(id)).toMatchObject({ import: { state: 'UNDONE', putBack: 2, left: 1 } });
    expect((await rowsOf(id)).map(({ line, undo: came }) => [line, came])).toEqual([
      [2, 'PUT_BACK'],
      [3, 'DEACTIVATED'],
      [4, 'CHANGED_SINCE'],
    ]);
    const after = await people();
    expect(after.find(({ nip }) => nip === NIPS.sari)).toEqual(before.find(({ nip }) => nip === NIPS.sari));
    expect(after.find(({ nip }) => nip === NIPS.dewi)).toMatchObject({ name: 'Dewi Lestari S.' });
    expect(after.find(({ nip }) => nip === NEW_NIP)).toMatchObject({ active: false });
    // Nobody serves anywhere else, on any day, than before.
    expect(await sql(days)).toEqual(daysBefore);
    expect(await undo(id)).toMatchObject({ __typename: 'ImportRefused', code: 'IMPORT_NOT_APPLIED' });
    expect(await scoreDifferences(database.client)).toEqual([]);

    // Whoever was taken out of service comes back with a word of the file, and not without.
    const row = `${NEW_NIP},Ratna Ayu,PNS,35.78.26.1004,Staf`;
    expect((await send('employees', `${HEADER}\n${row}\n`)).answer).toMatchObject({
      unchanged: 1,
      changed: 0,
    });
    const again = await send('employees', `${HEADER},aktif\n${row},ya\n`);
    await apply(again.id);
    expect((await people()).find(({ nip }) => nip === NEW_NIP)).toMatchObject({ active: true });
  });

  it('takes somebody out of service as SCIM does: their days end, their account closes; undone, they are back', async () => {
    const sari = `(select id from employee where nip = '${NIPS.sari}')`;
    const held = `select distinct on (starts_on, kind) kind, starts_on::text, ends_on::text from assignment
      where employee_id = ${sari} order by starts_on, kind, recorded_at desc, id desc`;
    const days = `select s.unit_id, s.days from unit_score s where s.period_code = '${PERIOD}' order by 1`;
    const [{ id: employeeId }] = (await sql(`select ${sari} as id`)) as [{ id: string }];
    await signIn(pantau, REGION, { employeeId });
    const account = `select state from account where employee_id = ${sari}`;
    const [before, daysBefore] = [await sql(held), await sql(days)];
    expect(before).toHaveLength(1);

    const { id } = await send(
      'employees',
      `${HEADER},aktif\n${NIPS.sari},Sari Wulandari,PNS,35.78.26.1006,Petugas Loket,tidak\n`,
    );
    expect((await rowsOf(id))[0]).toMatchObject({ outcome: 'CHANGED' });
    await apply(id);
    expect((await sql(held)).map(({ ends_on: last }) => last)).toEqual(['2026-11-23']);
    expect(await sql(days)).not.toEqual(daysBefore);
    expect(await sql(account)).toEqual([{ state: 'LOCKED' }]);
    expect(await scoreDifferences(database.client)).toEqual([]);

    now = new Date(now.getTime() + DAY_MS);
    expect(await undo(id)).toMatchObject({ import: { state: 'UNDONE', putBack: 1, left: 0 } });
    expect(await sql(held)).toEqual(before);
    expect(await sql(days)).toEqual(daysBefore);
    expect(await scoreDifferences(database.client)).toEqual([]);
    // Whether somebody who comes back may get in again is for an administrator to say.
    expect(await sql(account)).toEqual([{ state: 'LOCKED' }]);
  });

  it('finds whom somebody else has added in the same moment, and shows the difference anew', async () => {
    for (let n = 0; n < 8; n += 1) {
      const nip = `1992030420201220${String(40 + n)}`.slice(0, 16) + String(10 + n);
      const files = await Promise.all(
        ['Satu', 'Dua'].map((name) =>
          send('employees', `${HEADER}\n${nip},${name},PNS,35.78.26.1004,Staf\n`),
        ),
      );
      expect(files.map(({ answer }) => answer)).toEqual([
        expect.objectContaining({ added: 1 }),
        expect.objectContaining({ added: 1 }),
      ]);
      const provisioned = fetch(`${pantau.address}/scim/v2/Users`, {
        method: 'POST',
        headers: { ...bearer(program), 'content-type': 'application/scim+json' },
        body: JSON.stringify({
          schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
          ...{ userName: nip, displayName: 'Tiga', title: 'Staf', active: true },
          'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { department: '35.78.26.1004' },
          'urn:ietf:params:scim:schemas:extension:pantau:2.0:User': { employmentStatus: 'PNS' },
        }),
      });
      const applied = await Promise.all(files.map(({ id }) => apply(id)));
      const { status } = await provisioned;
      const firsts =
        applied.filter(({ __typename }) => __typename === 'ImportRecorded').length + (status === 201 ? 1 : 0);
      expect([status, firsts]).toEqual([status === 201 ? 201 : 409, 1]);
      expect(await sql(`select count(*)::int as people from employee where nip = '${nip}'`)).toEqual([
        { people: 1 },
      ]);
    }
  });

  it('records nothing that was not shown, also where somebody adds the person between two of its looks', async () => {
    const { id } = await send('employees', `${HEADER}\n${NEW_NIP},Ratna Ayu,PNS,35.78.26.1004,Staf\n`);
    let looks = 0;
    const done = await pantau.unitOfWork.run(
      { verb: 'applyImport', actor: COMMAND_LINE, regionCode: REGION, key: randomUUID(), input: { id } },
      (tx) => {
        const byNips: typeof tx.employees.byNips = async (nips) => {
          looks += 1;
          if (looks === 2) {
            await importTexts(pantau, {
              employees: `${HEADER}\n${NEW_NIP},Ratna Ayu Lestari,PNS,35.78.26.1004,Staf\n`,
            });
          }
          return tx.employees.byNips(nips);
        };
        return applyImport({ ...tx, employees: { ...tx.employees, byNips } }, COMMAND_LINE, { id });
      },
    );
    expect(done).toMatchObject({ ok: true, value: { moved: true } });
    expect(looks).toBeGreaterThan(2);
    expect(await sql(`select name from employee where nip = '${NEW_NIP}'`)).toEqual([
      { name: 'Ratna Ayu Lestari' },
    ]);
    expect((await rowsOf(id))[0]).toMatchObject({ outcome: 'CHANGED' });
    expect(await apply(id)).toMatchObject({ __typename: 'ImportRecorded' });
  });

  it('adds a unit once, whoever brings it in at the same moment', async () => {
    for (let n = 0; n < 6; n += 1) {
      const files = await Promise.all(
        ['Satu', 'Dua'].map((name) =>
          send('units', `kode,nama,jenis,induk,urutan\n35.78.26-${n},${name},SECTION,35.78.26,9\n`),
        ),
      );
      const applied = await Promise.all(files.map(({ id }) => apply(id)));
      expect(applied.map(({ __typename }) => __typename).sort()).toEqual(['ImportMoved', 'ImportRecorded']);
    }
  });

  it('takes units and reporting lines the same way, and puts them back', async () => {
    const units = await send(
      'units',
      'kode,nama,jenis,induk,urutan\n35.78.26,Kecamatan Mulyorejo,KECAMATAN,,7\n35.78.26-A,Seksi Pemerintahan,SECTION,35.78.26,9\n35.78.26.1999,Entah,KELURAHAN,35.78.26,9\n',
    );
    expect(units.answer).toMatchObject({ added: 1, changed: 1, refused: 1 });
    await apply(units.id);
    await undo(units.id);
    expect((await rowsOf(units.id)).map((row) => [row.line, row.undo])).toEqual([
      [2, 'PUT_BACK'],
      [3, 'UNIT_STAYS'],
      [4, null],
    ]);
    expect(
      await sql(`select code, office_order from org_unit where code like '35.78.26%' order by code`),
    ).toEqual([
      { code: '35.78.26', office_order: 1 },
      { code: '35.78.26-A', office_order: 9 },
      { code: '35.78.26.1004', office_order: 3 },
      { code: '35.78.26.1006', office_order: 2 },
    ]);

    const appraisers = async () =>
      (
        await sql(`select distinct on (l.starts_on) l.starts_on::text, a.nip from reporting_line l
          left join employee a on a.id = l.appraiser_id join employee e on e.id = l.employee_id
          where e.nip = '${NIPS.sari}' order by l.starts_on, l.recorded_at desc, l.id desc`)
      ).map(({ starts_on, nip }) => [starts_on, nip]);
    await importTexts(pantau, {
      'reporting-lines': `nip,appraiser,starts_on\n${NIPS.sari},${NIPS.budi},2026-01-01\n`,
    });
    const lines = await send(
      'reporting-lines',
      `nip,pejabat_penilai,mulai\n${NIPS.sari},${NIPS.joko},2026-01-01\n${NIPS.sari},${NIPS.dewi},2026-06-01\n${NIPS.sari},${NIPS.sari},2026-07-01\n`,
    );
    expect(lines.answer).toMatchObject({ added: 1, changed: 1, refused: 1 });
    expect((await rowsOf(lines.id, ['CHANGED']))[0]!.changes).toEqual([
      {
        ...{ column: 'appraiser', old: '•••••••• •••••• • 902', oldName: 'Budi Santoso' },
        ...{ new: '•••••••• •••••• • 904', newName: 'Suparman' },
      },
    ]);
    await apply(lines.id);
    expect(await appraisers()).toEqual([
      ['2026-01-01', NIPS.joko],
      ['2026-06-01', NIPS.dewi],
    ]);
    expect(await undo(lines.id)).toMatchObject({ import: { putBack: 2, left: 0 } });
    expect(await appraisers()).toEqual([
      ['2026-01-01', NIPS.budi],
      // A line is never taken away: from that day on it is who it was before.
      ['2026-06-01', NIPS.budi],
    ]);
  });

  it('reads workbooks: real dates, texts and formulas; a NIP that Excel made a number is told, not taken', async () => {
    const book = await writeXlsx({
      sheets: [
        {
          name: 'Pegawai',
          rows: [
            ['NIP', 'Nama', 'Status', 'Unit', 'Jabatan', 'TMT', 'Catatan'],
            [
              NIPS.sari,
              'Sari Wulandari',
              'PNS',
              '35.78.26.1004',
              'Petugas Loket',
              new Date('2026-11-02T00:00:00Z'),
              'x',
            ],
            [Number(NIPS.budi), 'Budi Santoso', 'PNS', '35.78.26.1006', 'Camat'],
            ['', '', '', '', ''],
            [NIPS.dewi, '#N/A', 'PNS', '35.78.26.1004', 'Petugas Loket'],
          ],
        },
        { name: 'Lain', rows: [['x']] },
      ],
    });
    const { id, answer } = await send('employees', book);
    expect(answer).toMatchObject({ format: 'XLSX', changed: 1, refused: 2 });
    expect(answer['findings'].map((one: any) => [one.line, one.column, one.code, one.leftOut])).toEqual([
      [1, null, 'COLUMN_UNKNOWN', false],
      [1, null, 'SHEETS_NOT_READ', false],
      [3, 'nip', 'CELL_DIGITS_LOST', true],
      [5, 'name', 'CELL_FORMULA_FAILED', true],
    ]);
    expect((await rowsOf(id))[0]).toMatchObject({ line: 2, startsOn: '2026-11-02' });
  });

  it('refuses hostile and broken files at once with a code, keeps nothing of them, and goes on answering', async () => {
    const bomb = zipOf({
      ...bookOf('<row r="1"><c><v>1</v></c></row>'),
      'xl/media/image1.png': Buffer.alloc(2e8),
    });
    const [refused, ...others] = await Promise.all([
      send('employees', bomb),
      ...Array.from({ length: 5 }, () => client.send(ImportsDocument, { region: REGION })),
    ]);
    expect(refused.answer).toMatchObject({ status: 422, code: 'BOOK_TOO_LARGE' });
    expect(others.every(({ errors }) => errors === undefined)).toBe(true);
    expect((await send('employees', `nama;jabatan\n`)).answer).toMatchObject({
      status: 422,
      code: 'COLUMN_MISSING',
    });
    expect((await send('employees', Buffer.from('NIP;Nama;Ren\xe9\n', 'latin1'))).answer).toMatchObject({
      code: 'FILE_NOT_UTF8',
    });
    const long = `${HEADER}\n${`${SARI}\n`.repeat(20_001)}`;
    expect((await send('employees', long)).answer).toMatchObject({ status: 422, code: 'ROWS_TOO_MANY' });
    expect((await send('employees', Buffer.alloc(13e6, 'x'))).answer).toMatchObject({ status: 413 });
    expect((await client.send(ImportsDocument, { region: REGION })).data!.imports.edges).toEqual([]);
  });

  it('lets in programs with PROVISION of the whole region and administrators, and nobody else', async () => {
    const file = `${HEADER}\n${SARI}\n`;
    const { id, status, answer } = await send('employees', file, { by: program });
    expect([status, answer['byService']]).toEqual([201, true]);
    expect((await send('employees', file, { id, by: program })).status).toBe(200);
    expect((await send('employees', `${file}\n`, { id, by: program })).answer).toMatchObject({
      ...{ status: 409, code: 'IDEMPOTENCY_CONFLICT' },
    });
    expect((await send('employees', file, { id })).answer).toMatchObject({ code: 'IMPORT_ID_TAKEN' });
    const own = wireClientOf(pantau, program);
    expect(await rowsOf(id, null, own)).toHaveLength(1);
    await own.close();

    const [{ id: unit }] = (await sql(`select id from org_unit where code = '35.78.26.1004'`)) as [
      { id: string },
    ];
    const strangers = [
      await letServiceIn(pantau, REGION, ['PROVISION'], [unit]),
      await letServiceIn(pantau, REGION, ['PEOPLE', 'NIP', 'SCORES']),
      await signIn(pantau, REGION, { roles: [{ role: 'LEADERSHIP' }] }),
      await signIn(pantau, REGION, { roles: [{ role: 'ADMINISTRATOR', unitId: unit }] }),
    ];
    for (const by of strangers) {
      expect((await send('employees', file, { by })).answer).toMatchObject({
        status: 403,
        code: 'FORBIDDEN',
      });
      const theirs = wireClientOf(pantau, by);
      const { errors } = await theirs.send(ImportDraftDocument, { region: REGION, id });
      expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
      await theirs.close();
    }
    expect((await send('employees', file, { by: null })).answer).toMatchObject({ status: 401 });
    expect((await send('indicators', file)).answer).toMatchObject({ status: 404 });
    expect((await send('employees', file, { id: 'x' })).answer).toMatchObject({ status: 404 });
  });

  it('drops a draft with its rows, forgets rows after seven days, and says so of what came later', async () => {
    const file = `${HEADER}\n${SARI}\nx\n`;
    const [dropped, applied, waits] = [
      await send('employees', file),
      await send('employees', file),
      await send('employees', file),
    ];
    expect(await step(DropImportDocument as unknown as typeof ApplyImportDocument, dropped.id)).toMatchObject(
      {
        import: { state: 'DROPPED' },
      },
    );
    expect(await rowsOf(dropped.id)).toEqual([]);
    expect(await apply(dropped.id)).toMatchObject({ code: 'IMPORT_SETTLED' });
    expect(await apply(randomUUID())).toMatchObject({ code: 'IMPORT_UNKNOWN' });
    await apply(applied.id);
    now = new Date(NOON.getTime() + 8 * DAY_MS);
    expect(await apply(waits.id)).toMatchObject({ code: 'IMPORT_OVER' });
    expect(await undo(applied.id)).toMatchObject({ code: 'IMPORT_OVER' });
    await endRecords(sqlOf(pantau.orm.em.fork()), now);
    expect(
      await sql(
        'select (select count(*) from import_row)::int + (select count(*) from import_finding)::int as n',
      ),
    ).toEqual([{ n: 0 }]);
    const { data } = await client.send(ImportsDocument, { region: REGION });
    expect(data!.imports.edges.map(({ node }) => node.state).sort()).toEqual([
      'APPLIED',
      'DROPPED',
      'EXPIRED',
    ]);
  });
});
