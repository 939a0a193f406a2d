import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { LogForumEntriesDocument } from '@pantau/schema';
import type { Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import { openBadLine, type BadLine } from '../testing/bad-line.js';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { eventually } from '../testing/eventually.js';
import {
  promisesOnWall,
  publicSession,
  readPublicOutcomes,
  readPublicPromises,
} from '../testing/forum-seen.js';
import { planForumSession } from '../testing/forum-session.js';
import { pairWall, signIn, wireClientOf } from '../testing/sign-in.js';
import { openSmallOffice, REGION } from '../testing/small-office.js';
import { startPantau, type RunningPantau } from '../testing/start-pantau.js';
import { makeTablet, type Tablet } from '../testing/tablet.js';
import type { WireClient } from '../testing/wire-client.js';
import { describeWith } from '../testing/without.js';
import { repositoryRoot } from './repository-root.js';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Three hours, an entry every three minutes. */
const EVERY = 3 * MINUTE;
const ENTRIES = 60;
/** What was promised the last time. */
const LAST_PROMISE = 'Lampu jalan RW 3';
/** The evening of the session. */
const BEGINS = Date.parse('2026-11-24T12:00:00Z'); // 19.00 WIB
const HELD_ON = '2026-11-24';
/** What is in a request with entries. */
const SENDING = 'LogForumEntries';
const KINDS = {
  ISSUE: 'Masalah',
  PROPOSAL: 'Usulan',
  DECISION: 'Keputusan',
  COMMITMENT: 'Janji',
  QUESTION: 'Pertanyaan',
  PRAISE: 'Apresiasi',
} as const;

interface Row {
  readonly part: string;
  readonly said: string | null;
  readonly device: string;
  readonly seq: number;
  readonly at: string;
  readonly day: string;
}

describeWith('chromium')('a session of three hours without a network', () => {
  let database: TestDatabase;
  let pantau: RunningPantau;
  let wire: WireClient;
  let session: string;
  let passed = 0;
  let trouble: string[];
  const begun = Date.now();
  const lines: BadLine[] = [];
  const tablets: Tablet[] = [];

  beforeAll(async () => {
    trouble = [];
    database = await createTestDatabase();
    pantau = await startPantau({
      databaseUrl: database.url,
      clock: () => new Date(BEGINS + (Date.now() - begun) + passed),
      webRoot: join(repositoryRoot, 'web', 'dist'),
    });
    await openSmallOffice(pantau);
    const { rows } = await database.client.query(`select id from org_unit where code = '35.78.26.1006'`);
    const unit = rows[0].id as string;
    wire = wireClientOf(pantau, await signIn(pantau, REGION, { roles: [{ role: 'FACILITATOR' }] }));
    const last = await planForumSession(wire, { region: REGION, unit, heldOn: '2026-10-27' });
    const nothing = { item: null, unit: null, indicator: null, complaint: null };
    const promise = {
      kind: 'COMMITMENT',
      text: LAST_PROMISE,
      ownerUnit: unit,
      workingDays: 5,
    } as const;
    const said = [{ open: true }, { outcome: { ...promise, ...nothing } }, { close: true }];
    const at = new Date(BEGINS).toISOString();
    await wire.send(LogForumEntriesDocument, {
      input: {
        ...{ region: REGION, session: last.session, device: uuidv7(), deviceNow: at },
        entries: said.map((part, seq) => ({ id: uuidv7(), seq, takenAt: at, ...part })),
      },
    });
    ({ session } = await planForumSession(wire, {
      region: REGION,
      unit,
      heldOn: HELD_ON,
      series: last.series,
    }));
  }, 120_000);
  afterAll(async () => {
    for (const tablet of tablets) await tablet.discard();
    for (const line of lines) await line.close();
    await wire?.close();
    await pantau?.close();
    await database?.drop();
  });

  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const cookieOf = async () => {
    const { token } = await signIn(pantau, REGION, { roles: [{ role: 'FACILITATOR' }] });
    return { name: 'pantau_session', value: token };
  };
  async function shot(page: Page, name: string): Promise<void> {
    const folder = join(repositoryRoot, 'api', 'coverage');
    await mkdir(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `forum-offline-${name}.png`), fullPage: true });
  }
  /** Three minutes go by, for everybody. */
  async function goOn(): Promise<void> {
    passed += EVERY;
    for (const tablet of tablets) await tablet.pass(EVERY);
  }
  const stored = async (): Promise<Row[]> => {
    const { rows } = await database.client.query<Row>(
      `select part, said, device_id as device, seq, taken_at::text as at,
              (taken_at at time zone 'Asia/Jakarta')::date::text as day
       from forum_entry where session_id = $1 order by taken_at, seq`,
      [session],
    );
    return rows;
  };

  async function until(holds: () => boolean): Promise<void> {
    for (let tries = 0; !holds(); tries += 1) {
      if (tries > 900)
        throw new Error(`It did not come about: ${JSON.stringify(lines.map(({ met }) => [...met]))}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Writes an outcome as a facilitator does. */
  async function say(page: Page, kind: keyof typeof KINDS, text: string): Promise<void> {
    await button(page, KINDS[kind]).click();
    await page.keyboard.type(text);
    if (kind === 'COMMITMENT') {
      await button(page, 'Kelurahan Kalijudan').click();
      await button(page, '2 minggu').click();
    }
    await button(page, 'Simpan').click();
    await page.locator('.written-row .said', { hasText: text }).first().waitFor();
  }
  async function count(page: Page, group: string): Promise<void> {
    await button(page, `Tambah: ${group}`).click();
  }

  it('loses nothing, doubles nothing and keeps the order, through a dead battery and a bad line', async () => {
    const port = Number(new URL(pantau.address).port);
    const [lineA, lineB] = [await openBadLine(port, SENDING), await openBadLine(port, SENDING)];
    lines.push(lineA, lineB);
    // Both clocks are off against the server's; the second one by three days more.
    const off = BEGINS - begun;
    tablets.push(await makeTablet(off - 20_000, trouble), await makeTablet(off + 3 * DAY, trouble));
    const [tabletA, tabletB] = tablets as [Tablet, Tablet];
    const [cookieA, cookieB] = [await cookieOf(), await cookieOf()];
    const [urlA, urlB] = [lineA, lineB].map(({ address }) => `${address}/forum/${session}`) as [
      string,
      string,
    ];

    // Before: prepared while there is a network.
    for (const page of [await tabletA.start(urlA, cookieA), await tabletB.start(urlB, cookieB)]) {
      await page.setViewportSize({ width: 1280, height: 900 }); // everything is in sight at once
      await page.locator('.ready[data-ready="true"]').waitFor();
      await page.evaluate('navigator.serviceWorker.ready');
    }
    lineA.become('CUT');
    lineB.become('CUT');
    await tabletA.page().reload();
    await tabletB.page().reload();

    // The session: each entry of either tablet, three minutes apart.
    const made: { readonly on: 'A' | 'B'; readonly kind: keyof typeof KINDS; readonly text: string }[] = [];
    let written = 0;
    const a = () => tabletA.page();
    const b = () => tabletB.page();
    const after = async () => {
      written += 1;
      await goOn();
    };
    const outcome = async (on: 'A' | 'B', kind: keyof typeof KINDS) => {
      const text = `${KINDS[kind]} nomor ${written + 1} dari ${on}`;
      await say(on === 'A' ? a() : b(), kind, text);
      made.push({ on, kind, text });
      await after();
    };
    await button(a(), 'Mulai mencatat').click();
    await after();
    // The other one cannot know that it is open; the server takes the first of the two.
    await button(b(), 'Mulai mencatat').click();
    await a().locator('.items .button').first().click();
    await after();
    for (const group of ['Laki-laki', 'Laki-laki', 'Perempuan', 'Pemuda']) {
      await count(a(), group);
      await after();
    }
    for (const group of ['Perempuan', 'Lansia']) {
      await count(b(), group);
      await after();
    }
    const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[];
    for (let n = 0; n < 24; n += 1) await outcome(n % 3 === 2 ? 'B' : 'A', kinds[n % kinds.length]!);
    await button(a(), 'Sebagian').click();
    await a().getByLabel('Keterangan').fill('Tiang sudah berdiri.');
    await button(a(), 'Catat').click();
    await after();
    await shot(a(), 'before-the-battery-dies');

    // The battery dies in the middle of a sentence.
    await button(a(), 'Masalah').click();
    await a().keyboard.type('Genangan di depan SD sudah dua');
    await a().locator('.draft-state', { hasText: 'Tersimpan sementara' }).waitFor();
    const before = await a().locator('.written-row .said').allTextContents();
    await tabletA.kill();
    await tabletA.start(urlA, cookieA);
    await a().setViewportSize({ width: 1280, height: 900 });
    await a()
      .getByLabel(/Apa masalahnya/)
      .waitFor();
    expect(
      await a()
        .getByLabel(/Apa masalahnya/)
        .inputValue(),
    ).toBe('Genangan di depan SD sudah dua');
    await eventually(async () =>
      expect(await a().locator('.written-row .said').allTextContents()).toEqual(before),
    );
    await shot(a(), 'after-the-restart');
    await a()
      .getByLabel(/Apa masalahnya/)
      .press('End');
    await a().keyboard.type(' hari');
    await button(a(), 'Simpan').click();
    made.push({ on: 'A', kind: 'ISSUE', text: 'Genangan di depan SD sudah dua hari' });
    await after();

    // One changes and takes back what the same tablet has written; neither has left it yet.
    const row = (page: Page, text: string) => page.locator('.written-row', { hasText: text }).last();
    const changed = made[0]!.text;
    await button(a(), 'Ubah').and(row(a(), changed).getByRole('button')).click();
    await row(a(), changed).getByRole('textbox').fill(`${changed}, diperbaiki`);
    await row(a(), changed).getByRole('button', { name: 'Simpan' }).click();
    await after();
    const withdrawn = made.find(({ on }) => on === 'B')!.text;
    await row(b(), withdrawn).getByRole('button', { name: 'Cabut' }).click();
    await row(b(), withdrawn).getByLabel('Mengapa dicabut').fill('Salah dengar.');
    await row(b(), withdrawn).getByRole('button', { name: 'Cabut' }).click();
    await after();
    while (written < ENTRIES - 1)
      await outcome(written % 2 === 0 ? 'A' : 'B', kinds[written % kinds.length]!);
    // Both close it; the server takes the first of the two.
    await button(a(), 'Tutup pertemuan').click();
    await button(a(), 'Tutup dan bacakan').click();
    await a().getByRole('heading', { name: 'Bacakan di depan warga' }).waitFor();
    await after();
    await button(b(), 'Tutup pertemuan').click();
    await button(b(), 'Tutup dan bacakan').click();
    await b().getByRole('heading', { name: 'Bacakan di depan warga' }).waitFor();
    expect(written).toBe(ENTRIES);
    expect(await stored()).toEqual([]);
    await shot(b(), 'closed');

    // A wall hangs in the office, and somebody at home has the public page open; neither knows of it yet.
    const now = BEGINS - begun + passed;
    tablets.push(await makeTablet(now, trouble), await makeTablet(now, trouble));
    const [, , television, phone] = tablets as [Tablet, Tablet, Tablet, Tablet];
    const { token } = await pairWall(pantau, REGION, { level: 'VISITORS' });
    const wall = await television.start(`${pantau.address}/wall`, { name: 'pantau_session', value: token });
    await wall.setViewportSize({ width: 1920, height: 1080 });
    await wall.locator('.wall[data-freshness=LIVE]').waitFor();
    await wall.locator('.page[data-page=PROMISES]').waitFor({ state: 'attached' });
    expect(await promisesOnWall(wall)).toEqual([LAST_PROMISE]);
    const home = await phone.start(`${pantau.address}/janji`, null);
    expect(await readPublicPromises(home)).toEqual([LAST_PROMISE]);

    // The network comes back, and is none to speak of.
    lineA.become('BAD');
    lineB.become('BAD');
    // Each has lost a request at least, and an answer to entries that the server had taken.
    await until(() => lines.every(({ met }) => met.has('ANSWER_LOST') && met.has('REQUEST_LOST')));
    // It holds at last, and is slow.
    lineA.become('SLOW');
    lineB.become('SLOW');
    for (const page of [a(), b()]) {
      await page.locator('.sync-chip[data-waiting="0"]').waitFor({ timeout: 45_000 });
      await page.getByText('Semua terkirim').waitFor();
    }

    const rows = await stored();
    expect(rows).toHaveLength(ENTRIES);
    expect(new Set(rows.map(({ day }) => day))).toEqual(new Set([HELD_ON]));
    const devices = [...new Set(rows.map(({ device }) => device))];
    expect(devices).toHaveLength(2);
    for (const device of devices) {
      const seqs = rows.filter((one) => one.device === device).map(({ seq }) => seq);
      expect(seqs).toEqual(seqs.toSorted((one, other) => one - other));
    }
    // Merged as it went: what both wrote stands in the order in which it was said.
    const texts = rows.flatMap(({ part, said }) =>
      part === 'OUTCOME' ? (JSON.parse(said!).text as string) : [],
    );
    expect(texts).toEqual(made.map(({ text }) => text));
    expect(rows.filter(({ part }) => part === 'OPEN' || part === 'CLOSE')).toHaveLength(2);

    // And each sees all of it.
    const all = made.map(({ text }) => (text === changed ? `${text}, diperbaiki` : text)).toReversed();
    for (const page of [a(), b()]) {
      await button(page, 'Kembali mengubah hasil').click();
      await page
        .locator('.written-row[data-outcome]')
        .nth(made.length - 1)
        .waitFor({ timeout: 20_000 });
      await eventually(async () =>
        expect(await page.locator('.written-row[data-outcome] .said').allTextContents()).toEqual(all),
      );
      // On a slow line, what was just answered is told apart from what the server says when it was asked once more.
      await page.locator('.there strong', { hasText: /^4$/ }).waitFor({ timeout: 20_000 });
    }
    await shot(a(), 'merged');

    // On the wall, which nobody has touched, each promise stands once: the late one of the last time, then as they were made.
    const promises = made.filter(({ kind }) => kind === 'COMMITMENT').map(({ text }) => text);
    expect(promises).toHaveLength(8);
    await wall.locator('.promise-tile').nth(promises.length).waitFor({ state: 'attached' });
    expect(await promisesOnWall(wall)).toEqual([LAST_PROMISE, ...promises]);
    expect(await wall.getByText('lainnya di halaman').count()).toBe(0);
    await shot(wall, 'wall');

    // The promises are public at once, everything else when the minutes were read back.
    await home.reload();
    expect(await readPublicPromises(home)).toEqual([LAST_PROMISE, ...promises]);
    await publicSession(home, HELD_ON).getByText('setelah notulennya dibagikan').waitFor();
    await button(a(), 'Bacakan di depan warga').click();
    await button(a(), 'Sudah dibacakan dan disetujui').click();
    while (!(await stored()).some(({ part }) => part === 'READ_BACK'))
      await new Promise((resolve) => setTimeout(resolve, 100));
    await home.reload();
    const said = made
      .filter(({ text }) => text !== withdrawn)
      .map(({ kind, text }) => ({
        kind: KINDS[kind],
        text: text === changed ? `${text}, diperbaiki` : text,
      }));
    const held = publicSession(home, HELD_ON);
    await held.getByText('4 orang hadir').waitFor();
    expect(await readPublicOutcomes(held)).toEqual(said);
    // What the sixty were: all that was said but for what was taken back, and what is no outcome.
    const others = rows.filter(({ part }) => part !== 'OUTCOME');
    expect(said.length + 1 + others.length).toBe(ENTRIES);
    await shot(home, 'public');
    expect(trouble).toEqual([]);
  }, 400_000);
});
