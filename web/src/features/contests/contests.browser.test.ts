import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { CHROMIUM, launchChromium } from '../../testing/chromium.js';
import { fakePersonId } from '../../testing/fake-ids.js';
import { startFakeFeed, type FakeFeed } from '../../testing/fake-feed.js';

const DIST = fileURLToPath(new URL('../../../dist', import.meta.url));
const TABLET = { width: 820, height: 1180 };
const address = (person: number, period: string) =>
  `/scores/${fakePersonId(person)}?region=35.78&period=${period}`;
/** How often Tab may be pressed in search of something: more than there is on a page. */
const TABS = 150;
const REASON = 'Mesin antrean mati pagi itu; angka ini dari catatan manual yang keliru.';

(CHROMIUM === null ? describe.skip : describe)('objecting and confirming in Chromium', () => {
  let browser: Browser;
  let server: FakeFeed;
  let trouble: string[];

  beforeAll(async () => {
    if (!existsSync(DIST)) throw new Error('web/dist is missing: run the build first');
    browser = await launchChromium();
    server = await startFakeFeed({ dist: DIST });
  }, 30_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  beforeEach(() => {
    trouble = [];
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    expect(trouble).toEqual([]);
  });

  /** Opens a page in the name of this person of the invented office. */
  async function open(path: string, speaker: number, viewport = TABLET): Promise<Page> {
    server.visitor.speakAs(fakePersonId(speaker));
    const page = await (await browser.newContext({ viewport })).newPage();
    page.on('pageerror', (error) => trouble.push(String(error)));
    page.on('console', (line) => {
      if (/Content Security Policy|Trusted/i.test(line.text())) trouble.push(line.text());
    });
    await page.goto(server.origin + path);
    await page.locator('#contests').waitFor();
    return page;
  }
  const focused = (page: Page) =>
    page.evaluate(() => document.activeElement?.ariaLabel ?? document.activeElement?.textContent ?? '');
  /** Presses Tab until what is in focus begins with these words. */
  async function tabTo(page: Page, words: string): Promise<void> {
    for (let pressed = 0; pressed < TABS; pressed += 1) {
      if ((await focused(page)).startsWith(words)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`The Tab key does not lead to "${words}"`);
  }
  /** The inputs of the orders of this name that leave the page from now on. */
  function orders(page: Page, name: string): Record<string, unknown>[] {
    const sent: Record<string, unknown>[] = [];
    page.on('request', (request) => {
      const body = request.postData();
      if (!body?.includes(`mutation ${name}`)) return;
      sent.push((JSON.parse(body) as { variables: { input: Record<string, unknown> } }).variables.input);
    });
    return sent;
  }
  async function unfold(page: Page): Promise<void> {
    for (const name of [/^ADM-03/, /^Realisasi/]) {
      await page.locator('summary.row', { hasText: name }).filter({ visible: true }).first().click();
    }
  }

  it('objects to an observation by keyboard: refused, mended, recorded, and the row and the figure say so', async () => {
    const page = await open(address(4, '2026-Q4'), 4);
    expect(await page.locator('.if-upheld').count()).toBe(0);
    for (const step of ['ADM-03', 'Realisasi', 'Ajukan keberatan atas Pengamatan 20 November']) {
      await tabTo(page, step);
      await page.keyboard.press('Enter');
    }
    const dialog = page.getByRole('dialog', { name: 'Ajukan keberatan' });
    await dialog.waitFor();
    expect(await dialog.getByLabel('Alasan').evaluate((field) => field === document.activeElement)).toBe(
      true,
    );

    await page.keyboard.type('Salah.');
    await tabTo(page, 'Kirim keberatan');
    await page.keyboard.press('Enter');
    await dialog.locator('.told', { hasText: 'paling sedikit 20 karakter' }).waitFor();
    expect(await dialog.getByLabel('Alasan').evaluate((field) => field === document.activeElement)).toBe(
      true,
    );

    // Closed and opened again, what was written is there; the way back leads to the button.
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.waitForFunction(() =>
      document.activeElement?.ariaLabel?.startsWith('Ajukan keberatan atas Pengamatan 20 November'),
    );
    await page.keyboard.press('Enter');
    expect(await dialog.getByLabel('Alasan').inputValue()).toBe('Salah.');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(REASON);
    await tabTo(page, 'Tambah bukti');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.ariaLabel === 'Bukti 1');
    await page.keyboard.type('Berita acara gangguan mesin');
    await page.keyboard.press('Enter');

    const done = page.getByRole('dialog', { name: 'Keberatan tercatat' });
    await done.getByText('Menunggu putusan, paling lambat 15 Desember 2026.').waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent === 'Keberatan tercatat');
    await page.locator('.if-upheld').waitFor();
    await page.locator('.contest-act a', { hasText: 'paling lambat 15 Desember 2026' }).waitFor();
    await tabTo(page, 'Tutup');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() =>
      document.activeElement?.textContent?.startsWith('Menunggu putusan, paling lambat 15 Desember 2026'),
    );
    expect(await page.locator('.contest', { hasText: REASON }).textContent()).toContain(
      'Berita acara gangguan mesin',
    );
  }, 60_000);

  it('keeps its key over a lost network, and sends once however often it is clicked', async () => {
    const page = await open(address(5, '2026-Q4'), 5);
    const sent = orders(page, 'ContestObservation');
    await unfold(page);
    await page.getByRole('button', { name: 'Ajukan keberatan atas Pengamatan 18' }).click();
    await page.getByLabel('Alasan').fill(REASON);
    await page.context().route('**/graphql', (route) => route.abort());
    await page.getByRole('button', { name: 'Kirim keberatan' }).click();
    await page.locator('.told', { hasText: 'Server tidak terjangkau' }).waitFor();
    await page.context().unroute('**/graphql');
    await page.getByRole('button', { name: 'Kirim keberatan' }).evaluate((button: HTMLButtonElement) => {
      button.click();
      button.click();
    });
    await page.getByRole('dialog', { name: 'Keberatan tercatat' }).waitFor();
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
    expect(sent[0]).toMatchObject({ employeeId: fakePersonId(5), reason: REASON, evidence: [] });
  });

  it('rules as the review authority: a value that is missing is asked for beside its field', async () => {
    const page = await open(address(1, '2026-Q4'), 802);
    const sent = orders(page, 'RuleContest');
    await page.getByRole('button', { name: 'Putuskan: ADM-03' }).click();
    await page.getByText('Nilai diperbaiki').click();
    await page.getByLabel('Alasan putusan').fill('Surat tugas mendukung keberatan ini.');
    await page.getByRole('button', { name: 'Simpan putusan' }).click();
    await page.locator('.right-value .told', { hasText: 'nilainya belum ada' }).waitFor();
    await page.getByLabel('Nilai yang seharusnya (menit)').fill('12,5');
    await page.getByRole('button', { name: 'Simpan putusan' }).click();
    await page.locator('.contest', { hasText: 'Nilai pengamatan menjadi 12,5 menit' }).waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('ADM-03'));
    expect(sent[1]).toMatchObject({ ruledBy: fakePersonId(802), decision: 'AMENDED', value: '12.5' });
    expect(await page.locator('.if-upheld').count()).toBe(0);
  });

  it('confirms a predicate by keyboard in two steps, the second of which names it', async () => {
    const page = await open(address(1, '2026-Q3'), 801);
    const sent = orders(page, 'ConfirmPredicate');
    const form = page.locator('.confirm-form');
    await form.getByRole('radio', { name: 'sesuai ekspektasi' }).last().focus();
    await page.keyboard.press('ArrowDown'); // behaviour below expectations
    await page.keyboard.press('Tab');
    await page.keyboard.type('Kurang.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await form.locator('.summary', { hasText: 'Kurang' }).waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent === 'Yang akan ditetapkan');
    expect(sent).toEqual([]);
    await tabTo(page, 'Tetapkan');
    await page.keyboard.press('Enter');
    await form.locator('.told', { hasText: 'paling sedikit 10 karakter' }).waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
    await page.keyboard.type(' Dasar penilaian ada di berita acara.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Tetapkan');
    await page.keyboard.press('Enter');
    const verdict = page.locator('.verdict');
    await verdict.waitFor();
    expect(await verdict.locator('.predicate').textContent()).toBe('Kurang');
    expect(await page.locator('.proposed .predicate').textContent()).toBe('Baik');
    await page.waitForFunction(() => document.activeElement?.textContent === 'Ditetapkan');
    expect(sent.at(-1)).toMatchObject({
      appraiserId: fakePersonId(801),
      workResult: 'MEETS',
      behaviour: 'BELOW',
    });
  }, 60_000);

  it('offers none of it in the past', async () => {
    const page = await (await browser.newContext({ viewport: TABLET })).newPage();
    await page.goto(`${server.origin}${address(1, '2026-Q4')}&knownAt=2026-11-20T09:00:00Z`);
    await page.locator('.tree').waitFor();
    await unfold(page);
    expect(await page.locator('.contest-act, .verdicts').count()).toBe(0);
  });

  it.each([
    ['a small phone', { width: 360, height: 740 }, 1],
    ['a small phone with letters twice as large', { width: 360, height: 740 }, 2],
    ['the screen on the wall', { width: 1920, height: 1080 }, 1],
  ])('fits %s: page and dialog', async (_, viewport, letters) => {
    const page = await open(address(6, '2026-Q4'), 6, viewport);
    await page.evaluate((letters) => {
      document.documentElement.style.fontSize = `${letters * 16}px`;
      for (const folded of document.querySelectorAll('details')) folded.open = true;
    }, letters);
    await page.getByRole('button', { name: 'Ajukan keberatan atas Pengamatan 18' }).click();
    const sideways = await page.evaluate(() =>
      [document.documentElement, document.querySelector('dialog')!].map(
        (box) => box.scrollWidth - box.clientWidth,
      ),
    );
    expect(sideways).toEqual([0, 0]);
  });
});
