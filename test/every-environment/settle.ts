import type { Draft } from '../environments/draft';
import { someAccount } from './place-values';
import { settleClients } from './settle-clients';
import { settleGuards } from './settle-guards';
import { settleProviders } from './settle-providers';
import { commonAttribute, settleTriggers } from './settle-triggers';

export const reason = 'A reason of a fitting length.';

type Address = 'email' | 'phone_number';

/**
 * Makes the fields of a random environment agree with each other as the rules ask: what is decided first stays, what
 * depends on it follows. It need not know every rule; what still breaks one is thrown away by the check itself.
 */
export function settle(environment: Draft): Draft {
  settleLifecycle(environment);
  settlePlan(environment);
  settleReplicas(environment);
  settleAddresses(environment);
  settleFactors(environment);
  settleAttributes(environment);
  settleSenders(environment);
  settleTriggers(environment);
  settleProviders(environment);
  settleClients(environment);
  settleGuards(environment);
  return environment;
}

/** Of a list of enums, those that pass; the list keeps its type. */
export function keep<Item>(list: Item[], passes: (item: Item) => boolean): void {
  list.splice(0, list.length, ...list.filter(passes));
}

function settleLifecycle(environment: Draft): void {
  const { removal, waivers } = environment;
  if (environment.class !== 'sandbox') {
    environment.account = someAccount;
    environment.removal = { deletionProtection: { enabled: true }, policy: 'retain' };
  } else if (removal.policy === 'destroy') removal.deletionProtection = { enabled: false, reason };
  const controls = waivers.map(({ control }) => control);
  environment.waivers = waivers.filter(({ control }, index) => controls.indexOf(control) === index);
}

function settlePlan(environment: Draft): void {
  const { featurePlan, signIn, mfa, passwordPolicy, triggers } = environment;
  if (featurePlan !== 'PLUS') environment.threatProtection = { mode: 'off', reason };
  if (featurePlan !== 'LITE') return;
  signIn.firstFactors = ['PASSWORD'];
  passwordPolicy.passwordHistorySize = 0;
  environment.managedLogin = { pages: 'off' };
  environment.replicas = [];
  if (mfa.mode !== 'off') keep(mfa.factors, (factor) => factor !== 'EMAIL_OTP');
  if (mfa.mode !== 'off' && mfa.factors.length === 0) mfa.factors.push('SOFTWARE_TOKEN_MFA');
  if (triggers.preTokenGeneration) triggers.preTokenGeneration.eventVersion = 'V1_0';
}

function settleReplicas(environment: Draft): void {
  const { replicas, region, encryptionKey } = environment;
  for (const replica of replicas) {
    if (replica.region === region) replica.region = region === 'eu-west-1' ? 'eu-central-1' : 'eu-west-1';
  }
  if (replicas.length > 0) {
    environment.issuer = 'UPDATED';
    environment.encryptionKey = {
      owner: 'customer',
      keyArn: `arn:aws:kms:${region}:${someAccount}:key/mrk-1234abcd12ab34cd56ef1234567890ab`,
    };
  } else if (encryptionKey.owner === 'customer') {
    encryptionKey.keyArn = encryptionKey.keyArn.replace(/:kms:[^:]+:/, `:kms:${region}:`);
  }
  if (environment.issuer === 'UPDATED') environment.identityPool = { credentials: 'none' };
}

/** Who has a username and no standard attribute has no address to which anything could be sent. */
function settleAddresses(environment: Draft): void {
  const { signIn, mfa, standardAttributes } = environment;
  if (signIn.identifier !== 'username' || Object.keys(standardAttributes).length > 0) return;
  signIn.aliases = [];
  signIn.firstFactors = ['PASSWORD'];
  if (mfa.mode !== 'off') mfa.factors = ['SOFTWARE_TOKEN_MFA'];
  environment.autoVerifiedAttributes = [];
  environment.accountRecovery = ['admin_only'];
}

/** First and second factors, passkeys, and how a password is replaced. */
function settleFactors(environment: Draft): void {
  const { signIn, mfa, replicas } = environment;
  if (!signIn.firstFactors.includes('PASSWORD')) signIn.firstFactors.push('PASSWORD');
  if (mfa.mode === 'required') {
    signIn.firstFactors = signIn.firstFactors.filter((factor) => factor === 'PASSWORD' || factor === 'WEB_AUTHN');
    if (!mfa.factors.some((factor) => factor !== 'SOFTWARE_TOKEN_MFA')) {
      for (const replica of replicas) replica.active = false;
    }
  }
  settlePasskeys(environment);
  const factors: readonly string[] = mfa.mode === 'off' ? [] : mfa.factors;
  const { accountRecovery } = environment;
  const shared = accountRecovery.some(
    (mechanism) =>
      mechanism === 'admin_only' ||
      (mechanism === 'verified_email' && factors.includes('EMAIL_OTP')) ||
      (mechanism === 'verified_phone_number' && factors.includes('SMS_MFA')),
  );
  if (shared) environment.accountRecovery = ['admin_only'];
}

function settlePasskeys(environment: Draft): void {
  const { signIn, passkeys, mfa, managedLogin, region } = environment;
  const host = pagesHost(managedLogin, region);
  const on = passkeys.use === 'on' && environment.featurePlan !== 'LITE' && (host?.length ?? 0) < 64;
  if (!on) {
    environment.passkeys = { use: 'off' };
    signIn.firstFactors = signIn.firstFactors.filter((factor) => factor !== 'WEB_AUTHN');
    return;
  }
  if (!signIn.firstFactors.includes('WEB_AUTHN')) signIn.firstFactors.push('WEB_AUTHN');
  if (host !== undefined) passkeys.relyingPartyId = host;
  else if (environment.class !== 'sandbox') passkeys.relyingPartyId = 'example.com';
  if (mfa.mode === 'required') passkeys.factorConfiguration = 'MULTI_FACTOR_WITH_USER_VERIFICATION';
  if (passkeys.factorConfiguration === 'MULTI_FACTOR_WITH_USER_VERIFICATION') passkeys.userVerification = 'required';
}

function pagesHost(managedLogin: Draft['managedLogin'], region: string): string | undefined {
  if (managedLogin.pages === 'off') return undefined;
  const { domain } = managedLogin;
  return domain.kind === 'custom' ? domain.name : `${domain.prefix}.auth.${region}.amazoncognito.com`;
}

/** The addresses that users sign in with, and those where codes go: declared, mutable and verified. */
function settleAttributes(environment: Draft): void {
  const { signIn, mfa, accountRecovery, autoVerifiedAttributes, standardAttributes, customAttributes } = environment;
  const names = signIn.identifier === 'username' ? signIn.aliases : signIn.identifier.split('_or_');
  const recovery = accountRecovery.join();
  const uses = [...signIn.firstFactors, ...(mfa.mode === 'off' ? [] : mfa.factors), ...autoVerifiedAttributes].join();
  for (const address of ['email', 'phone_number'] satisfies Address[]) {
    const isName = names.includes(address);
    const verified = isName || recovery.includes(address);
    const codes = address === 'email' ? /email|EMAIL/ : /phone|SMS/;
    if (verified && !autoVerifiedAttributes.includes(address)) autoVerifiedAttributes.push(address);
    if (!verified && !codes.test(uses)) continue;
    const only = isName && signIn.identifier === address;
    standardAttributes[address] = { required: only || standardAttributes[address]?.required === true, mutable: true };
  }
  if (names.includes('preferred_username')) standardAttributes.preferred_username = { required: false, mutable: true };
  // Every client reads and writes something.
  if (commonAttribute(environment) === undefined) standardAttributes.name = { required: false, mutable: true };
  for (const attribute of Object.values(customAttributes)) {
    if (attribute.type === 'String') attribute.maxLength = Math.max(attribute.minLength, attribute.maxLength);
    if (attribute.type === 'Number') attribute.maxValue = Math.max(attribute.minValue, attribute.maxValue);
  }
}

/** Who sends, in the Region of the user pool and of its copy, and the texts that fit. */
function settleSenders(environment: Draft): void {
  const { signIn, mfa, autoVerifiedAttributes, accountRecovery, messages, region, replicas } = environment;
  const factors = mfa.mode === 'off' ? [] : mfa.factors;
  const uses = [...signIn.firstFactors, ...factors, ...autoVerifiedAttributes, ...accountRecovery].join();
  const monthlySpendLimitDollars = 100;
  if (/SMS|phone/.test(uses)) environment.smsSender = { kind: 'sns', region, monthlySpendLimitDollars };
  if (environment.smsSender.kind === 'sns') environment.smsSender.region = region;
  else for (const texts of Object.values(messages)) delete texts?.smsMessage;
  if (factors.includes('EMAIL_OTP') && environment.emailSender.kind === 'built-in') {
    environment.emailSender = {
      kind: 'ses',
      fromAddress: 'no-reply@example.com',
      fromName: 'Example',
      replyToAddress: 'support@example.com',
      verifiedIdentity: 'example.com',
      region,
    };
  }
  const { emailSender, smsSender } = environment;
  if (emailSender.kind === 'ses') {
    emailSender.region = region;
    emailSender.verifiedIdentity = emailSender.fromAddress.slice(emailSender.fromAddress.indexOf('@') + 1);
  } else {
    for (const texts of Object.values(messages)) {
      delete texts?.emailSubject;
      delete texts?.emailMessage;
    }
  }
  if (!factors.includes('EMAIL_OTP')) {
    delete messages.mfa?.emailSubject;
    delete messages.mfa?.emailMessage;
  }
  if (!/SMS/.test([...signIn.firstFactors, ...factors].join())) delete messages.mfa?.smsMessage;
  for (const replica of replicas) {
    replica.emailSender = emailSender.kind === 'ses' ? { ...emailSender, region: replica.region } : emailSender;
    replica.smsSender = smsSender.kind === 'sns' ? { kind: 'sns', region: replica.region } : smsSender;
  }
}
