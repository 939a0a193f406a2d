import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { eventually } from '../testing/eventually.js';
import { signIn } from '../testing/sign-in.js';
import { openSmallOffice, REGION } from '../testing/small-office.js';
import { startPantau, type RunningPantau } from '../testing/start-pantau.js';
import { describeWith } from '../testing/without.js';
import { repositoryRoot } from './repository-root.js';

/** As root, in a closed network, without a graphics card. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
const DESK = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const TEXT = 'Loket tutup pukul 11.40 padahal jadwalnya sampai 12.00.';
const ANSWER = 'Jam loket sudah ditempel, dan ada petugas pengganti.';
const RATNA = { name: 'Ratnaningrum Kusumawardani', contact: '0812-5550-1234' };

describeWith('chromium')('a citizen and the office', () => {
  let database: TestDatabase;
  let pantau: RunningPantau;
  let browser: Browser;
  let trouble: string[];

  beforeAll(async () => {
    database = await createTestDatabase();
    pantau = await startPantau({
      databaseUrl: database.url,
      webRoot: join(repositoryRoot, 'web', 'dist'),
    });
    await openSmallOffice(pantau);
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
  beforeEach(() => {
    trouble = [];
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    expect(trouble).toEqual([]);
  });

  /** A browser of somebody's own; what a page does against the policy that the server sends is trouble. */
  async function browserOf(viewport: typeof DESK, token?: string): Promise<BrowserContext> {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
    await context.exposeFunction('violated', (what: string) => trouble.push(`policy: ${what}`));
    await context.addInitScript(`
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        void window.violated(violatedDirective + ' ' + blockedURI + ' at ' + location.pathname);
      });
    `);
    context.on('weberror', (error) => trouble.push(String(error.error())));
    if (token !== undefined)
      await context.addCookies([
        { name: 'pantau_session', value: token, url: pantau.address, httpOnly: true, sameSite: 'Strict' },
      ]);
    return context;
  }
  async function open(context: BrowserContext, path: string): Promise<Page> {
    const page = await context.newPage();
    await page.goto(pantau.address + path);
    return page;
  }
  async function shot(page: Page, name: string): Promise<void> {
    const folder = join(repositoryRoot, 'api', 'coverage');
    await mkdir(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  }
  const isTooWide = (page: Page) =>
    page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
  const letIn = async (role: 'FACILITATOR' | 'LEADERSHIP') =>
    (await signIn(pantau, REGION, { roles: [{ role }] })).token;
  const send = (page: Page) => page.getByRole('button', { name: 'Kirim aduan' }).click();

  async function fill(page: Page, naming: RegExp): Promise<void> {
    await page.getByLabel('Tentang kantor').selectOption({ label: 'Kelurahan Kalijudan' });
    await page.getByRole('radio', { name: /^Keluhan/ }).check();
    await page.getByLabel('Apa yang terjadi').fill(TEXT);
    await page.getByRole('radio', { name: naming }).check();
  }
  async function follow(page: Page, code: string): Promise<void> {
    await page.getByLabel('Kode pelacakan').fill(code);
    await page.getByRole('button', { name: 'Lihat' }).click();
  }

  it('complains on a phone, keeps the code, and reads the answer by it; the office opens the name with a reason', async () => {
    const phone = await open(await browserOf(PHONE), '/keluhan');
    await fill(phone, /^Rahasia/);
    await phone.getByLabel('Nama', { exact: true }).fill(RATNA.name);
    await phone.getByLabel('Kontak', { exact: true }).fill('0812');
    await send(phone);
    await phone.locator('.told', { hasText: 'Kontak terdiri atas' }).waitFor();
    await eventually(async () => expect(await phone.getByLabel('Apa yang terjadi').inputValue()).toBe(TEXT));
    await phone.getByLabel('Kontak', { exact: true }).fill(RATNA.contact);
    await shot(phone, 'complain-phone');
    expect(await isTooWide(phone)).toBe(false);
    await send(phone);
    await phone.getByRole('heading', { name: 'Aduan Anda sudah diterima' }).waitFor();
    const code = (await phone.locator('.once code').textContent())!;
    await shot(phone, 'complain-code-phone');
    expect(phone.url()).toBe(`${pantau.address}/keluhan`);
    await phone.getByRole('button', { name: 'Selesai' }).click();
    expect(await phone.getByLabel('Apa yang terjadi').inputValue()).toBe('');
    expect(await phone.content()).not.toContain(RATNA.name);
    await follow(phone, 'BCDF-GHJK');
    await phone.getByText('Tidak ada aduan dengan kode ini').waitFor();
    await follow(phone, code.toLowerCase().replace('-', ' '));
    await phone.getByText('Menunggu jawaban').waitFor();
    await phone.getByText('Nama dan kontak tersimpan').waitFor();

    const leader = await open(await browserOf(DESK, await letIn('LEADERSHIP')), '/complaints');
    await leader.locator('.card', { hasText: TEXT }).waitFor();
    expect(await leader.getByRole('button', { name: 'Buka nama pelapor' }).count()).toBe(0);

    const desk = await open(await browserOf(DESK, await letIn('FACILITATOR')), '/complaints');
    const card = desk.locator('.card', { hasText: TEXT });
    await card.waitFor();
    expect(await desk.content()).not.toContain(RATNA.name);
    await card.getByRole('button', { name: 'Buka nama pelapor' }).click();
    await card.getByLabel('Alasan').fill('Ingin');
    await card.getByRole('button', { name: 'Tampilkan' }).click();
    await card.locator('.told', { hasText: 'Tulis alasannya' }).waitFor();
    await card.getByLabel('Alasan').fill('Menelepon balik untuk nomor berkas.');
    await card.getByRole('button', { name: 'Tampilkan' }).click();
    await card.getByText(RATNA.contact).waitFor();
    await card.getByRole('button', { name: 'Jawab' }).click();
    await shot(desk, 'complaints-desk');
    await card.getByRole('button', { name: 'Tutup' }).click();
    expect(await desk.content()).not.toContain(RATNA.name);
    await card.getByLabel('Jawaban untuk warga').fill(ANSWER);
    await card.getByRole('button', { name: 'Simpan jawaban' }).click();
    await desk.getByText('Tidak ada aduan yang menunggu.').waitFor();

    await follow(phone, code);
    await phone.getByText(ANSWER).waitFor();
    await phone.getByRole('button', { name: 'Hapus nama' }).click();
    await shot(phone, 'complaint-answered-phone');
    await phone.getByRole('button', { name: 'Ya, hapus nama' }).click();
    await phone.getByText('Tidak ada nama yang tersimpan.').waitFor();
    expect((await database.client.query('select from complainant')).rowCount).toBe(0);
  }, 60_000);

  it('loses no code on a bad network: sent again, the same complaint shows it', async () => {
    const context = await browserOf(DESK);
    const page = await open(context, '/keluhan?lang=en');
    await page.getByLabel('About which office').selectOption({ label: 'Kelurahan Kalisari' });
    await page.getByRole('radio', { name: /^Question/ }).check();
    await page.getByLabel('What happened').fill('How do I get a copy of a family card?');
    await page.getByRole('radio', { name: /^Anonymous/ }).check();
    expect(await page.getByLabel('Contact', { exact: true }).count()).toBe(0);
    await shot(page, 'complain-desk');
    // The server hears of it, and the answer is lost on the way.
    let lost = 0;
    await page.route('**/graphql', async (route) => {
      if (lost > 0 || !route.request().postData()?.includes('FileComplaint')) return route.continue();
      lost += 1;
      await route.fetch();
      await route.abort('connectionreset');
    });
    const sendIt = page.getByRole('button', { name: 'Send the complaint' });
    await sendIt.click();
    await page.locator('.told', { hasText: 'cannot be reached' }).waitFor();
    await sendIt.click();
    await page.locator('.once code', { hasText: /^[B-Z]{4}-[B-Z]{4}$/ }).waitFor();
    expect(lost).toBe(1);
    const { rows } = await database.client.query(
      `select count(*)::int as n from complaint where class = 'INFORMATION'`,
    );
    expect(rows).toEqual([{ n: 1 }]);
    await shot(page, 'complain-code-desk');
  }, 60_000);

  it('writes down what was told at the counter, and has a code to hand over', async () => {
    const desk = await open(await browserOf(DESK, await letIn('FACILITATOR')), '/complaints');
    await desk.getByText('Catat aduan yang disampaikan kepada Anda').click();
    await fill(desk, /^Tanpa nama/);
    await desk.getByLabel('Disampaikan').selectOption({ label: 'di loket' });
    await shot(desk, 'write-down-desk');
    await send(desk);
    await desk.getByText('Serahkan kode ini kepada pelapor sekarang').waitFor();
    await eventually(async () =>
      expect(await desk.locator('.once code').textContent()).toMatch(/^[B-Z]{4}-[B-Z]{4}$/),
    );
    await desk.locator('.card', { hasText: 'di loket · Tanpa nama' }).waitFor();
  }, 60_000);

  it('shows an office nothing on a phone that does not fit', async () => {
    const page = await open(await browserOf(PHONE, await letIn('FACILITATOR')), '/complaints');
    await page.getByLabel('Yang belum dijawab saja').uncheck();
    await page.locator('.card').first().waitFor();
    await page.getByRole('button', { name: 'Jawab' }).first().click();
    await shot(page, 'complaints-phone');
    expect(await isTooWide(page)).toBe(false);
  }, 60_000);
});
