import { pagesHost } from '../pages-host';
import { defineRule, type Rule } from './rule';

/** What passkeys need so that they work and count for what they are taken for. */
export const passkeyRules: readonly Rule[] = [
  defineRule({
    id: 'passkeys-are-a-first-factor',
    what: 'Passkeys are on exactly where WEB_AUTHN is a first factor.',
    source: 'Cognito Developer Guide, passkeys: they are a first factor of USER_AUTH, and nothing else asks for one.',
    reads: ['passkeys', 'signIn'],
    check: ({ passkeys, signIn: { firstFactors } }) =>
      (passkeys.use === 'on') === firstFactors.includes('WEB_AUTHN')
        ? []
        : [
            {
              path: ['passkeys', 'use'],
              got: passkeys.use,
              allowed: `"${passkeys.use === 'on' ? 'off' : 'on'}" beside signIn.firstFactors ${firstFactors.join(', ')}`,
              instead:
                passkeys.use === 'on'
                  ? 'Add "WEB_AUTHN" to signIn.firstFactors, or write { use: "off" }.'
                  : 'Switch passkeys on, or remove "WEB_AUTHN" from signIn.firstFactors.',
            },
          ],
  }),
  defineRule({
    id: 'passkey-beside-required-mfa',
    what: 'Where a second factor is required a passkey counts as both.',
    source: 'The service refuses WEB_AUTHN beside required MFA without it (SetUserPoolMfaConfig, FactorConfiguration).',
    covers: ['deploy-15', 'unsafe-4'],
    reads: ['passkeys', 'mfa'],
    check: ({ passkeys, mfa }) =>
      passkeys.use === 'on' && mfa.mode === 'required' && passkeys.factorConfiguration === 'SINGLE_FACTOR'
        ? [
            {
              path: ['passkeys', 'factorConfiguration'],
              got: passkeys.factorConfiguration,
              allowed: '"MULTI_FACTOR_WITH_USER_VERIFICATION" beside mfa.mode "required"',
              instead: 'Write "MULTI_FACTOR_WITH_USER_VERIFICATION", or switch passkeys off.',
            },
          ]
        : [],
  }),
  defineRule({
    id: 'passkey-multi-factor-needs-verification',
    what: 'A passkey that counts as two factors is used with user verification.',
    source: 'Cognito API, WebAuthnConfigurationType: without a PIN, a finger or a face it proves possession alone.',
    covers: ['unsafe-4'],
    reads: ['passkeys'],
    check: ({ passkeys }) =>
      passkeys.use === 'on' &&
      passkeys.factorConfiguration === 'MULTI_FACTOR_WITH_USER_VERIFICATION' &&
      passkeys.userVerification !== 'required'
        ? [
            {
              path: ['passkeys', 'userVerification'],
              got: passkeys.userVerification,
              allowed: '"required" beside factorConfiguration "MULTI_FACTOR_WITH_USER_VERIFICATION"',
              instead: 'Write "required", or make factorConfiguration "SINGLE_FACTOR".',
            },
          ]
        : [],
  }),
  defineRule({
    id: 'relying-party-is-the-pages',
    what: 'Where there are pages, passkeys are bound to their host name.',
    source: 'Cognito API, WebAuthnConfigurationType: a browser offers no passkey of a host that the page is not on.',
    covers: ['deploy-46', 'unsafe-10'],
    reads: ['passkeys', 'managedLogin', 'region'],
    check: ({ passkeys, managedLogin, region }) => {
      const host = pagesHost({ managedLogin, region });
      if (passkeys.use === 'off' || host === undefined || passkeys.relyingPartyId === host) return [];
      return [
        {
          path: ['passkeys', 'relyingPartyId'],
          got: passkeys.relyingPartyId,
          allowed: `"${host}", where the pages of managedLogin are`,
          instead: `Write "${host}" before anybody has registered a passkey: those of another host stop to work.`,
        },
      ];
    },
  }),
  defineRule({
    id: 'relying-party-loopback',
    what: 'Passkeys are bound to localhost in the sandbox only.',
    source: 'WebAuthn Level 2, section 5.1.2: whatever page runs on a machine could ask for such a passkey.',
    covers: ['unsafe-10'],
    reads: ['class', 'passkeys'],
    check: (environment) =>
      environment.class !== 'sandbox' &&
      environment.passkeys.use === 'on' &&
      environment.passkeys.relyingPartyId === 'localhost'
        ? [
            {
              path: ['passkeys', 'relyingPartyId'],
              got: environment.passkeys.relyingPartyId,
              allowed: 'the host name of the application, outside class sandbox',
              instead: 'Write the host name that users see when they sign in.',
            },
          ]
        : [],
  }),
];
