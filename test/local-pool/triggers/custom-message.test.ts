import { customMessage } from '../../../lib/local-pool/triggers/custom-message';
import { answering, callerOf, echoing, mia } from './recording-lambda';

const verification = { kind: 'SignUp', ...mia } as const;
const invitation = { kind: 'AdminCreateUser', ...mia } as const;

test('the event of a verification has a place for the code only', async () => {
  const lambda = echoing();
  await customMessage(callerOf(lambda, { trigger: 'CustomMessage' }), { ...verification, clientMetadata: { a: 'b' } });
  expect(lambda.events[0]).toMatchObject({
    triggerSource: 'CustomMessage_SignUp',
    request: {
      userAttributes: mia.attributes,
      codeParameter: '{####}',
      linkParameter: '{##Click Here##}',
      usernameParameter: null,
      clientMetadata: { a: 'b' },
    },
    response: { smsMessage: null, emailMessage: null, emailSubject: null },
  });
});

test('the event of an invitation has a place for the username too', async () => {
  const lambda = echoing();
  await customMessage(callerOf(lambda, { trigger: 'CustomMessage' }), invitation);
  expect(lambda.events[0]).toMatchObject({
    triggerSource: 'CustomMessage_AdminCreateUser',
    request: { codeParameter: '{####}', usernameParameter: '{username}' },
  });
});

describe('the template keeps its texts', () => {
  test.each([
    ['without the trigger', undefined, { emailMessage: 'Code {####}' }],
    [
      'when the function changes nothing',
      'CustomMessage',
      { smsMessage: null, emailMessage: null, emailSubject: null },
    ],
    ['when the response is empty', 'CustomMessage', {}],
  ] as const)('%s', async (_, trigger, response) => {
    const message = await customMessage(callerOf(answering(response), { trigger }), verification);
    expect(Object.values(message).filter((text) => text !== undefined)).toEqual([]);
  });
});

test('texts of the function are used as they are, Japanese and HTML too', async () => {
  const texts = {
    emailSubject: '確認コード',
    emailMessage: '<p>コードは <b>{####}</b> です。</p>',
    smsMessage: 'Code {####}',
  };
  await expect(customMessage(callerOf(answering(texts), { trigger: 'CustomMessage' }), verification)).resolves.toEqual(
    texts,
  );
});

describe('with the built-in sender', () => {
  const caller = (response: object) =>
    callerOf(answering(response), { trigger: 'CustomMessage', sender: 'COGNITO_DEFAULT' });

  test.each([{ emailMessage: 'Code {####}' }, { emailSubject: 'Your code' }])(
    'an e-mail text is refused: %j',
    async (response) => {
      await expect(customMessage(caller(response), verification)).rejects.toMatchObject({
        type: 'InvalidLambdaResponseException',
        detail: expect.stringContaining('DEVELOPER'),
      });
    },
  );

  test('a text message is not', async () => {
    await expect(customMessage(caller({ smsMessage: 'Code {####}' }), verification)).resolves.toMatchObject({
      smsMessage: 'Code {####}',
    });
  });
});

describe('the service refuses a text in the words of its constraints', () => {
  const pattern = '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*\\{####\\}[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*';
  const long = 'x'.repeat(20_000);

  test.each([
    [
      'without a place for the code',
      { emailMessage: 'Welcome' },
      `Value 'Welcome' at 'emailBody' failed to satisfy constraint: Member must satisfy regular expression pattern: ${pattern}`,
    ],
    [
      'over 20,000 characters',
      { emailMessage: `${long}{####}` },
      `at 'emailBody' failed to satisfy constraint: Member must have length less than or equal to 20000`,
    ],
    [
      'subject over 140 characters',
      { emailSubject: 'x'.repeat(141) },
      `at 'emailSubject' failed to satisfy constraint: Member must have length less than or equal to 140`,
    ],
    [
      'text message over 140 characters',
      { smsMessage: `{####}${'x'.repeat(135)}` },
      `at 'smsMessage' failed to satisfy constraint: Member must have length less than or equal to 140`,
    ],
    [
      'text message without a place for the code',
      { smsMessage: 'Welcome' },
      `at 'smsMessage' failed to satisfy constraint: Member must satisfy regular expression pattern: .*\\{####\\}.*`,
    ],
  ])('%s', async (_, response, sentence) => {
    const caller = callerOf(answering(response), { trigger: 'CustomMessage' });
    await expect(customMessage(caller, verification)).rejects.toMatchObject({
      type: 'InvalidParameterException',
      message: expect.stringContaining(sentence),
    });
  });

  test('the longest texts pass', async () => {
    const texts = {
      emailSubject: 'x'.repeat(140),
      emailMessage: `${'x'.repeat(19_994)}{####}`,
      smsMessage: `${'x'.repeat(134)}{####}`,
    };
    await expect(
      customMessage(callerOf(answering(texts), { trigger: 'CustomMessage' }), verification),
    ).resolves.toEqual(texts);
  });
});

test.each([
  ['the code', { emailSubject: 'Welcome', emailMessage: 'You are {username}', smsMessage: 'You are {username}' }],
  ['the username', { emailSubject: 'Welcome', emailMessage: 'Password {####}', smsMessage: 'Password {####}' }],
])('an invitation without a place for %s is the template, without a word', async (_, response) => {
  const caller = callerOf(answering(response), { trigger: 'CustomMessage' });
  await expect(customMessage(caller, invitation)).resolves.toEqual({});
});

test('an invitation with both is used', async () => {
  const texts = { emailSubject: 'Welcome', emailMessage: '{username}: {####}', smsMessage: '{username} {####}' };
  const caller = callerOf(answering(texts), { trigger: 'CustomMessage' });
  await expect(customMessage(caller, invitation)).resolves.toEqual(texts);
});
