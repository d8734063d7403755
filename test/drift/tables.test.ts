import { readTypes, liveResources } from '../../lib/drift/live-resources';
import { unreadTypes } from '../../lib/drift/not-compared';
import { tables } from '../../lib/review/effective/tables';

test('every type that belongs to a user pool is read, or named as not read with the reason', () => {
  const ofAPool = [...tables].filter(([type]) => !/IdentityPool/.test(type)).map(([type]) => type);
  expect([...readTypes, ...Object.keys(unreadTypes)].toSorted()).toEqual(ofAPool.toSorted());
});

test('a secret of an app client becomes no property, only that there is one', () => {
  const live = {
    id: 'eu-west-1_a',
    pool: {},
    mfa: {},
    clients: [{ ClientId: 'a', ClientName: 'web', hasSecret: true }],
    domains: [],
    groups: [],
    identityProviders: [],
    resourceServers: [],
    riskConfigurations: [],
    logConfigurations: [],
  };
  const [client] = liveResources(live).filter(({ type }) => type === 'AWS::Cognito::UserPoolClient');
  expect(client?.properties).toEqual({ ClientName: 'web', GenerateSecret: true });
});
