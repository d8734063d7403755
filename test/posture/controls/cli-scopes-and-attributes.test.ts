import { scopes } from '../../../lib/posture/controls/cli-12-scopes';
import { attributes } from '../../../lib/posture/controls/cli-13-attributes';
import { supportedIdentityProviders } from '../../../lib/posture/controls/cli-16-identity-providers';
import type { RawValue } from '../../../lib/template/value';
import { compare } from '../compare';
import { client, elsewhere, testControl, userPool } from '../test-control';

const asking = (...AllowedOAuthScopes: RawValue[]) => client({ AllowedOAuthFlows: ['code'], AllowedOAuthScopes });
const server = (Identifier: RawValue, Scopes: RawValue) => ({
  Server: {
    Type: 'AWS::Cognito::UserPoolResourceServer',
    Properties: { UserPoolId: { Ref: 'Pool' }, Identifier, Name: 'orders', Scopes },
  },
});
const orders = { ...userPool(), ...server('orders', [{ ScopeName: 'read', ScopeDescription: 'See orders.' }]) };
const unnamed = { ...userPool(), ...server(elsewhere, [{ ScopeName: 'read', ScopeDescription: 'See orders.' }]) };
const scopeOf = (name: string) => ({ 'Fn::Join': ['', [{ Ref: 'Server' }, `/${name}`]] });

testControl(scopes, [
  ['scopes of OpenID Connect pass', { ...userPool(), ...asking('openid', 'email', 'phone', 'profile') }, ['pass']],
  ['that of self-service fails', { ...userPool(), ...asking('openid', 'aws.cognito.signin.user.admin') }, ['fail']],
  ['a scope of a declared resource server passes', { ...orders, ...asking('orders/read') }, ['pass']],
  ['one that it does not have fails', { ...orders, ...asking('orders/write') }, ['fail']],
  ['one of no resource server fails', { ...userPool(), ...asking('orders/read') }, ['fail']],
  ['by a reference to the resource server it passes', { ...orders, ...asking(scopeOf('read')) }, ['pass']],
  ['a reference to a scope that it does not have fails', { ...orders, ...asking(scopeOf('write')) }, ['fail']],
  ['whatever the identifier is', { ...unnamed, ...asking(scopeOf('read')) }, ['pass']],
  ['without its identifier a text may be one of its scopes', { ...unnamed, ...asking('orders/read') }, ['unknown']],
  ['without its scopes too', { ...userPool(), ...server('orders', elsewhere), ...asking('orders/read') }, ['unknown']],
  ['and a reference', { ...userPool(), ...server('orders', elsewhere), ...asking(scopeOf('read')) }, ['unknown']],
  ['the resource servers of a pool from elsewhere are unknown', asking('orders/read'), ['unknown']],
  [
    'a reference to anything else is unknown',
    { ...orders, ...asking({ 'Fn::Join': ['', [{ Ref: 'Pool' }, '/read']] }) },
    ['unknown'],
  ],
  ['scopes from elsewhere are unknown', { ...orders, ...client({ AllowedOAuthScopes: elsewhere }) }, ['unknown']],
  ['beside one that is refused they do not matter', { ...orders, ...asking('orders/write', elsewhere) }, ['fail']],
  ['with a grant they have to be named', { ...userPool(), ...client({ AllowedOAuthFlows: ['code'] }) }, ['fail']],
  ['an empty list names none', { ...userPool(), ...asking() }, ['fail']],
  ['grants from elsewhere may be there', client({ AllowedOAuthFlows: elsewhere }), ['unknown']],
  ['without a grant there is nothing to name', client(), []],
]);

test.each([
  ['one more scope is weaker', asking('openid'), asking('openid', 'email'), 'weaker'],
  ['one less is stronger', asking('openid', 'email'), asking('openid'), 'stronger'],
  ['the same in another order is the same', asking('openid', 'email'), asking('email', 'openid'), 'same'],
  ['one from elsewhere is unknown', asking('openid'), asking('openid', elsewhere), 'unknown'],
  ['a grant that names none is unknown', asking('openid'), asking(), 'unknown'],
  ['the first grant is weaker than none', client(), asking('openid'), 'weaker'],
] as const)('%s', (_, before, after, expected) => {
  expect(compare(scopes, 'AllowedOAuthScopes', [before, after])).toBe(expected);
});

const writing = (WriteAttributes: RawValue, ReadAttributes: RawValue = ['email']) => ({
  ...userPool(),
  ...client({ WriteAttributes, ReadAttributes }),
});
const deciding = (...names: string[]) => ({ authorizationAttributes: new Map([['dev/auth/Pool', names]]) });

testControl(attributes, [
  ['named, both pass', writing(['email', 'name']), ['pass', 'pass']],
  ['absent, both mean everything', { ...userPool(), ...client() }, ['fail', 'fail']],
  ['empty too', writing([], []), ['fail', 'fail']],
  [
    'one that decides on access is not written',
    writing(['email', 'custom:tenant']),
    ['fail', 'pass'],
    deciding('tenant'),
  ],
  ['by whichever name it is declared', writing(['custom:tenant']), ['fail', 'pass'], deciding('custom:tenant')],
  ['it may be read', writing(['email'], ['custom:tenant']), ['pass', 'pass'], deciding('tenant')],
  [
    'a custom one that decides nothing may be written',
    writing(['custom:colour']),
    ['pass', 'pass'],
    deciding('tenant'),
  ],
  ['a standard one may decide', writing(['profile']), ['fail', 'pass'], deciding('profile')],
  ['of a custom one nobody knows where nothing is declared', writing(['custom:tenant']), ['unknown', 'pass']],
  [
    'nor of one of a pool from elsewhere',
    client({ WriteAttributes: ['custom:tenant'], ReadAttributes: ['email'] }),
    ['unknown', 'pass'],
    deciding(),
  ],
  ['lists from elsewhere are unknown', writing(elsewhere, elsewhere), ['unknown', 'unknown']],
  ['an attribute from elsewhere too', writing(['email', elsewhere], ['email', elsewhere]), ['unknown', 'unknown']],
]);

test.each([
  ['to write one more is weaker', 'WriteAttributes', writing(['email']), writing(['email', 'name']), 'weaker'],
  [
    'to name them is stronger than not to',
    'WriteAttributes',
    { ...userPool(), ...client() },
    writing(['email']),
    'stronger',
  ],
  [
    'a custom one beside the standard ones is weaker',
    'WriteAttributes',
    writing(['custom:a']),
    writing(['custom:a', 'email']),
    'weaker',
  ],
  ['an empty list is none', 'WriteAttributes', client(), client({ WriteAttributes: [] }), 'same'],
  [
    'to read one less is stronger',
    'ReadAttributes',
    writing(['name'], ['name', 'email']),
    writing(['name'], ['name']),
    'stronger',
  ],
  [
    'what is verified is read where no list is',
    'ReadAttributes',
    client(),
    client({ ReadAttributes: ['email_verified'] }),
    'stronger',
  ],
] as const)('%s', (_, property, before, after, expected) => {
  expect(compare(attributes, property, [before, after])).toBe(expected);
});

const from = (...SupportedIdentityProviders: RawValue[]) => client({ SupportedIdentityProviders });
const provider = {
  Google: {
    Type: 'AWS::Cognito::UserPoolIdentityProvider',
    Properties: { UserPoolId: { Ref: 'Pool' }, ProviderName: 'Google', ProviderType: 'Google' },
  },
};

testControl(supportedIdentityProviders, [
  ['named they pass', from('COGNITO', 'Google'), ['pass']],
  ['absent they fail', client(), ['fail']],
  ['an empty list names none', from(), ['fail']],
  ['by a reference to a provider they pass', { ...userPool(), ...provider, ...from({ Ref: 'Google' }) }, ['pass']],
  ['a reference to anything else is unknown', { ...userPool(), ...from({ Ref: 'Pool' }) }, ['unknown']],
  ['from elsewhere they are unknown', client({ SupportedIdentityProviders: elsewhere }), ['unknown']],
]);

test.each([
  ['one more provider is weaker', from('COGNITO'), from('COGNITO', 'Google'), 'weaker'],
  [
    'the same by a reference is the same',
    from('Google'),
    { ...userPool(), ...provider, ...from({ Ref: 'Google' }) },
    'same',
  ],
  ['one less is stronger', from('COGNITO', 'Google'), from('COGNITO'), 'stronger'],
  ['what the service takes for none is unknown', client(), from('COGNITO'), 'unknown'],
  ['one from elsewhere is unknown', from('COGNITO'), from('COGNITO', elsewhere), 'unknown'],
] as const)('%s', (_, before, after, expected) => {
  expect(compare(supportedIdentityProviders, 'SupportedIdentityProviders', [before, after])).toBe(expected);
});
