import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { scoreDifferences } from '../testing/verify-scores.js';
import { writeDemoFiles } from '../demo/write-demo-files.js';
import { repositoryRoot } from './repository-root.js';

/** The built program, as `npm run import` runs it. */
const PROGRAM = join(repositoryRoot, 'api', 'dist', 'app', 'import.js');

describe('npm run import', () => {
  let database: TestDatabase;
  let folder: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    folder = await mkdtemp(join(tmpdir(), 'pantau-import-'));
    await writeDemoFiles(folder, new Date());
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await database?.drop();
  });

  const run = (...words: string[]): Promise<{ code: number; text: string }> =>
    new Promise((resolve) => {
      execFile(
        process.execPath,
        [PROGRAM, ...words],
        { cwd: folder, env: { PATH: process.env['PATH'], DATABASE_URL: database.url, PANTAU_LOG: 'silent' } },
        (error, stdout, stderr) =>
          resolve({ code: (error?.code as number | undefined) ?? 0, text: stdout + stderr }),
      );
    });
  const count = async (table: string) =>
    Number((await database.client.query(`select count(*) from ${table}`)).rows[0].count);
  const FILES = ['units.csv', 'employees.csv', 'indicators.csv', 'targets.csv', 'observations.csv'];

  it('looks at files that build on each other without keeping anything, also not the region', async () => {
    const { code, text } = await run('--region', '35.78', '--dry-run', ...FILES);
    expect(text).toMatch(/92 ditambah/);
    expect(text).not.toMatch(/baris \d/);
    expect(code).toBe(0);
    expect(await count('region')).toBe(0);
  });

  it('brings the whole demo in, and the second time nothing', async () => {
    expect(await run('--region', '35.78', ...FILES)).toMatchObject({ code: 0 });
    const observations = await count('observation');
    expect(observations).toBeGreaterThan(6_000);
    const { code, text } = await run(...FILES);
    expect(code).toBe(0);
    expect(text).not.toMatch(/[1-9]\d* (ditambah|diubah)/);
    expect(await count('observation')).toBe(observations);
    expect(await scoreDifferences(database.client)).toEqual([]);
  });

  it('tells by its exit code and its report what was left out', async () => {
    const [, first = ''] = (await readFile(join(folder, 'observations.csv'), 'utf8')).split('\n');
    const [, nip, indicator] = first.split(',');
    await writeFile(
      join(folder, 'more.csv'),
      `nip;indikator;nilai;waktu\r\n${nip};${indicator};12,5;2026-11-02\r\n;;;\r\n`,
    );
    const { code, text } = await run('more.csv', '--report', 'report.csv');
    expect(code).toBe(2);
    expect(text).toMatch(/more\.csv · observations/);
    expect(text).toMatch(/baris 2, kolom (value|observed_at): \w+ \(\w+\)/);
    expect(await readFile(join(folder, 'report.csv'), 'utf8')).toMatch(/^\ufefffile,line,column,code/);
  });

  it.each([
    [['--region', '99.99', 'units.csv'], /bukan kode kabupaten/],
    [['units.csv', '--colour'], /Unknown option/],
    [['nowhere.csv'], /FILE_UNREADABLE/],
    [['--kind', 'people', 'units.csv'], /--kind/],
    [[], /npm run import/],
  ])('says what is wrong with %j', async (words, message) => {
    const { code, text } = await run(...words);
    expect(code).toBe(1);
    expect(text).toMatch(message);
    expect(text).not.toMatch(/ at .*\.js:\d/);
  });
});
