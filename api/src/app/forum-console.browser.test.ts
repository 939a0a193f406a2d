import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  ForumSessionDocument,
  LogForumEntriesDocument,
  TrackForumOutcomeDocument,
  type ForumEntryInput,
} from '@pantau/schema';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { planForumSession } from '../testing/forum-session.js';
import { signIn, wireClientOf } from '../testing/sign-in.js';
import { openSmallOffice, REGION } from '../testing/small-office.js';
import { startPantau, type RunningPantau } from '../testing/start-pantau.js';
import { until } from '../testing/until.js';
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
    const print = page.getByRole('link', { name: 'Cetak berita acara (PDF)' });
    await page.getByText('tercetak sebagai DRAF').waitFor({ state: 'detached' });
    const paper = await context.request.get(pantau.address + (await print.getAttribute('href'))!);
    expect([paper.status(), paper.headers()['content-type']]).toEqual([200, 'application/pdf']);
    const screen = page.getByRole('link', { name: 'Layar proyektor' });
    const [hall] = await Promise.all([context.waitForEvent('page'), screen.click()]);
    await hall.getByText('Notula sudah ditandatangani').waitFor();
    await hall.close();
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

  it('leads whoever asked from their code to the promise that answers it, and shares the draft', async () => {
    const { session } = await plan();
    const context = await deviceOf(PHONE);
    const page = await open(context, `/forum/${session}`);
    await button(page, 'Mulai mencatat').click();
    await sent(page);
    await context.setOffline(true);
    await button(page, 'Pertanyaan').click();
    await page.keyboard.type('Kapan lampu RW 3 menyala?');
    await button(page, 'Simpan').click();
    await button(page, 'Kode untuk penanya').first().click();
    const code = (await page.locator('.asker-code code').textContent())!.replaceAll(' ', '');
    await button(page, 'Tutup').click();
    await button(page, 'Janji').click();
    await page.keyboard.type('Lampu RW 3 menyala lagi');
    await button(page, 'Kelurahan Kalijudan').click();
    await button(page, '2 minggu').click();
    await page.getByLabel('Menjawab').selectOption({ label: 'Pertanyaan: Kapan lampu RW 3 menyala?' });
    await shot(page, 'answers-phone');
    expect(await isTooWide(page)).toBe(false);
    await button(page, 'Simpan').click();
    await page.getByText('menjawab: Kapan lampu RW 3 menyala?').waitFor();
    await button(page, 'Tutup pertemuan').click();
    await button(page, 'Tutup dan bacakan').click();
    await page.getByText('Draf dapat dibagikan begitu ada jaringan').waitFor();
    await context.setOffline(false);
    await sent(page);
    const track = await wire.send(TrackForumOutcomeDocument, { region: REGION, code });
    expect(track.data!.trackForumOutcome).toMatchObject({
      text: 'Kapan lampu RW 3 menyala?',
      commitments: [{ text: 'Lampu RW 3 menyala lagi' }],
    });
    const asker = await open(await deviceOf(PHONE, null), `/janji#${code}`);
    await asker.getByText('Lampu RW 3 menyala lagi').first().waitFor();
    await shot(asker, 'asker-phone');

    await button(page, 'Bagikan draf').waitFor();
    await shot(page, 'share-phone');
    await button(page, 'Bagikan draf').click();
    await page.getByText(/Draf dibagikan pada \d+ \S+ \d{4}, \d\d\.\d\d WIB/).waitFor();
    await shot(page, 'shared-phone');
    expect((await asServerKnows(session)).phase).toBe('SHARED');
    await button(page, 'Sudah dibacakan dan disetujui').click();
    await button(page, 'Simpan tanda tangan').waitFor();
    await page.getByText('Draf dibagikan pada').waitFor();
  }, 60_000);

  it('asks before somebody signs out with something unsent, and shows and sends it to nobody else', async () => {
    const { session } = await plan();
    const context = await deviceOf(TABLET);
    const page = await open(context, `/forum/${session}`);
    await button(page, 'Mulai mencatat').click();
    await page.locator('.written-row[data-state="TAKEN"]').waitFor();
    await context.setOffline(true);
    await button(page, 'Masalah').click();
    await page.keyboard.type('Genangan di Sutorejo');
    await button(page, 'Simpan').click();
    await page.getByText('tanpa jaringan').waitFor();
    await shot(page, 'offline-tablet');
    await button(page, 'Menu').click();
    await button(page, 'Keluar').click();
    await page.getByText('1 catatan atau foto forum belum terkirim').waitFor();
    await shot(page, 'leave-tablet', false);
    await button(page, 'Tetap di sini').click();

    // Somebody else on the same tablet.
    const other = await signIn(pantau, REGION, { roles: [{ role: 'FACILITATOR' }] });
    await letIn(context, other.token);
    await context.setOffline(false);
    await page.goto(`${pantau.address}/forum/${session}`);
    await page.getByText('1 catatan akun lain menunggu di perangkat ini').waitFor();
    await page.getByText('Belum ada catatan.').waitFor();
    expect(await page.content()).not.toContain('Genangan');
    expect((await asServerKnows(session)).outcomes).toEqual([]);
    await letIn(context, token);
    await page.reload();
    await sent(page);
    await page.locator('.written-row', { hasText: 'Genangan di Sutorejo' }).getByText('Diterima').waitFor();
    expect((await asServerKnows(session)).outcomes).toHaveLength(1);
  }, 60_000);

  it('says why something was refused, and goes on with what stands behind it', async () => {
    const { session } = await plan();
    const context = await deviceOf(DESK);
    const page = await open(context, `/forum/${session}`);
    await button(page, 'Mulai mencatat').click();
    await button(page, 'Usulan').click();
    await page.keyboard.type('Loket khusus lansia');
    await button(page, 'Simpan').click();
    await page.locator('.written-row[data-outcome][data-state="TAKEN"]').waitFor();
    const [outcome] = (await asServerKnows(session)).outcomes;
    await context.setOffline(true);
    const row = page.locator('.written-row[data-outcome]').last();
    await button(page, 'Ubah').click();
    await row.getByRole('textbox').fill('Loket khusus lansia dan difabel');
    await row.getByRole('button', { name: 'Simpan' }).click();
    await button(page, 'Apresiasi').click();
    await page.keyboard.type('Petugas ramah');
    await button(page, 'Simpan').click();
    await writeElsewhere(session, { withdraw: { outcome: outcome!.id, why: 'Salah catat.' } });
    await context.setOffline(false);
    await page.getByText('1 perlu dilihat').waitFor({ timeout: 20_000 });
    await sent(page);
    await page.getByText('Hasil ini sudah dicabut').waitFor();
    await shot(page, 'refused-desk');
    expect((await asServerKnows(session)).outcomes.map(({ text }) => text)).toContain('Petugas ramah');
    await button(page, 'Kesampingkan').click();
    await page.getByText('Dikesampingkan').waitFor();
    await page.getByText('perlu dilihat').waitFor({ state: 'detached' });
  }, 60_000);

  it('shrinks a picture on the device, and takes no drawing for one', async () => {
    const { session } = await plan();
    const context = await deviceOf(PHONE);
    const page = await open(context, `/forum/${session}`);
    await button(page, 'Mulai mencatat').click();
    await button(page, 'Masalah').click();
    await page.keyboard.type('Lampu mati');
    const file = page.locator('.photo-button input');
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    await file.setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(svg) });
    await page.getByText('Berkas ini bukan foto').waitFor();
    const noise: string = await page.evaluate(`(async () => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 4000, height: 3000 });
      const context = canvas.getContext('2d');
      for (let n = 0; n < 6000; n += 1) {
        context.fillStyle = 'hsl(' + ((n * 137) % 360) + ' 80% 50%)';
        context.fillRect((n * 7919) % 4000, (n * 104729) % 3000, 90, 90);
      }
      const blob = await new Promise((made) => canvas.toBlob(made, 'image/jpeg', 0.98));
      const bytes = new Uint8Array(await blob.arrayBuffer());
      let text = '';
      for (const byte of bytes) text += String.fromCharCode(byte);
      return btoa(text);
    })()`);
    const jpeg = Buffer.from(noise, 'base64');
    // As cameras do: a block with where the picture was taken, behind the first two bytes.
    const place = Buffer.from('Exif\0\0 GPS -7.2575 112.7521');
    const block = Buffer.from([0xff, 0xe1, 0, place.length + 2]);
    const taken = Buffer.concat([jpeg.subarray(0, 2), block, place, jpeg.subarray(2)]);
    await file.setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: taken });
    await page.locator('canvas.photo').waitFor();
    await shot(page, 'photo-phone');
    await context.setOffline(true);
    await button(page, 'Simpan').click();
    await page.getByText('Foto 1').waitFor();
    const kept: { bytes: number; side: number; exif: boolean }[] = await page.evaluate(`(async () => {
      const database = await new Promise((resolve) => {
        indexedDB.open('pantau-outbox').onsuccess = ({ target }) => resolve(target.result);
      });
      const photos = await new Promise((resolve) => {
        database.transaction('photos').objectStore('photos').getAll().onsuccess = ({ target }) => resolve(target.result);
      });
      return Promise.all(photos.map(async ({ bytes, type }) => {
        const bitmap = await createImageBitmap(new Blob([bytes], { type }));
        const text = new TextDecoder('latin1').decode(bytes);
        return { bytes: bytes.byteLength, side: Math.max(bitmap.width, bitmap.height), exif: /Exif|GPS/.test(text) };
      }));
    })()`);
    expect(taken.length).toBeGreaterThan(250_000);
    expect(kept).toHaveLength(1);
    expect([kept[0]!.bytes <= 250_000, kept[0]!.side <= 1_600, kept[0]!.exif]).toEqual([true, true, false]);
    await context.setOffline(false);
    // The server has it: who is at it may let citizens see it, once those who are seen agree.
    const toCitizens = page.getByRole('switch', { name: 'Terlihat oleh warga' });
    await toCitizens.waitFor({ timeout: 20_000 });
    expect(await toCitizens.isChecked()).toBe(false);
    // Not `waitForFunction`: where it has to wait, it does what the policy of our pages forbids.
    await until('the picture', () =>
      page.evaluate('(document.querySelector("figure img.photo")?.naturalWidth ?? 0) > 0'),
    );
    const isPublic = async () =>
      (await database.client.query('select public from forum_photo where session_id = $1', [session])).rows;
    expect(await isPublic()).toEqual([{ public: false }]);
    await toCitizens.click();
    await page.locator('input[role="switch"]:checked').waitFor();
    expect(await isPublic()).toEqual([{ public: true }]);
    await shot(page, 'photos-phone');
    expect(await isTooWide(page)).toBe(false);
  }, 60_000);

  it('starts without a network by a worker that has to do with its own pages alone', async () => {
    const { session } = await plan();
    const context = await deviceOf(DESK);
    const page = await open(context, `/forum/${session}?lang=en`);
    await page.getByText('Ready without a network').first().waitFor();
    await page.evaluate('navigator.serviceWorker.ready');
    await until('a worker', () => page.evaluate('navigator.serviceWorker.controller !== null'));
    await context.setOffline(true);
    await page.reload();
    await button(page, 'Start').waitFor();
    await shot(page, 'english-desk');
    expect(await isTooWide(page)).toBe(false);
    await context.setOffline(false);
    const cached: string[] = await page.evaluate(`(async () => {
      const found = [];
      for (const name of await caches.keys()) {
        for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname);
      }
      return found;
    })()`);
    expect(cached.filter((path) => path !== '/forum' && !path.startsWith('/assets/')).toSorted()).toEqual(
      ['/favicon.svg', '/forum-192.png', '/forum-512.png', '/forum.webmanifest'].filter((path) =>
        cached.includes(path),
      ),
    );
    await page.goto(`${pantau.address}/wall`);
    await page.locator('[data-freshness], main').first().waitFor();
    expect(await page.evaluate('navigator.serviceWorker.controller')).toBeNull();
  }, 60_000);
});
