import type { Environment } from '../../lib/environments/environment';
import { resourcesFor } from '../stacks/template-for';
import { pagesRange } from '../synthesis/pages-range';
import { samlMetadata } from '../synthesis/project-files';
import type { TemplateResource } from '../synthesis/template-resource';

const { providers: declared } = pagesRange;
let resources: Readonly<Record<string, TemplateResource>> = {};
beforeAll(() => {
  resources = resourcesFor(declared);
});

/** What CloudFormation puts the text of a secret in for. */
const secret = (name: string) => `{{resolve:secretsmanager:userpool/providers/${name}:SecretString:::}}`;

describe('an identity provider', () => {
  test.each<readonly [id: string, properties: object]>([
    [
      'IdentityProviderPartner',
      {
        ProviderName: 'partner',
        ProviderType: 'SAML',
        ProviderDetails: {
          MetadataURL: 'https://id.partner.example/metadata',
          IDPSignout: 'true',
          IDPInit: 'false',
          EncryptedResponses: 'true',
          RequestSigningAlgorithm: 'rsa-sha256',
        },
        AttributeMapping: { email: 'urn:oid:0.9.2342.19200300.100.1.3', email_verified: 'verified' },
        IdpIdentifiers: ['partner', 'partner.example'],
      },
    ],
    [
      'IdentityProviderOtherPartner',
      {
        ProviderName: 'other-partner',
        ProviderType: 'SAML',
        ProviderDetails: {
          MetadataFile: samlMetadata,
          IDPSignout: 'false',
          IDPInit: 'false',
          EncryptedResponses: 'false',
        },
        AttributeMapping: { email: 'mail', email_verified: 'verified' },
        IdpIdentifiers: [],
      },
    ],
    [
      'IdentityProviderWorkforce',
      {
        ProviderName: 'workforce',
        ProviderType: 'OIDC',
        ProviderDetails: {
          client_id: 'example',
          client_secret: secret('workforce'),
          authorize_scopes: 'email openid',
          oidc_issuer: 'https://id.workforce.example',
          attributes_request_method: 'POST',
          authorize_url: 'https://id.workforce.example/authorize',
          token_url: 'https://id.workforce.example/token',
          attributes_url: 'https://id.workforce.example/me',
          jwks_uri: 'https://id.workforce.example/keys',
        },
        AttributeMapping: { username: 'sub', email: 'email', email_verified: 'email_verified' },
        IdpIdentifiers: [],
      },
    ],
    [
      'IdentityProviderSocialGoogle',
      {
        ProviderName: 'Google',
        ProviderType: 'Google',
        ProviderDetails: {
          client_id: 'example.apps.googleusercontent.com',
          client_secret: secret('google'),
          authorize_scopes: 'email openid profile',
        },
        AttributeMapping: { username: 'sub', email: 'email', email_verified: 'email_verified', name: 'name' },
        IdpIdentifiers: [],
      },
    ],
    [
      'IdentityProviderFacebook',
      {
        ProviderName: 'Facebook',
        ProviderType: 'Facebook',
        ProviderDetails: {
          client_id: '1234567890',
          client_secret: secret('facebook'),
          authorize_scopes: 'email,public_profile',
          api_version: 'v23.0',
        },
        AttributeMapping: { username: 'id', email: 'email' },
        IdpIdentifiers: [],
      },
    ],
    [
      'IdentityProviderApple',
      {
        ProviderName: 'SignInWithApple',
        ProviderType: 'SignInWithApple',
        ProviderDetails: {
          client_id: 'com.example.login',
          team_id: 'A1B2C3D4E5',
          key_id: 'F6G7H8J9K0',
          private_key: secret('apple'),
          authorize_scopes: 'email name',
        },
        AttributeMapping: { username: 'sub', email: 'email', email_verified: 'email_verified' },
        IdpIdentifiers: [],
      },
    ],
    [
      'IdentityProviderAmazon',
      {
        ProviderName: 'LoginWithAmazon',
        ProviderType: 'LoginWithAmazon',
        ProviderDetails: {
          client_id: 'amzn1.application-oa2-client.example',
          client_secret: secret('amazon'),
          authorize_scopes: 'profile',
        },
        AttributeMapping: { username: 'user_id', email: 'email' },
        IdpIdentifiers: [],
      },
    ],
  ])('%s is rendered whole', (id, properties) => {
    expect(resources[id]?.Properties).toEqual({ UserPoolId: { Ref: 'UserPool' }, ...properties });
  });

  test('goes when it is no longer declared, though the pool is kept', () => {
    const kept = resourcesFor({ ...declared, removal: { deletionProtection: { enabled: true }, policy: 'retain' } });
    expect(kept['UserPool']).toMatchObject({ DeletionPolicy: 'Retain' });
    expect(kept['IdentityProviderPartner']).toMatchObject({ DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' });
  });
});

describe('an app client', () => {
  test('lists its identity providers as Cognito calls them', () => {
    expect(resources['ClientWeb']?.Properties['SupportedIdentityProviders']).toEqual(['COGNITO', 'Google', 'partner']);
    expect(resources['ClientBackend']?.Properties['SupportedIdentityProviders']).toEqual(['COGNITO']);
  });

  test('waits for those that it lists, as names are no references, and for no other', () => {
    expect([resources['ClientWeb']?.DependsOn ?? []].flat().toSorted()).toEqual([
      'IdentityProviderPartner',
      'IdentityProviderSocialGoogle',
    ]);
    expect(resources['ClientBackend']?.DependsOn).toBeUndefined();
  });
});

test('the order in which identity providers and what they say are declared means nothing', () => {
  const reversed = Object.fromEntries(
    Object.entries<Environment['identityProviders'][string]>(declared.identityProviders)
      .map(([name, provider]) => [name, { ...provider, identifiers: provider.identifiers.toReversed() }] as const)
      .toReversed(),
  );
  expect(resourcesFor({ ...declared, identityProviders: reversed })).toEqual(resources);
});
