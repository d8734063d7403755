import * as cognito from '@aws-sdk/client-cognito-identity-provider';
import * as kms from '@aws-sdk/client-kms';
import * as secretsManager from '@aws-sdk/client-secrets-manager';
import * as sns from '@aws-sdk/client-sns';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main as runJourneys } from '../lib/commands/journeys';
import { projectRoot } from '../lib/commands/project-root';
import { runNode } from '../lib/commands/run-node';
import type { Environment } from '../lib/environments/environment';
import { environments } from '../lib/environments/environments';
import { startLocalPool } from '../lib/local-pool/local-pool';
import { operations } from '../lib/local-pool/operations/registry';
import { someCredentials, withAwsEnvironment } from './commands/aws-environment';
import { capturedIo } from './commands/captured-io';
import { cloudFormationStandIn } from './commands/cloudformation-stand-in';
import { stacksFor } from './stacks/template-for';
import { fixtureAssembly, fixtureStack } from './synthesis/assembly';
import { clientRange } from './synthesis/client-range';
import { everyEnvironment } from './synthesis/every-environment';
import { pagesRange } from './synthesis/pages-range';
import { range } from './synthesis/range';
import type { TemplateText } from './synthesis/template-resource';
import { watchedRange } from './synthesis/watched-range';

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
  for (const name of ['dev', 'mfa-required', 'opt-in-devices']) {
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

/** What CloudFormation has to be permitted to make one of a type. */
const creating: Readonly<Record<string, string>> = {
  'AWS::CertificateManager::Certificate': 'acm:RequestCertificate',
  'AWS::CloudWatch::Alarm': 'cloudwatch:PutMetricAlarm',
  'AWS::CloudWatch::Dashboard': 'cloudwatch:PutDashboard',
  'AWS::Cognito::IdentityPool': 'cognito-identity:CreateIdentityPool',
  'AWS::Cognito::IdentityPoolRoleAttachment': 'cognito-identity:SetIdentityPoolRoles',
  'AWS::Cognito::LogDeliveryConfiguration': 'cognito-idp:SetLogDeliveryConfiguration',
  'AWS::Cognito::ManagedLoginBranding': 'cognito-idp:CreateManagedLoginBranding',
  'AWS::Cognito::Terms': 'cognito-idp:CreateTerms',
  'AWS::Cognito::UserPool': 'cognito-idp:CreateUserPool',
  'AWS::Cognito::UserPoolClient': 'cognito-idp:CreateUserPoolClient',
  'AWS::Cognito::UserPoolDomain': 'cognito-idp:CreateUserPoolDomain',
  'AWS::Cognito::UserPoolGroup': 'cognito-idp:CreateGroup',
  'AWS::Cognito::UserPoolIdentityProvider': 'cognito-idp:CreateIdentityProvider',
  'AWS::Cognito::UserPoolRegionalConfigurationAttachment': 'cognito-idp:UpdateUserPool',
  'AWS::Cognito::UserPoolReplica': 'cognito-idp:CreateUserPoolReplica',
  'AWS::Cognito::UserPoolResourceServer': 'cognito-idp:CreateResourceServer',
  'AWS::Cognito::UserPoolRiskConfigurationAttachment': 'cognito-idp:SetRiskConfiguration',
  'AWS::Events::Rule': 'events:PutRule',
  'AWS::IAM::Policy': 'iam:PutRolePolicy',
  'AWS::IAM::Role': 'iam:CreateRole',
  'AWS::KMS::Alias': 'kms:CreateAlias',
  'AWS::KMS::Key': 'kms:CreateKey',
  'AWS::Lambda::Alias': 'lambda:CreateAlias',
  'AWS::Lambda::Function': 'lambda:CreateFunction',
  'AWS::Lambda::Permission': 'lambda:AddPermission',
  'AWS::Lambda::Version': 'lambda:PublishVersion',
  'AWS::Logs::LogGroup': 'logs:CreateLogGroup',
  'AWS::Route53::RecordSet': 'route53:ChangeResourceRecordSets',
  'AWS::SNS::Subscription': 'sns:Subscribe',
  'AWS::SNS::Topic': 'sns:CreateTopic',
  'AWS::SNS::TopicPolicy': 'sns:SetTopicAttributes',
  'AWS::SSM::Parameter': 'ssm:PutParameter',
  'AWS::SecretsManager::RotationSchedule': 'secretsmanager:RotateSecret',
  'AWS::SecretsManager::Secret': 'secretsmanager:CreateSecret',
  'AWS::StepFunctions::StateMachine': 'states:CreateStateMachine',
  'AWS::WAFv2::LoggingConfiguration': 'wafv2:PutLoggingConfiguration',
  'AWS::WAFv2::WebACL': 'wafv2:CreateWebACL',
  'AWS::WAFv2::WebACLAssociation': 'wafv2:AssociateWebACL',
};

/** Services that no resource is of: bundles, custom domains behind CloudFront, and outputs of other stacks. */
const beside = ['cloudformation', 'cloudfront', 's3'];

const templatesOf = (environments: readonly Environment[]): readonly TemplateText[] =>
  environments.flatMap((environment) => stacksFor(environment));

const everyRange: readonly Environment[] = [range, clientRange, pagesRange, watchedRange].flatMap((each) =>
  Object.values<Environment>(each),
);

/** Every type that the declared environments, the fixtures and the ranges render. */
function renderedTypes(): readonly string[] {
  const declared = fixtureAssembly().stacks.map(({ template }) => template as unknown as TemplateText);
  const templates = [...declared, ...templatesOf(everyRange)];
  const types = templates.flatMap(({ Resources }) => Object.values(Resources).map(({ Type }) => Type));
  return [...new Set(types)].toSorted();
}

/** What CloudFormation may do: two policies, as one would be too long. */
const execution = ['cloudformation-user-pools', 'cloudformation-surroundings'].flatMap(statements);
const executionActions = execution.flatMap(({ Action }) => Action);

describe('the policies of CloudFormation', () => {
  test('permit what every rendered type needs to be made, and no service beside', () => {
    const types = renderedTypes();
    expect(types.filter((type) => creating[type] === undefined)).toEqual([]);
    const needed = types.map((type) => creating[type] ?? type);
    expect(needed.filter((action) => !executionActions.includes(action))).toEqual([]);
    const services = new Set([...needed.map(serviceOf), ...beside]);
    expect(new Set(executionActions.map(serviceOf))).toEqual(services);
  }, 60_000);

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

test('drift.json reads the services that are deployed, and writes to none', () => {
  const deployed = new Set(executionActions.map(serviceOf));
  for (const service of ['cloudfront', 's3']) deployed.delete(service);
  expect(new Set(actions('drift').map(serviceOf))).toEqual(deployed);
  expect(actions('drift').filter((action) => !/:(Describe|Get|List|Detect)/.test(action))).toEqual([]);
  // Values of secrets and the users themselves are nobody's drift.
  expect(actions('drift').filter((action) => /GetSecretValue|User$|ListUsers/.test(action))).toEqual([]);
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
      const help = await helpOf(['-r', 'ts-node/register', 'bin/userpool.ts', script, '--help']);
      for (const option of optionsOf(options)) expect(help).toContain(`${option} `);
    }
  }, 60_000);

  test('has commands of the CDK that exist, with options that they take', async () => {
    const used = commands.filter((line) => line.startsWith('npx cdk '));
    expect(used.length).toBeGreaterThan(3);
    for (const line of used) {
      const [, , verb = '', ...rest] = line.split(' ');
      const help = await helpOf(['node_modules/.bin/cdk', verb, '--help']);
      expect(help).toMatch(new RegExp(`^cdk ${verb} `));
      for (const option of optionsOf(rest.join(' '))) expect(help).toMatch(new RegExp(`${option}\\b`));
    }
  }, 60_000);

  test('lists what stays behind where the removal policy is retain', () => {
    const templates = templatesOf(
      [...everyEnvironment, ...everyRange].map((environment) => ({
        ...environment,
        removal: { ...environment.removal, policy: 'retain' },
      })),
    );
    const retained = templates.flatMap(({ Resources }) =>
      Object.values(Resources).flatMap((each) => (each.DeletionPolicy === 'Retain' ? each.Type : [])),
    );
    const listed = [...page.matchAll(/^\| `(AWS::[\w:]+)` \|/gm)].map(([, type = '']) => type);
    expect(listed).toEqual([...new Set(retained)].toSorted());
  }, 60_000);

  test('says the accounts that the environments are declared for', () => {
    for (const { name, account, region } of environments)
      expect(page).toContain(`| ${name} | ${account} | ${region} |`);
  });
});

const optionsOf = (text: string): readonly string[] =>
  [...text.matchAll(/(?:^|\s)(--?[a-z][\w-]*)/g)].map(([, option = '']) => option);

async function helpOf(args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await runNode({ args, cwd: projectRoot, env: process.env });
  return `${stdout}${stderr}`;
}
