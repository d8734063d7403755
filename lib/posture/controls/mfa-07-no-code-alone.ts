import type { Control } from '../control';
import { among, firstFactors, firstFactorsProperty } from '../factors';
import { isProduction } from '../intent';
import { conclude } from '../look';
import { read } from '../reading';
import { any, given, names, not, says } from '../truth';

const codes = ['EMAIL_OTP', 'SMS_OTP'] as const;

export const noCodeAlone: Control = {
  id: 'CGN-MFA-07',
  what: 'In production nobody begins with a code by e-mail or text message unless MFA is required of everybody.',
  why: 'Such a code is then the only factor: whoever reads the message is signed in.',
  sources: [{ source: 'OWASP ASVS 5.0', id: '6.3.4' }],
  severity: { sandbox: 'low', 'pre-production': 'medium', production: 'high' },
  field: 'signIn.firstFactors',
  check: ({ pools, intent }) => {
    const counts = isProduction(intent);
    if (counts === false) return [];
    return pools.map(({ pool }) => {
      const factors = firstFactors(pool);
      const isAlone = any(codes.map((code) => names(factors, code)));
      const truth = any([says(read(pool.resource, 'MfaConfiguration'), 'ON'), not(isAlone)]);
      const wanted = 'only PASSWORD and WEB_AUTHN, unless MfaConfiguration is ON';
      return conclude(pool, firstFactorsProperty, factors, wanted, given(counts, truth, true));
    });
  },
  orders: [
    {
      type: 'AWS::Cognito::UserPool',
      property: firstFactorsProperty,
      measure: (at) => among(firstFactors(at), codes),
      scale: { kind: 'set', stronger: 'smaller' },
    },
  ],
};
