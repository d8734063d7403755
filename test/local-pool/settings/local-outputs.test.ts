import { localOutputs } from '../../../lib/local-pool/settings/local-outputs';
import { Token } from '../../../lib/template/value';
import { countedIds } from './pool-template';

const place = { region: 'eu-west-1', account: '111122223333' };
const poolId = countedIds().poolId(place.region, 'dev/auth/UserPool');
const issuer = countedIds().issuerOf(poolId);
const identity = { ...place, poolId, issuer };

test.each([
  ['the original issuer', `https://cognito-idp.eu-west-1.amazonaws.com/${poolId}`, issuer],
  ['the updated issuer', `https://issuer-cognito-idp.eu-west-1.amazonaws.com/${poolId}`, issuer],
  ['the issuer here', issuer, issuer],
  ['the issuer of another pool', 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Other', undefined],
  ['what is below the issuer', `https://cognito-idp.eu-west-1.amazonaws.com/${poolId}/x`, undefined],
  ['the id of the pool', poolId, undefined],
])('%s: %s', (_, value, here = value) => {
  expect(localOutputs(new Map([['Output', value]]), identity).get('Output')).toBe(here);
});

test('what is known only after deployment stays as it is', () => {
  const token = new Token('expression', { Ref: 'Bucket' }, [], 'the id of Bucket is known only after deployment');
  expect(localOutputs(new Map([['Output', token]]), identity).get('Output')).toBe(token);
});
