import type { Entry } from '../effective/form';
import type { PropertyRule, Ruling } from './rule';
import { changed } from './values';

const types = ['AWS::Cognito::UserPool'];
const weakens = (effect: string): readonly Ruling[] => [{ verdict: 'weakens', effect }];
const neutral = (effect: string): readonly Ruling[] => [{ verdict: 'neutral', effect }];
const strengthens = (effect: string): readonly Ruling[] => [{ verdict: 'strengthens', effect }];

export const selfSignUp: PropertyRule = {
  kind: 'property',
  id: 'self-sign-up',
  what: 'Either administrators alone create accounts, or everybody does.',
  source: 'AdminCreateUserConfigType',
  types,
  properties: ['AdminCreateUserConfig.AllowAdminCreateUserOnly'],
  judge: ({ to }) => {
    if (to.value === false) return weakens('Anybody on the internet can create an account.');
    return to.value === true
      ? [
          {
            verdict: 'breaks-clients',
            effect: 'Sign-up by users themselves is refused.',
            instead: ['First take sign-up out of the applications.'],
          },
        ]
      : [];
  },
};

export const verifiedBeforeUpdate: PropertyRule = {
  kind: 'property',
  id: 'verification-before-update',
  what: 'Without verification before the update another address counts at once.',
  source: 'UserAttributeUpdateSettingsType',
  types,
  properties: ['UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate', 'UserAttributeUpdateSettings'],
  judge: ({ from, to }) => {
    const { lost, gained } = changed(from, to, []);
    if (lost.length > 0)
      return weakens(`Who holds a stolen token can switch ${lost.join(', ')} at once, and take the account over.`);
    return gained.length > 0 ? strengthens(`A new ${gained.join(' or ')} counts only after it is verified.`) : [];
  },
};

export const autoVerified: PropertyRule = {
  kind: 'property',
  id: 'auto-verified',
  what: 'What is not verified must not identify anybody.',
  source: 'UpdateUserPool, AutoVerifiedAttributes',
  types,
  properties: ['AutoVerifiedAttributes'],
  judge: ({ from, to }) => {
    const { lost, gained } = changed(from, to, []);
    if (lost.length > 0)
      return weakens(`New users do not verify ${lost.join(', ')}; who forgets a password may not get it back.`);
    return gained.length > 0 ? strengthens(`New users verify ${gained.join(', ')} with a code.`) : [];
  },
};

export const accountRecovery: PropertyRule = {
  kind: 'property',
  id: 'account-recovery',
  what: 'How a forgotten password comes back decides how strong an account is.',
  source: 'AccountRecoverySettingType',
  types,
  properties: ['AccountRecoverySetting.RecoveryMechanisms', 'AccountRecoverySetting'],
  judge: ({ from, to }) => {
    const left = strength(JSON.stringify(from.value ?? null));
    const right = strength(JSON.stringify(to.value ?? null));
    if (right < left)
      return weakens(
        'Accounts can be taken over through a weaker channel: an SMS goes to whoever holds the number, an administrator looks.',
      );
    if (right > left) return strengthens('A forgotten password comes back through a stronger channel.');
    const [hadPhone, hasPhone] = [isByPhone(from), isByPhone(to)];
    if (hadPhone !== hasPhone)
      return hasPhone
        ? weakens('Whoever has the telephone number of a user without a verified e-mail address gets the account.')
        : strengthens('Nobody gets an account back by telephone any more.');
    return neutral('A forgotten password comes back another way.');
  },
};

/** Where nothing is said the service takes the e-mail address first, then the telephone. */
function isByPhone({ value }: Entry): boolean {
  return value === undefined || JSON.stringify(value).includes('verified_phone_number');
}

/** By phone first, by e-mail first, by an administrator alone. */
function strength(mechanisms: string): number {
  if (mechanisms.includes('admin_only')) return 3;
  const first = /"Priority":"?1"?[^}]*"Name":"(\w+)"|"Name":"(\w+)"[^}]*"Priority":"?1"?/.exec(mechanisms);
  const name = first?.[1] ?? first?.[2];
  return name === 'verified_email' ? 2 : name === 'verified_phone_number' ? 1 : 2;
}
