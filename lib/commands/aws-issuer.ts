/** The issuer of a deployed pool (developer guide, "Verifying JSON web tokens"); the id begins with the Region. */
export function awsIssuer(userPoolId: string): string {
  const [region = ''] = userPoolId.split('_');
  return `https://cognito-idp.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}/${userPoolId}`;
}
