import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ForumSessionDocument, LogForumEntriesDocument } from '@pantau/schema';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { eventually } from '../testing/eventually.js';
import { signIn, wireClientOf } from '../testing/sign-in.js';
import { openSmallOffice, REGION } from '../testing/small-office.js';
import { startPantau, type RunningPantau } from '../testing/start-pantau.js';
import type { WireClient } from '../testing/wire-client.js';
import { describeWith } from '../testing/without.js';
import { repositoryRoot } from './repository-root.js';

/** As root, in a closed network, without a graphics card. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];
const PHONE = { width: 390, height: 844 };
const TABLET = { width: 820, height: 1180 };
/** The day in Jakarta. */
const TODAY = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

describeWith('chromium')('planning a session', () => {
  let database: TestDatabase;
  let pantau: RunningPantau;
  let browser: Browser;
  let facilitator: string;
  let leader: string;
  let elsewhere: string;
  let wire: WireClient;
  let trouble: string[];

  beforeAll(async () => {
    database = await createTestDatabase();
    pantau = await startPantau({ databaseUrl: database.url, webRoot: join(repositoryRoot, 'web', 'dist') });
    await openSmallOffice(pantau);
    const { rows } = await database.client.query('select code, id from org_unit');
    const unit = (code: string) => rows.find((row) => row.code === code).id as string;
    const at = (code: string) => ({ roles: [{ role: 'FACILITATOR' as const, unitId: unit(code) }] });
    const signedIn = await signIn(pantau, REGION, at('35.78.26.1006'));
    facilitator = signedIn.token;
    wire = wireClientOf(pantau, signedIn);
    ({ token: elsewhere } = await signIn(pantau, REGION, at('35.78.26.1004')));
    ({ token: leader } = await signIn(pantau, REGION, { roles: [{ role: 'LEADERSHIP' }] }));
    browser = await chromium.launch({
      executablePath: process.env['PANTAU_CHROMIUM'] ?? '/usr/bin/chromium',
      args: FLAGS,
    });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await wire?.close();
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

  async function open(path: string, who: string, viewport = PHONE): Promise<[Page, BrowserContext]> {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
    context.on('weberror', (error) => trouble.push(String(error.error())));
    await context.addCookies([
      { name: 'pantau_session', value: who, url: pantau.address, httpOnly: true, sameSite: 'Strict' },
    ]);
    const page = await context.newPage();
    await page.goto(pantau.address + path);
    return [page, context];
  }
  async function shot(page: Page, name: string): Promise<void> {
    const folder = join(repositoryRoot, 'api', 'coverage');
    await mkdir(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `plan-${name}.png`), fullPage: true });
    const width = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
    expect([name, await page.evaluate(width)]).toEqual([name, false]);
    const small = `[...document.querySelectorAll('main :is(button, select, .button, .quiet-button, input:not([type=checkbox]))')]
      .filter((one) => one.offsetParent !== null && Math.min(one.offsetWidth, one.offsetHeight) < 48)
      .map((one) => one.textContent + ' ' + one.offsetWidth + ' x ' + one.offsetHeight)`;
    expect([name, await page.evaluate(small)]).toEqual([name, []]);
  }
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const asServerKnows = async (id: string) =>
    (await wire.send(ForumSessionDocument, { region: REGION, id })).data!.forumSession!;
  let session: string;

  it('founds a forum and plans a session on a phone, and it is ready without a network', async () => {
    const [page] = await open('/forum', facilitator);
    await page.getByRole('link', { name: 'Rencanakan pertemuan' }).click();
    await page.getByRole('heading', { name: 'Dirikan forum baru' }).waitFor();
    // Nobody invites for a unit that is not theirs.
    expect(await page.getByLabel('Unit yang mengundang').count()).toBe(0);
    await button(page, 'Dirikan').click();
    await page.getByText('Tulis 3 sampai 120 karakter.').waitFor();
    await page.getByLabel('Nama forum').fill('Forum Warga RW 3');
    await page.getByLabel('Tempat biasanya').fill('Balai RW 3');
    await page.getByLabel('Kuorum').fill('25');
    await shot(page, 'found-phone');
    await button(page, 'Dirikan').click();

    await page.getByLabel('Judul pertemuan').fill('Forum warga November');
    await page.getByLabel('Acara 2').fill('Lampu jalan');
    await button(page, '+ Tambah acara').click();
    await page.keyboard.type('Lama urus KK');
    await page.getByLabel('Menit').last().fill('500');
    await button(page, 'Simpan rencana').click();
    await page.getByText('Pilih harinya.').waitFor();
    await page.getByLabel('Hari', { exact: true }).fill(TODAY);
    await button(page, 'Simpan rencana').click();
    await page.getByText('Tulis 1 sampai 240 menit.').waitFor();
    await eventually(async () =>
      expect(await page.getByLabel('Menit').last().getAttribute('aria-invalid')).toBe('true'),
    );
    await page.getByLabel('Menit').last().fill('20');
    await button(page, 'Naikkan: Lama urus KK').click();
    await button(page, 'Kelurahan Kalisari').click();
    await page.getByText('Seluruhnya 45 menit, sampai sekitar 19.45').waitFor();
    await shot(page, 'new-phone');
    // A second tap before the first is answered plans nothing twice.
    await button(page, 'Simpan rencana').dblclick();
    await page.getByRole('heading', { name: 'Rencana tersimpan: Forum warga November' }).waitFor();
    await shot(page, 'saved-phone');
    const { rows } = await database.client.query('select id from forum_session');
    expect(rows).toHaveLength(1);
    session = rows[0].id;
    expect(await asServerKnows(session)).toMatchObject({
      ...{ title: 'Forum warga November', place: 'Balai RW 3', quorum: 25, startsAt: '19:00' },
      concernedUnits: [{ name: 'Kelurahan Kalisari' }],
      agenda: [{ looksBack: true }, { title: 'Lama urus KK', minutes: 20 }, { title: 'Lampu jalan' }],
    });

    await page.locator('.plan-saved').getByRole('link', { name: 'Semua pertemuan' }).click();
    const card = page.locator('.session-card', { hasText: 'Forum warga November' });
    await card.getByText('Siap luring', { exact: false }).waitFor();
    await card.locator('.ready[data-ready="true"]').waitFor();
    await shot(page, 'list-phone');
  }, 60_000);

  it('shows what is prepared, and changes it as long as nobody has begun', async () => {
    const [page, context] = await open(`/forum/${session}`, facilitator, TABLET);
    await page.getByRole('heading', { name: 'Lama urus KK' }).waitFor();
    await page.getByText('Tidak ada janji dari pertemuan lalu.').waitFor();
    await shot(page, 'prepared-tablet');
    await page.setViewportSize(PHONE);
    await shot(page, 'prepared-phone');
    await page.setViewportSize(TABLET);
    await page.getByRole('link', { name: 'Ubah rencana' }).click();
    await page.getByLabel('Tempat').fill('Balai RW 4');
    await button(page, 'Buang: Lampu jalan').click();
    await shot(page, 'change-tablet');
    await context.setOffline(true);
    await page.getByText('Sedang tanpa jaringan').waitFor();
    await button(page, 'Simpan rencana').click();
    await page.getByText('Isian ini tetap ada').waitFor();
    await context.setOffline(false);
    await button(page, 'Simpan rencana').click();
    await page.getByRole('heading', { name: 'Rencana tersimpan' }).waitFor();
    expect(await asServerKnows(session)).toMatchObject({
      place: 'Balai RW 4',
      agenda: [{ looksBack: true }, { title: 'Lama urus KK' }],
    });

    // It begins while somebody still has the plan open: what they wrote stays, and they are told.
    await button(page, 'Ubah lagi').click();
    await page.getByLabel('Judul pertemuan').fill('Terlambat diubah');
    const entry = { id: uuidv7(), seq: 1, takenAt: new Date().toISOString(), open: true };
    const input = { region: REGION, session, device: uuidv7(), deviceNow: entry.takenAt, entries: [entry] };
    await wire.send(LogForumEntriesDocument, { input });
    await button(page, 'Simpan rencana').click();
    await page.getByText('rencananya tidak diubah lagi').waitFor();
    expect((await asServerKnows(session)).title).toBe('Forum warga November');
  }, 60_000);

  it('is for the leadership too, in English, and for nobody of another unit', async () => {
    const [page] = await open('/account?lang=en', leader, TABLET);
    await button(page, 'Menu').click();
    await page.getByRole('link', { name: 'Forum plans' }).click();
    await button(page, '+ New forum').click();
    await page.getByLabel('Unit that invites').selectOption({ label: 'Kelurahan Kalisari' });
    await shot(page, 'found-english-tablet');
    await button(page, 'Cancel').click();
    await page.getByLabel('Title of the session').fill('ab');
    await button(page, 'Save the plan').click();
    await page.getByText('Write 3 to 120 characters.').waitFor();
    await shot(page, 'english-tablet');
    const [other] = await open(`/forum/plan/${session}`, elsewhere);
    await other.getByText('fasilitator atau pimpinan unit yang mengundang').waitFor();
  }, 60_000);
});
