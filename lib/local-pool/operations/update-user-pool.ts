import type { UpdateUserPoolResponse } from '@aws-sdk/client-cognito-identity-provider';
import { isObject } from '../../template/value';
import type { Pool } from '../pool';
import { pick, propertiesOf } from '../settings/declared-resource';
import { requirePlan, type PlannedParts } from '../settings/feature-plan';
import { checkTriggerRules, requireSimulatedPool } from '../settings/pool-rules';
import type { MfaMode, MfaSettings, PoolSettings } from '../settings/pool-settings';
import { requireFirstFactors } from '../settings/read-first-factors';
import { needsSms } from '../settings/read-mfa';
import { readRequestedPool } from '../settings/requested-pool';
import type { Domains } from '../state/domains';
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
  'SmsAuthenticationMessage',
  'SmsConfiguration',
  'SmsVerificationMessage',
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
    checkTriggerRules(request);
    const { declared = {}, name, signInWith, caseSensitive, schema, groups, clients, ...before } = pool.settings;
    const policiesBefore = declared['Policies'];
    const policies = { ...(isObject(policiesBefore) && policiesBefore), ...request.Policies };
    const properties = propertiesOf({
      ...pick(declared, [...fixed, ...kept]),
      ...members,
      ...(Object.keys(policies).length > 0 && { Policies: policies }),
      UserPoolName: PoolName ?? name,
    });
    const place = { poolId: pool.id, region: before.region, account: before.account };
    const { settings } = readRequestedPool(properties, place, before.triggers);
    const mfa = changedMfa(pool, MfaConfiguration, settings);
    requireFirstFactors({ ...settings, mfa });
    requirePlan({ ...settings, mfa }, before.featurePlan, partsOf(pool, service.domains));
    pool.settings = { ...settings, mfa, signInWith, caseSensitive, schema, groups, clients };
    return {};
  },
});

/** This operation alone never turns MFA on for everybody; factors but SMS come and go by SetUserPoolMfaConfig. */
function changedMfa(
  { mfa: before }: Pool,
  mode: MfaMode | undefined,
  { mfa, sms }: Pick<PoolSettings, 'mfa' | 'sms'>,
): MfaSettings {
  const told = { ...before, smsMessage: mfa.smsMessage };
  if (mode === undefined || mode === before.mode) return told;
  switch (mode) {
    case 'ON':
      throw new InvalidParameterException('Cannot turn MFA functionality ON, once the user pool has been created.');
    case 'OFF':
      return { ...told, mode, factors: [] };
    case 'OPTIONAL': {
      if (before.factors.length === 0 && sms === undefined) throw new InvalidParameterException(needsSms);
      return { ...told, mode, factors: before.factors.length === 0 ? ['SMS_MFA'] : before.factors };
    }
  }
}

/** What belongs to the pool and depends on its plan. */
function partsOf({ id, clients, stored }: Pool, domains: Domains): PlannedParts {
  return {
    clients: clients.values(),
    managedLoginVersions: domains.ofPool(id).map(({ managedLoginVersion }) => managedLoginVersion),
    logSources: stored.logConfigurations.map(({ EventSource }) => EventSource),
  };
}
