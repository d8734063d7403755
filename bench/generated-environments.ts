import type { Environment } from '../lib/environments/environment';
import { staging } from '../lib/environments/staging';

/**
 * So many environments, each under a name of its own: copies of one, that with the most triggers, so that each costs what
 * the next one does and every handler is bundled with the first.
 */
export function generatedEnvironments(count: number): readonly Environment[] {
  const { managedLogin } = staging;
  return Array.from({ length: count }, (_, index) => ({
    ...staging,
    name: `${staging.name}-${index}`,
    // A prefix belongs to one user pool of its Region.
    managedLogin: ownDomain(managedLogin, index),
  }));
}

function ownDomain(managedLogin: Environment['managedLogin'], index: number): Environment['managedLogin'] {
  if (managedLogin.pages === 'off' || managedLogin.domain.kind !== 'prefix') return managedLogin;
  return { ...managedLogin, domain: { ...managedLogin.domain, prefix: `${managedLogin.domain.prefix}-${index}` } };
}
