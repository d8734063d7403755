import { localValues } from '../../../lib/local-pool/settings/local-values';
import type { LocalIdentity } from '../../../lib/local-pool/settings/local-values';
import { readSettings } from '../../../lib/local-pool/settings/read-settings';
import type { ReadSettings } from '../../../lib/local-pool/settings/read-settings';
import { SettingsError } from '../../../lib/local-pool/settings/settings-error';
import type { SettingsProblem } from '../../../lib/local-pool/settings/settings-error';
import type { StackArtifact } from '../../../lib/template/assembly';
import { resolveStack } from '../../../lib/template/resolve';
import type { RawObject, RawValue } from '../../../lib/template/value';
import { stackArtifact } from '../../template/stack-artifact';

export const identity: LocalIdentity = {
  region: 'eu-west-1',
  account: '111122223333',
  poolId: 'eu-west-1_Local0001',
  issuer: 'http://localhost:9229/eu-west-1_Local0001',
  clientIds: { Web: 'webclient0000000000000000a' },
};

export const poolArn = 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_Local0001';

export const pool = (properties: RawObject = {}): RawObject => ({
  Type: 'AWS::Cognito::UserPool',
  Properties: properties,
});

export const client = (properties: RawObject = {}): RawObject => ({
  Type: 'AWS::Cognito::UserPoolClient',
  Properties: { UserPoolId: { Ref: 'Pool' }, ...properties },
});

export const group = (properties: RawObject = {}): RawObject => ({
  Type: 'AWS::Cognito::UserPoolGroup',
  Properties: { UserPoolId: { Ref: 'Pool' }, GroupName: 'members', ...properties },
});

/** A function whose code is the asset `bundle.zip` of {@link stackOf}. */
export const lambda = (properties: RawObject = {}): RawObject => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    Code: { S3Bucket: 'assets', S3Key: 'bundle.zip' },
    ...properties,
  },
});

export const permission = (properties: RawObject = {}): RawObject => ({
  Type: 'AWS::Lambda::Permission',
  Properties: {
    Action: 'lambda:InvokeFunction',
    FunctionName: { 'Fn::GetAtt': ['Function', 'Arn'] },
    Principal: 'cognito-idp.amazonaws.com',
    SourceArn: { 'Fn::GetAtt': ['Pool', 'Arn'] },
    ...properties,
  },
});

export function stackOf(resources: RawObject, sections: RawObject = {}, facts: Partial<StackArtifact> = {}) {
  const assets = [
    { id: 'bundle', sourcePath: '/assembly/bundle', objectKey: 'bundle.zip', packaging: 'zip' },
    { id: 'archive', sourcePath: '/assembly/archive.zip', objectKey: 'archive.zip', packaging: 'file' },
  ] as const;
  return stackArtifact({ ...sections, Resources: resources }, { assets, ...facts });
}

/** The settings of a stack, resolved as the local pool does it. */
export function settingsOf(
  resources: RawObject,
  sections: RawObject = {},
  facts: Partial<StackArtifact> = {},
): ReadSettings {
  const artifact = stackOf(resources, sections, facts);
  return readSettings(resolveStack(artifact, { valueFor: localValues(artifact, identity) }), identity);
}

/** The settings of a pool with these properties and nothing else. */
export function poolSettings(properties: RawObject): ReadSettings['settings'] {
  return settingsOf({ Pool: pool(properties) }).settings;
}

/** The settings of the one client with these properties. */
export function clientSettings(properties: RawObject, poolProperties: RawObject = {}) {
  const [only] = settingsOf({ Pool: pool(poolProperties), Web: client(properties) }).settings.clients;
  if (only === undefined) throw new Error('the client was not read');
  return only;
}

export function problemsOf(...stack: Parameters<typeof settingsOf>): readonly SettingsProblem[] {
  try {
    settingsOf(...stack);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
}

/** An object with a value at a dotted path; `[]` makes a list of one. */
export function nested(path: string, value: RawValue): RawObject {
  const [first = '', ...rest] = path.split('.');
  const below = rest.length === 0 ? value : nested(rest.join('.'), value);
  return first.endsWith('[]') ? { [first.slice(0, -2)]: [below] } : { [first]: below };
}
