import type { Figure } from './figure';

/** What one run measured. Times of sign-ins and requests are medians of a round, and of the rounds the fastest. */
export interface SignInMeasurements {
  /** Microseconds of processor time: of the server for one sign-in with password and TOTP, and of two signatures. */
  readonly cpuPerSignIn: number;
  readonly cpuPerSrpSignIn: number;
  readonly twoSignatures: number;
  /** Milliseconds of one sign-in with password and TOTP, of few users and of many. */
  readonly withFew: number;
  readonly withMany: number;
  readonly withTrigger: number;
  /** Milliseconds of one SRP sign-in without what the client computes. */
  readonly srp: number;
  /** Sign-ins in a second, 16 at a time. */
  readonly at16: number;
  readonly srpAt16: number;
  /** Milliseconds of ListUsers with a filter, by attribute. */
  readonly listUsers: readonly { readonly attribute: string; readonly few: number; readonly many: number }[];
  /** Milliseconds of AdminCreateUser. */
  readonly createWithFew: number;
  readonly createWithMany: number;
  /** Milliseconds from the start of the process to the first answer. */
  readonly startUp: number;
  /** Resident bytes of the server. */
  readonly memoryOfFew: number;
  readonly memoryOfMany: number;
  /** The same work against cognito-local; undefined where it could not be had. */
  readonly cognitoLocal: { readonly one: number; readonly at16: number } | undefined;
}

export interface Sizes {
  readonly few: number;
  readonly many: number;
}

/** The figures of a run, those with a bound first. What is flat may differ by a fifth. */
export function signInFigures(measured: SignInMeasurements, { few, many }: Sizes): readonly Figure[] {
  const growth = `${shown(many)} users against ${shown(few)}`;
  const flat = (what: string, from: number, to: number): Figure => ({
    what: `${what}, ${growth}`,
    measured: to / from,
    atMost: 1.2,
    unit: 'times',
  });
  const plain = (what: string, value: number, unit: Figure['unit']): Figure => ({ what, measured: value, unit });
  const { cognitoLocal } = measured;
  return [
    {
      what: 'server CPU of a password and TOTP sign-in against two RSA-2048 signatures',
      measured: measured.cpuPerSignIn / measured.twoSignatures,
      atMost: 1.7,
      unit: 'times',
    },
    { what: 'what a warm trigger adds', measured: measured.withTrigger - measured.withFew, atMost: 1, unit: 'ms' },
    { what: 'start-up to the first answer', measured: measured.startUp, atMost: 700, unit: 'ms' },
    flat('sign-in', measured.withFew, measured.withMany),
    ...measured.listUsers.map(({ attribute, few: ofFew, many: ofMany }) =>
      flat(`ListUsers by ${attribute}`, ofFew, ofMany),
    ),
    flat('AdminCreateUser', measured.createWithFew, measured.createWithMany),
    plain('two RSA-2048 signatures, CPU', measured.twoSignatures / 1000, 'ms'),
    plain('password and TOTP sign-in, server CPU', measured.cpuPerSignIn / 1000, 'ms'),
    plain('SRP sign-in, server CPU', measured.cpuPerSrpSignIn / 1000, 'ms'),
    plain('password and TOTP sign-in, one at a time', measured.withFew, 'ms'),
    plain('SRP sign-in, one at a time, without the client', measured.srp, 'ms'),
    plain('password and TOTP sign-ins, 16 at a time', measured.at16, 'a second'),
    plain('SRP sign-ins, 16 at a time', measured.srpAt16, 'a second'),
    plain(`memory with ${shown(few)} users`, measured.memoryOfFew / 2 ** 20, 'MB'),
    plain(`memory with ${shown(many)} users`, measured.memoryOfMany / 2 ** 20, 'MB'),
    ...(cognitoLocal === undefined
      ? []
      : [
          plain('password and TOTP sign-in at cognito-local 5.3.0, one at a time', cognitoLocal.one, 'ms'),
          plain('cognito-local 5.3.0 against this, one at a time', cognitoLocal.one / measured.withFew, 'times'),
          plain('password and TOTP sign-ins at cognito-local 5.3.0, 16 at a time', cognitoLocal.at16, 'a second'),
        ]),
  ];
}

function shown(count: number): string {
  return count.toLocaleString('en-US');
}
