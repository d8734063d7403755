import type { StateReport } from '../local-pool/state-file/state-keeper';

/** What `npm run local` says of one pool at start. */
export interface LocalPoolFacts {
  /** Path of its stack, and of the pool itself where the stack has several. */
  readonly name: string;
  readonly userPoolId: string;
  readonly issuer: string;
  readonly region: string;
  readonly clients: readonly { readonly name: string; readonly kind: string | undefined; readonly id: string }[];
  readonly notSimulated: readonly { readonly name: string; readonly reason: string }[];
}

/** What `npm run local` says of the process. */
export interface LocalStart {
  readonly origin: string;
  readonly state: StateReport | undefined;
  /** Address beside loopback. */
  readonly listen?: string | undefined;
  /** Names beside those of the loopback. */
  readonly allowHost: readonly string[];
}

/** Where the pools are, what they leave out, and how to point programs at them. */
export function localLines(start: LocalStart, pools: readonly LocalPoolFacts[]): readonly string[] {
  const { origin, state } = start;
  const [first] = pools;
  const command =
    first === undefined
      ? `aws cognito-idp create-user-pool --endpoint-url ${origin} --region us-east-1 --pool-name people`
      : `aws cognito-idp describe-user-pool --endpoint-url ${origin} --region ${first.region} --user-pool-id ${first.userPoolId}`;
  return [
    title(pools),
    '',
    ...aligned([
      ['endpoint', origin],
      ['desk', `${origin}/`],
      ['inbox', `${origin}/inbox`],
      ['sample', `${origin}/sample`],
    ]),
    '',
    ...reachLines(start),
    ...stateLines(state),
    ...pools.flatMap((pool) => poolLines(pool, { named: pools.length > 1 })),
    'AWS SDK: give the client this endpoint and any credentials, or set',
    `  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER=${origin}`,
    'AWS CLI: always with --endpoint-url, as older versions ignore the variable and would talk to AWS:',
    '  export AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local',
    `  ${command}`,
    ...(first === undefined
      ? ['A pool is made in the Region that the request names, with the defaults of the service.']
      : ['Client secrets are not shown here: describe-user-pool-client tells them, as on AWS.']),
    '',
    state === undefined
      ? 'Users and messages are kept in memory and are gone when it stops. Ctrl-C stops it.'
      : 'Messages and codes are kept in memory and are gone when it stops. Ctrl-C stops it.',
  ];
}

function reachLines({ origin, listen, allowHost }: LocalStart): readonly string[] {
  if (allowHost.length === 0) return [];
  const { port } = new URL(origin);
  return [
    `Also called ${allowHost.map((host) => `http://${host.includes(':') ? `[${host}]` : host}:${port}`).join(', ')}.`,
    ...(listen === undefined
      ? []
      : [`It listens at ${listen} too: whoever reaches that address is an administrator of the pools.`]),
    '',
  ];
}

function stateLines(state: StateReport | undefined): readonly string[] {
  if (state === undefined) return [];
  const { file, users, unfinishedBytes, leftOut } = state;
  return [
    `State: ${users} user${users === 1 ? '' : 's'} in ${file}, with secrets: whoever reads it can sign in as them.`,
    "Pools, clients, groups and settings that are made through the API are not kept: settings are the template's.",
    ...(unfinishedBytes === 0
      ? []
      : [`Its last ${unfinishedBytes} bytes were cut short and acknowledged to nobody: they are dropped.`]),
    ...(leftOut.length === 0 ? [] : ['Left out, and still in the file:', ...leftOut.map((line) => `  ${line}`)]),
    '',
  ];
}

function title(pools: readonly LocalPoolFacts[]): string {
  const [first] = pools;
  if (first === undefined) return 'No user pool is there yet: programs make their own through the API.';
  if (pools.length === 1) return `The user pool of ${first.name} runs on this machine.`;
  return `${pools.length} user pools run on this machine.`;
}

function poolLines(pool: LocalPoolFacts, { named }: { readonly named: boolean }): readonly string[] {
  const { name, userPoolId, issuer, clients, notSimulated } = pool;
  return [
    ...(named ? [name] : []),
    ...aligned([
      ['user pool id', userPoolId],
      ['issuer', issuer],
      ...clients.map((client) => [labelOf(client), client.id] as const),
    ]),
    '',
    ...(notSimulated.length === 0
      ? ['Everything in the template is simulated.']
      : ['Not simulated:', ...aligned(notSimulated.map((feature) => [feature.name, feature.reason]))]),
    '',
  ];
}

function labelOf({ name, kind }: LocalPoolFacts['clients'][number]): string {
  return `client ${name}${kind === undefined ? '' : ` (${kind})`}`;
}

function aligned(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([label]) => label.length));
  return rows.map(([label, text]) => `  ${label.padEnd(width)}  ${text}`);
}
