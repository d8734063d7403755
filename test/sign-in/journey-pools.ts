import { smsStack } from '../journeys/sms-template';
import { plantStack } from '../journeys/planted-stack';
import type { PlantedStack } from '../journeys/planted-stack';
import { fixtureStack } from '../synthesis/assembly';
import { openJourney } from './local-rehearsal';
import type { OpenJourney } from './local-rehearsal';

/** A riddle with three tries: how many letters has the address? */
const riddle = {
  DefineAuthChallenge: `exports.handler = async (event) => {
    const { session } = event.request;
    const right = session.length > 0 && session[session.length - 1].challengeResult;
    event.response = { issueTokens: right, failAuthentication: !right && session.length >= 3 };
    if (!right) event.response.challengeName = 'CUSTOM_CHALLENGE';
    return event;
  };`,
  CreateAuthChallenge: `exports.handler = async (event) => {
    const letters = String(event.request.userAttributes.email.length);
    event.response = { publicChallengeParameters: {}, privateChallengeParameters: { letters } };
    return event;
  };`,
  VerifyAuthChallengeResponse: `exports.handler = async (event) => {
    const { privateChallengeParameters, challengeAnswer } = event.request;
    event.response = { answerCorrect: challengeAnswer === privateChallengeParameters.letters };
    return event;
  };`,
};

const lettersOfAnAddress = String('sign-in-'.length + 24 + '@example.com'.length);

/** Pools as other apps declare them: by what differs from a pool with addresses as usernames and one confidential client. */
const planted = {
  riddle: () => plantStack(riddle, { client: { ExplicitAuthFlows: ['ALLOW_CUSTOM_AUTH'] } }),
  'srp-only': () => plantStack({}, { client: { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] } }),
  usernames: () =>
    plantStack(
      {},
      {
        pool: { UsernameAttributes: [], AutoVerifiedAttributes: ['email'] },
        client: {
          ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
          PreventUserExistenceErrors: 'LEGACY',
        },
      },
    ),
} as const satisfies Readonly<Record<string, () => PlantedStack>>;

/** Every journey that J7, J8 and J12 of the scripted service do not cover, each in the pools where it takes another way. */
export const cases: readonly (readonly [journey: string, pool: string])[] = [
  ['J1', 'dev'],
  ['J1', 'mfa-required'],
  ['J1', 'usernames'],
  ['J2', 'dev'],
  ['J3', 'dev'],
  ['J3', 'srp-only'],
  ['J3', 'usernames'],
  ['J6', 'mfa-off'],
  ['J9', 'sms-optional'],
  ['J9', 'sms-required'],
  ['J10', 'sms-optional'],
  ['J11', 'dev'],
  ['J13', 'opt-in-devices'],
  ['J15', 'sms-optional'],
  ['J16', 'dev'],
  ['J18', 'invitations'],
  ['J18', 'mfa-required'],
  ['J18', 'srp-only'],
  ['J19', 'dev'],
  ['J19', 'mfa-required'],
  ['J20', 'riddle'],
];

/**
 * Opens a journey in a pool. It runs there as often as a test likes, as every journey removes what it made; but for J6,
 * which changes the pool and has a new one each time.
 */
export async function openJourneyIn(pool: string, journey: string): Promise<OpenJourney> {
  if (journey !== 'J6') return open(pool, journey);
  return {
    async rehearse(...how) {
      const own = await open(pool, journey);
      return own.rehearse(...how).finally(() => own.close());
    },
    close: () => Promise.resolve(),
  };
}

async function open(pool: string, journey: string): Promise<OpenJourney> {
  switch (pool) {
    case 'sms-optional':
      return openJourney(journey, smsStack('OPTIONAL'));
    case 'sms-required':
      return openJourney(journey, smsStack('ON'));
    case 'riddle':
    case 'srp-only':
    case 'usernames': {
      const { stack, remove } = planted[pool]();
      const opened = await openJourney(journey, stack, lettersOfAnAddress);
      return { ...opened, close: () => opened.close().finally(remove) };
    }
    default:
      return openJourney(journey, fixtureStack(pool));
  }
}
