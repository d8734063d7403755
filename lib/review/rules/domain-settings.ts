import type { PropertyRule, Ruling } from './rule';
import { wordOf } from './values';

const uncertain = (effect: string): readonly Ruling[] => [{ verdict: 'effect-uncertain', effect }];

export const managedLoginVersion: PropertyRule = {
  kind: 'property',
  id: 'managed-login-version',
  what: 'Another version of managed login is other pages; version 2 needs a branding style for each client.',
  source: 'Amazon Cognito developer guide, managed login',
  types: ['AWS::Cognito::UserPoolDomain'],
  properties: ['ManagedLoginVersion'],
  judge: ({ to }) => [
    {
      verdict: 'breaks-clients',
      effect:
        'The pages change within minutes; whatever depends on how they look or where they lie may fail, and version 2 shows no page for a client without a style.',
      ...(to.value === 2 && {
        instead: ['First add an AWS::Cognito::ManagedLoginBranding for every client (plan ESSENTIALS or PLUS).'],
      }),
    },
  ],
};

export const tlsPolicy: PropertyRule = {
  kind: 'property',
  id: 'tls-policy',
  what: 'The security policy of a custom domain decides which browsers reach it.',
  source: 'CustomDomainConfigType',
  types: ['AWS::Cognito::UserPoolDomain'],
  properties: ['CustomDomainConfig.SecurityPolicy', 'CustomDomainConfig'],
  judge: ({ from, to }) => {
    const policies = ['TLS_V1', 'TLS_V1_2_2021', 'TLS_V1_3_2025'];
    const [left, right] = [policies.indexOf(wordOf(from.value)), policies.indexOf(wordOf(to.value))];
    if (left < 0 || right < 0) return [];
    return right < left
      ? [{ verdict: 'weakens', effect: 'Older, weaker TLS is accepted.' }]
      : [{ verdict: 'strengthens', effect: 'Older TLS is refused, and with it very old browsers.' }];
  },
};

export const domainRouting: PropertyRule = {
  kind: 'property',
  id: 'domain-routing',
  what: 'Routing decides which Region answers for a domain.',
  source: 'CloudFormation, AWS::Cognito::UserPoolDomain Routing',
  types: ['AWS::Cognito::UserPoolDomain'],
  properties: ['Routing', 'Routing.'],
  judge: () => uncertain('Users may be sent to the other Region; what is there no template of this Region shows.'),
};
