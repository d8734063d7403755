import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** The windows in which pages are looked at, in CSS pixels. */
export const windows = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } } as const;

/** Where pictures go: `USERPOOL_PICTURES=docs npm run test:browser` makes those of the docs anew. */
const directory = process.env['USERPOOL_PICTURES'] ?? mkdtempSync(join(tmpdir(), 'userpool-pictures-'));

/**
 * Takes a picture of a page as it is in a window, and says how far the page is wider than the window: more than nothing
 * means that people must scroll sideways.
 */
export async function picture(page: Page, name: string, window: keyof typeof windows): Promise<number> {
  await page.setViewportSize(windows[window]);
  await page.screenshot({ path: join(directory, `${name}-${window}.png`) });
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}
