import type { Asset } from '../../lib/template/assembly';
import { functionBundle, resolveStack } from '../../lib/template/resolve';
import type { FunctionBundle } from '../../lib/template/resolve';
import type { RawObject } from '../../lib/template/value';
import { stackArtifact } from './stack-artifact';

const assets: readonly Asset[] = [
  { id: 'a', sourcePath: '/out/asset.a', objectKey: 'a.zip', packaging: 'zip' },
  { id: 'j', sourcePath: '/out/asset.j.jar', objectKey: 'j.jar', packaging: 'file' },
];
const running = { Handler: 'index.handler', Runtime: 'nodejs24.x' };

function bundleOf(properties: RawObject, type = 'AWS::Lambda::Function'): FunctionBundle {
  const template = {
    Parameters: { Key: { Type: 'String' } },
    Resources: { Fn: { Type: type, Properties: properties } },
  };
  const stack = resolveStack(stackArtifact(template, { assets }));
  const fn = stack.resources.get('Fn');
  if (fn === undefined) throw new Error('The template has a resource Fn.');
  return functionBundle(stack, fn);
}

test('a zipped asset is its directory', () => {
  const code = { S3Bucket: { 'Fn::Sub': 'assets-${AWS::Region}' }, S3Key: 'a.zip' };
  expect(bundleOf({ ...running, Code: code })).toEqual({
    kind: 'directory',
    directory: '/out/asset.a',
    handler: 'index.handler',
    runtime: 'nodejs24.x',
  });
});

test('a file that is uploaded as it is, is an archive', () => {
  expect(bundleOf({ ...running, Code: { S3Key: 'j.jar' } })).toMatchObject({
    kind: 'archive',
    file: '/out/asset.j.jar',
  });
});

test('code in the template is inline', () => {
  expect(bundleOf({ ...running, Code: { ZipFile: 'exports.handler = 1' } })).toMatchObject({
    kind: 'inline',
    source: 'exports.handler = 1',
  });
});

test.each<[string, RawObject]>([
  ['its URI', { Code: { ImageUri: { 'Fn::Sub': '${AWS::AccountId}.dkr.ecr' } } }],
  ['its package type', { PackageType: 'Image', Code: {} }],
])('an image is known by %s', (_rule, properties) => {
  expect(bundleOf(properties)).toEqual({ kind: 'image' });
});

test.each<[string, RawObject, RegExp]>([
  [
    'an object key that no asset has',
    { ...running, Code: { S3Key: 'b.zip' } },
    /^Fn: no asset of dev\/auth is uploaded as b\.zip/,
  ],
  [
    'an unknown object key',
    { ...running, Code: { S3Key: { Ref: 'Key' } } },
    /S3Key is not known before deployment: parameter Key/,
  ],
  ['no object key', { ...running, Code: { S3Bucket: 'b' } }, /S3Key is not set/],
  ['inline code that is unknown', { ...running, Code: { ZipFile: { Ref: 'Key' } } }, /ZipFile is not known/],
  ['no code', running, /Code is not set/],
  ['no handler', { Runtime: 'nodejs24.x', Code: { S3Key: 'a.zip' } }, /Handler is not set/],
  ['a runtime that is no text', { ...running, Runtime: 1, Code: { S3Key: 'a.zip' } }, /Runtime is not text/],
])('%s: the code is missing, with the reason', (_rule, properties, reason) => {
  expect(bundleOf(properties)).toEqual({ kind: 'missing', reason: expect.stringMatching(reason) });
});

test('what is no function has no bundle', () => {
  expect(bundleOf({}, 'AWS::Lambda::Permission')).toMatchObject({
    kind: 'missing',
    reason: 'Fn: is no function but an AWS::Lambda::Permission',
  });
});
