import type { CreateUserPoolResponse } from '@aws-sdk/client-cognito-identity-provider';
import { noAccount } from '../call';
import { describeUserPool } from '../describe/user-pool';
import { propertiesOf } from '../settings/declared-resource';
import { checkPoolRules, requireSimulatedPool } from '../settings/pool-rules';
import { readRequestedPool } from '../settings/requested-pool';
import { checkNewAttributes, nameAttributes } from '../schema/new-attributes';
import { requireFreeCapacity } from '../state/quotas';
import { InvalidParameterException } from '../wire/exceptions';
import type { Wire } from '../wire/response';
import { boolean, list, oneOf, required, structure } from '../wire/shape';
import { schemaAttribute, userPoolMembers, userPoolName } from '../wire/user-pool-members';
import { operation } from './operation';

/** What the service takes where the request and the template reader say nothing: read back on bare pools. */
const defaults = {
  AccountRecoverySetting: {
    RecoveryMechanisms: [
      { Priority: 1, Name: 'verified_email' },
      { Priority: 2, Name: 'verified_phone_number' },
    ],
  },
} as const;

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
    checkPoolRules(request);
    checkNewAttributes(request.Schema ?? [], { standard: 'allowed' });
    const { MfaConfiguration: mode = 'OFF', SmsConfiguration: sms } = request;
    if (mode !== 'OFF' && sms === undefined)
      throw new InvalidParameterException(
        "Invalid MFA configuration given, can't disable all MFAs with a required or optional configuration.",
      );
    const { PoolName: UserPoolName, Schema, ...members } = request;
    const properties = propertiesOf({
      ...defaults,
      ...members,
      UserPoolName,
      ...(Schema !== undefined && { Schema: nameAttributes(Schema) }),
    });
    requireFreeCapacity('pools', service.pools.size);
    const identity = service.makeIdentity(region);
    const { settings, notSimulated } = readRequestedPool(properties, { ...identity, region, account: noAccount }, {});
    const pool = service.createPool(identity, { ...settings, groups: [], clients: [] });
    for (const { name, reason } of notSimulated) pool.log(`${pool.id}: ${name} is not simulated. ${reason}`);
    return { UserPool: describeUserPool(pool) };
  },
});
