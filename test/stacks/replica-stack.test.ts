import type { Environment } from '../../lib/environments/environment';
import { dev } from '../environments/plain';
import { metadataKeys } from '../../lib/template/metadata';
import { notices, threats } from '../environments/threats';
import { range } from '../synthesis/range';
import { resourcesFor, stageFor, templateFor } from './template-for';

const { replicated } = range;

/** The id of the user pool, as the stack of the copy gets it. */
const userPoolId = {
  'Fn::GetStackOutput': {
    StackName: 'userpool-replicated-auth',
    OutputName: 'UserPoolId',
    Region: 'eu-west-1',
  },
};

/** With a trigger of every kind that the sandbox has, and the one for users who move over. */
const withTriggers: Environment = {
  ...replicated,
  triggers: {
    ...dev.triggers,
    customMessage: { productName: 'Example' },
    userMigration: {
      endpoint: 'https://legacy.example.com/',
      tokenSecretName: 'userpool/legacy/token',
      deadlineMilliseconds: 1000,
    },
  },
};

/** With everything that watches a user pool. */
const guarded: Environment = {
  ...replicated,
  featurePlan: 'PLUS',
  threatProtection: {
    ...threats,
    mode: 'enforced',
    riskConfiguration: {
      ...threats.riskConfiguration,
      accountTakeover: { ...threats.riskConfiguration.accountTakeover, notification: notices },
    },
  },
  webAcl: {
    use: 'on',
    requestsPerAddress: 1000,
    managedRuleGroups: [{ name: 'AWSManagedRulesAmazonIpReputationList', countedRules: [] }],
    logRetentionDays: 30,
  },
  logDelivery: {
    messageErrors: { deliver: true, retentionDays: 30 },
    userActivity: { deliver: true, retentionDays: 365 },
  },
};

const ofType = (resources: ReturnType<typeof resourcesFor>, type: string) =>
  Object.entries(resources).filter(([, { Type }]) => Type === type);

describe('a copy of a user pool', () => {
  test('is a resource of its stack, without the tags whose change would replace it', () => {
    expect(resourcesFor(replicated)['UserPoolReplica']).toEqual({
      Type: 'AWS::Cognito::UserPoolReplica',
      Properties: { UserPoolId: { Ref: 'UserPool' }, RegionName: 'eu-central-1' },
      DeletionPolicy: 'Delete',
      UpdateReplacePolicy: 'Delete',
    });
    expect(resourcesFor(dev)['UserPoolReplica']).toBeUndefined();
  });

  test('has a stack in its own Region, in the same account, which is deployed after that of the user pool', () => {
    const { stacks } = stageFor(replicated).synth();
    const [primary, replica] = stacks;
    expect(stacks.map(({ stackName }) => stackName)).toEqual([
      'userpool-replicated-auth',
      'userpool-replicated-replica',
    ]);
    expect(replica?.environment).toMatchObject({ account: '111122223333', region: 'eu-central-1' });
    expect(replica?.dependencies.map(({ id }) => id)).toContain(primary?.id);
    expect(stageFor(dev).synth().stacks).toHaveLength(1);
  });

  test('has senders, tags and a status of its own there', () => {
    expect(resourcesFor(replicated, 'replica')['RegionalConfiguration']).toEqual({
      Type: 'AWS::Cognito::UserPoolRegionalConfigurationAttachment',
      Properties: {
        UserPoolId: userPoolId,
        Status: 'ACTIVE',
        EmailConfiguration: {
          EmailSendingAccount: 'DEVELOPER',
          From: '"Example" <no-reply@example.com>',
          ReplyToEmailAddress: 'support@example.com',
          SourceArn: 'arn:aws:ses:eu-central-1:111122223333:identity/example.com',
        },
        SmsConfiguration: {
          ExternalId: 'userpool-replicated-replica',
          SnsCallerArn: { 'Fn::GetAtt': ['SmsRole', 'Arn'] },
          SnsRegion: 'eu-central-1',
        },
        LambdaConfig: {},
        UserPoolTags: replicated.tags,
      },
      DeletionPolicy: 'Delete',
      UpdateReplacePolicy: 'Delete',
    });
  });

  test('that is not active says so, and without text messages has no role', () => {
    const { RegionalConfiguration, SmsRole } = resourcesFor(range['replicated-at-rest'], 'replica');
    expect(RegionalConfiguration?.Properties).toHaveProperty('Status', 'INACTIVE');
    expect(RegionalConfiguration?.Properties).not.toHaveProperty('SmsConfiguration');
    expect(SmsRole).toBeUndefined();
  });

  test('has the triggers that run where nobody signs up or moves over', () => {
    const { RegionalConfiguration } = resourcesFor(withTriggers, 'replica');
    const { LambdaConfig } = RegionalConfiguration?.Properties ?? {};
    expect(Object.keys(LambdaConfig as object).toSorted()).toEqual([
      'CustomMessage',
      'PostAuthentication',
      'PreTokenGeneration',
      'PreTokenGenerationConfig',
    ]);
  });

  test('lets Cognito invoke its functions for the copy alone', () => {
    const permissions = Object.values(resourcesFor(withTriggers, 'replica')).filter(
      ({ Type }) => Type === 'AWS::Lambda::Permission',
    );
    expect(permissions).toHaveLength(3);
    for (const { Properties } of permissions) {
      expect(Properties).toMatchObject({
        SourceArn: {
          'Fn::Join': ['', ['arn:aws:cognito-idp:eu-central-1:111122223333:userpool/', userPoolId]],
        },
        SourceAccount: '111122223333',
      });
    }
  });

  test('is watched as the user pool is, before users can sign in', () => {
    const resources = resourcesFor(guarded, 'replica');
    const guards = [
      'AWS::WAFv2::WebACLAssociation',
      'AWS::Cognito::LogDeliveryConfiguration',
      'AWS::Cognito::UserPoolRiskConfigurationAttachment',
    ].flatMap((type) => ofType(resources, type).map(([id]) => id));
    expect(guards).toHaveLength(3);
    expect(resources['RegionalConfiguration']?.DependsOn).toEqual(expect.arrayContaining(guards));
  });

  test('sends notices about risks as its own sender, and has no risk configuration of its own without', () => {
    const [[, notifying] = []] = ofType(
      resourcesFor(guarded, 'replica'),
      'AWS::Cognito::UserPoolRiskConfigurationAttachment',
    );
    expect(notifying?.Properties).toHaveProperty(
      'AccountTakeoverRiskConfiguration.NotifyConfiguration.SourceArn',
      'arn:aws:ses:eu-central-1:111122223333:identity/example.com',
    );
    const quiet: Environment = { ...guarded, threatProtection: { ...threats, mode: 'enforced' } };
    const attachments = ofType(resourcesFor(quiet, 'replica'), 'AWS::Cognito::UserPoolRiskConfigurationAttachment');
    expect(attachments).toEqual([]);
  });

  test('says in its template which environment it is of', () => {
    const { Metadata } = templateFor(replicated, 'replica').toJSON() as { readonly Metadata: object };
    expect(Metadata).toHaveProperty([metadataKeys.environment, 'name'], 'replicated');
  });

  test('needs no custom resource', () => {
    const types = Object.values(resourcesFor(withTriggers, 'replica')).map(({ Type }) => Type);
    expect(types.filter((type) => type.startsWith('Custom::') || type.includes('CustomResource'))).toEqual([]);
  });
});
