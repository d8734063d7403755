import type { Environment } from '../environment';
import { defineRule, type Rule } from './rule';

type SignIn = Environment['signIn'];
type Address = 'email' | 'phone_number';
type SignInAttribute = Address | 'preferred_username';

/** The attributes that stand for the user at sign-in, and whether every user has to have them. */
function signInAttributes(signIn: SignIn): readonly { readonly name: SignInAttribute; readonly required: boolean }[] {
  switch (signIn.identifier) {
    case 'email':
    case 'phone_number':
      return [{ name: signIn.identifier, required: true }];
    case 'email_or_phone_number':
      return [
        { name: 'email', required: false },
        { name: 'phone_number', required: false },
      ];
    case 'username':
      return signIn.aliases.map((name) => ({ name, required: false }));
  }
}

/** The addresses and telephone numbers that users sign in with. */
export function signInAddresses(signIn: SignIn): readonly Address[] {
  return signInAttributes(signIn).flatMap(({ name }) => (name === 'preferred_username' ? [] : [name]));
}

/** How users name themselves: fixed when the pool is created, so that a mistake lasts. */
export const signInNameRules: readonly Rule[] = [
  defineRule({
    id: 'sign-in-attribute',
    what: 'What users sign in with is a declared, mutable attribute, and required where it is the only name.',
    source: 'Cognito Developer Guide, sign-in attributes; an immutable address locks out whoever changes theirs.',
    reads: ['signIn', 'standardAttributes'],
    check: ({ signIn, standardAttributes }) =>
      signInAttributes(signIn)
        .filter(({ name, required }) => {
          const declared = standardAttributes[name];
          return declared?.mutable !== true || (required && !declared.required);
        })
        .map(({ name, required }) => ({
          path: ['standardAttributes', name],
          got: standardAttributes[name],
          allowed: `${required ? 'required: true and ' : ''}mutable: true, as users sign in with it`,
          instead: `Write ${name}: { required: ${required}, mutable: true }.`,
        })),
  }),
  defineRule({
    id: 'preferred-username-alias',
    what: 'An alias preferred_username is not required.',
    source: 'Cognito Developer Guide, aliases: users choose it after sign-up, which what is required comes before.',
    covers: ['deploy-2'],
    reads: ['signIn', 'standardAttributes'],
    check: ({ signIn, standardAttributes: { preferred_username: preferred } }) =>
      signIn.identifier === 'username' && signIn.aliases.includes('preferred_username') && preferred?.required === true
        ? [
            {
              path: ['standardAttributes', 'preferred_username', 'required'],
              got: true,
              allowed: 'false, as it is one of signIn.aliases',
              instead: 'Write false, or remove preferred_username from signIn.aliases.',
            },
          ]
        : [],
  }),
  defineRule({
    id: 'sign-in-address-verified',
    what: 'The addresses that users sign in with are verified.',
    source: 'Cognito Developer Guide, aliases: one counts once it is verified; else an account has another’s address.',
    reads: ['signIn', 'autoVerifiedAttributes'],
    check: ({ signIn, autoVerifiedAttributes }) =>
      signInAddresses(signIn)
        .filter((name) => !autoVerifiedAttributes.includes(name))
        .map((name) => ({
          path: ['autoVerifiedAttributes'],
          got: autoVerifiedAttributes,
          allowed: `a list with ${name}, as users sign in with it`,
          instead: `Add "${name}".`,
        })),
  }),
];
