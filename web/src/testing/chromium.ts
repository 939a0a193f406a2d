import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const USUAL_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser of this machine, or the one named by PANTAU_CHROMIUM; null when there is none. */
export const CHROMIUM: string | null =
  [process.env['PANTAU_CHROMIUM'] ?? [], USUAL_PLACES].flat().find((path) => existsSync(path)) ?? null;

/** Starts it without a window and without traffic of its own. */
export function launchChromium(): Promise<Browser> {
  if (CHROMIUM === null) throw new Error('There is no Chromium; name one by PANTAU_CHROMIUM');
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
