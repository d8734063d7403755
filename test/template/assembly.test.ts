import path from 'node:path';
import { readAssembly } from '../../lib/template/assembly';
import type { AssemblyError } from '../../lib/template/assembly-error';
import {
  AssemblyFileMissingError,
  AssemblyMissingError,
  AssemblyTooNewError,
  BrokenFileError,
  IncompleteAssemblyError,
  NotAnAssemblyError,
  PathOutsideAssemblyError,
} from '../../lib/template/assembly-error';
import type { RawObject } from '../../lib/template/value';
import { assemblyFiles, bundleHash, directoryWith, nestedHash, removeDirectories } from './assembly-on-disk';
import type { Files } from './assembly-on-disk';

afterAll(removeDirectories);

test('the stacks of a stage are read with the facts of their manifest', () => {
  const directory = directoryWith(assemblyFiles());
  const { stacks, ...assembly } = readAssembly(directory);
  expect(assembly).toEqual({ directory });
  expect(stacks).toHaveLength(1);
  expect(stacks[0]).toMatchObject({
    path: 'dev/auth',
    stage: 'dev',
    stackName: 'dev-auth',
    account: '111122223333',
    region: 'eu-west-1',
    terminationProtection: true,
    parameters: {},
    tags: { owner: 'identity-team', environment: 'dev' },
    assets: [
      {
        id: bundleHash,
        sourcePath: path.join(directory, `asset.${bundleHash}`),
        objectKey: `${bundleHash}.zip`,
        packaging: 'zip',
      },
      { id: nestedHash, objectKey: `${nestedHash}.json`, packaging: 'file' },
    ],
  });
  expect(Object.keys(stacks[0]?.template['Resources'] as RawObject)).toEqual(['Trigger', 'Nest']);
});

test('a nested stack is read with the facts and assets of its parent', () => {
  const [parent] = readAssembly(directoryWith(assemblyFiles())).stacks;
  const nest = parent?.nested?.get('Nest');
  expect(nest).toMatchObject({
    path: 'dev/auth/Nest',
    stage: 'dev',
    stackName: 'dev-auth-Nest',
    account: '111122223333',
    region: 'eu-west-1',
    assets: parent?.assets,
  });
  expect(nest?.template).toEqual({ Resources: { Pool: { Type: 'AWS::Cognito::UserPool' } } });
});

/** The files of the assembly with some replaced. */
function changed(files: Files): string {
  return directoryWith({ ...assemblyFiles(), ...files });
}

const stack = {
  type: 'aws:cloudformation:stack',
  environment: 'aws://unknown-account/unknown-region',
  properties: { templateFile: 'top.template.json' },
};
const template = { Resources: {} };

function manifest(artifacts: RawObject, others: RawObject = {}): RawObject {
  return { version: '55.0.0', artifacts, ...others };
}

test('a stack outside of every stage, for any account and Region, says so', () => {
  const directory = directoryWith({ 'manifest.json': manifest({ top: stack }), 'top.template.json': template });
  expect(readAssembly(directory).stacks[0]).toMatchObject({
    path: 'top',
    stage: undefined,
    stackName: 'top',
    account: undefined,
    region: undefined,
    terminationProtection: false,
  });
});

test('values of parameters are read from the manifest', () => {
  const given = { ...stack, properties: { ...stack.properties, parameters: { Mode: 'ON' } } };
  const directory = directoryWith({ 'manifest.json': manifest({ top: given }), 'top.template.json': template });
  expect(readAssembly(directory).stacks[0]?.parameters).toEqual({ Mode: 'ON' });
});

test('an assembly without artifacts has no stacks', () => {
  expect(readAssembly(directoryWith({ 'manifest.json': { version: '36.0.0' } })).stacks).toEqual([]);
});

const top = 'manifest.json';
const dev = 'assembly-dev/manifest.json';
const nestedIn = (directoryName: string): RawObject =>
  manifest({ inner: { type: 'cdk:cloud-assembly', properties: { directoryName } } });
const assetFrom = (source: string): RawObject => ({
  version: '55.0.0',
  files: { [bundleHash]: { source: { path: source, packaging: 'zip' }, destinations: {} } },
});

test.each<[string, Files, new (...args: never[]) => AssemblyError, RegExp]>([
  ['a manifest that is no JSON', { [top]: '{"version":' }, BrokenFileError, /manifest\.json[^]*JSON/],
  ['a manifest that is a list', { [top]: '[]' }, BrokenFileError, /manifest\.json[^]*expected object/],
  ['a manifest without version', { [top]: { artifacts: {} } }, BrokenFileError, /manifest\.json[^]*version/],
  ['a version that is a word', { [top]: { version: 'new' } }, BrokenFileError, /got: +version new/],
  ['a newer schema version', { [top]: { version: '56.0.0' } }, AssemblyTooNewError, /56\.0\.0[^]*55 or older/],
  [
    'context that was not looked up',
    { [top]: manifest({}, { missing: [{ key: 'hosted-zone:example.com' }] }) },
    IncompleteAssemblyError,
    /hosted-zone:example\.com[^]*cdk\.context\.json/,
  ],
  [
    'a stack without a template',
    { [dev]: manifest({ auth: { ...stack, properties: {} } }) },
    BrokenFileError,
    /templateFile/,
  ],
  [
    'a stack without an environment',
    { [dev]: manifest({ auth: { ...stack, environment: '' } }) },
    BrokenFileError,
    /aws:\/\//,
  ],
  ['a template that is missing', { [dev]: manifest({ auth: stack }) }, AssemblyFileMissingError, /top\.template\.json/],
  [
    'a template that is no JSON',
    { 'assembly-dev/auth.template.json': 'Resources:' },
    BrokenFileError,
    /auth\.template\.json/,
  ],
  ['a template that is a list', { 'assembly-dev/auth.template.json': '[]' }, BrokenFileError, /expected a template/],
  [
    'a template nested beyond measure',
    { 'assembly-dev/auth.template.json': `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}` },
    BrokenFileError,
    /auth\.template\.json[^]*nested too deep/,
  ],
  [
    'a nested template that nests itself',
    { 'assembly-dev/nest.nested.template.json': assemblyFiles()['assembly-dev/auth.template.json'] },
    BrokenFileError,
    /nests itself/,
  ],
  [
    'an asset manifest of another shape',
    { 'assembly-dev/auth.assets.json': { files: [] } },
    BrokenFileError,
    /auth\.assets\.json/,
  ],
  [
    'an asset that is missing',
    { 'assembly-dev/auth.assets.json': assetFrom('asset.x') },
    AssemblyFileMissingError,
    /asset\.x/,
  ],
  [
    'an asset outside',
    { 'assembly-dev/auth.assets.json': assetFrom('../../x') },
    PathOutsideAssemblyError,
    /disable-asset-staging/,
  ],
  [
    'an asset at an absolute path',
    { 'assembly-dev/auth.assets.json': assetFrom('/etc') },
    PathOutsideAssemblyError,
    /\/etc/,
  ],
  ['a stage outside', { [top]: nestedIn('..') }, PathOutsideAssemblyError, /manifest\.json names/],
  ['a stage that is missing', { [top]: nestedIn('assembly-prod') }, AssemblyFileMissingError, /assembly-prod/],
  ['a stage that is its own', { [top]: nestedIn('.') }, BrokenFileError, /nested assembly/],
  ['a stage that is the one around it', { [dev]: nestedIn('..') }, BrokenFileError, /nested assembly/],
])('%s is refused, and the error names the file', (_rule, files, kind, message) => {
  const directory = changed(files);
  const read = (): unknown => readAssembly(directory);
  expect(read).toThrow(kind);
  expect(read).toThrow(message);
});

test('a directory that is missing is refused with the command that makes it', () => {
  const read = (): unknown => readAssembly(path.join(directoryWith({}), 'cdk.out'));
  expect(read).toThrow(AssemblyMissingError);
  expect(read).toThrow(/cdk\.out\n[^]*npm run synth/);
});

test('a directory that cdk synth has not written is refused', () => {
  const read = (): unknown => readAssembly(directoryWith({ 'package.json': {} }));
  expect(read).toThrow(NotAnAssemblyError);
  expect(read).toThrow(/no manifest\.json[^]*npm run synth/);
});

test('every error of an assembly carries its class as name and the path that it is about', () => {
  const directory = path.join(directoryWith({}), 'gone');
  expect(() => readAssembly(directory)).toThrow(
    expect.objectContaining({ name: 'AssemblyMissingError', path: directory }) as Error,
  );
});
