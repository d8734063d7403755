import type { CreateUserPoolClientResponse } from '@aws-sdk/client-cognito-identity-provider';
import { requireFreeCapacity } from '../state/quotas';
import { describeUserPoolClient } from '../describe/user-pool-client';
import { checkClientRules } from '../settings/client-rules';
import { propertiesOf } from '../settings/declared-resource';
import { clientBeyondPlan, requirePartInPlan } from '../settings/feature-plan';
import { readRequestedClient } from '../settings/requested-client';
import { InvalidParameterException } from '../wire/exceptions';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { boolean, required } from '../wire/shape';
import { clientName, userPoolClientMembers } from '../wire/user-pool-client-members';
import { operation } from './operation';

/** Makes an app client; what is left out has the service's defaults (API_CreateUserPoolClient). */
export const createUserPoolClient = operation({
  name: 'CreateUserPoolClient',
  authorisation: 'signature',
  input: {
    ...userPoolClientMembers,
    ClientName: required(clientName),
    ClientSecret: member.clientSecret,
    GenerateSecret: boolean(),
    UserPoolId: required(member.userPoolId),
  },
  run(service, { ClientSecret: secret, UserPoolId, ...members }): Wire<CreateUserPoolClientResponse> {
    const pool = service.requirePool(UserPoolId);
    if (secret !== undefined && members.GenerateSecret === true)
      throw new InvalidParameterException('GenerateSecret and ClientSecret cannot be specified together.');
    requireFreeCapacity('clients', pool.clients.size);
    checkClientRules(pool, members);
    const id = service.makeClientId();
    const { schema, featurePlan } = pool.settings;
    const confidential = { ...members, GenerateSecret: secret !== undefined || members.GenerateSecret === true };
    const settings = readRequestedClient(propertiesOf(confidential), id, schema);
    requirePartInPlan(featurePlan, clientBeyondPlan(featurePlan, settings));
    const client = pool.clients.add(id, settings, secret);
    return { UserPoolClient: describeUserPoolClient(pool, client) };
  },
});
