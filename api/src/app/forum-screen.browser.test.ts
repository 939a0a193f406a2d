import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { LogForumEntriesDocument, ReportCommitmentDocument, type ForumEntryInput } from '@pantau/schema';
import { chromium, type Browser, type Page } from 'playwright-core';
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
const OLD_PROJECTOR = { width: 1024, height: 768 };
/** The day in Jakarta, so many days from today. */
const day = (from = 0) => new Date(Date.now() + 7 * 3_600_000 + from * 86_400_000).toISOString().slice(0, 10);

type Said = NonNullable<ForumEntryInput['outcome']>;

describeWith('chromium')('the screen in the hall', () => {
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
  /** What the tablet of the facilitator sends meanwhile. */
  const write = async (session: string, ...parts: Partial<ForumEntryInput>[]): Promise<string[]> => {
    const entries = parts.map((part) => ({
      id: uuidv7(),
      seq: (seq += 1),
      takenAt: new Date().toISOString(),
      ...part,
    }));
    const input = { region: REGION, session, device: uuidv7(), deviceNow: new Date().toISOString(), entries };
    const { data, errors } = await wire.send(LogForumEntriesDocument, { input });
    expect(errors).toBeUndefined();
    expect(data!.logForumEntries.results.map(({ refusal }) => refusal?.code)).toEqual(
      parts.map(() => undefined),
    );
    return entries.map(({ id }) => id);
  };
  const nothing = { item: null, unit: null, indicator: null, complaint: null };
  const said = (kind: Said['kind'], text: string) => ({ outcome: { ...nothing, kind, text } });
  const promised = (text: string, workingDays = 5) => ({
    outcome: { ...nothing, kind: 'COMMITMENT' as const, text, ownerUnit: kalijudan, workingDays },
  });
  const open = async (session: string, viewport: typeof PROJECTOR, search = ''): Promise<Page> => {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
    await context.addCookies([
      { name: 'pantau_session', value: token, url: pantau.address, httpOnly: true, sameSite: 'Strict' },
    ]);
    const page = await context.newPage();
    page.on('pageerror', (error) => trouble.push(String(error)));
    page.on(
      'console',
      (line) => void (/Content Security Policy/.test(line.text()) && trouble.push(line.text())),
    );
    await page.goto(`${pantau.address}/forum/screen/${session}${search}`);
    await page.locator('.hall[data-freshness="LIVE"]').waitFor();
    return page;
  };
  const shot = async (page: Page, name: string) => {
    const folder = join(repositoryRoot, 'api', 'coverage');
    await mkdir(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `screen-${name}.png`) });
  };
  /** Whether something does not fit into its place. */
  const isCut = (page: Page, selector: string) =>
    page.evaluate(
      `(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight)(document.querySelector('${selector}'))`,
    );
  const texts = (page: Page) => page.locator('.hall-agreed .hall-text').allTextContents();

  it('begins with last time’s promises as they stand, and goes on with what is agreed, as it is written', async () => {
    const before = await planForumSession(wire, { region: REGION, unit: kalijudan, heldOn: day(-28) });
    const ids = await write(
      before.session,
      { open: true },
      promised('Lampu jalan RW 3 menyala kembali, dari Balai RW sampai musala di ujung gang'),
      promised('Loket kedua dibuka pukul 08.00 sampai 11.00 setiap Senin dan Selasa', 30),
      promised('Nomor kontak pendamping RW ditempel di balai', 2),
      promised('Saluran di depan SD Kalijudan dibersihkan sebelum musim hujan', 20),
      { close: true },
    );
    const { series } = before;
    const { session } = await planForumSession(wire, {
      region: REGION,
      unit: kalijudan,
      heldOn: day(),
      series,
    });
    const page = await open(session, PROJECTOR);
    await page.getByText('Pertemuan belum dimulai').waitFor();
    const agenda = await database.client.query('select agenda from forum_session where id = $1', [session]);
    const [back, topic] = (agenda.rows[0].agenda as { id: string }[]).map(({ id }) => id);
    await write(session, { open: true }, { startItem: back! });
    await page.locator('.hall-timer').waitFor();
    await write(
      session,
      { attend: { group: 'MEN', change: 12 } },
      { attend: { group: 'WOMEN', change: 14 } },
      { report: { commitment: ids[3]!, state: 'DONE', note: 'Sudah ditempel.' } },
      { report: { commitment: ids[2]!, state: 'STARTED', note: 'Meja sudah ada.' } },
    );
    const standing = (text: string) => page.locator('.hall-list li', { hasText: text });
    await page.locator('.hall-list li[data-tone="STARTED"]').waitFor();
    await eventually(async () =>
      expect(await standing('Lampu jalan').getAttribute('data-tone')).toBe('LATE'),
    );
    await page.getByText('26 hadir').waitFor();
    // Somebody in the office reports too; the screen asks again each minute, and when its network is back.
    const [, , , , drains] = ids;
    const reported = await wire.send(ReportCommitmentDocument, {
      input: {
        region: REGION,
        key: uuidv7(),
        commitment: drains!,
        state: 'STARTED',
        note: 'Alat sudah datang.',
      },
    });
    expect(reported.data!.reportCommitment.__typename).toBe('CommitmentRecorded');
    await page.evaluate('window.dispatchEvent(new Event("online"))');
    await page.locator('.hall-list li[data-tone="STARTED"]', { hasText: 'Saluran di depan SD' }).waitFor();
    expect(await isCut(page, '.hall-list')).toBe(false);
    await shot(page, 'last-wide');
    const old = await open(session, OLD_PROJECTOR);
    expect(await isCut(old, '.hall-list')).toBe(false);
    await shot(old, 'last-old');

    await write(
      session,
      { endItem: back! },
      { startItem: topic! },
      promised('Lampu jalan RW 3 menyala kembali'),
    );
    await page.locator('.hall-newest', { hasText: 'Lampu jalan RW 3 menyala kembali' }).waitFor();
    await eventually(async () =>
      expect(await page.locator('.hall-newest .hall-facts').textContent()).toMatch(
        /Kelurahan Kalijudan.*paling lambat (Senin|Selasa|Rabu|Kamis|Jumat), \d+ \p{L}+/u,
      ),
    );
    await shot(page, 'one-wide');
    await write(
      session,
      said('ISSUE', 'KK sudah enam hari belum jadi, padahal berkas lengkap sejak hari pertama'),
      said('PROPOSAL', 'Loket khusus lansia dan difabel'),
      said('DECISION', 'Loket istirahat bergiliran'),
      promised(
        'Petugas loket menelepon pemohon bila berkas kurang, pada hari yang sama, bukan menunggu pemohon datang lagi',
      ),
    );
    await page.locator('.hall-newest', { hasText: 'Petugas loket menelepon' }).waitFor();
    expect(await texts(page)).toHaveLength(5);
    expect(await isCut(page, '.hall-newest')).toBe(false);
    await shot(page, 'agreed-wide');
    await shot(old, 'agreed-old');
    await old.goto(`${pantau.address}/forum/screen/${session}?lang=en`);
    await old.locator('.hall-newest').waitFor();
    await shot(old, 'english-old');
    await write(
      session,
      said('PRAISE', `Terima kasih. ${'Petugas ramah dan sabar kepada orang tua. '.repeat(20)}`),
    );
    await page.locator('.hall-newest', { hasText: 'Terima kasih' }).waitFor();
    await shot(page, 'long-wide');
    expect(await isCut(page, '.hall-newest')).toBe(false);
    await write(session, promised('Pendek'), { close: true });
    await page.getByRole('heading', { name: 'Yang kita sepakati' }).waitFor();
    await page.locator('.hall-list li').first().waitFor();
    expect(await isCut(page, '.hall-list')).toBe(false);
    await shot(page, 'all-wide');
    await old.goto(`${pantau.address}/forum/screen/${session}`);
    await old.locator('.hall-list li').first().waitFor();
    await shot(old, 'all-old');
    await page.context().close();
    await old.context().close();
    expect(trouble).toEqual([]);
  }, 60_000);

  it('says calmly that it is cut off, keeps what it shows, and has all of it when it is back', async () => {
    const { session } = await planForumSession(wire, { region: REGION, unit: kalijudan, heldOn: day() });
    const [, first] = await write(session, { open: true }, said('DECISION', 'Satu'), said('DECISION', 'Dua'));
    const page = await open(session, PROJECTOR);
    await page.locator('.hall-newest', { hasText: 'Dua' }).waitFor();
    await page.context().setOffline(true);
    await page.getByText('catatan tetap aman').waitFor({ timeout: 20_000 });
    expect(await texts(page)).toEqual(['Dua', 'Satu']);
    await shot(page, 'cut-wide');
    await write(session, said('DECISION', 'Tiga'), said('DECISION', 'Empat'));
    await write(session, { withdraw: { outcome: first!, why: 'Salah catat.' } }, said('DECISION', 'Lima'));
    await page.context().setOffline(false);
    await page.locator('.hall[data-freshness="LIVE"]').waitFor({ timeout: 20_000 });
    await page.locator('.hall-newest', { hasText: 'Lima' }).waitFor();
    expect(await texts(page)).toEqual(['Lima', 'Empat', 'Tiga', 'Dua']);
    await page.getByText('catatan tetap aman').waitFor({ state: 'detached' });
    await page.context().close();
    expect(trouble).toEqual([]);
  }, 90_000);

  it('is shown to nobody who has not signed in', async () => {
    const { session } = await planForumSession(wire, { region: REGION, unit: kalijudan, heldOn: day() });
    await write(session, { open: true }, said('DECISION', 'Rahasia ruangan'));
    const context = await browser.newContext({ viewport: PROJECTOR });
    const page = await context.newPage();
    await page.goto(`${pantau.address}/forum/screen/${session}`);
    await page.getByRole('button', { name: 'Masuk' }).waitFor();
    expect(await page.content()).not.toContain('Rahasia ruangan');
    await context.close();
  });
});
