import type { Located, Subject } from '../posture/subject';
import type { Reference, Value } from '../template/value';
import type { IdOf } from './counterparts';

/** The value of a Ref or Fn::GetAtt where it runs; undefined: it is not known. */
export type ValueOf = (reference: Reference) => string | undefined;

/** Where ARNs are. */
interface ArnPlace {
  readonly partition: string;
  readonly region: string;
  /** 12 digits. */
  readonly account: string;
}

interface Deployed extends ArnPlace {
  /** PhysicalResourceId */
  readonly id: string;
  readonly properties: Readonly<Record<string, Value>>;
}

/** How a type makes the values of its attributes of its physical id, which is the value of its Ref. */
type Attributes = Readonly<Record<string, (deployed: Deployed) => string | undefined>>;

/** "Return values" of each type in the template reference. A type that is not here has no value: its Ref may be anything. */
const attributesOf: Readonly<Record<string, Attributes>> = {
  'AWS::CertificateManager::Certificate': {},
  'AWS::IAM::Role': {
    Arn: ({ partition, account, id, properties: { Path: path = '/' } }) =>
      typeof path === 'string' ? `arn:${partition}:iam::${account}:role${path}${id}` : undefined,
  },
  'AWS::KMS::Key': {
    Arn: ({ partition, region, account, id }) => `arn:${partition}:kms:${region}:${account}:key/${id}`,
    KeyId: ({ id }) => id,
  },
  'AWS::KinesisFirehose::DeliveryStream': {
    Arn: ({ partition, region, account, id }) => `arn:${partition}:firehose:${region}:${account}:deliverystream/${id}`,
  },
  'AWS::Lambda::Alias': { AliasArn: ({ id }) => id },
  'AWS::Lambda::Function': {
    Arn: ({ partition, region, account, id }) => `arn:${partition}:lambda:${region}:${account}:function:${id}`,
  },
  'AWS::Lambda::Version': { FunctionArn: ({ id }) => id },
  'AWS::Logs::LogGroup': {
    Arn: ({ partition, region, account, id }) => `arn:${partition}:logs:${region}:${account}:log-group:${id}:*`,
  },
  'AWS::S3::Bucket': { Arn: ({ partition, id }) => `arn:${partition}:s3:::${id}` },
};

/**
 * What references to the resources of an environment stand for, as far as their physical ids tell.
 *
 * @param poolArn of the live pool: it tells the account and the Region of a stack that can be deployed anywhere
 */
export function deployedValues({ stacks }: Subject, idOf: IdOf, poolArn: string | undefined): ValueOf {
  const [, partition, , region, account] = poolArn?.split(':') ?? [];
  return ({ stack: path, logicalId, attribute }) => {
    const stack = stacks.find(({ artifact }) => artifact.path === path);
    if (stack === undefined || partition === undefined || region === undefined || account === undefined)
      return undefined;
    const place: ArnPlace = {
      partition,
      region: stack.artifact.region ?? region,
      account: stack.artifact.account ?? account,
    };
    const resource = stack.resources.get(logicalId);
    if (resource === undefined) return pseudoParameter(logicalId, place);
    const attributes = attributesOf[resource.type];
    const id = attributes && idOf({ stack, resource } satisfies Located);
    if (id === undefined) return undefined;
    if (attribute === undefined) return id;
    return attributes?.[attribute]?.({ ...place, id, properties: resource.properties });
  };
}

function pseudoParameter(name: string, { partition, region, account }: ArnPlace): string | undefined {
  switch (name) {
    case 'AWS::AccountId':
      return account;
    case 'AWS::Partition':
      return partition;
    case 'AWS::Region':
      return region;
    default:
      return undefined;
  }
}
