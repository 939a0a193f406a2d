import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ForumHallCodeDocument, LogForumEntriesDocument, type ForumEntryInput } from '@pantau/schema';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { eventually } from '../testing/eventually.js';
import { planForumSession } from '../testing/forum-session.js';
import { signIn, wireClientOf } from '../testing/sign-in.js';
import { openSmallOffice, REGION } from '../testing/small-office.js';
import { startPantau, type RunningPantau } from '../testing/start-pantau.js';
import type { WireClient } from '../testing/wire-client.js';
import { describeWith } from '../testing/without.js';
import { repositoryRoot } from './repository-root.js';

/** As root, in a closed network, without a graphics card. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];
const PROJECTOR = { width: 1920, height: 1080 };
const TABLET = { width: 1024, height: 768 };
const PHONE = { width: 390, height: 844 };
const TODAY = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

describeWith('chromium')('attendance by QR', () => {
  let database: TestDatabase;
  let pantau: RunningPantau;
  let browser: Browser;
  let token: string;
  let wire: WireClient;
  let kalijudan: string;
  const trouble: string[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    const webRoot = join(repositoryRoot, 'web', 'dist');
    pantau = await startPantau({ databaseUrl: database.url, webRoot });
    await openSmallOffice(pantau);
    const { rows } = await database.client.query(`select id from org_unit where code = '35.78.26.1006'`);
    kalijudan = rows[0].id as string;
    const facilitator = await signIn(pantau, REGION, { roles: [{ role: 'FACILITATOR' }] });
    ({ token } = facilitator);
    wire = wireClientOf(pantau, facilitator);
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

  let seq = 0;
  const write = async (session: string, part: Partial<ForumEntryInput>): Promise<void> => {
    const entry = { id: uuidv7(), seq: (seq += 1), takenAt: new Date().toISOString(), ...part };
    const input = { region: REGION, session, device: uuidv7(), deviceNow: new Date().toISOString() };
    const { data } = await wire.send(LogForumEntriesDocument, { input: { ...input, entries: [entry] } });
    expect(data!.logForumEntries.results[0]!.state).toBe('TAKEN');
  };
  const browserOf = async (viewport: typeof PHONE, signedIn: boolean): Promise<BrowserContext> => {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
    context.on('weberror', (error) => trouble.push(String(error.error())));
    context.on(
      'console',
      (line) => void (/Content Security Policy/.test(line.text()) && trouble.push(line.text())),
    );
    if (signedIn)
      await context.addCookies([
        { name: 'pantau_session', value: token, url: pantau.address, httpOnly: true, sameSite: 'Strict' },
      ]);
    return context;
  };
  const shot = async (page: Page, name: string) => {
    const folder = join(repositoryRoot, 'api', 'coverage');
    await mkdir(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `attend-${name}.png`) });
  };

  it('a phone scans, and projector and console show the number; the same phone is not asked again', async () => {
    const { session } = await planForumSession(wire, { region: REGION, unit: kalijudan, heldOn: TODAY });
    const screen = await (await browserOf(PROJECTOR, true)).newPage();
    await screen.goto(`${pantau.address}/forum/screen/${session}`);
    await screen.getByText('Bisa dipakai begitu pertemuan dimulai').waitFor();
    const qr = screen.locator('.hall-code .qr');
    const { width } = (await qr.boundingBox())!;
    // On a cloth two metres wide: more than half a metre, which phones read from six.
    expect(width).toBeGreaterThan(560);
    await shot(screen, 'planned-projector');

    const { data } = await wire.send(ForumHallCodeDocument, { region: REGION, session });
    const code = data!.forumSession!.hallCode!.code.replaceAll('-', '');
    const scanned = `/hadir#${REGION}.${session.replaceAll('-', '')}.${code}`;
    const holder = await browserOf(PHONE, false);
    const phone = await holder.newPage();
    const asked: string[] = [];
    phone.on('request', (request) => asked.push(request.url()));
    await phone.goto(pantau.address + scanned);
    await phone.getByText('Pertemuan belum dimulai').waitFor();
    await shot(phone, 'before-phone');

    await write(session, { open: true });
    await write(session, { attend: { group: 'WOMEN', change: 12 } });
    await write(session, { attend: { group: 'MEN', change: 9 } });
    await screen.getByText('0 lewat QR').waitFor();
    const console_ = await (await browserOf(TABLET, true)).newPage();
    await console_.goto(`${pantau.address}/forum/${session}`);
    await console_.getByText('21 dihitung fasilitator').waitFor();

    // The page looks again by itself; whoever comes back to it need not wait.
    await phone.evaluate('window.dispatchEvent(new Event("online"))');
    const send = phone.locator('.attend-send');
    await send.waitFor();
    expect(await send.isDisabled()).toBe(true);
    for (const button of await phone.locator('.attend button').all()) {
      const box = (await button.boundingBox())!;
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(48);
    }
    await phone.getByRole('button', { name: 'Perempuan' }).click();
    await phone.getByRole('button', { name: 'Lansia' }).click();
    await shot(phone, 'phone');
    await send.click();
    await phone.getByText('Anda sudah terhitung').waitFor();
    await shot(phone, 'done-phone');

    await screen.getByText('1 lewat QR').first().waitFor();
    await shot(screen, 'open-projector');
    await console_.locator('.scanned', { hasText: '1' }).waitFor();
    await console_.getByText('Kode QR kehadiran').click();
    await console_.locator('.by-qr .qr').waitFor();
    await eventually(async () => expect(await console_.locator('.there').textContent()).toContain('21'));
    await console_.locator('.by-qr').scrollIntoViewIfNeeded();
    await shot(console_, 'console');

    await phone.reload();
    await phone.getByText('Anda sudah terhitung').waitFor();
    expect(await phone.locator('.attend').count()).toBe(0);
    // What the code says travels in no address, and what stays on the phone is of this session alone.
    expect(asked.filter((url) => url.includes(code))).toEqual([]);
    expect(await phone.evaluate('JSON.stringify(localStorage)')).not.toMatch(/WOMEN|ELDERLY|"key":"/);
    expect((await holder.cookies()).map(({ name }) => name)).toEqual([]);

    await phone.goto(`${pantau.address}/hadir?lang=en#${scanned.split('#')[1]}`);
    await phone.getByText('you are counted').waitFor();
    const late = await (await browserOf(PHONE, false)).newPage();
    await write(session, { close: true });
    await late.goto(pantau.address + scanned);
    await late.getByText('Pertemuan sudah selesai').waitFor();
    await late.goto(`${pantau.address}/hadir`);
    await late.getByText('Pindai kode QR di layar').waitFor();
    for (const context of browser.contexts()) await context.close();
    expect(trouble).toEqual([]);
  }, 90_000);

  it('a tap whose answer is lost is sent again and counts once, also after the page was loaded again', async () => {
    const { session } = await planForumSession(wire, { region: REGION, unit: kalijudan, heldOn: TODAY });
    await write(session, { open: true });
    const { data } = await wire.send(ForumHallCodeDocument, { region: REGION, session });
    const code = data!.forumSession!.hallCode!.code.replaceAll('-', '');
    const phone = await (await browserOf(PHONE, false)).newPage();
    let lost = 0;
    await phone.route('**/graphql', async (route) => {
      if (!(route.request().postData() ?? '').includes('attendForum') || lost > 0) return route.continue();
      lost += 1;
      await route.fetch(); // it arrives and counts; the answer does not come back
      return route.abort();
    });
    await phone.goto(`${pantau.address}/hadir#${REGION}.${session.replaceAll('-', '')}.${code}`);
    await phone.getByRole('button', { name: 'Laki-laki' }).click();
    await phone.locator('.attend-send').click();
    await phone.getByText('tidak terhitung dua kali').waitFor();
    await phone.reload();
    await phone.getByRole('button', { name: 'Pemuda' }).click();
    await phone.locator('.attend-send').click();
    await phone.getByText('Anda sudah terhitung').waitFor();
    expect(lost).toBe(1);
    const { rows } = await database.client.query('select scanned from forum_session where id = $1', [
      session,
    ]);
    expect(rows).toEqual([{ scanned: 1 }]);
    await phone.context().close();
  }, 60_000);

  it('the code is turned on for those who come late, and off again', async () => {
    const { session } = await planForumSession(wire, { region: REGION, unit: kalijudan, heldOn: TODAY });
    await write(session, { open: true });
    const nothing = { item: null, unit: null, indicator: null, complaint: null };
    await write(session, { outcome: { ...nothing, kind: 'DECISION', text: 'Loket istirahat bergiliran' } });
    const screen = await (await browserOf(PROJECTOR, true)).newPage();
    await screen.goto(`${pantau.address}/forum/screen/${session}`);
    await screen.locator('.hall-newest').waitFor();
    expect(await screen.locator('.hall-code').count()).toBe(0);
    await screen.getByRole('button', { name: 'Kode hadir' }).click();
    await screen.locator('.hall-code .qr').waitFor();
    await screen.getByRole('button', { name: 'Tutup kode' }).click();
    await screen.locator('.hall-newest').waitFor();
    await shot(screen, 'agreed-projector');
    await screen.context().close();
  }, 60_000);
});
