import { authFlows, permitsCustomFlow } from './auth-flows';
import { isThere } from './presence';
import { booleanIn, type Reading } from './reading';
import type { Located, PoolView } from './subject';
import type { Truth } from './truth';
import { readingOf, valueAt } from './value-at';

/** Lambda triggers that answer CUSTOM_AUTH; the service needs all three. */
export const triggers = ['DefineAuthChallenge', 'CreateAuthChallenge', 'VerifyAuthChallengeResponse'];

/** Whether anybody can sign in by CUSTOM_AUTH: the triggers are there, or a client permits it. A known true or false. */
export function customAuthentication({ pool, clients }: PoolView): Reading {
  const readings = [
    ...triggers.map((name) => {
      const property = `LambdaConfig.${name}`;
      return asReading(isThere(pool, property), pool, property);
    }),
    ...clients.map((client) => asReading(permitsCustomFlow(client), client, authFlows)),
  ];
  const unknown = readings.find(({ kind }) => kind === 'unknown');
  if (readings.some((each) => booleanIn(each) === true)) return { kind: 'known', value: true };
  return unknown ?? { kind: 'known', value: false };
}

/** What stands in the template where that does not tell. */
function asReading(truth: Truth, { resource }: Located, property: string): Reading {
  return truth === undefined ? readingOf(valueAt(resource, property)) : { kind: 'known', value: truth };
}
