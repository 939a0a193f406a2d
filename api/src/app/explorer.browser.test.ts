import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { eventually } from '../testing/eventually.js';
import { letServiceIn, signIn } from '../testing/sign-in.js';
import { NIPS, openSmallOffice, REGION } from '../testing/small-office.js';
import { startPantau, type RunningPantau } from '../testing/start-pantau.js';
import { describeWith } from '../testing/without.js';
import { repositoryRoot } from './repository-root.js';

/** As root, in a closed network, without a graphics card. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];
const SIZES = {
  phone: { width: 390, height: 844 },
  tablet: { width: 834, height: 1112 },
  desk: { width: 1440, height: 1000 },
} as const;

describeWith('chromium')('the explorer', () => {
  let database: TestDatabase;
  let pantau: RunningPantau;
  let browser: Browser;
  let leader: string;
  let self: string;
  let trouble: string[];
  let elsewhere: string[];

  beforeAll(async () => {
    database = await createTestDatabase();
    const webRoot = join(repositoryRoot, 'web', 'dist');
    pantau = await startPantau({ databaseUrl: database.url, webRoot });
    await openSmallOffice(pantau);
    const { rows } = await database.client.query('select id from employee where nip = $1', [NIPS.sari]);
    leader = (await signIn(pantau, REGION, { roles: [{ role: 'LEADERSHIP' }] })).token;
    self = (await signIn(pantau, REGION, { employeeId: rows[0].id })).token;
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
    elsewhere = [];
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    expect({ trouble, elsewhere }).toEqual({ trouble: [], elsewhere: [] });
  });

  /** A browser of somebody's own; what a page does against the server's policy, or asks of another server, is trouble. */
  async function open(
    token: string | null,
    viewport: (typeof SIZES)[keyof typeof SIZES] = SIZES.desk,
  ): Promise<Page> {
    const context: BrowserContext = await browser.newContext({ viewport, reducedMotion: 'reduce' });
    await context.exposeFunction('violated', (what: string) => trouble.push(`policy: ${what}`));
    await context.addInitScript(`
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        void window.violated(violatedDirective + ' ' + blockedURI);
      });
    `);
    context.on('weberror', (error) => trouble.push(String(error.error())));
    context.on('request', (request) => {
      if (new URL(request.url()).host !== new URL(pantau.address).host) elsewhere.push(request.url());
    });
    if (token !== null)
      await context.addCookies([
        { name: 'pantau_session', value: token, url: pantau.address, httpOnly: true, sameSite: 'Strict' },
      ]);
    const page = await context.newPage();
    await page.goto(`${pantau.address}/explorer`);
    return page;
  }
  const query = (page: Page) => page.getByRole('textbox', { name: 'Pertanyaan' });
  const answer = (page: Page) => page.getByRole('textbox', { name: 'Jawaban' });
  const standing = (page: Page) => page.locator('.explorer-standing');
  /** As a person does: `fill` has the browser make styled elements, which the policy forbids. */
  async function write(page: Page, text: string, into = query(page)): Promise<void> {
    await into.click();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.type(text);
  }
  async function run(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Jalankan' }).click();
  }

  it.each(Object.entries(SIZES))('runs an example with one’s own rights on a %s', async (name, viewport) => {
    const page = await open(leader, viewport);
    await page.getByLabel('Contoh').selectOption({ label: 'Pegawai, sehalaman demi sehalaman' });
    await run(page);
    await answer(page).getByText('Sari Wulandari').waitFor();
    await eventually(async () => expect(await standing(page).textContent()).toMatch(/HTTP 200 · \d+ ms/));
    await page.getByRole('button', { name: 'Query', exact: true }).waitFor();
    const folder = join(repositoryRoot, 'api', 'coverage');
    await mkdir(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `explorer-${name}.png`), fullPage: true });
    expect(
      await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth'),
    ).toBe(true);
  });

  it('completes by the schema, marks what it does not have, and tells what there is', async () => {
    const page = await open(leader);
    await page.getByRole('button', { name: 'Query', exact: true }).waitFor();
    await write(page, 'query { unitScor');
    await page.keyboard.press('Control+Space');
    await page.locator('.cm-tooltip-autocomplete', { hasText: 'unitScores' }).waitFor();
    await page.keyboard.press('Escape');
    await write(page, 'query { noSuchThing }');
    await page.locator('.cm-lintRange-error').first().waitFor();
    await page.getByLabel('Cari tipe atau bidang').fill('employeeScores');
    await page.getByRole('listitem').filter({ hasText: '.employeeScores' }).getByRole('button').click();
    await page.getByText('never ranked').first().waitFor();
  });

  it('uses a pasted token in place of the session, keeps it nowhere, and says why one of a service is refused', async () => {
    const page = await open(leader);
    await write(page, '{ viewer { is } }');
    await run(page);
    await answer(page).getByText('LEADERSHIP').waitFor();
    await page.getByText('Token lain').click();
    const token = page.locator('details input');
    await token.fill(self);
    await run(page);
    await answer(page).getByText('SELF').waitFor();
    expect(await answer(page).textContent()).not.toContain('LEADERSHIP');
    await token.fill((await letServiceIn(pantau, REGION, ['UNITS'])).token);
    await run(page);
    await answer(page).getByText('for a program, never for a page').waitFor();
    await page.reload();
    await page.getByText('Token lain').click();
    expect(await token.inputValue()).toBe('');
    expect(await page.evaluate('JSON.stringify([{...localStorage}, {...sessionStorage}])')).not.toContain(
      'pt',
    );
  });

  it('says what is wrong with variables, and shows an error of the server as it came', async () => {
    const page = await open(leader);
    const variables = page.getByRole('textbox', { name: 'Variabel (JSON)' });
    await write(page, '[1', variables);
    await run(page);
    await answer(page).getByText('bukan objek JSON').waitFor();
    await write(page, '{"region": "35.78"}', variables);
    await write(page, '{ nothing }');
    await run(page);
    await answer(page).getByText('VALIDATION_FAILED').waitFor();
    await eventually(async () => expect(await standing(page).textContent()).toContain('HTTP 400'));
  });

  it('follows a subscription until it is stopped', async () => {
    const page = await open(leader);
    await page.getByLabel('Contoh').selectOption({ label: 'Ikuti perubahan (langganan)' });
    await run(page);
    await answer(page).getByText('WallSnapshot').waitFor();
    await page.getByRole('button', { name: 'Hentikan' }).click();
    await page.getByRole('button', { name: 'Jalankan' }).waitFor();
  });

  it('asks strangers to sign in first', async () => {
    const page = await open(null);
    await page.locator('.sign-in form').waitFor();
    expect(await page.locator('.code').count()).toBe(0);
  });
});
