import { answerChallenge } from '../authentication/answer-challenge';
import * as member from '../wire/members';
import { required } from '../wire/shape';
import { operation } from './operation';

/** The same as RespondToAuthChallenge for a back end with AWS credentials (API_AdminRespondToAuthChallenge). */
export const adminRespondToAuthChallenge = operation({
  name: 'AdminRespondToAuthChallenge',
  authorisation: 'signature',
  input: {
    ChallengeName: required(member.challengeName),
    ChallengeResponses: member.parameters,
    ClientId: required(member.clientId),
    ClientMetadata: member.clientMetadata,
    Session: member.session,
    UserPoolId: required(member.userPoolId),
  },
  run(service, { ChallengeName, ChallengeResponses = {}, ClientId, ClientMetadata = {}, Session, UserPoolId }) {
    const pool = service.requirePool(UserPoolId);
    return answerChallenge({
      pool,
      client: pool.requireClient(ClientId),
      challengeName: ChallengeName,
      session: Session,
      responses: ChallengeResponses,
      clientMetadata: ClientMetadata,
    });
  },
});
