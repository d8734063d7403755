import { CommitmentPolicy } from '@aws-crypto/client-node';
import { systemRandomness } from '../../../lib/local-pool/randomness';
import type { CustomSender } from '../../../lib/local-pool/settings/pool-settings';
import { KmsKeys } from '../../../lib/local-pool/stand-ins/kms-key';
import {
  customSender,
  type CustomSenderEvent,
  type SenderCaller,
} from '../../../lib/local-pool/triggers/custom-sender';
import type { Invocation, InvocationType, LambdaRuntime } from '../../../lib/local-pool/triggers/lambda';
import { decryptedCode } from './decrypted-code';
import { callerOf, echoing, mia, RecordingLambda } from './recording-lambda';

const keyArn = 'arn:aws:kms:eu-west-1:111122223333:key/SenderKey';
const policy = CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT;
const verification: CustomSenderEvent = { kind: 'SignUp', ...mia, code: '123456' };
const invitation: CustomSenderEvent = { kind: 'AdminCreateUser', ...mia, code: `a<b>&"c'1` };

interface Built {
  readonly caller: SenderCaller;
  readonly log: readonly string[];
  readonly kmsKeys: KmsKeys;
}

function build(lambda: LambdaRuntime, trigger: CustomSender = 'CustomEmailSender', key: string | null = keyArn): Built {
  const { pool, clientId } = callerOf(lambda, { trigger });
  const log: string[] = [];
  const kmsKeys = new KmsKeys(systemRandomness);
  const senderKey = key === null ? undefined : { arn: key, aliases: [] };
  const settings = { ...pool.settings, senderKey };
  return {
    caller: { pool: { ...pool, settings, kmsKeys, log: (line) => log.push(line) }, clientId },
    log,
    kmsKeys,
  };
}

function ending(invocation: Invocation): RecordingLambda {
  return new RecordingLambda(() => invocation);
}

describe.each([
  ['CustomEmailSender', 'customEmailSenderRequestV1'],
  ['CustomSMSSender', 'customSMSSenderRequestV1'],
] as const)('%s', (trigger, type) => {
  test('gets an event of its own type, in which the code cannot be read', async () => {
    const lambda = echoing();
    const { caller, log } = build(lambda, trigger);
    await customSender(caller, trigger, { ...verification, clientMetadata: { a: 'b' } });
    expect(lambda.events).toEqual([
      {
        version: '1',
        triggerSource: `${trigger}_SignUp`,
        region: 'eu-west-1',
        userPoolId: 'eu-west-1_AbCdEfGhI',
        userName: mia.username,
        callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: 'client1234567890' },
        request: {
          type,
          code: expect.not.stringContaining('123456'),
          clientMetadata: { a: 'b' },
          userAttributes: mia.attributes,
        },
        response: {},
      },
    ]);
    expect(log).toEqual([]);
  });

  test('has no client metadata, spelled null, where the app sent none', async () => {
    const lambda = echoing();
    await customSender(build(lambda, trigger).caller, trigger, verification);
    expect(lambda.events[0]?.request['clientMetadata']).toBeNull();
  });
});

describe('the code', () => {
  async function sent(event: CustomSenderEvent) {
    const lambda = echoing();
    const { caller, kmsKeys } = build(lambda);
    await customSender(caller, 'CustomEmailSender', event);
    return { code: lambda.events[0]?.request['code'], kmsKeys };
  }

  test('is a message of the AWS Encryption SDK, bound to the pool', async () => {
    const { code, kmsKeys } = await sent(verification);
    expect(await decryptedCode(code, kmsKeys, { keyArn, policy })).toEqual({
      code: '123456',
      context: expect.objectContaining({ 'userpool-id': 'eu-west-1_AbCdEfGhI' }),
    });
  });

  test('has the format of the service: version 1, type 0x80, suite 0x0378', async () => {
    const { code } = await sent(verification);
    expect(Buffer.from(String(code), 'base64').subarray(0, 4)).toEqual(Buffer.from([0x01, 0x80, 0x03, 0x78]));
  });

  test('is refused by a function that demands key commitment, as it is on the service', async () => {
    const { code, kmsKeys } = await sent(verification);
    const strict = { keyArn, policy: CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT };
    await expect(decryptedCode(code, kmsKeys, strict)).rejects.toThrow('CommitmentPolicy');
  });

  test('is refused by a function that trusts another key only', async () => {
    const { code, kmsKeys } = await sent(verification);
    const another = { keyArn: keyArn.replace('SenderKey', 'OtherKey'), policy };
    await expect(decryptedCode(code, kmsKeys, another)).rejects.toThrow();
  });

  test('of an invitation is the temporary password, escaped for HTML', async () => {
    const { code, kmsKeys } = await sent(invitation);
    expect((await decryptedCode(code, kmsKeys, { keyArn, policy })).code).toBe(`a&lt;b&gt;&amp;&quot;c'1`);
  });
});

test('the function is handed the event as Lambda does with one that nobody waits for', async () => {
  const types: (InvocationType | undefined)[] = [];
  const lambda: LambdaRuntime = {
    async invoke(_target, payload, type) {
      types.push(type);
      return { outcome: 'returned', payload };
    },
    async close() {},
  };
  await customSender(build(lambda).caller, 'CustomEmailSender', verification);
  expect(types).toEqual(['Event']);
});

test('whatever the function returns counts for nothing', async () => {
  const { caller, log } = build(ending({ outcome: 'returned', payload: 'anything' }));
  await customSender(caller, 'CustomEmailSender', verification);
  expect(log).toEqual([]);
});

describe('a failure is logged, and nothing else', () => {
  test.each<[string, Invocation, string]>([
    ['throws', { outcome: 'failed', message: 'SES is down' }, 'SES is down'],
    ['is not permitted', { outcome: 'denied' }, 'no Lambda permission lets Cognito invoke it for this pool'],
    ['takes too long', { outcome: 'timed-out' }, 'it took too long'],
  ])('when the function %s', async (_, invocation, why) => {
    const { caller, log } = build(ending(invocation));
    await customSender(caller, 'CustomEmailSender', verification);
    expect(log).toEqual([`CustomEmailSender_SignUp was not handled: ${why}`]);
  });

  test('when the pool has no key for it', async () => {
    const lambda = echoing();
    const { caller, log } = build(lambda, 'CustomEmailSender', null);
    await customSender(caller, 'CustomEmailSender', verification);
    expect(lambda.events).toEqual([]);
    expect(log).toEqual(['CustomEmailSender_SignUp was not handled: the pool has no CustomEmailSender with a key']);
  });

  test('when the runtime itself fails', async () => {
    const lambda = new RecordingLambda(() => {
      throw new Error('The Lambda runtime is closed.');
    });
    const { caller, log } = build(lambda);
    await customSender(caller, 'CustomEmailSender', verification);
    expect(log).toEqual(['CustomEmailSender_SignUp was not handled: The Lambda runtime is closed.']);
  });

  test.each([
    ['the code', verification, 'could not send 123456 (123456)'],
    ['the temporary password', invitation, `could not send a<b>&"c'1`],
    ['the temporary password as it came', invitation, `could not send a&lt;b&gt;&amp;&quot;c'1`],
  ])('without %s, though the function shows it', async (_, event, message) => {
    const { caller, log } = build(ending({ outcome: 'failed', message }));
    await customSender(caller, 'CustomEmailSender', event);
    expect(log).toEqual([expect.stringMatching(/was not handled: could not send \(code\)/)]);
    expect(log.join()).not.toContain('123456');
    expect(log.join()).not.toMatch(/c'1/);
  });
});
