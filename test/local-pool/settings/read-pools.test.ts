import { SettingsError } from '../../../lib/local-pool/settings/settings-error';
import type { StackArtifact } from '../../../lib/template/assembly';
import type { RawObject, RawValue } from '../../../lib/template/value';
import {
  client,
  group,
  lambda,
  nested,
  permission,
  pool,
  poolsOf,
  problemsOf,
  problemsOfStacks,
  settingsOf,
  stackOf,
} from './pool-template';

const at = (path: string, resources: RawObject, sections: RawObject = {}) => stackOf(resources, sections, { path });

/** A stack with one that is nested in it and gets these parameters. */
function withNested(resources: RawObject, below: RawObject, given: Readonly<Record<string, RawValue>> = {}) {
  const parameters = Object.fromEntries(Object.keys(given).map((name) => [name, { Type: 'String' }]));
  const inner = at('dev/auth/Nested', below, { Parameters: parameters, Outputs: outputsOf(below) });
  const properties = { TemplateURL: 'https://example.com/t.json', Parameters: given };
  const outer = { ...resources, Nested: { Type: 'AWS::CloudFormation::Stack', Properties: properties } };
  return stackOf(outer, {}, { nested: new Map([['Nested', inner]]) });
}

function outputsOf(resources: RawObject): RawObject {
  return Object.fromEntries(Object.keys(resources).map((logicalId) => [logicalId, { Value: { Ref: logicalId } }]));
}

const clientsOf = (stacks: readonly StackArtifact[], beside: readonly StackArtifact[] = []) =>
  poolsOf(stacks, beside).map(({ path, settings }) => [path, settings.clients.map(({ logicalId }) => logicalId)]);

describe('the pools of a stack', () => {
  test('clients and groups come in the order of the template', () => {
    const { settings } = settingsOf({ B: client(), Pool: pool(), A: client(), G: group() });
    expect(settings.clients.map(({ logicalId }) => logicalId)).toEqual(['B', 'A']);
    expect(settings.groups.map(({ name }) => name)).toEqual(['members']);
  });

  test('each has the clients and groups that name it, and nothing of the other', () => {
    const second = { UserPoolId: { Ref: 'Second' } };
    const resources = {
      Pool: pool({ UserPoolName: 'people' }),
      Second: pool({ UserPoolName: 'machines' }),
      Web: client(),
      Api: client(second),
      Members: group(),
      Others: group({ ...second, GroupName: 'others' }),
    };
    expect(
      poolsOf([stackOf(resources)]).map(({ path, identity, settings }) => [
        path,
        identity,
        settings.name,
        settings.clients.map(({ logicalId }) => logicalId),
        settings.groups.map(({ name }) => name),
      ]),
    ).toEqual([
      [
        'dev/auth/Pool',
        { poolId: 'eu-west-1_Local0001', clientIds: { Web: 'client00000000000000000001' } },
        'people',
        ['Web'],
        ['members'],
      ],
      [
        'dev/auth/Second',
        { poolId: 'eu-west-1_Local0002', clientIds: { Api: 'client00000000000000000002' } },
        'machines',
        ['Api'],
        ['others'],
      ],
    ]);
  });

  test('a stack without one is a problem', () => {
    const problems = problemsOf({ Function: lambda() });
    expect(problems).toEqual([expect.objectContaining({ logicalId: '', got: 'no user pool in dev/auth' })]);
    expect(problems[0]?.nextStep).toMatch(/^Choose/);
  });

  test('a client that names no pool belongs to none, which stops the start', () => {
    const Web = { Type: 'AWS::Cognito::UserPoolClient', Properties: {} };
    expect(problemsOf({ Pool: pool(), Web })).toEqual([
      expect.objectContaining({ logicalId: 'Web', path: 'UserPoolId', got: 'nothing' }),
    ]);
    const unknown = client({ UserPoolId: { 'Fn::ImportValue': 'elsewhere' } });
    expect(problemsOf({ Pool: pool(), Second: pool(), Web: unknown })).toEqual([
      expect.objectContaining({
        logicalId: 'Web',
        path: 'UserPoolId',
        got: expect.stringContaining('elsewhere') as string,
      }),
    ]);
  });

  test('a client of a pool that is deployed elsewhere is named and left out', () => {
    const { settings, notSimulated } = settingsOf({ Pool: pool(), Web: client({ UserPoolId: 'eu-west-1_Other0001' }) });
    expect(settings.clients).toEqual([]);
    expect(notSimulated).toEqual([
      expect.objectContaining({
        feature: 'otherPools',
        places: [{ stack: 'dev/auth', logicalId: 'Web', path: 'UserPoolId', value: '"eu-west-1_Other0001"' }],
      }),
    ]);
  });
});

describe('nested stacks', () => {
  test('a pool in one is served, with clients that the parent gives it', () => {
    const outer = { Web: client({ UserPoolId: { 'Fn::GetAtt': ['Nested', 'Outputs.Pool'] } }) };
    expect(clientsOf([withNested(outer, { Pool: pool(), Inner: client() })])).toEqual([
      ['dev/auth/Nested/Pool', ['dev/auth/Web', 'Inner']],
    ]);
  });

  test('a client in one belongs to the pool that it gets as a parameter', () => {
    const below = { Web: client({ UserPoolId: { Ref: 'GivenPool' } }) };
    expect(clientsOf([withNested({ Pool: pool() }, below, { GivenPool: { Ref: 'Pool' } })])).toEqual([
      ['dev/auth/Pool', ['dev/auth/Nested/Web']],
    ]);
  });

  test('a parameter whose value nobody knows stops the start, at the client', () => {
    const below = { Web: client({ UserPoolId: { Ref: 'GivenPool' } }) };
    const given = { GivenPool: { 'Fn::ImportValue': 'elsewhere' } };
    expect(problemsOfStacks([withNested({ Pool: pool() }, below, given)])).toEqual([
      expect.objectContaining({ stack: 'dev/auth/Nested', logicalId: 'Web', path: 'UserPoolId' }),
    ]);
  });

  test('a trigger of another stack is found, and its permission', () => {
    const arn = { 'Fn::GetAtt': ['Function', 'Arn'] };
    const outer = { Pool: pool({ LambdaConfig: { PreSignUp: { 'Fn::GetAtt': ['Nested', 'Outputs.Arn'] } } }) };
    const inner = at(
      'dev/auth/Nested',
      { Function: lambda(), Permission: permission({ SourceArn: { Ref: 'Source' } }) },
      { Parameters: { Source: { Type: 'String' } }, Outputs: { Arn: { Value: arn } } },
    );
    const properties = { TemplateURL: 'x', Parameters: { Source: { 'Fn::GetAtt': ['Pool', 'Arn'] } } };
    const Nested = { Type: 'AWS::CloudFormation::Stack', Properties: properties };
    const stack = stackOf({ ...outer, Nested }, {}, { nested: new Map([['Nested', inner]]) });
    expect(poolsOf([stack])[0]?.settings.triggers.PreSignUp).toMatchObject({ invocable: true });
  });

  test('one that gets the pool and cannot be read stops the start', () => {
    const unseen = (parameters: RawObject) => ({
      Type: 'AWS::CloudFormation::Stack',
      Properties: { TemplateURL: 'https://example.com/t.json', Parameters: parameters },
    });
    expect(problemsOf({ Pool: pool(), Other: unseen({}) })).toEqual([]);
    expect(problemsOf({ Pool: pool(), Other: unseen({ Pool: { Ref: 'Pool' } }) })).toEqual([
      expect.objectContaining({ logicalId: 'Other', path: 'TemplateURL' }),
    ]);
  });
});

describe('several stacks of a stage', () => {
  const exporting = at(
    'dev/auth',
    { Pool: pool(), Web: client() },
    { Outputs: { Id: { Value: { Ref: 'Pool' }, Export: { Name: 'people' } } } },
  );
  const importing = at('dev/app', {
    App: client({ UserPoolId: { 'Fn::ImportValue': 'people' } }),
    Members: group({ UserPoolId: { 'Fn::ImportValue': 'people' } }),
  });

  test('a client belongs to the pool that it imports, whether its stack is served or beside it', () => {
    expect(clientsOf([exporting], [importing])).toEqual([['dev/auth/Pool', ['Web', 'dev/app/App']]]);
    const [read] = poolsOf([exporting], [importing]);
    expect(read?.settings.groups.map(({ name }) => name)).toEqual(['members']);
  });

  test('pools of a stack beside are not served, and what belongs to them is of no concern', () => {
    const other = at('dev/other', { Pool: pool({ Unheard: true }), Web: client() });
    const [read, ...others] = poolsOf([exporting], [other]);
    expect(others).toEqual([]);
    expect(read?.notSimulated).toEqual([]);
  });

  test('a client beside whose pool nobody knows is named', () => {
    const lost = at('dev/app', { App: client({ UserPoolId: { 'Fn::ImportValue': 'nowhere' } }) });
    expect(poolsOf([exporting], [lost])[0]?.notSimulated).toEqual([
      expect.objectContaining({
        feature: 'otherPools',
        places: [expect.objectContaining({ stack: 'dev/app', logicalId: 'App' })],
      }),
    ]);
  });

  test('a problem says in which stack it is', () => {
    const wrong = at('dev/app', {
      App: client({ UserPoolId: { 'Fn::ImportValue': 'people' }, AuthSessionValidity: 60 }),
    });
    expect(() => poolsOf([exporting], [wrong])).toThrow(
      'The local user pool cannot behave as the template of dev/app would: one problem.\n\n- App AuthSessionValidity',
    );
    const both = [at('dev/auth', { Pool: pool({ Unheard: true }) }), at('dev/x', { Pool: pool({ Unheard: true }) })];
    expect(() => poolsOf(both)).toThrow(
      /as the templates of dev\/auth, dev\/x would: 2 problems\.\n\n- dev\/auth: Pool Unheard\n[^]*- dev\/x: Pool Unheard\n/,
    );
  });
});

describe('every problem of every resource is reported at once', () => {
  const resources = {
    Pool: pool({ ...nested('Policies.PasswordPolicy.MinimumLength', 'five'), Unheard: true }),
    Web: client({ AuthSessionValidity: 60 }),
    Members: group({ Precedence: 'first' }),
  };

  test('as data', () => {
    expect(problemsOf(resources).map(({ logicalId, path }) => `${logicalId} ${path}`)).toEqual([
      'Pool Policies.PasswordPolicy.MinimumLength',
      'Pool Unheard',
      'Web AuthSessionValidity',
      'Members Precedence',
    ]);
  });

  test('as a message that says where, what, what is expected and what to do', () => {
    expect(() => settingsOf(resources)).toThrow(SettingsError);
    expect(() => settingsOf(resources)).toThrow(
      [
        'The local user pool cannot behave as the template of dev/auth would: 4 problems.',
        '',
        '- Pool Policies.PasswordPolicy.MinimumLength',
        '  got:      "five"',
        '  expected: a whole number from 6 to 99',
        '  next:     Write a whole number from 6 to 99.',
        '',
      ].join('\n'),
    );
  });

  test('a problem of the template as a whole says so', () => {
    expect(() => settingsOf({})).toThrow(/one problem\.\n\n- The template\n {2}got: {6}no user pool/);
  });
});

describe('what is around the pool', () => {
  const webAcl = (arn: RawObject | string) => ({
    Type: 'AWS::WAFv2::WebACLAssociation',
    Properties: { ResourceArn: arn, WebACLArn: 'acl' },
  });
  const custom = {
    Type: 'Custom::AWS',
    Properties: { Update: { 'Fn::Join': ['', ['{"UserPoolId":"', { Ref: 'Pool' }, '"}']] } },
  };

  test.each<[string, RawObject, string]>([
    ['a web ACL before the pool', { Acl: webAcl({ 'Fn::GetAtt': ['Pool', 'Arn'] }) }, 'webApplicationFirewall'],
    ['a custom resource that gets the pool', { Setup: custom }, 'customResource'],
    ['the look of managed login', { Look: { Type: 'AWS::Cognito::ManagedLoginBranding' } }, 'managedLoginBranding'],
    ['an identity pool', { Ids: { Type: 'AWS::Cognito::IdentityPool' } }, 'identityPool'],
  ])('%s is named', (_, more, feature) => {
    const { notSimulated } = settingsOf({ Pool: pool(), ...more });
    const [logicalId] = Object.keys(more);
    const place = expect.objectContaining({ logicalId, path: '' }) as unknown;
    expect(notSimulated).toContainEqual(expect.objectContaining({ feature, places: [place] }));
  });

  test.each<[string, RawObject]>([
    ['a web ACL before something else', { Acl: webAcl('arn:aws:apigateway:x') }],
    ['a custom resource that has nothing to do with the pool', { Setup: { Type: 'Custom::Buckets' } }],
    ['a table', { Table: { Type: 'AWS::DynamoDB::Table' } }],
  ])('%s is of no concern', (_, more) => {
    const { root, ...alone } = settingsOf({ Pool: pool() });
    expect(settingsOf({ Pool: pool(), ...more })).toMatchObject(alone);
  });

  test('a type of Cognito that nobody listed stops the start', () => {
    expect(problemsOf({ Pool: pool(), New: { Type: 'AWS::Cognito::UserPoolOracle' } })).toEqual([
      expect.objectContaining({ logicalId: 'New', path: '', got: 'AWS::Cognito::UserPoolOracle' }),
    ]);
  });

  test.each(['Pool', 'Web', 'Domain'])('%s under a condition that nobody knows stops the start', (logicalId) => {
    const domain = { UserPoolId: { Ref: 'Pool' }, Domain: 'people' };
    const resources: Readonly<Record<string, RawObject>> = {
      Pool: pool(),
      Web: client(),
      Domain: { Type: 'AWS::Cognito::UserPoolDomain', Properties: domain },
    };
    const parameters = {
      Parameters: { Extra: { Type: 'String' } },
      Conditions: { HasExtra: { 'Fn::Equals': [{ Ref: 'Extra' }, 'yes'] } },
    };
    const conditional = { ...resources, [logicalId]: { ...resources[logicalId], Condition: 'HasExtra' } };
    expect(problemsOf(conditional, parameters)).toContainEqual(
      expect.objectContaining({ logicalId, path: 'Condition' }),
    );
  });

  test('a macro stops the start', () => {
    const problems = problemsOf({ Pool: pool() }, { Transform: 'AWS::Serverless-2016-10-31' });
    expect(problems).toEqual([expect.objectContaining({ path: 'Transform AWS::Serverless-2016-10-31' })]);
  });
});
