import type { Client, Pool } from '../pool';

/** A text to copy into a program or a terminal. */
export interface Snippet {
  readonly title: string;
  readonly text: string;
}

/** How a program reaches an app client of a local pool. No secret stands in them: what needs one names where it comes from. */
export function snippetsFor(pool: Pool, client: Client): readonly Snippet[] {
  return [
    sdk(pool, client),
    ...(client.secret === undefined && hasUserFlow(client) ? [amplify(pool, client)] : []),
    cli(pool, client),
    ...(client.oauth.flows.length === 0 ? [] : [openIdConnect(pool, client)]),
  ];
}

function hasUserFlow({ explicitAuthFlows }: Client): boolean {
  return explicitAuthFlows.some((flow) => flow !== 'ALLOW_REFRESH_TOKEN_AUTH' && !flow.includes('ADMIN'));
}

function sdk({ origin, settings }: Pool, { id }: Client): Snippet {
  return {
    title: 'AWS SDK for JavaScript',
    text: `import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';

const cognito = new CognitoIdentityProviderClient({
  region: '${settings.region}',
  endpoint: '${origin}',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});
const ClientId = '${id}';`,
  };
}

function amplify({ origin, id: userPoolId }: Pool, { id }: Client): Snippet {
  return {
    title: 'AWS Amplify',
    text: `import { Amplify } from 'aws-amplify';

Amplify.configure({
  Auth: {
    Cognito: {
      userPoolId: '${userPoolId}',
      userPoolClientId: '${id}',
      userPoolEndpoint: '${origin}',
    },
  },
});`,
  };
}

function cli({ origin, settings, id: userPoolId }: Pool, { id }: Client): Snippet {
  return {
    title: 'AWS CLI',
    text: `export AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local
aws cognito-idp describe-user-pool-client --endpoint-url ${origin} --region ${settings.region} \\
  --user-pool-id ${userPoolId} --client-id ${id}`,
  };
}

function openIdConnect({ issuer }: Pool, { id, secret }: Client): Snippet {
  const [imported, authentication] =
    secret === undefined
      ? ['allowInsecureRequests, discovery, None', 'undefined, None()']
      : ['allowInsecureRequests, discovery', 'process.env.CLIENT_SECRET, undefined'];
  return {
    title: 'OpenID Connect (openid-client)',
    text: `import { ${imported} } from 'openid-client';

// A local issuer is plain http.
const configuration = await discovery(new URL('${issuer}'), '${id}', ${authentication}, {
  execute: [allowInsecureRequests],
});`,
  };
}
