import type { Control } from '../control';
import { needsTwoFactors } from '../intent';
import { conclude, effective, look } from '../look';
import { read, textIn } from '../reading';
import type { PoolView } from '../subject';
import { enforcedRiskFindings } from '../threat-protection';
import { all, any, given, holds, says, type Truth } from '../truth';

const property = 'MfaConfiguration';
const stopping: readonly (string | undefined)[] = ['MFA_REQUIRED', 'BLOCK'];

/** Whether threat protection asks for a second factor, or blocks, where the risk is medium or high. */
function stopsRiskySignIns(view: PoolView): Truth {
  const wanted = stopping.join(' or ');
  const findings = enforcedRiskFindings(view, wanted, (at) =>
    ['MediumAction', 'HighAction'].map((action) =>
      look(at, `AccountTakeoverRiskConfiguration.Actions.${action}.EventAction`, {
        wanted,
        passes: (reading) => stopping.includes(textIn(reading)),
      }),
    ),
  );
  return holds(findings);
}

export const mfaRequired: Control = {
  id: 'CGN-MFA-01',
  what: 'Nobody signs in without a second factor; under aal1 threat protection may decide who needs one.',
  why: 'A password alone is one factor: whoever has it has the account.',
  sources: [
    { source: 'NIST SP 800-63B-4', id: '2.2.1' },
    { source: 'OWASP ASVS 5.0', id: '6.3.3' },
    { source: 'AWS Security Hub', id: 'Cognito.5' },
    { source: 'AWS Config', id: 'cognito-user-pool-mfa-enabled' },
    { source: 'cdk-nag', id: 'AwsSolutions-COG2' },
    { source: 'Prowler', id: 'cognito_user_pool_mfa_enabled' },
    { source: 'KICS', id: 'cognito_userpool_without_mfa' },
    { source: 'cfn_nag', id: 'F78' },
  ],
  conflict:
    'cdk-nag and Prowler want ON; adaptive authentication of AWS needs OPTIONAL, and the guide says that ON excludes ' +
    'passwordless first factors while NIST 2.2.2 wants one that cannot be phished. aal2 wants ON (a passkey that counts ' +
    'as two factors is the way out), aal1 takes OPTIONAL with threat protection that stops risky sign-ins.',
  severity: { sandbox: 'low', 'pre-production': 'high', production: 'critical' },
  field: 'mfa.mode',
  check: ({ pools, intent }) =>
    pools.map((view) => {
      const mode = read(view.pool.resource, property);
      const [isOn, isOptional] = [says(mode, 'ON'), says(mode, 'OPTIONAL')];
      const isAdaptive = any([isOn, all([isOptional, stopsRiskySignIns(view)])]);
      const two = needsTwoFactors(intent);
      const orAdaptive = 'OPTIONAL with threat protection ENFORCED and medium and high risk MFA_REQUIRED or BLOCK';
      const wanted = two === true ? 'ON' : two === false ? `ON, or ${orAdaptive}` : `ON, or under aal1 ${orAdaptive}`;
      return conclude(view.pool, property, mode, wanted, given(two, isOn, isAdaptive));
    }),
  orders: [
    {
      type: 'AWS::Cognito::UserPool',
      property,
      measure: effective(property, 'OFF'),
      scale: { kind: 'levels', weakToStrong: ['OFF', 'OPTIONAL', 'ON'] },
    },
  ],
};
