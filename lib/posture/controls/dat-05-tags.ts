import { isObject, member, Token } from '../../template/value';
import type { Control } from '../control';
import { conclude } from '../look';
import { readingOf, valueAt } from '../value-at';

const property = 'UserPoolTags';

/** What a tag has to tell, and the keys under which it is looked for. */
const needed = [
  ['whose it is', ['owner']],
  ['which environment it is', ['environment', 'env']],
  ['which data it has', ['data-class']],
] as const;

export const tags: Control = {
  id: 'CGN-DAT-05',
  what: 'Tags of the user pool tell whose it is, which environment it is and which class its data has.',
  why: 'In an incident nobody knows whom to ask, and how bad it is.',
  sources: [{ source: 'AWS Config', id: 'cognito-user-pool-tagged' }],
  severity: { sandbox: 'informational', 'pre-production': 'informational', production: 'low' },
  field: 'tags',
  check: ({ pools }) =>
    pools.map(({ pool }) => {
      const written = valueAt(pool.resource, property);
      const values = needed.map(([, keys]) =>
        keys.map((key) => (isObject(written) ? member(written, key) : undefined)).find((value) => value !== undefined),
      );
      const isKnown = !(written instanceof Token) && !values.some((value) => value instanceof Token);
      const missing = values.some((value) => !(value instanceof Token) && (typeof value !== 'string' || value === ''));
      const truth = written instanceof Token ? undefined : missing ? false : isKnown ? true : undefined;
      const wanted = needed.map(([what, keys]) => `${keys.join(' or ')} (${what})`).join(', ');
      return conclude(pool, property, readingOf(written), wanted, truth);
    }),
  orders: [
    {
      type: 'AWS::Cognito::UserPool',
      property,
      measure: ({ resource }) => {
        const written = valueAt(resource, property);
        return written instanceof Token
          ? readingOf(written)
          : { kind: 'known', value: isObject(written) ? Object.keys(written).toSorted() : [] };
      },
      scale: { kind: 'set', stronger: 'larger' },
    },
  ],
};
