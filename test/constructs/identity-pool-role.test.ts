import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import { AwsSolutionsChecks } from 'cdk-nag';
import { IdentityPoolRole } from '../../lib/constructs/identity-pool-role';

const flag = '@aws-cdk/core:enablePartitionLiterals';
// The validator of aws-cdk-lib takes seconds, and is not what is looked at.
const app = (context: Readonly<Record<string, boolean>>): App =>
  new App({ context, builtinCloudFormationValidation: false });

function roleIn(stack: Stack): void {
  new IdentityPoolRole(stack, 'Role', {
    identityPoolId: 'eu-west-1:00000000-0000-4000-8000-000000000000',
    identities: 'authenticated',
    s3: { bucket: 'example-documents', prefix: 'users/' },
    removalPolicy: RemovalPolicy.RETAIN,
  });
}

/** What cdk-nag would find in any role, so that an empty list of findings cannot come of a check that did not run. */
function offendIn(stack: Stack): void {
  const Statement = [{ Effect: 'Allow', Action: 's3:PutObject', Resource: '*' }];
  new CfnRole(stack, 'Offending', {
    assumeRolePolicyDocument: {},
    policies: [{ policyName: 'offending', policyDocument: { Statement } }],
  });
}

test.each<readonly [string, Readonly<Record<string, boolean>>, string | undefined]>([
  ['with the flag, in a Region', { [flag]: true }, 'eu-west-1'],
  ['with the flag, in no Region', { [flag]: true }, undefined],
  ['without the flag, in a Region', { [flag]: false }, 'eu-west-1'],
  ['without the flag, in no Region', {}, undefined],
])('what cdk-nag finds in the role is acknowledged, and it is synthesized, %s', (_, context, region) => {
  const root = app(context);
  const stack = new Stack(root, 'Stack', region === undefined ? {} : { env: { region } });
  roleIn(stack);
  offendIn(stack);
  const { violations } = new AwsSolutionsChecks(root).validateScope(stack);
  expect(violations.map(({ ruleName }) => ruleName)).toEqual(['AwsSolutions-IAM5[Resource::*]']);
  Template.fromStack(stack).resourceCountIs('AWS::IAM::Role', 2);
});
