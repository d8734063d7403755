import { requireFlow } from '../authentication/flows/registry';
import * as member from '../wire/members';
import { required } from '../wire/shape';
import { operation } from './operation';

/** The same as InitiateAuth for a back end with AWS credentials, with flows of its own (API_AdminInitiateAuth). */
export const adminInitiateAuth = operation({
  name: 'AdminInitiateAuth',
  authorisation: 'signature',
  input: {
    AuthFlow: required(member.authFlow),
    AuthParameters: member.parameters,
    ClientId: required(member.clientId),
    ClientMetadata: member.clientMetadata,
    Session: member.session,
    UserPoolId: required(member.userPoolId),
  },
  run(service, { AuthFlow, AuthParameters = {}, ClientId, ClientMetadata = {}, Session, UserPoolId }) {
    const pool = service.requirePool(UserPoolId);
    const client = pool.requireClient(ClientId);
    const flow = requireFlow(AuthFlow, 'AdminInitiateAuth', client);
    return flow.begin({ pool, client, parameters: AuthParameters, clientMetadata: ClientMetadata, session: Session });
  },
});
