import type { CreateUserPoolResponse } from '@aws-sdk/client-cognito-identity-provider';
import { noAccount } from '../call';
import { describeUserPool } from '../describe/user-pool';
import { propertiesOf } from '../settings/declared-resource';
import { requirePlan } from '../settings/feature-plan';
import { checkTriggerRules, requireSimulatedPool } from '../settings/pool-rules';
import { readRequestedPool } from '../settings/requested-pool';
import { checkNewAttributes, nameAttributes } from '../schema/new-attributes';
import { requireFreeCapacity } from '../state/quotas';
import type { Wire } from '../wire/response';
import { boolean, list, oneOf, required, structure } from '../wire/shape';
import { schemaAttribute, userPoolMembers, userPoolName } from '../wire/user-pool-members';
import { operation } from './operation';

/**
 * Makes a pool in the Region of the request, with the service's defaults for what is left out: user names to sign in with,
 * in which capital letters count, and no factor beside the password (API_CreateUserPool).
 */
export const createUserPool = operation({
  name: 'CreateUserPool',
  authorisation: 'signature',
  input: {
    ...userPoolMembers,
    AliasAttributes: list(oneOf('phone_number', 'email', 'preferred_username')),
    PoolName: required(userPoolName),
    Schema: list(schemaAttribute, { min: 1, max: 50 }),
    UsernameAttributes: list(oneOf('phone_number', 'email')),
    UsernameConfiguration: structure({ CaseSensitive: required(boolean()) }),
  },
  run(service, request, { region }): Wire<CreateUserPoolResponse> {
    requireSimulatedPool(request);
    checkTriggerRules(request);
    checkNewAttributes(request.Schema ?? [], { standard: 'allowed' });
    const { PoolName: UserPoolName, Schema, ...members } = request;
    const properties = propertiesOf({
      ...members,
      UserPoolName,
      ...(Schema !== undefined && { Schema: nameAttributes(Schema) }),
    });
    requireFreeCapacity('pools', service.pools.size);
    const identity = service.makeIdentity(region);
    const place = { poolId: identity.poolId, region, account: noAccount };
    const { settings, notSimulated } = readRequestedPool(properties, place, {});
    requirePlan(settings);
    const pool = service.createPool(identity, { ...settings, groups: [], clients: [] });
    for (const { name, reason } of notSimulated) pool.log(`${pool.id}: ${name} is not simulated. ${reason}`);
    return { UserPool: describeUserPool(pool, service.domains) };
  },
});
