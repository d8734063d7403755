import * as api from '@aws-sdk/client-cognito-identity-provider';
import { main } from '../../lib/commands/drift';
import { stacksWithPool } from '../../lib/commands/pick-stack';
import type { Difference, Drift } from '../../lib/drift/difference';
import { startLocalPools } from '../../lib/local-pool/local-pool';
import type { LocalPools } from '../../lib/local-pool/local-pool';
import { LocalDeployment } from '../../lib/local-pool/settings/local-deployment';
import { readAssembly } from '../../lib/template/assembly';
import type { StackArtifact } from '../../lib/template/assembly';
import { withNested } from '../../lib/template/with-nested';
import { signingKeys } from '../local-pool/signing-keys';
import { removeDirectories } from '../template/assembly-on-disk';
import { someCredentials, withAwsEnvironment } from './aws-environment';
import { capturedIo } from './captured-io';
import { cloudFormationStandIn } from './cloudformation-stand-in';
import { foreignApp } from './foreign-app';

let directory: string;
let stacks: readonly StackArtifact[];
beforeAll(() => {
  process.env['CDK_VALIDATION'] = 'false';
  directory = foreignApp();
  ({ stacks } = readAssembly(directory));
}, 60_000);
afterAll(removeDirectories);

let local: LocalPools;
let cognito: api.CognitoIdentityProviderClient;
beforeEach(async () => {
  local = await startLocalPools({
    stacks: stacksWithPool(readAssembly(directory)),
    port: 0,
    signingKeys,
    log: () => undefined,
  });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  cognito = new api.CognitoIdentityProviderClient({ endpoint: local.origin, region: 'eu-west-1', credentials });
});
afterEach(async () => {
  cognito.destroy();
  await local.close();
});

const poolNames = ['people', 'machines', 'customers'] as const;

function poolId(poolName: string): string {
  return local.pools.find(({ pool }) => pool.settings.name === poolName)?.pool.id ?? `no ${poolName}`;
}

/** Compared with the pools of this machine, asked for as such. */
async function onThisMachine(pool: string): Promise<Result> {
  const io = capturedIo();
  const where = ['--target', 'local', '--endpoint', local.origin];
  return outcome(
    await main(['--env', 'identity', '--assembly', directory, '--pool', pool, ...where, '--json'], io),
    io,
  );
}

/** Compared as deployed ones: CloudFormation tells what it made, the pools of this machine answer for the service. */
async function deployed(pool: string, resources = physicalIds()): Promise<Result> {
  const cloudFormation = await cloudFormationStandIn({}, resources);
  const variables = {
    ...someCredentials,
    AWS_ENDPOINT_URL_CLOUDFORMATION: cloudFormation.origin,
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: local.origin,
  };
  const io = capturedIo({ env: variables });
  const command = ['--env', 'identity', '--assembly', directory, '--pool', pool, '--json'];
  try {
    return outcome(await withAwsEnvironment(variables, () => main(command, io)), io);
  } finally {
    cloudFormation.close();
  }
}

interface Result {
  readonly exitCode: number;
  readonly drift: Drift;
  readonly problems: readonly string[];
}

function outcome(exitCode: number, { written, problems }: ReturnType<typeof capturedIo>): Result {
  return { exitCode, problems, drift: JSON.parse(written.join('\n') || '{}') as Drift };
}

type Ids = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What CloudFormation lists of each stack; a nested one goes by its ARN. The two ids of a client may stand together. */
function physicalIds(): Ids {
  const made = new LocalDeployment(stacks, { poolId: () => '', clientId: () => '', issuerOf: () => '' });
  const nestedId = (path: string): string => `arn:aws:cloudformation:eu-west-1:111122223333:stack/${path}/1`;
  const idOf = ({ path }: StackArtifact, logicalId: string, type: unknown): string => {
    switch (type) {
      case 'AWS::Cognito::UserPool':
        return local.pools.find((pool) => pool.path === `${path}/${logicalId}`)?.pool.id ?? '';
      case 'AWS::Cognito::UserPoolClient': {
        const found = local.pools.flatMap(({ pool }) =>
          [...pool.clients.values()].flatMap(({ id, name }) => (name === logicalId ? [`${pool.id}|${id}`] : [])),
        );
        return found[0] ?? '';
      }
      case 'AWS::CloudFormation::Stack':
        return nestedId(`${path}/${logicalId}`);
      default:
        return made.valueFor({ stack: path, logicalId, attribute: undefined }) ?? logicalId;
    }
  };
  return Object.fromEntries(
    stacks
      .flatMap((root) => withNested(root).map((stack) => ({ stack, isRoot: stack === root })))
      .map(({ stack, isRoot }) => {
        const resources = Object.entries(stack.template['Resources'] as Readonly<Record<string, { Type: string }>>);
        const ids = resources.map(([logicalId, { Type }]) => [logicalId, idOf(stack, logicalId, Type)]);
        return [isRoot ? stack.stackName : nestedId(stack.path), Object.fromEntries(ids)];
      }),
  );
}

const summary = ({ kind, type, name, property }: Difference): string =>
  `${kind} ${type.replace('AWS::Cognito::', '')} ${name.replace(/ \(\w+\)$/, '')} ${property}`.trimEnd();

test.each(poolNames)('%s of another app is as it was declared, on this machine and deployed', async (pool) => {
  for (const { exitCode, drift, problems } of [await onThisMachine(pool), await deployed(pool)]) {
    expect(problems).toEqual([]);
    expect(drift.differences.map(summary)).toEqual([]);
    expect(exitCode).toBe(0);
  }
});

test('a client without a name is found by its name on this machine, and that is said', async () => {
  const byName = ({ drift }: Result) => drift.notCompared.filter(({ why }) => why.includes('has its name'));
  expect(byName(await onThisMachine('machines')).map(({ path }) => path)).toEqual([
    expect.stringMatching(/^identity\/MachinesRobot/),
  ]);
  expect(byName(await deployed('machines'))).toEqual([]);
});

test('a client that somebody called like a declared one is told from it by the ids', async () => {
  const UserPoolId = poolId('machines');
  const { UserPoolClients: [robot] = [] } = await cognito.send(new api.ListUserPoolClientsCommand({ UserPoolId }));
  const ClientName = robot?.ClientName;
  const { UserPoolClient: made } = await cognito.send(new api.CreateUserPoolClientCommand({ UserPoolId, ClientName }));
  const { differences } = (await deployed('machines', withRobot(robot?.ClientId ?? ''))).drift;
  expect(differences.map(({ kind, name }) => [kind, name])).toEqual([
    ['undeclared', `${ClientName} (${made?.ClientId})`],
  ]);
  expect(differences[0]?.remedy.commands[0]).toContain('delete-user-pool-client');

  const { drift } = await onThisMachine('machines');
  expect(drift.differences.map(({ kind, remark, remedy }) => [kind, remark, remedy.commands])).toEqual([
    ['undeclared', expect.stringContaining('may be one that is declared'), []],
    ['undeclared', expect.stringContaining('may be one that is declared'), []],
  ]);
  expect(drift.notCompared.map(({ why }) => why)).toContain(
    'nothing tells its id, and its name is not that of one app client alone',
  );
});

function withRobot(id: string): Ids {
  return Object.fromEntries(
    Object.entries(physicalIds()).map(([stack, resources]) => [
      stack,
      Object.fromEntries(
        Object.entries(resources).map(([logicalId, each]) => [logicalId, /^MachinesRobot/.test(logicalId) ? id : each]),
      ),
    ]),
  );
}

test('a client of which the id is known and is gone is not taken for another of its name', async () => {
  const UserPoolId = poolId('machines');
  const resources = physicalIds();
  const { UserPoolClients: [robot] = [] } = await cognito.send(new api.ListUserPoolClientsCommand({ UserPoolId }));
  await cognito.send(new api.DeleteUserPoolClientCommand({ UserPoolId, ClientId: robot?.ClientId }));
  await cognito.send(new api.CreateUserPoolClientCommand({ UserPoolId, ClientName: robot?.ClientName }));
  const { drift } = await deployed('machines', resources);
  expect(drift.differences.map(({ kind }) => kind).toSorted()).toEqual(['gone', 'undeclared']);
});

test.each([
  ['nothing', {}],
  ['a function of somebody else', { PreSignUp: 'arn:aws:lambda:eu-west-1:111122223333:function:theirs' }],
])('%s in the place of a trigger is found', async (_, LambdaConfig) => {
  const UserPoolId = poolId('people');
  const { UserPool } = await cognito.send(new api.DescribeUserPoolCommand({ UserPoolId }));
  const { Policies, AutoVerifiedAttributes, VerificationMessageTemplate, AccountRecoverySetting } = UserPool ?? {};
  const kept = { Policies, AutoVerifiedAttributes, VerificationMessageTemplate, AccountRecoverySetting };
  await cognito.send(new api.UpdateUserPoolCommand({ UserPoolId, PoolName: 'people', ...kept, LambdaConfig }));
  for (const { drift, exitCode } of [await onThisMachine('people'), await deployed('people')]) {
    expect(drift.differences.map(summary)).toEqual(['changed UserPool people LambdaConfig.PreSignUp']);
    expect(exitCode).toBe(1);
  }
});

test('a stack beside that is not deployed leaves its clients to their names, one of the pool itself ends with 2', async () => {
  const { identity = {}, shop = {}, ...nested } = physicalIds();
  const { drift } = await deployed('people', { identity });
  expect(drift.differences).toEqual([]);
  expect(drift.notCompared.filter(({ why }) => why.includes('has its name')).map(({ path }) => path)).toEqual([
    expect.stringMatching(/^shop\/Staff/),
  ]);
  const { exitCode, problems } = await deployed('people', { shop, ...nested });
  expect(problems.join()).toContain('The stack identity is not deployed');
  expect(exitCode).toBe(2);
});

test('a stack that was deployed without the pool ends with 2 and says which resource is missing', async () => {
  const { exitCode, problems } = await deployed('people', { identity: {} });
  expect(problems.join()).toMatch(
    /The stack identity is deployed without People\w+: CloudFormation lists no such resource/,
  );
  expect(exitCode).toBe(2);
});
