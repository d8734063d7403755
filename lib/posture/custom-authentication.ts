import { isThere } from './presence';
import { booleanIn, read, textsIn, type Reading } from './reading';
import type { PoolView } from './subject';
import { readingOf, valueAt } from './value-at';

/** Lambda triggers that answer CUSTOM_AUTH; the service needs all three. */
export const triggers = ['DefineAuthChallenge', 'CreateAuthChallenge', 'VerifyAuthChallengeResponse'];
/** Values of ExplicitAuthFlows that let a client begin with CUSTOM_AUTH, the older name included. */
export const flows = ['ALLOW_CUSTOM_AUTH', 'CUSTOM_AUTH_FLOW_ONLY'];

/** Whether anybody can sign in by CUSTOM_AUTH: the triggers are there, or a client permits it. A known true or false. */
export function customAuthentication({ pool, clients }: PoolView): Reading {
  const readings = [
    ...triggers.map((name): Reading => {
      const property = `LambdaConfig.${name}`;
      const there = isThere(pool, property);
      return there === undefined ? readingOf(valueAt(pool.resource, property)) : { kind: 'known', value: there };
    }),
    ...clients.map(({ resource }): Reading => {
      const explicit = read(resource, 'ExplicitAuthFlows');
      if (explicit.kind === 'unknown') return explicit;
      // Without the list the service permits refresh, SRP and custom authentication.
      const permitted = textsIn(explicit)?.some((flow) => flows.includes(flow)) ?? true;
      return { kind: 'known', value: permitted };
    }),
  ];
  const unknown = readings.find(({ kind }) => kind === 'unknown');
  if (readings.some((each) => booleanIn(each) === true)) return { kind: 'known', value: true };
  return unknown ?? { kind: 'known', value: false };
}
