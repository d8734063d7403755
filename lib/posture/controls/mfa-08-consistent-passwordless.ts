import type { Control } from '../control';
import { firstFactors, firstFactorsProperty, multiFactorPasskey } from '../factors';
import { conclude } from '../look';
import { read } from '../reading';
import { all, any, given, names, not, says } from '../truth';

export const consistentPasswordless: Control = {
  id: 'CGN-MFA-08',
  what: 'Where MFA is required of everybody, the only passwordless first factor is a passkey that counts as two factors.',
  why: 'The service refuses codes there, and a passkey that counts as one factor is not offered: users get less than is declared.',
  sources: [
    { source: 'AWS developer guide', id: 'user-pool-settings-mfa' },
    { source: 'AWS API reference', id: 'WebAuthnConfigurationType' },
  ],
  conflict:
    'The developer guide knows no passwordless factor beside required MFA; the API reference, which is younger, takes a ' +
    `passkey with ${multiFactorPasskey}: the API reference is followed.`,
  severity: { sandbox: 'medium', 'pre-production': 'medium', production: 'medium' },
  field: 'passkeys.factorConfiguration',
  check: ({ pools }) =>
    pools.flatMap(({ pool }) => {
      const isRequired = says(read(pool.resource, 'MfaConfiguration'), 'ON');
      if (isRequired === false) return [];
      const factors = firstFactors(pool);
      const isCode = any(['EMAIL_OTP', 'SMS_OTP'].map((code) => names(factors, code)));
      const isTwo = says(read(pool.resource, 'WebAuthnFactorConfiguration'), multiFactorPasskey);
      const truth = all([not(isCode), any([not(names(factors, 'WEB_AUTHN')), isTwo])]);
      const wanted = `PASSWORD, and WEB_AUTHN only with WebAuthnFactorConfiguration ${multiFactorPasskey}`;
      return [conclude(pool, firstFactorsProperty, factors, wanted, given(isRequired, truth, true))];
    }),
  orders: [],
};
