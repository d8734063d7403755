import { covers, overlap } from '../../lib/posture/wildcard';

test.each([
  ['cognito-idp:Admin*', 'cognito-idp:*', true],
  ['*', 'cognito-idp:Admin*', true],
  ['COGNITO-IDP:adminGetUser', 'cognito-idp:Admin*', true],
  ['cognito-idp:?dminGetUser', 'cognito-idp:Admin*', true],
  ['cognito-idp:*User', 'cognito-idp:Admin*', true],
  ['cognito-idp:List*', 'cognito-idp:Admin*', false],
  ['cognito-idp:CreateUserPool', 'cognito-idp:CreateUserPool?*', false],
  ['*a', '*b', false],
  ['', '*', true],
  ['', '?', false],
])('%s and %s have a text in common: %s', (left, right, expected) => {
  expect(overlap(left, right)).toBe(expected);
  expect(overlap(right, left)).toBe(expected);
});

test.each([
  ['cognito-idp:*', 'cognito-idp:Admin*', true],
  ['cognito-idp:Admin*', 'cognito-idp:*', false],
  ['s3:*', 'cognito-idp:*', false],
  ['a.c', 'abc', false],
  ['IAM:*', 'iam:*', true],
])('%s covers %s: %s', (wide, narrow, expected) => {
  expect(covers(wide, narrow)).toBe(expected);
});
