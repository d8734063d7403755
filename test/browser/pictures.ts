import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** The windows in which pages are looked at, in CSS pixels. */
export const windows = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } } as const;

/** Where pictures go. `USERPOOL_PICTURES=docs/pictures npm run test:browser -- desk` makes those of the README anew. */
const directory = mkdtempSync(join(tmpdir(), 'userpool-pictures-'));
const docs = process.env['USERPOOL_PICTURES'];

/** Those that the README shows. */
const shown: readonly string[] = ['desk-light-desktop', 'desk-dark-desktop'];

/**
 * Takes a picture of a page as it is in a window, and says how far the page is wider than the window: more than nothing
 * means that people must scroll sideways.
 */
export async function picture(page: Page, name: string, window: keyof typeof windows): Promise<number> {
  await page.setViewportSize(windows[window]);
  const file = `${name}-${window}`;
  const place = docs !== undefined && shown.includes(file) ? docs : directory;
  await page.screenshot({ path: join(place, `${file}.png`) });
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}
