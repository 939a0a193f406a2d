import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { chromium, type Browser, type Page } from 'playwright-core';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { signIn } from '../testing/sign-in.js';
import { NIPS, openSmallOffice, REGION } from '../testing/small-office.js';
import { startPantau, type RunningPantau } from '../testing/start-pantau.js';
import { describeWith } from '../testing/without.js';
import { repositoryRoot } from './repository-root.js';

/** As root, in a closed network, without a graphics card. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];
const SIZES = {
  phone: { width: 390, height: 844 },
  tablet: { width: 834, height: 1112 },
  desk: { width: 1280, height: 900 },
} as const;

describeWith('chromium')('the page where files of master data come in', () => {
  let database: TestDatabase;
  let pantau: RunningPantau;
  let browser: Browser;
  let token: string;
  const trouble: string[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    pantau = await startPantau({
      databaseUrl: database.url,
      webRoot: join(repositoryRoot, 'web', 'dist'),
    });
    await openSmallOffice(pantau);
    ({ token } = await signIn(pantau, REGION, { roles: [{ role: 'ADMINISTRATOR' }] }));
    browser = await chromium.launch({
      executablePath: process.env['PANTAU_CHROMIUM'] ?? '/usr/bin/chromium',
      args: FLAGS,
    });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await pantau?.close();
    await database?.drop();
  });

  async function open(size: keyof typeof SIZES, path = '/imports'): Promise<Page> {
    const context = await browser.newContext({ viewport: SIZES[size], reducedMotion: 'reduce' });
    context.on('weberror', (error) => trouble.push(String(error.error())));
    await context.addCookies([
      { name: 'pantau_session', value: token, url: pantau.address, httpOnly: true, sameSite: 'Strict' },
    ]);
    const page = await context.newPage();
    await page.goto(pantau.address + path);
    return page;
  }
  async function shot(page: Page, name: string): Promise<void> {
    const folder = join(repositoryRoot, 'api', 'coverage');
    await mkdir(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `impor-${name}.png`), fullPage: true });
  }
  const isTooWide = (page: Page) =>
    page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
  const choose = (page: Page, name: string, bytes: Uint8Array | string) =>
    page
      .getByLabel('Pilih berkas')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes as string) });

  it('shows what a workbook would change and what is wrong with it; it is applied and undone', async () => {
    const page = await open('desk');
    await page.getByRole('heading', { name: 'Impor data' }).waitFor();
    await choose(page, 'lama.csv', 'nama;jabatan\n');
    await page.getByRole('alert').getByText('Kolom "nip" tidak ada.').waitFor();
    await choose(
      page,
      'pegawai.xlsx',
      await writeXlsx({
        sheets: [
          {
            name: 'Pegawai',
            rows: [
              ['NIP', 'Nama', 'Status', 'Unit Kerja', 'Jabatan', 'Pangkat'],
              [
                NIPS.sari,
                'Sari Wulandari, S.AP.',
                'PNS',
                '35.78.26.1004',
                'Pengadministrasi Perkantoran',
                'III/a',
              ],
              [NIPS.budi, 'Budi Santoso', 'PNS', '35.78.26.1006', 'Lurah', 'III/d'],
              ['199203042020122003', 'Ratna Ayu', 'PPPK', '35.78.26.1004', 'Staf', ''],
              ['199203042020122004', 'Ratna Ayu Lestari', 'PNS', '35.78.26.1004', 'Staf', ''],
              [Number(NIPS.dewi), 'Dewi Lestari', 'PNS', '35.78.26.1004', 'Petugas Loket', ''],
              [NIPS.joko, 'Suparman', 'PNS', '35.78.26.9999', 'Camat', ''],
            ],
          },
        ],
      }),
    );
    await page.getByRole('heading', { name: 'Yang akan berubah: Pegawai' }).waitFor();
    await page.getByText('Kelurahan Kalijudan (35.78.26.1006)').waitFor();
    await page.getByText('Dapat diperbaiki oleh: Admin unit kerja').first().waitFor();
    await shot(page, 'desk');
    for (const size of ['tablet', 'phone'] as const) {
      await page.setViewportSize(SIZES[size]);
      expect(await isTooWide(page)).toBe(false);
      await shot(page, size);
    }
    await page.setViewportSize(SIZES.desk);
    await page.getByRole('button', { name: 'Terapkan (2)' }).click();
    await page.getByText('Sudah diterapkan.').waitFor();
    await page.getByRole('button', { name: 'Batalkan impor' }).click();
    await page.getByRole('button', { name: 'Ya, batalkan impor' }).click();
    await page.getByText('Sudah dibatalkan: 2 baris dikembalikan, 0 dibiarkan.').waitFor();
    await page.getByText('Dinonaktifkan, tidak dihapus').waitFor();
    await shot(page, 'undone');
    const { rows } = await database.client.query(`select name, active from employee order by id`);
    expect(rows).toEqual([
      { name: 'Sari Wulandari', active: true },
      { name: 'Budi Santoso', active: true },
      { name: 'Dewi Lestari', active: true },
      { name: 'Suparman', active: true },
      { name: 'Ratna Ayu Lestari', active: false },
    ]);
    expect(trouble).toEqual([]);
  });
});
