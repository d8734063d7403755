import type { Located } from '../../posture/subject';
import { attributeReference } from '../../template/value';
import { settingOf } from '../effective/effective';
import { targetOf, targetOfResource } from '../references';
import type { Happening, Ruling } from './rule';

/**
 * What is said of a part of an app client that is removed together with the client: nobody misses it. A client that takes
 * the place of the old one has to have such a part as well; without one, and where the old client stays in the account,
 * the rules about the part itself count.
 */
export function withItsClient({ comparison, pair: { before }, type, fate }: Happening): readonly Ruling[] | undefined {
  const own = before && clientOf(before);
  if (fate !== 'removed' || own === undefined) return undefined;
  const client = comparison.pairs.find((each) => each.before !== undefined && targetOfResource(each.before) === own);
  if (client?.before === undefined || comparison.isLeftBehind(client.before)) return undefined;
  const { after: next, paired } = client;
  const isSucceeded = comparison.pairs.some(
    ({ after }) => after?.resource.type === type && next !== undefined && clientOf(after) === targetOfResource(next),
  );
  const isGone = next === undefined || (paired !== 'by id' && isSucceeded);
  return isGone ? [{ verdict: 'neutral', effect: 'It goes with its app client.' }] : undefined;
}

/** The client that a part names by reference, as targetOf() tells it. */
function clientOf({ resource }: Located): string | undefined {
  const reference = attributeReference(settingOf(resource, 'ClientId'));
  return reference && targetOf(reference);
}
