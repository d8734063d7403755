import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Asset, StackArtifact } from '../../lib/template/assembly';
import type { RawObject } from '../../lib/template/value';
import { stackArtifact } from '../template/stack-artifact';

export interface PlantedStack {
  readonly stack: StackArtifact;
  /** Deletes the bundles. */
  remove(): void;
}

/**
 * A stack with a pool, a confidential client `backend` and trigger functions whose bundles are these sources, as an
 * assembly would hold it.
 */
export function plantStack(
  triggers: Readonly<Record<string, string>>,
  { pool = {}, client = {} }: { readonly pool?: RawObject; readonly client?: RawObject } = {},
): PlantedStack {
  const root = mkdtempSync(path.join(tmpdir(), 'userpool-journey-'));
  const assets = Object.entries(triggers).map(([name, source]): Asset => {
    const sourcePath = path.join(root, `asset.${name}`);
    mkdirSync(sourcePath);
    writeFileSync(path.join(sourcePath, 'index.js'), source);
    return { id: name, sourcePath, objectKey: `${name}.zip`, packaging: 'zip' };
  });
  const functions = assets.flatMap(({ id, objectKey }) => [
    [
      id,
      {
        Type: 'AWS::Lambda::Function',
        Properties: {
          Runtime: 'nodejs24.x',
          Handler: 'index.handler',
          Code: { S3Bucket: 'assets', S3Key: objectKey },
        },
      },
    ],
    [
      `${id}Permission`,
      {
        Type: 'AWS::Lambda::Permission',
        Properties: {
          Action: 'lambda:InvokeFunction',
          FunctionName: { 'Fn::GetAtt': [id, 'Arn'] },
          Principal: 'cognito-idp.amazonaws.com',
          SourceArn: { 'Fn::GetAtt': ['Pool', 'Arn'] },
        },
      },
    ],
  ]);
  const template = {
    Resources: {
      ...Object.fromEntries(functions),
      Pool: {
        Type: 'AWS::Cognito::UserPool',
        Properties: {
          UsernameAttributes: ['email'],
          UsernameConfiguration: { CaseSensitive: false },
          AutoVerifiedAttributes: ['email'],
          LambdaConfig: Object.fromEntries(assets.map(({ id }) => [id, { 'Fn::GetAtt': [id, 'Arn'] }])),
          ...pool,
        },
      },
      Backend: {
        Type: 'AWS::Cognito::UserPoolClient',
        Properties: {
          UserPoolId: { Ref: 'Pool' },
          ClientName: 'backend',
          GenerateSecret: true,
          PreventUserExistenceErrors: 'ENABLED',
          ...client,
        },
      },
    },
  };
  return {
    stack: stackArtifact(template, { path: 'planted/auth', stage: 'planted', assets }),
    remove: () => rmSync(root, { recursive: true }),
  };
}
