import * as cloudformation from '@aws-sdk/client-cloudformation';
import * as cognito from '@aws-sdk/client-cognito-identity-provider';
import * as kms from '@aws-sdk/client-kms';
import * as secretsManager from '@aws-sdk/client-secrets-manager';
import * as sns from '@aws-sdk/client-sns';
import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main as runJourneys } from '../../lib/commands/journeys';
import type { Io } from '../../lib/commands/io';
import { main as drift } from '../../lib/commands/drift';
import { main as posture } from '../../lib/commands/posture';
import { projectRoot } from '../../lib/commands/project-root';
import { main as writeOutputs } from '../../lib/commands/outputs';
import { main as review } from '../../lib/commands/review';
import { main as signIn } from '../../lib/commands/sign-in';
import { main as synth } from '../../lib/commands/synth';
import { checkEnvironments } from '../../lib/environments/check';
import type { Environment } from '../../lib/environments/environment';
import { environments } from '../../lib/environments/environments';
import { startLocalPool } from '../../lib/local-pool/local-pool';
import { operations } from '../../lib/local-pool/operations/registry';
import { someCredentials, withAwsEnvironment } from '../commands/aws-environment';
import { capturedIo } from '../commands/captured-io';
import { calledByNoHandler, handlers, neverPermitted, onlyWith } from '../cloudformation-handlers';
import type { Handler } from '../cloudformation-handlers';
import { cloudFormationStandIn } from '../commands/cloudformation-stand-in';
import { today } from '../environments/draft';
import { stageFor } from './template-for';
import { fixtureAssembly, fixtureStack } from '../synthesis/assembly';
import { templateOf } from '../synthesis/template-resource';
import type { TemplateText } from '../synthesis/template-resource';
import { wholeRange } from '../synthesis/whole-range';

interface Statement {
  readonly Sid: string;
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
}

const folder = join(projectRoot, 'docs', 'policies');
const names = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));

function statements(name: string): readonly Statement[] {
  const text = readFileSync(join(folder, `${name}.json`), 'utf8');
  return (JSON.parse(text) as { readonly Statement: readonly Statement[] }).Statement;
}

const actions = (name: string): readonly string[] => statements(name).flatMap(({ Action }) => Action);
const serviceOf = (action: string): string => action.split(':')[0] ?? '';

test('sign-in.json permits the signed calls of the journeys, and no other', async () => {
  const called = new Set<string>();
  for (const name of ['mfa-required', 'opt-in-devices']) {
    const pool = await startLocalPool({
      stack: fixtureStack(name),
      port: 0,
      log: (line) => called.add(line.split(' ')[0] ?? ''),
    });
    const outputs = [...pool.outputs].filter((each): each is [string, string] => typeof each[1] === 'string');
    const cloudFormation = await cloudFormationStandIn({ [`userpool-${name}-auth`]: Object.fromEntries(outputs) });
    const variables = {
      ...someCredentials,
      AWS_ENDPOINT_URL_CLOUDFORMATION: cloudFormation.origin,
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: pool.origin,
    };
    const command = ['--target', 'aws', '--assembly', fixtureAssembly().directory, '--env', name];
    const exitCode = await withAwsEnvironment(variables, () => runJourneys(command, capturedIo({ env: variables })));
    cloudFormation.close();
    await pool.close();
    expect(exitCode).toBe(0);
  }
  const signed = [...called].filter((name) => operations.get(name)?.authorisation === 'signature');
  expect(actions('sign-in').toSorted()).toEqual(
    ['cloudformation:DescribeStacks', ...signed.map((name) => `cognito-idp:${name}`)].toSorted(),
  );
}, 60_000);

test('drift.json permits the calls of npm run drift, and of those that no handler makes no other', async () => {
  const called = new Set<string>();
  // It has an identity provider, a resource server and a domain, which are read one by one.
  const pool = await startLocalPool({
    stack: fixtureStack('staging'),
    port: 0,
    log: (line) => called.add(`cognito-idp:${line.split(' ')[0] ?? ''}`),
  });
  const ids = { UserPool: pool.pool.id };
  const cloudFormation = await cloudFormationStandIn({}, { 'userpool-staging-auth': ids });
  const variables = {
    ...someCredentials,
    AWS_ENDPOINT_URL_CLOUDFORMATION: cloudFormation.origin,
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: pool.origin,
  };
  const command = ['--assembly', fixtureAssembly().directory, '--env', 'staging'];
  const exitCode = await withAwsEnvironment(variables, () => drift(command, capturedIo({ env: variables })));
  cloudFormation.close();
  await pool.close();
  expect(exitCode).toBe(0);
  const calls = [...called, ...[...cloudFormation.called].map((name) => `cloudformation:${name}`)];
  expect(calls.filter((call) => !actions('drift').includes(call))).toEqual([]);
  const finding = statements('drift').find(({ Sid }) => Sid === 'FindWhatNobodyDeclared')?.Action ?? [];
  const others = statements('drift').filter(({ Sid }) => Sid !== 'FindWhatNobodyDeclared');
  const permittedAnyway = others.flatMap(({ Action }) => Action);
  expect(finding).toEqual(calls.filter((call) => !permittedAnyway.includes(call)).toSorted());
});

test('deploy.json permits the roles that the assembly names, but for that of CloudFormation itself', () => {
  const { directory } = fixtureAssembly();
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(manifest|\.assets)\.json$/.test(file),
  );
  const named = files.flatMap((file) => [
    ...readFileSync(join(directory, file), 'utf8').matchAll(/role\/(cdk-[a-z0-9]+-[a-z-]+-role)-/g),
  ]);
  const roles = new Set(named.map(([, role = '']) => role));
  roles.delete('cdk-hnb659fds-cfn-exec-role');
  expect(actions('deploy')).toEqual(['sts:AssumeRole']);
  expect(statements('deploy').flatMap(({ Resource }) => Resource)).toEqual(
    [...roles].toSorted().map((role) => `arn:aws:iam::ACCOUNT_ID:role/${role}-ACCOUNT_ID-*`),
  );
});

interface StackText {
  /** `auth`, `certificate` and so on. */
  readonly id: string;
  readonly template: TemplateText;
}

let stacks: readonly StackText[] | undefined;

/** Everything that can be declared: as it is synthesized for all tests, and the range as it is kept (`retain`). */
function everyStack(): readonly StackText[] {
  stacks ??= [
    ...fixtureAssembly().stacks.map((stack) => ({ id: stack.path.split('/')[1] ?? '', template: templateOf(stack) })),
    ...Object.values(wholeRange)
      .map((environment): Environment => ({ ...environment, removal: { ...environment.removal, policy: 'retain' } }))
      .flatMap((environment) => stageFor(environment).node.children.filter((child) => child instanceof Stack))
      .map((stack) => ({ id: stack.node.id, template: Template.fromStack(stack).toJSON() as TemplateText })),
  ];
  return stacks;
}

const everyResource = () => everyStack().flatMap(({ template }) => Object.values(template.Resources));
const renderedTypes = () => [...new Set(everyResource().map(({ Type }) => Type))].toSorted();

const unique = (actions: readonly string[]): readonly string[] => [...new Set(actions)].toSorted();

/** What the given handlers of all rendered types call. */
function calledBy(...which: readonly Handler[]): readonly string[] {
  return unique(renderedTypes().flatMap((type) => which.flatMap((each) => handlers[type]?.[each] ?? [])));
}

/** What a name in an ARN of a policy begins with, up to its wildcard. */
const nameIn = (arn: string, kind: string): string => arn.slice(arn.indexOf(kind) + kind.length, -1);

/** What is known of a name in a template; one that CloudFormation makes begins with that of the stack. */
function beginningOf(name: unknown): string {
  if (name === undefined) return 'userpool-';
  return typeof name === 'string' ? name : String((name as { 'Fn::Join': [string, string[]] })['Fn::Join'][1][0]);
}

/** What CloudFormation may do: two policies, as one would be too long. */
const execution = ['cloudformation-user-pools', 'cloudformation-surroundings'].flatMap(statements);
const executionActions = execution.flatMap(({ Action }) => Action);

describe('the policies of CloudFormation', () => {
  test('have the permissions of the handlers of every type that is rendered, and of no other', () => {
    expect(Object.keys(handlers).toSorted()).toEqual(renderedTypes());
  });

  test('permit what creating, reading, updating and deleting every rendered type calls, and nothing beside', () => {
    const excused = unique([...onlyWith.flatMap(([, , each]) => each), ...Object.values(neverPermitted).flat()]);
    const called = calledBy('create', 'read', 'update', 'delete');
    expect(excused.filter((action) => !called.includes(action))).toEqual([]);
    const needed = called.filter((action) => !excused.includes(action));
    expect(unique(executionActions)).toEqual(unique([...needed, ...calledByNoHandler]));
  });

  test.each(onlyWith)('need nothing for %s with %s, as no template has it', (type, path) => {
    const resources = everyResource().filter(({ Type }) => Type === type);
    expect(resources.length).toBeGreaterThan(0);
    for (const resource of resources) expect(resource).not.toHaveProperty(path);
  });

  test('reach the stacks, secrets and parameters by the names that they have', () => {
    const resourcesOf = (sid: string) => execution.find(({ Sid }) => Sid === sid)?.Resource;
    expect(resourcesOf('Secrets')).toBe('arn:aws:secretsmanager:*:ACCOUNT_ID:secret:userpool/*');
    expect(resourcesOf('Parameters')).toBe('arn:aws:ssm:*:ACCOUNT_ID:parameter/userpool/*');
    const named = (type: string) =>
      everyResource().flatMap(({ Type, Properties }) => (Type === type ? [String(Properties['Name'])] : []));
    for (const name of named('AWS::SecretsManager::Secret')) expect(name).toMatch(/^userpool\//);
    for (const name of named('AWS::SSM::Parameter')) expect(name).toMatch(/^\/userpool\//);
    // The secrets that CloudFormation reads, and the roles that it hands over, of the declared environments.
    const declared = environments.map(({ name }) => JSON.stringify(fixtureStack(name).template)).join('');
    for (const [, name = ''] of declared.matchAll(/\{\{resolve:secretsmanager:([^:}]+)/g))
      expect(name).toMatch(/^userpool\//);
    for (const [, name = ''] of declared.matchAll(/arn:aws:iam::\d{12}:role\/([^"]+)"/g))
      expect(name).toMatch(/^userpool-/);
    // What has no name of its own begins with that of its stack.
    for (const { stackName } of fixtureAssembly().stacks) expect(stackName).toMatch(/^userpool-/);
    const generated = ['AWS::IAM::Role', 'AWS::Lambda::Function', 'AWS::Events::Rule', 'AWS::SNS::Topic'];
    for (const { Type, Properties } of everyResource().filter(({ Type }) => generated.includes(Type))) {
      expect({ Type, names: Object.keys(Properties).filter((key) => /^(\w*Name)$/.test(key)) }).toEqual({
        Type,
        names: Type === 'AWS::SNS::Topic' ? ['DisplayName'] : [],
      });
    }
  });

  test.each([
    ['LogGroups', 'AWS::Logs::LogGroup', 'LogGroupName', 'log-group:'],
    ['Alarms', 'AWS::CloudWatch::Alarm', 'AlarmName', 'alarm:'],
    ['Alarms', 'AWS::CloudWatch::Dashboard', 'DashboardName', 'dashboard/'],
  ])('change by %s what every %s is called, and nothing else', (sid, type, property, kind) => {
    const resources = [execution.find(({ Sid }) => Sid === sid)?.Resource ?? []].flat();
    const beginnings = resources.flatMap((arn) => (arn.includes(`:${kind}`) ? [nameIn(arn, kind)] : []));
    const names = everyResource().flatMap(({ Type, Properties }) => (Type === type ? [Properties[property]] : []));
    const missed = names
      .map((name) => beginningOf(name))
      .filter((name) => !beginnings.some((beginning) => name.startsWith(beginning)));
    expect(names).not.toHaveLength(0);
    expect(missed).toEqual([]);
  });

  test('name each action: no wildcard', () => {
    expect(executionActions.filter((action) => action.includes('*'))).toEqual([]);
  });

  test('give roles to services only, and only those of the stacks', () => {
    const ofIam = execution.filter(({ Action }) => String(Action).includes('iam:'));
    expect(ofIam.map(({ Resource }) => Resource)).toEqual([
      'arn:aws:iam::ACCOUNT_ID:role/userpool-*',
      'arn:aws:iam::ACCOUNT_ID:role/userpool-*',
      'arn:aws:iam::ACCOUNT_ID:role/aws-service-role/*',
    ]);
    expect(ofIam[1]).toHaveProperty(['Condition', 'StringEquals', 'iam:PassedToService']);
    expect(executionActions).not.toContain('iam:AttachRolePolicy');
  });
});

test('user-pool-key.json lets Cognito do for itself what it does with the key for CloudFormation', () => {
  const of = (name: string, sid: string) => statements(name).find(({ Sid }) => Sid === sid);
  const forCloudFormation = of('cloudformation-user-pools', 'UserPoolKey');
  expect(forCloudFormation).toHaveProperty(
    ['Condition', 'StringLike', 'kms:ViaService'],
    'cognito-idp.*.amazonaws.com',
  );
  const used = calledBy('create', 'read', 'update', 'delete').filter((action) =>
    handlers['AWS::Cognito::UserPoolReplica']?.create.includes(action),
  );
  expect(forCloudFormation?.Action).toEqual(
    used.filter((action) => /^kms:/.test(action) && action !== 'kms:CreateGrant'),
  );
  expect(of('user-pool-key', 'CognitoUsesTheKey')?.Action).toEqual(
    expect.arrayContaining([forCloudFormation?.Action ?? []].flat()),
  );
});

test('drift.json permits what reading every rendered type calls, but for what changes or tells a secret', () => {
  const notRead = [
    // Roles, keys and web ACLs of others: the registry names them with the handlers that change.
    'apprunner:DescribeWebAclForService',
    'iam:PassRole',
    'kms:CreateGrant',
    'kms:Decrypt',
    'kms:Encrypt',
    'kms:GenerateDataKeyWithoutPlaintext',
    'kms:ReEncryptFrom',
    'kms:ReEncryptTo',
    // Values of secrets are nobody's drift.
    'secretsmanager:GetSecretValue',
  ];
  const reading = statements('drift').find(({ Sid }) => Sid === 'ReadWhatIsDeployed')?.Action ?? [];
  expect(reading).toEqual(calledBy('read').filter((action) => !notRead.includes(action)));
  expect(actions('drift').filter((action) => !/:(Describe|Get|List|Detect)/.test(action))).toEqual([]);
});

/** Actions that are permissions only: no operation of the API has their name (Service Authorization Reference). */
const permissionsOnly = new Set([
  'AssociateWebACL',
  'DisassociateWebACL',
  'GetWebACLForResource',
  'ReEncryptFrom',
  'ReEncryptTo',
]);

test.each([
  ['cognito-idp', cognito],
  ['kms', kms],
  ['secretsmanager', secretsManager],
  ['sns', sns],
] as const)('every action of %s is an operation of its API', (service, sdk) => {
  const named = names.flatMap(actions).filter((action) => serviceOf(action) === service && !action.endsWith('*'));
  const operationsNamed = named
    .map((action) => action.slice(service.length + 1))
    .filter((each) => !permissionsOnly.has(each));
  expect(operationsNamed.filter((each) => !(`${each}Command` in sdk))).toEqual([]);
});

test.each(names)('%s.json permits what it names and denies nothing, in one account', (name) => {
  for (const { Effect, Sid } of statements(name)) expect({ Sid, Effect }).toEqual({ Sid, Effect: 'Allow' });
  const text = readFileSync(join(folder, `${name}.json`), 'utf8');
  expect(text).not.toMatch(/\d{12}/);
  // What a managed policy may have, white space aside (IAM user guide, "IAM and AWS STS quotas").
  expect(text.replace(/\s/g, '').length).toBeLessThanOrEqual(6144);
});

describe('docs/deploy.md', () => {
  const page = readFileSync(join(projectRoot, 'docs', 'deploy.md'), 'utf8');
  const commands = [...page.matchAll(/```\n([^]*?)```/g)].flatMap(([, block = '']) =>
    // A line that ends with a backslash goes on.
    block
      .replace(/\\\n\s*/g, '')
      .split('\n')
      .filter((line) => line !== ''),
  );

  test('names every policy, and no other file of that folder', () => {
    const named = [...page.matchAll(/policies\/([\w-]+)\.json/g)].map(([, name = '']) => name);
    expect([...new Set(named)].toSorted()).toEqual(names.toSorted());
  });

  test('has commands of npm that exist, with options that they take', async () => {
    const lines = commands.flatMap((line) => /^npm run (?:--silent )?([\w-]+)(?: -- (.*))?$/.exec(line) ?? []);
    const used = commands.filter((line) => line.startsWith('npm run'));
    expect(used.length).toBeGreaterThan(3);
    expect(lines).toHaveLength(used.length * 3);
    const packageJson = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    for (const line of used) {
      const [, script = '', options = ''] = /^npm run (?:--silent )?([\w-]+)(?: -- (.*))?$/.exec(line) ?? [];
      expect(Object.keys(packageJson.scripts)).toContain(script);
      if (options === '') continue;
      const help = await helpOf(script);
      for (const option of optionsOf(options)) expect(help).toContain(`${option} `);
    }
  });

  test('has commands of the CDK that exist, with options that they take', () => {
    const used = commands.filter((line) => line.startsWith('npx cdk '));
    expect(used.length).toBeGreaterThan(3);
    for (const line of used) {
      const [, , verb = '', ...rest] = line.split(' ');
      const command = cdk.commands[verb];
      expect({ line, exists: command !== undefined }).toEqual({ line, exists: true });
      const taken = Object.entries({ ...cdk.globalOptions, ...command?.options }).flatMap(([name, { alias }]) => [
        `--${name}`,
        ...[alias ?? []].flat().map((letter) => `-${letter}`),
      ]);
      expect(optionsOf(rest.join(' ')).filter((option) => !taken.includes(option))).toEqual([]);
    }
  });

  test('has commands of the AWS CLI that are operations of the services', () => {
    const used = [...page.matchAll(/\baws (cloudformation|cognito-idp|kms) ([a-z-]+)/g)];
    expect(used.length).toBeGreaterThan(5);
    for (const [call, service = '', verb = ''] of used) {
      const operation = verb.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
      expect({ call, exists: `${operation}Command` in (awsServices[service] ?? {}) }).toEqual({ call, exists: true });
    }
  });

  test('lists what stays behind where the removal policy is retain', () => {
    const retained = everyResource().flatMap((each) => (each.DeletionPolicy === 'Retain' ? each.Type : []));
    const listed = [...page.matchAll(/^\| `(AWS::[\w:]+)` \|/gm)].map(([, type = '']) => type);
    expect(listed).toEqual(unique(retained));
  });

  test('says how to give an environment up in words that the rules take', () => {
    const reason = 'It is given up, and its users are told.';
    const words = [
      "`class: 'sandbox'`",
      "`removal: { deletionProtection: { enabled: false, reason }, policy: 'destroy' }`",
    ];
    for (const word of words) expect(page).toContain(word);
    for (const environment of environments) {
      const removal = { deletionProtection: { enabled: false, reason }, policy: 'destroy' };
      expect(checkEnvironments([{ ...environment, class: 'sandbox', removal }], today)).toEqual([]);
    }
  });

  test('says in which Regions there are stacks', () => {
    const [, table = ''] = /^\| stack \|.*\n((?:\|.*\n)+)/m.exec(page) ?? [];
    const listed = [...table.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, id = '']) => id);
    expect(listed.toSorted()).toEqual(unique(everyStack().map(({ id }) => id)));
  });

  test('says the accounts that the environments are declared for', () => {
    for (const { name, account, region } of environments)
      expect(page).toContain(`| ${name} | ${account} | ${region} |`);
  });
});

const optionsOf = (text: string): readonly string[] =>
  [...text.matchAll(/(?:^|\s)(--?[a-z][\w-]*)/g)].map(([, option = '']) => option);

/** The commands of this project that take options. */
const projectCommands: Readonly<Record<string, (args: readonly string[], io: Io) => Promise<number>>> = {
  drift,
  journeys: runJourneys,
  outputs: writeOutputs,
  posture,
  review,
  'sign-in': signIn,
  synth,
};

async function helpOf(script: string): Promise<string> {
  const io = capturedIo({ env: {} });
  expect({ script, exitCode: await projectCommands[script]?.(['--help'], io) }).toEqual({ script, exitCode: 0 });
  return io.written.join('\n');
}

/** What the CDK takes, as its own command line is made from it. */
interface CdkOptions {
  readonly globalOptions: Readonly<Record<string, { readonly alias?: string | readonly string[] }>>;
  readonly commands: Readonly<Record<string, { readonly options?: CdkOptions['globalOptions'] }>>;
}

const cdk = JSON.parse(
  readFileSync(join(projectRoot, 'node_modules', 'aws-cdk', 'lib', 'cli', 'cli-type-registry.json'), 'utf8'),
) as CdkOptions;

const awsServices: Readonly<Record<string, object>> = { cloudformation, 'cognito-idp': cognito, kms };
