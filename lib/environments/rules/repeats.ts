import type { Environment } from '../environment';
import type { Path } from '../problem';
import { isPagesClient, type UserClient } from '../user-clients';
import { defineRule, type Finding, type Rule } from './rule';

function repeats(path: Path, list: readonly string[]): readonly Finding[] {
  return list.flatMap((entry, index) =>
    list.indexOf(entry) === index
      ? []
      : [{ path: [...path, index], got: entry, allowed: 'each entry once', instead: 'Remove it.' }],
  );
}

type RiskConfiguration = Extract<Environment['threatProtection'], { readonly mode: 'audit' }>['riskConfiguration'];
type RuleGroups = Extract<Environment['webAcl'], { readonly use: 'on' }>['managedRuleGroups'];

function riskRepeats({ compromisedCredentials, ipAddresses }: RiskConfiguration): readonly Finding[] {
  const path = ['threatProtection', 'riskConfiguration'];
  return [
    ...repeats([...path, 'compromisedCredentials', 'events'], compromisedCredentials.events),
    ...repeats([...path, 'ipAddresses', 'blocked'], ipAddresses.blocked),
    ...repeats([...path, 'ipAddresses', 'trusted'], ipAddresses.trusted),
  ];
}

function ruleGroupRepeats(groups: RuleGroups): readonly Finding[] {
  const path = ['webAcl', 'managedRuleGroups'];
  return [
    ...repeats(
      path,
      groups.map(({ name }) => name),
    ),
    ...groups.flatMap(({ countedRules }, index) => repeats([...path, index, 'countedRules'], countedRules)),
  ];
}

function repeatsOfPages(path: Path, client: UserClient): readonly Finding[] {
  if (!isPagesClient(client) || client.managedLogin.use === 'off') return [];
  const { callbackUrls, logoutUrls, scopes } = client.managedLogin;
  const lists = Object.entries({ callbackUrls, logoutUrls, scopes });
  return lists.flatMap(([list, entries]) => repeats([...path, list], entries));
}

const source =
  'These lists are sets: the service drops or refuses the second entry, and a comparison would show drift.';

/** Lists that are sets. */
export const repeatRules: readonly Rule[] = [
  defineRule({
    id: 'client-list-repeats',
    what: 'Auth flows, attributes, URLs and scopes of a client are each listed once.',
    source,
    reads: ['clients'],
    check: ({ clients }) =>
      Object.entries(clients).flatMap(([name, client]) => {
        const path = ['clients', name];
        if (client.kind === 'machine') return repeats([...path, 'scopes'], client.scopes);
        const { authFlows, readAttributes, writeAttributes } = client;
        const lists = Object.entries({ authFlows, readAttributes, writeAttributes });
        return [
          ...lists.flatMap(([list, entries]) => repeats([...path, list], entries)),
          ...repeatsOfPages([...path, 'managedLogin'], client),
        ];
      }),
  }),
  defineRule({
    id: 'mfa-factor-repeats',
    what: 'Each MFA factor is listed once.',
    source,
    reads: ['mfa'],
    check: ({ mfa }) => (mfa.mode === 'off' ? [] : repeats(['mfa', 'factors'], mfa.factors)),
  }),
  defineRule({
    id: 'sign-in-list-repeats',
    what: 'Aliases, first factors, verified attributes and ways of recovery are each listed once.',
    source,
    reads: ['signIn', 'autoVerifiedAttributes', 'accountRecovery'],
    check: ({ signIn, autoVerifiedAttributes, accountRecovery }) => [
      ...repeats(['signIn', 'aliases'], signIn.identifier === 'username' ? signIn.aliases : []),
      ...repeats(['signIn', 'firstFactors'], signIn.firstFactors),
      ...repeats(['autoVerifiedAttributes'], autoVerifiedAttributes),
      ...repeats(['accountRecovery'], accountRecovery),
    ],
  }),
  defineRule({
    id: 'email-domain-repeats',
    what: 'Each allowed e-mail domain and each denied value is listed once.',
    source,
    reads: ['triggers'],
    check: ({ triggers: { preSignUp, inboundFederation, preAuthentication } }) => [
      ...repeats(['triggers', 'preSignUp', 'allowedEmailDomains'], preSignUp?.allowedEmailDomains ?? []),
      ...repeats(
        ['triggers', 'inboundFederation', 'allowedEmailDomains'],
        inboundFederation?.allowedEmailDomains ?? [],
      ),
      ...repeats(['triggers', 'preAuthentication', 'deniedValues'], preAuthentication?.deniedValues ?? []),
    ],
  }),
  defineRule({
    id: 'protection-list-repeats',
    what: 'Events, ranges of addresses, rule groups, their rules and subscribers are each listed once.',
    source: `${source} AWS WAF refuses a second rule of the same name.`,
    reads: ['threatProtection', 'webAcl', 'monitoring'],
    check: ({ threatProtection, webAcl, monitoring }) => [
      ...(threatProtection.mode === 'off' ? [] : riskRepeats(threatProtection.riskConfiguration)),
      ...(webAcl.use === 'off' ? [] : ruleGroupRepeats(webAcl.managedRuleGroups)),
      ...(monitoring.alarms === 'off' ? [] : repeats(['monitoring', 'subscribers'], monitoring.subscribers)),
    ],
  }),
];
