import type { MessageTexts } from './message-texts';

const verification = 'Your verification code is <strong>{code}</strong>. It is valid for 24 hours.';
const unasked = 'If you did not ask for this, you can ignore this message.';

export const english: MessageTexts = {
  CustomMessage_SignUp: {
    subject: 'Your {product} verification code',
    email: ['Welcome to {product}.', verification, unasked],
    sms: '{product}: your verification code is {code}',
  },
  CustomMessage_ResendCode: {
    subject: 'Your new {product} verification code',
    email: [verification, 'Earlier codes no longer work.', unasked],
    sms: '{product}: your new verification code is {code}',
  },
  CustomMessage_ForgotPassword: {
    subject: 'Reset your {product} password',
    email: [
      'Your code to set a new {product} password is <strong>{code}</strong>. It is valid for one hour.',
      'If you did not ask for this, do nothing: your password stays as it is. Never give this code to anybody.',
    ],
    sms: '{product}: your code to set a new password is {code}',
  },
  CustomMessage_UpdateUserAttribute: {
    subject: 'Confirm the change to your {product} account',
    email: [
      'Somebody wants to use this address for a {product} account. If it was you, enter the code <strong>{code}</strong>. It is valid for 24 hours.',
      unasked,
    ],
    sms: '{product}: your code to confirm the change is {code}',
  },
  CustomMessage_VerifyUserAttribute: {
    subject: 'Your {product} verification code',
    email: [verification, unasked],
    sms: '{product}: your verification code is {code}',
  },
  CustomMessage_Authentication: {
    subject: 'Your {product} sign-in code',
    email: [
      'Your code to sign in to {product} is <strong>{code}</strong>. It is valid for a few minutes.',
      'If you are not signing in right now, somebody else has your password: change it. Never give this code to anybody.',
    ],
    sms: '{product}: your sign-in code is {code}',
  },
  CustomMessage_AdminCreateUser: {
    subject: 'Your {product} account',
    email: [
      'An account was made for you at {product}.',
      'User name: <strong>{username}</strong><br>Temporary password: <strong>{code}</strong>',
      'You choose your own password when you first sign in.',
    ],
    sms: '{product}: user name {username}, temporary password {code}',
  },
};
