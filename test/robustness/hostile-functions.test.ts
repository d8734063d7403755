import { answer, type ApiReply } from '../../lib/local-pool/server/api';
import type { CustomSender, TriggerName } from '../../lib/local-pool/settings/pool-settings';
import { buildPool, password, type BuiltPool } from '../local-pool/pool-builder';
import { neverAnswers, PlantedFunctions } from '../local-pool/triggers/planted-functions';
import { ManualTimer, plantedRuntime } from '../local-pool/triggers/planted-runtime';

const functions = new PlantedFunctions();
afterAll(() => functions.remove());

const anna = 'anna@example.com';
const newcomer = 'new@example.com';

/** A pool with Anna in it and one function that is hostile. */
interface Attacked extends BuiltPool {
  /** A request of an app, through the API. */
  readonly send: (operation: string, body: object) => Promise<ApiReply>;
  readonly close: () => Promise<void>;
}

type AskedTrigger = Exclude<TriggerName, CustomSender>;

/** Functions that do what they should, for a custom sign-in of which one function does not. */
const tame: Readonly<Partial<Record<TriggerName, string>>> = {
  DefineAuthChallenge: setsResponse({ challengeName: 'CUSTOM_CHALLENGE' }),
  CreateAuthChallenge: setsResponse({ publicChallengeParameters: {}, privateChallengeParameters: {} }),
};

function setsResponse(response: unknown): string {
  return `exports.handler = async (event) => ({ ...event, response: ${JSON.stringify(response)} });`;
}

/** What each trigger is asked by. */
const requests: { readonly [Each in AskedTrigger]: (attacked: Attacked) => Promise<ApiReply> } = {
  PreSignUp: signUp,
  CustomMessage: signUp,
  async PostConfirmation(attacked) {
    await signUp(attacked);
    return attacked.send('AdminConfirmSignUp', { UserPoolId: attacked.pool.id, Username: newcomer });
  },
  PreAuthentication: (attacked) => signIn(attacked, anna),
  PostAuthentication: (attacked) => signIn(attacked, anna),
  PreTokenGeneration: (attacked) => signIn(attacked, anna),
  UserMigration: (attacked) => signIn(attacked, 'legacy@example.com'),
  DefineAuthChallenge: signInWithChallenge,
  CreateAuthChallenge: signInWithChallenge,
  async VerifyAuthChallengeResponse(attacked) {
    const { body } = await signInWithChallenge(attacked);
    const { ChallengeName, Session } = body as { readonly ChallengeName?: string; readonly Session?: string };
    const ChallengeResponses = { USERNAME: anna, ANSWER: 'any' };
    return attacked.send('RespondToAuthChallenge', { ChallengeName, Session, ChallengeResponses });
  },
};

function signUp({ send }: Attacked): Promise<ApiReply> {
  return send('SignUp', { Username: newcomer, Password: password });
}

function signIn({ send }: Attacked, name: string): Promise<ApiReply> {
  return send('InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: name, PASSWORD: password },
  });
}

function signInWithChallenge({ send }: Attacked): Promise<ApiReply> {
  return send('InitiateAuth', { AuthFlow: 'CUSTOM_AUTH', AuthParameters: { USERNAME: anna } });
}

interface Behaviour {
  readonly source: string;
  readonly type: string;
  readonly message: RegExp;
}

const failed = 'UserLambdaValidationException';
const unrecognizable = { type: 'InvalidLambdaResponseException', message: /^Unrecognizable lambda output$/ };

const behaviours: Readonly<Record<string, Behaviour>> = {
  throws: {
    source: 'exports.handler = () => { throw new Error("no"); };',
    type: failed,
    message: /failed with error no\.$/,
  },
  'rejects with nothing': {
    source: 'exports.handler = () => Promise.reject();',
    type: failed,
    message: /failed with error undefined\.$/,
  },
  'calls itself without end': {
    source: 'exports.handler = function again(event) { return again(event); };',
    type: failed,
    message: /Maximum call stack size exceeded/,
  },
  'takes all memory': {
    source: 'exports.handler = () => { const all = []; for (;;) all.push(new Array(100_000).fill(1.5)); };',
    type: failed,
    message: /memory limit/,
  },
  'prints 10 MB and throws': {
    source: 'exports.handler = () => { console.log("x".repeat(10_000_000)); throw new Error("no"); };',
    type: failed,
    message: /failed with error no\.$/,
  },
  'leaves a promise rejected': {
    source: 'exports.handler = () => { Promise.reject(new Error("left")); return new Promise(() => undefined); };',
    type: failed,
    message: /failed with error left\.$/,
  },
  exits: { source: 'exports.handler = () => { process.exit(3); };', type: failed, message: /exit status 3/ },
  'kills its process': {
    source: 'exports.handler = () => { process.kill(process.pid, "SIGKILL"); };',
    type: failed,
    message: /exit status 137/,
  },
  aborts: { source: 'exports.handler = () => { process.abort(); };', type: failed, message: /process\.abort\(\)/ },
  hangs: {
    source: neverAnswers(functions.file('hangs')),
    type: 'UnexpectedLambdaException',
    message: /error Socket timeout while invoking Lambda function\.$/,
  },
  'is no JavaScript': { source: 'exports.handler = (', type: failed, message: /could not be loaded/ },
  'returns text': { source: 'exports.handler = async () => "garbage";', ...unrecognizable },
  'returns a list': { source: 'exports.handler = async () => [1];', ...unrecognizable },
  'returns an event without a response': {
    source: 'exports.handler = async ({ response, ...event }) => event;',
    ...unrecognizable,
  },
  'returns a number as the response': { source: setsResponse(7), ...unrecognizable },
  'returns nothing': {
    source: 'exports.handler = async () => undefined;',
    type: 'InvalidLambdaResponseException',
    message: /Invalid JSON$/,
  },
  'returns 10 MB': {
    source: 'exports.handler = async (event) => ({ ...event, x: "x".repeat(10_000_000) });',
    type: failed,
    message: /payload size exceeded/,
  },
  'fails with 10 MB': {
    source: 'exports.handler = () => { throw new Error("x".repeat(10_000_000)); };',
    type: failed,
    message: /payload size exceeded/,
  },
};

/** @param hostile the triggers whose function is `source` */
async function attack(source: string, hostile: TriggerName): Promise<Attacked> {
  const timer = new ManualTimer();
  const { runtime } = plantedRuntime({
    startTimer: timer.start,
    // Time passes the limit as soon as a function has printed that it waits.
    log: (line) => {
      if (line.endsWith(': waiting')) timer.expireAll();
    },
  });
  const sources = { ...tame, [hostile]: source };
  const built = buildPool({
    settings: { senderKey: { arn: 'arn:aws:kms:eu-west-1:111122223333:key/SenderKey', aliases: [] } },
    clients: { app: { explicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_CUSTOM_AUTH'] } },
    functions: {
      runtime,
      triggers: Object.fromEntries(
        Object.entries(sources).map(([trigger, bundle]) => [trigger, functions.plant(bundle)]),
      ),
    },
  });
  // Not through the API, which would run the functions.
  const username = built.pool.randomness.uuid();
  built.pool.users.add({ username, sub: username, attributes: { email: anna }, status: 'CONFIRMED' });
  await built.callAsAdmin('AdminSetUserPassword', { Username: anna, Password: password, Permanent: true });
  return {
    ...built,
    send: (operation, body) =>
      answer(built.service, {
        target: `AWSCognitoIdentityProviderService.${operation}`,
        authorization: 'AWS4-HMAC-SHA256 any',
        body: JSON.stringify({ ClientId: built.client('app').id, ...body }),
      }),
    close: () => runtime.close(),
  };
}

const triggers = Object.keys(requests) as readonly AskedTrigger[];
const rows = Object.entries(behaviours);
/** One behaviour of each outcome; what a function does is handled in one place, whatever it was asked. */
const outcomes: readonly string[] = ['throws', 'hangs', 'returns text'];

test.each([
  ...rows.map(([does, behaviour]) => ['PreSignUp', does, behaviour] as const),
  ...triggers
    .filter((trigger) => trigger !== 'PreSignUp')
    .flatMap((trigger) =>
      rows.filter(([does]) => outcomes.includes(does)).map(([does, behaviour]) => [trigger, does, behaviour] as const),
    ),
])(
  'a function for %s that %s ends in an error of the service, and the pool goes on',
  async (trigger, _does, { source, type, message }) => {
    const attacked = await attack(source, trigger);
    const reply = await requests[trigger](attacked);
    expect(reply).toMatchObject({ status: 400, body: { __type: type, message: expect.stringMatching(message) } });
    expect(JSON.stringify(reply.body).length).toBeLessThan(10_000);
    expect(await attacked.send('AdminGetUser', { UserPoolId: attacked.pool.id, Username: anna })).toMatchObject({
      status: 200,
    });
    await attacked.close();
  },
);

test.each(rows)(
  'a sender that %s changes no answer, and the inbox does not wait for ever',
  async (does, { source }) => {
    const attacked = await attack(source, 'CustomEmailSender');
    expect(await signUp(attacked)).toMatchObject({ status: 200, body: { UserConfirmed: false } });
    await attacked.inbox.arrived();
    // What a sender answers is ignored, so that only those that fail are told of.
    const told =
      does.startsWith('returns') && does !== 'returns 10 MB' ? [] : [expect.stringMatching(/was not handled/)];
    expect(attacked.log).toEqual(told);
    await attacked.close();
  },
);
