import { addresses, isBothFactors } from '../addresses';
import type { Control } from '../control';
import { firstFactors, secondFactors } from '../factors';
import { conclude } from '../look';
import { all, any, not } from '../truth';

export const twoChannels: Control = {
  id: 'CGN-MFA-05',
  what: 'Codes of the first and of the second factor do not come the same way, unless e-mail and text message are both on both sides.',
  why: 'Two codes to the same mailbox or telephone prove one thing twice.',
  sources: [{ source: 'AWS developer guide', id: 'user-pool-settings-mfa' }],
  severity: { sandbox: 'medium', 'pre-production': 'medium', production: 'high' },
  field: 'signIn.firstFactors',
  check: ({ pools }) =>
    pools.map(({ pool }) => {
      const twice = addresses.map((address) => isBothFactors(address, pool));
      const [first, second] = [firstFactors(pool), secondFactors(pool)];
      const found = [first, second].find(({ kind }) => kind === 'unknown') ?? second;
      const wanted = 'no code by the way of a first factor (EMAIL_OTP, SMS_OTP), or both ways on both sides';
      return conclude(pool, 'EnabledMfas', found, wanted, any([not(any(twice)), all(twice)]));
    }),
  orders: [],
};
