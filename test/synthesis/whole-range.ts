import type { Environment } from '../../lib/environments/environment';
import { clientRange } from './client-range';
import { fixtures } from './fixtures';
import { pagesRange } from './pages-range';
import { range } from './range';
import { triggerRange } from './trigger-range';
import { watchedRange } from './watched-range';

/** What can be declared, beside the declared environments and the fixtures. */
export const wholeRange: Readonly<Record<string, Environment>> = {
  ...range,
  ...clientRange,
  ...pagesRange,
  ...triggerRange,
  ...watchedRange,
};

/** What must hold for every environment is tried with these: the fixtures, and the range of what can be declared. */
export const rangeAndFixtures: Readonly<Record<string, Environment>> = { ...fixtures, ...wholeRange };
