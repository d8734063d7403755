import type { AddUserPoolClientSecretResponse } from '@aws-sdk/client-cognito-identity-provider';
import { requireFreeCapacity } from '../state/quotas';
import { describeClientSecret } from '../describe/client-secret';
import { InvalidParameterException } from '../wire/exceptions';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/** A second secret of a confidential client, so that they can be exchanged; either is good (API_AddUserPoolClientSecret). */
export const addUserPoolClientSecret = operation({
  name: 'AddUserPoolClientSecret',
  authorisation: 'signature',
  input: {
    ClientId: required(member.clientId),
    ClientSecret: member.clientSecret,
    UserPoolId: required(member.userPoolId),
  },
  run(service, { ClientId, ClientSecret: given, UserPoolId }): Wire<AddUserPoolClientSecretResponse> {
    const pool = service.requirePool(UserPoolId);
    const client = pool.requireClient(ClientId);
    if (client.secrets.length === 0)
      throw new InvalidParameterException(
        'The app client is public: only one that was made with a secret has further ones.',
      );
    requireFreeCapacity('client secrets', client.secrets.length);
    const secret = pool.clients.addSecret(ClientId, given);
    if (secret === undefined) return {};
    const { id, created, value } = secret;
    // The caller knows the value that it gave.
    const shown = given === undefined ? { ClientSecretValue: value } : {};
    return { ClientSecretDescriptor: { ...describeClientSecret({ id, created }), ...shown } };
  },
});
