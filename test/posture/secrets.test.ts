import { withoutSecrets } from '../../lib/posture/secrets';
import type { RawObject } from '../../lib/template/value';
import { subjectFrom } from './subject-from';

/** What is found after a control has found that text in the resource. */
function foundIn(Type: string, Properties: RawObject, property: string, found: string): string {
  const [at] = subjectFrom({ Subject: { Type, Properties } }).ofType(Type);
  return withoutSecrets({ verdict: 'fail', at, property, found, wanted: 'a reference' }).found;
}

const provider = 'AWS::Cognito::UserPoolIdentityProvider';
const hidden = expect.stringContaining('not shown') as string;

test.each<readonly [what: string, ...Parameters<typeof foundIn>]>([
  [
    'a client secret',
    provider,
    { ProviderDetails: { client_secret: 'sesame' } },
    'ProviderDetails.client_secret',
    '"sesame"',
  ],
  ['a short one', provider, { ProviderDetails: { client_secret: 'x' } }, 'ProviderDetails.client_secret', '"x"'],
  [
    'one in the whole of its object',
    provider,
    { ProviderDetails: { client_secret: 'x' } },
    'ProviderDetails',
    '{"client_secret":"x"}',
  ],
  [
    'one that another property repeats',
    provider,
    { ProviderDetails: { client_secret: 'sesame' } },
    'IdpIdentifiers',
    '["sesame"]',
  ],
  [
    'a private key, with line ends',
    provider,
    { ProviderDetails: { private_key: 'a\nb' } },
    'ProviderDetails.private_key',
    JSON.stringify('a\nb'),
  ],
  ['a number', 'AWS::SSM::Parameter', { Value: 1234 }, 'Value', '1234'],
  [
    'a variable of a function',
    'AWS::Lambda::Function',
    { Environment: { Variables: { KEY: 'sesame' } } },
    'Environment.Variables.KEY',
    '"sesame"',
  ],
  [
    'the known part of a text that is put together',
    'AWS::SecretsManager::Secret',
    { SecretString: { 'Fn::Join': ['', ['sesame', { 'Fn::ImportValue': 'elsewhere' }]] } },
    'SecretString',
    '{"Fn::Join":["",["sesame",{"Fn::ImportValue":"elsewhere"}]]}',
  ],
])('%s is not shown', (_what, type, properties, property, found) => {
  expect(foundIn(type, properties, property, found)).toEqual(hidden);
});

test.each<readonly [what: string, ...Parameters<typeof foundIn>]>([
  [
    'a reference to a secret elsewhere',
    provider,
    { ProviderDetails: { client_secret: '{{resolve:secretsmanager:acme}}' } },
    'ProviderDetails.client_secret',
    '"{{resolve:secretsmanager:acme}}"',
  ],
  [
    'an attribute of another resource',
    'AWS::Lambda::Function',
    { Environment: { Variables: { KEY: { 'Fn::GetAtt': ['Client', 'ClientSecret'] } } } },
    'Environment.Variables.KEY',
    '{"Fn::GetAtt":["Client","ClientSecret"]}',
  ],
  [
    'what only looks like a short one',
    'AWS::Lambda::Function',
    { Environment: { Variables: { LEVEL: '128' } } },
    'MemorySize',
    '128',
  ],
  [
    'the same text in another type of resource',
    'AWS::Cognito::UserPool',
    { MfaConfiguration: 'OFF' },
    'MfaConfiguration',
    '"OFF"',
  ],
])('%s is shown', (_what, type, properties, property, found) => {
  expect(foundIn(type, properties, property, found)).toBe(found);
});

test('a finding about no resource stays as it is', () => {
  const finding = { verdict: 'fail', at: undefined, property: '', found: 'nothing', wanted: 'a web ACL' } as const;
  expect(withoutSecrets(finding)).toBe(finding);
});
