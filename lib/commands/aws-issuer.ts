import type { PoolFacts } from '../sign-in/pool-facts';

/**
 * The issuer of a deployed pool; the id begins with the Region (developer guide, "Verifying JSON web tokens"; API
 * reference, IssuerConfigurationType).
 */
export function awsIssuer(userPoolId: string, type: PoolFacts['issuerType']): string {
  const [region = ''] = userPoolId.split('_');
  const host = type === 'UPDATED' ? 'issuer-cognito-idp' : 'cognito-idp';
  return `https://${host}.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}/${userPoolId}`;
}
