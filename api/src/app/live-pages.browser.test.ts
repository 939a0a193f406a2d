import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { LogObservationDocument } from '@pantau/schema';
import { chromium, type Browser, type Page } from 'playwright-core';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { signIn, wireClientOf } from '../testing/sign-in.js';
import { NIPS, NOON, openSmallOffice, PERIOD, REGION } from '../testing/small-office.js';
import { startPantau, type RunningPantau } from '../testing/start-pantau.js';
import type { WireClient } from '../testing/wire-client.js';
import { describeWith } from '../testing/without.js';
import { repositoryRoot } from './repository-root.js';

/** As root, in a closed network, without a graphics card. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];
const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 900 } };

describeWith('chromium')('pages that live', () => {
  let database: TestDatabase;
  let pantau: RunningPantau;
  let observer: WireClient;
  let sari: string;
  let browser: Browser;
  const ids: Record<string, string> = {};
  const trouble: string[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    const webRoot = join(repositoryRoot, 'web', 'dist');
    pantau = await startPantau({ databaseUrl: database.url, clock: () => NOON, webRoot });
    await openSmallOffice(pantau);
    const { rows } = await database.client.query(
      `select nip as name, id from employee union all select code, id from indicator
       union all select code, id from org_unit`,
    );
    for (const { name, id } of rows) ids[name] = id;
    observer = wireClientOf(pantau, await signIn(pantau, REGION, { roles: [{ role: 'OBSERVER' }] }));
    sari = (await signIn(pantau, REGION, { employeeId: ids[NIPS.sari]! })).token;
    browser = await chromium.launch({
      executablePath: process.env['PANTAU_CHROMIUM'] ?? '/usr/bin/chromium',
      args: FLAGS,
    });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await observer?.close();
    await pantau?.close();
    await database?.drop();
  });

  const log = async (indicator: string, value: string, nip: string = NIPS.sari) => {
    const { data } = await observer.send(LogObservationDocument, {
      input: {
        ...{ region: REGION, key: randomUUID(), employeeId: ids[nip]!, indicatorId: ids[indicator]! },
        ...{ value, observedAt: '2026-11-24T03:00:00Z', note: null },
      },
    });
    expect(data?.logObservation.__typename).toBe('ObservationRecorded');
  };
  const open = async (path: string, size: keyof typeof SIZES = 'desk'): Promise<Page> => {
    const context = await browser.newContext({ viewport: SIZES[size] });
    await context.addCookies([
      { name: 'pantau_session', value: sari, url: pantau.address, httpOnly: true, sameSite: 'Strict' },
    ]);
    const page = await context.newPage();
    page.on('pageerror', (error) => trouble.push(String(error)));
    page.on(
      'console',
      (line) => void (/Content Security Policy|error/i.test(line.text()) && trouble.push(line.text())),
    );
    await page.goto(`${pantau.address}${path}`);
    return page;
  };
  const keep = async (page: Page, name: string) => {
    const folder = join(repositoryRoot, 'api', 'coverage');
    await mkdir(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  };
  const shown = async (page: Page, within: string) =>
    (await page.locator(within).first().textContent())?.replace(/\s/g, '');

  it("one's own score moves on the page while one looks at it, with what moved it", async () => {
    await log('ADM-01', '95');
    await log('ADM-03', '15');
    for (const indicator of ['ADM-01', 'ADM-03']) await log(indicator, '90', NIPS.budi);
    const page = await open('/me');
    await page.locator('.own-score .live-mark[data-sign=LIVE]').waitFor();
    const before = await shown(page, '.own-score .score-figure');
    await log('ADM-03', '8');
    await page.getByText(/Terakhir bergerak.*waktu tunggu loket tercatat 8 menit/).waitFor();
    expect(await shown(page, '.own-score .score-figure')).not.toBe(before);
    await keep(page, 'me-live');
    await page.context().setOffline(true);
    await page.locator('.own-score .live-mark[data-sign=STALE]').waitFor({ timeout: 20_000 });
    expect(await shown(page, '.own-score .score-figure')).not.toBe(before);
    await page.context().setOffline(false);
    await page.context().close();
    await keep(await open('/me', 'phone').then(loaded), 'me-live-phone');
    expect(trouble.filter((line) => !/ERR_INTERNET_DISCONNECTED/.test(line))).toEqual([]);
  }, 60_000);

  it.each([
    ['of a unit', () => `/scores/unit/${ids['35.78.26.1006']!}`],
    ['of oneself', () => `/scores/${ids[NIPS.sari]!}`],
  ])(
    'the explanation %s is asked for anew when it has changed',
    async (_whose, path) => {
      const page = await open(`${path()}?region=${REGION}&period=${PERIOD}`);
      await page.locator('.explained').waitFor();
      // Whether the page follows already, as the second time, or not yet: nothing may be missed in between.
      for (const value of ['29', '12']) {
        const before = await shown(page, '.explained');
        await log('ADM-03', value);
        await expect(changed(page, '.explained', before)).resolves.toBe(true);
      }
      await page.context().close();
    },
    60_000,
  );

  const loaded = async (page: Page) => {
    await page.locator('.own-score .live-mark[data-sign=LIVE]').waitFor();
    return page;
  };
  const changed = async (page: Page, within: string, before: string | undefined) => {
    for (let tries = 0; tries < 100; tries += 1) {
      if ((await shown(page, within)) !== before) return true;
      await page.waitForTimeout(100);
    }
    return false;
  };
});
