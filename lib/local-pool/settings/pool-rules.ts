import { InvalidParameterException, NotSimulatedException } from '../wire/exceptions';
import type { Input } from '../wire/shape';
import type { userPoolMembers } from '../wire/user-pool-members';

type PoolRequest = Input<typeof userPoolMembers>;

/** @throws NotSimulatedException for the parts of a pool that are not read from templates either. */
export function requireSimulatedPool(request: PoolRequest): void {
  if (request.DcrConfiguration !== undefined) throw new NotSimulatedException('Dynamic client registration');
  if (request.AcrConfiguration !== undefined) throw new NotSimulatedException('Step-up authentication');
  if (request.LambdaConfig?.InboundFederation !== undefined) throw new NotSimulatedException('InboundFederation');
}

/**
 * What the service refuses about the triggers of a request, which are not read as those of a stack: the older and the newer
 * member name one function, and a custom sender has a key (API reference, LambdaConfigType).
 * @throws InvalidParameterException
 */
export function checkTriggerRules({ LambdaConfig: triggers }: PoolRequest): void {
  const [older, newer] = [triggers?.PreTokenGeneration, triggers?.PreTokenGenerationConfig?.LambdaArn];
  if (older !== undefined && newer !== undefined && older !== newer)
    throw new InvalidParameterException(
      "Cannot use PreTokenGenerationLambda and PreTokenGeneration with different Lambda function ARN's",
    );
  if ((triggers?.CustomEmailSender ?? triggers?.CustomSMSSender) !== undefined && triggers?.KMSKeyID === undefined)
    throw new InvalidParameterException('KMSKeyId parameter is required when Custom SMS/Email Lambda trigger is used.');
}
