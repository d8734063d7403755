import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../lib/commands/posture';
import { projectRoot } from '../../lib/commands/project-root';
import { posturePage } from '../../lib/commands/snapshot';
import { environments } from '../../lib/environments/environments';
import { thresholds } from '../../lib/posture/thresholds';
import { sarif } from '../posture/sarif-shape';
import { fixtureAssembly } from '../synthesis/assembly';
import { directoryWith, removeDirectories } from '../template/assembly-on-disk';
import { capturedIo } from './captured-io';
import { foreignApp } from './foreign-app';

const assembly = fixtureAssembly();
const declared = {
  ...assembly,
  stacks: assembly.stacks.filter(({ stage }) => environments.some(({ name }) => name === stage)),
};
const today = new Date().toISOString().slice(0, 10);
const committed = readFileSync(join(projectRoot, 'POSTURE.md'), 'utf8');

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'userpool-posture-'));
});
afterEach(() => rmSync(cwd, { recursive: true }));
afterAll(removeDirectories);

async function posture(...args: readonly string[]) {
  const io = capturedIo({ cwd });
  const exitCode = await main(args, io);
  return { exitCode, written: io.written.join('\n'), problems: io.problems.join('\n') };
}

const ofFixtures = (...args: readonly string[]) => posture('--assembly', assembly.directory, ...args);

test('POSTURE.md is up to date; npm run posture and npm run snapshot rewrite it', () => {
  expect(committed).toBe(posturePage(declared, today).get('POSTURE.md'));
});

test('of the same templates it says the same, to the byte', () => {
  const { stacks } = assembly;
  expect(posturePage({ ...declared, stacks: [...declared.stacks] }, today)).toEqual(posturePage(declared, today));
  expect(posturePage({ stacks: structuredClone(stacks), directory: '/elsewhere' }, today)).toEqual(
    posturePage(assembly, today),
  );
});

test('npm run posture synthesizes the environments and writes POSTURE.md; nothing stops one of them', async () => {
  const { exitCode, written, problems } = await posture();
  expect({ exitCode, written }).toEqual({ exitCode: 0, written: '' });
  expect(problems).toContain('POSTURE.md is written.');
  for (const { name } of environments) expect(problems).toMatch(new RegExp(`^${name}: .*; nothing stops it$`, 'm'));
  expect(readFileSync(join(cwd, 'POSTURE.md'), 'utf8')).toBe(committed);
}, 120_000);

test('--env is about one environment, on the standard output', async () => {
  const { exitCode, written, problems } = await ofFixtures('--env', 'prod');
  expect(exitCode).toBe(0);
  expect(written).toContain('\n## prod\n');
  expect(written).not.toContain('\n## dev\n');
  expect(problems).toMatch(/^prod: [^\n]*$/);
});

test.each(['dev', 'dev/auth', 'userpool-dev-auth'])(
  'an environment is named by its stage, or a path or name of a stack: %s',
  async (name) => {
    expect((await ofFixtures('--env', name)).written).toContain('\n## dev\n');
  },
);

test('--format json and sarif are for machines, with every control', async () => {
  const json = JSON.parse((await ofFixtures('--env', 'prod', '--format', 'json')).written) as {
    readonly environments: readonly { readonly name: string; readonly controls: readonly unknown[] }[];
  };
  expect(json.environments).toMatchObject([{ name: 'prod', class: 'production', stopped: false }]);
  const report = sarif.parse(JSON.parse((await ofFixtures('--env', 'dev', '--format', 'sarif')).written));
  expect(report.runs[0]?.tool.driver.rules).toHaveLength((json.environments[0]?.controls.length ?? 0) + 3);
  const mfa = report.runs[0]?.results.find(({ ruleId }) => ruleId === 'CGN-MFA-01');
  const source = readFileSync(join(projectRoot, 'lib/environments/dev.ts'), 'utf8').split('\n');
  expect(mfa?.locations[0]?.physicalLocation).toEqual({
    artifactLocation: { uri: 'lib/environments/dev.ts' },
    region: { startLine: source.findIndex((line) => line.startsWith('  mfa:')) + 1 },
  });
});

test('--output writes the file, whatever the format', async () => {
  const { written, problems } = await ofFixtures('--format', 'json', '--env', 'dev', '--output', 'posture.json');
  expect(written).toBe('');
  expect(problems).toContain('posture.json is written.');
  expect(JSON.parse(readFileSync(join(cwd, 'posture.json'), 'utf8'))).toMatchObject({
    environments: [{ name: 'dev' }],
  });
});

test.each([
  ['a format that there is not', ['--format', 'html'], 'Allowed choices are markdown, json, sarif.'],
  ['an environment that there is not', ['--env', 'live'], 'There is no environment live'],
  ['a file that cannot be written', ['--output', 'no/such/place.md'], 'no/such/place.md cannot be written'],
  ['a policy that is not there', ['--policy', 'policy.json'], 'The policy file cannot be read'],
  ['an argument', ['prod'], 'Usage: npm run posture'],
])('%s is wrong use', async (_what, args, words) => {
  const { exitCode, written, problems } = await ofFixtures(...args);
  expect({ exitCode, written }).toEqual({ exitCode: 2, written: '' });
  expect(problems).toContain(words);
});

test('an assembly without anything of Cognito is wrong use', async () => {
  const directory = directoryWith({ 'manifest.json': JSON.stringify({ version: '40.0.0', artifacts: {} }) });
  const { exitCode, problems } = await posture('--assembly', directory);
  expect(exitCode).toBe(2);
  expect(problems).toContain('has nothing of Cognito');
});

test('a policy does not overrule what templates say themselves', async () => {
  writeFileSync(join(cwd, 'policy.json'), JSON.stringify({ environments: { prod: { class: 'sandbox' } } }));
  const { exitCode, problems } = await ofFixtures('--policy', 'policy.json');
  expect(exitCode).toBe(2);
  expect(problems).toMatch(/got: {6}prod\n[^]*Metadata/);
});

describe('on the assembly of somebody else', () => {
  let directory: string;
  beforeAll(() => {
    process.env['CDK_VALIDATION'] = 'false';
    directory = foreignApp();
  });

  interface Report {
    readonly environments: readonly {
      readonly name: string;
      readonly class: string | null;
      readonly controls: readonly {
        readonly id: string;
        readonly verdict: string;
        readonly findings: readonly { readonly stack: string; readonly logicalId: string }[];
      }[];
    }[];
  }
  const report = async (...args: readonly string[]) => {
    const { exitCode, written } = await posture('--assembly', directory, '--format', 'json', ...args);
    const { environments: found } = JSON.parse(written) as Report;
    return { exitCode, found, verdictOf: (id: string) => found[0]?.controls.find((each) => each.id === id)?.verdict };
  };
  const withPolicy = (identity: object): readonly string[] => {
    writeFileSync(join(cwd, 'policy.json'), JSON.stringify({ environments: { identity } }));
    return ['--policy', 'policy.json'];
  };

  test('stacks that share a user pool are one environment; what nobody declared is unknown and taken for production', async () => {
    const { exitCode, found, verdictOf } = await report();
    expect(found).toMatchObject([
      { name: 'identity', class: null, stacks: expect.arrayContaining(['identity', 'shop']) },
    ]);
    expect(exitCode).toBe(1);
    for (const id of ['CGN-ACC-07', 'CGN-CLI-14', 'CGN-DAT-01']) expect(verdictOf(id)).toBe('unknown');
    expect(verdictOf('CGN-CLI-05')).toBe('fail');
  });

  test('a policy says what is meant, and lets a sandbox be one', async () => {
    const { exitCode, found, verdictOf } = await report(...withPolicy({ class: 'sandbox', assurance: 'aal1' }));
    expect(found).toMatchObject([{ class: 'sandbox', threshold: [], stopped: false }]);
    expect(verdictOf('CGN-CLI-05')).toBe('fail');
    expect(exitCode).toBe(0);
  });

  test('app clients and user pools are named by the path of their stack and their logical id', async () => {
    const placesOf = async (id: string) => {
      const findings = (await report()).found[0]?.controls.find((each) => each.id === id)?.findings ?? [];
      return findings.map(({ stack, logicalId }) => `${stack}/${logicalId}`);
    };
    const clients = await placesOf('CGN-CLI-14');
    const pools = await placesOf('CGN-ACC-07');
    expect([clients.length, pools.length]).toEqual([5, 3]);
    const { verdictOf } = await report(
      ...withPolicy({
        clientKinds: Object.fromEntries(clients.map((place) => [place, 'native'])),
        authorizationAttributes: Object.fromEntries(pools.map((place) => [place, []])),
      }),
    );
    expect(verdictOf('CGN-CLI-14')).toBe('pass');
    expect(verdictOf('CGN-ACC-07')).not.toBe('unknown');
  });

  test('a waiver of the policy excuses until it expires, and then stops even a sandbox', async () => {
    const waiver = { control: 'CGN-CLI-05', reason: 'The old application is replaced in spring.', owner: 'team' };
    const lasting = { class: 'sandbox', waivers: [{ ...waiver, expires: '9999-12-31' }] };
    expect((await report(...withPolicy(lasting))).verdictOf('CGN-CLI-05')).toBe('waived');
    const over = { class: 'sandbox', waivers: [{ ...waiver, expires: '2020-01-01' }] };
    const { exitCode, found, verdictOf } = await report(...withPolicy(over));
    expect(verdictOf('CGN-CLI-05')).toBe('fail');
    expect(found).toMatchObject([{ waiverFindings: [{ problem: 'expired', stops: true }] }]);
    expect(exitCode).toBe(1);
  });

  test('in SARIF the results are attached to the assembly that was read, and name the resource', async () => {
    const { written } = await posture('--assembly', directory, '--format', 'sarif');
    const results = sarif.parse(JSON.parse(written)).runs[0]?.results ?? [];
    const uris = results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri);
    expect(results.length).toBeGreaterThan(10);
    for (const uri of uris) expect(uri).toMatch(/cdk\.out\/manifest\.json$/);
  });
});

describe('docs/posture.md', () => {
  const page = readFileSync(join(projectRoot, 'docs', 'posture.md'), 'utf8');

  test('has every option, and no other', async () => {
    const { written } = await posture('--help');
    const options = [...written.matchAll(/^ {2}--(\w+)/gm)].map(([, name]) => name).filter((name) => name !== 'help');
    const documented = [...page.matchAll(/^\| `--(\w+) /gm)].map(([, name]) => name);
    expect([...new Set(documented)].toSorted()).toEqual(options.toSorted());
  });

  test.each(Object.entries(thresholds))('has the threshold of %s', (environmentClass, severities) => {
    expect(page).toContain(`| ${environmentClass} | ${severities.join(' or ') || 'none'} |`);
  });
});
