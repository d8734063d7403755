import { getsCodes, lookForUsed, namesUsers, recovers, recovery } from '../addresses';
import type { Control } from '../control';
import { effective } from '../look';
import { any } from '../truth';

const property = 'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate';

export const verificationBeforeUpdate: Control = {
  id: 'CGN-ACC-02',
  what: 'An address with which users sign in, recover or get codes changes only after the new one is verified.',
  why: 'Otherwise a stolen access token puts the address of the thief in its place at once.',
  sources: [
    { source: 'OWASP ASVS 5.0', id: '7.5.1' },
    { source: 'AWS developer guide', id: 'user-pool-settings-email-phone-verification' },
  ],
  severity: { sandbox: 'medium', 'pre-production': 'medium', production: 'high' },
  field: 'verificationBeforeUpdate',
  check: ({ pools }) =>
    pools.flatMap(({ pool }) => {
      // Without mechanisms the service recovers by any verified address.
      const recoversByAny = recovery(pool).kind === 'absent';
      return lookForUsed(pool, property, (address) =>
        any([namesUsers(address, pool), recoversByAny || recovers(address, pool), getsCodes(address, pool)]),
      );
    }),
  orders: [
    {
      type: 'AWS::Cognito::UserPool',
      property,
      measure: effective(property, []),
      scale: { kind: 'set', stronger: 'larger' },
    },
  ],
};
