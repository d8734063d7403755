import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';

/** Where Debian's package puts it, and where people say that theirs is. */
const places = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * Starts Chromium without a window and without a word to the network of its own.
 *
 * @throws Error that says what to install
 */
export async function startChromium(): Promise<Browser> {
  const executablePath = places.find((place) => place !== undefined && existsSync(place));
  if (executablePath === undefined)
    throw new Error(
      'There is no Chromium here. Install it (Debian: apt-get install chromium), or say where it is: CHROMIUM=/path/to/chromium',
    );
  return chromium.launch({
    executablePath,
    args: [
      // As root, which containers are, its sandbox cannot be made.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-default-apps',
      '--disable-sync',
      '--no-first-run',
      '--no-pings',
      '--disable-features=OptimizationHints,MediaRouter,AutofillServerCommunication',
    ],
  });
}

/** A browser profile of its own that reaches this machine alone: whatever asks for another fails the test. */
export async function newProfile(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ readonly profile: BrowserContext; readonly strangers: readonly string[] }> {
  const profile = await browser.newContext(options);
  const strangers: string[] = [];
  await profile.route(
    (url) => url.hostname !== 'localhost' && url.protocol.startsWith('http'),
    async (route) => {
      strangers.push(route.request().url());
      await route.abort();
    },
  );
  return { profile, strangers };
}
