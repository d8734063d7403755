import type { StackArtifact } from '../../template/assembly';
import type { RawObject, Reference } from '../../template/value';
import { isObject, member } from '../../template/value';
import type { PoolIdentity } from '../pool';

/** Where the local pool pretends to be, and the ids that the service would have given out. */
export interface LocalIdentity extends PoolIdentity {
  readonly region: string;
  /** 12 digits. */
  readonly account: string;
  /** The `iss` of the tokens: this machine's address in the place of the service's. */
  readonly issuer: string;
}

/** The AWS::Cognito::UserPoolClient of a template, before it is resolved: each needs an id for references to it. */
export function clientLogicalIds(stack: StackArtifact): readonly string[] {
  const resources = resourcesOf(stack);
  return Object.keys(resources).filter(
    (logicalId) => textAt(objectAt(resources, logicalId), 'Type') === 'AWS::Cognito::UserPoolClient',
  );
}

/**
 * What Ref and Fn::GetAtt of the stack's own resources are on this machine, for the `valueFor` of `resolveStack`. A
 * resource that is not known here stays a token, and stops the start where its value is needed.
 */
export function localValues(
  stack: StackArtifact,
  identity: LocalIdentity,
): (reference: Reference) => string | undefined {
  const resources = resourcesOf(stack);
  return ({ stack: path, logicalId, attribute }) => {
    if (path !== stack.path) return undefined;
    const declaration = objectAt(resources, logicalId);
    const valueFor = byType.get(textAt(declaration, 'Type') ?? '');
    return valueFor?.(attribute, { logicalId, identity, properties: objectAt(declaration, 'Properties') });
  };
}

export function userPoolArn({ region, account, poolId }: LocalIdentity): string {
  return `arn:aws:cognito-idp:${region}:${account}:userpool/${poolId}`;
}

/** The ARN of a function of the stack; its name on this machine is its logical id. */
export function functionArn({ region, account }: LocalIdentity, logicalId: string): string {
  return `arn:aws:lambda:${region}:${account}:function:${logicalId}`;
}

/** The ARN of an alias of a function of the stack, which is what Ref gives of it. */
export function aliasArn(identity: LocalIdentity, functionId: string, alias: string): string {
  return `${functionArn(identity, functionId)}:${alias}`;
}

/** The ARN of a KMS key of the stack; its id on this machine is its logical id. */
export function kmsKeyArn({ region, account }: LocalIdentity, keyId: string): string {
  return `arn:aws:kms:${region}:${account}:key/${keyId}`;
}

interface Declared {
  readonly logicalId: string;
  readonly identity: LocalIdentity;
  readonly properties: RawObject;
}

type ValueFor = (attribute: string | undefined, declared: Declared) => string | undefined;

/** The value of an attribute (undefined: of Ref) by resource type; "Return values" of the template reference. */
const byType: ReadonlyMap<string, ValueFor> = new Map(
  Object.entries<ValueFor>({
    'AWS::Cognito::UserPool': (attribute, { identity }) => {
      const provider = `cognito-idp.${identity.region}.amazonaws.com/${identity.poolId}`;
      switch (attribute) {
        case undefined:
        case 'UserPoolId':
          return identity.poolId;
        case 'Arn':
          return userPoolArn(identity);
        case 'ProviderName':
          return provider;
        case 'ProviderURL':
          return identity.issuer;
        default:
          return undefined;
      }
    },
    'AWS::Cognito::UserPoolClient': (attribute, { logicalId, identity }) =>
      attribute === undefined || attribute === 'ClientId' ? identity.clientIds[logicalId] : undefined,
    'AWS::Cognito::UserPoolGroup': (attribute, { properties }) =>
      attribute === undefined ? textAt(properties, 'GroupName') : undefined,
    'AWS::Lambda::Function': (attribute, { logicalId, identity }) => {
      if (attribute === undefined) return logicalId;
      return attribute === 'Arn' ? functionArn(identity, logicalId) : undefined;
    },
    'AWS::Lambda::Alias': (attribute, { identity, properties }) => {
      const functionId = textAt(objectAt(properties, 'FunctionName'), 'Ref');
      const name = textAt(properties, 'Name');
      if (attribute !== undefined || functionId === undefined || name === undefined) return undefined;
      return aliasArn(identity, functionId, name);
    },
    'AWS::IAM::Role': (attribute, { logicalId, identity }) => {
      if (attribute === undefined) return logicalId;
      return attribute === 'Arn' ? `arn:aws:iam::${identity.account}:role/${logicalId}` : undefined;
    },
    'AWS::SecretsManager::Secret': (attribute, { logicalId, identity: { region, account }, properties }) => {
      const name = textAt(properties, 'Name') ?? logicalId;
      const arn = `arn:aws:secretsmanager:${region}:${account}:secret:${name}-${secretSuffix}`;
      return attribute === undefined || attribute === 'Id' ? arn : undefined;
    },
    'AWS::KMS::Key': (attribute, { logicalId, identity }) => {
      if (attribute === undefined || attribute === 'KeyId') return logicalId;
      return attribute === 'Arn' ? kmsKeyArn(identity, logicalId) : undefined;
    },
    'AWS::KMS::Alias': (attribute, { properties }) =>
      attribute === undefined || attribute === 'AliasName' ? textAt(properties, 'AliasName') : undefined,
    'AWS::Logs::LogGroup': (attribute, { logicalId, identity: { region, account }, properties }) => {
      const name = textAt(properties, 'LogGroupName') ?? logicalId;
      if (attribute === undefined) return name;
      return attribute === 'Arn' ? `arn:aws:logs:${region}:${account}:log-group:${name}:*` : undefined;
    },
  }),
);

/** Secrets Manager ends the ARN of a secret with six characters of its own choice. */
const secretSuffix = 'Local0';

function resourcesOf(stack: StackArtifact): RawObject {
  return objectAt(stack.template, 'Resources');
}

function objectAt(object: RawObject, name: string): RawObject {
  const value = member(object, name);
  return isObject(value) ? value : {};
}

function textAt(object: RawObject, name: string): string | undefined {
  const value = member(object, name);
  return typeof value === 'string' ? value : undefined;
}
