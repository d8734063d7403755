import { isDeepStrictEqual } from 'node:util';
import { catalogue } from '../../lib/environments/rules/catalogue';
import type { CatalogueId } from '../../lib/environments/rules/catalogue';
import { threats } from '../environments/threats';
import { range } from '../synthesis/range';
import { rangeAndFixtures } from '../synthesis/whole-range';
import { watchedRange } from '../synthesis/watched-range';
import { circular } from './circular';
import { stacksFor } from './template-for';

type Node = Readonly<Record<string, unknown>>;
/** The resources of one template. */
type Resources = Readonly<Record<string, { readonly Type: string; readonly Properties: Node }>>;

interface Held {
  /** The logical ids of what is not as it must be. */
  readonly wrong: (resources: Resources) => readonly string[];
  /** A template in which something is not. */
  readonly broken: Resources;
}

const pool = 'AWS::Cognito::UserPool';
const client = 'AWS::Cognito::UserPoolClient';
const copy = 'AWS::Cognito::UserPoolRegionalConfigurationAttachment';

/** The resources of some types whose properties are not as they must be. */
function ofTypes(types: readonly string[], isRight: (properties: Node) => boolean): Held['wrong'] {
  return (resources) =>
    Object.entries(resources)
      .filter(([, { Type, Properties }]) => types.includes(Type) && !isRight(Properties))
      .map(([id]) => id);
}

const object = (value: unknown): Node => (value ?? {}) as Node;
const list = (value: unknown): readonly unknown[] => (value ?? []) as readonly unknown[];

/** Whether custom senders have their version, and the key beside them. */
function haveKeyAndVersion(lambdaConfig: Node): boolean {
  const senders = [lambdaConfig['CustomEmailSender'], lambdaConfig['CustomSMSSender']].filter(Boolean).map(object);
  const versioned = senders.every((sender) => sender['LambdaVersion'] === 'V1_0');
  return senders.length === 0 || (versioned && lambdaConfig['KMSKeyID'] !== undefined);
}

/** What is deployed in the Region of a copy may be of these types of Cognito alone: they are what is kept by Region. */
const regional = [copy, 'AWS::Cognito::LogDeliveryConfiguration', 'AWS::Cognito::UserPoolRiskConfigurationAttachment'];

const held: Readonly<Partial<Record<CatalogueId, Held>>> = {
  'deploy-12': {
    wrong: ofTypes([pool], ({ AdminCreateUserConfig, Policies }) => {
      const { TemporaryPasswordValidityDays } = object(object(Policies)['PasswordPolicy']);
      return (
        TemporaryPasswordValidityDays !== undefined && !('UnusedAccountValidityDays' in object(AdminCreateUserConfig))
      );
    }),
    broken: {
      UserPool: {
        Type: pool,
        Properties: {
          AdminCreateUserConfig: { UnusedAccountValidityDays: 3 },
          Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: 3 } },
        },
      },
    },
  },
  'deploy-21': {
    wrong: ofTypes([pool], ({ UserAttributeUpdateSettings, AutoVerifiedAttributes }) =>
      list(object(UserAttributeUpdateSettings)['AttributesRequireVerificationBeforeUpdate']).every((attribute) =>
        list(AutoVerifiedAttributes).includes(attribute),
      ),
    ),
    broken: {
      UserPool: {
        Type: pool,
        Properties: {
          UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['phone_number'] },
          AutoVerifiedAttributes: ['email'],
        },
      },
    },
  },
  'deploy-27': {
    wrong: ofTypes(
      [pool],
      ({ VerificationMessageTemplate }) =>
        object(VerificationMessageTemplate)['DefaultEmailOption'] === 'CONFIRM_WITH_CODE',
    ),
    broken: {
      UserPool: {
        Type: pool,
        Properties: { VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_LINK' } },
      },
    },
  },
  'deploy-28': {
    wrong: ofTypes([pool, copy], ({ LambdaConfig }) => haveKeyAndVersion(object(LambdaConfig))),
    broken: {
      UserPool: {
        Type: pool,
        Properties: { LambdaConfig: { CustomSMSSender: { LambdaArn: 'arn', LambdaVersion: 'V1_0' } } },
      },
    },
  },
  'deploy-29': {
    wrong: ofTypes([pool, copy], ({ LambdaConfig }) => {
      const { PreTokenGeneration, PreTokenGenerationConfig } = object(LambdaConfig);
      return isDeepStrictEqual(PreTokenGeneration, object(PreTokenGenerationConfig)['LambdaArn']);
    }),
    broken: {
      UserPool: {
        Type: pool,
        Properties: { LambdaConfig: { PreTokenGeneration: 'one', PreTokenGenerationConfig: { LambdaArn: 'other' } } },
      },
    },
  },
  'deploy-35': {
    wrong: ofTypes(
      [client],
      (properties) =>
        properties['AllowedOAuthFlowsUserPoolClient'] === true ||
        ['AllowedOAuthFlows', 'AllowedOAuthScopes', 'CallbackURLs', 'LogoutURLs'].every((key) => !(key in properties)),
    ),
    broken: {
      ClientWeb: { Type: client, Properties: { AllowedOAuthFlowsUserPoolClient: false, AllowedOAuthFlows: ['code'] } },
    },
  },
  'deploy-53': {
    wrong: (resources) => {
      const types = Object.entries(resources).map(([id, { Type }]) => [id, Type] as const);
      if (!types.some(([, type]) => type === copy)) return [];
      return types
        .filter(([, type]) => type.startsWith('AWS::Cognito::') && !regional.includes(type))
        .map(([id]) => id);
    },
    broken: {
      RegionalConfiguration: { Type: copy, Properties: {} },
      ClientWeb: { Type: client, Properties: {} },
    },
  },
  'unsafe-6': {
    wrong: ofTypes(
      [pool],
      ({ AccountRecoverySetting }) => list(object(AccountRecoverySetting)['RecoveryMechanisms']).length > 0,
    ),
    broken: { UserPool: { Type: pool, Properties: { AccountRecoverySetting: { RecoveryMechanisms: [] } } } },
  },
  'unsafe-14': {
    wrong: circular,
    broken: {
      UserPool: { Type: pool, Properties: { LambdaConfig: { PreSignUp: { 'Fn::GetAtt': ['Function', 'Arn'] } } } },
      Function: { Type: 'AWS::Lambda::Function', Properties: { Role: { 'Fn::GetAtt': ['Role', 'Arn'] } } },
      Role: { Type: 'AWS::IAM::Role', Properties: { Policies: [{ Resource: { 'Fn::GetAtt': ['UserPool', 'Arn'] } }] } },
    },
  },
  'unsafe-16': {
    wrong: (resources) =>
      Object.entries(resources)
        .filter(([, { Type }]) => Type.startsWith('Custom::') || Type === 'AWS::CloudFormation::CustomResource')
        .map(([id]) => id),
    broken: { Secret: { Type: 'Custom::DescribeCognitoUserPoolClient', Properties: {} } },
  },
};

/** With everything that a copy can have in its own Region. */
const guardedCopy = {
  ...watchedRange.watched,
  encryptionKey: range.replicated.encryptionKey,
  issuer: range.replicated.issuer,
  replicas: range.replicated.replicas,
  threatProtection: { ...threats, mode: 'enforced' as const },
};

const templates: [name: string, resources: Resources][] = [];
beforeAll(() => {
  for (const [name, environment] of Object.entries({ ...rangeAndFixtures, 'guarded copy': guardedCopy })) {
    for (const { Resources } of stacksFor(environment)) templates.push([name, Resources]);
  }
});

const entries = catalogue.filter(({ held: { by } }) => by === 'construct');

test.each(entries)('$id is held by every template that the constructs make: $what', ({ id }) => {
  const wrong = held[id]?.wrong;
  expect(wrong).toBeDefined();
  const found = templates.flatMap(([name, resources]) => wrong?.(resources).map((resource) => `${name}: ${resource}`));
  expect(found).toEqual([]);
});

test.each(entries)('$id would be found in a template that breaks it', ({ id }) => {
  const { wrong, broken } = held[id] ?? { broken: {} };
  expect(wrong?.(broken)).not.toEqual([]);
});

test('nothing else is held by the constructs', () => {
  expect(Object.keys(held).toSorted()).toEqual(entries.map(({ id }) => id).toSorted());
});
