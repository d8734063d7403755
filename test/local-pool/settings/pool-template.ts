import { localPseudoParameters, LocalDeployment } from '../../../lib/local-pool/settings/local-deployment';
import type { IdMaker } from '../../../lib/local-pool/settings/local-deployment';
import type { ReadPool } from '../../../lib/local-pool/settings/read-pool';
import { readPools } from '../../../lib/local-pool/settings/read-pools';
import { SettingsError } from '../../../lib/local-pool/settings/settings-error';
import type { SettingsProblem } from '../../../lib/local-pool/settings/settings-error';
import type { StackArtifact } from '../../../lib/template/assembly';
import { resolveStage } from '../../../lib/template/resolve';
import type { RawObject, RawValue } from '../../../lib/template/value';
import { stackArtifact } from '../../template/stack-artifact';

/** Ids by count: `eu-west-1_Local0001` is the first pool, `client0000000000000000001` the first client. */
export function countedIds(): IdMaker {
  let [pools, clients] = [0, 0];
  return {
    poolId: (region) => `${region}_Local${String((pools += 1)).padStart(4, '0')}`,
    clientId: () => `client${String((clients += 1)).padStart(20, '0')}`,
    issuerOf: (poolId) => `http://localhost:9229/${poolId}`,
  };
}

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

/** The pools of stacks that are read together, resolved as the local pool does it. */
export function poolsOf(served: readonly StackArtifact[], beside: readonly StackArtifact[] = []): readonly ReadPool[] {
  const together = [...served, ...beside];
  const deployment = new LocalDeployment(together, countedIds());
  const resolved = resolveStage(together, {
    valueFor: (reference) => deployment.valueFor(reference),
    pseudoParameters: localPseudoParameters,
  });
  return readPools({ served: resolved.slice(0, served.length), beside: resolved.slice(served.length), deployment });
}

/** The one pool of a stack. */
export function settingsOf(
  resources: RawObject,
  sections: RawObject = {},
  facts: Partial<StackArtifact> = {},
): ReadPool {
  const [only, ...others] = poolsOf([stackOf(resources, sections, facts)]);
  if (only === undefined || others.length > 0) throw new Error('the stack has not one pool');
  return only;
}

/** The settings of a pool with these properties and nothing else. */
export function poolSettings(properties: RawObject): ReadPool['settings'] {
  return settingsOf({ Pool: pool(properties) }).settings;
}

/** The settings of the one client with these properties. */
export function clientSettings(properties: RawObject, poolProperties: RawObject = {}) {
  const [only] = settingsOf({ Pool: pool(poolProperties), Web: client(properties) }).settings.clients;
  if (only === undefined) throw new Error('the client was not read');
  return only;
}

export function problemsOf(
  resources: RawObject,
  sections: RawObject = {},
  facts: Partial<StackArtifact> = {},
): readonly SettingsProblem[] {
  return problemsOfStacks([stackOf(resources, sections, facts)]);
}

export function problemsOfStacks(...stacks: Parameters<typeof poolsOf>): readonly SettingsProblem[] {
  try {
    poolsOf(...stacks);
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
