import type { RawObject } from '../../../lib/template/value';
import { client, clientSettings, pool, problemsOf } from './pool-template';

const day = 86_400;

test.each<[RawObject, RawObject]>([
  [{ AccessTokenValidity: 2 }, { accessTokenSeconds: 7200 }],
  [{ AccessTokenValidity: 5, TokenValidityUnits: { AccessToken: 'minutes' } }, { accessTokenSeconds: 300 }],
  [{ IdTokenValidity: '300', TokenValidityUnits: { IdToken: 'seconds' } }, { idTokenSeconds: 300 }],
  [{ IdTokenValidity: 1, TokenValidityUnits: { IdToken: 'days' } }, { idTokenSeconds: day }],
  [{ RefreshTokenValidity: 3650 }, { refreshTokenSeconds: 3650 * day }],
  [{ RefreshTokenValidity: 60, TokenValidityUnits: { RefreshToken: 'minutes' } }, { refreshTokenSeconds: 3600 }],
  [{ RefreshTokenValidity: 0 }, { refreshTokenSeconds: 30 * day }],
  [{ TokenValidityUnits: { RefreshToken: 'minutes' } }, { refreshTokenSeconds: 30 * day }],
])('%j is %j', (properties, seconds) => {
  expect(clientSettings(properties)).toMatchObject(seconds);
});

test.each<[string, RawObject, string]>([
  [
    'an access token of 10 days',
    { AccessTokenValidity: 10, TokenValidityUnits: { AccessToken: 'days' } },
    'AccessTokenValidity',
  ],
  [
    'an access token of 4 minutes',
    { AccessTokenValidity: 4, TokenValidityUnits: { AccessToken: 'minutes' } },
    'AccessTokenValidity',
  ],
  ['an ID token of 25 hours', { IdTokenValidity: 25 }, 'IdTokenValidity'],
  ['an ID token of no time', { IdTokenValidity: 0 }, 'IdTokenValidity'],
  ['a refresh token of 11 years', { RefreshTokenValidity: 11 * 365 }, 'RefreshTokenValidity'],
  [
    'a refresh token of 59 minutes',
    { RefreshTokenValidity: 59, TokenValidityUnits: { RefreshToken: 'minutes' } },
    'RefreshTokenValidity',
  ],
  ['a unit that does not exist', { TokenValidityUnits: { IdToken: 'weeks' } }, 'TokenValidityUnits.IdToken'],
  [
    'an access token that outlives the refresh token',
    { AccessTokenValidity: 2, RefreshTokenValidity: 1, TokenValidityUnits: { RefreshToken: 'hours' } },
    'AccessTokenValidity',
  ],
])('%s stops the start', (_, properties, path) => {
  const problems = problemsOf({ Pool: pool(), Web: client(properties) });
  expect(problems).toEqual([expect.objectContaining({ logicalId: 'Web', path })]);
  expect(problems[0]?.nextStep).toMatch(/\.$/);
});
