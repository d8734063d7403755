import { everyEnvironment } from '../synthesis/every-environment';
import { fixtureStack } from '../synthesis/assembly';
import { resourcesOfType, templateOf } from '../synthesis/template-resource';

const pinnedTypes = [
  'AWS::Cognito::IdentityPool',
  'AWS::Cognito::UserPool',
  'AWS::Cognito::UserPoolClient',
  'AWS::Cognito::UserPoolDomain',
  'AWS::Cognito::UserPoolGroup',
  'AWS::Cognito::UserPoolIdentityProvider',
  'AWS::Cognito::UserPoolResourceServer',
  'AWS::KMS::Key',
  'AWS::SecretsManager::Secret',
  'AWS::SSM::Parameter',
];

const everywhere = [
  'ClientBackend',
  'ClientRobot',
  'ClientWeb',
  'GroupAdmins',
  'GroupMembers',
  'ParameterClientIdBackend',
  'ParameterClientIdRobot',
  'ParameterClientIdWeb',
  'ParameterIssuer',
  'ParameterManagedLoginDomain',
  'ParameterScopesRobot',
  'ParameterScopesWeb',
  'ParameterUserPoolId',
  'ResourceServerOrders',
  'SecretOfClientBackend',
  'SecretOfClientRobot',
  'UserPool',
];
const withLegacy = [...everywhere, 'ClientLegacy', 'ParameterClientIdLegacy'];

/**
 * Another logical id is another resource: an empty user pool, a new client id, a group without members, a parameter or
 * a secret whose name is taken. Never change a line here to make the test pass; add a line for a new resource, and
 * remove one together with its resource.
 */
const pinned: Readonly<Record<string, readonly string[]>> = {
  dev: [...withLegacy, 'IdentityPool', 'ParameterIdentityPoolId', 'PrefixDomain'],
  staging: [...withLegacy, 'IdentityProviderGoogle', 'MonitoringTopicKeyCE7C8059', 'PrefixDomain'],
  prod: [
    ...everywhere,
    'ClientPhone',
    'CustomDomain',
    'IdentityProviderWorkforce',
    'MonitoringTopicKeyCE7C8059',
    'ParameterClientIdPhone',
    'ParameterScopesPhone',
  ],
};

test.each(Object.entries(pinned))(
  '%s keeps the logical ids of what holds users, their access or a name',
  (name, ids) => {
    const { Resources } = templateOf(fixtureStack(name));
    expect(
      Object.entries(Resources)
        .filter(([, { Type }]) => pinnedTypes.includes(Type))
        .map(([id]) => id)
        .toSorted(),
    ).toEqual(ids.toSorted());
  },
);

test.each(everyEnvironment)('$name keeps the name of its stack, its account and its Region', (environment) => {
  const { stackName, account, region, terminationProtection } = fixtureStack(environment.name);
  expect({ stackName, account, region, terminationProtection }).toEqual({
    stackName: `userpool-${environment.name}-auth`,
    account: environment.account === 'deploying' ? undefined : environment.account,
    region: environment.region,
    terminationProtection: environment.class !== 'sandbox',
  });
});

test.each([
  ['AWS::SSM::Parameter', 'Name'],
  ['AWS::SecretsManager::Secret', 'Name'],
  ['AWS::Cognito::UserPool', 'UserPoolName'],
])('no two environments in one account give the same name to an %s', (type, property) => {
  const names = everyEnvironment.flatMap(({ name }) =>
    resourcesOfType(name, type).map(([, { Properties }]) => Properties[property]),
  );
  expect(names.length).toBeGreaterThanOrEqual(everyEnvironment.length);
  expect(new Set(names).size).toBe(names.length);
});
