import type { Control } from '../control';
import { effective, look } from '../look';
import { numberIn } from '../reading';

const type = 'AWS::Cognito::UserPoolDomain';
const property = 'ManagedLoginVersion';

export const managedLoginVersion: Control = {
  id: 'CGN-DOM-02',
  what: 'The pages are those of managed login (version 2), not of the classic hosted UI.',
  why: 'The classic pages have no passkeys, and what is new in sign-in does not come to them.',
  sources: [{ source: 'AWS developer guide', id: 'cognito-user-pools-managed-login' }],
  severity: { sandbox: 'informational', 'pre-production': 'informational', production: 'low' },
  field: 'managedLogin',
  check: ({ ofType }) =>
    ofType(type).map((at) =>
      look(at, property, { wanted: '2; absent is 1', passes: (reading) => numberIn(reading) === 2 }),
    ),
  orders: [{ type, property, measure: effective(property, 1), scale: { kind: 'number', stronger: 'larger' } }],
};
