import { z } from 'zod';
import { httpsUrl } from './https-url';
import { nameKey } from './name-key';

/**
 * A secret that CloudFormation resolves at deployment: never in a template. Without the prefix many a secret would have the
 * form of a name.
 */
export const secretName = z
  .string()
  .regex(/^userpool\/[A-Za-z0-9/_+=.@-]{1,503}$/)
  .describe(
    'The name of a secret of Secrets Manager in the account and Region of the user pool, whose whole text it is, below ' +
      'userpool/; never the secret. It is read when the provider is deployed: a new value comes under a new name.',
  );

const attributeMapping = z
  .record(
    z
      .string()
      .min(1)
      .describe('A declared attribute of the user pool, a custom one as custom:NAME, or its verified flag.'),
    z.string().min(1).describe('The claim or SAML attribute of the provider.'),
  )
  .describe(
    'What is taken over at each sign-in (AttributeMapping); email_verified has to be among it beside email. Who the user ' +
      'is follows from the subject alone, and cannot be mapped.',
  );

const everyProvider = {
  attributeMapping,
  identifiers: z
    .array(
      z
        .string()
        .regex(/^[\w\s+=.@-]{1,40}$/)
        .describe('A name or a domain.'),
    )
    .max(50)
    .describe('What may stand for the provider in a request (IdpIdentifiers).'),
};

const scopes = (first: string) =>
  z
    .array(
      z
        .string()
        .regex(/^[\x21\x23-\x5B\x5D-\x7E]+$/)
        .describe('A scope of the provider.'),
    )
    .min(1)
    .describe(`What is asked of the provider; ${first}.`);

const metadata = z
  .discriminatedUnion('from', [
    z.strictObject({
      from: z.literal('url').describe('Where Cognito reads it again and again, so that a new certificate arrives.'),
      url: httpsUrl.describe('Where it is (MetadataURL).'),
    }),
    z.strictObject({
      from: z.literal('file').describe('A copy: it has to be replaced before its certificate expires.'),
      file: z
        .string()
        .regex(/^identity-providers\/[a-z0-9-]+\.xml$/)
        .describe(
          'A file below identity-providers/, at most 100 kB as it becomes a part of the template (MetadataFile).',
        ),
    }),
  ])
  .describe('The SAML metadata of the provider.');

const endpoint = (path: string) => httpsUrl.describe(`The ${path} endpoint.`);

const endpoints = z
  .strictObject({
    authorization: endpoint('authorization'),
    token: endpoint('token'),
    userInfo: endpoint('userInfo'),
    jwks: endpoint('JWKS'),
  })
  .describe('Where no discovery document tells them.');

export const identityProvider = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('SAML').describe('SAML 2.0.'),
      metadata,
      signOut: z.boolean().describe('Whether signing out also signs out there (IDPSignout).'),
      encryptedResponses: z.boolean().describe('Whether responses must be encrypted (EncryptedResponses).'),
      signedRequests: z
        .boolean()
        .describe('Whether requests are signed with RSA and SHA-256 (RequestSigningAlgorithm).'),
      idpInitiated: z
        .literal(false)
        .describe('Whether the provider may begin a sign-in (IDPInit): no, as such a response answers no request.'),
      ...everyProvider,
    }),
    z.strictObject({
      type: z.literal('OIDC').describe('OpenID Connect.'),
      issuer: httpsUrl.describe('The issuer, whose discovery document is read.'),
      clientId: z.string().min(1).max(2048).describe('The id of the client there.'),
      clientSecretName: secretName,
      attributesRequestMethod: z.enum(['GET', 'POST']).describe('How userInfo is asked.'),
      endpoints: endpoints.optional(),
      scopes: scopes('openid is one of them'),
      ...everyProvider,
    }),
    z.strictObject({
      type: z.literal('Google').describe('Google.'),
      clientId: z.string().min(1).max(2048).describe('The id of the client there.'),
      clientSecretName: secretName,
      scopes: scopes('for instance openid, email and profile'),
      ...everyProvider,
    }),
    z.strictObject({
      type: z.literal('Facebook').describe('Facebook.'),
      clientId: z.string().min(1).max(2048).describe('The id of the app there.'),
      clientSecretName: secretName,
      apiVersion: z
        .string()
        .regex(/^v\d+\.\d+$/)
        .describe('The version of the Graph API.'),
      scopes: scopes('for instance public_profile and email'),
      ...everyProvider,
    }),
    z.strictObject({
      type: z.literal('SignInWithApple').describe('Apple.'),
      servicesId: z.string().min(1).max(2048).describe('The Services ID.'),
      teamId: z
        .string()
        .regex(/^[A-Z0-9]{10}$/)
        .describe('The Team ID.'),
      keyId: z
        .string()
        .regex(/^[A-Z0-9]{10}$/)
        .describe('The id of the private key.'),
      privateKeySecretName: secretName.describe(
        'The name of a secret of Secrets Manager in the account and Region of the user pool, with the private key alone: ' +
          'what stands between the lines BEGIN and END.',
      ),
      scopes: scopes('for instance email and name'),
      ...everyProvider,
    }),
    z.strictObject({
      type: z.literal('LoginWithAmazon').describe('Amazon.'),
      clientId: z.string().min(1).max(2048).describe('The id of the client there.'),
      clientSecretName: secretName,
      scopes: scopes('for instance profile'),
      ...everyProvider,
    }),
  ])
  .describe('Where users of somebody else sign in (AWS::Cognito::UserPoolIdentityProvider).');

/** SAML and OIDC providers have a name; each of the others can be there once, under the name of its type. */
export const identityProviders = z
  .record(nameKey.min(3).max(32), identityProvider)
  .describe(
    'Identity providers by name. A social one is known to Cognito by its type; others by the name here, which is a part ' +
      'of the usernames of those who come from there: under another name they are other users.',
  );
