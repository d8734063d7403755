import type { GetTokensFromRefreshTokenResponse } from '@aws-sdk/client-cognito-identity-provider';
import { provesClient } from '../authentication/client-secret';
import { redeemRefreshToken } from '../authentication/redeem-refresh-token';
import { NotAuthorizedException } from '../wire/exceptions';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/**
 * New tokens for a refresh token, and a new refresh token where the client rotates them
 * (API_GetTokensFromRefreshToken). A confidential client sends its secret itself, not a hash.
 */
export const getTokensFromRefreshToken = operation({
  name: 'GetTokensFromRefreshToken',
  authorisation: 'client',
  input: {
    ClientId: required(member.clientId),
    ClientMetadata: member.clientMetadata,
    ClientSecret: member.presentedClientSecret,
    DeviceKey: member.deviceKey,
    RefreshToken: required(member.token),
  },
  async run(service, request): Promise<Wire<GetTokensFromRefreshTokenResponse>> {
    const { pool, client } = service.requireClient(request.ClientId);
    const tokens = await redeemRefreshToken({
      pool,
      client,
      refreshToken: request.RefreshToken,
      deviceKey: request.DeviceKey,
      clientMetadata: request.ClientMetadata ?? {},
      proveClient() {
        if (!provesClient(client, request.ClientSecret))
          throw new NotAuthorizedException(`Unable to verify secret for client ${client.id}`);
      },
    });
    return { AuthenticationResult: tokens };
  },
});
