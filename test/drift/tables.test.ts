import { readTypes, liveResources } from '../../lib/drift/live-resources';
import { unreadTypes } from '../../lib/drift/not-compared';
import { readOperations } from '../../lib/drift/read-live-pool';
import { tables } from '../../lib/review/effective/tables';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

test('every type that belongs to a user pool is read, or named as not read with the reason', () => {
  const ofAPool = [...tables].filter(([type]) => !/IdentityPool/.test(type)).map(([type]) => type);
  expect([...readTypes, ...Object.keys(unreadTypes)].toSorted()).toEqual(ofAPool.toSorted());
});

test('drift.json permits every operation that is called, and that of CloudFormation', () => {
  const file = join(__dirname, '..', '..', 'docs', 'policies', 'drift.json');
  const { Statement } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly Statement: readonly { readonly Action: readonly string[] }[];
  };
  const permitted = Statement.flatMap(({ Action }) => Action);
  const needed = [...readOperations.map((operation) => `cognito-idp:${operation}`), 'cloudformation:DescribeStacks'];
  const isPermitted = (action: string): boolean =>
    permitted.some((each) => each === action || (each.endsWith('*') && action.startsWith(each.slice(0, -1))));
  expect(needed.filter((action) => !isPermitted(action))).toEqual([]);
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
