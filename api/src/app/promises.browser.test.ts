import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  LogForumEntriesDocument,
  ReportCommitmentDocument,
  ShareMinutesDocument,
  type CommitmentState,
  type ForumEntryInput,
} from '@pantau/schema';
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { eventually } from '../testing/eventually.js';
import { drawEvidence } from '../demo/draw-evidence.js';
import { planForumSession } from '../testing/forum-session.js';
import { signIn, signInChief, wireClientOf } from '../testing/sign-in.js';
import { openSmallOffice, REGION } from '../testing/small-office.js';
import { startPantau, type RunningPantau } from '../testing/start-pantau.js';
import type { WireClient } from '../testing/wire-client.js';
import { describeWith } from '../testing/without.js';
import { repositoryRoot } from './repository-root.js';

/** As root, in a closed network, without a graphics card. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];
const PHONE = { width: 390, height: 844 };
const TABLET = { width: 834, height: 1112 };
const DESK = { width: 1280, height: 900 };
const SCREEN = { width: 1920, height: 1080 };
const SIZES = { phone: PHONE, tablet: TABLET, screen: SCREEN } as const;
/** The day in Jakarta, so many days from today. */
const day = (from = 0) => new Date(Date.now() + 7 * 3_600_000 + from * 86_400_000).toISOString().slice(0, 10);
const ASKED = 'Lampu jalan di depan SD sudah dua bulan mati, anak-anak pulang mengaji dalam gelap.';
const CODE = 'BCDFGHJKLMNP';

describeWith('chromium')('what offices promised in forums, as everybody may follow it', () => {
  let database: TestDatabase;
  let pantau: RunningPantau;
  let browser: Browser;
  let wire: WireClient;
  let leader: string;
  let trouble: string[];
  const units: Record<'office' | 'kalijudan' | 'kalisari', string> = {
    office: '',
    kalijudan: '',
    kalisari: '',
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    const webRoot = join(repositoryRoot, 'web', 'dist');
    pantau = await startPantau({ databaseUrl: database.url, webRoot });
    await openSmallOffice(pantau);
    const { rows } = await database.client.query('select code, id from org_unit');
    const unit = (code: string) => rows.find((row) => row.code === code).id as string;
    units.office = unit('35.78.26');
    units.kalijudan = unit('35.78.26.1006');
    units.kalisari = unit('35.78.26.1004');
    wire = wireClientOf(pantau, await signInChief(pantau, REGION));
    leader = (await signIn(pantau, REGION, { roles: [{ role: 'LEADERSHIP' }] })).token;
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

  /** A browser of somebody's own; what a page does against the policy that the server sends is trouble. */
  async function browserOf(viewport: typeof PHONE, token?: string): Promise<BrowserContext> {
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
  async function shot(page: Page, name: string, fullPage = true): Promise<void> {
    const folder = join(repositoryRoot, 'api', 'coverage');
    await mkdir(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `janji-${name}.png`), fullPage });
  }
  const isTooWide = (page: Page) =>
    page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

  /** A picture has come in, and is one. */
  async function expectLoaded(picture: Locator): Promise<void> {
    const width = await picture.evaluate(async (element) => {
      const image = element as unknown as { decode(): Promise<void>; naturalWidth: number };
      await image.decode();
      return image.naturalWidth;
    });
    expect(width).toBe(800);
  }

  let seq = 0;
  /** What a tablet in the hall sends; gives the ids of the entries. */
  async function write(session: string, ...parts: Partial<ForumEntryInput>[]): Promise<string[]> {
    const entries = parts.map((part) => ({
      id: uuidv7(),
      seq: (seq += 1),
      takenAt: new Date().toISOString(),
      ...part,
    }));
    const deviceNow = new Date().toISOString();
    const input = { region: REGION, session, device: uuidv7(), deviceNow, entries };
    const { data, errors } = await wire.send(LogForumEntriesDocument, { input });
    expect(errors).toBeUndefined();
    expect(data!.logForumEntries.results.map(({ refusal }) => refusal)).toEqual(entries.map(() => null));
    return entries.map(({ id }) => id);
  }
  const promise = (ownerUnit: string, text: string, more: object = {}): Partial<ForumEntryInput> => ({
    outcome: { kind: 'COMMITMENT', text, ownerUnit, workingDays: 5, ...more },
  });
  async function report(commitment: string, state: CommitmentState, note: string): Promise<void> {
    const input = { region: REGION, key: randomUUID(), commitment, state, note };
    const { data, errors } = await wire.send(ReportCommitmentDocument, { input });
    if (data?.reportCommitment.__typename !== 'CommitmentRecorded')
      throw new Error(JSON.stringify({ data, errors }));
  }

  it('shows a promise of the hall to everybody, and to who asked for it, by the code behind the #', async () => {
    const before = await planForumSession(
      wire,
      { region: REGION, unit: units.kalijudan, heldOn: day(-35) },
      { title: 'Forum warga Oktober' },
    );
    const [, , kept, cannot] = await write(
      before.session,
      { open: true },
      promise(units.kalijudan, 'Saluran air RW 5 dikeruk sebelum musim hujan', {
        ownerRole: 'Kasi Pembangunan',
      }),
      promise(units.kalisari, 'Loket KK buka sampai pukul 15.00 setiap Jumat', { workingDays: 40 }),
      promise(units.kalijudan, 'Pos ronda baru di RW 2'),
      { outcome: { kind: 'PRAISE', text: 'Antrean KTP sekarang jauh lebih cepat.' } },
      { close: true },
    );
    await wire.send(ShareMinutesDocument, {
      input: { region: REGION, key: randomUUID(), session: before.session },
    });
    await report(kept!, 'STARTED', 'Jadwal petugas sudah disusun.');
    await report(kept!, 'DONE', 'Berjalan sejak Jumat lalu.');
    await report(cannot!, 'CANNOT', 'Lahannya milik pihak lain; usulan diteruskan ke musrenbang.');

    const hall = await planForumSession(wire, {
      ...{ region: REGION, unit: units.kalijudan, heldOn: day(), series: before.series },
    });
    const [, issue] = await write(
      hall.session,
      { open: true },
      { outcome: { kind: 'ISSUE', text: ASKED, trackingCode: CODE } },
    );

    const asked: string[] = [];
    const phone = await browserOf(PHONE);
    phone.on('request', (request) => void asked.push(request.url()));
    const page = await open(phone, `/janji#${CODE}`);
    await page.getByText('Sudah tercatat. Belum ada janji untuk ini').waitFor();
    await page.getByText(ASKED).waitFor();
    expect(await page.getByText('Bergerak sejak kunjungan terakhir').count()).toBe(0);

    const [spoken] = await write(
      hall.session,
      promise(units.kalijudan, 'Lampu jalan di depan SD diganti', { answers: issue }),
    );
    await page.reload();
    await page.getByText('Bergerak sejak kunjungan terakhir Anda').waitFor();
    const mine = page.locator('.followed-outcome');
    await mine.getByText('Lampu jalan di depan SD diganti').waitFor();
    await page.reload();
    await mine.getByText('Belum ada yang berubah sejak kunjungan terakhir').waitFor();

    await report(spoken!, 'STARTED', 'Lampu sudah dipesan, tiba hari Kamis.');
    await page.reload();
    await mine.getByText('Bergerak sejak kunjungan terakhir Anda').waitFor();
    const news = mine.locator('li[data-news=true]');
    await eventually(async () => expect(await news.count()).toBe(1));
    await eventually(async () => expect(await news.textContent()).toContain('Lampu sudah dipesan'));
    await page.locator('#sessions').waitFor();
    for (const [name, size] of Object.entries(SIZES)) {
      await page.setViewportSize(size);
      await shot(page, `code-${name}`);
      expect(await isTooWide(page)).toBe(false);
    }
    // The page remembers one moment, and nothing by which the outcome could be read.
    const kept_ = await page.evaluate('JSON.stringify(localStorage)');
    expect(kept_).toMatch(/"pantau\.janji\.[0-9a-f]{64}":/);
    expect(kept_).not.toContain(CODE.slice(0, 4));
    expect(asked.filter((url) => url.includes(CODE.slice(0, 4)))).toEqual([]);
    expect(asked.some((url) => url.endsWith('/graphql'))).toBe(true);

    const everybody = await open(await browserOf(PHONE), '/janji');
    const underWay = everybody.locator('section', { has: everybody.locator('#under-way') });
    const late = underWay.getByRole('article').filter({ hasText: 'Saluran air RW 5' });
    await late.getByText('Terlambat').first().waitFor();
    const open_ = underWay.getByRole('article').filter({ hasText: 'Lampu jalan di depan SD diganti' });
    await eventually(async () => expect(await open_.textContent()).toContain('Sedang dikerjakan'));
    const settled = everybody.locator('section', { has: everybody.locator('#settled') });
    await eventually(async () => expect(await settled.textContent()).toContain('Ditepati'));
    await eventually(async () => expect(await settled.textContent()).toContain('Lahannya milik pihak lain'));
    const figures = everybody.locator('.promise-figures > div');
    await eventually(async () =>
      expect(await figures.locator('strong').allTextContents()).toEqual(['1', '1', '1', '1']),
    );
    const sessions = everybody.locator('section', { has: everybody.locator('#sessions') });
    await sessions.getByText('Yang disampaikan dan disepakati').click();
    await sessions.getByText('Antrean KTP sekarang jauh lebih cepat.').waitFor();
    await sessions.getByText('Sedang berlangsung').waitFor();
    for (const [name, size] of Object.entries(SIZES)) {
      await everybody.setViewportSize(size);
      await shot(everybody, `page-${name}`);
      expect(await isTooWide(everybody)).toBe(false);
    }

    await everybody.getByLabel('Kantor').selectOption({ label: 'Kelurahan Kalisari' });
    await everybody.getByText('Tidak ada janji yang menunggu.').waitFor();
    expect(new URL(everybody.url()).searchParams.get('unit')).toBe(units.kalisari);
    await everybody.reload();
    await everybody.getByText('Tidak ada janji yang menunggu.').waitFor();
    await eventually(async () =>
      expect(await figures.locator('strong').allTextContents()).toEqual(['1', '0', '0', '0']),
    );
  }, 90_000);

  it('shows what became of a promise as soon as its owner reports it with a picture, on a page that is open', async () => {
    const text = 'Lampu jalan RW 3 menyala, dari Balai RW sampai musala';
    const hall = await planForumSession(wire, {
      ...{ region: REGION, unit: units.kalijudan, heldOn: day(-30) },
    });
    const [, lamp] = await write(hall.session, { open: true }, promise(units.kalijudan, text));
    const citizen = await browserOf(PHONE);
    await citizen.clock.install();
    const everybody = await open(citizen, `/janji?unit=${units.kalijudan}`);
    const underWay = everybody.locator('section', { has: everybody.locator('#under-way') });
    await underWay.getByRole('article').filter({ hasText: text }).getByText('Terlambat').first().waitFor();

    const head = await signIn(pantau, REGION, {
      roles: [{ role: 'LEADERSHIP', unitId: units.kalijudan }],
    });
    const desk = await open(await browserOf(PHONE, head.token), '/promises');
    const card = desk.getByRole('article').filter({ hasText: text });
    await card.waitFor();
    expect(await desk.getByText('Kelurahan Kalisari').count()).toBe(0);
    await shot(desk, 'report-list-phone');
    await card.getByRole('button', { name: 'Laporkan' }).click();
    await card.getByLabel('Yang dibaca warga').fill('Enam lampu menyala sejak tadi malam.');
    const file = card.locator('input[type=file]');
    await file.setInputFiles({
      ...{ name: 'lampu.jpg', mimeType: 'image/jpeg' },
      buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    });
    await card.getByText('Berkas ini bukan foto').waitFor();
    await file.setInputFiles({
      ...{ name: 'lampu.jpg', mimeType: 'image/jpeg' },
      buffer: await drawEvidence('LAMPS'),
    });
    await card.getByText('Warga boleh melihat foto ini').click();
    for (const [name, size] of Object.entries({ phone: PHONE, desk: DESK })) {
      await desk.setViewportSize(size);
      await shot(desk, `report-${name}`);
      expect(await isTooWide(desk)).toBe(false);
    }
    // The network goes between the picture and what names it; sent again, there is one of each.
    const context = desk.context();
    await context.route('**/graphql', (route) => route.abort());
    await card.getByRole('button', { name: 'Kirim laporan' }).click();
    await card.locator('.told').waitFor();
    await context.unroute('**/graphql');
    await card.getByRole('button', { name: 'Kirim laporan' }).click();
    await desk.getByText('Laporan tercatat').waitFor();
    await card.waitFor({ state: 'detached' });
    await desk.setViewportSize(PHONE);
    await shot(desk, 'reported-phone');
    const { rows } = await database.client.query(`select public from forum_photo where commitment_id = $1`, [
      lamp,
    ]);
    expect(rows).toEqual([{ public: true }]);

    await citizen.clock.runFor(61_000);
    const settled = everybody.locator('section', { has: everybody.locator('#settled') });
    const kept = settled.getByRole('article').filter({ hasText: text });
    const picture = kept.getByRole('img', { name: `Foto hasilnya: ${text}` }).first();
    await picture.scrollIntoViewIfNeeded();
    await expectLoaded(picture);
    await eventually(async () =>
      expect(await kept.textContent()).toContain('Enam lampu menyala sejak tadi malam.'),
    );
    await shot(everybody, 'evidence-phone');
    await everybody.setViewportSize(DESK);
    await shot(everybody, 'evidence-desk');
    expect(await isTooWide(everybody)).toBe(false);
    await kept.locator('summary').click();
    await eventually(async () => expect(await kept.getByRole('img').count()).toBe(2));
    await shot(everybody, 'evidence-steps-desk');

    // Somebody who is seen in it objects: whoever reported takes it back.
    await desk.getByLabel('Yang belum selesai saja').click();
    await card.getByRole('switch').waitFor();
    await shot(desk, 'report-settled-phone');
    await card.getByRole('switch').click();
    await card.getByRole('switch', { checked: false }).waitFor();
    await citizen.clock.runFor(61_000);
    await kept.getByRole('img').first().waitFor({ state: 'detached' });
    expect(await kept.getByRole('img').count()).toBe(0);

    // Pictures of the session itself, once somebody has said that those who are seen in them agree.
    const facilitator = await signIn(pantau, REGION, {
      roles: [{ role: 'FACILITATOR', unitId: units.kalijudan }],
    });
    for (const scene of ['LAMPS', 'NOTICE', 'LAMPS', 'NOTICE', 'LAMPS'] as const) {
      const answer = await fetch(`${pantau.address}/forum/photos/${uuidv7()}?session=${hall.session}`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${facilitator.token}`, 'content-type': 'image/jpeg' },
        body: new Uint8Array(await drawEvidence(scene)),
      });
      expect(answer.status).toBe(201);
    }
    await everybody.reload();
    await everybody.locator('#sessions').waitFor();
    expect(await everybody.locator('.pictures img').count()).toBe(0);
    await database.client.query(
      'update forum_photo set public = true where session_id = $1 and commitment_id is null',
      [hall.session],
    );
    await everybody.reload();
    const pictures = everybody.locator('.pictures img');
    await pictures.first().scrollIntoViewIfNeeded();
    await expectLoaded(pictures.first());
    await eventually(async () => expect(await pictures.count()).toBe(5));
    await eventually(async () =>
      expect(await pictures.first().getAttribute('alt')).toBe('Foto 1 dari forum: Forum warga November'),
    );
    await eventually(async () =>
      expect(await pictures.evaluateAll((all) => all.map((one) => one.getAttribute('loading')))).toEqual(
        Array.from({ length: 5 }, () => 'lazy'),
      ),
    );
    await shot(everybody, 'pictures-desk');
    await everybody.setViewportSize(PHONE);
    await shot(everybody, 'pictures-phone');
    expect(await isTooWide(everybody)).toBe(false);
  }, 90_000);

  it('takes the letters where nobody can scan, says what is wrong with them, and waits where many are wrong', async () => {
    const asked: string[] = [];
    const context = await browserOf(PHONE);
    // A browser that keeps nothing.
    await context.addInitScript(`
      Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });
    `);
    context.on('request', (request) => void asked.push(request.url()));
    const page = await open(context, `/janji#${CODE.slice(0, 8)}`);
    await page.getByText('Kode di tautan ini tidak lengkap').waitFor();
    const field = page.getByLabel('Kode');
    const look = () => page.getByRole('button', { name: 'Lihat' }).click();
    await field.fill('BCDF 1234');
    await look();
    await page.getByText('Ini belum kode yang lengkap').waitFor();
    await shot(page, 'bad-phone');
    await field.fill('bcdf-ghjk-lmnp');
    await look();
    await page.getByText(ASKED).waitFor();
    expect(page.url()).not.toContain('LMNP');
    for (let tries = 0; tries < 30; tries += 1) {
      await page.getByRole('button', { name: /Kode lain|Periksa kode/ }).click();
      await field.fill('ZZZZ ZZZZ ZZZZ');
      await look();
      const told = await page.locator('.followed-outcome .told').textContent();
      if (told?.includes('Terlalu banyak kode yang salah')) break;
      expect(told).toContain('Tidak ada catatan dengan kode ini');
    }
    await page.getByText('Terlalu banyak kode yang salah').waitFor();
    await shot(page, 'too-often-phone');
    expect(asked.filter((url) => /ZZZZ|LMNP/i.test(url))).toEqual([]);
    await database.client.query('delete from sign_in_failure');

    const english = await open(await browserOf(PHONE), `/janji?lang=en#${CODE}`);
    await english.getByRole('heading', { name: 'You said – we do' }).waitFor();
    await english.locator('.followed-outcome').getByText('Under way').waitFor();
    await english.getByRole('link', { name: 'Bahasa Indonesia' }).click();
    await english.locator('.followed-outcome').getByText('Sedang dikerjakan').waitFor();
    await english.goto(`${pantau.address}/`);
    await english.getByRole('link', { name: 'Kamu bilang – kami kerjakan' }).click();
    await english.getByText('Punya kode dari forum?').waitFor();
  }, 60_000);

  it('is on the wall of the leadership as soon as it is spoken, without a reload', async () => {
    const hall = await planForumSession(wire, { region: REGION, unit: units.office, heldOn: day() });
    const context = await browserOf(SCREEN, leader);
    const wall = await open(context, '/wall');
    await wall.getByText('LANGSUNG').waitFor();
    const shown = wall.locator('.page-shown[data-page=PROMISES]');
    const texts = Array.from(
      { length: 14 },
      (_, n) => `Janji nomor ${n + 1}: ${'taman RT dirapikan '.repeat(n * 3)}`,
    );
    await write(
      hall.session,
      { open: true },
      ...texts.map((text) => promise(units.office, text, { workingDays: 10 })),
    );
    await shown.getByText('Janji nomor').first().waitFor();
    await write(
      hall.session,
      promise(units.office, 'Meja pengaduan pindah ke lantai satu, dekat pintu masuk', { workingDays: 20 }),
    );
    // It is promised for later than all others, of which there are more than a wall shows.
    const tile = shown.getByRole('article').filter({ hasText: 'Meja pengaduan' });
    await tile.waitFor({ timeout: 10_000 });
    await eventually(async () => expect(await tile.textContent()).toContain('Kecamatan Mulyorejo'));
    await shown.getByText('lainnya di halaman /janji').waitFor();
    await shot(wall, 'wall-screen', false);
    await wall.keyboard.press('ArrowLeft');
    const first = shown.getByRole('article').first();
    await first.getByText('Saluran air RW 5').waitFor();
    await eventually(async () => expect(await first.textContent()).toContain('Terlambat'));
    await shot(wall, 'wall-first-screen', false);

    const hand = await open(await browserOf(PHONE, leader), '/wall');
    await hand.getByText('Meja pengaduan').first().waitFor();
    expect(await isTooWide(hand)).toBe(false);
    await shot(hand, 'wall-phone');
    await hand.setViewportSize(TABLET);
    await shot(hand, 'wall-tablet');

    // More than one page of them, each once, the earliest last day first.
    const everybody = await open(await browserOf(TABLET), `/janji?unit=${units.office}`);
    const underWay = everybody.locator('section', { has: everybody.locator('#under-way') });
    const count = () => underWay.getByRole('article').count();
    await underWay.getByRole('article').first().waitFor();
    expect(await count()).toBe(8);
    await underWay.getByRole('button', { name: 'Muat lagi' }).click();
    await underWay.getByRole('article').nth(8).waitFor();
    await underWay.getByRole('button', { name: 'Muat lagi' }).click();
    await underWay.getByText('Meja pengaduan').waitFor();
    expect(await count()).toBe(17);
    expect(await underWay.getByRole('button', { name: 'Muat lagi' }).count()).toBe(0);
    expect(new Set(await underWay.locator('h3').allTextContents()).size).toBe(17);
  }, 60_000);
});
