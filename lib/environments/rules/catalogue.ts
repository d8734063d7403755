/**
 * What the service refuses only at deployment (`deploy-N`), and shapes that deploy and are unsafe (`unsafe-N`): each is
 * refused before synthesis ends, or said not to be decidable here. A test holds every entry to what it says of itself.
 */
export interface CatalogueEntry {
  readonly id: CatalogueId;
  /** What must hold, as a sentence. */
  readonly what: string;
  readonly held: Held;
}

export type CatalogueId = `deploy-${number}` | `unsafe-${number}`;

/** Who holds it. */
export type Held =
  /** A rule between fields names the entry under `covers`. */
  | { readonly by: 'rule' }
  /** A field of the schema does not take such a value. */
  | { readonly by: 'field'; readonly path: string }
  /** No environment can say it: the constructs render what is right, whatever is declared. */
  | { readonly by: 'construct'; readonly how: string }
  /** It depends on what is outside every template. */
  | { readonly by: 'nobody'; readonly why: string };

const rule = { by: 'rule' } as const;
const field = (path: string): Held => ({ by: 'field', path });
const construct = (how: string): Held => ({ by: 'construct', how });
const nobody = (why: string): Held => ({ by: 'nobody', why });

const deployTime: readonly (readonly [what: string, held: Held])[] = [
  ['Usernames that are addresses and aliases exclude each other.', field('signIn.aliases')],
  ['preferred_username is an alias beside usernames only, and not required.', rule],
  ['An attribute has a name of 1 to 20 characters, without its prefix.', field('customAttributes.NAME')],
  ['A schema has at most 50 attributes.', rule],
  ['A custom attribute is not required.', field('customAttributes.NAME.required')],
  ['A standard attribute keeps its data type.', field('standardAttributes.NAME.type')],
  ['Limits of an attribute are in range and in order.', rule],
  ['What an identity provider maps is mutable and written by its clients.', rule],
  ['What a client reads and writes is declared, and what it writes is mutable.', rule],
  ['Numbers of the password policy are in range.', field('passwordPolicy.minimumLength')],
  ['A password history needs ESSENTIALS.', rule],
  [
    'UnusedAccountValidityDays is not set beside TemporaryPasswordValidityDays.',
    construct('Only TemporaryPasswordValidityDays is rendered.'),
  ],
  ['What LITE lacks is not asked of it.', rule],
  ['PASSWORD is a first factor, SOFTWARE_TOKEN is none.', rule],
  ['Codes by message are no first factor where MFA is required; a passkey is one only with user verification.', rule],
  ['SMS_OTP as a first factor needs a sender of text messages.', rule],
  ['MFA by e-mail needs SES.', rule],
  ['MFA by e-mail and recovery by e-mail alone exclude each other.', rule],
  ['Recovery by phone number is not for pools that require SMS_MFA.', rule],
  ['Recovery has one or two mechanisms; admin_only is alone.', rule],
  [
    'Verification before update is for attributes that are verified.',
    construct('AttributesRequireVerificationBeforeUpdate is AutoVerifiedAttributes or empty.'),
  ],
  ['SMS_MFA and the verification of phone numbers need a sender of text messages.', rule],
  ['Text messages are sent from a Region that SNS sends from.', rule],
  ['The SES identity is of the account, in a Region that Cognito calls, and named as it was verified.', rule],
  ['Own e-mail texts need SES and hold the code.', rule],
  ['Texts have their lengths and placeholders.', field('messages.verification.emailMessage')],
  ['Confirmation by link needs a domain.', construct('DefaultEmailOption is CONFIRM_WITH_CODE.')],
  ['Custom senders have a key and a version.', construct('The senders, KMSKeyID and V1_0 are rendered together.')],
  ['Both properties of pre token generation name one function.', construct('Both are rendered from one function.')],
  ['AuthSessionValidity is 3 to 15 minutes.', field('clients.NAME.authSessionMinutes')],
  ['Token lifetimes are in range once their units are applied, and within that of the refresh token.', rule],
  ['ALLOW_ flows and those of the older form are not mixed.', field('clients.NAME.authFlows')],
  ['ALLOW_REFRESH_TOKEN_AUTH is there exactly where refresh tokens do not rotate.', rule],
  ['The grace period of rotation is at most 60 seconds.', field('clients.NAME.refreshTokenRotation.graceSeconds')],
  [
    'OAuth settings need AllowedOAuthFlowsUserPoolClient.',
    construct('It is true wherever flows, scopes or URLs are rendered.'),
  ],
  ['Client credentials are alone, with a secret and scopes of resource servers.', field('clients.NAME.scopes')],
  ['The code grant has a callback URL.', field('clients.NAME.managedLogin.callbackUrls')],
  ['Callback and logout URLs are absolute, without a fragment, and https but for loopback and schemes of apps.', rule],
  ['No URL is empty.', field('clients.NAME.managedLogin.callbackUrls')],
  ['Scopes are well-formed, exist, and are at most 50 to a client and 100 to a resource server.', rule],
  ['The identity providers of a client exist.', rule],
  ['Names and identifiers of identity providers are well-formed.', field('identityProviders.NAME')],
  [
    'EnablePropagateAdditionalUserContextData needs a secret.',
    field('clients.NAME.propagateAdditionalUserContextData'),
  ],
  ['A prefix domain has no reserved word.', rule],
  ['A custom domain has a certificate in us-east-1 and a parent domain.', rule],
  ['The relying party of passkeys fits the domain of the pages.', rule],
  ['Threat protection, its risk configuration and its logs need PLUS; its notices need SES.', rule],
  [
    'Lists of addresses have at most 200 entries, log delivery at most two.',
    field('threatProtection.riskConfiguration.ipAddresses.blocked'),
  ],
  ['Terms pages have known names and languages, with a default.', rule],
  ['Tags and names have their lengths and characters.', rule],
  [
    'A pool with a domain made outside the stack cannot be deleted.',
    nobody('The template does not show domains that were made outside it.'),
  ],
  ['A pool is not changed while users are imported.', nobody('Import jobs are no part of a template.')],
  [
    'In a replica most operations are refused.',
    construct('Only what a replica takes is deployed in its Region: its regional configuration, triggers and senders.'),
  ],
  [
    'The policy of a customer-managed key lets Cognito use it.',
    nobody('The key is named by its ARN; its policy is in another template. docs/deploy.md says what it must permit.'),
  ],
];

const unsafe: readonly (readonly [what: string, held: Held])[] = [
  ['A client has no flow, scope or callback that nobody wrote.', field('clients.NAME.authFlows')],
  ['MFA has its factors written out.', field('mfa.factors')],
  ['What a plan lacks is not asked of it.', rule],
  ['MFA that is required and passkeys fit each other.', rule],
  ['MFA and recovery do not use one channel alone.', rule],
  [
    'Recovery never vanishes from the template.',
    construct('AccountRecoverySetting is rendered from a list that is not empty.'),
  ],
  ['Remembered devices replace a factor that is there.', rule],
  ['A machine client has a secret and no scopes of OpenID Connect.', field('clients.NAME.scopes')],
  ['No callback is plain http or holds a wildcard.', rule],
  ['The relying party of passkeys fits the domain of the pages.', rule],
  ['The certificate of a custom domain is in us-east-1.', rule],
  ['Every client with pages has its branding.', field('clients.NAME.managedLogin.branding')],
  ['No secret of an identity provider is in a template.', field('identityProviders.NAME.clientSecret')],
  [
    'A trigger and its pool form no circle.',
    construct('Permissions on the pool are policies beside the role of a function.'),
  ],
  ['Rotation never meets the default flows.', field('clients.NAME.authFlows')],
  [
    'No custom resource reads a client secret.',
    construct('Secrets go by GetAtt, or by the rotation function, into Secrets Manager.'),
  ],
];

/** Every entry, by its id. */
export const catalogue: readonly CatalogueEntry[] = [
  ...deployTime.map(([what, held], index) => ({ id: `deploy-${index + 1}` as const, what, held })),
  ...unsafe.map(([what, held], index) => ({ id: `unsafe-${index + 1}` as const, what, held })),
];
