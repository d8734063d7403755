import type { Client, Pool } from '../pool';

/** A text to copy into a program or a terminal. */
export interface Snippet {
  readonly title: string;
  readonly text: string;
}

/** How a program reaches an app client of a local pool. No secret stands in them: what needs one takes it from CLIENT_SECRET. */
export function snippetsFor(pool: Pool, client: Client): readonly Snippet[] {
  return [
    ...(signsUsersIn(client) ? [sdk(pool, client)] : []),
    ...(client.secret === undefined && appFlow(client) !== undefined ? [amplify(pool, client)] : []),
    cli(pool, client),
    ...(client.oauth.flows.length === 0 ? [] : [openIdConnect(pool, client)]),
  ];
}

function signsUsersIn({ explicitAuthFlows }: Client): boolean {
  return explicitAuthFlows.some((flow) => flow !== 'ALLOW_REFRESH_TOKEN_AUTH');
}

/** What Amplify calls the flows that an app may use (authFlowType), the first that it should take first. */
const appFlows = [
  ['ALLOW_USER_SRP_AUTH', 'USER_SRP_AUTH'],
  ['ALLOW_USER_AUTH', 'USER_AUTH'],
  ['ALLOW_USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH'],
  ['ALLOW_CUSTOM_AUTH', 'CUSTOM_WITHOUT_SRP'],
] as const;

function appFlow({ explicitAuthFlows }: Client): (typeof appFlows)[number][1] | undefined {
  return appFlows.find(([flow]) => explicitAuthFlows.includes(flow))?.[1];
}

function sdk({ origin, settings }: Pool, { id, secret }: Client): Snippet {
  const [imported, hash] =
    secret === undefined
      ? ['', '']
      : [
          `import { createHmac } from 'node:crypto';\n`,
          `
// The client has a secret: every request about a user has SECRET_HASH (in SignUp and its kin SecretHash) beside the name.
const secretHash = (username) =>
  createHmac('sha256', process.env.CLIENT_SECRET).update(username + ClientId).digest('base64');`,
        ];
  return {
    title: 'AWS SDK for JavaScript',
    text: `${imported}import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';

const cognito = new CognitoIdentityProviderClient({
  region: '${settings.region}',
  endpoint: '${origin}',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});
const ClientId = '${id}';${hash}`,
  };
}

function amplify({ origin, id: userPoolId }: Pool, client: Client): Snippet {
  const flow = appFlow(client);
  const choice =
    flow === undefined || flow === 'USER_SRP_AUTH'
      ? ''
      : `

// The client does not allow USER_SRP_AUTH, which signIn takes by itself:
const options = { authFlowType: '${flow}' }; // signIn({ username, password, options })`;
  return {
    title: 'AWS Amplify',
    text: `import { Amplify } from 'aws-amplify';

Amplify.configure({
  Auth: {
    Cognito: {
      userPoolId: '${userPoolId}',
      userPoolClientId: '${client.id}',
      userPoolEndpoint: '${origin}',
    },
  },
});${choice}`,
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

function openIdConnect({ issuer }: Pool, { id, secret, oauth }: Client): Snippet {
  const isMachine = oauth.flows.includes('client_credentials');
  const names = ['allowInsecureRequests', ...(isMachine ? ['clientCredentialsGrant'] : []), 'discovery'];
  const [imported, given, authentication] =
    secret === undefined
      ? [[...names, 'None'], 'undefined', 'None()']
      : [names, 'process.env.CLIENT_SECRET', 'undefined'];
  return {
    title: 'OpenID Connect (openid-client)',
    text: `import { ${imported.join(', ')} } from 'openid-client';

const issuer = new URL('${issuer}');
const clientId = '${id}';
// A local issuer is plain http.
const options = { execute: [allowInsecureRequests] };
const configuration = await discovery(issuer, clientId, ${given}, ${authentication}, options);${
      isMachine ? '\nconst tokens = await clientCredentialsGrant(configuration, {});' : ''
    }`,
  };
}
