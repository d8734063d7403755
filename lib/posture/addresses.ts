import { isList, isObject, type RawObject } from '../template/value';
import type { Finding } from './control';
import { firstFactors, secondFactors } from './factors';
import { conclude } from './look';
import { numberIn, read, type Reading } from './reading';
import type { Located } from './subject';
import { all, any, names, not, type Truth } from './truth';

/** Where Cognito sends codes. */
export const addresses = ['email', 'phone_number'] as const;

export type Address = (typeof addresses)[number];

const factorsOf: Readonly<Record<Address, { readonly first: string; readonly second: string }>> = {
  email: { first: 'EMAIL_OTP', second: 'EMAIL_OTP' },
  phone_number: { first: 'SMS_OTP', second: 'SMS_MFA' },
};

/** Whether users sign in with the address in the place of a username. */
export function namesUsers(address: Address, { resource }: Located): Truth {
  return any(['UsernameAttributes', 'AliasAttributes'].map((property) => names(read(resource, property), address)));
}

/** Whether codes of a first or second factor are sent to the address. */
export function getsCodes(address: Address, pool: Located): Truth {
  const { first, second } = factorsOf[address];
  return any([names(firstFactors(pool), first), names(secondFactors(pool), second)]);
}

/** Whether the template says that a forgotten password is replaced by a code to the address. */
export function recovers(address: Address, pool: Located): Truth {
  return names(recovery(pool), `verified_${address}`);
}

export const recoveryProperty = 'AccountRecoverySetting.RecoveryMechanisms';

/** The names of the recovery mechanisms, the preferred one first. */
export function recovery({ resource }: Located): Reading {
  const written = read(resource, recoveryProperty);
  if (written.kind !== 'known' || !isList(written.value)) return written;
  const mechanisms = written.value.map((each) => (isObject(each) ? each : {}));
  const priority = ({ Priority: written = null }: RawObject): number =>
    numberIn({ kind: 'known', value: written }) ?? Number.MAX_SAFE_INTEGER;
  const sorted = mechanisms.toSorted((left, right) => priority(left) - priority(right));
  return { kind: 'known', value: sorted.map(({ Name }) => Name ?? null) };
}

/** Whether codes to the address are a first and a second factor as well. */
export function isBothFactors(address: Address, pool: Located): Truth {
  const { first, second } = factorsOf[address];
  return all([names(firstFactors(pool), first), names(secondFactors(pool), second)]);
}

/** Whether a list names every address that is used; no finding where none is. */
export function lookForUsed(at: Located, property: string, isUsed: (address: Address) => Truth): readonly Finding[] {
  const uses = addresses.map((address) => ({ address, used: isUsed(address) })).filter(({ used }) => used !== false);
  if (uses.length === 0) return [];
  const written = read(at.resource, property);
  const truth = all(uses.map(({ address, used }) => any([not(used), names(written, address)])));
  const wanted = uses.map(({ address, used }) => (used === true ? address : `${address} if it is used`)).join(', ');
  return [conclude(at, property, written, wanted, truth)];
}
