import type { Draft } from './draft';
import { customDomain } from './pages-drafts';

export type MachineDraft = Extract<Draft['clients'][string], { kind: 'machine' }>;

/** An API with two scopes. */
export const orders = {
  identifier: 'https://orders.example.com',
  scopes: { read: 'See orders.', write: 'Change orders.' },
} as const;

/** A machine that asks for these scopes. */
export function machine(...scopes: string[]): MachineDraft {
  const secretRotation = { enabled: true as const, everyDays: 90, graceDays: 7 };
  return { kind: 'machine', scopes, accessTokenMinutes: 60, secretRotation };
}

/** Declares the API, and the pages whose token endpoint machines call. */
export function withOrders(environment: Draft): void {
  if (environment.managedLogin.pages === 'off') customDomain(environment);
  environment.resourceServers = { orders: { identifier: orders.identifier, scopes: { ...orders.scopes } } };
}
