import { SecretValue } from 'aws-cdk-lib';
import type { Environment } from '../environments/environment';
import { templatePart } from './project-file';
import type { ReadFile } from './project-file';

type Provider = Environment['identityProviders'][string];
type Details = Readonly<Record<string, string>>;

/**
 * How Cognito speaks with an identity provider (ProviderDetails), whole: what is not in it the service takes from the
 * provider's own discovery document. All values are text; scopes are sorted, as their order means nothing (RFC 6749
 * section 3.3).
 */
export function providerDetails(provider: Provider, readFile: ReadFile): Details {
  switch (provider.type) {
    case 'SAML':
      return {
        ...samlMetadata(provider.metadata, readFile),
        IDPSignout: String(provider.signOut),
        IDPInit: String(provider.idpInitiated),
        EncryptedResponses: String(provider.encryptedResponses),
        ...(provider.signedRequests && { RequestSigningAlgorithm: 'rsa-sha256' }),
      };
    case 'OIDC':
      return {
        ...confidentialClient(provider, ' '),
        oidc_issuer: provider.issuer,
        attributes_request_method: provider.attributesRequestMethod,
        ...oidcEndpoints(provider.endpoints),
      };
    case 'Google':
    case 'LoginWithAmazon':
      return confidentialClient(provider, ' ');
    case 'Facebook':
      return { ...confidentialClient(provider, ','), api_version: provider.apiVersion };
    case 'SignInWithApple':
      return {
        client_id: provider.servicesId,
        team_id: provider.teamId,
        key_id: provider.keyId,
        private_key: secretText(provider.privateKeySecretName),
        authorize_scopes: provider.scopes.toSorted().join(' '),
      };
  }
}

/** @param separator of the scopes; Facebook has a comma */
function confidentialClient(
  {
    clientId,
    clientSecretName,
    scopes,
  }: Pick<Extract<Provider, { type: 'Google' }>, 'clientId' | 'clientSecretName' | 'scopes'>,
  separator: string,
): Details {
  return {
    client_id: clientId,
    client_secret: secretText(clientSecretName),
    authorize_scopes: scopes.toSorted().join(separator),
  };
}

/** A dynamic reference, which CloudFormation resolves when it calls the service: the secret is in no template. */
function secretText(name: string): string {
  return SecretValue.secretsManager(name).unsafeUnwrap();
}

function samlMetadata(metadata: Extract<Provider, { type: 'SAML' }>['metadata'], readFile: ReadFile): Details {
  switch (metadata.from) {
    case 'url':
      return { MetadataURL: metadata.url };
    case 'file':
      return { MetadataFile: templatePart(readFile, metadata.file, /<(\w+:)?EntityDescriptor[\s>]/) };
  }
}

function oidcEndpoints(endpoints: Extract<Provider, { type: 'OIDC' }>['endpoints']): Details {
  if (endpoints === undefined) return {};
  return {
    authorize_url: endpoints.authorization,
    token_url: endpoints.token,
    attributes_url: endpoints.userInfo,
    jwks_uri: endpoints.jwks,
  };
}
