import { recovery, recoveryProperty, type Address } from '../addresses';
import type { Control } from '../control';
import { secondFactors, settingsOfFactors } from '../factors';
import { isProduction, needsTwoFactors } from '../intent';
import { conclude } from '../look';
import { notKnown, textsIn, type Reading } from '../reading';
import type { Located } from '../subject';
import { all, given, names, not, type Truth } from '../truth';
import { valueAt } from '../value-at';

/** The address to which the codes of a second factor go. */
const addressOf: Readonly<Record<string, Address | undefined>> = { SMS_MFA: 'phone_number', EMAIL_OTP: 'email' };

/** Whether codes for a forgotten password go where the codes of the only second factor go. */
function sharesOnlyFactor(pool: Located): Truth {
  const factors = secondFactors(pool);
  if (factors.kind === 'unknown') return isByAdministrator(pool) === true ? false : undefined;
  const [only, ...others] = textsIn(factors) ?? [];
  const address = only === undefined || others.length > 0 ? undefined : addressOf[only];
  return address === undefined ? false : names(recovery(pool), `verified_${address}`);
}

const isByAdministrator = (pool: Located): Truth => isFirst(recovery(pool), ['admin_only']);

function isFirst(mechanisms: Reading, wanted: readonly string[]): Truth {
  if (mechanisms.kind === 'absent') return false;
  const [first] = textsIn(mechanisms) ?? [];
  return first === undefined ? undefined : wanted.includes(first);
}

/** The preferred mechanism: without any the service prefers a telephone; the weakest is that of the only second factor. */
function preferred(pool: Located): Reading {
  const mechanisms = recovery(pool);
  if (mechanisms.kind === 'absent') return { kind: 'known', value: 'verified_phone_number' };
  const isShared = sharesOnlyFactor(pool);
  if (isShared === undefined) {
    const [unknown] = [mechanisms, secondFactors(pool)].filter(({ kind }) => kind === 'unknown');
    const why = unknown?.kind === 'unknown' ? unknown.why : 'whether the second factor has the same channel';
    return notKnown(why, ...[recoveryProperty, ...settingsOfFactors].map((each) => valueAt(pool.resource, each)));
  }
  if (isShared) return { kind: 'known', value: 'that of MFA' };
  const [first] = textsIn(mechanisms) ?? [];
  return first === undefined ? mechanisms : { kind: 'known', value: first };
}

export const accountRecovery: Control = {
  id: 'CGN-ACC-04',
  what: 'The template says how a forgotten password is replaced: not by the channel of the only second factor; in production at AAL2 by e-mail first, or by an administrator.',
  why: 'Whoever has the telephone would otherwise have both factors; and the service gives no code where they are the same, so that nobody gets in again.',
  sources: [
    { source: 'OWASP ASVS 5.0', id: '6.4.3' },
    { source: 'AWS developer guide', id: 'managing-users-passwords' },
    { source: 'AWS API reference', id: 'CreateUserPool: AccountRecoverySetting' },
  ],
  severity: { sandbox: 'low', 'pre-production': 'low', production: 'medium' },
  field: 'accountRecovery',
  check: ({ pools, intent }) =>
    pools.map(({ pool }) => {
      const mechanisms = recovery(pool);
      const isStrict = all([isProduction(intent), needsTwoFactors(intent)]);
      const isStrong = given(isStrict, isFirst(mechanisms, ['verified_email', 'admin_only']), true);
      const truth = mechanisms.kind === 'absent' ? false : all([not(sharesOnlyFactor(pool)), isStrong]);
      const strong = isStrict === false ? '' : ', verified_email first or admin_only';
      const wanted = `written${strong}; not the channel of the only second factor`;
      return conclude(pool, recoveryProperty, mechanisms, wanted, truth);
    }),
  orders: [
    {
      type: 'AWS::Cognito::UserPool',
      property: recoveryProperty,
      measure: preferred,
      scale: {
        kind: 'levels',
        weakToStrong: ['that of MFA', 'verified_phone_number', 'verified_email', 'admin_only'],
      },
    },
  ],
};
