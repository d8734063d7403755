import type { Environment } from '../../lib/environments/environment';
import { userClients, type UserClient } from '../../lib/environments/user-clients';
import { metadataKeys } from '../../lib/template/metadata';
import { everyEnvironment } from '../synthesis/every-environment';
import { resourcesOfType } from '../synthesis/template-resource';

const cases = everyEnvironment.flatMap((environment) =>
  userClients(environment.clients).map(([name, declared]) => ({
    environment: environment.name,
    name,
    declared,
    providers: environment.identityProviders,
  })),
);

/** Code grant only, and nothing of it where the client has no pages. */
function pagesOf(declared: UserClient, providers: Environment['identityProviders']): object {
  const managedLogin = declared.kind === 'legacy-password' ? ({ use: 'off' } as const) : declared.managedLogin;
  if (managedLogin.use === 'off')
    return { AllowedOAuthFlowsUserPoolClient: false, SupportedIdentityProviders: ['COGNITO'] };
  return {
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ['code'],
    AllowedOAuthScopes: managedLogin.scopes.toSorted(),
    CallbackURLs: managedLogin.callbackUrls.toSorted(),
    LogoutURLs: managedLogin.logoutUrls.toSorted(),
    // The service has names of its own for the social ones.
    SupportedIdentityProviders: managedLogin.identityProviders
      .map((name) => {
        const type = providers[name]?.type ?? 'SAML';
        return type === 'SAML' || type === 'OIDC' ? name : type;
      })
      .toSorted(),
  };
}

describe.each(cases)('the app client $name of $environment', ({ environment, name, declared, providers }) => {
  const clients = resourcesOfType(environment, 'AWS::Cognito::UserPoolClient');
  const client = clients.map(([, resource]) => resource).find(({ Properties }) => Properties['ClientName'] === name);

  test('is rendered whole, each protection as a value', () => {
    expect(client?.Properties).toEqual({
      UserPoolId: { Ref: 'UserPool' },
      ClientName: name,
      GenerateSecret: declared.kind === 'server',
      ExplicitAuthFlows: declared.authFlows.toSorted(),
      PreventUserExistenceErrors: declared.preventUserExistenceErrors.enabled ? 'ENABLED' : 'LEGACY',
      EnableTokenRevocation: declared.tokenRevocation.enabled,
      AccessTokenValidity: declared.accessTokenMinutes,
      IdTokenValidity: declared.idTokenMinutes,
      RefreshTokenValidity: declared.refreshTokenHours,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'hours' },
      AuthSessionValidity: declared.authSessionMinutes,
      ReadAttributes: declared.readAttributes.toSorted(),
      WriteAttributes: declared.writeAttributes.toSorted(),
      ...pagesOf(declared, providers),
      EnablePropagateAdditionalUserContextData:
        declared.kind === 'server' && declared.propagateAdditionalUserContextData,
      RefreshTokenRotation: declared.refreshTokenRotation.enabled
        ? { Feature: 'ENABLED', RetryGracePeriodSeconds: declared.refreshTokenRotation.graceSeconds }
        : { Feature: 'DISABLED' },
    });
  });

  test('says its name and kind in its Metadata, and the reason of a kind that sends passwords', () => {
    expect(client?.Metadata[metadataKeys.client]).toEqual({
      name,
      kind: declared.kind,
      ...(declared.kind === 'legacy-password' && { reason: declared.reason }),
    });
  });

  test('goes when it is no longer declared, whatever happens to the pool', () => {
    expect(client).toMatchObject({ DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' });
  });
});

test('a protection that is off carries its reason beside the property that turns it off', () => {
  const reasons = Object.fromEntries(
    resourcesOfType('legacy-errors', 'AWS::Cognito::UserPoolClient').map(([id, { Metadata }]) => [
      id,
      Metadata[metadataKeys.reasons],
    ]),
  );
  const unknown = expect.stringContaining('unknown user') as string;
  const rotation = expect.stringContaining('by password alone') as string;
  expect(reasons).toEqual({
    ClientBackend: { PreventUserExistenceErrors: unknown, RefreshTokenRotation: rotation },
    ClientLegacy: {
      PreventUserExistenceErrors: unknown,
      RefreshTokenRotation: expect.stringContaining('cannot rotate'),
    },
    ClientWeb: {
      PreventUserExistenceErrors: unknown,
      EnableTokenRevocation: expect.stringContaining('without this protection'),
      RefreshTokenRotation: rotation,
    },
  });
});

describe.each(everyEnvironment)('client secrets of $name', ({ name: environment, clients }) => {
  const confidential = Object.entries(clients).flatMap(([name, client]) =>
    client.kind === 'server' || client.kind === 'machine' ? [{ name, rotated: client.secretRotation.enabled }] : [],
  );

  test('are in Secrets Manager for every confidential client: from Cognito, or from the function that rotates', () => {
    const secrets = resourcesOfType(environment, 'AWS::SecretsManager::Secret').map(([, { Properties }]) => Properties);
    expect(secrets).toHaveLength(confidential.length);
    for (const { name, rotated } of confidential) {
      const secret = secrets.find(({ Name }) => Name === `userpool/${environment}/clients/${name}/secret`);
      expect(secret?.['SecretString']).toEqual(
        rotated ? undefined : { 'Fn::GetAtt': [expect.stringMatching(/^Client[A-Z]/), 'ClientSecret'] },
      );
    }
  });

  test('have names that Secrets Manager cannot take for a part of an ARN', () => {
    for (const [, { Properties }] of resourcesOfType(environment, 'AWS::SecretsManager::Secret')) {
      expect(Properties['Name']).not.toMatch(/-[A-Za-z0-9]{6}$/);
    }
  });

  test('need no custom resource', () => {
    expect(resourcesOfType(environment, 'AWS::CloudFormation::CustomResource')).toEqual([]);
    expect(resourcesOfType(environment, 'Custom::AWS')).toEqual([]);
  });
});
