import { decideSecondFactor } from '../../../lib/local-pool/authentication/mfa-decision';
import type { User } from '../../../lib/local-pool/state/user';

const softwareToken = { secret: 'ABC', friendlyDeviceName: undefined, spentSteps: [] };
const none: Pick<User, 'mfa' | 'softwareToken'> = {
  mfa: { enabled: [], preferred: undefined },
  softwareToken: undefined,
};
const registered = { ...none, softwareToken };
const active = { mfa: { enabled: ['SOFTWARE_TOKEN_MFA'], preferred: undefined }, softwareToken } as const;

describe('after the first factor a user is asked', () => {
  test.each([
    ['OFF', 'no authenticator', none, 'none'],
    ['OFF', 'an active one', active, 'none'],
    ['OPTIONAL', 'no authenticator', none, 'none'],
    ['OPTIONAL', 'one that is registered and not active', registered, 'none'],
    ['OPTIONAL', 'an active one', active, 'SOFTWARE_TOKEN_MFA'],
    ['ON', 'no authenticator', none, 'MFA_SETUP'],
    ['ON', 'one that is registered and not active', registered, 'SOFTWARE_TOKEN_MFA'],
    ['ON', 'an active one', active, 'SOFTWARE_TOKEN_MFA'],
  ] as const)('in a pool with MFA %s, with %s', (mode, _has, user, asked) => {
    expect(decideSecondFactor({ mode, factors: ['SOFTWARE_TOKEN_MFA'] }, user)).toBe(asked);
  });

  test('for an active authenticator even after the pool stopped offering TOTP', () => {
    expect(decideSecondFactor({ mode: 'OPTIONAL', factors: [] }, active)).toBe('SOFTWARE_TOKEN_MFA');
  });
});
