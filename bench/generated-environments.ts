import type { Environment } from '../lib/environments/environment';
import { staging } from '../lib/environments/staging';

/**
 * So many environments, each under a name of its own: copies of one, that with the most triggers, so that each costs what
 * the next one does and every handler is bundled with the first.
 */
export function generatedEnvironments(count: number): readonly Environment[] {
  return Array.from({ length: count }, (_, index) => ({ ...staging, name: `${staging.name}-${index}` }));
}
