import { tokenRevocation } from '../../../lib/posture/controls/cli-07-token-revocation';
import { refreshTokenRotation } from '../../../lib/posture/controls/cli-08-refresh-token-rotation';
import { refreshTokenLifetime } from '../../../lib/posture/controls/cli-09-refresh-token-lifetime';
import { accessTokenLifetime } from '../../../lib/posture/controls/cli-10-access-token-lifetime';
import { challengeLifetime } from '../../../lib/posture/controls/cli-11-challenge-lifetime';
import type { RawObject, RawValue } from '../../../lib/template/value';
import { kind } from '../client-of-kind';
import { compare } from '../compare';
import { client, elsewhere, testControl, userPool } from '../test-control';

testControl(tokenRevocation, [
  ['on it passes', client({ EnableTokenRevocation: true }), ['pass']],
  ['as a text too', client({ EnableTokenRevocation: 'true' }), ['pass']],
  ['absent the service turns it on', client(), ['pass']],
  ['off it fails', client({ EnableTokenRevocation: false }), ['fail']],
  ['from elsewhere it is unknown', client({ EnableTokenRevocation: elsewhere }), ['unknown']],
]);

test.each([
  ['turning revocation off is weaker', true, false, 'weaker'],
  ['turning it on is stronger', 'false', true, 'stronger'],
  ['the same as a text is the same', true, 'true', 'same'],
] as const)('%s', (_, before, after, expected) => {
  const sides = [client({ EnableTokenRevocation: before }), client({ EnableTokenRevocation: after })] as const;
  expect(compare(tokenRevocation, 'EnableTokenRevocation', sides)).toBe(expected);
});

const rotating = (seconds: RawValue, more: RawObject = {}) =>
  client({
    ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
    RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: seconds },
    ...more,
  });
const graceless = client({ ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'], RefreshTokenRotation: { Feature: 'ENABLED' } });
const machine = { AllowedOAuthFlows: ['client_credentials'], ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'] };
const browser = kind('browser');

testControl(refreshTokenRotation, [
  ['a browser that rotates passes', rotating(10), ['pass', 'pass', 'pass'], browser],
  ['a native app too', rotating(0), ['pass', 'pass', 'pass'], kind('native')],
  ['absent it is off, and fails', client(), ['fail'], browser],
  ['off it fails', client({ RefreshTokenRotation: { Feature: 'DISABLED' } }), ['fail'], kind('legacy-password')],
  ['11 seconds are too long in production', rotating(11), ['pass', 'fail', 'pass'], browser],
  ['60 are not in a sandbox', rotating(60), ['pass', 'pass', 'pass'], { ...browser, class: 'sandbox' }],
  ['61 are too long everywhere', rotating(61), ['pass', 'fail', 'pass'], { ...browser, class: 'sandbox' }],
  ['between the two the class decides', rotating(30), ['pass', 'unknown', 'pass'], { ...browser, class: undefined }],
  ['61 seconds fail in any class', rotating(61), ['pass', 'fail', 'pass'], { ...browser, class: undefined }],
  ['what the service takes for absent seconds is unknown', graceless, ['pass', 'unknown', 'pass'], browser],
  ['and never too long in a sandbox', graceless, ['pass', 'pass', 'pass'], { ...browser, class: 'sandbox' }],
  ['seconds from elsewhere are unknown', rotating(elsewhere), ['pass', 'unknown', 'pass'], browser],
  [
    'the old flow beside it fails',
    rotating(10, { ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'] }),
    ['pass', 'pass', 'fail'],
    browser,
  ],
  [
    'absent, the flows include the old one',
    client({ RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 } }),
    ['pass', 'pass', 'fail'],
    browser,
  ],
  ['empty too', rotating(10, { ExplicitAuthFlows: [] }), ['pass', 'pass', 'fail'], browser],
  [
    'flows from elsewhere are unknown',
    rotating(10, { ExplicitAuthFlows: elsewhere }),
    ['pass', 'pass', 'unknown'],
    browser,
  ],
  ['from elsewhere it is unknown', client({ RefreshTokenRotation: elsewhere }), ['unknown'], browser],
  ['a server is not meant', client(), [], kind('server')],
  ['nor is a machine', client(machine), [], kind('machine')],
  ['nor a client through which nobody signs in', client(machine), []],
  ['without a secret a client is meant, whatever its kind', client(), ['fail']],
  ['with a secret it depends on the kind', client({ GenerateSecret: true }), ['unknown']],
  ['where it rotates it does not', rotating(10, { GenerateSecret: true }), ['pass', 'pass', 'pass']],
]);

test.each([
  ['turning rotation off is weaker', 'RefreshTokenRotation.Feature', rotating(10), client(), 'weaker'],
  ['turning it on is stronger', 'RefreshTokenRotation.Feature', client(), rotating(10), 'stronger'],
  ['a longer grace is weaker', 'RefreshTokenRotation.RetryGracePeriodSeconds', rotating(10), rotating(20), 'weaker'],
  [
    'a grace that is no longer written is unknown',
    'RefreshTokenRotation.RetryGracePeriodSeconds',
    rotating(10),
    graceless,
    'unknown',
  ],
] as const)('%s', (_, property, before, after, expected) => {
  expect(compare(refreshTokenRotation, property, [before, after])).toBe(expected);
});

const session = (RefreshTokenValidity: RawValue, RefreshToken?: RawValue) =>
  client({
    RefreshTokenValidity,
    ...(RefreshToken !== undefined && { TokenValidityUnits: { RefreshToken } }),
  });
const sandbox = { class: 'sandbox' } as const;

testControl(refreshTokenLifetime, [
  ['24 hours pass', session(24, 'hours'), ['pass']],
  ['a day is the same', session(1), ['pass']],
  ['1440 minutes too', session('1440', 'minutes'), ['pass']],
  ['25 hours are too long in production at AAL2', session(25, 'hours'), ['fail']],
  ['days are the unit where none is said', session(24), ['fail']],
  ['absent it is 30 days', client(), ['fail']],
  ['which AAL1 allows', client(), ['pass'], { assurance: 'aal1' }],
  ['and so does a sandbox', client(), ['pass'], sandbox],
  ['0 is what the service takes for absent', session(0, 'minutes'), ['fail']],
  ['31 days are too long in a sandbox', session(31), ['fail'], sandbox],
  ['before production 30 days pass', session(30), ['pass'], { class: 'pre-production' }],
  ['without an assurance a day passes', session(1), ['pass'], { assurance: undefined }],
  ['and 30 are unknown', session(30), ['unknown'], { assurance: undefined }],
  ['and 31 fail', session(31), ['fail'], { assurance: undefined }],
  ['without a class 30 days are unknown', session(30), ['unknown'], { class: undefined }],
  ['at AAL1 they pass in any class', session(30), ['pass'], { class: undefined, assurance: 'aal1' }],
  ['a lifetime from elsewhere is unknown', session(elsewhere), ['unknown']],
  ['a unit from elsewhere too', session(1, elsewhere), ['unknown']],
  ['and a unit that the service does not have', session(1, 'weeks'), ['unknown']],
  ['through a machine nobody signs in', client(machine), [], kind('machine')],
  [
    'through its client they do where an API flow lets them',
    client({ AllowedOAuthFlows: ['client_credentials'] }),
    ['fail'],
    kind('machine'),
  ],
]);

test.each([
  ['a longer session is weaker', session(12, 'hours'), session(1), 'weaker'],
  ['a shorter one is stronger', client(), session(1), 'stronger'],
  ['the same in another unit is the same', session(24, 'hours'), session(1, 'days'), 'same'],
  ['the unit alone counts', session(24, 'hours'), session(24, 'days'), 'weaker'],
  ['a unit from elsewhere is unknown', session(24, 'hours'), session(24, elsewhere), 'unknown'],
] as const)('%s', (_, before, after, expected) => {
  expect(compare(refreshTokenLifetime, 'RefreshTokenValidity', [before, after])).toBe(expected);
});

const tokens = (AccessTokenValidity: RawValue, IdTokenValidity: RawValue, unit?: string) =>
  client({
    AccessTokenValidity,
    IdTokenValidity,
    ...(unit !== undefined && { TokenValidityUnits: { AccessToken: unit, IdToken: unit } }),
  });

testControl(accessTokenLifetime, [
  ['absent they live for an hour', client(), ['pass', 'pass']],
  ['60 minutes pass', tokens(60, 60, 'minutes'), ['pass', 'pass']],
  ['61 do not', tokens(61, 60, 'minutes'), ['fail', 'pass']],
  ['each is looked at', tokens(60, 3660, 'seconds'), ['pass', 'fail']],
  ['hours are the unit where none is said', tokens(1, 2), ['pass', 'fail']],
  ['outside production a day passes', tokens(24, 24), ['pass', 'pass'], { class: 'pre-production' }],
  ['and no more', tokens(25, 24), ['fail', 'pass'], sandbox],
  ['between the two the class decides', tokens(1, 24), ['pass', 'unknown'], { class: undefined }],
  ['from elsewhere they are unknown', tokens(elsewhere, 1), ['unknown', 'pass']],
]);

test.each(['AccessTokenValidity', 'IdTokenValidity'])('%s: a longer life is weaker, in whichever unit', (property) => {
  expect(compare(accessTokenLifetime, property, [tokens(60, 60, 'minutes'), tokens(2, 2)])).toBe('weaker');
  expect(compare(accessTokenLifetime, property, [tokens(2, 2), client()])).toBe('stronger');
  expect(compare(accessTokenLifetime, property, [tokens(60, 60, 'minutes'), client()])).toBe('same');
});

testControl(challengeLifetime, [
  ['10 minutes pass', client({ AuthSessionValidity: 10 }), ['pass']],
  ['absent it is 3', client(), ['pass']],
  ['11 fail', client({ AuthSessionValidity: 11 }), ['fail']],
  ['in a sandbox too', client({ AuthSessionValidity: 15 }), ['fail'], sandbox],
  ['from elsewhere it is unknown', client({ AuthSessionValidity: elsewhere }), ['unknown']],
  ['without a client there is nothing to say', userPool(), []],
]);

test('more minutes for a challenge are weaker, and 3 is what absent means', () => {
  const minutes = (AuthSessionValidity: number) => client({ AuthSessionValidity });
  expect(compare(challengeLifetime, 'AuthSessionValidity', [client(), minutes(5)])).toBe('weaker');
  expect(compare(challengeLifetime, 'AuthSessionValidity', [minutes(3), client()])).toBe('same');
});
