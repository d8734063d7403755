import { identityProviderRules } from '../../../lib/environments/rules/identity-providers';
import { type Draft, draft } from '../draft';
import { google, oidc, pagesOf } from '../pages-drafts';
import { testRules } from './rule-rows';

const providers = (identityProviders: Draft['identityProviders']): Draft =>
  draft((e) => (e.identityProviders = identityProviders));

testRules(identityProviderRules, {
  broken: [
    ...['cognito', 'google', 'sign-in-with-apple', 'facebook', 'login-with-amazon'].map((name) => ({
      rule: 'identity-provider-name-reserved',
      what: `an OpenID Connect provider that is called ${name}`,
      candidate: providers({ [name]: oidc() }),
      path: `identityProviders.${name}`,
      instead: 'Name it after the organisation',
    })),
    {
      rule: 'identity-provider-type-once',
      what: 'a second Google',
      candidate: providers({ google: google(), 'other-google': google() }),
      path: 'identityProviders.other-google.type',
      instead: 'Remove one of the two',
    },
    {
      rule: 'identity-provider-identifier-once',
      what: 'a domain that two providers answer for',
      candidate: providers({
        partner: oidc({ identifiers: ['partner.example'] }),
        rival: oidc({ identifiers: ['rival.example', 'PARTNER.example'] }),
      }),
      path: 'identityProviders.rival.identifiers[1]',
      instead: 'Remove one of the two',
    },
    {
      rule: 'oidc-scope-openid',
      what: 'an OpenID Connect provider that is not asked for an ID token',
      candidate: providers({ partner: oidc({ scopes: ['email'] }) }),
      path: 'identityProviders.partner.scopes',
      instead: 'Add "openid"',
    },
    {
      rule: 'client-identity-provider-declared',
      what: 'a client whose users come from nowhere',
      candidate: draft((e) => {
        e.identityProviders = { partner: oidc() };
        pagesOf(e, 'web', ['COGNITO', 'partners']);
      }),
      path: 'clients.web.managedLogin.identityProviders[1]',
      instead: 'declare it under identityProviders',
    },
    {
      rule: 'client-identity-provider-declared',
      what: 'a social provider under the name of its type',
      candidate: draft((e) => {
        e.identityProviders = { social: google() };
        pagesOf(e, 'web', ['Google']);
      }),
      path: 'clients.web.managedLogin.identityProviders[0]',
      instead: 'by its name here',
    },
    {
      rule: 'client-identity-provider-declared',
      what: 'an identity provider that is listed twice',
      candidate: draft((e) => pagesOf(e, 'web', ['COGNITO', 'COGNITO'])),
      path: 'clients.web.managedLogin.identityProviders[1]',
      instead: 'remove it',
    },
  ],
  fine: [
    ['one provider of each kind', providers({ google: google(), partner: oidc(), 'google-workspace': oidc() })],
    [
      'a client with COGNITO and a declared provider',
      draft((e) => {
        e.identityProviders = { partner: oidc() };
        pagesOf(e, 'web', ['COGNITO', 'partner']);
      }),
    ],
  ],
});
