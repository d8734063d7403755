import { App, aws_cognito, aws_lambda, CfnOutput, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import path from 'node:path';
import { readAssembly } from '../../lib/template/assembly';
import { digestDirectory } from '../../lib/template/digest';
import { functionBundle, resolveStage } from '../../lib/template/resolve';
import type { ResolvedStack } from '../../lib/template/resolve';
import { renderSnapshot, snapshotOf } from '../../lib/template/snapshot';
import { attributeReference } from '../../lib/template/value';
import { directoryWith, removeDirectories } from './assembly-on-disk';

/** A stage with a pool, a trigger, a nested stack and a stack that refers to the pool, as the CDK writes it. */
function synthesize(code: string): string {
  const outdir = path.join(directoryWith({}), 'cdk.out');
  const app = new App({
    outdir,
    analyticsReporting: true,
    context: { 'aws:cdk:enable-path-metadata': true, 'aws:cdk:enable-asset-metadata': true },
  });
  for (const [name, env] of [
    ['dev', {}],
    ['prod', { account: '111122223333', region: 'eu-west-1' }],
  ] as const) {
    const stage = new Stage(app, name, { env });
    const auth = new Stack(stage, 'auth', { terminationProtection: name === 'prod' });
    const trigger = new aws_lambda.Function(auth, 'Trigger', {
      runtime: aws_lambda.Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: aws_lambda.Code.fromAsset(directoryWith({ 'index.js': code })),
    });
    const pool = new aws_cognito.UserPool(auth, 'Pool', { lambdaTriggers: { postConfirmation: trigger } });
    const nest = new NestedStack(auth, 'Nest');
    new aws_cognito.CfnUserPoolClient(nest, 'Client', { userPoolId: pool.userPoolId });
    new CfnOutput(new Stack(stage, 'app'), 'PoolId', { value: pool.userPoolId });
  }
  app.synth();
  return outdir;
}

let directory: string;
let dev: readonly ResolvedStack[];

beforeAll(() => {
  process.env['CDK_VALIDATION'] = 'false';
  directory = synthesize('exports.handler = async (event) => event;');
  dev = resolveStage(readAssembly(directory).stacks.filter(({ stage }) => stage === 'dev'));
}, 60_000);
afterAll(removeDirectories);

/** The only resource of a type. */
function only(stack: ResolvedStack | undefined, type: string): { readonly logicalId: string } {
  const found = [...(stack?.resources.values() ?? [])].filter((resource) => resource.type === type);
  expect(found).toHaveLength(1);
  return found[0] ?? { logicalId: '' };
}

test('every stack of every stage is read, with the facts of its environment', () => {
  const facts = readAssembly(directory).stacks.map(
    ({ path: id, account, region, stackName, terminationProtection }) => [
      id,
      stackName,
      account,
      region,
      terminationProtection,
    ],
  );
  expect(facts).toEqual([
    ['dev/auth', 'dev-auth', undefined, undefined, false],
    ['dev/app', 'dev-app', undefined, undefined, false],
    ['prod/auth', 'prod-auth', '111122223333', 'eu-west-1', true],
    ['prod/app', 'prod-app', '111122223333', 'eu-west-1', false],
  ]);
});

test('the trigger of a pool is found through its reference, and its bundle in the assembly', () => {
  const [auth] = dev;
  const pool = auth?.resources.get(only(auth, 'AWS::Cognito::UserPool').logicalId);
  const trigger = attributeReference((pool?.properties['LambdaConfig'] as Record<string, never>)['PostConfirmation']);
  const fn = auth?.resources.get(trigger?.logicalId ?? '');
  expect(fn?.constructPath).toBe('dev/auth/Trigger/Resource');
  expect(auth && fn && functionBundle(auth, fn)).toEqual({
    kind: 'directory',
    directory: expect.stringMatching(new RegExp(`^${directory}/asset\\.[0-9a-f]{64}$`)),
    handler: 'index.handler',
    runtime: 'nodejs24.x',
  });
});

test('references lead through nested stacks and through imports to the pool that they mean', () => {
  const [auth, app] = dev;
  const { logicalId } = only(auth, 'AWS::Cognito::UserPool');
  const pool = { stack: 'dev/auth', logicalId, attribute: undefined };
  const [nested] = [...(auth?.nested.values() ?? [])];
  const client = nested?.resources.get(only(nested, 'AWS::Cognito::UserPoolClient').logicalId);
  expect(attributeReference(client?.properties['UserPoolId'])).toEqual(pool);
  expect(attributeReference(app?.outputs.get('PoolId'))).toEqual(pool);
});

test('a snapshot holds no hash and no machine path, and a rewritten bundle changes one line of it', () => {
  const render = (from: string): readonly string[] =>
    readAssembly(from).stacks.map((stack) => renderSnapshot(snapshotOf(stack, digestDirectory)));
  const before = render(directory);
  const text = before.join('').replaceAll(/"sha256:[0-9a-f]{64}"/g, '');
  expect(text).not.toMatch(/[0-9a-f]{32}|CDKMetadata|BootstrapVersion|\/tmp\//);

  const after = render(synthesize('exports.handler = async () => undefined;'));
  const changed = before.map((snapshot, index) => {
    const lines = after[index]?.split('\n');
    return snapshot.split('\n').filter((line, at) => line !== lines?.[at]);
  });
  expect(changed).toEqual([[expect.stringMatching(/sha256/)], [], [expect.stringMatching(/sha256/)], []]);
});
