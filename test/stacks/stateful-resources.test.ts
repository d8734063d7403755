import type { Environment } from '../../lib/environments/environment';
import { clientRange } from '../synthesis/client-range';
import { fixtures } from '../synthesis/fixtures';
import { pagesRange } from '../synthesis/pages-range';
import { range } from '../synthesis/range';
import { watchedRange } from '../synthesis/watched-range';
import { stacksFor } from './template-for';

const environments: Readonly<Record<string, Environment>> = {
  ...fixtures,
  ...range,
  ...clientRange,
  ...pagesRange,
  ...watchedRange,
};

/** What is gone, or another, under another logical id: users, their data, evidence, keys, names that are taken. */
const statefulTypes = [
  'AWS::CertificateManager::Certificate',
  'AWS::Cognito::IdentityPool',
  'AWS::Cognito::LogDeliveryConfiguration',
  'AWS::Cognito::ManagedLoginBranding',
  'AWS::Cognito::Terms',
  'AWS::Cognito::UserPool',
  'AWS::Cognito::UserPoolDomain',
  'AWS::Cognito::UserPoolIdentityProvider',
  'AWS::Cognito::UserPoolRegionalConfigurationAttachment',
  'AWS::Cognito::UserPoolReplica',
  'AWS::Cognito::UserPoolResourceServer',
  'AWS::Cognito::UserPoolRiskConfigurationAttachment',
  'AWS::KMS::Key',
  'AWS::Logs::LogGroup',
  'AWS::SNS::Topic',
  'AWS::SecretsManager::RotationSchedule',
  'AWS::SecretsManager::Secret',
  'AWS::WAFv2::WebACL',
];

/** Of every user pool with device tracking and a confidential client. */
const inEach = ['SecretOfClientBackend', 'UnusedDevicesforgetunuseddevicesLogGroup50A4A518', 'UserPool'];

/** Never change a name here to make the test pass: add one for a new resource, and remove one together with its resource. */
const pinned: Readonly<Record<string, readonly string[]>> = {
  'own-messages': [
    ...inEach,
    'SenderKey',
    'TriggerscreateauthchallengeLogGroupE86B09AE',
    'TriggerscustomemailsenderLogGroup0FE77502',
    'TriggerscustomsmssenderLogGroup55D595A0',
    'TriggersdefineauthchallengeLogGroupA88E3CA3',
    'TriggerspreauthenticationLogGroupCCF66EAB',
    'TriggersverifyauthchallengeresponseLogGroup1CAB221C',
  ],
  replicated: [...inEach, 'RegionalConfiguration', 'UserPoolReplica'],
  'client-kinds': [
    ...inEach,
    'BrandingOfClientPhone',
    'BrandingOfClientWeb',
    'ClientsbackendRotationFunctionLogGroupB8551ACD',
    'ClientsrobotRotationFunctionLogGroupF566F391',
    'IdentityProviderGoogle',
    'IdentityProviderPartner',
    'PrefixDomain',
    'ResourceServerOrders',
    'ResourceServerStock',
    'RotationOfClientBackend',
    'RotationOfClientRobot',
    'SecretOfClientKeptBackend',
    'SecretOfClientKeptRobot',
    'SecretOfClientRobot',
  ],
  'prefix-pages': [
    ...inEach,
    'BrandingOfClientBackend',
    'BrandingOfClientWeb',
    'PrefixDomain',
    'PrivacyPolicyOfClientBackend',
    'PrivacyPolicyOfClientWeb',
    'TermsOfUseOfClientBackend',
    'TermsOfUseOfClientWeb',
  ],
  'certified-pages': [...inEach, 'BrandingOfClientWeb', 'Certificate', 'CustomDomain'],
  providers: [
    ...inEach,
    'BrandingOfClientWeb',
    'IdentityProviderAmazon',
    'IdentityProviderApple',
    'IdentityProviderFacebook',
    'IdentityProviderOtherPartner',
    'IdentityProviderPartner',
    'IdentityProviderSocialGoogle',
    'IdentityProviderWorkforce',
    'PrefixDomain',
  ],
  'ruled-credentials': [...inEach, 'IdentityPool'],
  watched: [
    ...inEach,
    'AlarmTopic',
    'LogDelivery',
    'MessageErrorLog',
    'MonitoringTopicKeyCE7C8059',
    'RiskConfiguration',
    'UserActivityLog',
    'WebAcl',
    'WebAclLog',
  ],
  audited: [
    ...inEach,
    'AlarmTopic',
    'AlarmTopic',
    'LogDelivery',
    'MonitoringTopicKeyCE7C8059',
    'RiskConfiguration',
    'TopicKey6720E77D',
    'UserActivityLog',
  ],
};

test.each(Object.entries(pinned))('%s keeps the logical ids of all that is not to be made anew', (name, ids) => {
  const environment = environments[name];
  const resources =
    environment === undefined ? [] : stacksFor(environment).flatMap(({ Resources }) => Object.entries(Resources));
  const found = resources.filter(([, { Type }]) => statefulTypes.includes(Type)).map(([id]) => id);
  expect(found.toSorted()).toEqual(ids.toSorted());
});

test('each of these types is among what is pinned', () => {
  const declared = Object.keys(pinned).flatMap((name) => environments[name] ?? []);
  const found = declared.flatMap(stacksFor).flatMap(({ Resources }) => Object.values(Resources));
  const types = new Set(found.map(({ Type }) => Type));
  expect(statefulTypes.filter((type) => !types.has(type))).toEqual([]);
});

/** The same with the keys of every object in the opposite order; lists stay, as their order may mean something. */
function reversed<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(reversed) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toReversed();
  return Object.fromEntries(entries.map(([key, inner]) => [key, reversed(inner as unknown)])) as Value;
}

test.each(Object.entries(environments))(
  'another order of the keys of %s changes none of its templates',
  (_, environment) => {
    const other = reversed(environment);
    expect(Object.keys(other)[0]).not.toBe(Object.keys(environment)[0]);
    expect(stacksFor(other)).toEqual(stacksFor(environment));
  },
);
