import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ForumSessionDocument, LogForumEntriesDocument, type ForumEntryInput } from '@pantau/schema';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { planForumSession } from '../testing/forum-session.js';
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
const DESK = { width: 1280, height: 900 };
/** The day in Jakarta, so many days from today. */
const day = (from = 0) => new Date(Date.now() + 7 * 3_600_000 + from * 86_400_000).toISOString().slice(0, 10);
const TODAY = day();

describeWith('chromium')('the console of a facilitator', () => {
  let database: TestDatabase;
  let pantau: RunningPantau;
  let browser: Browser;
  let token: string;
  let wire: WireClient;
  let kalijudan: string;
  let kalisari: string;
  let trouble: string[];

  beforeAll(async () => {
    database = await createTestDatabase();
    const webRoot = join(repositoryRoot, 'web', 'dist');
    pantau = await startPantau({ databaseUrl: database.url, webRoot });
    await openSmallOffice(pantau);
    const { rows } = await database.client.query('select code, id from org_unit');
    const unit = (code: string) => rows.find((row) => row.code === code).id as string;
    [kalijudan, kalisari] = [unit('35.78.26.1006'), unit('35.78.26.1004')];
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
  beforeEach(() => {
    trouble = [];
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    expect(trouble).toEqual([]);
  });

  /** A device of somebody's own; what a page does against the policy that the server sends is trouble. */
  async function deviceOf(viewport: typeof DESK, who: string | null = token): Promise<BrowserContext> {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
    await context.exposeFunction('violated', (what: string) => trouble.push(`policy: ${what}`));
    await context.addInitScript(`
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        void window.violated(violatedDirective + ' ' + blockedURI + ' at ' + location.pathname);
      });
    `);
    context.on('weberror', (error) => trouble.push(String(error.error())));
    if (who !== null) await letIn(context, who);
    return context;
  }
  const letIn = (context: BrowserContext, who: string) =>
    context.addCookies([
      { name: 'pantau_session', value: who, url: pantau.address, httpOnly: true, sameSite: 'Strict' },
    ]);
  async function open(context: BrowserContext, path: string): Promise<Page> {
    const page = await context.newPage();
    await page.goto(pantau.address + path);
    return page;
  }
  async function shot(page: Page, name: string, fullPage = true): Promise<void> {
    const folder = join(repositoryRoot, 'api', 'coverage');
    await mkdir(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `forum-${name}.png`), fullPage });
  }
  const isTooWide = (page: Page) =>
    page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const plan = (part: object = {}) =>
    planForumSession(
      wire,
      { region: REGION, unit: kalijudan, heldOn: TODAY },
      { concerned: [kalisari], ...part },
    );
  const asServerKnows = async (session: string) =>
    (await wire.send(ForumSessionDocument, { region: REGION, id: session })).data!.forumSession!;
  let seq = 0;
  /** Something that another device writes. */
  const writeElsewhere = async (session: string, ...parts: Partial<ForumEntryInput>[]) => {
    const entries = parts.map((part) => ({
      id: uuidv7(),
      seq: (seq += 1),
      takenAt: new Date().toISOString(),
      ...part,
    }));
    const input = { region: REGION, session, device: uuidv7(), deviceNow: new Date().toISOString(), entries };
    const { data, errors } = await wire.send(LogForumEntriesDocument, { input });
    expect(errors).toBeUndefined();
    return data!.logForumEntries.results;
  };
  const sent = (page: Page) => page.locator('.sync-chip[data-waiting="0"]').waitFor({ timeout: 15_000 });

  it('leads from the list of sessions to the end: counted, promised, closed, read out and signed', async () => {
    const before = await plan({ heldOn: day(-28), title: 'Forum warga Oktober' });
    await writeElsewhere(
      before.session,
      { open: true },
      {
        outcome: {
          ...{
            kind: 'COMMITMENT',
            text: 'Lampu jalan RW 3 diperbaiki',
            ownerUnit: kalijudan,
            workingDays: 5,
          },
          ...{ item: null, unit: null, indicator: null, complaint: null },
        },
      },
      { close: true },
    );
    const { session } = await planForumSession(
      wire,
      { region: REGION, unit: kalijudan, heldOn: TODAY, series: before.series },
      { concerned: [kalisari] },
    );
    const context = await deviceOf(PHONE);
    const page = await open(context, '/forum');
    await page.getByText('Siap luring').first().waitFor();
    await shot(page, 'list-phone');
    expect(await isTooWide(page)).toBe(false);
    await page.getByRole('link', { name: 'Mulai mencatat: Forum warga November' }).click();
    await button(page, 'Mulai mencatat').waitFor();
    await shot(page, 'begin-phone');
    await button(page, 'Mulai mencatat').click();

    await button(page, 'Kehadiran').click();
    for (let n = 0; n < 2; n += 1) await button(page, 'Tambah: Laki-laki').click();
    await button(page, 'Tambah: Perempuan').click();
    await page.getByText('kuorum tercapai').waitFor();
    await shot(page, 'attendance-phone', false);
    await button(page, 'Acara').click();
    await page
      .getByRole('button', { name: /^Mulai: Janji/ })
      .or(page.locator('.items .button').first())
      .first()
      .click();
    await page.locator('.timer').waitFor();
    await shot(page, 'agenda-phone', false);
    await button(page, 'Janji lalu').click();
    await page.getByRole('heading', { name: 'Lampu jalan RW 3 diperbaiki' }).waitFor();
    await shot(page, 'last-phone', false);
    await button(page, 'Tidak dapat dipenuhi').click();
    await button(page, 'Catat').click();
    await page.getByText('sedikitnya 10 karakter').waitFor();
    await button(page, 'Sebagian').click();
    await page.getByLabel('Keterangan').fill('Tiang sudah berdiri.');
    await button(page, 'Catat').click();
    await page.getByText('Tiang sudah berdiri.').waitFor();

    await button(page, 'Hasil').click();
    await shot(page, 'outcomes-phone', false);
    await button(page, 'Janji').click();
    await page.keyboard.type('Lampu diperbaiki sebelum Natal');
    await button(page, 'Simpan').click();
    await page.getByText('Pilih unit yang berjanji.').waitFor();
    await button(page, 'Kelurahan Kalijudan').click();
    await button(page, '2 minggu').click();
    await page.locator('.draft-state', { hasText: 'Tersimpan sementara' }).waitFor();
    await shot(page, 'composer-phone');
    expect(await isTooWide(page)).toBe(false);
    await button(page, 'Simpan').click();
    await button(page, 'Pertanyaan').click();
    await page.keyboard.type('Bolehkah loket buka saat istirahat?');
    await page.keyboard.press('Enter');
    await button(page, 'Kode untuk penanya').first().click();
    const code = (await page.locator('.asker-code code').textContent())!;
    expect(code).toMatch(/^([B-DF-HJ-NP-TV-XZ]{4} ?){3}$/);
    await shot(page, 'code-phone', false);
    await button(page, 'Tutup').click();
    await sent(page);
    await shot(page, 'written-phone');
    const stored = await asServerKnows(session);
    expect(stored.attended).toBe(3);
    expect(stored.outcomes.map(({ kind, itemId }) => [kind, itemId !== null])).toEqual([
      ['COMMITMENT', true],
      ['QUESTION', true],
    ]);
    expect(stored.lastCommitments[0]).toMatchObject({ state: 'STARTED' });
    expect(JSON.stringify(stored)).not.toContain(code.replaceAll(' ', ''));

    await button(page, 'Tutup pertemuan').click();
    await shot(page, 'check-phone');
    await button(page, 'Tutup dan bacakan').click();
    await button(page, 'Sudah dibacakan dan disetujui').waitFor();
    await shot(page, 'read-phone');
    await button(page, 'Sudah dibacakan dan disetujui').click();
    for (const [n, name] of ['Bu Sri', 'Pak Harun', 'Budi Santoso'].entries()) {
      await button(page, 'Simpan tanda tangan').waitFor();
      if (n === 0) {
        await button(page, 'Simpan tanda tangan').click();
        await page.getByText('Tanda tangannya masih kosong.').waitFor();
      }
      await page.getByLabel('Nama yang menandatangani').fill(name);
      const pad = (await page.locator('.pad svg').boundingBox())!;
      await page.mouse.move(pad.x + 40, pad.y + 120);
      await page.mouse.down();
      for (let step = 1; step < 12; step += 1) {
        await page.mouse.move(pad.x + 40 + step * 20, pad.y + 120 + (step % 2 === 0 ? 40 : -40));
      }
      await page.mouse.up();
      if (n === 0) await shot(page, 'sign-phone');
      await button(page, 'Simpan tanda tangan').click();
      await page.locator('.signed li', { hasText: name }).waitFor();
    }
    await page.getByRole('heading', { name: 'Notula ditandatangani' }).waitFor();
    await sent(page);
    await shot(page, 'signed-phone');
    const signed = await asServerKnows(session);
    expect([signed.phase, signed.signatures.length]).toEqual(['SIGNED', 3]);
    expect(signed.signatures.every(({ covered }) => covered === 2)).toBe(true);

    // What is written from now on needs a reason, and is an amendment.
    await button(page, 'Kembali mengubah hasil').click();
    await button(page, 'Keputusan').click();
    await page.keyboard.type('Loket istirahat bergiliran');
    await button(page, 'Simpan').click();
    await page.getByLabel('Alasan perubahan').fill('Terlewat saat dibacakan.');
    await button(page, 'Simpan').click();
    await page.getByText('Diterima sebagai perubahan').waitFor();
  }, 120_000);
});
