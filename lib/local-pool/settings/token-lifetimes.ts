import type { Findings } from './findings';
import type { PropertyReader } from './property-reader';
import type { userPoolClientProperties } from './user-pool-client-properties';

type ClientReader = PropertyReader<typeof userPoolClientProperties>;

/** Seconds that the tokens of a client are good for. */
export interface TokenLifetimes {
  readonly accessTokenSeconds: number;
  readonly idTokenSeconds: number;
  readonly refreshTokenSeconds: number;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const secondsOf = { seconds: 1, minutes: minute, hours: hour, days: day };
const year = 365 * day;

/** What the service takes for a refresh token when the template says nothing, or 0. */
const absentRefreshSeconds = 30 * day;

const outOfRange = 'Invalid range for token validity.';
const tooLong = 'Access and Id Token expiration times must be less than or equal to refresh token expiration times.';

/** Value times unit, within the service's bounds (SDK model, TokenValidityUnitsType; developer guide, "Tokens"). */
export function readTokenLifetimes(read: ClientReader, findings: Findings): TokenLifetimes {
  const refreshTokenSeconds =
    (read.integer('RefreshTokenValidity') ?? 0) * secondsOf[read.choice('TokenValidityUnits.RefreshToken')] ||
    absentRefreshSeconds;
  const accessTokenSeconds =
    read.integer('AccessTokenValidity') * secondsOf[read.choice('TokenValidityUnits.AccessToken')];
  const idTokenSeconds = read.integer('IdTokenValidity') * secondsOf[read.choice('TokenValidityUnits.IdToken')];

  const check = (
    path: string,
    seconds: number,
    from: number,
    to: number,
    range: string,
    words = outOfRange,
  ): boolean => {
    if (seconds >= from && seconds <= to) return true;
    const nextStep = `Change ${path} or its unit in TokenValidityUnits: the service refuses it.`;
    findings.stop(read.logicalId, path, { got: `${seconds} seconds`, expected: range, nextStep, words });
    return false;
  };
  const hasBound = check(
    'RefreshTokenValidity',
    refreshTokenSeconds,
    hour,
    10 * year,
    'an hour to 10 years (3,650 days)',
  );
  for (const [path, seconds] of [
    ['AccessTokenValidity', accessTokenSeconds],
    ['IdTokenValidity', idTokenSeconds],
  ] as const) {
    check(path, seconds, 5 * minute, day, '5 minutes to a day');
    if (hasBound) {
      const range = `at most ${refreshTokenSeconds} seconds, as the refresh token`;
      check(path, seconds, 0, refreshTokenSeconds, range, tooLong);
    }
  }
  return { accessTokenSeconds, idTokenSeconds, refreshTokenSeconds };
}
