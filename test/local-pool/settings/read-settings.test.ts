import { readSettings } from '../../../lib/local-pool/settings/read-settings';
import { SettingsError } from '../../../lib/local-pool/settings/settings-error';
import { resolveStack } from '../../../lib/template/resolve';
import type { RawObject } from '../../../lib/template/value';
import {
  client,
  group,
  identity,
  lambda,
  nested,
  permission,
  pool,
  problemsOf,
  settingsOf,
  stackOf,
} from './pool-template';

describe('one pool', () => {
  test('clients and groups come in the order of the template', () => {
    const { settings } = settingsOf({ B: client(), Pool: pool(), A: client(), G: group() });
    expect(settings.clients.map(({ logicalId }) => logicalId)).toEqual(['B', 'A']);
    expect(settings.groups.map(({ name }) => name)).toEqual(['members']);
  });

  test('a stack that was resolved without local values is read the same', () => {
    const resources = {
      Pool: pool({ LambdaConfig: { PreSignUp: { 'Fn::GetAtt': ['Function', 'Arn'] } } }),
      Web: client(),
      Members: group(),
      Function: lambda(),
      Permission: permission(),
    };
    const read = readSettings(resolveStack(stackOf(resources)), identity);
    const withoutReferences = { declared: undefined };
    expect({ ...read, settings: { ...read.settings, ...withoutReferences, clients: [] } }).toEqual({
      ...settingsOf(resources),
      settings: { ...settingsOf(resources).settings, ...withoutReferences, clients: [] },
    });
  });

  test.each<[string, RawObject, RegExp]>([
    ['no pool', { Function: lambda() }, /no user pool in dev\/auth/],
    ['two pools', { First: pool(), Second: pool() }, /First, Second/],
  ])('%s is one clear problem', (_, resources, got) => {
    const problems = problemsOf(resources);
    expect(problems).toEqual([expect.objectContaining({ logicalId: '', got: expect.stringMatching(got) as string })]);
    expect(problems[0]?.nextStep).toMatch(/^Choose/);
  });

  test('a pool in a nested stack is named with its stack', () => {
    const below = stackOf({ Pool: pool() }, {}, { path: 'dev/auth/Nested' });
    const resources = { Nested: { Type: 'AWS::CloudFormation::Stack' } };
    const [problem] = problemsOf(resources, {}, { nested: new Map([['Nested', below]]) });
    expect(problem?.got).toBe('Nested/Pool in dev/auth');
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
      'Members Precedence',
      'Web AuthSessionValidity',
    ]);
  });

  test('as a message that says where, what, what is expected and what to do', () => {
    expect(() => settingsOf(resources)).toThrow(SettingsError);
    expect(() => settingsOf(resources)).toThrow(
      [
        'The local user pool cannot behave as this template would: 4 problems.',
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
    ['the domain', { Domain: { Type: 'AWS::Cognito::UserPoolDomain' } }, 'managedLogin'],
    ['users in the template', { Anna: { Type: 'AWS::Cognito::UserPoolUser' } }, 'templateUsers'],
    ['an identity pool', { Ids: { Type: 'AWS::Cognito::IdentityPool' } }, 'identityPool'],
    ['an identity provider', { Saml: { Type: 'AWS::Cognito::UserPoolIdentityProvider' } }, 'federation'],
  ])('%s is named', (_, more, feature) => {
    const { notSimulated } = settingsOf({ Pool: pool(), ...more });
    const [logicalId] = Object.keys(more);
    const place = expect.objectContaining({ logicalId, path: '' }) as unknown;
    expect(notSimulated).toContainEqual(expect.objectContaining({ feature, places: [place] }));
  });

  test.each<[string, RawObject]>([
    ['a web ACL before something else', { Acl: webAcl('arn:aws:apigateway:x') }],
    ['a custom resource that has nothing to do with the pool', { Setup: { Type: 'Custom::Buckets' } }],
    ['log delivery', { Logs: { Type: 'AWS::Cognito::LogDeliveryConfiguration' } }],
    ['a table', { Table: { Type: 'AWS::DynamoDB::Table' } }],
  ])('%s is of no concern', (_, more) => {
    const alone = settingsOf({ Pool: pool() });
    expect(settingsOf({ Pool: pool(), ...more })).toEqual(alone);
  });

  test('a type of Cognito that nobody listed stops the start', () => {
    expect(problemsOf({ Pool: pool(), New: { Type: 'AWS::Cognito::UserPoolOracle' } })).toEqual([
      expect.objectContaining({ logicalId: 'New', path: '', got: 'AWS::Cognito::UserPoolOracle' }),
    ]);
  });

  test.each(['Pool', 'Web', 'Domain'])('%s under a condition that nobody knows stops the start', (logicalId) => {
    const resources: Readonly<Record<string, RawObject>> = {
      Pool: pool(),
      Web: client(),
      Domain: { Type: 'AWS::Cognito::UserPoolDomain' },
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

  test('a client in a nested stack stops the start', () => {
    const below = stackOf({ Web: client({ UserPoolId: 'x' }) }, {}, { path: 'dev/auth/Nested' });
    const resources = { Pool: pool(), Nested: { Type: 'AWS::CloudFormation::Stack' } };
    const problems = problemsOf(resources, {}, { nested: new Map([['Nested', below]]) });
    expect(problems).toEqual([expect.objectContaining({ logicalId: 'Nested/Web' })]);
  });

  test('a nested stack that gets the pool and cannot be read stops the start', () => {
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
