import type { PropertyRule } from './rule';

const types = ['AWS::Cognito::UserPool'];

export const emailDelivery: PropertyRule = {
  kind: 'property',
  id: 'email-delivery',
  what: 'Who sends the e-mails decides whether they arrive, and how many a day.',
  source: 'EmailConfigurationType; aws-cdk#18964, #19787, #25115',
  types,
  properties: ['EmailConfiguration.', 'EmailConfiguration'],
  judge: ({ property, to }) => [
    {
      verdict: 'neutral',
      effect:
        property.endsWith('EmailSendingAccount') && to.value === 'COGNITO_DEFAULT'
          ? 'The service sends from its own address, with a small quota a day; codes and invitations beyond it are not sent.'
          : 'Codes and invitations come from another sender. The identity is checked at deployment, and has to be verified exactly as written.',
    },
  ],
};

export const smsDelivery: PropertyRule = {
  kind: 'property',
  id: 'sms-delivery',
  what: 'The role and the sender of SMS are checked when the pool is updated.',
  source: 'SmsConfigurationType; InvalidSmsRoleTrustRelationshipException',
  types,
  properties: ['SmsConfiguration.', 'SmsConfiguration'],
  judge: () => [
    {
      verdict: 'neutral',
      effect:
        'SMS are sent with another role, sender or Region; the role has to trust the service with the same external id.',
    },
  ],
};
