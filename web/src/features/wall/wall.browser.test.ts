import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { CHROMIUM, launchChromium } from '../../testing/chromium.js';
import { until } from '../../testing/until.js';
import { fakeUnitId } from '../../testing/fake-ids.js';
import { FAKE_PASSWORD } from '../../testing/fake-viewer.js';
import { startFakeFeed, type Ending, type FakeFeed } from '../../testing/fake-feed.js';

const DIST = fileURLToPath(new URL('../../../dist', import.meta.url));
const KALIJUDAN = fakeUnitId(2);
/** What a screen loads before it is a wall, bytes of gzip: a weak device on a slow network parses all of it. */
const SCRIPTS_AT_MOST = 120_000;
const HD = { width: 1920, height: 1080 };

// Every code of the protocols and of our own, valid and not; wall-feed.test.ts goes through all that exist.
const ENDINGS: readonly Ending[] = [
  'RESET',
  ...Array.from({ length: 16 }, (_, n) => 1000 + n),
  ...[4000, 4004, 4005, 4400, 4401, 4406, 4408, 4409, 4429, 4499, 4500, 4510, 4512, 4513],
];

(CHROMIUM === null ? describe.skip : describe)('the built wall in Chromium', () => {
  let browser: Browser;
  let server: FakeFeed;
  let trouble: string[];

  beforeAll(async () => {
    if (!existsSync(DIST)) throw new Error('web/dist is missing: run the build first');
    browser = await launchChromium();
  }, 30_000);
  afterAll(() => browser?.close());
  beforeEach(async () => {
    server = await startFakeFeed({ dist: DIST });
    trouble = [];
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    await server.close();
  });

  async function open(viewport = HD, region = '35.78'): Promise<Page> {
    const page = await (await browser.newContext({ viewport })).newPage();
    page.on('pageerror', (error) => trouble.push(String(error)));
    page.on('dialog', (dialog) => trouble.push(`dialog ${dialog.message()}`));
    page.on('console', (line) => {
      if (/Content Security Policy|Trusted/i.test(line.text())) trouble.push(line.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(server.origin)) trouble.push(`foreign request ${request.url()}`);
    });
    await page.goto(`${server.origin}/wall?region=${region}`);
    await freshness(page, 'LIVE');
    await page.evaluate(() => document.fonts.ready);
    return page;
  }
  const freshness = (page: Page, kind: string, timeout = 30_000) =>
    page.locator(`.wall[data-freshness=${kind}]`).waitFor({ timeout });
  const tile = (page: Page, name: string) => page.locator('.tile', { hasText: name });

  it('is light: what it loads before it is a wall has its bound', async () => {
    const page = await (await browser.newContext({ viewport: HD })).newPage();
    const scripts = new Map<string, Promise<Buffer>>();
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.set(response.url(), response.body());
    });
    await page.goto(`${server.origin}/wall?region=35.78`);
    await freshness(page, 'LIVE');
    const sizes = (await Promise.all(scripts.values())).map((body) => gzipSync(body).length);
    expect(sizes.length).toBeGreaterThan(1);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(SCRIPTS_AT_MOST);
  });

  it('lives under the strictest policy, and shows text from the data as text', async () => {
    const page = await open();
    const hostile = `<img src=x onerror="alert(1)"><script>alert(2)</script>`;
    server.change({ id: KALIJUDAN, name: hostile });
    await page.locator('.tile-name', { hasText: hostile }).waitFor();
    expect(await page.locator('main img, main script').count()).toBe(0);
    expect(trouble).toEqual([]);
  });

  it('paints a change at once, marks that tile alone, and lets the mark go', async () => {
    const page = await open();
    server.change({ id: KALIJUDAN, value: '83.5' });
    await tile(page, 'Kalijudan')
      .locator('.figure', { hasText: /83,50$/ })
      .waitFor();
    expect(await page.locator('.pulse').count()).toBe(1);
    expect(await tile(page, 'Kalijudan').getAttribute('aria-label')).toBe(
      'Kalijudan, 83,5, perlu pendampingan, data baru saja',
    );
    await page.locator('.pulse').waitFor({ state: 'detached', timeout: 20_000 });
  }, 60_000);

  it('is live again within 15 s after each close code, showing what happened meanwhile', async () => {
    const walls = 6;
    await Promise.all(
      Array.from({ length: walls }, async (_, wall) => {
        const region = `wall ${wall}`;
        const page = await open(HD, region);
        for (const ending of ENDINGS.filter((_, n) => n % walls === wall)) {
          const asked = () => server.asked.filter((one) => one.region === region).length;
          const before = asked();
          server.sever(region, ending);
          await until(`asked again after ${ending}`, () => asked() > before);
          const figure = (Math.random() * 100).toFixed(2);
          server.change({ id: fakeUnitId(wall + 1), value: figure });
          await freshness(page, 'LIVE').catch(() => {
            throw new Error(`not live again after ${ending}`);
          });
          await page
            .locator('.figure', { hasText: figure.replace('.', ',') })
            .first()
            .waitFor({ timeout: 1_000 });
        }
      }),
    );
    expect(trouble).toEqual([]);
  }, 180_000);

  it('goes on by itself after 4403 where somebody is still let in, with all that happened meanwhile', async () => {
    const page = await open();
    server.sever('35.78', 4403);
    await until('asked again', () => server.asked.length > 1);
    server.change({ id: KALIJUDAN, value: '83.5' });
    await freshness(page, 'LIVE');
    await tile(page, 'Kalijudan')
      .locator('.figure', { hasText: /83,50$/ })
      .waitFor();
  }, 60_000);

  it('shows how to sign in after 4403 where nobody is let in any more, and is the wall again afterwards', async () => {
    const page = await open();
    server.visitor.signOut();
    server.sever('35.78', 4403);
    await page.getByLabel('Nama masuk').fill('serba.bisa');
    expect(await page.locator('.tile').count()).toBe(0);
    expect(server.asked).toHaveLength(1);
    await page.getByLabel('Kata sandi', { exact: true }).fill(FAKE_PASSWORD);
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await freshness(page, 'LIVE');
    expect(trouble).toEqual([]);
  }, 60_000);

  it('P7 names the time it is late since within 5 s, drains after a minute, is old after 15, and keeps the figures', async () => {
    const page = await open();
    const sleep = (ms: number) =>
      page.evaluate((by) => {
        const real = Date.now;
        Date.now = () => real() + by;
      }, ms);
    server.silence(true);
    await page.waitForFunction(() =>
      /TERTUNDA sejak \d\d\.\d\d\.\d\d/.test(document.querySelector('.chip')?.textContent ?? ''),
    );
    expect(await page.locator('.band').count()).toBe(0);

    await sleep(60_000);
    await page
      .locator('.wall[data-drained=true] .band', { hasText: /Angka terakhir \d\d\.\d\d\.\d\d\./ })
      .waitFor();
    await sleep(15 * 60_000);
    await page.locator('.chip', { hasText: /DATA LAMA sejak/ }).waitFor();
    expect(await tile(page, 'Kalijudan').locator('.figure').textContent()).toBe('82,40');

    server.silence(false);
    await freshness(page, 'LIVE', 2_000);
    expect(await page.locator('.band').count()).toBe(0);
  }, 30_000);

  it('turns pages by the arrow keys and holds them by the space bar', async () => {
    const page = await open();
    const shown = () => page.locator('.page-shown h2').textContent();
    expect(await shown()).toBe('Kelurahan');
    await page.keyboard.press('ArrowRight');
    expect(await shown()).toBe('Unit kantor kecamatan');
    await page.keyboard.press('ArrowRight');
    expect(await shown()).toBe('Kelurahan');
    await page.keyboard.press(' ');
    expect(await page.locator('.pause').count()).toBe(1);
  });

  describe.each([
    ['Full HD', HD],
    ['4K', { width: 3840, height: 2160 }],
    ['a small projector', { width: 1280, height: 720 }],
    ['a tablet', { width: 768, height: 1024 }],
    ['a phone', { width: 390, height: 844 }],
    ['a narrow phone', { width: 320, height: 640 }],
  ])('on %s', (_, viewport) => {
    it('shows every unit whole: nothing overlaps, nothing is cut off, nothing scrolls sideways', async () => {
      const page = await open(viewport);
      server.change({ id: fakeUnitId(0), value: '88.88' });
      for (const drained of [false, true]) {
        if (drained) {
          server.silence(true);
          // What was on its way before must not be heard a day later.
          await page.waitForTimeout(300);
          await page.evaluate(() => {
            const real = Date.now;
            Date.now = () => real() + 26 * 3_600_000;
          });
          await page.locator('.band').waitFor();
        }
        expect(await page.evaluate(faults)).toEqual([]);
      }
    }, 60_000);
  });

  it('has the same picture on 4K as on Full HD', async () => {
    const places = (page: Page) =>
      page.evaluate(() =>
        [...document.querySelectorAll('.tile, .tile-figure, h1, .chip, .clock')].map((element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          return [x, y, width, height].map((length) => length / window.innerWidth);
        }),
      );
    const [small, large] = [
      await places(await open()),
      await places(await open({ width: 3840, height: 2160 })),
    ];
    expect(large.length).toBe(small.length);
    small.flat().forEach((length, n) => expect(Math.abs(length - large.flat()[n]!)).toBeLessThan(0.001));
  });
});

/** What a careful eye would find wrong with the wall; runs in the page. */
function faults(): string[] {
  const found: string[] = [];
  const box = (element: Element) => element.getBoundingClientRect();
  const apart = (place: string, elements: readonly Element[]) => {
    for (const [n, a] of elements.entries()) {
      for (const b of elements.slice(n + 1)) {
        const [one, other] = [box(a), box(b)];
        const overlap = (from: 'left' | 'top', to: 'right' | 'bottom') =>
          Math.min(one[to], other[to]) - Math.max(one[from], other[from]);
        if (overlap('left', 'right') > 1 && overlap('top', 'bottom') > 1) {
          found.push(`${place}: "${a.textContent}" lies over "${b.textContent}"`);
        }
      }
    }
  };
  for (const tile of document.querySelectorAll('.tile')) {
    const name = tile.querySelector('.tile-name')!;
    // Less than half a line may reach out: the tails of letters do.
    const line = parseFloat(getComputedStyle(name).fontSize);
    if (name.scrollHeight > name.clientHeight + line / 2) found.push(`${name.textContent} is cut off`);
    if (tile.scrollHeight > tile.clientHeight + 1) found.push(`${name.textContent} runs out of its tile`);
    apart(name.textContent ?? '', [
      name,
      ...tile.querySelectorAll(
        ':scope > .glyph, .figure, .delta, .age, .tile-state > span, .tile-data > span',
      ),
    ]);
  }
  apart('header', [
    ...document.querySelectorAll('h1, .header-period > *, .header-score .figure, .header-score .delta'),
    ...document.querySelectorAll('.header-state > *, .chip, .clock'),
  ]);
  const h1 = document.querySelector('h1')!;
  if (h1.scrollWidth > h1.clientWidth) found.push('the office name is cut off');
  if (document.documentElement.scrollWidth > window.innerWidth) found.push('the page scrolls sideways');
  return found;
}
