import type { Environment } from '../environment';
import type { Path } from '../problem';
import { signInAddresses } from './sign-in-names';
import { defineRule, type Rule } from './rule';

type Address = 'email' | 'phone_number';

interface Use {
  readonly path: Path;
  readonly value: string;
  readonly address: Address;
}

/** What sends a code, by the name that the list gives it, and where it goes. */
const destinations = {
  EMAIL_OTP: 'email',
  email: 'email',
  verified_email: 'email',
  SMS_MFA: 'phone_number',
  SMS_OTP: 'phone_number',
  phone_number: 'phone_number',
  verified_phone_number: 'phone_number',
} as const satisfies Readonly<Record<string, Address>>;

function isDestination(value: string): value is keyof typeof destinations {
  return Object.hasOwn(destinations, value);
}

function usesIn(path: Path, list: readonly string[]): readonly Use[] {
  return list.flatMap((value, index) =>
    isDestination(value) ? [{ path: [...path, index], value, address: destinations[value] }] : [],
  );
}

/** Everything that makes Cognito send a code, with where it is declared. */
export function codeUses({
  signIn,
  autoVerifiedAttributes,
  accountRecovery,
  mfa,
}: Pick<Environment, 'signIn' | 'autoVerifiedAttributes' | 'accountRecovery' | 'mfa'>): readonly Use[] {
  return [
    ...usesIn(['signIn', 'firstFactors'], signIn.firstFactors),
    ...usesIn(['mfa', 'factors'], mfa.mode === 'off' ? [] : mfa.factors),
    ...usesIn(['autoVerifiedAttributes'], autoVerifiedAttributes),
    ...usesIn(['accountRecovery'], accountRecovery),
  ];
}

/** Where codes go, and how a lost password is replaced. */
export const codeDestinationRules: readonly Rule[] = [
  defineRule({
    id: 'code-destination-declared',
    what: 'Where a code may go is a declared, mutable attribute.',
    source: 'Cognito Developer Guide, MFA and verification: a user without the attribute gets no code.',
    reads: ['signIn', 'autoVerifiedAttributes', 'accountRecovery', 'mfa', 'standardAttributes'],
    check: ({ standardAttributes, ...lists }) => {
      // What users sign in with has a rule of its own, and one finding is enough.
      const named = signInAddresses(lists.signIn);
      const uses = codeUses(lists).filter(
        ({ address }) => !named.includes(address) && standardAttributes[address]?.mutable !== true,
      );
      return [...new Set(uses.map(({ address }) => address))].map((address) => ({
        path: ['standardAttributes', address],
        got: standardAttributes[address],
        allowed: `a declared attribute with mutable: true, beside ${uses
          .filter((use) => use.address === address)
          .map(({ value }) => value)
          .join(', ')}`,
        instead: `Write ${address}: { required: false, mutable: true }, or true where every user must have one.`,
      }));
    },
  }),
  defineRule({
    id: 'recovery-address-verified',
    what: 'Recovery goes to an address that Cognito verifies.',
    source: 'Cognito API, RecoveryOptionType: an address that is not verified gets no code for a new password.',
    reads: ['accountRecovery', 'autoVerifiedAttributes'],
    check: ({ accountRecovery, autoVerifiedAttributes }) =>
      accountRecovery.flatMap((mechanism, index) => {
        if (mechanism === 'admin_only' || autoVerifiedAttributes.includes(destinations[mechanism])) return [];
        return [
          {
            path: ['accountRecovery', index],
            got: mechanism,
            allowed: `${mechanism} beside autoVerifiedAttributes with ${destinations[mechanism]}`,
            instead: `Add "${destinations[mechanism]}" to autoVerifiedAttributes, or remove it here.`,
          },
        ];
      }),
  }),
  defineRule({
    id: 'recovery-by-administrators-alone',
    what: 'Recovery by administrators (admin_only) is the only way where it is one.',
    source: 'Cognito API, AccountRecoverySettingType: one or two ways; admin_only means that users have none.',
    covers: ['deploy-20'],
    reads: ['accountRecovery'],
    check: ({ accountRecovery }) =>
      accountRecovery.includes('admin_only') && accountRecovery.some((mechanism) => mechanism !== 'admin_only')
        ? [
            {
              path: ['accountRecovery'],
              got: accountRecovery,
              allowed: '["admin_only"], or a list without it',
              instead: 'Remove admin_only if users may replace their passwords themselves, else all others.',
            },
          ]
        : [],
  }),
];
