import type { z } from 'zod';
import { checkEnvironments } from '../../lib/environments/check';
import { environment } from '../../lib/environments/environment';
import type { Problem } from '../../lib/environments/problem';
import { prod, staging } from './plain';

/** An environment that a test may change. */
export type Draft = z.infer<typeof environment>;
export type ClientDraft = Exclude<Draft['clients'][string], { readonly kind: 'machine' }>;

/** The day on which the tests take place. */
export const today = '2027-01-15';

/** A copy of staging: every trigger on, every kind of client, nothing wrong. */
export function draft(change: (environment: Draft) => void = () => undefined): Draft {
  const copy = environment.parse(staging);
  change(copy);
  return copy;
}

/** A copy of prod: nothing wrong either, and class production. */
export function productionDraft(change: (environment: Draft) => void): Draft {
  const copy = environment.parse(prod);
  change(copy);
  return copy;
}

/** A copy of staging as a sandbox. */
export function sandbox(change: (environment: Draft) => void): Draft {
  return draft((copy) => {
    copy.class = 'sandbox';
    change(copy);
  });
}

/** A protection that is off. */
export const off = { enabled: false as const, reason: 'A reason of a fitting length.' };

/** A client of a draft through which people sign in, which is there. */
export function client(of: Draft, name: string): ClientDraft {
  const found = of.clients[name];
  if (found === undefined || found.kind === 'machine') throw new Error(`The draft has no client ${name}.`);
  return found;
}

/** The problems of the last of some candidates, and of those before it, which should have none. */
export function problemsOf(candidate: unknown, before: readonly unknown[] = []): readonly Problem[] {
  return checkEnvironments([...before, candidate], today);
}

/** A draft with any value at one place, also one that the type would not let be there; undefined removes it. */
export function broken(place: string, value: unknown): unknown {
  const copy: unknown = draft();
  const keys = place.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce((node, key) => (node as Record<string, unknown>)[key], copy) as Record<string, unknown>;
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else parent[last] = value;
  return copy;
}
