import { callApi } from './api-client';
import { benchUser } from './bench-user';
import { median } from './median';
import { SignInClients } from './sign-in-clients';
import type { Assignment, ClientMessage, SignInKind, Spent, Target } from './sign-in-work';

type Answer = Readonly<Record<string, unknown>>;
type Unit = () => Promise<unknown>;

/** By origin: which codes were used is known from one round to the next. */
const clients = new Map<string, SignInClients>();

/** New users of all rounds get numbers beyond those that the servers begin with. */
let created = 5_000_000;

/** The process that sends the requests, so that what they cost a client is no cost of the server. */
async function perform({ target, work }: Assignment): Promise<Spent> {
  switch (work.kind) {
    case 'sign-ins':
      return signIns(target, work.how, work.count, work.concurrency);
    case 'list users':
      return inTurn(range(work.count).map((index) => () => listUser(target, work.attribute, index)));
    case 'create users':
      return inTurn(range(work.count).map(() => () => createUser(target)));
  }
}

/** All first requests, then what the clients compute of the answers, then all second requests. */
async function signIns(target: Target, how: SignInKind, count: number, concurrency: number): Promise<Spent> {
  const users = clients.get(target.origin) ?? new SignInClients(target);
  clients.set(target.origin, users);
  const bodies = range(count).map(() => users.next(how));
  const answers: Answer[] = [];
  const initiated = await atATime(
    bodies.map(({ initiate }, index) => async () => {
      answers[index] = await callApi(target.origin, 'InitiateAuth', initiate);
    }),
    concurrency,
  );
  const responses = bodies.map(({ respond }, index) => respond(answers[index] ?? {}));
  const responded = await atATime(
    responses.map((body) => async () => {
      const answer = await callApi(target.origin, 'RespondToAuthChallenge', body);
      if (answer['AuthenticationResult'] === undefined)
        throw new Error(`${how} at ${target.origin} ended in ${String(answer['ChallengeName'])}; expected tokens`);
    }),
    concurrency,
  );
  return {
    milliseconds: initiated.milliseconds + responded.milliseconds,
    median: median(initiated.each) + median(responded.each),
  };
}

async function listUser({ origin, poolId, users }: Target, attribute: string, index: number): Promise<void> {
  const { username, email, phoneNumber } = benchUser(1 + Math.floor((index * 7919) % users));
  const values: Readonly<Record<string, string>> = { username, email, phone_number: phoneNumber };
  const Filter = `${attribute} = "${values[attribute] ?? ''}"`;
  const { Users } = await callApi(origin, 'ListUsers', { UserPoolId: poolId, Filter });
  if (!Array.isArray(Users) || Users.length !== 1)
    throw new Error(`ListUsers with ${Filter} gave ${JSON.stringify(Users)}; expected one user`);
}

async function createUser({ origin, poolId }: Target): Promise<void> {
  created += 1;
  const { username, email } = benchUser(created);
  await callApi(origin, 'AdminCreateUser', {
    UserPoolId: poolId,
    Username: username,
    MessageAction: 'SUPPRESS',
    UserAttributes: [{ Name: 'email', Value: email }],
  });
}

async function inTurn(units: readonly Unit[]): Promise<Spent> {
  const { milliseconds, each } = await atATime(units, 1);
  return { milliseconds, median: median(each) };
}

/** Runs units, so many at a time: the time of all of them and of each. */
async function atATime(
  units: readonly Unit[],
  concurrency: number,
): Promise<{ readonly milliseconds: number; readonly each: readonly number[] }> {
  const each: number[] = [];
  const waiting = units.values();
  const began = performance.now();
  const worker = async (): Promise<void> => {
    // One iterator for all workers: each takes the next unit that nobody has.
    for (const unit of waiting) {
      const start = performance.now();
      await unit();
      each.push(performance.now() - start);
    }
  };
  await Promise.all(range(concurrency).map(worker));
  return { milliseconds: performance.now() - began, each };
}

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function tell(message: ClientMessage): void {
  process.send?.(message);
}

process.on('disconnect', () => process.exit(0));
process.on('message', (assignment: Assignment) => {
  perform(assignment).then(
    (spent) => tell({ kind: 'done', spent }),
    (error: unknown) => tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
  );
});
