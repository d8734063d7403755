import type { GetUICustomizationResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeUi } from '../describe/ui-customization';
import { everyClient } from '../state/stored-configuration';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/** What SetUICustomization kept (API_GetUICustomization). */
export const getUiCustomization = operation({
  name: 'GetUICustomization',
  authorisation: 'signature',
  input: { ClientId: member.clientId, UserPoolId: required(member.userPoolId) },
  run(service, { ClientId = everyClient, UserPoolId }): Wire<GetUICustomizationResponse> {
    const pool = service.requirePool(UserPoolId);
    if (ClientId !== everyClient) pool.requireClient(ClientId);
    return { UICustomization: describeUi(pool, ClientId) };
  },
});
