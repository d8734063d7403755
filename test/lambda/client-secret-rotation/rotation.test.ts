import {
  AddUserPoolClientSecretCommand,
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  NotAuthorizedException,
} from '@aws-sdk/client-cognito-identity-provider';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { ClientSecrets } from '../../../lambda/client-secret-rotation/client-secrets';
import type { Step } from '../../../lambda/client-secret-rotation/decide';
import { RotationError } from '../../../lambda/client-secret-rotation/rotation-error';
import { rotate } from '../../../lambda/client-secret-rotation/rotate';
import { SecretVersions } from '../../../lambda/client-secret-rotation/secret-versions';
import { secretHash } from '../../../lib/local-pool/authentication/secret-hash';
import { startLocalPools, type LocalPools } from '../../../lib/local-pool/local-pool';
import { SetClock } from '../../local-pool/set-clock';
import { SecretDouble, secretArn, secretsManagerDouble, type SecretsManagerDouble } from './secrets-manager-double';

const graceDays = 3;
const Username = 'grace';
const password = 'Correct-Horse-9';
const steps = ['createSecret', 'setSecret', 'testSecret', 'finishSecret'] as const;

/** The process ended here, between two calls. */
class Crash extends Error {}

const clock = new SetClock();
const options = {
  region: 'eu-west-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  maxAttempts: 1,
};
let local: LocalPools;
let secretsManager: SecretsManagerDouble;
/** Of whoever administers and signs in. */
let cognito: CognitoIdentityProviderClient;
/** Of the function. */
let own: { readonly secretsManager: SecretsManagerClient; readonly cognito: CognitoIdentityProviderClient };
let UserPoolId: string;

/** After how many calls of the function its process ends. */
let callsLeft = Infinity;

/** @throws Crash where the process is to end; the next one runs undisturbed */
function calling<Answer>(call: () => Answer): Answer {
  if (callsLeft === 0) {
    callsLeft = Infinity;
    throw new Crash();
  }
  callsLeft -= 1;
  return call();
}

beforeAll(async () => {
  local = await startLocalPools({ stacks: [], port: 0, clock, log: () => undefined });
  secretsManager = await secretsManagerDouble();
  cognito = new CognitoIdentityProviderClient({ ...options, endpoint: local.origin });
  own = {
    secretsManager: new SecretsManagerClient({ ...options, endpoint: secretsManager.url }),
    cognito: new CognitoIdentityProviderClient({ ...options, endpoint: local.origin }),
  };
  own.secretsManager.middlewareStack.add((next) => (args) => calling(() => next(args)), { step: 'initialize' });
  own.cognito.middlewareStack.add((next) => (args) => calling(() => next(args)), { step: 'initialize' });
  const { UserPool } = await cognito.send(new CreateUserPoolCommand({ PoolName: 'people' }));
  UserPoolId = UserPool?.Id ?? '';
  await cognito.send(new AdminCreateUserCommand({ UserPoolId, Username, MessageAction: 'SUPPRESS' }));
  await cognito.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password: password, Permanent: true }));
});
afterAll(async () => {
  for (const client of [cognito, own.cognito, own.secretsManager]) client.destroy();
  await Promise.all([local.close(), secretsManager.close()]);
});

/** A confidential client of its own for each test, its secret in Secrets Manager, and the function between them. */
class Application {
  readonly secret: SecretDouble;
  /** What Cognito made with the client. */
  readonly made: string;
  readonly #clientId: string;
  #version = 0;

  private constructor(clientId: string, made: string, secret: SecretDouble) {
    this.#clientId = clientId;
    this.made = made;
    this.secret = secret;
    secretsManager.hold(secret);
  }

  /** @param adopted whether Secrets Manager had the secret before rotation was switched on */
  static async begin(adopted: boolean, firstValueIsCurrent = true): Promise<Application> {
    const { UserPoolClient: client } = await cognito.send(
      new CreateUserPoolClientCommand({
        UserPoolId,
        ClientName: 'backend',
        GenerateSecret: true,
        ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      }),
    );
    const { ClientId = '', ClientSecret: made = '' } = client ?? {};
    const secret = new SecretDouble({ firstValueIsCurrent, ...(adopted && { first: made }) });
    return new Application(ClientId, made, secret);
  }

  /** RotateSecret: the rotation that the next steps belong to. */
  start(): void {
    this.#version += 1;
    this.secret.rotate(`version-${this.#version}`);
  }

  async rotate(): Promise<void> {
    this.start();
    for (const step of steps) await this.invoke(step);
  }

  async invoke(kind: Step['kind']): Promise<void> {
    const step: Step = kind === 'retireSecret' ? { kind } : { kind, version: `version-${this.#version}` };
    const settings = { userPoolId: UserPoolId, clientId: this.#clientId, secretArn, graceDays };
    await rotate(step, {
      versions: new SecretVersions(own.secretsManager, secretArn),
      clientSecrets: new ClientSecrets(own.cognito, settings),
      graceDays,
      now: () => new Date(clock.now()),
      newSecret: () => `${this.#version}`.repeat(32),
    });
  }

  /** Whether an application that holds this secret can sign a user in. */
  async signsIn(secret: string): Promise<boolean> {
    try {
      await cognito.send(
        new AdminInitiateAuthCommand({
          UserPoolId,
          ClientId: this.#clientId,
          AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
          AuthParameters: {
            USERNAME: Username,
            PASSWORD: password,
            SECRET_HASH: secretHash(secret, Username, this.#clientId),
          },
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof NotAuthorizedException && error.message.includes('secret hash')) return false;
      throw error;
    }
  }

  /** Whether each of these secrets signs in. */
  signIns(...secrets: readonly string[]): Promise<readonly boolean[]> {
    return Promise.all(secrets.map((secret) => this.signsIn(secret)));
  }

  async addByHand(): Promise<void> {
    await cognito.send(new AddUserPoolClientSecretCommand({ UserPoolId, ClientId: this.#clientId }));
  }
}

/** Where a rotation may find an application, and the secret that it holds at that time. */
const beginnings = {
  'of a new client, whose first value is current at once': async () => {
    const application = await Application.begin(false, true);
    return { application, held: undefined };
  },
  'of a new client, whose first value waits for the switch': async () => {
    const application = await Application.begin(false, false);
    return { application, held: undefined };
  },
  'of a client whose secret was there before rotation was switched on': async () => {
    const application = await Application.begin(true);
    return { application, held: application.made };
  },
  'of a secret that was rotated before': async () => {
    const application = await Application.begin(true);
    await application.rotate();
    clock.advance({ days: 30 });
    return { application, held: application.secret.value() };
  },
} as const satisfies Readonly<
  Record<string, () => Promise<{ readonly application: Application; readonly held: string | undefined }>>
>;
type Beginning = keyof typeof beginnings;
const everyBeginning = Object.keys(beginnings) as readonly Beginning[];

describe.each(everyBeginning)('a rotation %s', (beginning) => {
  it('leaves nobody outside at any step: the old secret signs in until the grace period is over, and not after', async () => {
    const { application, held } = await beginnings[beginning]();
    application.start();
    for (const step of steps) {
      await application.invoke(step);
      if (held !== undefined) expect(await application.signsIn(held)).toBe(true);
    }
    const switched = application.secret.value();
    const old = held ?? application.made;
    expect(switched).not.toBe(old);
    expect(await application.signIns(switched, old)).toEqual([true, true]);

    clock.advance({ days: graceDays - 1 });
    await application.invoke('retireSecret');
    expect(await application.signIns(switched, old)).toEqual([true, true]);

    clock.advance({ days: 1, seconds: 1 });
    await application.invoke('retireSecret');
    expect(await application.signIns(switched, old)).toEqual([true, false]);
  });

  it('does nothing twice: each step can run again, also after the last one', async () => {
    const { application } = await beginnings[beginning]();
    application.start();
    for (const step of steps) {
      await application.invoke(step);
      const before = application.secret.describe();
      await application.invoke(step);
      expect(application.secret.describe()).toEqual(before);
    }
    const after = application.secret.describe();
    for (const step of steps) await application.invoke(step);
    expect(application.secret.describe()).toEqual(after);
  });

  it('that breaks off after any call goes on when Secrets Manager asks for the same step again', async () => {
    await breakOffEverywhere(beginning, 'the same step');
  }, 60_000);
});

it('a rotation that breaks off after any call goes on when Secrets Manager begins with the first step again', async () => {
  await breakOffEverywhere('of a secret that was rotated before', 'the first step');
}, 60_000);

type Again = 'the same step' | 'the first step';

/** Ends the process after one call, after two, and so on until a rotation comes to its end. */
async function breakOffEverywhere(beginning: Beginning, again: Again): Promise<void> {
  let calls = 0;
  while (await breakOff(beginning, calls, again)) calls += 1;
  // Both services are asked at each of four steps, and told at three of them.
  expect(calls).toBeGreaterThan(12);
}

/** Ends the process after so many calls, asks again, and says whether the rotation was long enough to be cut. */
async function breakOff(beginning: Beginning, calls: number, again: Again): Promise<boolean> {
  const { application, held } = await beginnings[beginning]();
  application.start();
  callsLeft = calls;
  const broken = await stepThatBreaks(application);
  callsLeft = Infinity;
  if (broken === undefined) return false;
  if (held !== undefined) expect(await application.signsIn(held)).toBe(true);
  for (const step of again === 'the first step' ? steps : steps.slice(steps.indexOf(broken))) {
    await application.invoke(step);
    if (held !== undefined) expect(await application.signsIn(held)).toBe(true);
  }
  const switched = application.secret.value();
  const old = held ?? application.made;
  expect(await application.signIns(switched, old)).toEqual([true, true]);
  clock.advance({ days: graceDays, seconds: 1 });
  await application.invoke('retireSecret');
  expect(await application.signIns(switched, old)).toEqual([true, false]);
  return true;
}

async function stepThatBreaks(application: Application): Promise<(typeof steps)[number] | undefined> {
  for (const step of steps) {
    try {
      await application.invoke(step);
    } catch (error) {
      if (error instanceof Crash) return step;
      throw error;
    }
  }
  return undefined;
}

it('the end of a replaced secret goes on where it broke off', async () => {
  const application = await Application.begin(true);
  await application.rotate();
  clock.advance({ days: graceDays, seconds: 1 });
  for (const calls of [0, 1, 2, 3]) {
    callsLeft = calls;
    await application.invoke('retireSecret').catch((error: unknown) => expect(error).toBeInstanceOf(Crash));
  }
  callsLeft = Infinity;
  expect(await application.signIns(application.secret.value(), application.made)).toEqual([true, false]);
});

it('a second rotation within the grace period waits: it would cut off those who still hold the first secret', async () => {
  const application = await Application.begin(true);
  await application.rotate();
  application.start();
  await application.invoke('createSecret');
  await expect(application.invoke('setSecret')).rejects.toThrow(RotationError);
  expect(await application.signIns(application.secret.value(), application.made)).toEqual([true, true]);
  clock.advance({ days: graceDays, seconds: 1 });
  for (const step of steps) await application.invoke(step);
  expect(await application.signIns(application.secret.value(), application.made)).toEqual([true, false]);
});

it('a secret that somebody added by hand is not ended: the rotation says which one is in the way', async () => {
  const application = await Application.begin(true);
  await application.addByHand();
  application.start();
  await application.invoke('createSecret');
  await expect(application.invoke('setSecret')).rejects.toMatchObject({
    name: 'RotationError',
    facts: { clientSecretId: expect.stringMatching(/--\d+$/) },
  });
});
