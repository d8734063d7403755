import { requireFlow } from '../authentication/flows/registry';
import * as member from '../wire/members';
import { required } from '../wire/shape';
import { operation } from './operation';

/** Begins a sign-in or a refresh (API_InitiateAuth). */
export const initiateAuth = operation({
  name: 'InitiateAuth',
  authorisation: 'client',
  input: {
    AuthFlow: required(member.authFlow),
    AuthParameters: member.parameters,
    ClientId: required(member.clientId),
    ClientMetadata: member.clientMetadata,
    Session: member.session,
  },
  run(service, { AuthFlow, AuthParameters = {}, ClientId, ClientMetadata = {}, Session }) {
    const { pool, client } = service.requireClient(ClientId);
    const flow = requireFlow(AuthFlow, 'InitiateAuth', client);
    return flow.begin({ pool, client, parameters: AuthParameters, clientMetadata: ClientMetadata, session: Session });
  },
});
