import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { NOON, openSmallOffice } from '../testing/small-office.js';
import { startPantau, type RunningPantau } from '../testing/start-pantau.js';
import { describeWith } from '../testing/without.js';
import { repositoryRoot } from './repository-root.js';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];

describeWith('chromium')('the headers in a browser', () => {
  let database: TestDatabase;
  let pantau: RunningPantau;
  let browser: Browser;

  beforeAll(async () => {
    database = await createTestDatabase();
    const webRoot = join(repositoryRoot, 'web', 'dist');
    pantau = await startPantau({ databaseUrl: database.url, clock: () => NOON, webRoot });
    await openSmallOffice(pantau);
    browser = await chromium.launch({
      executablePath: process.env['PANTAU_CHROMIUM'] ?? '/usr/bin/chromium',
      args: FLAGS,
    });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await pantau?.close();
    await database?.drop();
  });

  const open = async (path: string) => {
    const page = await browser.newPage();
    await page.addInitScript(`
      globalThis.seen = [];
      document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective));
    `);
    await page.goto(`${pantau.address}${path}`);
    await page.locator('main, [data-freshness]').first().waitFor();
    const violations = () => page.evaluate<string[]>('seen');
    return { page, violations };
  };

  it('come with a program that is sent compressed', async () => {
    const page = await browser.newPage();
    const sent = page.waitForResponse(/\/assets\/index-[^/]*\.js$/);
    await page.goto(`${pantau.address}/wall`);
    const response = await sent;
    expect(response.headers()['content-encoding']).toMatch(/^(br|gzip)$/);
    expect(response.headers()['x-content-type-options']).toBe('nosniff');
    const { responseBodySize } = await response.request().sizes();
    expect(responseBodySize).toBeLessThan((await response.body()).length / 2);
    await page.close();
  });

  it.each(['/', '/wall', '/policies'])('let %s do all that it does', async (path) => {
    const { page, violations } = await open(path);
    await page.waitForTimeout(1_000);
    expect(await violations()).toEqual([]);
    await page.close();
  });

  it('let nothing of another kind in: no inline script or style, no text as markup, no other site', async () => {
    const { page, violations } = await open('/wall');
    await page.evaluate(`{
      const script = document.createElement('script');
      const style = document.createElement('style');
      style.textContent = 'body { color: red }';
      for (const attempt of [
        () => (script.textContent = 'globalThis.ran = true'),
        () => document.body.append(script),
        () => document.head.append(style),
        () => (document.body.innerHTML = '<p>markup</p>'),
        () => void fetch('https://evil.example/').catch(() => undefined),
      ]) {
        try {
          attempt();
        } catch {
          // Refused, as it should be.
        }
      }
    }`);
    await page.waitForTimeout(200);
    expect(new Set(await violations())).toEqual(
      new Set(['require-trusted-types-for', 'style-src-elem', 'connect-src']),
    );
    expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
    await page.close();
  });
});
