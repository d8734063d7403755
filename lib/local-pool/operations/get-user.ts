import type { GetUserResponse } from '@aws-sdk/client-cognito-identity-provider';
import { mfaFields, mfaOptions } from '../mfa/mfa-fields';
import { attributeList, visibleAttributes } from '../state/user-attributes';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/** The signed-in user's own attributes, as far as the app client may read them (API_GetUser). */
export const getUser = operation({
  name: 'GetUser',
  authorisation: 'access-token',
  input: { AccessToken: required(member.token) },
  async run(service, { AccessToken }): Promise<Wire<GetUserResponse>> {
    const { client, user } = await service.requireBearer(AccessToken);
    const { readAttributes } = client;
    const readable = Object.entries(visibleAttributes(user)).filter(
      ([name]) => name === 'sub' || readAttributes === undefined || readAttributes.includes(name),
    );
    return {
      Username: user.username,
      UserAttributes: attributeList(Object.fromEntries(readable)),
      ...mfaOptions(user),
      ...mfaFields(user),
    };
  },
});
