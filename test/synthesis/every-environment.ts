import type { Environment } from '../../lib/environments/environment';
import { environments } from '../../lib/environments/environments';
import { fixtures } from './fixtures';

/** What the assembly of the tests holds: the declared environments and the fixtures. */
export const everyEnvironment: readonly Environment[] = [...environments, ...Object.values(fixtures)];
