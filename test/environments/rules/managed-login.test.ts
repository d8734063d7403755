import { managedLoginRules } from '../../../lib/environments/rules/managed-login';
import { type Draft, draft, sandbox } from '../draft';
import { certificateArn, customDomain } from '../pages-drafts';
import { testRules } from './rule-rows';

const prefix = (word: string): Draft =>
  draft((e) => (e.managedLogin = { pages: 'on', domain: { kind: 'prefix', prefix: word } }));

const custom = (changes: Parameters<typeof customDomain>[1]): Draft => draft((e) => customDomain(e, changes));

/** The same as another environment. */
const renamed = (environment: Draft): Draft => ({ ...environment, name: 'earlier' });

const terms = { 'cognito:default': 'https://example.com/terms' } as const;

/** A domain in no hosted zone of this account. */
const withoutZone = (changes: Parameters<typeof customDomain>[1]): Draft =>
  draft((e) => {
    customDomain(e, changes);
    if (e.managedLogin.pages === 'on' && e.managedLogin.domain.kind === 'custom')
      delete e.managedLogin.domain.hostedZone;
  });

testRules(managedLoginRules, {
  broken: [
    ...['my-aws-login', 'amazonas', 'cognitologin'].map((word) => ({
      rule: 'prefix-without-reserved-word',
      what: `a prefix with a reserved word in it (${word})`,
      candidate: prefix(word),
      path: 'managedLogin.domain.prefix',
      instead: 'Write one without',
    })),
    {
      rule: 'pages-host-unique',
      what: 'a prefix that an earlier environment has in the Region',
      candidate: prefix('example'),
      before: [renamed(prefix('example'))],
      path: 'managedLogin.domain.prefix',
      instead: 'one of its own',
    },
    {
      rule: 'pages-host-unique',
      what: 'a custom domain that an earlier environment has',
      candidate: custom({}),
      before: [renamed(custom({}))],
      path: 'managedLogin.domain.name',
      instead: 'one of its own',
    },
    ...['example.com', 'example.co.uk', 'example.com.au'].map((name) => ({
      rule: 'custom-domain-has-parent',
      what: `a custom domain whose parent is of a registry (${name})`,
      candidate: withoutZone({ name }),
      path: 'managedLogin.domain.name',
      instead: `"login.${name}"`,
    })),
    {
      rule: 'certificate-region',
      what: 'a certificate where the user pool is',
      candidate: custom({ certificate: { from: 'arn', arn: certificateArn.replace('us-east-1', 'eu-west-1') } }),
      path: 'managedLogin.domain.certificate.arn',
      instead: 'Request one there',
    },
    {
      rule: 'certificate-region',
      what: 'a certificate of another account',
      candidate: custom({ certificate: { from: 'arn', arn: certificateArn.replace('111122223333', '444455556666') } }),
      path: 'managedLogin.domain.certificate.arn',
      instead: '{ from: "stack" }',
    },
    {
      rule: 'certificate-stack-needs-hosted-zone',
      what: 'a certificate that nobody would validate',
      candidate: withoutZone({ certificate: { from: 'stack' } }),
      path: 'managedLogin.domain.hostedZone',
      instead: 'Add hostedZone',
    },
    {
      rule: 'hosted-zone-of-domain',
      what: 'a zone that the domain is not in',
      candidate: custom({ hostedZone: { id: 'Z0123456789ABCDEFGHIJ', name: 'example.org' } }),
      path: 'managedLogin.domain.hostedZone.name',
      instead: 'the zone that the domain is in',
    },
    {
      rule: 'hosted-zone-of-domain',
      what: 'a zone whose name only ends like that of the domain',
      candidate: custom({ name: 'login.my-example.com' }),
      path: 'managedLogin.domain.hostedZone.name',
      instead: 'the zone that the domain is in',
    },
    {
      rule: 'failover-needs-replica',
      what: 'pages that would fail over to nothing',
      candidate: custom({ failover: { healthCheckId: '1a2b3c4d-0000-4000-8000-000000000000' } }),
      path: 'managedLogin.domain.failover',
      instead: 'add the other Region to replicas',
    },
    {
      rule: 'terms-have-default',
      what: 'terms for some languages only',
      candidate: draft((e) => {
        e.managedLogin = {
          pages: 'on',
          domain: { kind: 'prefix', prefix: 'example' },
          terms: { termsOfUse: terms, privacyPolicy: { 'cognito:german': 'https://example.com/datenschutz' } },
        };
      }),
      path: 'managedLogin.terms.privacyPolicy',
      instead: 'cognito:default',
    },
  ],
  fine: [
    ['a prefix without reserved words', prefix('example')],
    ['a custom domain with a certificate by its ARN', custom({})],
    ['a domain below one that only looks like that of a registry', withoutZone({ name: 'login.shop.com' })],
    [
      'a domain in no zone of this account, with a certificate by its ARN',
      withoutZone({ name: 'login.example.co.uk' }),
    ],
    ['a domain that is a zone of its own', custom({ hostedZone: { id: 'Z1', name: 'login.example.com' } })],
    ['a certificate that a stack makes', custom({ certificate: { from: 'stack' } })],
    [
      'a certificate of the account that deploys, whichever that is',
      sandbox((e) => {
        e.account = 'deploying';
        customDomain(e, { certificate: { from: 'arn', arn: certificateArn.replace('111122223333', '444455556666') } });
      }),
    ],
    [
      'terms in several languages',
      draft((e) => {
        customDomain(e);
        if (e.managedLogin.pages === 'on') {
          e.managedLogin.terms = {
            termsOfUse: { ...terms, 'cognito:german': 'https://example.com/nutzung' },
            privacyPolicy: terms,
          };
        }
      }),
    ],
  ],
});
