import type { Control } from '../control';
import { effective, judge, look } from '../look';
import { numberIn, read, textIn } from '../reading';

const property = 'Policies.PasswordPolicy.MinimumLength';

/** Without MFA for everybody the password can be the only factor. */
const alone = 15;
const beside = 8;

export const minimumLength: Control = {
  id: 'CGN-PWD-01',
  what: `Passwords have at least ${alone} characters, or ${beside} where MFA is required of everybody; the template says so.`,
  why: 'Length is what makes a password hard to guess.',
  sources: [
    { source: 'NIST SP 800-63B-4', id: '3.1.1.2' },
    { source: 'OWASP ASVS 5.0', id: '6.2.1' },
    { source: 'AWS Security Hub', id: 'Cognito.3' },
    { source: 'cdk-nag', id: 'AwsSolutions-COG1' },
    { source: 'Prowler', id: 'cognito_user_pool_password_policy_minimum_length_14' },
  ],
  conflict:
    'Security Hub and cdk-nag ask for 8, Prowler for 14, NIST for 15 where the password is the only factor: NIST is followed.',
  severity: { sandbox: 'low', 'pre-production': 'medium', production: 'high' },
  field: 'passwordPolicy.minimumLength',
  check: ({ pools }) =>
    pools.map(({ pool }) => {
      const mfa = read(pool.resource, 'MfaConfiguration');
      const least = textIn(mfa) === 'ON' ? beside : alone;
      const length = numberIn(read(pool.resource, property));
      // Between the two it depends on MFA, which is not known.
      if (mfa.kind === 'unknown' && length !== undefined && length >= beside && length < alone)
        return judge(pool, 'MfaConfiguration', mfa, { wanted: `${alone}, or ON`, passes: () => false });
      return look(pool, property, {
        wanted: `at least ${least}`,
        passes: (reading) => (numberIn(reading) ?? 0) >= least,
      });
    }),
  orders: [
    {
      type: 'AWS::Cognito::UserPool',
      property,
      // The service's own, where the policy is absent.
      measure: effective(property, 8),
      scale: { kind: 'number', stronger: 'larger' },
    },
  ],
};
