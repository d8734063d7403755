import { passkeyRules } from '../../../lib/environments/rules/passkeys';
import { client, type Draft, draft, sandbox } from '../draft';
import { testRules } from './rule-rows';

type Passkeys = Extract<Draft['passkeys'], { use: 'on' }>;

/** Passkeys as a first factor, which one client offers. */
function use(environment: Draft, passkeys: Partial<Passkeys> = {}): void {
  environment.passkeys = {
    use: 'on',
    relyingPartyId: 'login.example.com',
    userVerification: 'required',
    factorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
    ...passkeys,
  };
  environment.signIn.firstFactors = ['PASSWORD', 'WEB_AUTHN'];
  client(environment, 'web').authFlows = ['ALLOW_USER_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'];
}

const prefixDomain: Draft['managedLogin'] = { pages: 'on', domain: { kind: 'prefix', prefix: 'example' } };
const customDomain: Draft['managedLogin'] = {
  pages: 'on',
  domain: {
    kind: 'custom',
    name: 'login.example.com',
    certificate: {
      from: 'arn',
      arn: 'arn:aws:acm:us-east-1:111122223333:certificate/a1b2c3d4-5678-90ab-cdef-1234567890ab',
    },
    securityPolicy: 'TLS_V1_2_2021',
  },
};
const requiredMfa: Draft['mfa'] = { mode: 'required', factors: ['SOFTWARE_TOKEN_MFA'] };

testRules(passkeyRules, {
  broken: [
    {
      rule: 'passkeys-are-a-first-factor',
      what: 'passkeys that nobody is asked for',
      candidate: draft((e) => {
        use(e);
        e.signIn.firstFactors = ['PASSWORD'];
      }),
      path: 'passkeys.use',
      instead: 'Add "WEB_AUTHN" to signIn.firstFactors',
    },
    {
      rule: 'passkeys-are-a-first-factor',
      what: 'a first factor that nobody can register',
      candidate: draft((e) => {
        use(e);
        e.passkeys = { use: 'off' };
      }),
      path: 'passkeys.use',
      instead: 'remove "WEB_AUTHN" from signIn.firstFactors',
    },
    {
      rule: 'passkey-beside-required-mfa',
      what: 'a passkey that is one factor where two are required',
      candidate: draft((e) => {
        use(e, { factorConfiguration: 'SINGLE_FACTOR' });
        e.mfa = requiredMfa;
      }),
      path: 'passkeys.factorConfiguration',
      instead: 'Write "MULTI_FACTOR_WITH_USER_VERIFICATION"',
    },
    {
      rule: 'passkey-multi-factor-needs-verification',
      what: 'a passkey that counts as two factors though nobody checks the user',
      candidate: draft((e) => {
        use(e, { userVerification: 'preferred' });
      }),
      path: 'passkeys.userVerification',
      instead: 'Write "required"',
    },
    {
      rule: 'relying-party-is-the-pages',
      what: 'passkeys of another host than the custom domain of the pages',
      candidate: draft((e) => {
        use(e, { relyingPartyId: 'example.com' });
        e.managedLogin = customDomain;
      }),
      path: 'passkeys.relyingPartyId',
      instead: 'Write "login.example.com"',
    },
    {
      rule: 'relying-party-is-the-pages',
      what: 'passkeys of another host than the prefix domain of the pages',
      candidate: draft((e) => {
        use(e);
        e.managedLogin = prefixDomain;
      }),
      path: 'passkeys.relyingPartyId',
      instead: 'Write "example.auth.eu-west-1.amazoncognito.com"',
    },
    {
      rule: 'relying-party-loopback',
      what: 'passkeys of every page of a machine, outside the sandbox',
      candidate: draft((e) => {
        use(e, { relyingPartyId: 'localhost' });
      }),
      path: 'passkeys.relyingPartyId',
      instead: 'the host name that users see',
    },
  ],
  fine: [
    [
      'passkeys of localhost in the sandbox',
      sandbox((e) => {
        use(e, { relyingPartyId: 'localhost' });
      }),
    ],
    [
      'passkeys as one factor where MFA is optional',
      draft((e) => {
        use(e, { factorConfiguration: 'SINGLE_FACTOR', userVerification: 'preferred' });
      }),
    ],
    [
      'passkeys that count as two factors where two are required',
      draft((e) => {
        use(e);
        e.mfa = requiredMfa;
      }),
    ],
    [
      'passkeys of the custom domain of the pages',
      draft((e) => {
        use(e);
        e.managedLogin = customDomain;
      }),
    ],
    [
      'passkeys of the prefix domain of the pages',
      draft((e) => {
        use(e, { relyingPartyId: 'example.auth.eu-west-1.amazoncognito.com' });
        e.managedLogin = prefixDomain;
      }),
    ],
  ],
});
