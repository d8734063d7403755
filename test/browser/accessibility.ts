import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { AxeResults } from 'axe-core';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe-core has against a page, each finding with the elements it is about. It runs in a world of its own, so that
 * the page's Content Security Policy holds for the page and not for it.
 */
export async function accessibilityFindings(page: Page): Promise<readonly string[]> {
  const client = await page.context().newCDPSession(page);
  const { frameTree } = await client.send('Page.getFrameTree');
  const { executionContextId: contextId } = await client.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
  });
  const { result, exceptionDetails } = await client.send('Runtime.evaluate', {
    expression: `${axe}\naxe.run()`,
    contextId,
    awaitPromise: true,
    returnByValue: true,
  });
  await client.detach();
  if (exceptionDetails !== undefined) throw new Error(`axe-core could not look: ${exceptionDetails.text}`);
  const { violations } = result.value as AxeResults;
  return violations.map(
    ({ id, impact, nodes }) => `${impact}: ${id} at ${nodes.map(({ target }) => target).join('; ')}`,
  );
}
