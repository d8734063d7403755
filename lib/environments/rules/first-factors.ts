import { clientsWithFlow } from './client-flow';
import { defineRule, type Rule } from './rule';

/** With what a sign-in may begin. */
export const firstFactorRules: readonly Rule[] = [
  defineRule({
    id: 'first-factor-password',
    what: 'PASSWORD is one of the first factors.',
    source: 'Cognito API, SignInPolicyType: the service refuses a list without it.',
    covers: ['deploy-14'],
    reads: ['signIn'],
    check: ({ signIn: { firstFactors } }) =>
      firstFactors.includes('PASSWORD')
        ? []
        : [
            {
              path: ['signIn', 'firstFactors'],
              got: firstFactors,
              allowed: 'a list with PASSWORD',
              instead: 'Add "PASSWORD"; users who sign up without a password have none all the same.',
            },
          ],
  }),
  defineRule({
    id: 'first-factor-code-beside-required-mfa',
    what: 'No sign-in begins with a code by message where a second factor is required.',
    source: 'Cognito Developer Guide, MFA: EMAIL_OTP and SMS_OTP are refused while MFA is required.',
    covers: ['deploy-15', 'unsafe-4'],
    reads: ['signIn', 'mfa'],
    check: ({ signIn: { firstFactors }, mfa }) =>
      firstFactors.flatMap((factor, index) =>
        mfa.mode === 'required' && (factor === 'EMAIL_OTP' || factor === 'SMS_OTP')
          ? [
              {
                path: ['signIn', 'firstFactors', index],
                got: factor,
                allowed: '"PASSWORD" or "WEB_AUTHN" beside mfa.mode "required"',
                instead: 'Remove it, or make mfa.mode "optional": then it is for users without a second factor.',
              },
            ]
          : [],
      ),
  }),
  defineRule({
    id: 'first-factor-needs-user-auth',
    what: 'First factors beside the password need an app client that lets users choose.',
    source: 'Cognito Developer Guide, choice-based sign-in: they are offered in the flow USER_AUTH alone.',
    reads: ['signIn', 'clients'],
    check: ({ signIn: { firstFactors }, clients }) =>
      firstFactors.every((factor) => factor === 'PASSWORD') || clientsWithFlow(clients, ['ALLOW_USER_AUTH']).length > 0
        ? []
        : [
            {
              path: ['signIn', 'firstFactors'],
              got: firstFactors,
              allowed: '["PASSWORD"] while no client has ALLOW_USER_AUTH',
              instead: 'Add ALLOW_USER_AUTH to the authFlows of a client, or leave PASSWORD alone.',
            },
          ],
  }),
];
