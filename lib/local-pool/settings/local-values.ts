import type { RawObject } from '../../template/value';
import { member } from '../../template/value';

/** Where a stack pretends to be. */
export interface LocalPlace {
  readonly region: string;
  /** 12 digits. */
  readonly account: string;
}

/** Where a user pool of the templates pretends to be, and the id that the service would have given out. */
export interface LocalIdentity extends LocalPlace {
  readonly poolId: string;
  /** The `iss` of the tokens: this machine's address in the place of the service's. */
  readonly issuer: string;
}

/** A resource of a template that is not resolved yet. */
export interface DeclaredResource extends LocalPlace {
  /** Its name on this machine, where the template gives none. */
  readonly name: string;
  readonly properties: RawObject;
}

export function userPoolArn({ region, account, poolId }: Omit<LocalIdentity, 'issuer'>): string {
  return `arn:aws:cognito-idp:${region}:${account}:userpool/${poolId}`;
}

/** The ARN of a KMS key; its id on this machine is its name. */
export function kmsKeyArn({ region, account }: LocalPlace, keyId: string): string {
  return `arn:aws:kms:${region}:${account}:key/${keyId}`;
}

/** An attribute of a user pool; undefined: what Ref gives. */
export function userPoolValue(attribute: string | undefined, identity: LocalIdentity): string | undefined {
  switch (attribute) {
    case undefined:
    case 'UserPoolId':
      return identity.poolId;
    case 'Arn':
      return userPoolArn(identity);
    case 'ProviderName':
      return `cognito-idp.${identity.region}.amazonaws.com/${identity.poolId}`;
    case 'ProviderURL':
      return identity.issuer;
    default:
      return undefined;
  }
}

/**
 * An attribute of any other resource; undefined: what Ref gives. What is not known here has no value ("Return values" of
 * each type in the template reference).
 */
export function resourceValue(
  type: string,
  attribute: string | undefined,
  declared: DeclaredResource,
): string | undefined {
  return byType.get(type)?.(attribute, declared);
}

type ValueFor = (attribute: string | undefined, declared: DeclaredResource) => string | undefined;

/** Ref gives a property of the resource. */
const refTo =
  (property: string): ValueFor =>
  (attribute, { properties }) =>
    attribute === undefined ? textAt(properties, property) : undefined;

const byType: ReadonlyMap<string, ValueFor> = new Map(
  Object.entries<ValueFor>({
    'AWS::Cognito::UserPoolGroup': refTo('GroupName'),
    'AWS::Cognito::UserPoolUser': refTo('Username'),
    'AWS::Cognito::UserPoolDomain': refTo('Domain'),
    'AWS::Cognito::UserPoolResourceServer': refTo('Identifier'),
    'AWS::Cognito::UserPoolIdentityProvider': refTo('ProviderName'),
    'AWS::Lambda::Function': (attribute, { name, region, account }) => {
      if (attribute === undefined) return name;
      return attribute === 'Arn' ? `arn:aws:lambda:${region}:${account}:function:${name}` : undefined;
    },
    // The number that Lambda gives is known after a deployment; one text is as good as another for telling versions apart.
    'AWS::Lambda::Version': (attribute, { name }) => (attribute === 'Version' ? name : undefined),
    'AWS::IAM::Role': (attribute, { name, account }) => {
      if (attribute === undefined) return name;
      return attribute === 'Arn' ? `arn:aws:iam::${account}:role/${name}` : undefined;
    },
    'AWS::CertificateManager::Certificate': (attribute, { name, region, account }) =>
      attribute === undefined ? `arn:aws:acm:${region}:${account}:certificate/${name}` : undefined,
    'AWS::SecretsManager::Secret': (attribute, { name, region, account, properties }) => {
      const given = textAt(properties, 'Name') ?? name;
      const arn = `arn:aws:secretsmanager:${region}:${account}:secret:${given}-${secretSuffix}`;
      return attribute === undefined || attribute === 'Id' ? arn : undefined;
    },
    'AWS::KMS::Key': (attribute, { name, ...place }) => {
      if (attribute === undefined || attribute === 'KeyId') return name;
      return attribute === 'Arn' ? kmsKeyArn(place, name) : undefined;
    },
    'AWS::KMS::Alias': (attribute, { properties }) =>
      attribute === undefined || attribute === 'AliasName' ? textAt(properties, 'AliasName') : undefined,
    'AWS::Logs::LogGroup': (attribute, { name, region, account, properties }) => {
      const given = textAt(properties, 'LogGroupName') ?? name;
      if (attribute === undefined) return given;
      return attribute === 'Arn' ? `arn:aws:logs:${region}:${account}:log-group:${given}:*` : undefined;
    },
  }),
);

/** Secrets Manager ends the ARN of a secret with six characters of its own choice. */
const secretSuffix = 'Local0';

function textAt(object: RawObject, name: string): string | undefined {
  const value = member(object, name);
  return typeof value === 'string' ? value : undefined;
}
