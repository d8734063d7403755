import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { projectRoot } from '../../lib/commands/project-root';
import { synthesize } from '../../lib/commands/synthesize';
import { foreignApp } from '../commands/foreign-app';
import { directoryWith, removeDirectories } from '../template/assembly-on-disk';
import { installPackage, run, start } from './installed-package';
import type { InstalledPackage, Run } from './installed-package';

let installed: InstalledPackage;
/** The assembly of somebody else's CDK app, and that of this project. */
let assemblies: Readonly<Record<'foreign' | 'own', string>>;
beforeAll(async () => {
  process.env['CDK_VALIDATION'] = 'false';
  assemblies = { foreign: foreignApp(), own: path.join(directoryWith({}), 'cdk.out') };
  await synthesize(assemblies.own, { env: process.env });
  installed = await installPackage();
});
afterAll(removeDirectories);

/** `npx userpool ARGS` in the project that it is installed into. */
const userpool = (...args: readonly string[]): Promise<Run> =>
  run('npx', ['--no-install', 'userpool', ...args], installed.directory);

/** What npx starts, for a process that is to get a signal, or to be watched. */
const script = (): string => path.join(installed.directory, 'node_modules/userpool/dist/bin/userpool.js');

const manifest = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
};

test('the tarball holds built JavaScript and what belongs to it, and nothing of what it is built from', () => {
  const kinds = installed.packed.map((file) =>
    file.replace(/^dist\/(?:bin|lib\/commands)\/[\w-]+\.js$/, 'built JavaScript'),
  );
  expect([...new Set(kinds)].toSorted()).toEqual([
    'LICENSE',
    'README.md',
    'built JavaScript',
    // The page that local serves, as a browser loads it.
    ...['app.js', 'index.html', 'licenses.txt', 'style.css'].map((file) => `dist/lib/commands/sample-app/${file}`),
    'dist/zod-license.txt',
    'package.json',
  ]);
});

test('no file of it names a folder of the machine that built it, or a source map', () => {
  const folder = path.join(installed.directory, 'node_modules/userpool');
  const telling = installed.packed.filter((file) => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    return text.includes(projectRoot) || text.includes('sourceMappingURL');
  });
  expect(telling).toEqual([]);
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
  // In the project alone the sample application is built anew when it is served.
  const needed = loaded.filter((name) => name !== 'esbuild');
  expect([...new Set(needed)].toSorted()).toEqual(Object.keys(manifest.dependencies).toSorted());
});

/** Where each assembly has the user pool that is taken through all commands. */
const subjects = [
  { whose: 'foreign', place: ['--env', 'identity', '--pool', 'people'], environments: ['identity'] },
  { whose: 'own', place: ['--env', 'dev'], environments: ['dev', 'staging', 'prod'] },
] as const;

describe.each(subjects)('on the $whose assembly', ({ whose, place, environments }) => {
  const named = (): readonly string[] => ['--assembly', assemblies[whose]];

  test('posture holds every environment against the controls', async () => {
    const { exitCode, stdout } = await userpool('posture', ...named(), '--format', 'json');
    const report = JSON.parse(stdout) as {
      readonly environments: readonly { readonly name: string; readonly controls: readonly unknown[] }[];
    };
    expect(report.environments.map(({ name }) => name).toSorted()).toEqual(environments.toSorted());
    expect(report.environments.filter(({ controls }) => controls.length === 0)).toEqual([]);
    // Nobody has said how much is at stake in the foreign one, so that it is judged as production.
    expect(exitCode).toBe(whose === 'own' ? 0 : 1);
  });

  test('review finds no change between it and itself', async () => {
    const assembly = assemblies[whose];
    const { exitCode, stdout } = await userpool('review', '--base', assembly, '--head', assembly, '--format', 'json');
    const report = JSON.parse(stdout) as {
      readonly environments: readonly { readonly name: string; readonly changes: readonly unknown[] }[];
    };
    expect(report.environments.map(({ name }) => name).toSorted()).toEqual(environments.toSorted());
    expect(report.environments.flatMap(({ changes }) => changes)).toEqual([]);
    expect(exitCode).toBe(0);
  });

  test('sign-in passes against a user pool of it', async () => {
    const { exitCode, stdout, stderr } = await userpool('sign-in', ...named(), ...place, '--json');
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
    expect(JSON.parse(stdout)).toMatchObject({ passed: true });
  });

  test('local serves it until it is interrupted, and drift finds what somebody changes by hand', async () => {
    const child = start(process.execPath, [script(), 'local', ...named(), '--port', '0'], installed.directory);
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    child.stderr.resume();
    try {
      const lines: string[] = [];
      for await (const line of createInterface({ input: child.stdout })) {
        lines.push(line);
        if (line.startsWith('Users and messages are kept')) break;
      }
      const issuers = lines.flatMap((line) => /http:\/\/localhost:\d+\/eu-west-1_\w+/.exec(line) ?? []);
      const [issuer = ''] = issuers;
      const keys = await fetch(`${issuer}/.well-known/jwks.json`);
      expect(await keys.json()).toMatchObject({ keys: [{ kty: 'RSA' }, { kty: 'RSA' }] });

      const endpoint = new URL(issuer).origin;
      const drift = async () => {
        const target = [...place, '--target', 'local', '--endpoint', endpoint, '--json'];
        const { exitCode, stdout } = await userpool('drift', ...named(), ...target);
        const found = JSON.parse(stdout) as {
          readonly userPoolId: string;
          readonly differences: readonly { readonly type: string; readonly property: string }[];
        };
        const ofPool = found.differences.filter(({ type }) => type === 'AWS::Cognito::UserPool');
        return { exitCode, UserPoolId: found.userPoolId, properties: ofPool.map(({ property }) => property) };
      };
      const { UserPoolId, properties } = await drift();
      expect(issuers).toContain(`${endpoint}/${UserPoolId}`);
      expect(properties).toEqual([]);
      const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
      const cognito = new sdk.CognitoIdentityProviderClient({ endpoint, region: 'eu-west-1', credentials });
      await cognito.send(new sdk.SetUserPoolMfaConfigCommand({ UserPoolId, MfaConfiguration: 'OFF' }));
      cognito.destroy();
      const after = await drift();
      expect(after.exitCode).toBe(1);
      expect(after.properties).toContain('MfaConfiguration');
    } finally {
      child.kill('SIGINT');
    }
    expect(await ended).toBe(0);
  });
});

test('review stops a change of a foreign app that takes MFA away, and says it in each format', async () => {
  const weakened = path.join(directoryWith({}), 'cdk.out');
  cpSync(assemblies.foreign, weakened, { recursive: true });
  const template = path.join(weakened, 'identity.template.json');
  const text = readFileSync(template, 'utf8');
  writeFileSync(template, text.replace('"MfaConfiguration": "OPTIONAL"', '"MfaConfiguration": "OFF"'));
  const review = (format: string) =>
    userpool('review', '--base', assemblies.foreign, '--head', weakened, '--format', format);
  const [markdown, json, sarif, terminal] = await Promise.all(['markdown', 'json', 'sarif', 'terminal'].map(review));
  expect([markdown, json, sarif, terminal].map((each) => each?.exitCode)).toEqual([1, 1, 1, 1]);
  expect(markdown?.stdout).toMatch(
    /^\*\*Stopped by [^]*^\| `identity` \| `People\w+ MfaConfiguration` .*\*\*weakens\*\*/m,
  );
  expect(json?.stdout).toContain('"weakens"');
  expect(JSON.parse(sarif?.stdout ?? '')).toMatchObject({ version: '2.1.0', runs: [{ tool: { driver: {} } }] });
  expect(terminal?.stdout).toMatch(/^identity +People\w+ MfaConfiguration +.*weakens \(stops\)/m);
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

const nowhere = ['--assembly', 'nowhere'];
test.each([
  ['posture', nowhere],
  ['local', nowhere],
  ['sign-in', nowhere],
  ['drift', ['--env', 'identity', ...nowhere]],
])('%s says where there is no assembly, and how to come by one', async (command, args) => {
  const { exitCode, stdout, stderr } = await userpool(command, ...args);
  expect(stderr).toContain(`There is no cloud assembly\n  where:    ${path.join(installed.directory, 'nowhere')}\n`);
  expect(stderr).toMatch(/^ {2}next: .*npx cdk synth/m);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
});

test('review says that a directory which is not there is none', async () => {
  const { exitCode, stderr } = await userpool('review', '--base', './nowhere', '--head', './nowhere');
  expect(stderr).toContain('./nowhere is no directory. Name a cloud assembly or a folder of snapshots.');
  expect(exitCode).toBe(2);
});

test.each([
  [['sing-in'], "unknown command 'sing-in'"],
  [['--verbose'], "unknown option '--verbose'"],
  [[], 'Usage: userpool'],
])('userpool %j is wrong use: exit code 2, with the commands that there are', async (args, words) => {
  const { exitCode, stderr } = await userpool(...args);
  expect(stderr).toContain(words);
  expect(stderr).toMatch(/^ {2}posture [^]*^ {2}review /m);
  expect(exitCode).toBe(2);
});

test('--version tells the version of the package', async () => {
  expect(await userpool('--version')).toMatchObject({ exitCode: 0, stdout: `${manifest.version}\n` });
});

test('every command says how it is called here', async () => {
  const { stdout } = await userpool('--help');
  const commands = [...stdout.matchAll(/^ {2}([\w-]+) \[options\.\.\.\]/gm)].map(([, name = '']) => name);
  expect(commands).toEqual(expect.arrayContaining(['posture', 'review', 'drift', 'local', 'sign-in']));
  const usages = await Promise.all(
    commands.map(async (name) => (await userpool(name, '--help')).stdout.split('\n')[0]),
  );
  expect(usages).toEqual(commands.map((name) => `Usage: userpool ${name} [options]`));
});

const awsClients = ['@aws-sdk/client-cloudformation', '@aws-sdk/client-cognito-identity-provider'];
test.each([
  ['the help', () => ['--help'], 0, ['commander']],
  ['posture', () => ['posture', '--assembly', assemblies.own, '--format', 'json'], 0, ['commander']],
  ['review', () => ['review', '--base', assemblies.own, '--head', assemblies.own], 0, ['commander']],
  [
    'drift',
    () => ['drift', '--assembly', assemblies.own, '--env', 'nowhere', '--target', 'local'],
    2,
    [...awsClients, 'commander'],
  ],
] as const)('%s loads the packages that it needs, and never the CDK', async (_, args, expected, packages) => {
  const file = path.join(installed.directory, 'loaded.json');
  const watched = ['--require', path.join(__dirname, 'loaded-packages.cjs'), script(), ...args()];
  const { exitCode } = await run(process.execPath, watched, installed.directory, { LOADED_PACKAGES: file });
  expect(exitCode).toBe(expected);
  const loaded = JSON.parse(readFileSync(file, 'utf8')) as readonly string[];
  const own = loaded.filter((name) => name in manifest.dependencies || /cdk|constructs/.test(name));
  expect(own).toEqual([...packages]);
});

/** `@scope/name/path` is a file of `@scope/name`. */
function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}
