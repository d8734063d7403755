import { InvalidParameterException, NotSimulatedException } from '../wire/exceptions';
import type { Input } from '../wire/shape';
import type { userPoolMembers } from '../wire/user-pool-members';

type PoolRequest = Input<typeof userPoolMembers>;

interface NamesOfUsers {
  readonly AliasAttributes?: readonly string[] | undefined;
  readonly UsernameAttributes?: readonly string[] | undefined;
}

/** @throws NotSimulatedException for the parts of a pool that are not read from templates either. */
export function requireSimulatedPool(request: PoolRequest): void {
  if (request.DcrConfiguration !== undefined) throw new NotSimulatedException('Dynamic client registration');
  if (request.AcrConfiguration !== undefined) throw new NotSimulatedException('Step-up authentication');
  if (request.LambdaConfig?.InboundFederation !== undefined) throw new NotSimulatedException('InboundFederation');
}

/** What the service refuses although each member is right by itself. @throws InvalidParameterException */
export function checkPoolRules(request: PoolRequest & NamesOfUsers): void {
  const { LambdaConfig: triggers, Policies: policies, AliasAttributes: aliases, UsernameAttributes: names } = request;
  if ((aliases ?? []).length > 0 && (names ?? []).length > 0)
    throw new InvalidParameterException(
      'Only one of the aliasAttributes or usernameAttributes can be set in a user pool.',
    );
  // A policy is taken whole, and a length that is left out counts as 0 (cdk-real-drift #1701).
  if (policies?.PasswordPolicy !== undefined && policies.PasswordPolicy.MinimumLength === undefined)
    throw new InvalidParameterException(
      "1 validation error detected: Value '0' at 'policies.passwordPolicy.minimumLength' failed to satisfy " +
        'constraint: Member must have value greater than or equal to 6',
    );
  const firstFactors = policies?.SignInPolicy?.AllowedFirstAuthFactors;
  if (firstFactors !== undefined && !firstFactors.includes('PASSWORD'))
    throw new InvalidParameterException('AllowedFirstAuthFactors must include PASSWORD.');
  const verified: readonly string[] = request.AutoVerifiedAttributes ?? [];
  const verifiedFirst = request.UserAttributeUpdateSettings?.AttributesRequireVerificationBeforeUpdate ?? [];
  if (verifiedFirst.some((name) => !verified.includes(name)))
    throw new InvalidParameterException(
      'AttributesRequireVerificationBeforeUpdate must be a subset of AutoVerifiedAttributes.',
    );
  checkTokenTrigger(triggers);
  if ((triggers?.CustomEmailSender ?? triggers?.CustomSMSSender) !== undefined && triggers?.KMSKeyID === undefined)
    throw new InvalidParameterException('KMSKeyID is required when a custom sender is configured.');
}

/** The older and the newer member name one function (API reference, LambdaConfigType). */
function checkTokenTrigger(triggers: PoolRequest['LambdaConfig']): void {
  const [older, newer] = [triggers?.PreTokenGeneration, triggers?.PreTokenGenerationConfig?.LambdaArn];
  if (older !== undefined && newer !== undefined && older !== newer)
    throw new InvalidParameterException(
      'PreTokenGeneration and the LambdaArn of PreTokenGenerationConfig must be the same.',
    );
}
