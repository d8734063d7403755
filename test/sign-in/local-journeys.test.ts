import { shortPassword } from '../../lib/sign-in/password';
import { smsStack } from '../journeys/sms-template';
import { plantStack } from '../journeys/planted-stack';
import type { PlantedStack } from '../journeys/planted-stack';
import { fixtureStack } from '../synthesis/assembly';
import { openJourney } from './local-rehearsal';
import type { LocalRehearsal, OpenJourney } from './local-rehearsal';
import { refusal } from './scripted-service';

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

const bundles: PlantedStack[] = [];
afterAll(() => {
  for (const stack of bundles) stack.remove();
});

/** Every journey that J7, J8 and J12 of the scripted service do not cover, each in the pools where it takes another way. */
const cases: readonly (readonly [journey: string, pool: string])[] = [
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
  ['J18', 'invitations'],
  ['J18', 'mfa-required'],
  ['J18', 'srp-only'],
  ['J19', 'dev'],
  ['J19', 'mfa-required'],
  ['J20', 'riddle'],
];

type Called = LocalRehearsal['calls'][number];

/** The first call of each operation, or of each operation in each of some places; the clean-up aside. */
function firstOfEach({ calls }: LocalRehearsal, place: (call: Called) => unknown = () => ''): readonly Called[] {
  const first = new Map<string, Called>();
  for (const call of calls) {
    const key = `${call.operation} ${String(place(call))}`;
    if (call.operation !== 'AdminDeleteUser' && !first.has(key)) first.set(key, call);
  }
  return [...first.values()];
}

const secretFields =
  /^(Access)?Token$|PASSWORD$|Password$|SECRET_HASH|SecretHash|ClientSecret|SIGNATURE$|Session|Code$|_CODE$|^REFRESH_TOKEN$/;

/** What a request holds and nobody may show. */
function secretsIn(input: object): readonly string[] {
  return Object.entries(input).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === 'object' && value !== null) return secretsIn(value);
    return secretFields.test(name) && value !== shortPassword ? [String(value)] : [];
  });
}

function open(journey: string, pool: string): Promise<OpenJourney> {
  switch (pool) {
    case 'sms-optional':
      return openJourney(journey, smsStack('OPTIONAL'));
    case 'sms-required':
      return openJourney(journey, smsStack('ON'));
    case 'riddle':
    case 'srp-only':
    case 'usernames': {
      const { stack } = plant(pool);
      return openJourney(journey, stack, lettersOfAnAddress);
    }
    default:
      return openJourney(journey, fixtureStack(pool));
  }
}

function plant(pool: keyof typeof planted): PlantedStack {
  const stack = planted[pool]();
  bundles.push(stack);
  return stack;
}

/** Where an empty answer is a right one: nobody is in a group, no device is left, and the riddle asks for no password. */
const cannotBeFoundOut: Readonly<Record<string, readonly string[]>> = {
  'J1 usernames': ['AdminListGroupsForUser'],
  'J13 opt-in-devices': ['AdminListDevices', 'ListDevices'],
  'J20 riddle': ['AdminSetUserPassword'],
};

describe.each(cases)('%s in a pool %s', (name, pool) => {
  let journey: OpenJourney;
  let straight: LocalRehearsal;
  beforeAll(async () => {
    journey = await open(name, pool);
    straight = await rehearse();
  });
  afterAll(() => journey.close());

  /** In the same pool as often as it is asked for, as every journey removes what it made; but for J6, which changes it. */
  async function rehearse(...how: Parameters<OpenJourney['rehearse']>): Promise<LocalRehearsal> {
    if (name !== 'J6') return journey.rehearse(...how);
    const own = await open(name, pool);
    return own.rehearse(...how).finally(() => own.close());
  }

  test('passes, calls what its steps say, and leaves nobody', () => {
    const { report, calls, usersLeft } = straight;
    expect(report.steps.filter(({ outcome }) => outcome.result === 'failed')).toEqual([]);
    expect(report).toMatchObject({ passed: true, leftBehind: [] });
    expect(usersLeft).toBe(0);
    const called = report.steps.map(({ name: step }, index) => [
      step,
      new Set(calls.filter((call) => call.step === index).map(({ operation }) => operation)),
    ]);
    const said = report.steps.map(({ name: step, operations, outcome }) => [
      step,
      new Set(outcome.result === 'passed' ? operations.filter((each) => !each.startsWith('GET ')) : []),
    ]);
    expect(called).toEqual(said);
  });

  test('finds out a service that says yes and does nothing, whatever it is asked, and leaves nobody', async () => {
    const notFoundOut: string[] = [];
    for (const { operation, number } of firstOfEach(straight, ({ step }) => straight.report.steps[step]?.name)) {
      const { report, usersLeft } = await rehearse(async (call, handOn) => (call.number === number ? {} : handOn()));
      expect([operation, usersLeft]).toEqual([operation, 0]);
      if (report.passed) notFoundOut.push(operation);
    }
    expect(notFoundOut.toSorted()).toEqual(cannotBeFoundOut[`${name} ${pool}`] ?? []);
  }, 120_000);

  test('fails at the step whose operation fails, shows nothing secret, and leaves nobody', async () => {
    for (const { operation, number } of firstOfEach(straight)) {
      let sent: readonly string[] = [];
      const { report, usersLeft } = await rehearse(async (call, handOn) => {
        if (call.number !== number) return handOn();
        sent = secretsIn(call.input);
        throw refusal('InternalErrorException', `refused: ${JSON.stringify(call.input)}`, 'server');
      });
      const [failed, ...more] = report.steps.filter(({ outcome }) => outcome.result === 'failed');
      expect([operation, failed?.operations, more]).toEqual([operation, expect.arrayContaining([operation]), []]);
      expect(failed?.outcome).toMatchObject({ failure: { error: 'InternalErrorException' } });
      expect(sent.filter((secret) => JSON.stringify(report).includes(secret))).toEqual([]);
      expect([operation, usersLeft, report.leftBehind]).toEqual([operation, 0, []]);
    }
  }, 120_000);

  test('is interrupted at any operation, names whom it made, and leaves nobody', async () => {
    for (const { operation, number } of firstOfEach(straight)) {
      const controller = new AbortController();
      const { report, interruptions, usersLeft } = await rehearse(async (call, handOn) => {
        if (call.number === number) controller.abort();
        return handOn();
      }, controller.signal);
      expect(report).toMatchObject({ passed: false, interrupted: true, leftBehind: [] });
      expect(interruptions).toContainEqual(expect.stringMatching(/^sign-in-[0-9a-f]{24}(@example\.com)?$/));
      expect([operation, usersLeft]).toEqual([operation, 0]);
    }
  }, 120_000);
});

test('one user who cannot be removed does not keep the other one in the pool, and is named', async () => {
  const journey = await open('J15', 'sms-optional');
  let made = '';
  const { report, usersLeft } = await journey.rehearse(async ({ operation, input }, handOn) => {
    if (operation === 'AdminCreateUser' && made === '') made = String(input['Username']);
    if (operation === 'AdminDeleteUser' && input['Username'] === made)
      throw refusal('TooManyRequestsException', 'Rate exceeded');
    return handOn();
  });
  await journey.close();
  expect(report).toMatchObject({ passed: false, leftBehind: [made] });
  expect(usersLeft).toBe(1);
});
