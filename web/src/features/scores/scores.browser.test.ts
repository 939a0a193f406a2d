import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { CHROMIUM, launchChromium } from '../../testing/chromium.js';
import { BARELY_SEEN } from '../../testing/fake-answers.js';
import { fakePersonId, fakeUnitId } from '../../testing/fake-ids.js';
import { startFakeFeed, type FakeFeed } from '../../testing/fake-feed.js';

const DIST = fileURLToPath(new URL('../../../dist', import.meta.url));
const TABLET = { width: 820, height: 1180 };
const DEWI = `/scores/${fakePersonId(1)}?region=35.78&period=2026-Q4`;
const KALIJUDAN = `/scores/unit/${fakeUnitId(2)}?region=35.78&period=2026-Q4`;
const KECAMATAN = `/scores/unit/${fakeUnitId(0)}?region=35.78&period=2026-Q4`;
/** How often Tab may be pressed in search of something: more than there is on a page. */
const TABS = 120;

(CHROMIUM === null ? describe.skip : describe)('the built pages of scores in Chromium', () => {
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
  });

  async function visit(
    path: string,
    viewport = TABLET,
    prepare?: (context: BrowserContext) => Promise<unknown>,
  ) {
    const context = await browser.newContext({ viewport });
    await prepare?.(context);
    const page = await context.newPage();
    page.on('pageerror', (error) => trouble.push(String(error)));
    page.on('console', (line) => {
      if (/Content Security Policy|Trusted/i.test(line.text())) trouble.push(line.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(server.origin)) trouble.push(`foreign request ${request.url()}`);
    });
    await page.goto(server.origin + path);
    return page;
  }
  async function open(path: string, viewport = TABLET): Promise<Page> {
    const page = await visit(path, viewport);
    await page.locator('.tree').waitFor();
    await page.evaluate(() => document.fonts.ready);
    return page;
  }
  /** Presses Tab until what is in focus begins with these words. */
  async function tabTo(page: Page, words: string): Promise<void> {
    for (let pressed = 0; pressed < TABS; pressed += 1) {
      const focused = await page.evaluate(
        () => document.activeElement?.ariaLabel ?? document.activeElement?.textContent ?? '',
      );
      if (focused.startsWith(words)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`The Tab key does not lead to "${words}"`);
  }
  const row = (page: Page, name: string) => page.locator('.row', { hasText: name }).filter({ visible: true });
  const figure = (page: Page) => page.locator('.score-figure').textContent();

  it('opens by keyboard from the score down to the note of an observation, and the rule beside it', async () => {
    const page = await open(DEWI);
    expect(await page.title()).toBe('Dewi Lestari, S.AP. · Penjelasan nilai · Pantau');
    expect(await row(page, 'Pengamatan 17 November').count()).toBe(0);
    for (const step of ['ADM-03', 'Realisasi', 'Pengamatan 17 November']) {
      await tabTo(page, step);
      await page.keyboard.press('Enter');
    }
    await row(page, 'Satu operator sedang dinas lapangan').waitFor();
    expect(await row(page, 'Pengamatan 17 November').textContent()).toContain('ada keberatan');

    await tabTo(page, 'Aturan EX7: Catatan pengamat');
    await page.keyboard.press('Enter');
    const meaning = page.locator('.meaning').filter({ visible: true });
    expect(await meaning.locator('h3').textContent()).toBe('Aturan EX7');
    await page.keyboard.press('Escape');
    expect(await meaning.count()).toBe(0);
    expect(trouble).toEqual([]);
  }, 60_000);

  it('leads from a figure on the wall to its unit, to a person by name, and back to the wall', async () => {
    const page = await visit('/wall?region=35.78', { width: 1920, height: 1080 });
    await tabTo(page, '82,4, penjelasan nilai Kalijudan');
    await page.keyboard.press('Enter');
    await page.waitForURL(server.origin + KALIJUDAN);
    await page.locator('.people a', { hasText: 'Dewi Lestari' }).click();
    await page.waitForURL(server.origin + DEWI);
    await page.locator('h1', { hasText: 'Dewi Lestari' }).waitFor();
    await page.getByText('← Papan pantau').click();
    await page.waitForURL(`${server.origin}/wall?region=35.78`);
  });

  it('takes a tap anywhere on a tile, of the page of the wall that is shown', async () => {
    const page = await visit('/wall?region=35.78', { width: 1920, height: 1080 });
    const tile = await page.locator('.tile', { hasText: 'Kalijudan' }).boundingBox();
    await page.mouse.click(tile!.x + tile!.width - 60, tile!.y + tile!.height - 60);
    await page.waitForURL(server.origin + KALIJUDAN);
  });

  it('shows the figure as it was known then, by link and by the controls, and finds back to now', async () => {
    const page = await open(DEWI);
    const now = await figure(page);
    await page.locator('.replay > summary').click();
    await page.getByLabel('Yang sudah tercatat pada').fill('2026-11-20T16:00');
    await page.getByRole('button', { name: 'Tampilkan' }).click();
    await page.locator('.past', { hasText: 'sudah tercatat pada 20 November 2026, 16.00 WIB' }).waitFor();
    await page.waitForFunction((now) => document.querySelector('.score-figure')?.textContent !== now, now);
    const then = await figure(page);
    expect(new URL(page.url()).searchParams.get('knownAt')).toBe('2026-11-20T09:00:00Z');

    const linked = await open(new URL(page.url()).pathname + new URL(page.url()).search);
    expect(await figure(linked)).toBe(then);

    await page.getByText('Kembali ke sekarang').click();
    await page.waitForFunction((now) => document.querySelector('.score-figure')?.textContent === now, now);
    expect(await page.locator('.past').count()).toBe(0);
    await page.goBack();
    await page.waitForFunction((then) => document.querySelector('.score-figure')?.textContent === then, then);
  });

  it('lists the people by name, a hundred at a time, and leads on to the units below', async () => {
    const page = await open(KECAMATAN);
    const people = page.locator('.people li');
    await people.first().waitFor();
    expect(await people.count()).toBe(100);
    await page.getByRole('button', { name: 'Muat lagi' }).click();
    await people.nth(103).waitFor();
    const names = await page.locator('.people li span:first-of-type').allTextContents();
    expect(names).toEqual(names.toSorted(new Intl.Collator('id').compare));
    expect(await page.getByRole('button', { name: 'Muat lagi' }).count()).toBe(0);
    await page.locator('.tree a', { hasText: 'Kalijudan' }).click();
    await page.waitForURL(server.origin + KALIJUDAN);
  });

  it('says what is missing, and what to do, where there is nothing to explain', async () => {
    const hint = async (path: string) => (await (await visit(path)).locator('.trouble').textContent()) ?? '';
    expect(await hint(DEWI.replace('000001?', '999999?'))).toContain('Nilai ini tidak ditemukan');
    expect(await hint(KALIJUDAN.replace('000002?', '999999?'))).toContain('Unit ini tidak ditemukan');
    expect(await hint(`/scores/${fakePersonId(1)}`)).toContain('Alamat ini belum lengkap');
    expect(await hint(`${DEWI}&asOf=kemarin`)).toContain('Waktu di alamat ini tidak terbaca');
    const barely = await open(DEWI.replace(fakePersonId(1), BARELY_SEEN));
    expect(await figure(barely)).toBe('belum cukup data');
  });

  it('waits for a lost network, and shows the explanation as soon as it is back', async () => {
    const page = await visit(DEWI, TABLET, (context) =>
      context.route('**/graphql', (route) => route.abort('internetdisconnected')),
    );
    await page.locator('.trouble', { hasText: 'Server tidak terjangkau' }).waitFor();
    await page.context().unroute('**/graphql');
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.locator('.tree').waitFor();
  });

  it('keeps what it shows while it cannot be renewed', async () => {
    const page = await open(DEWI);
    await page.context().route('**/graphql', (route) => route.abort());
    await page.getByRole('button', { name: 'Muat ulang' }).click();
    await page.locator('.loaded', { hasText: 'Server tidak terjangkau' }).waitFor();
    expect(await page.locator('.tree').count()).toBe(1);
  });

  it('tells a fault of the server with its code, and asks again when told to', async () => {
    const errors = [{ message: 'Ada yang salah.', extensions: { code: 'INTERNAL', correlationId: 'c-17' } }];
    const page = await visit(DEWI, TABLET, (context) =>
      context.route('**/graphql', (route) => route.fulfill({ json: { errors } })),
    );
    await page.locator('.trouble', { hasText: 'c-17' }).waitFor();
    await page.context().unroute('**/graphql');
    await page.getByRole('button', { name: 'Coba lagi' }).click();
    await page.locator('.tree').waitFor();
  });

  describe.each([
    ['a small phone', { width: 360, height: 740 }, 1],
    ['a small phone with letters twice as large', { width: 360, height: 740 }, 2],
    ['a tablet', { width: 768, height: 1024 }, 1],
    ['the screen on the wall', { width: 1920, height: 1080 }, 1],
    ['the screen on the wall with letters twice as large', { width: 1920, height: 1080 }, 2],
  ])('on %s', (_, viewport, letters) => {
    it.each([
      ['a person', DEWI],
      ['a unit', KALIJUDAN],
      ['the past', `${DEWI}&asOf=2026-11-20T02:30:00Z&knownAt=2026-11-21T09:00:00Z`],
    ])('shows %s whole: nothing is cut off, nothing overlaps, nothing scrolls sideways', async (__, path) => {
      const page = await open(path, viewport);
      await page.evaluate((letters) => {
        document.documentElement.style.fontSize = `${letters * 16}px`;
        for (const folded of document.querySelectorAll('details')) folded.open = true;
      }, letters);
      expect(await page.evaluate(faults)).toEqual([]);
    });
  });
});

/** What a careful eye would find wrong with a page of scores; runs in the page. */
function faults(): string[] {
  const found: string[] = [];
  const box = (element: Element) => element.getBoundingClientRect();
  const apart = (elements: readonly Element[]) => {
    for (const [n, a] of elements.entries()) {
      for (const b of elements.slice(n + 1)) {
        const [one, other] = [box(a), box(b)];
        const overlap = (from: 'left' | 'top', to: 'right' | 'bottom') =>
          Math.min(one[to], other[to]) - Math.max(one[from], other[from]);
        if (overlap('left', 'right') > 1 && overlap('top', 'bottom') > 1) {
          found.push(`"${a.textContent}" lies over "${b.textContent}"`);
        }
      }
    }
  };
  for (const node of document.querySelectorAll('.node')) {
    const rule = node.querySelector(':scope > .rule')!;
    const row = node.querySelector(':scope > .row, :scope > details > .row')!;
    apart([rule, ...row.children]);
    if (box(rule).bottom > box(row).bottom) found.push(`${rule.textContent} reaches out of its row`);
    const text = document.createRange();
    text.selectNodeContents(rule);
    if (text.getBoundingClientRect().width > rule.clientWidth) found.push(`${rule.textContent} is cut off`);
  }
  apart([...document.querySelectorAll('.head > *')]);
  apart([...document.querySelectorAll('.score-figure, .if-upheld')]);
  for (const element of document.querySelectorAll('h1, h2, .row > *, .head *, .people a, .past, label')) {
    if (box(element).right > window.innerWidth + 1)
      found.push(`${element.textContent} reaches out of the page`);
  }
  if (document.documentElement.scrollWidth > window.innerWidth) found.push('the page scrolls sideways');
  return found;
}
