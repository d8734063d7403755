import type { CatalogueId } from '../../lib/environments/rules/catalogue';
import { threats } from './threats';

interface RefusedByField {
  /** What is wrong, as the end of "is refused for …". */
  readonly what: string;
  /** Where the draft is broken. */
  readonly place: string;
  readonly value: unknown;
  /** Where the problem is reported, if not there. */
  readonly path?: string;
}

const verification = (texts: object, at: string, what: string): RefusedByField => ({
  what,
  place: 'messages.verification',
  value: texts,
  path: `messages.verification.${at}`,
});

const everyProvider = { clientId: 'example-client', scopes: ['openid'], attributeMapping: {}, identifiers: [] };
const google = { type: 'Google', clientSecretName: 'userpool/staging/identity-providers/google', ...everyProvider };
const oidc = { ...google, type: 'OIDC', issuer: 'https://id.partner.example', attributesRequestMethod: 'GET' };

const provider = (what: string, declared: object, path: string): RefusedByField => ({
  what,
  place: 'identityProviders',
  value: declared,
  path: `identityProviders.${path}`,
});

/** A provider of a type with the secret itself in it. */
const withSecret = (type: string, declared: object, key = 'clientSecret'): RefusedByField =>
  provider(`the secret of ${type}`, { one: { ...declared, type, [key]: 'example-secret' } }, `one.${key}`);

const pages = {
  use: 'on',
  callbackUrls: ['https://www.example.com/signed-in'],
  logoutUrls: [],
  scopes: ['openid'],
  identityProviders: ['COGNITO'],
  branding: { style: 'cognito' },
};

const web = (what: string, field: string, value: unknown, below = ''): RefusedByField => ({
  what,
  place: `clients.web.${field}`,
  value,
  path: `clients.web.${field}${below}`,
});

const page = (what: string, changes: object, at: string): RefusedByField =>
  web(what, 'managedLogin', JSON.parse(JSON.stringify({ ...pages, ...changes })), `.${at}`);

const machine = (what: string, changes: object, at: string): RefusedByField => ({
  what,
  place: 'clients.robot',
  value: {
    kind: 'machine',
    scopes: ['orders/read'],
    accessTokenMinutes: 60,
    secretRotation: { enabled: true, everyDays: 90, graceDays: 7 },
    ...changes,
  },
  path: `clients.robot.${at}`,
});

const addresses = (list: 'blocked' | 'trusted'): RefusedByField => ({
  what: `201 ranges of ${list} addresses`,
  place: 'threatProtection',
  value: {
    ...threats,
    mode: 'audit',
    riskConfiguration: {
      ...threats.riskConfiguration,
      ipAddresses: {
        blocked: [],
        trusted: [],
        [list]: Array.from({ length: 201 }, (_, index) => `192.0.2.${index}/32`),
      },
    },
  },
  path: `threatProtection.riskConfiguration.ipAddresses.${list}`,
});

const attribute = { type: 'Boolean', mutable: true, authorization: false };
const policy = (field: string, value: number): RefusedByField => ({
  what: `${field} ${value}`,
  place: `passwordPolicy.${field}`,
  value,
});

/** Values for each entry of the catalogue that a field does not take. */
export const refusedByField: Partial<Readonly<Record<CatalogueId, readonly RefusedByField[]>>> = {
  'deploy-1': [{ what: 'aliases beside addresses', place: 'signIn.aliases', value: ['email'] }],
  'deploy-3': [
    { what: 'a name of 21 characters', place: `customAttributes.${'a'.repeat(21)}`, value: attribute },
    { what: 'no name', place: 'customAttributes.', value: attribute, path: 'customAttributes[""]' },
    {
      what: 'the prefix',
      place: 'customAttributes.custom:plan',
      value: attribute,
      path: 'customAttributes["custom:plan"]',
    },
  ],
  'deploy-5': [{ what: 'a required one', place: 'customAttributes.tenant.required', value: true }],
  'deploy-6': [
    { what: 'another data type', place: 'standardAttributes.email.type', value: 'Number' },
    { what: 'one for developers', place: 'standardAttributes.email.developerOnly', value: true },
  ],
  'deploy-10': [
    policy('minimumLength', 5),
    policy('minimumLength', 100),
    policy('temporaryPasswordValidityDays', 0),
    policy('temporaryPasswordValidityDays', 366),
    policy('passwordHistorySize', 25),
  ],
  'deploy-26': [
    verification({ emailMessage: 'Hello {username}, your code is {####}.' }, 'emailMessage', 'a username'),
    verification({ emailMessage: 'Your code is above.' }, 'emailMessage', 'a text without its code'),
    verification({ emailMessage: `{####}${'x'.repeat(19_995)}` }, 'emailMessage', 'an e-mail of 20,001 characters'),
    verification({ emailSubject: 'x'.repeat(141) }, 'emailSubject', 'a subject of 141 characters'),
    verification({ smsMessage: `{####}${'x'.repeat(135)}` }, 'smsMessage', 'a text message of 141 characters'),
    {
      what: 'an invitation without its password',
      place: 'messages.invitation',
      value: { smsMessage: 'Welcome, {username}!' },
      path: 'messages.invitation.smsMessage',
    },
  ],
  'deploy-30': [web('2 minutes', 'authSessionMinutes', 2), web('16 minutes', 'authSessionMinutes', 16)],
  'deploy-32': [
    web('a flow of the older form', 'authFlows', ['ADMIN_NO_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'], '[0]'),
    web('a flow that does not exist', 'authFlows', ['ALLOW_USER_SRP_AUTH', 'ALLOW_MAGIC'], '[1]'),
  ],
  'deploy-34': [
    web('61 seconds', 'refreshTokenRotation', { enabled: true, graceSeconds: 61 }, '.graceSeconds'),
    web('less than none', 'refreshTokenRotation', { enabled: true, graceSeconds: -1 }, '.graceSeconds'),
  ],
  'deploy-36': [
    machine('pages beside them', { managedLogin: pages }, 'managedLogin'),
    machine('flows for users beside them', { authFlows: ['ALLOW_USER_SRP_AUTH'] }, 'authFlows'),
    machine('no scope', { scopes: [] }, 'scopes'),
    machine('no secret', { generateSecret: false }, 'generateSecret'),
  ],
  'deploy-37': [
    page('no callback URL', { callbackUrls: [] }, 'callbackUrls'),
    page('one to be taken unasked', { defaultRedirectUri: 'https://www.example.com/' }, 'defaultRedirectUri'),
  ],
  'deploy-39': [
    page('an empty callback URL', { callbackUrls: [''] }, 'callbackUrls[0]'),
    page('an empty logout URL', { logoutUrls: [''] }, 'logoutUrls[0]'),
  ],
  'deploy-42': [
    provider('a name of 2 characters', { sp: google }, 'sp'),
    provider('a name of 33 characters', { ['p'.repeat(33)]: google }, 'p'.repeat(33)),
    provider('a name with a hyphen at its end', { 'partner-': google }, 'partner-'),
    provider(
      'an identifier of 41 characters',
      { partner: { ...google, identifiers: ['i'.repeat(41)] } },
      'partner.identifiers[0]',
    ),
    provider(
      '51 identifiers',
      { partner: { ...google, identifiers: Array.from({ length: 51 }, (_, index) => `partner-${index}`) } },
      'partner.identifiers',
    ),
  ],
  'deploy-43': [web('a client without one', 'propagateAdditionalUserContextData', true)],
  'deploy-48': [
    addresses('blocked'),
    addresses('trusted'),
    { what: 'a third event source', place: 'logDelivery.tokens', value: { deliver: true, retentionDays: 30 } },
  ],
  'unsafe-1': [
    web('no flow', 'authFlows', undefined),
    web('nothing of an unknown user', 'preventUserExistenceErrors', undefined),
    page('no scope', { scopes: undefined }, 'scopes'),
    page('no callback', { callbackUrls: undefined }, 'callbackUrls'),
    page('the implicit grant', { grants: ['implicit', 'code'] }, 'grants'),
  ],
  'unsafe-2': [
    { what: 'an empty list', place: 'mfa.factors', value: [] },
    { what: 'no list', place: 'mfa', value: { mode: 'required' }, path: 'mfa.factors' },
    { what: 'factors without a mode', place: 'mfa', value: { factors: ['SMS_MFA'] }, path: 'mfa.mode' },
  ],
  'unsafe-8': [
    machine('a scope of OpenID Connect', { scopes: ['openid'] }, 'scopes[0]'),
    machine('no secret', { generateSecret: false }, 'generateSecret'),
  ],
  'unsafe-12': [page('none', { branding: undefined }, 'branding')],
  'unsafe-13': [
    withSecret('Google', google),
    withSecret('OIDC', oidc),
    withSecret('LoginWithAmazon', google),
    withSecret('Facebook', { ...google, apiVersion: 'v23.0' }),
    withSecret(
      'SignInWithApple',
      {
        servicesId: 'com.example.login',
        teamId: 'A1B2C3D4E5',
        keyId: 'F6G7H8J9K0',
        privateKeySecretName: 'userpool/staging/identity-providers/apple',
        scopes: ['email'],
        attributeMapping: {},
        identifiers: [],
      },
      'privateKey',
    ),
  ],
  'unsafe-15': [web('no flow', 'authFlows', undefined), web('an empty list', 'authFlows', [])],
};
