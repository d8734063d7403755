import type { ValueObject } from '../../template/value';
import { checkProperties } from './check-properties';
import { declaredResource } from './declared-resource';
import { Findings, type NotSimulated } from './findings';
import type { LocalPlace } from './local-values';
import type { PoolSettings } from './pool-settings';
import { propertyLists } from './property-lists';
import { PropertyReader } from './property-reader';
import { readUserPool } from './read-user-pool';
import { refuseProblems } from './refuse-problems';
import { readRequestedTriggers } from './requested-triggers';

/** Where a pool is that a request makes or changes. */
export interface RequestedPlace extends LocalPlace {
  readonly poolId: string;
}

type RequestedSettings = Omit<PoolSettings, 'groups' | 'clients'>;

/**
 * The settings that a request asks for, read by the very tables that read a template: a pool that a program makes through
 * the API is enforced as one that is deployed, and refuses what the local pool does not have. Whether the plan of the pool
 * has it all is not asked here.
 * @param properties in the template's names, which are those of the API but for UserPoolName
 * @param known functions of this machine that LambdaConfig may name; every other one cannot be invoked
 * @throws InvalidParameterException for what the service would refuse, NotSimulatedException for what is not here.
 */
export function readRequestedPool(
  properties: ValueObject,
  place: RequestedPlace,
  known: PoolSettings['triggers'],
): { readonly settings: RequestedSettings; readonly notSimulated: readonly NotSimulated[] } {
  // Functions are looked for by their ARN alone, so LambdaConfig is not read as that of a stack.
  const { LambdaConfig: lambdaConfig, ...others } = properties;
  const resource = declaredResource('AWS::Cognito::UserPool', place.poolId, others);
  const table = propertyLists['AWS::Cognito::UserPool'];
  const findings = new Findings('');
  checkProperties(resource, table, findings);
  const userPool = readUserPool(new PropertyReader(resource, table), place, findings);
  refuseProblems(findings);
  return {
    settings: { ...userPool, ...readRequestedTriggers(lambdaConfig, known), declared: properties },
    notSimulated: findings.notSimulated(),
  };
}
