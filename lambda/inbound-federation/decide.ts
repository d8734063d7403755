import type { InboundFederationTriggerEvent } from 'aws-lambda';
import { domainOf } from '../email-address';
import type { Settings } from './environment';

type Request = InboundFederationTriggerEvent['request'];

export type Verdict =
  | { readonly kind: 'accept'; readonly response: InboundFederationTriggerEvent['response'] }
  | { readonly kind: 'refuse'; readonly message: string };

/** An empty map keeps every attribute that the provider sent; any other would drop what is not in it. */
const accept: Verdict = { kind: 'accept', response: { userAttributesToMap: {} } };

const refuse: Verdict = { kind: 'refuse', message: 'Sign-in is not open to this account of the identity provider' };

/**
 * Whether a user of an identity provider may come in, at the first sign-in and at every later one. The address must be in
 * an allowed domain wherever the provider states it, as it is not known which statement ends in the profile; a provider
 * that says of an address that it is not verified vouches for nobody. The text names no domain: which partners may sign in
 * is not for everybody to know.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-inbound-federation.html
 */
export function decide({ providerName, attributes }: Request, settings: Settings): Verdict {
  const claim = valueOf(settings.emailClaims, providerName);
  if (claim === undefined) return refuse;
  const { idToken, userInfo, samlResponse } = attributes;
  const statements = [idToken, userInfo, samlResponse].filter((claims) => claims !== undefined);
  const addresses = statements.map((claims) => valueOf(claims, claim)).filter((value) => value !== undefined);
  const admitted = addresses.map(domainOf).map((domain) => settings.allowedEmailDomains.includes(domain ?? ''));
  const disowned = statements.some((claims) => valueOf(claims, 'email_verified')?.toLowerCase() === 'false');
  return admitted.length > 0 && admitted.every(Boolean) && !disowned ? accept : refuse;
}

/** What is no text, though the published types know nothing else, becomes one that is no address: `false` is "false". */
function valueOf(record: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = Object.hasOwn(record, name) ? record[name] : undefined;
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
