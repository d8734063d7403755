import type { Environment } from '../../lib/environments/environment';
import { pagesHost } from '../../lib/environments/pages-host';
import { fixtureStack } from '../synthesis/assembly';
import { everyEnvironment } from '../synthesis/every-environment';
import { resourcesOfType, templateOf } from '../synthesis/template-resource';

const pascal: Readonly<Record<string, string>> = {
  web: 'Web',
  phone: 'Phone',
  backend: 'Backend',
  legacy: 'Legacy',
  robot: 'Robot',
};

/** What a client may ask for, where it goes through the OAuth 2.0 endpoints. */
function scopesOf(client: Environment['clients'][string]): string | undefined {
  if (client.kind === 'machine') return client.scopes.toSorted().join(' ');
  if (client.kind === 'legacy-password' || client.managedLogin.use === 'off') return undefined;
  return client.managedLogin.scopes.toSorted().join(' ');
}

describe.each(everyEnvironment)('what applications of $name are told', (declared) => {
  const { name: environment, clients, identityPool } = declared;
  const domain = pagesHost(declared);
  const template = templateOf(fixtureStack(environment));
  const parameters = resourcesOfType(environment, 'AWS::SSM::Parameter').map(([, { Properties }]) => Properties);

  const scopes = Object.entries(clients).flatMap(([name, client]) => {
    const asked = scopesOf(client);
    return asked === undefined ? [] : [[name, asked] as const];
  });

  test('is the pool, the issuer and the clients, as outputs with stable keys', () => {
    const outputs = Object.fromEntries(Object.entries(template.Outputs).map(([key, { Value }]) => [key, Value]));
    expect(outputs).toEqual({
      UserPoolId: { Ref: 'UserPool' },
      Issuer: { 'Fn::GetAtt': ['UserPool', 'ProviderURL'] },
      ...Object.fromEntries(
        Object.keys(clients).map((name) => [`ClientId${pascal[name]}`, { Ref: `Client${pascal[name]}` }]),
      ),
      ...Object.fromEntries(scopes.map(([name, asked]) => [`Scopes${pascal[name]}`, asked])),
      ...(domain !== undefined && { ManagedLoginDomain: domain }),
      ...(identityPool.credentials !== 'none' && { IdentityPoolId: { Ref: 'IdentityPool' } }),
    });
  });

  test('is the same in SSM parameters, under the name of the environment', () => {
    const values = Object.fromEntries(parameters.map(({ Name, Value }) => [String(Name), Value]));
    expect(values).toEqual({
      [`/userpool/${environment}/user-pool-id`]: { Ref: 'UserPool' },
      [`/userpool/${environment}/issuer`]: { 'Fn::GetAtt': ['UserPool', 'ProviderURL'] },
      ...Object.fromEntries(
        Object.keys(clients).map((name) => [
          `/userpool/${environment}/clients/${name}/client-id`,
          { Ref: `Client${pascal[name]}` },
        ]),
      ),
      ...Object.fromEntries(scopes.map(([name, asked]) => [`/userpool/${environment}/clients/${name}/scopes`, asked])),
      ...(domain !== undefined && { [`/userpool/${environment}/managed-login-domain`]: domain }),
      ...(identityPool.credentials !== 'none' && {
        [`/userpool/${environment}/identity-pool-id`]: { Ref: 'IdentityPool' },
      }),
    });
  });

  test('is never a secret: the client secret is read by the resource in Secrets Manager alone', () => {
    const readers = Object.values(template.Resources).filter((resource) =>
      JSON.stringify(resource).includes('"ClientSecret"'),
    );
    const kept = Object.values(clients).filter(
      (client) => (client.kind === 'server' || client.kind === 'machine') && !client.secretRotation.enabled,
    );
    for (const { Type } of readers) expect(Type).toBe('AWS::SecretsManager::Secret');
    expect(readers).toHaveLength(kept.length);
    expect(JSON.stringify(template.Outputs)).not.toMatch(/secret/i);
    expect(JSON.stringify(parameters)).not.toMatch(/secret/i);
  });

  test('tells which app client an id belongs to, and of which kind it is', () => {
    for (const [name, { kind }] of Object.entries(clients)) {
      expect(template.Outputs[`ClientId${pascal[name]}`]?.Description).toBe(`Id of the app client ${name} (${kind}).`);
    }
  });
});
