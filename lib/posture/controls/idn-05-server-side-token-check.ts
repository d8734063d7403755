import { Token } from '../../template/value';
import { below } from '../below';
import type { Control } from '../control';
import { identityPoolType as type } from '../identity-pools';
import { judge } from '../look';
import { booleanIn, notKnown } from '../reading';
import { itemsOf, readingOf, valueAt } from '../value-at';

const property = 'CognitoIdentityProviders';

export const serverSideTokenCheck: Control = {
  id: 'CGN-IDN-05',
  what: 'The identity pool asks the user pool whether a user is still signed in and still there (ServerSideTokenCheck).',
  why: 'Otherwise somebody who was signed out, or deleted, gets new credentials until the token expires.',
  sources: [{ source: 'AWS API reference', id: 'CognitoIdentityProvider.ServerSideTokenCheck' }],
  severity: { sandbox: 'low', 'pre-production': 'medium', production: 'high' },
  field: 'identityPool',
  check: ({ ofType }) =>
    ofType(type).flatMap((at) =>
      itemsOf(valueAt(at.resource, property)).map((provider, index) => {
        const reading = readingOf(below(provider, 'ServerSideTokenCheck'));
        return judge(at, `${property}.${index}.ServerSideTokenCheck`, reading, {
          wanted: 'true; absent is false',
          passes: (each) => booleanIn(each) === true,
        });
      }),
    ),
  orders: [
    {
      type,
      property,
      measure: ({ resource }) => {
        const checks = itemsOf(valueAt(resource, property)).map((each) => below(each, 'ServerSideTokenCheck'));
        const token = checks.find((each) => each instanceof Token);
        if (token !== undefined) return notKnown(`${token.describe()}: ${token.reason}`, ...checks);
        return { kind: 'known', value: checks.every((each) => booleanIn(readingOf(each)) === true) };
      },
      scale: { kind: 'levels', weakToStrong: [false, true] },
    },
  ],
};
