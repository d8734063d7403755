import { readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from '../../lib/commands/project-root';
import { foreignApp } from '../commands/foreign-app';
import { removeDirectories } from '../template/assembly-on-disk';
import { installPackage, run, start } from './installed-package';
import type { InstalledPackage, Run } from './installed-package';

let installed: InstalledPackage;
let assembly: string;
beforeAll(async () => {
  process.env['CDK_VALIDATION'] = 'false';
  assembly = foreignApp();
  installed = await installPackage();
});
afterAll(async () => {
  removeDirectories();
  await rm(installed.directory, { recursive: true, force: true });
});

/** `npx userpool ARGS` in the project that it is installed into. */
const userpool = (...args: readonly string[]): Promise<Run> =>
  run('npx', ['--no-install', 'userpool', ...args], installed.directory);

const manifest = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>;
};

test('the tarball holds what is built and nothing of what it is built from', () => {
  const kinds = new Set(installed.packed.map((file) => (file.startsWith('dist/') ? 'dist' : file)));
  expect([...kinds].toSorted()).toEqual(['LICENSE', 'README.md', 'dist', 'package.json']);
  expect(installed.packed.filter((file) => file.endsWith('.ts'))).toEqual([]);
});

test('neither the CDK nor a tool of this project comes with it', () => {
  const unwanted = ['aws-cdk-lib', 'constructs', 'aws-cdk', 'cdk-nag', 'esbuild', 'typescript', 'ts-node', '@swc/core'];
  expect(installed.packages).toContain('commander');
  expect(installed.packages.filter((name) => unwanted.includes(name))).toEqual([]);
});

test('it depends on the packages that the built commands load, and on no other', () => {
  const built = path.join(installed.directory, 'node_modules/userpool/dist');
  const sources = readdirSync(built, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
  const loaded = sources.flatMap((file) =>
    [...readFileSync(path.join(built, file), 'utf8').matchAll(/\b(?:require|import)\("([^"]+)"\)/g)].flatMap(
      ([, name = '']) => (/^(?:\.|node:)/.test(name) ? [] : [packageOf(name)]),
    ),
  );
  expect([...new Set(loaded)].toSorted()).toEqual(Object.keys(manifest.dependencies).toSorted());
});

test('posture holds the pools of a foreign assembly against the controls', async () => {
  const { exitCode, stdout } = await userpool('posture', '--assembly', assembly, '--format', 'json');
  const { environments } = JSON.parse(stdout) as {
    readonly environments: readonly { readonly stacks: readonly string[] }[];
  };
  expect(environments.flatMap(({ stacks }) => stacks)).toEqual(expect.arrayContaining(['identity', 'shop']));
  // Nobody has said how much is at stake, so that it is judged as production.
  expect(exitCode).toBe(1);
});

test('review of a foreign assembly with itself finds no change', async () => {
  const { exitCode, stdout } = await userpool('review', '--base', assembly, '--head', assembly, '--format', 'json');
  const { environments } = JSON.parse(stdout) as {
    readonly environments: readonly { readonly changes: readonly unknown[] }[];
  };
  expect(environments.length).toBeGreaterThan(0);
  expect(environments.flatMap(({ changes }) => changes)).toEqual([]);
  expect(exitCode).toBe(0);
});

test('sign-in passes against a pool of a foreign assembly', async () => {
  const { exitCode, stdout, stderr } = await userpool(
    ...['sign-in', '--assembly', assembly, '--env', 'identity', '--pool', 'people', '--json'],
  );
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  expect(JSON.parse(stdout)).toMatchObject({ passed: true });
});

test('local serves the pools of a foreign assembly until it is interrupted, and drift finds the user pool as declared', async () => {
  const script = path.join(installed.directory, 'node_modules/userpool/dist/bin/userpool.js');
  const child = start(process.execPath, [script, 'local', '--assembly', assembly, '--port', '0'], installed.directory);
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  child.stderr.resume();
  try {
    const lines: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      lines.push(line);
      if (line.startsWith('Users and messages are kept')) break;
    }
    const [issuer = ''] = /http:\/\/localhost:\d+\/eu-west-1_\w+/.exec(lines.join('\n')) ?? [];
    const keys = await fetch(`${issuer}/.well-known/jwks.json`);
    expect(await keys.json()).toMatchObject({ keys: [{ kty: 'RSA' }, { kty: 'RSA' }] });
    const place = ['--assembly', assembly, '--env', 'identity', '--pool', 'people', '--target', 'local'];
    const drift = await userpool('drift', ...place, '--endpoint', new URL(issuer).origin, '--json');
    const found = JSON.parse(drift.stdout) as {
      readonly userPoolId: string;
      readonly differences: readonly { readonly type: string }[];
    };
    expect(issuer.endsWith(`/${found.userPoolId}`)).toBe(true);
    expect(found.differences.filter(({ type }) => type === 'AWS::Cognito::UserPool')).toEqual([]);
  } finally {
    child.kill('SIGINT');
  }
  expect(await ended).toBe(0);
});

test.each(['synth', 'snapshot'])('%s says that it works in the project only', async (command) => {
  const { exitCode, stderr } = await userpool(command);
  expect(stderr).toContain(`userpool ${command} works on the environments of the userpool project`);
  expect(exitCode).toBe(2);
});

test.each([['posture'], ['local'], ['sign-in'], ['drift', '--env', 'identity']])(
  '%s without an assembly says how to come by one',
  async (...command) => {
    const { exitCode, stderr } = await userpool(...command);
    expect(stderr).toContain('name its assembly: --assembly cdk.out');
    expect(exitCode).toBe(2);
  },
);

test('every command says how it is called here', async () => {
  const { stdout } = await userpool('--help');
  const commands = [...stdout.matchAll(/^ {2}([\w-]+) \[options\.\.\.\]/gm)].map(([, name = '']) => name);
  expect(commands).toEqual(expect.arrayContaining(['posture', 'review', 'drift', 'local', 'sign-in']));
  const usages = await Promise.all(
    commands.map(async (name) => (await userpool(name, '--help')).stdout.split('\n')[0]),
  );
  expect(usages).toEqual(commands.map((name) => `Usage: userpool ${name} [options]`));
});

test.each([
  ['posture', ['posture', '--format', 'json'], ['commander']],
  ['the help', ['--help'], ['commander']],
])('%s loads no package beside %j', async (_, args, expected) => {
  const file = path.join(installed.directory, 'loaded.json');
  const [command = ''] = args;
  const script = path.join(installed.directory, 'node_modules/userpool/dist/bin/userpool.js');
  const watched = ['--require', path.join(__dirname, 'loaded-packages.cjs'), script, ...args];
  const named = command === '--help' ? [] : ['--assembly', assembly];
  await run(process.execPath, [...watched, ...named], installed.directory, { LOADED_PACKAGES: file });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(expected);
});

/** `@scope/name/path` is a file of `@scope/name`. */
function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}
