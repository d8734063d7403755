import { everyEnvironment } from '../synthesis/every-environment';
import { fixtureStack } from '../synthesis/assembly';
import { templateOf } from '../synthesis/template-resource';

const stateful = [
  'AWS::Cognito::UserPool',
  'AWS::Cognito::UserPoolClient',
  'AWS::Cognito::UserPoolGroup',
  'AWS::SecretsManager::Secret',
];

/**
 * Another logical id is another resource: an empty user pool, a new client id, a group without members. Never change a
 * line here to make the test pass; add a line for a new resource, and remove one together with its resource.
 */
const pinned: Readonly<Record<string, readonly string[]>> = {
  dev: ['ClientBackend', 'ClientLegacy', 'ClientSecretBackend', 'ClientWeb', 'GroupAdmins', 'GroupMembers', 'UserPool'],
  staging: [
    'ClientBackend',
    'ClientLegacy',
    'ClientSecretBackend',
    'ClientWeb',
    'GroupAdmins',
    'GroupMembers',
    'UserPool',
  ],
  prod: ['ClientBackend', 'ClientSecretBackend', 'ClientWeb', 'GroupAdmins', 'GroupMembers', 'UserPool'],
};

test.each(Object.entries(pinned))('%s keeps the logical ids of what holds users or their access', (name, ids) => {
  const { Resources } = templateOf(fixtureStack(name));
  expect(
    Object.entries(Resources)
      .filter(([, { Type }]) => stateful.includes(Type))
      .map(([id]) => id)
      .toSorted(),
  ).toEqual(ids);
});

test.each(everyEnvironment)('$name keeps the name of its stack, its account and its Region', (environment) => {
  const { stackName, account, region, terminationProtection } = fixtureStack(environment.name);
  expect({ stackName, account, region, terminationProtection }).toEqual({
    stackName: `userpool-${environment.name}-auth`,
    account: environment.account === 'deploying' ? undefined : environment.account,
    region: environment.region,
    terminationProtection: environment.class !== 'sandbox',
  });
});
