import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { formatNip } from '../domain/people/nip.js';
import { EXPORT_COLUMNS } from '../features/integration/export/export-columns.js';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import {
  confirm,
  FINISHED,
  measureAsExpected,
  planFinishedQuarter,
  step,
  type People,
} from '../testing/finished-quarter.js';
import { bearer, letServiceIn, signIn, type LetIn } from '../testing/sign-in.js';
import { importTexts, NIPS, NOON, openSmallOffice, REGION } from '../testing/small-office.js';
import { startPantau, type RunningPantau } from '../testing/start-pantau.js';
import { describeWith } from '../testing/without.js';

const run = promisify(execFile);

describe('the export as a file', () => {
  let database: TestDatabase;
  let pantau: RunningPantau;
  let people: People;
  let hr: LetIn;

  const get = (
    query: string,
    { who = hr, ending = 'csv' }: { who?: { readonly token: string } | null; ending?: string } = {},
  ) =>
    fetch(`${pantau.address}/exports/kinerja-periodik.${ending}${query}`, {
      headers: { ...(who && bearer(who)) },
    });
  const ALL = `?region=${REGION}&period=${FINISHED}`;
  const problemOf = async (response: Response) => {
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const problem: any = await response.json();
    expect(problem.message.id).not.toBe(problem.message.en);
    return `${response.status} ${problem.code}`;
  };
  const deliveries = async () =>
    (await database.client.query('select count(*)::int as n from delivery')).rows[0].n as number;

  beforeAll(async () => {
    database = await createTestDatabase();
    pantau = await startPantau({ databaseUrl: database.url, clock: () => NOON });
    await openSmallOffice(pantau);
    const office = { ...pantau, database };
    people = await planFinishedQuarter(office);
    for (const who of ['sari', 'budi'] as const) await measureAsExpected(office, who);
    // Somebody calls himself a formula.
    await importTexts(office, {
      employees: `nip,name,status,unit,position\n${NIPS.sari},"=HYPERLINK(""http://x"";""Sari"")",PNS,35.78.26.1006,Petugas Loket\n`,
    });
    await step(office, 'CLOSE');
    await confirm(office, {
      employeeId: people.sari,
      appraiserId: people.budi,
      note: 'Sesuai; "rapi"\ndan lengkap.',
    });
    await confirm(office, {
      employeeId: people.budi,
      appraiserId: people.joko,
      workResult: 'ABOVE',
      behaviour: 'ABOVE',
    });
    hr = await letServiceIn(pantau, REGION, ['PEOPLE', 'NIP', 'PREDICATES']);
  }, 60_000);
  afterAll(async () => {
    await pantau?.close();
    await database?.drop();
  });

  it('is a CSV that Indonesian Excel reads: byte order mark, semicolons, decimal comma, NIPs in groups, no formula', async () => {
    const response = await get(ALL);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="kinerja-periodik-${FINISHED}.csv"`,
      'cache-control': expect.stringContaining('no-store'),
      'pantau-delivery': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
    expect(text.startsWith('\uFEFFbulanMulaiPenilaian;')).toBe(true);
    expect(text.replaceAll(/"(?:[^"]|"")*"/g, '').match(/(?<!\r)\n/)).toBeNull();
    const rows: Record<string, string>[] = parse(text, { bom: true, delimiter: ';', columns: true });
    expect(rows).toHaveLength(2);
    const row = (nip: string) => rows.find((one) => one['nip'] === formatNip(nip))!;
    expect(row(NIPS.sari)).toMatchObject({
      ...{
        nama: `'=HYPERLINK("http://x";"Sari")`,
        jabatan: 'Petugas Loket',
        predikat: 'BAIK',
        bagianKoefisien: '1',
      },
      ...{ tanggalMulai: '2026-07-01', tanggalSelesai: '2026-09-30', penilaiNipNrp: formatNip(NIPS.budi) },
      ...{ hasilKinerjaNilai: '2', kuadranKinerjaNilai: '', perubahan: '', catatan: 'CODE_UNSET' },
    });
    expect(row(NIPS.budi)).toMatchObject({ predikat: 'SANGAT_BAIK', bagianKoefisien: '1,5' });
  });

  it('is a CSV for programs: commas, decimal point, plain NIPs', async () => {
    const text = await (await get(`${ALL}&delimiter=comma`)).text();
    const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
    expect(rows.map(({ nip, bagianKoefisien }) => `${nip} ${bagianKoefisien}`).sort()).toEqual(
      [`${NIPS.sari} 1`, `${NIPS.budi} 1.5`].sort(),
    );
    const grouped: Record<string, string>[] = parse(
      await (await get(`${ALL}&delimiter=comma&nip=grouped`)).text(),
      { bom: true, columns: true },
    );
    expect(new Set(grouped.map(({ nip }) => nip))).toEqual(new Set([NIPS.sari, NIPS.budi].map(formatNip)));
  });

  it('is a workbook: NIPs are text, days are days, formulas are words, and what is missing stands beside', async () => {
    const response = await get(ALL, { ending: 'xlsx' });
    expect(response.headers.get('content-type')).toBe(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
    const { sheets } = await readXlsx(Buffer.from(await response.arrayBuffer()), { readStyles: true });
    expect(sheets.map(({ name }) => name)).toEqual(['Kinerja Periodik', 'Catatan', 'Penjelasan kolom']);
    const [rows, notes, columns] = sheets.map((sheet) => sheet.rows);
    expect(rows![0]).toEqual(EXPORT_COLUMNS.map(({ name }) => name));
    const place = (name: string) => EXPORT_COLUMNS.findIndex((column) => column.name === name);
    const sari = rows!.find((row) => row[place('nip')] === NIPS.sari)!;
    expect(sari[place('nama')]).toBe('=HYPERLINK("http://x";"Sari")');
    expect(sari[place('tanggalSelesai')]).toEqual(new Date('2026-09-30T00:00:00Z'));
    expect(sari[place('bagianKoefisien')]).toBe(1);
    expect(sheets[0]!.freezePane).toMatchObject({ rows: 1 });
    const said = notes!.map((row) => [row[0], row[1], row[2], row[3], row[4]].join('|'));
    expect(said).toContain('Pegawai|Dewi Lestari|NOT_CONFIRMED|ya|Pejabat penilai');
    expect(said).toContain('Pegawai|Suparman|NO_PLAN|ya|Admin unit');
    expect(said).toContain('2 baris||CODE_UNSET|tidak|BKPSDM');
    expect(JSON.stringify(notes)).toContain(response.headers.get('pantau-delivery'));
    expect(columns!.slice(1).map(([name]) => name)).toEqual(EXPORT_COLUMNS.map(({ name }) => name));
  });

  it('gives only what changed since the delivery that was kept, and that again where an answer was lost', async () => {
    const first = await get(ALL);
    await first.text();
    const kept = first.headers.get('pantau-delivery')!;
    const nothing = await get(`${ALL}&since=${kept}`);
    expect((await nothing.text()).split('\r\n')).toHaveLength(2);
    await importTexts(
      { ...pantau },
      { employees: `nip,name,status,unit,position\n${NIPS.joko},Suparman S.H.,PNS,35.78.26,Camat\n` },
    );
    const changed = await get(`${ALL}&since=${kept}`);
    const rows: Record<string, string>[] = parse(await changed.text(), {
      bom: true,
      delimiter: ';',
      columns: true,
    });
    expect(rows).toMatchObject([
      {
        nama: 'Budi Santoso',
        perubahan: 'BERUBAH',
        bagianBerubah: 'penilai',
        sebab: 'Data pejabat penilai diperbarui.',
        predikatSemula: 'SANGAT_BAIK',
      },
    ]);
    const before = await deliveries();
    const again = await get(`${ALL}&delivery=${changed.headers.get('pantau-delivery')}`);
    expect(parse(await again.text(), { bom: true, delimiter: ';', columns: true })).toEqual(rows);
    expect(await deliveries()).toBe(before);
    expect((await (await get(`${ALL}&since=LAST`)).text()).split('\r\n')).toHaveLength(3);
  });

  it.each([
    ['no region', `?period=${FINISHED}`, '400 BAD_INPUT'],
    ['no period', `?region=${REGION}`, '400 BAD_INPUT'],
    ['a name that is none', `${ALL}&sinse=LAST`, '400 BAD_INPUT'],
    ['a delimiter that is none', `${ALL}&delimiter=tab`, '400 BAD_INPUT'],
    ['both since and delivery', `${ALL}&since=LAST&delivery=${randomUUID()}`, '400 BAD_INPUT'],
    ['the same twice', `${ALL}&region=12.71`, '400 BAD_INPUT'],
    ['a since that is none', `${ALL}&since=kemarin`, '400 SINCE_UNREADABLE'],
    ['a delivery of nobody', `${ALL}&delivery=${randomUUID()}`, '404 DELIVERY_UNKNOWN'],
    ['a period that is none', `?region=${REGION}&period=1999-Q1`, '404 PERIOD_UNKNOWN'],
    ['another region', `?region=12.71&period=${FINISHED}`, '403 FORBIDDEN'],
  ])('refuses %s', async (_what, query, told) => {
    const before = await deliveries();
    for (const ending of ['csv', 'xlsx']) expect(await problemOf(await get(query, { ending }))).toBe(told);
    expect(await deliveries()).toBe(before);
  });

  it('is open to who may see predicates, and to nobody who is sent here by another site', async () => {
    expect(await problemOf(await get(ALL, { who: null }))).toBe('401 UNAUTHENTICATED');
    for (const who of [
      await letServiceIn(pantau, REGION, ['SCORES', 'NIP']),
      await signIn(pantau, REGION, { roles: [{ role: 'ADMINISTRATOR' }] }),
      await signIn(pantau, REGION, { employeeId: people.budi }),
    ])
      expect(await problemOf(await get(ALL, { who }))).toBe('403 FORBIDDEN');
    const leader = await signIn(pantau, REGION, { roles: [{ role: 'LEADERSHIP' }] });
    const before = await deliveries();
    // As a browser sends it that follows a link of another site; fetch would say otherwise.
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { ...bearer(leader), 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
      request(`${pantau.address}/exports/kinerja-periodik.csv${ALL}`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect([status, await deliveries()]).toEqual([403, before]);
    const text = await (await get(ALL, { who: leader })).text();
    expect(text).toContain('NIP_HIDDEN');
    expect(text.replaceAll(' ', '')).not.toMatch(/\d{18}/);
  });

  it('is told to everybody in it', async () => {
    const reader = await letServiceIn(pantau, REGION, ['NIP', 'PREDICATES']);
    await (await get(ALL, { who: reader })).text();
    const { rows } = await database.client.query(
      `select s.employee_id as id, s.fields, d.detail from audit_subject s
       join audit_entry e using (region_code, seq) join audit_detail d using (region_code, seq) where e.actor_id = $1`,
      [reader.id],
    );
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set([people.sari, people.budi, people.joko]));
    expect(rows.find(({ id }) => id === people.sari)).toMatchObject({
      detail: { operation: 'kinerja-periodik.csv', purposes: ['HR'] },
      fields: ['IDENTITY', 'NIP', 'PREDICATE'],
    });
  });

  describeWith('libreoffice')('in LibreOffice', () => {
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'pantau-office-'));
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));

    /** Sheets as LibreOffice shows them, each as rows by their heads. */
    const opened = async (file: string, filter: string) => {
      await run(
        process.env['PANTAU_LIBREOFFICE'] ?? 'soffice',
        [
          ...['--headless', '--norestore', `-env:UserInstallation=file://${folder}/profile`],
          ...[
            `--infilter=${filter}`,
            '--convert-to',
            'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1',
          ],
          ...['--outdir', join(folder, 'seen'), join(folder, file)],
        ],
        { timeout: 60_000 },
      );
      const name = file.replace(/\.\w+$/, '');
      const sheet = filter.startsWith('Calc') ? `${name}-Kinerja Periodik.csv` : `${name}-${name}.csv`;
      const rows: Record<string, string>[] = parse(await readFile(join(folder, 'seen', sheet), 'utf8'), {
        columns: true,
        relax_column_count: true,
      });
      return rows;
    };

    it('opens with NIPs and days intact, and nothing computed', async () => {
      const bytes = Buffer.from(await (await get(ALL, { ending: 'xlsx' })).arrayBuffer());
      await writeFile(join(folder, 'buku.xlsx'), bytes);
      const rows = await opened('buku.xlsx', 'Calc MS Excel 2007 XML');
      expect(rows.map(({ nip, penilaiNipNrp }) => `${nip} ${penilaiNipNrp}`).sort()).toEqual(
        [`${NIPS.sari} ${NIPS.budi}`, `${NIPS.budi} ${NIPS.joko}`].sort(),
      );
      for (const row of rows)
        expect([row['tanggalMulai'], row['tanggalSelesai'], row['tanggalKonfirmasi']]).toEqual([
          '2026-07-01',
          '2026-09-30',
          '2026-11-24',
        ]);
      expect(new Set(rows.map(({ nama }) => nama))).toEqual(
        new Set(['=HYPERLINK("http://x";"Sari")', 'Budi Santoso']),
      );
    }, 90_000);

    it('reads the CSV of Indonesian Excel without losing a digit', async () => {
      await writeFile(join(folder, 'tabel.csv'), Buffer.from(await (await get(ALL)).arrayBuffer()));
      // Semicolons, UTF-8, Indonesian (0x0421), cells recognised as a person's program would.
      const rows = await opened(
        'tabel.csv',
        'Text - txt - csv (StarCalc):59,34,76,1,,1057,false,true,false,false,false,-1',
      );
      expect(new Set(rows.map(({ nip }) => nip))).toEqual(new Set([NIPS.sari, NIPS.budi].map(formatNip)));
      expect(rows.map(({ nama }) => nama)).toContain(`'=HYPERLINK("http://x";"Sari")`);
    }, 90_000);
  });
});
