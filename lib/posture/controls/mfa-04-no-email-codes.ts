import type { Control } from '../control';
import { among, firstFactors, firstFactorsProperty, secondFactors } from '../factors';
import { conclude } from '../look';
import { names, not } from '../truth';

const lists = [
  { property: 'EnabledMfas', factors: secondFactors },
  { property: firstFactorsProperty, factors: firstFactors },
] as const;

export const noEmailCodes: Control = {
  id: 'CGN-MFA-04',
  what: 'No code by e-mail is a factor of a sign-in.',
  why: 'The mailbox also replaces a forgotten password: whoever reads it has both factors.',
  sources: [
    { source: 'NIST SP 800-63B-4', id: '3.1.3.1' },
    { source: 'OWASP ASVS 5.0', id: '6.3.6' },
  ],
  conflict: 'AWS offers codes by e-mail as a second factor; NIST and, at level 3, ASVS reject them: NIST is followed.',
  severity: { sandbox: 'low', 'pre-production': 'low', production: 'medium' },
  field: 'mfa.factors',
  check: ({ pools }) =>
    pools.flatMap(({ pool }) =>
      lists.map(({ property, factors }) => {
        const reading = factors(pool);
        return conclude(pool, property, reading, 'no EMAIL_OTP', not(names(reading, 'EMAIL_OTP')));
      }),
    ),
  orders: lists.map(({ property, factors }) => ({
    type: 'AWS::Cognito::UserPool',
    property,
    measure: (at) => among(factors(at), ['EMAIL_OTP']),
    scale: { kind: 'set', stronger: 'smaller' },
  })),
};
