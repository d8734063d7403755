import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from '../../lib/commands/project-root';
import { stacksFor, workspace } from '../stacks/template-for';
import type { TemplateResource } from '../synthesis/template-resource';
import { rangeAndFixtures } from '../synthesis/whole-range';

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
}
type Document = { readonly Statement: readonly Statement[] };
type Resources = Readonly<Record<string, TemplateResource>>;

const lambda = join(projectRoot, 'lambda');
const folders = readdirSync(lambda).filter((name) => existsSync(join(lambda, name, 'handler.ts')));

/** What IAM calls the services of the SDK's packages. */
const servicePrefixes: Readonly<Record<string, string>> = {
  'cognito-identity-provider': 'cognito-idp',
  'secrets-manager': 'secretsmanager',
  sesv2: 'ses',
  sns: 'sns',
};

/** The sources of a handler: its file and whatever of this project it imports, types aside. */
function sourcesOf(file: string, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(file)) return known;
  known.add(file);
  const text = readFileSync(file, 'utf8');
  for (const [, from = ''] of text.matchAll(/^import (?!type )[^;]*? from '(\.[^']+)';/gms))
    sourcesOf(`${join(dirname(file), from)}.ts`, known);
  return known;
}

/** What a handler asks of other services, as IAM names it. */
function calledBy(folder: string): readonly string[] {
  const actions = [...sourcesOf(join(lambda, folder, 'handler.ts'))].flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    const [, client = ''] = /from '@aws-sdk\/client-([\w-]+)'/.exec(text) ?? [];
    const commands = [...text.matchAll(/new (\w+)Command\(/g)].map(([, name = '']) => name);
    const decrypts = text.includes('new KmsKeyringNode(') ? ['kms:Decrypt'] : [];
    return [...commands.map((name) => `${servicePrefixes[client] ?? client}:${name}`), ...decrypts];
  });
  return [...new Set(actions)].toSorted();
}

const allowed = (document: unknown): readonly string[] =>
  (document as Document).Statement.flatMap(({ Effect, Action }) => (Effect === 'Allow' ? Action : []));

/** What the role of a function may do, its own log aside. */
function permitted(resources: Resources, lambdaFunction: TemplateResource): readonly string[] {
  const [role = ''] = (lambdaFunction.Properties['Role'] as { readonly 'Fn::GetAtt': readonly string[] })['Fn::GetAtt'];
  expect(resources[role]?.Properties).not.toHaveProperty('Policies');
  expect(resources[role]?.Properties).not.toHaveProperty('ManagedPolicyArns');
  const actions = Object.values(resources).flatMap(({ Type, Properties }) => {
    if (Type !== 'AWS::IAM::Policy') return [];
    const roles = Properties['Roles'] as readonly { readonly Ref: string }[];
    return roles.some(({ Ref }) => Ref === role) ? allowed(Properties['PolicyDocument']) : [];
  });
  expect(actions).toEqual(expect.arrayContaining(['logs:CreateLogStream', 'logs:PutLogEvents']));
  return [...new Set(actions.filter((action) => !action.startsWith('logs:')))].toSorted();
}

/** The folder that a function was bundled from: the bundles of these tests hold nothing but its name. */
function folderOf({ Properties }: TemplateResource): string {
  const { S3Key } = Properties['Code'] as { readonly S3Key: string };
  const bundle = join(workspace, 'templates', `asset.${S3Key.replace('.zip', '')}`, 'index.js');
  return readFileSync(bundle, 'utf8').slice(lambda.length + 1);
}

test('each function may do what its handler calls, and nothing more', () => {
  const found = new Map<string, readonly string[]>();
  for (const environment of Object.values(rangeAndFixtures)) {
    for (const { Resources } of stacksFor(environment)) {
      for (const resource of Object.values(Resources).filter(({ Type }) => Type === 'AWS::Lambda::Function')) {
        const folder = folderOf(resource);
        const actions = permitted(Resources, resource);
        expect({ environment: environment.name, folder, actions }).toEqual({
          environment: environment.name,
          folder,
          actions: calledBy(folder),
        });
        found.set(folder, actions);
      }
    }
  }
  expect([...found.keys()].toSorted()).toEqual(folders.toSorted());
  // Found in the sources, and not nothing on both sides.
  expect(found.get('custom-email-sender')).toEqual(['kms:Decrypt', 'ses:SendEmail']);
});
