/** What `npm run local` says at start. */
export interface LocalPoolFacts {
  readonly stack: string;
  readonly origin: string;
  readonly userPoolId: string;
  readonly issuer: string;
  readonly region: string;
  readonly clients: readonly { readonly name: string; readonly kind: string | undefined; readonly id: string }[];
  readonly notSimulated: readonly { readonly name: string; readonly reason: string }[];
}

/** Where the pool is, what it leaves out, and how to point programs at it. */
export function localPoolLines(facts: LocalPoolFacts): readonly string[] {
  const { stack, origin, userPoolId, issuer, region, clients, notSimulated } = facts;
  const labels = clients.map(({ name, kind }) => `client ${name}${kind === undefined ? '' : ` (${kind})`}`);
  return [
    `The user pool of ${stack} runs on this machine.`,
    '',
    ...aligned([
      ['endpoint', origin],
      ['user pool id', userPoolId],
      ['issuer', issuer],
      ...clients.map(({ id }, index) => [labels[index] ?? '', id] as const),
      ['inbox', `${origin}/inbox`],
    ]),
    '',
    'AWS SDK: give the client this endpoint and any credentials, or set',
    `  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER=${origin}`,
    'AWS CLI: always with --endpoint-url, as older versions ignore the variable and would talk to AWS:',
    '  export AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local',
    `  aws cognito-idp describe-user-pool --endpoint-url ${origin} --region ${region} --user-pool-id ${userPoolId}`,
    'Client secrets are not shown here: describe-user-pool-client tells them, as on AWS.',
    '',
    ...(notSimulated.length === 0
      ? ['Everything in the template is simulated.']
      : ['Not simulated:', ...aligned(notSimulated.map(({ name, reason }) => [name, reason]))]),
    '',
    'Users and messages are kept in memory and are gone when it stops. Ctrl-C stops it.',
  ];
}

function aligned(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([label]) => label.length));
  return rows.map(([label, text]) => `  ${label.padEnd(width)}  ${text}`);
}
