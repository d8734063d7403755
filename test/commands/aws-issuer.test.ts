import { awsIssuer } from '../../lib/commands/aws-issuer';

test.each([
  ['eu-west-1_AbCdEfGhI', 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI'],
  ['cn-north-1_AbCdEfGhI', 'https://cognito-idp.cn-north-1.amazonaws.com.cn/cn-north-1_AbCdEfGhI'],
])('the issuer of %s is %s', (userPoolId, issuer) => {
  expect(awsIssuer(userPoolId)).toBe(issuer);
});
