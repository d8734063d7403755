import type { SetUICustomizationResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeUi } from '../describe/ui-customization';
import { everyClient } from '../state/stored-configuration';
import { InvalidParameterException, NotSimulatedException } from '../wire/exceptions';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/** Keeps the look of the classic pages, which the service takes for a pool with a domain only (API_SetUICustomization). */
export const setUiCustomization = operation({
  name: 'SetUICustomization',
  authorisation: 'signature',
  input: {
    CSS: member.text,
    ClientId: member.clientId,
    ImageFile: member.image,
    UserPoolId: required(member.userPoolId),
  },
  run(service, { CSS: css, ClientId = everyClient, ImageFile, UserPoolId }): Wire<SetUICustomizationResponse> {
    const pool = service.requirePool(UserPoolId);
    if (ClientId !== everyClient) pool.requireClient(ClientId);
    if (service.domains.ofPool(pool.id).length === 0)
      throw new InvalidParameterException('There has to be an existing domain associated with this user pool');
    if (ImageFile !== undefined) throw new NotSimulatedException('The image of SetUICustomization');
    const modified = pool.clock.now();
    const { created = modified } = pool.stored.uiCustomizations.get(ClientId) ?? {};
    pool.stored.uiCustomizations.set(ClientId, { css, created, modified });
    return { UICustomization: describeUi(pool, ClientId) };
  },
});
