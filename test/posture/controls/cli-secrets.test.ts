import { secretByKind } from '../../../lib/posture/controls/cli-14-secret-by-kind';
import { secretInTheOpen } from '../../../lib/posture/controls/cli-15-secret-in-the-open';
import { userContext } from '../../../lib/posture/controls/cli-17-user-context';
import { subjectOf } from '../../../lib/posture/subject';
import { resolveStage } from '../../../lib/template/resolve';
import type { RawObject, RawValue } from '../../../lib/template/value';
import { stackArtifact } from '../../template/stack-artifact';
import { kind } from '../client-of-kind';
import { compare } from '../compare';
import { strict } from '../subject-from';
import { client, elsewhere, testControl, userPool } from '../test-control';

const secret = (GenerateSecret: RawValue) => client({ GenerateSecret });

testControl(secretByKind, [
  ...(['server', 'machine'] as const).flatMap((each) => [
    [`a ${each} has a secret`, secret(true), ['pass'], kind(each)] as const,
    [`a ${each} without one fails`, secret(false), ['fail'], kind(each)] as const,
    [`absent a ${each} has none`, client(), ['fail'], kind(each)] as const,
  ]),
  ...(['browser', 'native', 'legacy-password'] as const).flatMap((each) => [
    [`kind ${each} has no secret`, secret(false), ['pass'], kind(each)] as const,
    [`absent kind ${each} has none`, client(), ['pass'], kind(each)] as const,
    [`kind ${each} with one fails`, secret('true'), ['fail'], kind(each)] as const,
  ]),
  ['from elsewhere it is unknown', secret(elsewhere), ['unknown'], kind('server')],
  ['without a kind it is unknown', secret(true), ['unknown']],
]);

test.each([
  ['a server that loses its secret is weaker', 'server', secret(true), secret(false), 'weaker'],
  ['one that gets it is stronger', 'server', client(), secret(true), 'stronger'],
  ['a browser that gets one is weaker', 'browser', secret(false), secret(true), 'weaker'],
  ['absent means none', 'browser', secret(false), client(), 'same'],
] as const)('%s', (_, declared, before, after, expected) => {
  expect(compare(secretByKind, 'GenerateSecret', [before, after], kind(declared))).toBe(expected);
});

test('whether a secret is weaker is unknown where the kind is', () => {
  expect(compare(secretByKind, 'GenerateSecret', [secret(true), secret(false)])).toBe('unknown');
  expect(compare(secretByKind, 'GenerateSecret', [secret(true), secret(true)])).toBe('same');
});

const theSecret = { 'Fn::GetAtt': ['Client', 'ClientSecret'] };
const fn = (Variables: RawValue) => ({
  ...secret(true),
  Function: { Type: 'AWS::Lambda::Function', Properties: { Environment: { Variables } } },
});
const parameter = (Value: RawValue) => ({
  ...secret(true),
  Parameter: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value } },
});
const asked = {
  Ask: { Type: 'Custom::DescribeCognitoUserPoolClient', Properties: { ServiceToken: 'arn:aws:lambda:::function:ask' } },
};

testControl(secretInTheOpen, [
  ['a secret that nobody refers to passes', secret(true), ['pass']],
  [
    'in Secrets Manager it is kept',
    { ...secret(true), Kept: { Type: 'AWS::SecretsManager::Secret', Properties: { SecretString: theSecret } } },
    ['pass'],
  ],
  ['the environment of a function shows it', fn({ SECRET: theSecret }), ['fail']],
  ['in a Join too', fn({ SECRET: { 'Fn::Join': [':', [{ Ref: 'Client' }, theSecret]] } }), ['fail']],
  ['and in a Sub', fn({ SECRET: { 'Fn::Sub': 'secret=${Client.ClientSecret}' } }), ['fail']],
  ['each variable is a place', fn({ ONE: theSecret, TWO: theSecret, CLIENT_ID: { Ref: 'Client' } }), ['fail', 'fail']],
  ['the id of a client is no secret', fn({ CLIENT_ID: { Ref: 'Client' } }), ['pass']],
  ['an SSM parameter shows it', parameter(theSecret), ['fail']],
  [
    'what a custom resource has asked for too',
    { ...asked, ...parameter({ 'Fn::GetAtt': ['Ask', 'UserPoolClient.ClientSecret'] }) },
    ['fail'],
  ],
  ['another attribute does not', parameter({ 'Fn::GetAtt': ['Client', 'Name'] }), ['pass']],
  [
    'in a function that may not be there it is unknown',
    {
      ...secret(true),
      Function: {
        Type: 'AWS::Lambda::Function',
        Condition: 'Perhaps',
        Properties: { Environment: { Variables: { A: theSecret } } },
      },
    },
    ['unknown'],
  ],
  ['without a client there is nothing to say', userPool(), []],
]);

test('an output shows the secret, by its own name and stack', () => {
  const template = { Resources: secret(true), Outputs: { Secret: { Value: { 'Fn::Sub': '${Client.ClientSecret}' } } } };
  const findings = secretInTheOpen.check(subjectOf('dev', strict, resolveStage([stackArtifact(template)])));
  expect(findings).toMatchObject([
    { verdict: 'fail', property: 'Outputs.Secret of dev/auth', found: 'dev/auth/Client.ClientSecret' },
  ]);
});

test('a secret that another stack imports is followed there, and found in the export too', () => {
  const auth = stackArtifact({
    Resources: secret(true),
    Outputs: { Exported: { Value: theSecret, Export: { Name: 'secret' } } },
  });
  const app = stackArtifact(
    {
      Resources: {
        Function: {
          Type: 'AWS::Lambda::Function',
          Properties: { Environment: { Variables: { SECRET: { 'Fn::ImportValue': 'secret' } } } },
        },
      },
    },
    { path: 'dev/app', stackName: 'dev-app' },
  );
  const findings = secretInTheOpen.check(subjectOf('dev', strict, resolveStage([auth, app])));
  expect(findings.map(({ verdict, property, found }) => [verdict, property, found])).toEqual([
    ['fail', 'Outputs.Exported of dev/auth', 'dev/auth/Client.ClientSecret'],
    ['fail', 'Environment.Variables.SECRET', 'dev/auth/Client.ClientSecret'],
  ]);
});

test.each([
  ['a function that gets a secret', 'Environment.Variables', fn({}), fn({ SECRET: theSecret }), 'weaker'],
  [
    'a function that keeps it by another name',
    'Environment.Variables',
    fn({ A: theSecret }),
    fn({ B: theSecret }),
    'same',
  ],
  ['a parameter that loses it', 'Value', parameter(theSecret), parameter('none'), 'stronger'],
] as const)('%s', (_, property, before, after, expected) => {
  expect(compare(secretInTheOpen, property, [before, after])).toBe(expected);
});

const protectedBy = (AdvancedSecurityMode: RawValue) => userPool({ UserPoolAddOns: { AdvancedSecurityMode } });
const enforced = protectedBy('ENFORCED');
const telling = (EnablePropagateAdditionalUserContextData: RawValue, more: RawObject = {}) =>
  client({ GenerateSecret: true, EnablePropagateAdditionalUserContextData, ...more });
const server = kind('server');

testControl(userContext, [
  ['a server that may tell it passes', { ...enforced, ...telling(true) }, ['pass'], server],
  ['one that may not fails', { ...enforced, ...telling(false) }, ['fail'], server],
  ['absent it may not', { ...enforced, ...secret(true) }, ['fail'], server],
  ['from elsewhere it is unknown', { ...enforced, ...telling(elsewhere) }, ['unknown'], server],
  ['without threat protection nobody listens', { ...protectedBy('OFF'), ...telling(false) }, [], server],
  ['absent there is none', { ...userPool(), ...telling(false) }, [], server],
  ['in audit it is heard too', { ...protectedBy('AUDIT'), ...telling(false) }, ['fail'], server],
  [
    'threat protection from elsewhere is unknown',
    { ...protectedBy(elsewhere), ...telling(false) },
    ['unknown'],
    server,
  ],
  ['so is that of a pool from elsewhere', telling(false), ['unknown'], server],
  [
    'without a secret the service takes nothing',
    { ...enforced, ...telling(false, { GenerateSecret: false }) },
    [],
    server,
  ],
  [
    'a secret from elsewhere is unknown',
    { ...enforced, ...telling(false, { GenerateSecret: elsewhere }) },
    ['unknown'],
    server,
  ],
  ['a browser speaks for itself', { ...enforced, ...telling(false) }, [], kind('browser')],
  ['for a machine nobody signs in', { ...enforced, ...telling(false) }, [], kind('machine')],
  ['of a kind that nobody declared it is unknown', { ...enforced, ...telling(false) }, ['unknown']],
  ['and passes where it may tell', { ...enforced, ...telling(true) }, ['pass']],
]);

test('to stop telling the address is weaker', () => {
  const property = 'EnablePropagateAdditionalUserContextData';
  expect(compare(userContext, property, [telling(true), telling(false)])).toBe('weaker');
  expect(compare(userContext, property, [secret(true), telling('true')])).toBe('stronger');
});
