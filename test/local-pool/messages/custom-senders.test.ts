import { CommitmentPolicy } from '@aws-crypto/client-node';
import { buildPool, password, type PoolOptions } from '../pool-builder';
import { decryptedCode } from '../triggers/decrypted-code';

const keyArn = 'arn:aws:kms:eu-west-1:111122223333:key/SenderKey';
const Username = 'anna@example.com';
const invitation = {
  Username,
  TemporaryPassword: 'Temporary-Pass-1',
  UserAttributes: [{ Name: 'email', Value: Username }],
  DesiredDeliveryMediums: ['EMAIL'],
};

function build(triggers: NonNullable<PoolOptions['triggers']>) {
  return buildPool({ settings: { senderKey: { arn: keyArn, aliases: [] } }, triggers });
}

test('with a custom sender nothing goes to the inbox, and CustomMessage is not asked', async () => {
  const { callAs, events, inbox, log } = build({ CustomEmailSender: () => ({}), CustomMessage: () => ({}) });
  await callAs('app', 'SignUp', { Username, Password: password, ClientMetadata: { a: 'b' } });
  await inbox.arrived();
  expect(events.map(({ triggerSource }) => triggerSource)).toEqual(['CustomEmailSender_SignUp']);
  expect(events[0]?.request).toMatchObject({ clientMetadata: { a: 'b' }, userAttributes: { email: Username } });
  expect(inbox.all()).toEqual([]);
  expect(log).toEqual([]);
});

test('the code in the event is the one that confirms', async () => {
  const { callAs, events, inbox, pool } = build({ CustomEmailSender: () => ({}) });
  await callAs('app', 'SignUp', { Username, Password: password });
  await inbox.arrived();
  const policy = CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT;
  const { code, context } = await decryptedCode(events[0]?.request['code'], pool.kmsKeys, { keyArn, policy });
  expect(context).toMatchObject({ 'userpool-id': pool.id });
  await expect(callAs('app', 'ConfirmSignUp', { Username, ConfirmationCode: code })).resolves.toBeDefined();
});

test('a request does not wait for the sender', async () => {
  let finish = (): void => undefined;
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const { callAs, inbox } = build({ CustomEmailSender: () => finished.then(() => ({})) });
  const signedUp = await callAs('app', 'SignUp', { Username, Password: password });
  expect(signedUp).toMatchObject({ CodeDeliveryDetails: { DeliveryMedium: 'EMAIL', Destination: 'a***@e***' } });
  let arrived = false;
  const arrival = inbox.arrived().then(() => {
    arrived = true;
  });
  await Promise.resolve();
  expect(arrived).toBe(false);
  finish();
  await arrival;
});

test('a sender that fails changes no answer; the log tells of it without the password', async () => {
  const { callAsAdmin, inbox, log } = build({
    CustomEmailSender: () => {
      throw new Error('cannot send Temporary-Pass-1');
    },
  });
  await expect(callAsAdmin('AdminCreateUser', invitation)).resolves.toMatchObject({
    User: { UserStatus: 'FORCE_CHANGE_PASSWORD' },
  });
  await inbox.arrived();
  expect(log).toEqual(['CustomEmailSender_AdminCreateUser was not handled: cannot send (code)']);
});

test('a sender for text messages gets no e-mail: that goes to the inbox as ever', async () => {
  const { callAs, events, inbox } = build({ CustomSMSSender: () => ({}) });
  await callAs('app', 'SignUp', { Username, Password: password });
  expect(events).toEqual([]);
  expect(inbox.latest(Username, 'SignUp')?.code).toMatch(/^\d{6}$/);
});

test('the senders are described with their version, and the key beside them', async () => {
  const { callAsAdmin } = build({ CustomEmailSender: () => ({}), CustomSMSSender: () => ({}) });
  const arn = (name: string): string => `arn:aws:lambda:eu-west-1:000000000000:function:${name}`;
  expect(await callAsAdmin('DescribeUserPool', {})).toMatchObject({
    UserPool: {
      LambdaConfig: {
        CustomEmailSender: { LambdaVersion: 'V1_0', LambdaArn: arn('CustomEmailSender') },
        CustomSMSSender: { LambdaVersion: 'V1_0', LambdaArn: arn('CustomSMSSender') },
        KMSKeyID: keyArn,
      },
    },
  });
});
