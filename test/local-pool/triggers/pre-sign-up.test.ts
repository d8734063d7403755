import { preSignUp, type PreSignUpEvent } from '../../../lib/local-pool/triggers/pre-sign-up';
import { answering, callerOf, echoing } from './recording-lambda';

const event: PreSignUpEvent = {
  source: 'PreSignUp_SignUp',
  username: 'mia',
  attributes: { email: 'mia@example.com' },
};
const nothing = { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false };
const everything = { autoConfirmUser: true, autoVerifyEmail: true, autoVerifyPhone: true };

test('without the trigger nothing is confirmed or verified', async () => {
  await expect(preSignUp(callerOf(echoing(), { trigger: undefined }), event)).resolves.toEqual(nothing);
});

test('the event carries attributes, validation data and client metadata', async () => {
  const lambda = echoing();
  await preSignUp(callerOf(lambda, { trigger: 'PreSignUp' }), {
    ...event,
    validationData: { campaign: 'spring' },
    clientMetadata: { locale: 'ja' },
  });
  expect(lambda.events[0]).toMatchObject({
    triggerSource: 'PreSignUp_SignUp',
    userName: 'mia',
    request: {
      userAttributes: { email: 'mia@example.com' },
      validationData: { campaign: 'spring' },
      clientMetadata: { locale: 'ja' },
    },
    response: nothing,
  });
});

test('validation data that was not sent is null, client metadata is not there', async () => {
  const lambda = echoing();
  await preSignUp(callerOf(lambda, { trigger: 'PreSignUp' }), event);
  expect(lambda.events[0]?.request).toEqual({ userAttributes: { email: 'mia@example.com' }, validationData: null });
});

test.each([
  ['the event unchanged', nothing, nothing],
  ['nothing in the response', {}, nothing],
  ['null', { autoConfirmUser: null }, nothing],
  [
    'a confirmation',
    { autoConfirmUser: true, autoVerifyEmail: true },
    { ...nothing, autoConfirmUser: true, autoVerifyEmail: true },
  ],
])('the decision of a function that returns %s', async (_, response, decision) => {
  await expect(preSignUp(callerOf(answering(response), { trigger: 'PreSignUp' }), event)).resolves.toEqual(decision);
});

test('the decision is ignored for a user that an administrator creates', async () => {
  const caller = callerOf(answering(everything), { trigger: 'PreSignUp' });
  await expect(preSignUp(caller, { ...event, source: 'PreSignUp_AdminCreateUser' })).resolves.toEqual(nothing);
});

test.each([
  ['autoVerifyEmail', 'email', {}],
  ['autoVerifyEmail', 'email', { email: '' }],
  ['autoVerifyPhone', 'phone_number', { email: 'mia@example.com' }],
])('%s needs the attribute %s', async (field, name, attributes) => {
  const caller = callerOf(answering({ [field]: true }), { trigger: 'PreSignUp' });
  await expect(preSignUp(caller, { ...event, attributes })).rejects.toMatchObject({
    type: 'InvalidLambdaResponseException',
    detail: `${field} is true, but the user has no ${name} to verify`,
  });
});
