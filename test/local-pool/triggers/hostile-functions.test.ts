import type { TriggerFunction, TriggerName } from '../../../lib/local-pool/settings/pool-settings';
import { answer, type ApiReply } from '../../../lib/local-pool/server/api';
import { buildPool, password, type BuiltPool } from '../pool-builder';
import { neverAnswers, PlantedFunctions } from './planted-functions';
import { ManualTimer, plantedRuntime } from './planted-runtime';

const functions = new PlantedFunctions();
afterAll(() => functions.remove());

const anna = 'anna@example.com';

/** What each trigger is asked by: an operation and its body. */
const callers: Readonly<Partial<Record<TriggerName, readonly [string, (built: BuiltPool) => object]>>> = {
  PreSignUp: ['SignUp', () => ({ Username: 'new@example.com', Password: password })],
  CustomMessage: ['SignUp', () => ({ Username: 'new@example.com', Password: password })],
  PostConfirmation: ['AdminConfirmSignUp', ({ pool }) => ({ UserPoolId: pool.id, Username: anna })],
  PreAuthentication: ['InitiateAuth', () => signIn(anna)],
  PostAuthentication: ['InitiateAuth', () => signIn(anna)],
  PreTokenGeneration: ['InitiateAuth', () => signIn(anna)],
  UserMigration: ['InitiateAuth', () => signIn('legacy@example.com')],
};

function signIn(name: string): object {
  return { AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME: name, PASSWORD: password } };
}

const failed = 'UserLambdaValidationException';
const behaviours: readonly (readonly [string, string, string, RegExp])[] = [
  ['throws', 'exports.handler = () => { throw new Error("no"); };', failed, /failed with error no\.$/],
  ['rejects with nothing', 'exports.handler = () => Promise.reject();', failed, /failed with error/],
  ['hangs', neverAnswers(functions.file('hangs')), 'UnexpectedLambdaException', /Socket timeout/],
  ['exits', 'exports.handler = () => { process.exit(3); };', failed, /exit status 3/],
  ['is no JavaScript', 'exports.handler = (', failed, /could not be loaded/],
  ['returns text', 'exports.handler = async () => "garbage";', 'InvalidLambdaResponseException', /Unrecognizable/],
  ['returns a list', 'exports.handler = async () => [1];', 'InvalidLambdaResponseException', /Unrecognizable/],
  ['returns nothing', 'exports.handler = async () => undefined;', 'InvalidLambdaResponseException', /Invalid JSON/],
  ['returns 10 MB', 'exports.handler = async (event) => ({ ...event, x: "x".repeat(10_000_000) });', failed, /size/],
  ['fails with 10 MB', 'exports.handler = () => { throw new Error("x".repeat(10_000_000)); };', failed, /size/],
];

async function ask(
  trigger: TriggerName,
  source: string,
): Promise<{ readonly reply: ApiReply; readonly after: ApiReply }> {
  const timer = new ManualTimer();
  const { runtime } = plantedRuntime({
    startTimer: timer.start,
    log: (line) => {
      if (line.endsWith(': waiting')) timer.expireAll();
    },
  });
  const target: TriggerFunction = functions.plant(source);
  const built = buildPool({ functions: { runtime, triggers: { [trigger]: target } } });
  const send = (operation: string, body: object): Promise<ApiReply> =>
    answer(built.service, {
      target: `AWSCognitoIdentityProviderService.${operation}`,
      authorization: 'AWS4-HMAC-SHA256 any',
      body: JSON.stringify({ ClientId: built.client('app').id, ...body }),
    });
  const username = built.pool.randomness.uuid();
  built.pool.users.add({
    username,
    sub: username,
    attributes: { email: anna },
    status: trigger === 'PostConfirmation' ? 'UNCONFIRMED' : 'CONFIRMED',
  });
  await built.callAsAdmin('AdminSetUserPassword', { Username: anna, Password: password, Permanent: true });
  if (trigger === 'PostConfirmation') built.pool.users.update(username, { status: 'UNCONFIRMED' });
  const [operation, bodyOf] = callers[trigger] ?? ['', () => ({})];
  const reply = await send(operation, bodyOf(built));
  const after = await send('AdminGetUser', { UserPoolId: built.pool.id, Username: anna });
  await runtime.close();
  return { reply, after };
}

/** Every behaviour for one trigger, and one of each outcome for the others. */
const cases = (Object.keys(callers) as TriggerName[]).flatMap((trigger) =>
  behaviours
    .filter(([does]) => trigger === 'PreSignUp' || ['throws', 'hangs', 'returns text'].includes(does))
    .map(([does, source, type, text]) => [trigger, does, { source, type, text }] as const),
);

test.each(cases)(
  'a function for %s that %s ends in an error of the service, and the pool goes on',
  async (trigger, _does, { source, type, text }) => {
    const { reply, after } = await ask(trigger, source);
    expect(reply).toMatchObject({
      status: 400,
      body: { __type: type, message: expect.stringMatching(text) as string },
    });
    expect(JSON.stringify(reply.body).length).toBeLessThan(10_000);
    expect(after.status).toBe(200);
  },
);
