import type { GetUserPoolMfaConfigResponse } from '@aws-sdk/client-cognito-identity-provider';
import type { MfaSettings } from '../settings/pool-settings';
import type { Wire } from '../wire/response';

/** The MFA of a pool as GetUserPoolMfaConfig and SetUserPoolMfaConfig answer it: the mode, and only the factors that are on. */
export function describeMfa({ mode, factors }: MfaSettings): Wire<GetUserPoolMfaConfigResponse> {
  return {
    ...(factors.includes('SOFTWARE_TOKEN_MFA') && { SoftwareTokenMfaConfiguration: { Enabled: true } }),
    MfaConfiguration: mode,
  };
}
