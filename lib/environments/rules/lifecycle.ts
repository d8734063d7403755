import { defineRule, type Rule } from './rule';

/** Where an environment lives, and what keeps its users when the stack goes. */
export const lifecycleRules: readonly Rule[] = [
  defineRule({
    id: 'environment-name-unique',
    what: 'No two environments have the same name.',
    source: 'The name is the id of the Stage and part of every stack name.',
    reads: ['name'],
    check: ({ name }, { earlierNames }) =>
      earlierNames.includes(name)
        ? [
            {
              path: ['name'],
              got: name,
              allowed: `a name other than ${earlierNames.join(', ')}`,
              instead: 'Give this environment a name of its own.',
            },
          ]
        : [],
  }),
  defineRule({
    id: 'environment-name-reserved',
    what: 'The name does not begin with aws or ssm.',
    source: 'AWS Systems Manager, PutParameter: a parameter name must not be prefixed with aws or ssm.',
    reads: ['name'],
    check: ({ name }) =>
      /^(aws|ssm)/.test(name)
        ? [
            {
              path: ['name'],
              got: name,
              allowed: 'a name that does not begin with aws or ssm',
              instead: 'Put another word first: the name is part of SSM parameter names.',
            },
          ]
        : [],
  }),
  defineRule({
    id: 'deploying-account-in-sandbox-only',
    what: 'Only a sandbox is deployed to whatever account the credentials at hand belong to.',
    source: 'AWS CDK Developer Guide, environments: name the account of every stack that is for production.',
    reads: ['class', 'account'],
    check: (environment) =>
      environment.account === 'deploying' && environment.class !== 'sandbox'
        ? [
            {
              path: ['account'],
              got: environment.account,
              allowed: 'the 12 digits of an account, outside class sandbox',
              instead: 'Write the id of the account that this environment is deployed to.',
            },
          ]
        : [],
  }),
  defineRule({
    id: 'deletion-protection-outside-sandbox',
    what: 'Outside the sandbox class the user pool has deletion protection.',
    source: 'AWS Security Hub Cognito.6; without it one API call deletes every user.',
    reads: ['class', 'removal'],
    check: (environment) =>
      environment.class !== 'sandbox' && !environment.removal.deletionProtection.enabled
        ? [
            {
              path: ['removal', 'deletionProtection', 'enabled'],
              got: false,
              allowed: 'true, outside class sandbox',
              instead: 'Write { enabled: true }.',
            },
          ]
        : [],
  }),
  defineRule({
    id: 'retain-outside-sandbox',
    what: 'Outside the sandbox class the user pool is retained when it leaves the template.',
    source: 'AWS CloudFormation, DeletionPolicy; users and their passwords cannot be restored from a backup.',
    reads: ['class', 'removal'],
    check: (environment) =>
      environment.class !== 'sandbox' && environment.removal.policy !== 'retain'
        ? [
            {
              path: ['removal', 'policy'],
              got: environment.removal.policy,
              allowed: '"retain", outside class sandbox',
              instead: 'Write "retain".',
            },
          ]
        : [],
  }),
  defineRule({
    id: 'destroy-needs-protection-off',
    what: 'A user pool that is to be destroyed with its stack has no deletion protection.',
    source:
      'Cognito API, DeleteUserPool: refused while DeletionProtection is ACTIVE, so the stack ends in DELETE_FAILED.',
    reads: ['class', 'removal'],
    check: (environment) =>
      // Outside the sandbox "retain" is the only cure, and the rule above names it.
      environment.class === 'sandbox' &&
      environment.removal.policy === 'destroy' &&
      environment.removal.deletionProtection.enabled
        ? [
            {
              path: ['removal', 'deletionProtection', 'enabled'],
              got: true,
              allowed: 'false beside policy "destroy"',
              instead: 'Write { enabled: false, reason }, or make the policy "retain".',
            },
          ]
        : [],
  }),
];
