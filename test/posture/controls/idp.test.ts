import type { RawObject, RawValue } from '../../../lib/template/value';
import { providerSecrets } from '../../../lib/posture/controls/idp-01-provider-secrets';
import { providerTrust } from '../../../lib/posture/controls/idp-02-provider-trust';
import { elsewhere, testControl, userPool } from '../test-control';
import { subjectFrom } from '../subject-from';

const provider = (properties: RawObject, logicalId = 'Provider'): RawObject => ({
  [logicalId]: {
    Type: 'AWS::Cognito::UserPoolIdentityProvider',
    Properties: { UserPoolId: { Ref: 'Pool' }, ProviderName: 'workforce', ProviderType: 'OIDC', ...properties },
  },
});
const secret = (client_secret: RawValue): RawObject => provider({ ProviderDetails: { client_secret } });

testControl(providerSecrets, [
  ['Secrets Manager passes', secret('{{resolve:secretsmanager:idp:SecretString:::}}'), ['pass']],
  [
    'so does a name that is put together',
    secret({ 'Fn::Sub': '{{resolve:secretsmanager:${AWS::Region}/idp:SecretString:::}}' }),
    ['pass'],
  ],
  ['a secure parameter passes', secret('{{resolve:ssm-secure:idp:1}}'), ['pass']],
  ['a plain parameter is no secret', secret('{{resolve:ssm:idp:1}}'), ['fail']],
  ['a literal is in the template', secret('hunter2-hunter2'), ['fail']],
  ['so is a private key', provider({ ProviderDetails: { private_key: 'MIGHAgEAMBMG' } }), ['fail']],
  ['a secret from elsewhere is unknown', secret(elsewhere), ['unknown']],
  ['details from elsewhere are unknown', provider({ ProviderDetails: elsewhere }), ['unknown']],
  ['a provider without a secret has none to hide', provider({ ProviderDetails: { client_id: 'a' } }), []],
  ['without a provider there is nothing to say', userPool(), []],
]);

test('CGN-IDP-01 never shows the secret', () => {
  const findings = providerSecrets.check(subjectFrom(secret('hunter2-hunter2')));
  expect(findings).toHaveLength(1);
  expect(findings.map(({ found }) => found).join()).not.toContain('hunter2');
});

const https = { oidc_issuer: 'https://id.example.com' };
const trusted = (properties: RawObject): RawObject => ({
  ...userPool(),
  ...provider({ ProviderDetails: https, AttributeMapping: {}, ...properties }),
});
const tenant = { authorizationAttributes: new Map([['dev/auth/Pool', ['custom:tenant']]]) };

testControl(providerTrust, [
  [
    'https, and e-mail with its verification',
    trusted({ AttributeMapping: { email: 'email', email_verified: 'email_verified' } }),
    ['pass', 'pass', 'pass', 'pass'],
    tenant,
  ],
  ['nothing mapped sets nothing', trusted({}), ['pass', 'pass', 'pass', 'pass']],
  [
    'http can be read on the way',
    trusted({ ProviderDetails: { MetadataURL: 'http://id.example.com' } }),
    ['fail', 'pass', 'pass', 'pass'],
  ],
  [
    'e-mail without its verification',
    trusted({ AttributeMapping: { email: 'email' } }),
    ['pass', 'fail', 'pass', 'pass'],
    tenant,
  ],
  [
    'an attribute that decides on access',
    trusted({ AttributeMapping: { 'custom:tenant': 'org' } }),
    ['pass', 'pass', 'fail', 'pass'],
    tenant,
  ],
  [
    'what decides on access is not declared',
    trusted({ AttributeMapping: { name: 'name' } }),
    ['pass', 'pass', 'unknown', 'pass'],
  ],
  [
    'two providers with the same identifier',
    { ...trusted({ IdpIdentifiers: ['example.com'] }), ...provider({ IdpIdentifiers: ['example.com'] }, 'Other') },
    ['pass', 'pass', 'pass', 'fail', 'pass', 'pass', 'fail'],
  ],
  [
    'what is from elsewhere is unknown',
    trusted({ ProviderDetails: { oidc_issuer: elsewhere }, AttributeMapping: elsewhere, IdpIdentifiers: [elsewhere] }),
    ['unknown', 'unknown', 'unknown', 'unknown'],
    tenant,
  ],
  [
    'details from elsewhere are one unknown',
    trusted({ ProviderDetails: elsewhere }),
    ['unknown', 'pass', 'pass', 'pass'],
  ],
  ['without a provider there is nothing to say', userPool(), []],
]);
