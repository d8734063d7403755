import { decide } from '../../../lambda/pre-authentication/decide';

const settings = { deniedAttribute: 'custom:blocked', deniedValues: ['true', 'pending'] };
const refusal = { kind: 'refuse', message: 'This account cannot sign in, please ask who manages it' };
const accept = { kind: 'accept' };

it.each([
  ['a denied value', { 'custom:blocked': 'true' }, refusal],
  ['another denied value', { 'custom:blocked': 'pending' }, refusal],
  ['a value that is not denied', { 'custom:blocked': 'false' }, accept],
  ['a value that only looks like a denied one', { 'custom:blocked': 'TRUE' }, accept],
  ['no value', {}, accept],
  ['a denied value in another attribute', { 'custom:tenant': 'true' }, accept],
])('a user with %s gets %j', (_, userAttributes, verdict) => {
  expect(decide({ userAttributes, userNotFound: false }, settings)).toEqual(verdict);
});

it('who does not exist is not kept out, so that the answer is that of a wrong password', () => {
  expect(decide({ userAttributes: { 'custom:blocked': 'true' }, userNotFound: true }, settings)).toEqual(accept);
});

it('an attribute named like a method of every object is no attribute', () => {
  const everything = { deniedAttribute: 'constructor', deniedValues: [String(Object)] };
  expect(decide({ userAttributes: {} }, everything)).toEqual(accept);
});
