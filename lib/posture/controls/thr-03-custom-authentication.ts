import type { Control } from '../control';
import { customAuthentication } from '../custom-authentication';
import { effective, judge, look } from '../look';
import { booleanIn, textIn } from '../reading';

const property = 'UserPoolAddOns.AdvancedSecurityAdditionalFlows.CustomAuthMode';

export const customAuthenticationProtection: Control = {
  id: 'CGN-THR-03',
  what: 'Where a sign-in by CUSTOM_AUTH is possible, threat protection is enforced for it as well.',
  why: 'The mode of threat protection leaves custom authentication out: what is stopped elsewhere gets in there.',
  sources: [
    { source: 'AWS Security Hub', id: 'Cognito.4' },
    { source: 'AWS Config', id: 'cognito-userpool-cust-auth-threat-full-check' },
  ],
  conflict: 'Security Hub asks for it of every user pool; here one where nobody can sign in so is left out.',
  severity: { sandbox: 'low', 'pre-production': 'medium', production: 'high' },
  field: 'threatProtection.customAuthentication.mode',
  check: ({ pools }) =>
    pools.flatMap((view) => {
      const reachable = customAuthentication(view);
      const finding = look(view.pool, property, {
        wanted: '"ENFORCED", as a sign-in by CUSTOM_AUTH is possible',
        passes: (reading) => textIn(reading) === 'ENFORCED',
      });
      if (finding.verdict === 'pass') return [finding];
      if (reachable.kind === 'unknown')
        return [judge(view.pool, 'LambdaConfig', reachable, { wanted: 'no CUSTOM_AUTH', passes: () => false })];
      return booleanIn(reachable) === true ? [finding] : [];
    }),
  orders: [
    {
      type: 'AWS::Cognito::UserPool',
      property,
      measure: effective(property, 'OFF'),
      scale: { kind: 'levels', weakToStrong: ['OFF', 'AUDIT', 'ENFORCED'] },
    },
  ],
};
