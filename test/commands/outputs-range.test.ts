import { amplifyOutputs } from '../../lib/commands/outputs-amplify';
import { applicationSettings, type ApplicationSettings } from '../../lib/commands/application-settings';
import { clientTemplate } from '../../lib/commands/application-client';
import { poolTemplate } from '../../lib/commands/application-pool';
import { envLines } from '../../lib/commands/outputs-env';
import { outputsDocument } from '../../lib/commands/outputs-json';
import { oidcDocument } from '../../lib/commands/outputs-oidc';
import type { Environment } from '../../lib/environments/environment';
import { resolveStack, resourcesOfType } from '../../lib/template/resolve';
import { templateFor } from '../stacks/template-for';
import { wholeRange } from '../synthesis/whole-range';
import { stackArtifact } from '../template/stack-artifact';
import { amplifyOutputsSchema } from './amplify-outputs-schema';

const userPoolId = 'eu-west-1_AbCdEf123';

/** What the template of an environment tells to applications, with ids as a deployment would give them. */
function settingsOf(environment: Environment): ApplicationSettings {
  const { name, region } = environment;
  const stack = resolveStack(stackArtifact(templateFor(environment).toJSON(), { region }));
  const [pool] = resourcesOfType(stack, 'AWS::Cognito::UserPool');
  if (pool === undefined) throw new Error(`${name} has no user pool.`);
  return applicationSettings({
    environment: name,
    region,
    endpoint: undefined,
    pool: poolTemplate(stack, pool),
    clients: resourcesOfType(stack, 'AWS::Cognito::UserPoolClient').map((client) => clientTemplate(stack, client)),
    ids: {
      userPoolId,
      issuer: `https://cognito-idp.${region}.amazonaws.com/${userPoolId}`,
      clientId: ({ logicalId }) => `id-of-${logicalId}`,
      identityPoolId: environment.identityPool.credentials === 'none' ? undefined : `${region}:identities`,
    },
  });
}

describe.each(Object.entries(wholeRange))('the application of %s', (_, environment) => {
  let settings: ApplicationSettings;
  beforeAll(() => {
    settings = settingsOf(environment);
  });

  test('is told of every client, in every format', () => {
    const names = Object.keys(environment.clients);
    expect(settings.clients.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
    expect(envLines(settings, 'all-clients').filter((line) => /^COGNITO_CLIENT_\w+_ID=/.test(line))).toHaveLength(
      names.length,
    );
    expect(outputsDocument(settings)).toMatchObject({
      clients: Object.fromEntries(names.map((name) => [name, { kind: environment.clients[name]?.kind }])),
    });
    for (const client of settings.clients) {
      const { response_types: responseTypes, redirect_uris: redirectUris } = oidcDocument(settings, client) as Readonly<
        Record<string, readonly string[]>
      >;
      // RFC 7591 section 2: a client of the code grant has redirect URIs, and others have none.
      expect(redirectUris?.length === 0).toBe(responseTypes?.length === 0);
    }
  });

  test('gets an amplify_outputs.json as its schema wants it, for each front end', () => {
    const frontEnds = settings.clients.filter(
      // Those with callback URLs and no logout URL are refused by name.
      ({ confidential, callbackUrls, logoutUrls }) =>
        !confidential && callbackUrls.length > 0 === logoutUrls.length > 0,
    );
    for (const client of frontEnds) {
      const { auth } = amplifyOutputsSchema.parse(amplifyOutputs(settings, client));
      expect(auth.oauth !== undefined).toBe(client.oauthFlows.includes('code'));
      expect(auth.passwordless !== undefined).toBe(environment.signIn.firstFactors.length > 1);
    }
    expect(frontEnds).not.toEqual([]);
  });
});
