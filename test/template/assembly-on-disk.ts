import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RawObject } from '../../lib/template/value';

/** Files by their path: text as it is, objects as JSON, undefined for a directory. */
export type Files = Readonly<Record<string, string | RawObject | undefined>>;

const made: string[] = [];

/** A new directory with these files in it. */
export function directoryWith(files: Files): string {
  const root = mkdtempSync(path.join(tmpdir(), 'assembly-'));
  made.push(root);
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, name);
    mkdirSync(content === undefined ? file : path.dirname(file), { recursive: true });
    if (content !== undefined) writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  }
  return root;
}

/** Removes every directory that a test has made. */
export function removeDirectories(): void {
  for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true });
}

export const bundleSource = 'exports.handler = async (event) => event;';
export const bundleHash = 'b'.repeat(64);
export const nestedHash = 'c'.repeat(64);

const stackProperties = {
  templateFile: 'auth.template.json',
  stackName: 'dev-auth',
  terminationProtection: true,
  tags: { owner: 'identity-team', environment: 'dev' },
};

/** An assembly as cdk synth writes it: a stage `dev` with one stack, one Lambda bundle and one nested stack. */
export function assemblyFiles(): Record<string, string | RawObject | undefined> {
  const bucket = { bucketName: 'assets', region: 'eu-west-1' };
  return {
    'manifest.json': {
      version: '55.0.0',
      artifacts: {
        'assembly-dev': {
          type: 'cdk:cloud-assembly',
          properties: { directoryName: 'assembly-dev', displayName: 'dev' },
        },
        Tree: { type: 'cdk:tree', properties: { file: 'tree.json' } },
      },
    },
    [`asset.${bundleHash}/index.js`]: bundleSource,
    'assembly-dev/manifest.json': {
      version: '55.0.0',
      artifacts: {
        'auth.assets': { type: 'cdk:asset-manifest', properties: { file: 'auth.assets.json' } },
        auth: {
          type: 'aws:cloudformation:stack',
          environment: 'aws://111122223333/eu-west-1',
          displayName: 'dev/auth',
          dependencies: ['auth.assets'],
          properties: stackProperties,
        },
      },
    },
    'assembly-dev/auth.assets.json': {
      version: '55.0.0',
      files: {
        [bundleHash]: {
          source: { path: `../asset.${bundleHash}`, packaging: 'zip' },
          destinations: { here: { ...bucket, objectKey: `${bundleHash}.zip` } },
        },
        [nestedHash]: {
          source: { path: 'nest.nested.template.json', packaging: 'file' },
          destinations: { here: { ...bucket, objectKey: `${nestedHash}.json` } },
        },
      },
    },
    'assembly-dev/auth.template.json': {
      Resources: {
        Trigger: {
          Type: 'AWS::Lambda::Function',
          Properties: {
            Code: { S3Bucket: 'assets', S3Key: `${bundleHash}.zip` },
            Handler: 'index.handler',
            Runtime: 'nodejs24.x',
          },
          Metadata: { 'aws:asset:path': `../asset.${bundleHash}`, 'aws:cdk:path': 'dev/auth/Trigger/Resource' },
        },
        Nest: {
          Type: 'AWS::CloudFormation::Stack',
          Properties: {
            TemplateURL: { 'Fn::Join': ['', ['https://s3.', { Ref: 'AWS::URLSuffix' }, `/assets/${nestedHash}.json`]] },
          },
        },
      },
    },
    'assembly-dev/nest.nested.template.json': { Resources: { Pool: { Type: 'AWS::Cognito::UserPool' } } },
  };
}
