import type {
  GetUserPoolClientSessionConfigurationResponse,
  GetUserPoolSessionConfigurationResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Pool } from '../pool';
import { FeatureUnavailableInTierException } from '../wire/exceptions';
import type { Wire } from '../wire/response';

/** Of a client for which none was set (ClientSSOSessionConfigType). */
const defaultMinutes = 60;

export function describeSessionTracking({
  id,
  sessionTracking: { enabled, maxPerUser },
}: Pool): Wire<GetUserPoolSessionConfigurationResponse> {
  return {
    UserPoolId: id,
    UserSessionTracking: enabled ? 'ENABLED' : 'DISABLED',
    TokenSession: { MaxPerUser: maxPerUser },
  };
}

export function describeClientSessions(
  { id, stored }: Pool,
  clientId: string,
): Wire<GetUserPoolClientSessionConfigurationResponse> {
  return {
    UserPoolId: id,
    ClientId: clientId,
    SSOSession: { MaxValidityMinutes: stored.ssoValidityMinutes.get(clientId) ?? defaultMinutes },
  };
}

/** @throws FeatureUnavailableInTierException */
export function requireSessionTier({ settings }: Pool): void {
  if (settings.featurePlan === 'LITE')
    throw new FeatureUnavailableInTierException('Session tracking is not available in the Lite tier.');
}
