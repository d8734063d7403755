import type { FateRule } from './rule';
import { withItsClient } from './with-its-client';

const source = 'CloudFormation schemas (create-only)';

export const protectionRecreated: FateRule = {
  kind: 'fate',
  id: 'protection-recreated',
  what: 'A risk configuration, log delivery or firewall that is removed or made anew leaves a gap.',
  source,
  types: [
    'AWS::Cognito::UserPoolRiskConfigurationAttachment',
    'AWS::Cognito::LogDeliveryConfiguration',
    'AWS::WAFv2::WebACLAssociation',
  ],
  fates: ['removed', 'renamed', 'moved', 'replaced'],
  judge: (happening) => {
    const { fate, type } = happening;
    const what = {
      'AWS::Cognito::UserPoolRiskConfigurationAttachment': 'reactions to risk fall back to the defaults',
      'AWS::Cognito::LogDeliveryConfiguration': 'user activity and delivery errors are not logged',
      'AWS::WAFv2::WebACLAssociation': 'the firewall is not in front of the pool',
    }[type];
    const when = fate === 'removed' ? 'From now on' : 'Between removal and creation';
    return withItsClient(happening) ?? [{ verdict: 'weakens', effect: `${when} ${what ?? 'it is off'}.` }];
  },
};

export const pagesRecreated: FateRule = {
  kind: 'fate',
  id: 'pages-recreated',
  what: 'Without a branding style the pages of managed login are not available for a client.',
  source: `${source}; Amazon Cognito developer guide, branding`,
  types: ['AWS::Cognito::ManagedLoginBranding', 'AWS::Cognito::UserPoolUICustomizationAttachment'],
  fates: ['removed', 'renamed', 'moved', 'replaced'],
  judge: (happening) => {
    const effect =
      happening.type === 'AWS::Cognito::ManagedLoginBranding'
        ? 'Managed login shows no sign-in page to the users of this client until it has a style again.'
        : 'The pages of the client lose their style until it is there again.';
    return withItsClient(happening) ?? [{ verdict: 'breaks-clients', effect }];
  },
};

export const termsRecreated: FateRule = {
  kind: 'fate',
  id: 'terms-recreated',
  what: 'Terms belong to one client; they are removed and made anew with it.',
  source,
  types: ['AWS::Cognito::Terms'],
  fates: ['removed', 'renamed', 'moved', 'replaced'],
  judge: (happening) =>
    withItsClient(happening) ?? [
      { verdict: 'neutral', effect: 'The pages do not link to the document while it is not there.' },
    ],
};

export const roleAttachmentRecreated: FateRule = {
  kind: 'fate',
  id: 'identity-pool-attachment-recreated',
  what: 'Without its roles and tags an identity pool hands out no credentials, or others.',
  source,
  types: ['AWS::Cognito::IdentityPoolRoleAttachment', 'AWS::Cognito::IdentityPoolPrincipalTag'],
  fates: ['removed', 'renamed', 'moved', 'replaced'],
  judge: () => [
    {
      verdict: 'breaks-clients',
      effect: 'Users get no AWS credentials, or credentials without their tags, until it is there again.',
    },
  ],
};
