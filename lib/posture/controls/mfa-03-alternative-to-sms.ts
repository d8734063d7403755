import type { Control } from '../control';
import { offersMultiFactorPasskeys, secondFactors, settingsOfFactors } from '../factors';
import { conclude } from '../look';
import { notKnown, textsIn } from '../reading';
import type { Located } from '../subject';
import { any, names, not, type Truth } from '../truth';
import { valueAt } from '../value-at';

const property = 'EnabledMfas';

function hasAlternative(pool: Located): Truth {
  const factors = secondFactors(pool);
  return any([not(names(factors, 'SMS_MFA')), names(factors, 'SOFTWARE_TOKEN_MFA'), offersMultiFactorPasskeys(pool)]);
}

export const alternativeToSms: Control = {
  id: 'CGN-MFA-03',
  what: 'Whoever may get codes by text message may also choose an authenticator app, or a passkey that counts as two factors.',
  why: 'A telephone number can be taken over from its owner (SIM swap), and text messages cost money that strangers can spend.',
  sources: [
    { source: 'NIST SP 800-63B-4', id: '3.2.9' },
    { source: 'OWASP ASVS 5.0', id: '6.6.1' },
  ],
  severity: { sandbox: 'low', 'pre-production': 'medium', production: 'high' },
  field: 'mfa.factors',
  check: ({ pools }) =>
    pools.flatMap(({ pool }) => {
      const factors = secondFactors(pool);
      if (textsIn(factors)?.length === 0) return [];
      const wanted = 'no SMS_MFA, or SOFTWARE_TOKEN_MFA beside it, or passkeys as CGN-MFA-02 wants them';
      return [conclude(pool, property, factors, wanted, hasAlternative(pool))];
    }),
  orders: [
    {
      type: 'AWS::Cognito::UserPool',
      property,
      measure: (at) => {
        const value = hasAlternative(at);
        if (value !== undefined) return { kind: 'known', value };
        const factors = secondFactors(at);
        const why = factors.kind === 'unknown' ? factors.why : 'the settings of passkeys are not known';
        return notKnown(why, ...settingsOfFactors.map((each) => valueAt(at.resource, each)));
      },
      scale: { kind: 'levels', weakToStrong: [false, true] },
    },
  ],
};
