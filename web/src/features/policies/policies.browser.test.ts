import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { CHROMIUM, launchChromium } from '../../testing/chromium.js';
import { startFakeFeed, type FakeFeed } from '../../testing/fake-feed.js';

const DIST = fileURLToPath(new URL('../../../dist', import.meta.url));
const TABLET = { width: 820, height: 1180 };
const LIST = '/policies?region=35.78';

(CHROMIUM === null ? describe.skip : describe)('the built page of policies in Chromium', () => {
  let browser: Browser;
  let server: FakeFeed;
  let trouble: string[];

  beforeAll(async () => {
    if (!existsSync(DIST)) throw new Error('web/dist is missing: run the build first');
    browser = await launchChromium();
  }, 30_000);
  afterAll(() => browser?.close());
  beforeEach(async () => {
    trouble = [];
    server = await startFakeFeed({ dist: DIST });
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    await server.close();
  });

  async function open(path: string, viewport = TABLET): Promise<Page> {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.on('pageerror', (error) => trouble.push(String(error)));
    page.on('console', (line) => {
      if (/Content Security Policy|Trusted/i.test(line.text())) trouble.push(line.text());
    });
    await page.goto(server.origin + path);
    return page;
  }
  const press = (page: Page, name: string) => page.getByRole('button', { name }).press('Enter');
  async function fill(page: Page): Promise<void> {
    await page.getByLabel('Hasil kerja (%)').fill('62,5');
    await page.getByLabel('Perilaku (%)').fill('37,5');
    await page.getByLabel('Apa yang diubah').fill('Perilaku diberi bobot lebih sesuai rapat.');
  }
  async function draft(page: Page): Promise<void> {
    await page.locator('form').waitFor();
    await fill(page);
    await press(page, 'Simpan sebagai konsep');
    await page.locator('.done', { hasText: 'Konsep tersimpan' }).waitFor();
  }

  it('changes a copy, tries it out, and signs it with open eyes', async () => {
    const page = await open(LIST);
    await page.getByRole('link', { name: 'Ubah salinan 2026-1' }).press('Enter');
    await page.getByLabel('Hasil kerja (%)').fill('62,5');
    await page.getByLabel('Bobot (%) LOKET ADM-01').fill('40');
    await page.locator('.weight-sum', { hasText: 'Jumlah 102,5 · harus 100' }).waitFor();
    await page.getByLabel('Apa yang diubah').fill('Singkat');

    await press(page, 'Simpan sebagai konsep');
    await page.getByLabel('Apa yang diubah').and(page.locator('[aria-invalid="true"]:focus')).waitFor();
    await page.getByLabel('Apa yang diubah').fill('Perilaku diberi bobot lebih sesuai rapat.');
    await press(page, 'Simpan sebagai konsep');
    await page.locator('fieldset', { hasText: 'Perilaku (%)' }).locator('.told:focus').waitFor();
    await page.getByLabel('Perilaku (%)').fill('37,5');
    await press(page, 'Simpan sebagai konsep');
    await page.locator('fieldset.weights .told:focus', { hasText: 'LOKET berjumlah 102.5' }).waitFor();
    await page.getByLabel('Bobot (%) LOKET ADM-03').fill('30');
    await press(page, 'Simpan sebagai konsep');

    await page.locator('h1', { hasText: 'Aturan 2026-2' }).waitFor();
    expect(new URL(page.url()).searchParams.get('version')).toBe('2026-2');
    await page.getByRole('row', { name: 'Hasil kerja (%) 70 62,5' }).waitFor();
    await page.locator('.counts', { hasText: '38 nilainya naik' }).waitFor();
    expect(await page.locator('.moves li').count()).toBe(24);
    await press(page, 'Muat lagi');
    await page.locator('.moves li').nth(47).waitFor();
    await press(page, 'Muat lagi');
    await page.locator('.moves li').nth(62).waitFor();
    expect(await page.getByRole('button', { name: 'Muat lagi' }).count()).toBe(0);
    await page.getByLabel('Hitung untuk periode').selectOption('2027-Q1');
    await page.getByText('Tidak ada pegawai yang nilainya berubah.').waitFor();

    await page.getByLabel('Berlaku mulai').fill('2026-07-01');
    await press(page, 'Lanjut ke konfirmasi');
    await page.locator('.confirm', { hasText: 'sudah ditutup, jadi tanda tangan akan ditolak' }).waitFor();
    await press(page, 'Tandatangani sekarang');
    await page.getByLabel('Berlaku mulai').and(page.locator('[aria-invalid="true"]:focus')).waitFor();
    await page.getByLabel('Berlaku mulai').fill('2027-01-01');
    await press(page, 'Lanjut ke konfirmasi');
    await page.locator('.confirm', { hasText: 'Triwulan I 2027: 2026-1 → 2026-2' }).waitFor();
    await press(page, 'Tandatangani sekarang');
    await page.locator('.done', { hasText: 'Aturan ditandatangani.' }).waitFor();
    await page.locator('.policy-state', { hasText: 'berlaku sejak 1 Januari 2027' }).waitFor();
    expect(await page.getByRole('button', { name: 'Buang konsep' }).count()).toBe(0);

    await page.getByRole('link', { name: 'Semua versi' }).press('Enter');
    await page.getByRole('row', { name: 'Triwulan I 2027 1 Januari 2027 berjalan 2026-2' }).waitFor();
    await page.getByRole('row', { name: 'Triwulan IV 2026 1 Oktober 2026 berjalan 2026-1' }).waitFor();
    expect(trouble).toEqual([]);
  }, 60_000);

  it('drops a draft after asking once more', async () => {
    const page = await open(`${LIST}&copy=2026-1`);
    await draft(page);
    await press(page, 'Buang konsep');
    await page.getByText('tidak dapat ditandatangani lagi').waitFor();
    await press(page, 'Ya, buang konsep ini');
    await page.locator('.done', { hasText: 'Konsep dibuang.' }).waitFor();
    await page.locator('.policy-state', { hasText: 'dibuang' }).waitFor();
  });

  it('loses nothing to a lost network, and sends it again under the same key', async () => {
    const page = await open(`${LIST}&copy=2026-1`);
    await page.locator('form').waitFor();
    await fill(page);
    const keys: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'POST') return;
      const { variables } = request.postDataJSON() as { variables: { input?: { key: string } } };
      if (variables.input) keys.push(variables.input.key);
    });
    await page.context().route('**/graphql', (route) => route.abort('internetdisconnected'));
    await press(page, 'Simpan sebagai konsep');
    await page.locator('.told', { hasText: 'Server tidak terjangkau. Isian Anda tetap di sini' }).waitFor();
    expect(await page.getByLabel('Hasil kerja (%)').inputValue()).toBe('62,5');
    await page.context().unroute('**/graphql');
    await press(page, 'Simpan sebagai konsep');
    await page.locator('.done').waitFor();
    expect(keys).toHaveLength(2);
    expect(keys[1]).toBe(keys[0]);
  });

  it('says what is missing, and comes back with the network', async () => {
    await (await open('/policies')).getByText('Alamat ini belum lengkap').waitFor();
    await (await open(`${LIST}&version=1999-1`)).getByText('Versi ini tidak ditemukan').waitFor();
    const context = await browser.newContext();
    await context.route('**/graphql', (route) => route.abort('internetdisconnected'));
    const page = await context.newPage();
    await page.goto(server.origin + LIST);
    await page.getByText('Server tidak terjangkau').waitFor();
    await context.unroute('**/graphql');
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.locator('.policy-list').waitFor();
  });

  it.each([
    ['a phone', { width: 390, height: 844 }, 1],
    ['a small phone with letters twice as large', { width: 360, height: 740 }, 2],
    ['a tablet', TABLET, 1],
    ['a large screen', { width: 1920, height: 1080 }, 1],
  ])(
    'shows list, form and draft whole on %s: nothing scrolls sideways',
    async (_, viewport, letters) => {
      const page = await open(LIST, viewport);
      const beyond = () =>
        page.evaluate((letters) => {
          document.documentElement.style.fontSize = `${letters * 16}px`;
          return [...document.querySelectorAll('main *')]
            .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
            .map((element) => element.textContent);
        }, letters);
      await page.locator('.policy-list').waitFor();
      expect(await beyond()).toEqual([]);
      await page.getByRole('link', { name: 'Ubah salinan 2026-1' }).click();
      await page.locator('form').waitFor();
      expect(await beyond()).toEqual([]);
      await draft(page);
      await page.locator('.moves').waitFor();
      await press(page, 'Lanjut ke konfirmasi');
      expect(await beyond()).toEqual([]);
    },
    30_000,
  );
});
