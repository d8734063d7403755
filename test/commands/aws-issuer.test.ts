import { awsIssuer } from '../../lib/commands/aws-issuer';

test.each([
  ['eu-west-1_AbCdEfGhI', 'ORIGINAL', 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI'],
  ['eu-west-1_AbCdEfGhI', 'UPDATED', 'https://issuer-cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI'],
  ['cn-north-1_AbCdEfGhI', 'ORIGINAL', 'https://cognito-idp.cn-north-1.amazonaws.com.cn/cn-north-1_AbCdEfGhI'],
] as const)('the issuer of %s (%s) is %s', (userPoolId, type, issuer) => {
  expect(awsIssuer(userPoolId, type)).toBe(issuer);
});
