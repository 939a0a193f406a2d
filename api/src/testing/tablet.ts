import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';

/** As root, in a closed network, without a graphics card. */
const FLAGS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  ...['--disable-background-networking', '--disable-component-update', '--remote-debugging-port=0'],
];
const LISTENS = /DevTools listening on (ws:\S+)/;

/** A browser on a disk of its own, which can be killed and started again as a tablet can. */
export interface Tablet {
  /** The page that is open; another one after a restart. */
  page(): Page;
  /** Starts the browser with the cookie of a session, or of nobody, and opens an address. */
  start(url: string, cookie: { readonly name: string; readonly value: string } | null): Promise<Page>;
  /** Ends it as an empty battery does: nothing is asked, nothing is written any more. */
  kill(): Promise<void>;
  /** So many ms go by, as far as the page can tell. */
  pass(ms: number): Promise<void>;
  /** Ends it and clears its disk. */
  discard(): Promise<void>;
}

/**
 * Makes a tablet whose clock is off by so many ms. What its pages do against the policy that the server sends, and what
 * fails in them, ends up in `trouble`.
 */
export async function makeTablet(off: number, trouble: string[]): Promise<Tablet> {
  const disk = await mkdtemp(join(tmpdir(), 'pantau-tablet-'));
  let passed = 0;
  let child: ChildProcess | null = null;
  let browser: Browser | null = null;
  let page: Page | null = null;

  async function launch(): Promise<string> {
    const path = process.env['PANTAU_CHROMIUM'] ?? '/usr/bin/chromium';
    const started = spawn(path, [...FLAGS, `--user-data-dir=${disk}`, 'about:blank'], {
      detached: true, // a group of its own, so that the whole browser can be killed
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child = started;
    return new Promise((resolve, reject) => {
      let said = '';
      started.stderr.on('data', (bytes: Buffer) => {
        said += bytes.toString();
        const address = LISTENS.exec(said)?.[1];
        if (address !== undefined) resolve(address);
      });
      started.once('exit', () => reject(new Error(`The browser ended: ${said.slice(-500)}`)));
    });
  }
  async function kill(): Promise<void> {
    const dying = child;
    child = null;
    if (dying === null) return;
    const gone = new Promise((resolve) => dying.once('exit', resolve));
    process.kill(-dying.pid!, 'SIGKILL');
    await gone;
    await browser?.close().catch(() => undefined);
  }

  return {
    page: () => page!,
    async start(url, cookie) {
      browser = await chromium.connectOverCDP(await launch());
      const context = browser.contexts()[0]!;
      await context.addInitScript(clockScript(off, passed));
      await context.addInitScript(`
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
          console.error('policy: ' + violatedDirective + ' ' + blockedURI);
        });
      `);
      if (cookie !== null)
        await context.addCookies([
          { ...cookie, url: new URL(url).origin, httpOnly: true, sameSite: 'Strict' },
        ]);
      page = context.pages()[0] ?? (await context.newPage());
      page.on('pageerror', (error) => trouble.push(String(error)));
      page.on('console', (line) => void (line.text().startsWith('policy: ') && trouble.push(line.text())));
      await page.goto(url);
      return page;
    },
    kill,
    async pass(ms) {
      passed += ms;
      await page?.evaluate(`window.pass(${ms})`);
    },
    async discard() {
      await kill();
      await rm(disk, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Both clocks of a page, set off and led on by hand; timers run as they do. */
function clockScript(off: number, passed: number): string {
  return `{
    let passed = ${passed};
    const RealDate = Date;
    const steady = performance.now.bind(performance);
    const now = () => RealDate.now() + ${off} + passed;
    globalThis.Date = class extends RealDate {
      constructor(...parts) {
        super(...(parts.length === 0 ? [now()] : parts));
      }
      static now() {
        return now();
      }
    };
    performance.now = () => steady() + passed;
    globalThis.pass = (ms) => void (passed += ms);
  }`;
}
