import type { Path } from '../problem';
import { defineRule, type Finding, type Rule } from './rule';

function repeats(path: Path, list: readonly string[]): readonly Finding[] {
  return list.flatMap((entry, index) =>
    list.indexOf(entry) === index
      ? []
      : [{ path: [...path, index], got: entry, allowed: 'each entry once', instead: 'Remove it.' }],
  );
}

const source =
  'These lists are sets: the service drops or refuses the second entry, and a comparison would show drift.';

/** Lists that are sets. */
export const repeatRules: readonly Rule[] = [
  defineRule({
    id: 'client-list-repeats',
    what: 'Auth flows and attributes of a client are each listed once.',
    source,
    reads: ['clients'],
    check: ({ clients }) =>
      Object.entries(clients).flatMap(([name, client]) =>
        (['authFlows', 'readAttributes', 'writeAttributes'] as const).flatMap((list) =>
          repeats(['clients', name, list], client[list]),
        ),
      ),
  }),
  defineRule({
    id: 'mfa-factor-repeats',
    what: 'Each MFA factor is listed once.',
    source,
    reads: ['mfa'],
    check: ({ mfa }) => (mfa.mode === 'off' ? [] : repeats(['mfa', 'factors'], mfa.factors)),
  }),
  defineRule({
    id: 'email-domain-repeats',
    what: 'Each allowed e-mail domain is listed once.',
    source,
    reads: ['triggers'],
    check: ({ triggers: { preSignUp } }) =>
      repeats(['triggers', 'preSignUp', 'allowedEmailDomains'], preSignUp?.allowedEmailDomains ?? []),
  }),
];
