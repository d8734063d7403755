import { isObject, Token } from '../template/value';
import type { Value } from '../template/value';
import type { Located, Subject } from './subject';
import { resourcesIn, valueAt } from './value-at';

/** A function that the pool is told to invoke. */
export interface Trigger {
  /** `LambdaConfig.PreSignUp`, `LambdaConfig.CustomEmailSender.LambdaArn` */
  readonly property: string;
  readonly arn: Value;
}

/** Where a user pool names its functions (LambdaConfigType); the key of the custom senders is none. */
const properties = [
  'PreSignUp',
  'PostConfirmation',
  'PreAuthentication',
  'PostAuthentication',
  'PreTokenGeneration',
  'PreTokenGenerationConfig.LambdaArn',
  'CustomMessage',
  'CustomEmailSender.LambdaArn',
  'CustomSMSSender.LambdaArn',
  'DefineAuthChallenge',
  'CreateAuthChallenge',
  'VerifyAuthChallengeResponse',
  'UserMigration',
  'InboundFederation.LambdaArn',
];

/** The triggers of a pool; one for the whole LambdaConfig where that is not known. */
export function triggersOf({ resource }: Located): readonly Trigger[] {
  const whole = valueAt(resource, 'LambdaConfig');
  if (whole instanceof Token) return [{ property: 'LambdaConfig', arn: whole }];
  if (!isObject(whole)) return [];
  return properties.flatMap((name) => {
    const property = `LambdaConfig.${name}`;
    const arn = valueAt(resource, property);
    return arn === undefined ? [] : [{ property, arn }];
  });
}

/** What a value names: a function, an alias or a version of one. */
export function invoked(arn: Value | undefined, subject: Subject): Located | undefined {
  return resourcesIn(arn, subject).find(({ resource }) => resource.type.startsWith('AWS::Lambda::'));
}

/** The function itself, behind an alias or a version. */
export function functionOf(arn: Value | undefined, subject: Subject): Located | undefined {
  const target = invoked(arn, subject);
  if (target === undefined || target.resource.type === 'AWS::Lambda::Function') return target;
  return invoked(target.resource.properties['FunctionName'], subject);
}

/** The role of the function, where the templates have it. */
export function roleOf(arn: Value | undefined, subject: Subject): Located | undefined {
  const role = functionOf(arn, subject)?.resource.properties['Role'];
  return resourcesIn(role, subject).find(({ resource }) => resource.type === 'AWS::IAM::Role');
}
