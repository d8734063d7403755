import { everyEnvironment } from '../synthesis/every-environment';
import { resourcesOfType, userPoolOf } from '../synthesis/template-resource';

const names = {
  preSignUp: 'PreSignUp',
  postConfirmation: 'PostConfirmation',
  preTokenGeneration: 'PreTokenGeneration',
  customMessage: 'CustomMessage',
  postAuthentication: 'PostAuthentication',
  userMigration: 'UserMigration',
} as const;

const functionArn = { 'Fn::GetAtt': [expect.stringMatching(/^Triggers\w+Function\w+$/), 'Arn'] };
const poolArn = { 'Fn::GetAtt': ['UserPool', 'Arn'] };

describe.each(everyEnvironment)(
  'the triggers of $name',
  ({ name: environment, triggers, account, region, removal }) => {
    const functions = resourcesOfType(environment, 'AWS::Lambda::Function');
    const declared = Object.entries(names).filter(([name]) => Object.hasOwn(triggers, name));

    test('are in LambdaConfig exactly when they are declared, and an empty one is written out', () => {
      const wanted = Object.fromEntries(declared.map(([, name]) => [name, functionArn]));
      const { PreTokenGenerationConfig: versioned, ...config } = lambdaConfigOf(environment);
      expect(config).toEqual(wanted);
      expect(versioned).toEqual(
        triggers.preTokenGeneration && { LambdaArn: config['PreTokenGeneration'], LambdaVersion: 'V2_0' },
      );
    });

    test('have a function each, on the newest Node, that ends when Cognito stops waiting', () => {
      expect(functions).toHaveLength(declared.length);
      for (const [, { Properties }] of functions) {
        expect(Properties).toMatchObject({
          Runtime: 'nodejs24.x',
          Architectures: ['arm64'],
          Handler: 'index.handler',
          Timeout: 5,
          LoggingConfig: { LogGroup: { Ref: expect.stringMatching(/LogGroup/) } },
        });
      }
    });

    test('may be invoked by Cognito for this user pool of this account, and by nobody else', () => {
      const permissions = resourcesOfType(environment, 'AWS::Lambda::Permission');
      expect(permissions.map(([, { Properties }]) => Properties)).toEqual(
        functions.map(([id]) => ({
          Action: 'lambda:InvokeFunction',
          FunctionName: { 'Fn::GetAtt': [id, 'Arn'] },
          Principal: 'cognito-idp.amazonaws.com',
          SourceArn: poolArn,
          SourceAccount: account === 'deploying' ? { Ref: 'AWS::AccountId' } : account,
        })),
      );
    });

    test('write to their own log group, which expires and is kept as the pool is', () => {
      const groups = resourcesOfType(environment, 'AWS::Logs::LogGroup');
      expect(groups).toHaveLength(functions.length);
      for (const [, group] of groups) {
        expect(group.Properties['RetentionInDays']).toEqual(expect.any(Number));
        expect(group.DeletionPolicy).toBe(removal.policy === 'retain' ? 'Retain' : 'Delete');
      }
    });

    test('have roles of their own without any managed policy', () => {
      const roles = resourcesOfType(environment, 'AWS::IAM::Role');
      expect(roles).toHaveLength(functions.length);
      for (const [, { Properties }] of roles) expect(Properties).not.toHaveProperty('ManagedPolicyArns');
    });

    test('may do what they need on exactly one resource', () => {
      expect(permissionsBesideLogs(environment)).toEqual([
        ...(triggers.postConfirmation ? [['cognito-idp:AdminAddUserToGroup', poolArn]] : []),
        ...(triggers.userMigration
          ? [['secretsmanager:GetSecretValue', secretArn(region, account, triggers.userMigration.tokenSecretName)]]
          : []),
      ]);
    });
  },
);

interface Statement {
  readonly Action: unknown;
  readonly Resource: unknown;
}

function permissionsBesideLogs(environment: string): readonly (readonly [unknown, unknown])[] {
  const statements = resourcesOfType(environment, 'AWS::IAM::Policy').flatMap(
    ([, { Properties }]) => (Properties['PolicyDocument'] as { readonly Statement: readonly Statement[] }).Statement,
  );
  return statements
    .filter(({ Action }) => !(Array.isArray(Action) && Action.every((action) => /^logs:/.test(String(action)))))
    .map(({ Action, Resource }) => [Action, Resource]);
}

function secretArn(region: string, account: string, name: string): unknown {
  const end = `secret:${name}-??????`;
  if (account !== 'deploying') return `arn:aws:secretsmanager:${region}:${account}:${end}`;
  return { 'Fn::Join': ['', [`arn:aws:secretsmanager:${region}:`, { Ref: 'AWS::AccountId' }, `:${end}`]] };
}

function lambdaConfigOf(environment: string): Readonly<Record<string, unknown>> {
  return userPoolOf(environment).Properties['LambdaConfig'] as Readonly<Record<string, unknown>>;
}
