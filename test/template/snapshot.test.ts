import type { StackArtifact } from '../../lib/template/assembly';
import { readAssembly } from '../../lib/template/assembly';
import { digestDirectory } from '../../lib/template/digest';
import { bundleDigest, readSnapshot, SnapshotError } from '../../lib/template/read-snapshot';
import { resolveStack } from '../../lib/template/resolve';
import { renderSnapshot, snapshotOf } from '../../lib/template/snapshot';
import { diffSnapshot } from '../../lib/template/snapshot-diff';
import type { RawObject } from '../../lib/template/value';
import {
  assemblyFiles,
  bundleHash,
  bundleSource,
  directoryWith,
  nestedHash,
  removeDirectories,
} from './assembly-on-disk';
import type { Files } from './assembly-on-disk';
import { stackArtifact } from './stack-artifact';

afterAll(removeDirectories);

function readStack(files: Files): StackArtifact {
  const [stack] = readAssembly(directoryWith(files)).stacks;
  if (stack === undefined) throw new Error('The assembly has one stack.');
  return stack;
}

function rendered(stack: StackArtifact): string {
  return renderSnapshot(snapshotOf(stack, digestDirectory));
}

/** The same assembly with another bundle in it, under the hash that the CDK would give it. */
function rebundled(content: string): Files {
  const hash = 'd'.repeat(64);
  const rehashed = (file: RawObject): RawObject =>
    JSON.parse(JSON.stringify(file).replaceAll(bundleHash, hash)) as RawObject;
  const files = Object.entries(assemblyFiles()).map(([name, file]) => [
    name.replaceAll(bundleHash, hash),
    typeof file === 'object' ? rehashed(file) : content,
  ]);
  return Object.fromEntries(files) as Files;
}

const changedLines = (diff: string): readonly string[] => diff.split('\n').filter((line) => /^[+-] {2,}/.test(line));

test('a snapshot is the facts, the digests and the templates, as JSON with a line feed at the end', () => {
  const text = rendered(readStack(assemblyFiles()));
  expect(text).toMatch(/^\{\n {2}"snapshotVersion": 1,\n[^]*\n\}\n$/);
  expect(JSON.parse(text)).toEqual({
    snapshotVersion: 1,
    stack: {
      path: 'dev/auth',
      stage: 'dev',
      stackName: 'dev-auth',
      account: '111122223333',
      region: 'eu-west-1',
      terminationProtection: true,
      parameters: {},
      tags: { environment: 'dev', owner: 'identity-team' },
    },
    bundles: { Trigger: expect.stringMatching(/^sha256:/) },
    template: {
      Resources: {
        Nest: {
          Type: 'AWS::CloudFormation::Stack',
          Properties: {
            TemplateURL: { 'Fn::Join': ['', ['https://s3.', { Ref: 'AWS::URLSuffix' }, '/assets/Nest.json']] },
          },
        },
        Trigger: {
          Type: 'AWS::Lambda::Function',
          Metadata: { 'aws:cdk:path': 'dev/auth/Trigger/Resource' },
          Properties: {
            Code: { S3Bucket: 'assets', S3Key: 'Trigger.zip' },
            Handler: 'index.handler',
            Runtime: 'nodejs24.x',
          },
        },
      },
    },
    nested: { Nest: { template: { Resources: { Pool: { Type: 'AWS::Cognito::UserPool' } } }, nested: {} } },
  });
});

test('a rewritten bundle shows as exactly one changed line: its digest', () => {
  const before = rendered(readStack(assemblyFiles()));
  const after = rendered(readStack(rebundled('exports.handler = async () => "rewritten";')));
  expect(changedLines(diffSnapshot(before, after))).toEqual([
    expect.stringMatching(/^- {5}"Trigger": "sha256:[0-9a-f]{64}"$/),
    expect.stringMatching(/^\+ {5}"Trigger": "sha256:[0-9a-f]{64}"$/),
  ]);
});

test('a bundle with another hash and the same content shows nothing', () => {
  expect(rendered(readStack(rebundled(bundleSource)))).toBe(rendered(readStack(assemblyFiles())));
});

test.each<[string, Partial<StackArtifact>, string]>([
  ['the name of the stack', { stackName: 'dev-other' }, 'stackName'],
  ['the account', { account: '999988887777' }, 'account'],
  ['the Region', { region: undefined }, 'region'],
  ['termination protection', { terminationProtection: true }, 'terminationProtection'],
  ['a value for a parameter', { parameters: { Mode: 'ON' } }, 'Mode'],
])('%s shows when it changes', (_rule, facts, key) => {
  const template = { Resources: {} };
  const diff = diffSnapshot(rendered(stackArtifact(template)), rendered(stackArtifact(template, facts)));
  expect(changedLines(diff).some((line) => line.includes(`"${key}"`))).toBe(true);
});

const pool = { Type: 'AWS::Cognito::UserPool', Properties: { UserPoolName: 'a', UserPoolTier: 'PLUS' } };

test.each<[string, RawObject, RawObject]>([
  [
    'the order of keys',
    { Resources: { B: pool, A: { DependsOn: ['Y', 'X'], ...pool } }, Description: 'x' },
    {
      Description: 'x',
      Resources: {
        A: { Properties: { UserPoolTier: 'PLUS', UserPoolName: 'a' }, Type: pool.Type, DependsOn: ['X', 'Y'] },
        B: pool,
      },
    },
  ],
  [
    'the bookkeeping of the CDK',
    {
      Resources: { A: pool, CDKMetadata: { Type: 'AWS::CDK::Metadata', Condition: 'CDKMetadataAvailable' } },
      Conditions: { CDKMetadataAvailable: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] } },
      Parameters: { BootstrapVersion: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/bootstrap' } },
      Rules: { CheckBootstrapVersion: { Assertions: [] } },
    },
    { Resources: { A: pool } },
  ],
  [
    'where an asset lies',
    { Resources: { A: { ...pool, Metadata: { 'aws:asset:path': 'a', 'aws:asset:is-bundled': true } } } },
    { Resources: { A: pool } },
  ],
])('%s does not show', (_rule, left, right) => {
  expect(rendered(stackArtifact(left))).toBe(rendered(stackArtifact(right)));
});

test('what only looks like bookkeeping shows', () => {
  const template = { Resources: { A: pool }, Parameters: { BootstrapVersion: { Type: 'String', Default: '1' } } };
  expect(rendered(stackArtifact(template))).toContain('BootstrapVersion');
});

/** A function whose code is the asset of that hash. */
function fn(hash: string): RawObject {
  return { Type: 'AWS::Lambda::Function', Properties: { Code: { S3Key: `${hash}.zip` } } };
}

function asset(hash: string): StackArtifact['assets'][number] {
  return { id: hash, sourcePath: `/out/asset.${hash}`, objectKey: `${hash}.zip`, packaging: 'zip' };
}

test('a bundle that two functions share has one digest, under the first of their names', () => {
  const stack = stackArtifact({ Resources: { B: fn(bundleHash), A: fn(bundleHash) } }, { assets: [asset(bundleHash)] });
  expect(snapshotOf(stack, (directory) => directory).bundles).toEqual({ A: `/out/asset.${bundleHash}` });
});

test('bundles of nested stacks and layers have digests, other assets have only names', () => {
  const layer = { Type: 'AWS::Lambda::LayerVersion', Properties: { Content: { S3Key: `${nestedHash}.zip` } } };
  const site = { Type: 'Custom::Deployment', Properties: { Keys: [`${'e'.repeat(64)}.zip`, `${'f'.repeat(64)}.zip`] } };
  const assets = [bundleHash, nestedHash, 'e'.repeat(64), 'f'.repeat(64)].map(asset);
  const nested = stackArtifact({ Resources: { A: fn(bundleHash) } }, { path: 'dev/auth/Nest', assets });
  const stack = stackArtifact({ Resources: { L: layer, S: site } }, { assets, nested: new Map([['Nest', nested]]) });
  const snapshot = snapshotOf(stack, () => 'digest');
  expect(snapshot.bundles).toEqual({ L: 'digest', 'Nest.A': 'digest' });
  expect(snapshot.template).toMatchObject({ Resources: { S: { Properties: { Keys: ['S.zip', 'S-2.zip'] } } } });
});

test('a hash that no asset has shows: it is somebody else’s', () => {
  expect(rendered(stackArtifact({ Resources: { A: fn(bundleHash) } }))).toContain(bundleHash);
});

test('what is read back resolves as the stack itself does, with digests in the place of directories', () => {
  const original = readStack(assemblyFiles());
  const text = rendered(original);
  const restored = readSnapshot(text);
  expect(rendered(restored)).toBe(text);
  const { assets: _assets, template: _template, nested: _nested, ...facts } = original;
  expect(restored).toMatchObject(facts);

  const stack = resolveStack(restored);
  const trigger = stack.resources.get('Trigger');
  expect(trigger?.properties).toMatchObject({ Handler: 'index.handler' });
  expect(trigger && bundleDigest(stack, trigger)).toBe(restored.bundles?.['Trigger']);
  expect(stack.nested.get('Nest')?.resources.get('Pool')?.type).toBe('AWS::Cognito::UserPool');
});

test('a function without a bundle in the snapshot has no digest', () => {
  const inline = { Type: 'AWS::Lambda::Function', Properties: { Code: { ZipFile: 'x' } } };
  const stack = resolveStack(readSnapshot(rendered(stackArtifact({ Resources: { A: inline } }))));
  const [only] = [...stack.resources.values()];
  expect(only && bundleDigest(stack, only)).toBeUndefined();
});

test.each<[string, string, RegExp]>([
  ['no JSON', '<<<<<<< HEAD', /where: +dev\.json[^]*JSON/],
  ['another version', '{"snapshotVersion":2}', /snapshotVersion/],
  ['a plain template', '{"Resources":{}}', /snapshotVersion[^]*npm run snapshot/],
  ['a text nested beyond measure', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, /nested too deep/],
])('%s is refused as a snapshot, with the file and the next step', (_rule, text, message) => {
  const read = (): unknown => readSnapshot(text, 'dev.json');
  expect(read).toThrow(SnapshotError);
  expect(read).toThrow(message);
});

test('the difference of two snapshots is the changed lines with three lines around them', () => {
  const lines = Array.from({ length: 40 }, (_, index) => `line ${index}`);
  const diff = diffSnapshot(lines.join('\n'), lines.join('\n').replace('line 20', 'changed'));
  expect(diff.split('\n')).toEqual([
    '- committed',
    '+ synthesized',
    '',
    '@@ -18,7 +18,7 @@',
    '  line 17',
    '  line 18',
    '  line 19',
    '- line 20',
    '+ changed',
    '  line 21',
    '  line 22',
    '  line 23',
  ]);
  expect(diffSnapshot('a', 'a')).toBe('');
});
