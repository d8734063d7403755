import type { Environment } from '../environment';
import type { Path } from '../problem';
import { userClients } from '../user-clients';
import { defineRule, type Rule } from './rule';

const cure = 'Make featurePlan "ESSENTIALS" or "PLUS"';

/** What LITE does not have, where it is asked for, with what to write instead there. */
interface Asked {
  readonly path: Path;
  readonly got: unknown;
  readonly instead: string;
}

type Askable = Pick<Environment, 'signIn' | 'mfa' | 'passkeys' | 'managedLogin' | 'clients' | 'replicas'>;

function askedOfEssentials({ signIn, mfa, passkeys, managedLogin, clients, replicas }: Askable): readonly Asked[] {
  const listed = (path: Path, list: readonly string[], wanted: readonly string[]): readonly Asked[] =>
    list.flatMap((entry, index) =>
      wanted.includes(entry) ? [{ path: [...path, index], got: entry, instead: 'remove it' }] : [],
    );
  return [
    ...listed(['signIn', 'firstFactors'], signIn.firstFactors, ['EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN']),
    ...listed(['mfa', 'factors'], mfa.mode === 'off' ? [] : mfa.factors, ['EMAIL_OTP']),
    ...(passkeys.use === 'on' ? [{ path: ['passkeys', 'use'], got: 'on', instead: 'write { use: "off" }' }] : []),
    ...(managedLogin.pages === 'on'
      ? [{ path: ['managedLogin', 'pages'], got: 'on', instead: 'write { pages: "off" }' }]
      : []),
    ...userClients(clients).flatMap(([name, { authFlows, refreshTokenRotation }]) => [
      ...listed(['clients', name, 'authFlows'], authFlows, ['ALLOW_USER_AUTH']),
      ...(refreshTokenRotation.enabled
        ? [
            {
              path: ['clients', name, 'refreshTokenRotation', 'enabled'],
              got: true,
              instead: 'write { enabled: false, reason }',
            },
          ]
        : []),
    ]),
    ...replicas.map(({ region }, index) => ({ path: ['replicas', index], got: region, instead: 'remove it' })),
  ];
}

/** What a plan lacks; the service says so only at deployment. */
export const featurePlanRules: readonly Rule[] = [
  defineRule({
    id: 'feature-needs-essentials',
    what:
      'Codes and passkeys as first factors, choice-based sign-in, MFA by e-mail, the pages of managed login, rotating ' +
      'refresh tokens and copies in other Regions need the ESSENTIALS plan.',
    source: 'Cognito Developer Guide, feature plans: ESSENTIALS or PLUS.',
    covers: ['deploy-13', 'unsafe-3'],
    reads: ['featurePlan', 'signIn', 'mfa', 'passkeys', 'managedLogin', 'clients', 'replicas'],
    check: ({ featurePlan, ...declared }) =>
      featurePlan !== 'LITE'
        ? []
        : askedOfEssentials(declared).map(({ instead, ...asked }) => ({
            ...asked,
            allowed: 'nothing of this kind on featurePlan "LITE"',
            instead: `${cure}, or ${instead}.`,
          })),
  }),
  defineRule({
    id: 'pre-token-generation-needs-essentials',
    what: 'Versions of the pre-token-generation trigger above V1_0 need the ESSENTIALS plan.',
    source: 'Cognito Developer Guide, pre token generation: event versions V2_0 and V3_0 need ESSENTIALS or PLUS.',
    covers: ['deploy-13', 'unsafe-3'],
    reads: ['featurePlan', 'triggers'],
    check: ({ featurePlan, triggers }) =>
      featurePlan === 'LITE' && triggers.preTokenGeneration && triggers.preTokenGeneration.eventVersion !== 'V1_0'
        ? [
            {
              path: ['triggers', 'preTokenGeneration', 'eventVersion'],
              got: triggers.preTokenGeneration.eventVersion,
              allowed: '"V1_0" on featurePlan "LITE"',
              instead: `${cure}, or write "V1_0": then access tokens have no claims of your own.`,
            },
          ]
        : [],
  }),
  defineRule({
    id: 'password-history-needs-essentials',
    what: 'A password history needs the ESSENTIALS plan.',
    source: 'Cognito Developer Guide, password reuse: ESSENTIALS or PLUS.',
    covers: ['deploy-11'],
    reads: ['featurePlan', 'passwordPolicy'],
    check: ({ featurePlan, passwordPolicy }) =>
      featurePlan === 'LITE' && passwordPolicy.passwordHistorySize > 0
        ? [
            {
              path: ['passwordPolicy', 'passwordHistorySize'],
              got: passwordPolicy.passwordHistorySize,
              allowed: '0 on featurePlan "LITE"',
              instead: `${cure}, or write 0.`,
            },
          ]
        : [],
  }),
  defineRule({
    id: 'threat-protection-needs-plus',
    what: 'Threat protection needs the PLUS plan.',
    source: 'Cognito Developer Guide, advanced security with threat protection: PLUS.',
    covers: ['deploy-47', 'unsafe-3'],
    reads: ['featurePlan', 'threatProtection'],
    check: ({ featurePlan, threatProtection }) =>
      featurePlan !== 'PLUS' && threatProtection.mode !== 'off'
        ? [
            {
              path: ['threatProtection', 'mode'],
              got: threatProtection.mode,
              allowed: `"off" on featurePlan "${featurePlan}"`,
              instead: 'Make featurePlan "PLUS", or write { mode: "off", reason }.',
            },
          ]
        : [],
  }),
];
