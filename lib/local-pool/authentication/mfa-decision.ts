import { contactIn } from '../messages/destination';
import { contactOf } from '../mfa/message-factors';
import type {
  MfaFactor,
  MfaMode,
  PoolSettings,
  RecoveryMechanism,
  VerifiableAttribute,
} from '../settings/pool-settings';
import type { User } from '../state/user';

/** What a user is asked after the first factor. */
export type SecondFactor =
  | { readonly ask: 'nothing' | MfaFactor | 'MFA_SETUP' }
  | { readonly ask: 'SELECT_MFA_TYPE'; readonly from: readonly MfaFactor[] }
  /** The one contact that could take a code is the one that recovers the account. */
  | { readonly ask: 'another factor' };

type Rules = Pick<PoolSettings, 'mfa' | 'accountRecovery'>;
type Person = Pick<User, 'mfa' | 'softwareToken' | 'attributes'>;

interface Facts {
  readonly mode: MfaMode;
  /** The preferred factor, if the user can show it. */
  readonly preferred: readonly MfaFactor[];
  /** Factors that the user switched on and can show. */
  readonly active: readonly MfaFactor[];
  /** The registered authenticator. */
  readonly token: readonly MfaFactor[];
  /** Factors by message for which the user has a contact, verified or not: the code verifies it. */
  readonly byMessage: readonly MfaFactor[];
  /** Those of them that the user switched on, or whose contact need not recover the account. */
  readonly usable: readonly MfaFactor[];
}

interface Row {
  readonly mode: 'any' | MfaMode;
  readonly when: (facts: Facts) => boolean;
  readonly then: (facts: Facts) => SecondFactor;
}

/** Developer guide, "Adding MFA to a user pool" (user pool MFA logic at user runtime). The first row that fits counts. */
const table: readonly Row[] = [
  { mode: 'OFF', when: () => true, then: () => ({ ask: 'nothing' }) },
  { mode: 'any', when: ({ preferred }) => preferred.length > 0, then: ({ preferred }) => oneOf(preferred) },
  { mode: 'any', when: ({ active }) => active.length > 1, then: ({ active }) => oneOf(active) },
  { mode: 'OPTIONAL', when: ({ active }) => active.length === 1, then: ({ active }) => oneOf(active) },
  { mode: 'OPTIONAL', when: () => true, then: () => ({ ask: 'nothing' }) },
  { mode: 'ON', when: ({ token }) => token.length > 0, then: ({ token, usable }) => oneOf([...usable, ...token]) },
  { mode: 'ON', when: ({ active }) => active.length === 1, then: ({ active }) => oneOf(active) },
  { mode: 'ON', when: ({ usable }) => usable.length > 0, then: ({ usable }) => oneOf(usable) },
  { mode: 'ON', when: ({ byMessage }) => byMessage.length > 0, then: () => ({ ask: 'another factor' }) },
  { mode: 'ON', when: () => true, then: () => ({ ask: 'MFA_SETUP' }) },
];

/** What this user is asked after the first factor. */
export function decideSecondFactor(rules: Rules, user: Person): SecondFactor {
  const facts = factsOf(rules, user);
  const row = table.find(({ mode, when }) => (mode === 'any' || mode === facts.mode) && when(facts));
  if (row === undefined) throw new TypeError(`no row fits a user of a pool with MFA ${facts.mode}`);
  return row.then(facts);
}

/**
 * Whether `factor` is still what the user is asked, by itself or as a choice: a code that was asked for before counts no
 * more once the factor was switched off or moved, say because a phone was lost. The service says nothing of it.
 */
export function isStillAsked(rules: Rules, user: Person, factor: MfaFactor): boolean {
  const decision = decideSecondFactor(rules, user);
  return decision.ask === factor || (decision.ask === 'SELECT_MFA_TYPE' && decision.from.includes(factor));
}

/** The factor itself, or the choice where there are several. */
function oneOf(factors: readonly MfaFactor[]): SecondFactor {
  const [only, another] = factors;
  return only !== undefined && another === undefined ? { ask: only } : { ask: 'SELECT_MFA_TYPE', from: factors };
}

function factsOf({ mfa, accountRecovery }: Rules, { mfa: own, softwareToken, attributes }: Person): Facts {
  // Who has an authenticator is asked for it even after the pool stopped offering TOTP.
  const token = softwareToken === undefined ? [] : (['SOFTWARE_TOKEN_MFA'] as const);
  const byMessage = (['SMS_MFA', 'EMAIL_OTP'] as const).filter(
    (factor) => mfa.factors.includes(factor) && contactIn(contactOf[factor], attributes) !== undefined,
  );
  const recovering = recoveringContact(
    accountRecovery,
    attributes,
    byMessage.map((factor) => contactOf[factor]),
  );
  const active = [...byMessage, ...token].filter((factor) => own.enabled.includes(factor));
  return {
    mode: mfa.mode,
    preferred: active.filter((factor) => factor === own.preferred),
    active,
    token,
    byMessage,
    usable: byMessage.filter((factor) => own.enabled.includes(factor) || contactOf[factor] !== recovering),
  };
}

/**
 * The contact that must stay free to recover the account: none where the pool does not say how accounts are recovered or
 * leaves it to administrators, or where the user has a contact to recover with that no factor could use.
 */
function recoveringContact(
  mechanisms: readonly RecoveryMechanism[],
  attributes: User['attributes'],
  wanted: readonly VerifiableAttribute[],
): VerifiableAttribute | undefined {
  const possible = mechanisms
    .flatMap((mechanism) => (mechanism === 'admin_only' ? [] : contactsOfMechanisms[mechanism]))
    .filter((contact) => contactIn(contact, attributes) !== undefined);
  return possible.every((contact) => wanted.includes(contact)) ? possible[0] : undefined;
}

const contactsOfMechanisms = { verified_email: 'email', verified_phone_number: 'phone_number' } as const;
