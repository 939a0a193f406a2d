import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { LogObservationDocument } from '@pantau/schema';
import { chromium, type Browser, type Page } from 'playwright-core';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { eventually } from '../testing/eventually.js';
import { NIPS, openSmallOffice, REGION, NOON } from '../testing/small-office.js';
import { signInChief, wireClientOf, type SignedIn } from '../testing/sign-in.js';
import { startPantau, type RunningPantau } from '../testing/start-pantau.js';
import type { WireClient } from '../testing/wire-client.js';
import { describeWith } from '../testing/without.js';
import { repositoryRoot } from './repository-root.js';

/** As root, in a closed network, without a graphics card. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

describeWith('chromium')('the wall in a browser', () => {
  let database: TestDatabase;
  let pantau: RunningPantau;
  let client: WireClient;
  let chief: SignedIn;
  let browser: Browser;
  const ids: Record<string, string> = {};
  const trouble: string[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    const webRoot = join(repositoryRoot, 'web', 'dist');
    pantau = await startPantau({ databaseUrl: database.url, clock: () => NOON, webRoot });
    await openSmallOffice(pantau);
    chief = await signInChief(pantau, REGION);
    client = wireClientOf(pantau, chief);
    const { rows } = await database.client.query(
      'select nip as name, id from employee union all select code, id from indicator',
    );
    for (const { name, id } of rows) ids[name] = id;
    browser = await chromium.launch({
      executablePath: process.env['PANTAU_CHROMIUM'] ?? '/usr/bin/chromium',
      args: FLAGS,
    });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await client?.close();
    await pantau?.close();
    await database?.drop();
  });

  const log = async (indicator: string, value: string, note: string | null = null) => {
    const { data } = await client.send(LogObservationDocument, {
      input: {
        region: REGION,
        key: randomUUID(),
        employeeId: ids[NIPS.dewi]!,
        indicatorId: ids[indicator]!,
        value,
        observedAt: '2026-11-24T03:00:00Z',
        note,
      },
    });
    expect(data?.logObservation.__typename).toBe('ObservationRecorded');
  };
  const open = async (): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
    await context.addCookies([
      { name: 'pantau_session', value: chief.token, url: pantau.address, httpOnly: true, sameSite: 'Strict' },
    ]);
    const page = await context.newPage();
    page.on('pageerror', (error) => trouble.push(String(error)));
    page.on(
      'console',
      (line) => void (/Content Security Policy|error/i.test(line.text()) && trouble.push(line.text())),
    );
    page.on('request', (asked) => void (asked.url().startsWith(pantau.address) || trouble.push(asked.url())));
    await page.goto(`${pantau.address}/wall`);
    await page.getByText('LANGSUNG').waitFor();
    return page;
  };
  const kalisari = (page: Page) => page.locator('article', { hasText: 'Kelurahan Kalisari' });

  it('moves the tile when an observation is logged through the API', async () => {
    const page = await open();
    await eventually(async () => expect(await kalisari(page).textContent()).toMatch(/Data belum cukup/));
    await log('ADM-01', '95');
    await log('ADM-03', '17');
    await kalisari(page).getByText('97').waitFor();
    expect((await kalisari(page).textContent())?.replace(/\s/g, '')).toMatch(/97,33/);
    await page
      .getByText(/Kelurahan Kalisari.*[Ww]aktu tunggu loket/)
      .first()
      .waitFor();
    const folder = join(repositoryRoot, 'api', 'coverage');
    await mkdir(folder, { recursive: true });
    await page.screenshot({ path: join(folder, 'wall.png') });
    expect(trouble).toEqual([]);
  });

  it('says that it is cut off, keeps its last figures, and catches up by itself', async () => {
    const page = await open();
    await page.context().setOffline(true);
    await page.locator('.wall[data-freshness=STALE]').waitFor({ timeout: 20_000 });
    expect((await kalisari(page).textContent())?.replace(/\s/g, '')).toMatch(/97,33/);
    await log('ADM-01', '85');
    await page.context().setOffline(false);
    await page.locator('.wall[data-freshness=LIVE]').waitFor({ timeout: 15_000 });
    // ADM-01 is 90 now: attainment 80; (60 × 80 + 40 × 93.333333) / 100
    await kalisari(page).getByText('85').first().waitFor();
  }, 60_000);

  it('shows text as text, whatever somebody writes', async () => {
    const page = await open();
    await log('ADM-03', '16', '<img src=x onerror=alert(1)>');
    await page.waitForTimeout(500);
    expect(await page.locator('img[src=x]').count()).toBe(0);
    expect(trouble.filter((line) => !/ERR_INTERNET_DISCONNECTED|WebSocket/.test(line))).toEqual([]);
  });
});
