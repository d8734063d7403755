import { lifecycleRules } from '../../../lib/environments/rules/lifecycle';
import { draft, off, productionDraft, sandbox } from '../draft';
import { testRules } from './rule-rows';

testRules(lifecycleRules, {
  broken: [
    {
      rule: 'environment-name-unique',
      what: 'the name of an environment before it',
      before: [draft()],
      candidate: draft((e) => (e.region = 'us-east-1')),
      path: 'name',
      instead: 'Give this environment a name of its own',
    },
    {
      rule: 'environment-name-reserved',
      what: 'a name that SSM keeps for AWS',
      candidate: draft((e) => (e.name = 'aws-tests')),
      path: 'name',
      instead: 'Put another word first',
    },
    {
      rule: 'environment-name-reserved',
      what: 'a name that SSM keeps for itself',
      candidate: draft((e) => (e.name = 'ssm')),
      path: 'name',
      instead: 'Put another word first',
    },
    {
      rule: 'deploying-account-in-sandbox-only',
      what: 'the account of the credentials outside the sandbox',
      candidate: draft((e) => (e.account = 'deploying')),
      path: 'account',
      instead: 'Write the id of the account',
    },
    {
      rule: 'deletion-protection-outside-sandbox',
      what: 'a pre-production pool that one call deletes',
      candidate: draft((e) => (e.removal.deletionProtection = off)),
      path: 'removal.deletionProtection.enabled',
      instead: '{ enabled: true }',
    },
    {
      rule: 'retain-outside-sandbox',
      what: 'a production pool that goes with its stack',
      candidate: productionDraft((e) => (e.removal.policy = 'destroy')),
      path: 'removal.policy',
      instead: '"retain"',
    },
    {
      rule: 'destroy-needs-protection-off',
      what: 'destroying what is protected',
      candidate: sandbox((e) => (e.removal.policy = 'destroy')),
      path: 'removal.deletionProtection.enabled',
      instead: 'make the policy "retain"',
    },
  ],
});
