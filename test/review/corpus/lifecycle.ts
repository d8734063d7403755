import { stackArtifact } from '../../template/stack-artifact';
import type { Attributes, CorpusPair } from './pair';
import { client, part, pool, resource } from './pair';

const renamed = (attributes: Attributes = {}) => ({
  Renamed: resource('AWS::Cognito::UserPool', { UserPoolName: 'people' }, attributes),
});
const other = { Topic: resource('AWS::SNS::Topic'), ...client({ UserPoolId: 'eu-west-1_a' }) };
const policies = (DeletionPolicy: string, UpdateReplacePolicy = DeletionPolicy): Attributes => ({
  DeletionPolicy,
  UpdateReplacePolicy,
});
const federated = {
  ...pool(),
  ...part('Prefix', 'UserPoolDomain', { Domain: 'people' }),
  ...part('Custom', 'UserPoolDomain', { Domain: 'login.example.com' }),
  ...part('Provider', 'UserPoolIdentityProvider', { ProviderName: 'Work', ProviderType: 'SAML' }),
};
const waiver = { control: 'CGN-MFA-01', reason: 'A pilot.', owner: 'identity-team', expires: '2027-01-31' };

/** Resources and stacks that come and go, and what guards them. */
export const lifecyclePairs: readonly CorpusPair[] = [
  {
    title: 'a pool gets another logical id',
    rows: ['3/pool-new', '5.2/pool-logical-id', 'S4/pool-removed'],
    source: 'CloudFormation User Guide, DeletionPolicy',
    before: pool(),
    after: renamed(),
    expected: [['Renamed', '', 'destroys-users']],
  },
  {
    title: 'a retained pool gets another logical id, and the client follows the empty one',
    rows: ['3.1/orphaned', '5.2/pool-logical-id', 'S4/pool-retained'],
    source: 'CloudFormation User Guide, DeletionPolicy',
    before: { ...pool({}, policies('Retain')), ...client() },
    after: { ...renamed(policies('Retain')), ...client({ UserPoolId: { Ref: 'Renamed' } }) },
    expected: [
      ['Renamed', '', 'destroys-users'],
      ['Client', 'UserPoolId', 'new-client-id', 'signs-users-out'],
    ],
  },
  ...(['Retain', 'RetainExceptOnCreate', 'Delete'] as const).map((policy): CorpusPair => ({
    title: `a pool with DeletionPolicy ${policy} is removed`,
    rows: [
      '5.2/pool-removed',
      ...(
        {
          Retain: ['3.1/retain'],
          RetainExceptOnCreate: ['3.1/retain-except-on-create'],
          Delete: ['3.1/delete'],
        } as const
      )[policy],
    ],
    source: 'CloudFormation User Guide, DeletionPolicy',
    before: { ...pool({}, { DeletionPolicy: policy }), ...other },
    after: other,
    expected: [['Pool', '', 'destroys-users']],
  })),
  {
    title: 'a protected pool is removed',
    rows: ['5.2/pool-removed-protected', '3.1/protected-and-deleted'],
    source: 'DeleteUserPool',
    before: { ...pool({ DeletionProtection: 'ACTIVE' }, policies('Delete')), ...other },
    after: other,
    expected: [['Pool', '', 'destroys-users']],
  },
  {
    title: 'protection is lowered and the policy with it, as a first step to removal',
    rows: ['3.1/order-trap', '5.2/security-down'],
    source: 'DeleteUserPool; CloudFormation User Guide, DeletionPolicy',
    before: pool({ DeletionProtection: 'ACTIVE' }, policies('Retain')),
    after: pool({ DeletionProtection: 'INACTIVE' }, policies('Delete')),
    expected: [
      ['Pool', 'DeletionProtection', 'weakens'],
      ['Pool', 'DeletionPolicy', 'weakens'],
      ['Pool', 'UpdateReplacePolicy', 'weakens'],
    ],
  },
  {
    title: 'a retained pool is to be deleted',
    rows: ['5.2/deletion-policy', '3.1/delete'],
    source: 'CloudFormation User Guide, DeletionPolicy',
    before: pool({}, { DeletionPolicy: 'Retain' }),
    after: pool({}, { DeletionPolicy: 'Delete' }),
    expected: [['Pool', 'DeletionPolicy', 'weakens']],
  },
  {
    title: 'a pool is to be kept as a snapshot, which there is not',
    rows: ['3.1/snapshot'],
    source: 'CloudFormation validator F3016, F0018',
    before: pool({}, { DeletionPolicy: 'Retain' }),
    after: pool({}, { DeletionPolicy: 'Snapshot' }),
    expected: [['Pool', 'DeletionPolicy', 'refused-at-deploy']],
  },
  {
    title: 'a pool is retained from now on',
    rows: ['3.1/retain'],
    source: 'CloudFormation User Guide, DeletionPolicy',
    before: pool(),
    after: pool({}, { DeletionPolicy: 'Retain' }),
    expected: [['Pool', 'DeletionPolicy', 'strengthens']],
  },
  {
    title: 'termination protection of the stack is switched off',
    rows: ['3.1/termination-protection'],
    source: 'CloudFormation User Guide, termination protection',
    before: [stackArtifact({ Resources: pool() }, { terminationProtection: true })],
    after: [stackArtifact({ Resources: pool() }, { terminationProtection: false })],
    expected: [['', 'dev/auth: terminationProtection', 'weakens']],
  },
  {
    title: 'a stack goes to another Region, with a prefix domain and an identity provider',
    rows: ['3/pool-new', '1.4/domain', '1.4/identity-provider'],
    source: 'Amazon Cognito developer guide: a prefix is unique in its Region',
    before: [stackArtifact({ Resources: federated })],
    after: [stackArtifact({ Resources: federated }, { region: 'eu-central-1' })],
    expected: [
      ['', 'dev/auth: region', 'effect-uncertain'],
      ['Pool', '', 'destroys-users'],
      ['Provider', '', 'destroys-users'],
      ['Prefix', '', 'breaks-clients'],
      ['Custom', '', 'refused-at-deploy', 'breaks-clients'],
    ],
  },
  {
    title: 'tags of the stack change, which no template shows',
    rows: ['1.1/tags-texts-email-sms', 'S4/neutral'],
    source: 'CloudFormation User Guide, resource tags',
    before: [
      stackArtifact({ Resources: pool() }, { tags: { owner: 'identity-team', project: 'userpool', gone: 'x' } }),
    ],
    after: [
      stackArtifact({ Resources: pool() }, { tags: { project: 'userpool', owner: 'platform-team', added: 'y' } }),
    ],
    expected: [
      ['', 'dev/auth: tags.owner', 'neutral'],
      ['', 'dev/auth: tags.gone', 'neutral'],
      ['', 'dev/auth: tags.added', 'neutral'],
    ],
  },
  {
    title: 'a stack gets another name',
    rows: ['3/pool-new', 'S4/pool-removed'],
    source: 'CloudFormation User Guide: a stack is its name in an account and Region',
    before: [stackArtifact({ Resources: { ...pool(), ...client() } })],
    after: [stackArtifact({ Resources: { ...pool(), ...client() } }, { stackName: 'dev-login' })],
    expected: [
      ['', 'dev/auth: stackName', 'effect-uncertain'],
      ['Pool', '', 'destroys-users'],
      ['Client', '', 'new-client-id'],
    ],
  },
  {
    title: 'a pool moves to another stack',
    rows: ['3/pool-new', 'S4/pool-removed'],
    source: 'CloudFormation User Guide, stack refactoring',
    before: [
      stackArtifact({ Resources: pool() }),
      stackArtifact({ Resources: other }, { path: 'dev/app', stackName: 'dev-app' }),
    ],
    after: [
      stackArtifact({ Resources: {} }),
      stackArtifact({ Resources: { ...other, ...pool() } }, { path: 'dev/app', stackName: 'dev-app' }),
    ],
    expected: [['Pool', '', 'destroys-users']],
  },
  {
    title: 'a condition turns false, and the pool under it goes',
    rows: ['5.2/condition-false'],
    source: 'CloudFormation User Guide, Conditions',
    before: [
      stackArtifact({
        Conditions: { Wanted: { 'Fn::Equals': ['a', 'a'] } },
        Resources: { ...pool({}, { Condition: 'Wanted' }), ...other },
      }),
    ],
    after: [
      stackArtifact({
        Conditions: { Wanted: { 'Fn::Equals': ['a', 'b'] } },
        Resources: { ...pool({}, { Condition: 'Wanted' }), ...other },
      }),
    ],
    expected: [['Pool', '', 'destroys-users']],
  },
  {
    title: 'a pool is put under a condition that nobody knows',
    rows: ['5.2/condition-false'],
    source: 'CloudFormation User Guide, Conditions',
    before: [stackArtifact({ Resources: pool() })],
    after: [
      stackArtifact({
        Parameters: { Wanted: { Type: 'String' } },
        Conditions: { Wanted: { 'Fn::Equals': [{ Ref: 'Wanted' }, 'yes'] } },
        Resources: pool({}, { Condition: 'Wanted' }),
      }),
    ],
    expected: [['Pool', 'Condition', 'effect-uncertain']],
  },
  {
    title: 'a default of a parameter changes what users sign in with',
    rows: ['5.2/parameter-or-mapping'],
    source: 'aws-cdk cloudformation-diff, tried (no resource differs there)',
    before: [
      stackArtifact({
        Parameters: { Name: { Type: 'String', Default: 'email' } },
        Resources: pool({ UsernameAttributes: [{ Ref: 'Name' }] }),
      }),
    ],
    after: [
      stackArtifact({
        Parameters: { Name: { Type: 'String', Default: 'phone_number' } },
        Resources: pool({ UsernameAttributes: [{ Ref: 'Name' }] }),
      }),
    ],
    expected: [['Pool', 'UsernameAttributes', 'refused-at-deploy']],
  },
  {
    title: 'a value of a mapping gives a client a secret',
    rows: ['5.2/parameter-or-mapping'],
    source: 'aws-cdk cloudformation-diff, tried (no resource differs there)',
    before: [
      stackArtifact({
        Mappings: { M: { a: { secret: false } } },
        Resources: { ...pool(), ...client({ GenerateSecret: { 'Fn::FindInMap': ['M', 'a', 'secret'] } }) },
      }),
    ],
    after: [
      stackArtifact({
        Mappings: { M: { a: { secret: true } } },
        Resources: { ...pool(), ...client({ GenerateSecret: { 'Fn::FindInMap': ['M', 'a', 'secret'] } }) },
      }),
    ],
    expected: [['Client', 'GenerateSecret', 'new-client-id', 'signs-users-out']],
  },
  {
    title: 'the pool of a nested stack goes',
    rows: ['5.2/nested-stack'],
    source: 'aws-cdk cloudformation-diff, tried (a TemplateURL differs there)',
    before: nested({ ...pool(), ...other }),
    after: nested(other),
    expected: [['Pool', '', 'destroys-users']],
  },
  {
    title: 'a nested stack whose template is not in the assembly changes',
    rows: ['5.2/nested-stack'],
    source: 'CloudFormation User Guide, nested stacks',
    before: { ...pool(), Nest: resource('AWS::CloudFormation::Stack', { TemplateURL: 'https://example.com/a.json' }) },
    after: { ...pool(), Nest: resource('AWS::CloudFormation::Stack', { TemplateURL: 'https://example.com/b.json' }) },
    expected: [['Nest', 'TemplateURL', 'effect-uncertain']],
  },
  {
    title: 'a template that a macro works on changes',
    rows: ['5.2/nested-stack'],
    source: 'CloudFormation User Guide, template macros',
    before: [stackArtifact({ Transform: 'Company::Macro', Resources: pool() })],
    after: [
      stackArtifact({ Transform: 'Company::Macro', Resources: { ...pool(), Topic: resource('AWS::SNS::Topic') } }),
    ],
    expected: [['', 'dev/auth: Transform', 'effect-uncertain']],
  },
  {
    title: 'another type stands under the logical id of the pool',
    rows: ['S4/pool-removed'],
    source: 'CloudFormation User Guide, updating stacks',
    before: { ...pool(), ...other },
    after: { Pool: resource('AWS::SNS::Topic'), ...other },
    expected: [
      ['Pool', '', 'destroys-users'],
      ['Pool', 'Type', 'refused-at-deploy'],
    ],
  },
  {
    title: 'a waiver is added',
    rows: ['S4/waiver'],
    source: 'this project',
    before: pool(),
    after: pool(),
    intent: { after: { waivers: [waiver] } },
    expected: [['', 'waivers.CGN-MFA-01', 'weakens']],
  },
  {
    title: 'a waiver is extended, and less is asked of the environment',
    rows: ['S4/waiver'],
    source: 'this project',
    before: pool(),
    after: pool(),
    intent: {
      before: { waivers: [waiver] },
      after: { waivers: [{ ...waiver, expires: '2027-12-31' }], class: 'sandbox', assurance: 'aal1' },
    },
    expected: [
      ['', 'waivers.CGN-MFA-01', 'weakens'],
      ['', 'class', 'weakens'],
      ['', 'assurance', 'weakens'],
    ],
  },
];

function nested(resources: ReturnType<typeof pool>): CorpusPair['before'] {
  const template = {
    Resources: {
      Nest: resource('AWS::CloudFormation::Stack', { TemplateURL: 'https://example.com/nest.json' }),
      ...client({ UserPoolId: 'eu-west-1_a' }),
    },
  };
  const inner = stackArtifact({ Resources: resources }, { path: 'dev/auth/Nest', stackName: 'dev-auth-Nest' });
  return [stackArtifact(template, { nested: new Map([['Nest', inner]]) })];
}
