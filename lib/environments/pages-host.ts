import type { Environment } from './environment';

/** The host name of the pages of managed login, where there are pages. No two user pools can have the same. */
export function pagesHost({ managedLogin, region }: Pick<Environment, 'managedLogin' | 'region'>): string | undefined {
  if (managedLogin.pages === 'off') return undefined;
  const { domain } = managedLogin;
  return domain.kind === 'custom' ? domain.name : `${domain.prefix}.auth.${region}.amazoncognito.com`;
}
