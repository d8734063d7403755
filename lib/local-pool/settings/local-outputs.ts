import type { Value } from '../../template/value';
import type { LocalIdentity } from './local-values';

/**
 * The outputs of a stack on this machine: where one is the issuer as the service would write it, in its original or its
 * updated form (IssuerConfigurationType), it is the issuer here, which the tokens have.
 */
export function localOutputs(
  outputs: ReadonlyMap<string, Value>,
  { region, poolId, issuer }: LocalIdentity,
): ReadonlyMap<string, Value> {
  const ofService = ['cognito-idp', 'issuer-cognito-idp'].flatMap((host) =>
    ['amazonaws.com', 'amazonaws.com.cn'].map((suffix) => `https://${host}.${region}.${suffix}/${poolId}`),
  );
  return new Map(
    [...outputs].map(([key, value]) => [key, typeof value === 'string' && ofService.includes(value) ? issuer : value]),
  );
}
