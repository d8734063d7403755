import { implicitGrant } from '../../../lib/posture/controls/cli-01-implicit-grant';
import { machineGrantAlone } from '../../../lib/posture/controls/cli-02-machine-grant-alone';
import { passwordFlow } from '../../../lib/posture/controls/cli-05-password-flows';
import { customFlow } from '../../../lib/posture/controls/cli-06-custom-flow';
import { pkce } from '../../../lib/posture/controls/cli-18-pkce';
import { clientRegistration } from '../../../lib/posture/controls/cli-19-client-registration';
import type { RawObject, RawValue } from '../../../lib/template/value';
import { kind } from '../client-of-kind';
import { compare } from '../compare';
import { client, elsewhere, testControl, userPool } from '../test-control';

const grants = (...AllowedOAuthFlows: RawValue[]) => client({ AllowedOAuthFlows });
const flows = (...ExplicitAuthFlows: RawValue[]) => client({ ExplicitAuthFlows });

testControl(implicitGrant, [
  ['the code grant passes', grants('code'), ['pass']],
  ['the implicit grant fails', grants('implicit'), ['fail']],
  ['beside the code grant too, as the CDK has it where it is told nothing', grants('implicit', 'code'), ['fail']],
  ['a text alone is a list of one', client({ AllowedOAuthFlows: 'implicit' }), ['fail']],
  ['without a grant there is none to refuse', client(), ['pass']],
  ['grants from elsewhere are unknown', client({ AllowedOAuthFlows: elsewhere }), ['unknown']],
  ['one of them is enough', grants('code', elsewhere), ['unknown']],
  ['beside one that is refused it does not matter', grants('implicit', elsewhere), ['fail']],
  [
    'every client is looked at',
    { ...client({}, 'A'), ...client({ AllowedOAuthFlows: ['implicit'] }, 'B') },
    ['pass', 'fail'],
  ],
  [
    'a client of a pool from elsewhere too',
    client({ UserPoolId: elsewhere, AllowedOAuthFlows: ['implicit'] }),
    ['fail'],
  ],
  [
    'of a client that may not be there nothing is known',
    {
      Client: {
        Type: 'AWS::Cognito::UserPoolClient',
        Condition: 'Perhaps',
        Properties: { AllowedOAuthFlows: ['implicit'] },
      },
    },
    ['unknown'],
  ],
  ['without a client there is nothing to say', userPool(), []],
]);

test.each([
  ['adding the implicit grant is weaker', grants('code'), grants('code', 'implicit'), 'weaker'],
  ['removing it is stronger', grants('code', 'implicit'), grants('code'), 'stronger'],
  ['the code grant is neither', client(), grants('code'), 'same'],
  ['where it comes from elsewhere nobody knows', grants('code'), grants(elsewhere), 'unknown'],
  [
    'what comes from elsewhere hides no change beside it',
    grants('code', elsewhere),
    grants('implicit', elsewhere),
    'unknown',
  ],
] as const)('%s', (_, before, after, expected) => {
  expect(compare(implicitGrant, 'AllowedOAuthFlows', [before, after])).toBe(expected);
});

const machine = (more: RawObject = {}) =>
  client({ AllowedOAuthFlows: ['client_credentials'], GenerateSecret: true, ...more });

testControl(machineGrantAlone, [
  ['alone, with a secret and no callback it passes', machine(), ['pass', 'pass', 'pass']],
  ['an empty list of callbacks is none', machine({ CallbackURLs: [] }), ['pass', 'pass', 'pass']],
  [
    'not beside the code grant',
    machine({ AllowedOAuthFlows: ['client_credentials', 'code'] }),
    ['fail', 'pass', 'pass'],
  ],
  ['not without a secret', machine({ GenerateSecret: false }), ['pass', 'fail', 'pass']],
  ['absent means no secret', client({ AllowedOAuthFlows: ['client_credentials'] }), ['pass', 'fail', 'pass']],
  ['not with a callback', machine({ CallbackURLs: ['https://a.example'] }), ['pass', 'pass', 'fail']],
  ['a secret from elsewhere is unknown', machine({ GenerateSecret: elsewhere }), ['pass', 'unknown', 'pass']],
  ['a callback from elsewhere is unknown', machine({ CallbackURLs: [elsewhere] }), ['pass', 'pass', 'unknown']],
  [
    'another grant from elsewhere is unknown',
    machine({ AllowedOAuthFlows: ['client_credentials', elsewhere] }),
    ['unknown', 'pass', 'pass'],
  ],
  ['grants from elsewhere may be it', client({ AllowedOAuthFlows: elsewhere }), ['unknown']],
  ['a client with the code grant is not meant', grants('code'), []],
  ['nor is one without a grant', client(), []],
]);

const admin = (GenerateSecret: RawValue) =>
  client({ ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'], GenerateSecret });

testControl(passwordFlow, [
  ['SRP passes', flows('ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'), ['pass']],
  ['absent means SRP', client(), ['pass']],
  ['so does an empty list', flows(), ['pass']],
  ['the choice of a user is taken, although a password is among it', flows('ALLOW_USER_AUTH'), ['pass']],
  ['a password in the request fails', flows('ALLOW_USER_PASSWORD_AUTH'), ['fail']],
  ['also where it is declared as such', flows('ALLOW_USER_PASSWORD_AUTH'), ['fail'], kind('legacy-password')],
  ['a server with a secret may send it with its AWS credentials', admin(true), ['pass'], kind('server')],
  ['not without a secret', admin(false), ['fail'], kind('server')],
  ['a secret from elsewhere is unknown', admin(elsewhere), ['unknown'], kind('server')],
  ['a browser may not', admin(true), ['fail'], kind('browser')],
  ['nor a native app', admin(true), ['fail'], kind('native')],
  ['nor a machine', admin(true), ['fail'], kind('machine')],
  ['of a kind that nobody declared it is unknown', admin(true), ['unknown']],
  ['without a secret it is no server', admin(false), ['fail']],
  ['legacy names fail', flows('ADMIN_NO_SRP_AUTH'), ['fail']],
  ['also where no password is sent', flows('CUSTOM_AUTH_FLOW_ONLY'), ['fail']],
  ['flows from elsewhere are unknown', client({ ExplicitAuthFlows: elsewhere }), ['unknown']],
  ['beside a password they do not matter', flows('ALLOW_USER_PASSWORD_AUTH', elsewhere), ['fail']],
]);

test.each([
  [
    'adding a password flow is weaker',
    flows('ALLOW_USER_SRP_AUTH'),
    flows('ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH'),
    'weaker',
  ],
  ['where nothing was said too', client(), flows('ALLOW_ADMIN_USER_PASSWORD_AUTH'), 'weaker'],
  ['removing it is stronger', flows('ALLOW_USER_PASSWORD_AUTH'), flows('ALLOW_USER_SRP_AUTH'), 'stronger'],
  ['the new name for the same is neither', flows('ADMIN_NO_SRP_AUTH'), flows('ALLOW_ADMIN_USER_PASSWORD_AUTH'), 'same'],
] as const)('%s', (_, before, after, expected) => {
  expect(compare(passwordFlow, 'ExplicitAuthFlows', [before, after])).toBe(expected);
});

const triggers = (...names: string[]) =>
  userPool({ LambdaConfig: Object.fromEntries(names.map((name) => [name, { 'Fn::ImportValue': name }])) });
const three = triggers('DefineAuthChallenge', 'CreateAuthChallenge', 'VerifyAuthChallengeResponse');
const optional = {
  Pool: {
    Type: 'AWS::Cognito::UserPool',
    Properties: {
      LambdaConfig: {
        DefineAuthChallenge: 'arn:one',
        CreateAuthChallenge: 'arn:two',
        VerifyAuthChallengeResponse: { 'Fn::If': ['Perhaps', 'arn:three', { Ref: 'AWS::NoValue' }] },
      },
    },
  },
};

testControl(customFlow, [
  ['without the flow it passes', { ...userPool(), ...flows('ALLOW_USER_SRP_AUTH') }, ['pass']],
  ['with its three triggers it passes', { ...three, ...flows('ALLOW_CUSTOM_AUTH') }, ['pass']],
  ['without a trigger it fails', { ...userPool(), ...flows('ALLOW_CUSTOM_AUTH') }, ['fail']],
  [
    'two triggers are not enough',
    { ...triggers('DefineAuthChallenge', 'CreateAuthChallenge'), ...flows('ALLOW_CUSTOM_AUTH') },
    ['fail'],
  ],
  ['the legacy name is the same flow', { ...userPool(), ...flows('CUSTOM_AUTH_FLOW_ONLY') }, ['fail']],
  ['absent means the flow', { ...userPool(), ...client() }, ['fail']],
  ['an empty list too', { ...userPool(), ...flows() }, ['fail']],
  ['absent beside the triggers passes', { ...three, ...client() }, ['pass']],
  ['a trigger that may not be there is unknown', { ...optional, ...flows('ALLOW_CUSTOM_AUTH') }, ['unknown']],
  ['the triggers of a pool from elsewhere are unknown', flows('ALLOW_CUSTOM_AUTH'), ['unknown']],
  ['they do not matter without the flow', flows('ALLOW_USER_SRP_AUTH'), ['pass']],
  ['flows from elsewhere are unknown', { ...userPool(), ...client({ ExplicitAuthFlows: elsewhere }) }, ['unknown']],
]);

test.each([
  [
    'adding the flow is weaker',
    flows('ALLOW_USER_SRP_AUTH'),
    flows('ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH'),
    'weaker',
  ],
  ['writing what the service takes anyway is neither', client(), flows('ALLOW_CUSTOM_AUTH'), 'same'],
  ['naming others is stronger', client(), flows('ALLOW_USER_SRP_AUTH'), 'stronger'],
] as const)('%s', (_, before, after, expected) => {
  expect(compare(customFlow, 'ExplicitAuthFlows', [before, after])).toBe(expected);
});

testControl(pkce, [
  ['of the code grant somebody has to confirm it', grants('code'), ['manual']],
  ['of grants from elsewhere too', client({ AllowedOAuthFlows: elsewhere }), ['manual']],
  ['of a machine nobody has', grants('client_credentials'), []],
  ['nor of a client without a grant', client(), []],
]);

testControl(clientRegistration, [
  ['of every user pool somebody has to confirm it', userPool(), ['manual']],
  ['without a pool there is nothing to confirm', client(), []],
]);
