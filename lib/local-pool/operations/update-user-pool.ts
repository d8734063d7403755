import type { UpdateUserPoolResponse } from '@aws-sdk/client-cognito-identity-provider';
import { isObject } from '../../template/value';
import type { Pool } from '../pool';
import { pick, propertiesOf } from '../settings/declared-resource';
import { checkPoolRules, requireSimulatedPool } from '../settings/pool-rules';
import type { MfaMode, MfaSettings } from '../settings/pool-settings';
import { readRequestedPool } from '../settings/requested-pool';
import { InvalidParameterException } from '../wire/exceptions';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { userPoolMembers, userPoolName } from '../wire/user-pool-members';
import { operation } from './operation';

/** Fixed when the pool is made; no request changes them. */
const fixed = ['AliasAttributes', 'Schema', 'UsernameAttributes', 'UsernameConfiguration'];

/**
 * What stays as it is when the request leaves it out; everything else goes back to its default. The reference says the
 * latter of all but the tier; these were seen to stay, or belong to another operation too (SetUserPoolMfaConfig).
 */
const kept = [
  'AccountRecoverySetting',
  'DeletionProtection',
  'EmailConfiguration',
  'EmailVerificationMessage',
  'EmailVerificationSubject',
  'IssuerConfiguration',
  'KeyConfiguration',
  'SmsVerificationMessage',
  'UserPoolName',
  'UserPoolTier',
  'VerificationMessageTemplate',
  'WebAuthnFactorConfiguration',
  'WebAuthnRelyingPartyID',
  'WebAuthnUserVerification',
];

/** Replaces the settings of a pool (API_UpdateUserPool). */
export const updateUserPool = operation({
  name: 'UpdateUserPool',
  authorisation: 'signature',
  input: { ...userPoolMembers, PoolName: userPoolName, UserPoolId: required(member.userPoolId) },
  run(service, request): Wire<UpdateUserPoolResponse> {
    const { PoolName, UserPoolId, MfaConfiguration, ...members } = request;
    const pool = service.requirePool(UserPoolId);
    requireSimulatedPool(request);
    checkPoolRules(request);
    const mfa = changedMfa(pool, MfaConfiguration, request.SmsConfiguration !== undefined);
    const { declared = {}, signInWith, caseSensitive, schema, groups, clients, region, account } = pool.settings;
    const policiesBefore = declared['Policies'];
    const policies = { ...(isObject(policiesBefore) && policiesBefore), ...request.Policies };
    const properties = propertiesOf({
      ...pick(declared, [...fixed, ...kept]),
      ...members,
      ...(PoolName !== undefined && { UserPoolName: PoolName }),
      ...(Object.keys(policies).length > 0 && { Policies: policies }),
    });
    const place = { poolId: pool.id, clientIds: {}, region, account };
    const { settings } = readRequestedPool(properties, place, pool.settings.triggers);
    pool.settings = { ...settings, mfa, signInWith, caseSensitive, schema, groups, clients };
    return {};
  },
});

/** This operation alone never turns MFA on for everybody; factors come and go by SetUserPoolMfaConfig. */
function changedMfa({ mfa }: Pool, mode: MfaMode | undefined, hasSms: boolean): MfaSettings {
  if (mode === undefined || mode === mfa.mode) return mfa;
  switch (mode) {
    case 'ON':
      throw new InvalidParameterException('Cannot turn MFA functionality ON, once the user pool has been created.');
    case 'OFF':
      return { ...mfa, mode, factors: [] };
    case 'OPTIONAL': {
      if (mfa.factors.length === 0 && !hasSms)
        throw new InvalidParameterException(
          "Invalid MFA configuration given, can't disable all MFAs with a required or optional configuration.",
        );
      return { ...mfa, mode };
    }
  }
}
