import { AdminInitiateAuthCommand, AdminListDevicesCommand } from '@aws-sdk/client-cognito-identity-provider';
import { z } from 'zod';
import { labelOfSwitch, isLabelOfSwitch } from '../../lambda/client-secret-rotation/version-labels';
import { secretHash } from '../../lib/local-pool/authentication/secret-hash';
import { systemRandomness } from '../../lib/local-pool/randomness';
import { standInEndpoints } from '../../lib/local-pool/stand-ins/routes';
import type { TriggerFunction } from '../../lib/local-pool/settings/pool-settings';
import { WorkerRuntime } from '../../lib/local-pool/triggers/worker-runtime';
import { functionBundle, resolveStack, resourcesOfType } from '../../lib/template/resolve';
import type { Reference, Value } from '../../lib/template/value';
import {
  SecretDouble,
  secretArn,
  secretsManagerDouble,
  type SecretsManagerDouble,
} from '../lambda/client-secret-rotation/secrets-manager-double';
import { fixtureStack } from '../synthesis/assembly';
import { beginJourney, type Journey } from './journey';
import { createUser, password } from './people';
import { confirmDevice, signInBySrp } from './srp';

// Bundles with the AWS SDK are loaded: on a busy machine that takes a while.
jest.setTimeout(60_000);

const dayMilliseconds = 86_400_000;

describe('the functions of staging that no user waits for, as they are deployed', () => {
  const email = 'mae@example.com';
  let journey: Journey;
  let secretsManager: SecretsManagerDouble;
  let runtime: WorkerRuntime;
  const lines: string[] = [];

  beforeAll(async () => {
    journey = await beginJourney('staging');
    secretsManager = await secretsManagerDouble();
    runtime = new WorkerRuntime({
      randomness: systemRandomness,
      log: (line) => void lines.push(line),
      endpoints: () => ({
        ...standInEndpoints(journey.origin),
        cognito: journey.origin,
        secretsManager: secretsManager.url,
      }),
    });
    await createUser(journey, email);
  });
  afterAll(async () => {
    await runtime.close();
    await Promise.all([journey.close(), secretsManager.close()]);
  });

  /** The function of that description, with its bundle and the environment that the template gives it. */
  function deployed(description: string): TriggerFunction {
    const stack = resolveStack(fixtureStack('staging'), { valueFor });
    const resource = resourcesOfType(stack, 'AWS::Lambda::Function').find(
      ({ properties }) => properties['Description'] === description,
    );
    if (resource === undefined) throw new Error(`staging has no function "${description}"`);
    const bundle = functionBundle(stack, resource);
    if (bundle.kind !== 'directory') throw new Error(`the assembly has no bundle of ${resource.logicalId}`);
    const { Environment: environment, MemorySize: memory, Timeout: timeout } = resource.properties;
    return {
      logicalId: resource.logicalId,
      arn: `arn:aws:lambda:eu-west-1:111122223333:function:${resource.logicalId}`,
      directory: bundle.directory,
      handler: bundle.handler,
      environment: z.object({ Variables: z.record(z.string(), z.string()) }).parse(environment).Variables,
      memoryMegabytes: Number(memory),
      timeoutSeconds: Number(timeout),
      eventVersion: 'V1_0',
      invocable: true,
    };
  }

  /** What the deployment would put in the place of a reference. */
  function valueFor({ logicalId }: Reference): Value | undefined {
    if (logicalId === 'UserPool') return journey.UserPoolId;
    if (logicalId === 'ClientBackend') return journey.client('backend').ClientId;
    return /Secret/.test(logicalId) ? secretArn : undefined;
  }

  const invoke = (target: TriggerFunction, payload: unknown) => runtime.invoke(target, payload, 'Event');

  test('the secret of a client is replaced, and at no moment is an application outside', async () => {
    const target = deployed('Rotates the client secret of the app client backend.');
    const secret = new SecretDouble();
    secretsManager.hold(secret);

    async function signsIn(held: string): Promise<string> {
      const { UserPoolId } = journey;
      const { ClientId } = journey.client('backend');
      const SECRET_HASH = secretHash(held, email, ClientId);
      const AuthParameters = { USERNAME: email, PASSWORD: password, SECRET_HASH };
      const request = { UserPoolId, ClientId, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH', AuthParameters } as const;
      return journey.cognito.send(new AdminInitiateAuthCommand(request)).then(
        ({ AuthenticationResult }) => (AuthenticationResult === undefined ? 'a challenge' : 'tokens'),
        (error: unknown) => String(error),
      );
    }

    /** The four steps of a rotation; an application that reads the secret once more before each signs in. */
    async function rotate(token: string, held?: string): Promise<string> {
      secret.rotate(token);
      for (const Step of ['createSecret', 'setSecret', 'testSecret', 'finishSecret']) {
        const event = { Step, SecretId: secretArn, ClientRequestToken: token };
        expect(await invoke(target, event)).toEqual({ outcome: 'returned', payload: null });
        if (held !== undefined) {
          expect(await signsIn(held)).toBe('tokens');
          expect(await signsIn(secret.value())).toBe('tokens');
        }
      }
      return secret.value();
    }

    async function daily(): Promise<void> {
      await expect(invoke(target, { Step: 'retireSecret', SecretId: secretArn })).resolves.toMatchObject({
        outcome: 'returned',
      });
    }

    /** As if the switch to a version had been so many days ago. */
    function backdate(token: string, days: number): void {
      const label = secret.describe()[token]?.find(isLabelOfSwitch) ?? '';
      secret.updateStage(label, undefined, token);
      secret.updateStage(labelOfSwitch(new Date(Date.now() - days * dayMilliseconds)), token, undefined);
    }

    const first = await rotate('rotation-1');
    expect(await signsIn(first)).toBe('tokens');
    backdate('rotation-1', 30);
    await daily();

    const second = await rotate('rotation-2', first);
    expect(second).not.toBe(first);
    backdate('rotation-2', 1);
    await daily();
    expect([await signsIn(first), await signsIn(second)]).toEqual(['tokens', 'tokens']);
    backdate('rotation-2', 3);
    await daily();
    expect(await signsIn(second)).toBe('tokens');
    expect(await signsIn(first)).toMatch(/^NotAuthorizedException: .*secret hash/);
    for (const value of [first, second]) expect(lines.join('\n')).not.toContain(value);
  });

  test('a device from which nobody signed in for as many days as are declared is forgotten, and no other', async () => {
    const target = deployed('Forgets devices that nobody has signed in from for 60 days.');
    const remember = async () =>
      (await confirmDevice(journey, (await signInBySrp(journey, email)).AuthenticationResult)).DEVICE_KEY;
    // The function looks at the clock of this machine.
    journey.clock.advance({ days: -61 });
    await remember();
    journey.clock.advance({ days: 61 });
    const used = await remember();
    await expect(invoke(target, {})).resolves.toEqual({ outcome: 'returned', payload: { finished: true } });
    const { Devices = [] } = await journey.cognito.send(
      new AdminListDevicesCommand({ UserPoolId: journey.UserPoolId, Username: email }),
    );
    expect(Devices.map(({ DeviceKey }) => DeviceKey)).toEqual([used]);
  });
});
