import { userClients } from '../user-clients';
import { clientsWithFlow } from './client-flow';
import { defineRule, type Rule } from './rule';

/** A sign-in by challenges of one's own (CUSTOM_AUTH). */
export const customAuthenticationRules: readonly Rule[] = [
  defineRule({
    id: 'custom-authentication-needs-flow',
    what: 'Custom authentication needs an app client that allows it.',
    source: 'Cognito API, InitiateAuth: its triggers run in the flow CUSTOM_AUTH alone.',
    reads: ['triggers', 'clients'],
    check: ({ triggers, clients }) =>
      triggers.customAuthentication !== undefined && clientsWithFlow(clients, ['ALLOW_CUSTOM_AUTH']).length === 0
        ? [
            {
              path: ['triggers', 'customAuthentication'],
              got: triggers.customAuthentication,
              allowed: 'no customAuthentication while no client has ALLOW_CUSTOM_AUTH',
              instead: 'Add ALLOW_CUSTOM_AUTH to the authFlows of a client, or remove triggers.customAuthentication.',
            },
          ]
        : [],
  }),
  defineRule({
    id: 'custom-flow-needs-triggers',
    what: 'A client allows ALLOW_CUSTOM_AUTH only where the triggers of custom authentication are.',
    source: 'Cognito refuses such a sign-in ("Custom auth lambda trigger is not configured for the user pool.").',
    reads: ['triggers', 'clients'],
    check: ({ triggers, clients }) =>
      triggers.customAuthentication !== undefined
        ? []
        : userClients(clients).flatMap(([name, { authFlows }]) =>
            authFlows.flatMap((flow, index) =>
              flow === 'ALLOW_CUSTOM_AUTH'
                ? [
                    {
                      path: ['clients', name, 'authFlows', index],
                      got: flow,
                      allowed: 'no ALLOW_CUSTOM_AUTH without triggers.customAuthentication',
                      instead: 'Remove it, or declare triggers.customAuthentication.',
                    },
                  ]
                : [],
            ),
          ),
  }),
  defineRule({
    id: 'custom-authentication-needs-ses',
    what: 'Custom authentication by e-mail needs the SES sender.',
    source: 'CreateAuthChallenge sends the code itself, by the SES identity of the environment.',
    reads: ['triggers', 'emailSender'],
    check: ({ triggers, emailSender }) =>
      triggers.customAuthentication !== undefined && emailSender.kind === 'built-in'
        ? [
            {
              path: ['triggers', 'customAuthentication', 'challenge'],
              got: triggers.customAuthentication.challenge,
              allowed: 'no "email-code" beside emailSender.kind "built-in"',
              instead: 'Make emailSender.kind "ses", or remove triggers.customAuthentication.',
            },
          ]
        : [],
  }),
  defineRule({
    id: 'custom-authentication-beside-required-mfa',
    what: 'Where a second factor is required, a code does not sign in alone.',
    source: 'Cognito Developer Guide, custom challenges: a second factor is asked for after PASSWORD_VERIFIER only.',
    reads: ['triggers', 'mfa'],
    check: ({ triggers: { customAuthentication }, mfa }) =>
      mfa.mode === 'required' && customAuthentication?.password === 'not-asked'
        ? [
            {
              path: ['triggers', 'customAuthentication', 'password'],
              got: customAuthentication.password,
              allowed: '"required" beside mfa.mode "required"',
              instead: 'Write "required": the password and the second factor then come before the code.',
            },
          ]
        : [],
  }),
  defineRule({
    id: 'custom-authentication-code-within-session',
    what: 'A code of custom authentication does not outlive the session in which it is asked for.',
    source: 'Cognito API, CreateUserPoolClient: AuthSessionValidity; after it no answer is taken.',
    reads: ['triggers', 'clients'],
    check: ({ triggers: { customAuthentication }, clients }) => {
      const able = clientsWithFlow(clients, ['ALLOW_CUSTOM_AUTH']);
      const sessions = userClients(clients)
        .filter(([name]) => able.includes(name))
        .map(([, { authSessionMinutes }]) => authSessionMinutes);
      const limit = Math.min(...sessions);
      if (customAuthentication === undefined || customAuthentication.codeMinutes <= limit) return [];
      return [
        {
          path: ['triggers', 'customAuthentication', 'codeMinutes'],
          got: customAuthentication.codeMinutes,
          allowed: `at most ${limit}, the authSessionMinutes of a client with ALLOW_CUSTOM_AUTH`,
          instead: `Write ${limit} or less, or give those clients longer sessions.`,
        },
      ];
    },
  }),
];
