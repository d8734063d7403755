import { replicaRules } from '../../../lib/environments/rules/replicas';
import { type Draft, draft, sandbox } from '../draft';
import { testRules } from './rule-rows';

const ses: Draft['emailSender'] = {
  kind: 'ses',
  fromAddress: 'no-reply@example.com',
  fromName: 'Example',
  replyToAddress: 'support@example.com',
  verifiedIdentity: 'example.com',
  region: 'eu-central-1',
};

/** The ARN of a key. */
function key({ region = 'eu-west-1', account = '111122223333', id = 'mrk-1234abcd12ab34cd56ef1234567890ab' }): string {
  return `arn:aws:kms:${region}:${account}:key/${id}`;
}

/** A draft with a copy in Frankfurt that users can sign in to. */
function replicated(change: (environment: Draft, replica: Draft['replicas'][number]) => void): Draft {
  return draft((e) => {
    const replica: Draft['replicas'][number] = {
      region: 'eu-central-1',
      active: true,
      emailSender: ses,
      smsSender: { kind: 'none' },
    };
    e.encryptionKey = { owner: 'customer', keyArn: key({}) };
    e.issuer = 'UPDATED';
    e.replicas = [replica];
    change(e, replica);
  });
}

testRules(replicaRules, {
  broken: [
    {
      rule: 'encryption-key-of-the-pool',
      what: 'a key in another Region',
      candidate: draft((e) => (e.encryptionKey = { owner: 'customer', keyArn: key({ region: 'eu-central-1' }) })),
      path: 'encryptionKey.keyArn',
      instead: 'Write the ARN of a key there',
    },
    {
      rule: 'encryption-key-of-the-pool',
      what: 'a key of another account',
      candidate: draft((e) => (e.encryptionKey = { owner: 'customer', keyArn: key({ account: '999988887777' }) })),
      path: 'encryptionKey.keyArn',
      instead: 'Write the ARN of a key there',
    },
    {
      rule: 'replica-elsewhere',
      what: 'a copy in the Region of the user pool',
      candidate: replicated((e, replica) => {
        replica.region = e.region;
        replica.emailSender = { ...ses, region: e.region };
      }),
      path: 'replicas[0].region',
      instead: 'the Region that is to take over',
    },
    {
      rule: 'replica-needs-multi-region-key',
      what: 'a copy of what only AWS can decrypt',
      candidate: replicated((e) => (e.encryptionKey = { owner: 'aws' })),
      path: 'encryptionKey.owner',
      instead: 'owner: "customer"',
    },
    {
      rule: 'replica-needs-multi-region-key',
      what: 'a copy of what only one Region can decrypt',
      candidate: replicated((e) => {
        e.encryptionKey = { owner: 'customer', keyArn: key({ id: '1234abcd-12ab-34cd-56ef-1234567890ab' }) };
      }),
      path: 'encryptionKey.keyArn',
      instead: 'a key that is replicated to that Region',
    },
    {
      rule: 'replica-needs-updated-issuer',
      what: 'a copy whose tokens are verified in the Region that failed',
      candidate: replicated((e) => (e.issuer = 'ORIGINAL')),
      path: 'issuer',
      instead: 'Write "UPDATED"',
    },
    {
      rule: 'active-replica-needs-a-factor',
      what: 'a copy that nobody could sign in to',
      candidate: replicated((e) => (e.mfa = { mode: 'required', factors: ['SOFTWARE_TOKEN_MFA'] })),
      path: 'replicas[0].active',
      instead: 'or add a factor',
    },
    {
      rule: 'replica-sends-as-the-pool',
      what: 'a copy that sends with the built-in sender, unlike the user pool',
      candidate: replicated((_, replica) => (replica.emailSender = { kind: 'built-in' })),
      path: 'replicas[0].emailSender.kind',
      instead: 'what is set up in eu-central-1',
    },
  ],
  fine: [
    ['a copy', replicated(() => undefined)],
    [
      'a key of one Region where there is no copy',
      draft((e) => (e.encryptionKey = { owner: 'customer', keyArn: key({ id: 'a' }) })),
    ],
    [
      'a key of whatever account the sandbox is deployed to',
      sandbox((e) => {
        e.account = 'deploying';
        e.encryptionKey = { owner: 'customer', keyArn: key({ account: '999988887777' }) };
      }),
    ],
    [
      'an inactive copy where a software token is required',
      replicated((e, replica) => {
        e.mfa = { mode: 'required', factors: ['SOFTWARE_TOKEN_MFA'] };
        replica.active = false;
      }),
    ],
    [
      'an active copy where codes by e-mail are required',
      replicated((e) => {
        e.mfa = { mode: 'required', factors: ['EMAIL_OTP'] };
        e.accountRecovery = ['admin_only'];
      }),
    ],
  ],
});
