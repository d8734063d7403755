import { createHmac } from 'node:crypto';
import { equalSecrets } from '../constant-time';
import type { Pool } from '../pool';

/** The field of every form that holds its seal. */
export const sealField = 'csrf';

/**
 * What makes a form of these pages known: another site can neither read nor make it, as it does not know the cookie of the
 * browser nor the key (OWASP, "Cross-Site Request Forgery Prevention", signed double submit).
 */
export function sealOf({ browserState }: Pick<Pool, 'browserState'>, browser: string): string {
  return createHmac('sha256', browserState.formKey).update(browser).digest('base64url');
}

/** Whether the form came from a page that was served to that browser. */
export function isSealed(pool: Pick<Pool, 'browserState'>, browser: string, form: URLSearchParams): boolean {
  const [seal, ...more] = form.getAll(sealField);
  return seal !== undefined && more.length === 0 && equalSecrets(sealOf(pool, browser), seal);
}
