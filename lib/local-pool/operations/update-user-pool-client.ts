import type { UpdateUserPoolClientResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeUserPoolClient } from '../describe/user-pool-client';
import { checkClientRules } from '../settings/client-rules';
import { pick, propertiesOf } from '../settings/declared-resource';
import { readRequestedClient } from '../settings/requested-client';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { clientName, userPoolClientMembers } from '../wire/user-pool-client-members';
import { operation } from './operation';

/**
 * What stays as it is when the request leaves it out (measured, cdk-real-drift #1613 and #1689; the reference says that all
 * goes back to its default, which the rest does).
 */
const kept = ['AuthSessionValidity', 'ClientName', 'EnableTokenRevocation', 'RefreshTokenRotation'];

/** Replaces the settings of an app client; its secrets stay (API_UpdateUserPoolClient). */
export const updateUserPoolClient = operation({
  name: 'UpdateUserPoolClient',
  authorisation: 'signature',
  input: {
    ...userPoolClientMembers,
    ClientId: required(member.clientId),
    ClientName: clientName,
    UserPoolId: required(member.userPoolId),
  },
  run(service, { ClientId, UserPoolId, ...members }): Wire<UpdateUserPoolClientResponse> {
    const pool = service.requirePool(UserPoolId);
    const client = pool.requireClient(ClientId);
    checkClientRules(pool, members);
    const { declared = {}, generateSecret, logicalId, refreshTokenSeconds } = client;
    const refresh = members.RefreshTokenValidity === undefined && {
      RefreshTokenValidity: refreshTokenSeconds,
      TokenValidityUnits: { ...members.TokenValidityUnits, RefreshToken: 'seconds' },
    };
    const properties = propertiesOf({ ...pick(declared, kept), ...members, ...refresh });
    const read = readRequestedClient(properties, ClientId, pool.settings.schema);
    const name = members.ClientName ?? client.name;
    const changed = pool.clients.update(ClientId, { ...read, name, generateSecret, logicalId });
    return { UserPoolClient: describeUserPoolClient(pool, changed ?? client) };
  },
});
