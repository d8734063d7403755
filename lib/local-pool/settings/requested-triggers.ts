import { isObject, type Value, type ValueObject } from '../../template/value';
import type { KmsKeyNames } from '../stand-ins/kms-key';
import type { PoolSettings, TriggerFunction } from './pool-settings';
import { customSenders, plainTriggers } from './read-trigger-functions';

/**
 * The functions that a request names by ARN. Those of the pool's own template run; any other one is not on this machine,
 * and invoking it ends as on the service without a permission: in AccessDeniedException.
 */
export function readRequestedTriggers(
  lambdaConfig: Value | undefined,
  known: PoolSettings['triggers'],
): Pick<PoolSettings, 'triggers' | 'senderKey'> {
  const config: ValueObject = isObject(lambdaConfig) ? lambdaConfig : {};
  const byArn = new Map(Object.values(known).map((target) => [target.arn, target]));
  const target = (arn: Value | undefined, eventVersion: TriggerFunction['eventVersion'] = 'V1_0') =>
    typeof arn === 'string' ? { ...(byArn.get(arn) ?? elsewhere(arn)), eventVersion } : undefined;

  const plain = plainTriggers.map((name) => [name, target(config[name])] as const);
  const senders = customSenders.map((name) => [name, target(memberOf(config[name], 'LambdaArn'))] as const);
  const tokens = config['PreTokenGenerationConfig'];
  const version = memberOf(tokens, 'LambdaVersion') as TriggerFunction['eventVersion'] | undefined;
  const token = target(memberOf(tokens, 'LambdaArn'), version) ?? target(config['PreTokenGeneration']);
  const all = [...plain, ...senders, ['PreTokenGeneration', token] as const];
  return {
    triggers: Object.fromEntries(all.filter(([, each]) => each !== undefined)),
    senderKey: senderKey(config['KMSKeyID']),
  };
}

function elsewhere(arn: string): TriggerFunction {
  return {
    logicalId: arn.slice(arn.lastIndexOf(':') + 1),
    arn,
    directory: '',
    handler: '',
    environment: {},
    memoryMegabytes: 128,
    timeoutSeconds: 3,
    eventVersion: 'V1_0',
    invocable: false,
  };
}

/** A key of the local KMS stand-in, made up under the name that is given. */
function senderKey(arn: Value | undefined): KmsKeyNames | undefined {
  if (typeof arn !== 'string') return undefined;
  const [, prefix = '', name] = /^(arn:[^:]+:kms:[^:]*:\d*:)alias\/(.+)$/.exec(arn) ?? [];
  return name === undefined ? { arn, aliases: [] } : { arn: `${prefix}key/${name}`, aliases: [`alias/${name}`] };
}

function memberOf(value: Value | undefined, name: string): Value | undefined {
  return isObject(value) ? value[name] : undefined;
}
