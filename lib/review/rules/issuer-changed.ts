import type { PropertyRule } from './rule';

export const issuerChanged: PropertyRule = {
  kind: 'property',
  id: 'issuer-changed',
  what: 'The type of the issuer decides the host in iss of every token.',
  source: 'IssuerConfigurationType',
  types: ['AWS::Cognito::UserPool'],
  properties: ['IssuerConfiguration', 'IssuerConfiguration.Type'],
  judge: () => [
    {
      verdict: 'breaks-clients',
      effect:
        'New tokens carry another iss: API authorizers, JWT verifiers, identity pools and trust policies that expect the old one refuse them.',
      instead: [
        'First let every verifier accept both issuers.',
        'Then change the type, and remove the old issuer when no token carries it.',
      ],
    },
  ],
};
