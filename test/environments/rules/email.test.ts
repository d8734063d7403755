import { emailRules } from '../../../lib/environments/rules/email';
import { client, type Draft, draft } from '../draft';
import { testRules } from './rule-rows';

const ses = {
  kind: 'ses' as const,
  fromAddress: 'no-reply@example.com',
  fromName: 'Example',
  replyToAddress: 'support@example.com',
  verifiedIdentity: 'example.com',
  region: 'eu-west-1',
};

/** A draft with a copy in Frankfurt. */
function withReplica(emailSender: Draft['emailSender']): Draft {
  return draft((e) => {
    e.encryptionKey = { owner: 'customer', keyArn: 'arn:aws:kms:eu-west-1:111122223333:key/mrk-1' };
    e.issuer = 'UPDATED';
    e.replicas = [{ region: 'eu-central-1', active: false, emailSender, smsSender: { kind: 'none' } }];
  });
}

testRules(emailRules, {
  broken: [
    {
      rule: 'custom-message-needs-ses',
      what: 'own texts with the built-in sender',
      candidate: draft((e) => (e.emailSender = { kind: 'built-in' })),
      path: 'triggers.customMessage',
      instead: 'Make emailSender.kind "ses", or remove triggers.customMessage',
    },
    {
      rule: 'custom-message-needs-locale',
      what: 'texts by language without a language',
      candidate: draft((e) => {
        delete e.standardAttributes.locale;
        for (const name of Object.keys(e.clients)) {
          const each = client(e, name);
          each.readAttributes = each.readAttributes.filter((attribute) => attribute !== 'locale');
          each.writeAttributes = each.writeAttributes.filter((attribute) => attribute !== 'locale');
        }
      }),
      path: 'standardAttributes.locale',
      instead: 'Add locale',
    },
    {
      rule: 'ses-identity-covers-sender',
      what: 'a sender outside the verified domain',
      candidate: draft((e) => (e.emailSender = { ...ses, verifiedIdentity: 'example.org' })),
      path: 'emailSender.verifiedIdentity',
      instead: 'Write "example.com"',
    },
    {
      rule: 'ses-identity-covers-sender',
      what: 'a verified address that is not the sender',
      candidate: draft((e) => (e.emailSender = { ...ses, verifiedIdentity: 'support@example.com' })),
      path: 'emailSender.verifiedIdentity',
      instead: '"no-reply@example.com" if only the address is',
    },
    {
      rule: 'ses-region',
      what: 'an SES identity in a Region that Cognito does not call',
      candidate: draft((e) => (e.emailSender = { ...ses, region: 'ap-northeast-1' })),
      path: 'emailSender.region',
      instead: 'Verify the identity in eu-west-1',
    },
    {
      rule: 'ses-region',
      what: 'an SES identity in another Region for a user pool that is kept to its own',
      candidate: draft((e) => {
        e.region = 'eu-north-1';
        e.emailSender = ses;
      }),
      path: 'emailSender.region',
      instead: 'Verify the identity in eu-north-1',
    },
    {
      rule: 'ses-region',
      what: 'an SES identity that a copy in another Region cannot use',
      candidate: withReplica({ ...ses, region: 'ap-northeast-1' }),
      path: 'replicas[0].emailSender.region',
      instead: 'Verify the identity in eu-central-1',
    },
    {
      rule: 'ses-identity-covers-sender',
      what: 'a sender of a copy outside its verified domain',
      candidate: withReplica({ ...ses, region: 'eu-central-1', verifiedIdentity: 'example.org' }),
      path: 'replicas[0].emailSender.verifiedIdentity',
      instead: 'Write "example.com"',
    },
  ],
  fine: [
    [
      'the sender itself as the verified identity',
      draft((e) => (e.emailSender = { ...ses, verifiedIdentity: ses.fromAddress })),
    ],
    [
      'an SES identity in a Region that Cognito calls from many others',
      draft((e) => (e.emailSender = { ...ses, region: 'us-east-1' })),
    ],
    [
      'an SES identity in the Region of the user pool',
      draft((e) => {
        e.region = 'ap-northeast-1';
        e.emailSender = { ...ses, region: 'ap-northeast-1' };
      }),
    ],
    [
      'an SES identity for a user pool in a Region of which nothing is known',
      draft((e) => {
        e.region = 'eu-central-2';
        e.emailSender = { ...ses, region: 'eu-central-1' };
      }),
    ],
  ],
});
