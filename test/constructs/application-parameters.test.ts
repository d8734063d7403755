import { fixtureStack } from '../synthesis/assembly';
import { everyEnvironment } from '../synthesis/every-environment';
import { resourcesOfType, templateOf } from '../synthesis/template-resource';

const pascal: Readonly<Record<string, string>> = { web: 'Web', backend: 'Backend', legacy: 'Legacy' };

describe.each(everyEnvironment)('what applications of $name are told', ({ name: environment, clients }) => {
  const template = templateOf(fixtureStack(environment));
  const parameters = resourcesOfType(environment, 'AWS::SSM::Parameter').map(([, { Properties }]) => Properties);

  test('is the pool, the issuer and the clients, as outputs with stable keys', () => {
    const outputs = Object.fromEntries(Object.entries(template.Outputs).map(([key, { Value }]) => [key, Value]));
    expect(outputs).toEqual({
      UserPoolId: { Ref: 'UserPool' },
      Issuer: { 'Fn::GetAtt': ['UserPool', 'ProviderURL'] },
      ...Object.fromEntries(
        Object.keys(clients).map((name) => [`ClientId${pascal[name]}`, { Ref: `Client${pascal[name]}` }]),
      ),
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
    });
  });

  test('is never a secret: the client secret is read by the resource in Secrets Manager alone', () => {
    const readers = Object.values(template.Resources).filter((resource) =>
      JSON.stringify(resource).includes('"ClientSecret"'),
    );
    for (const { Type } of readers) expect(Type).toBe('AWS::SecretsManager::Secret');
    expect(readers).toHaveLength(Object.values(clients).filter(({ kind }) => kind === 'server').length);
    expect(JSON.stringify(template.Outputs)).not.toMatch(/secret/i);
    expect(JSON.stringify(parameters)).not.toMatch(/secret/i);
  });

  test('tells which app client an id belongs to, and of which kind it is', () => {
    for (const [name, { kind }] of Object.entries(clients)) {
      expect(template.Outputs[`ClientId${pascal[name]}`]?.Description).toBe(`Id of the app client ${name} (${kind}).`);
    }
  });
});
