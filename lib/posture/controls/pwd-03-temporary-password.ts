import type { Control } from '../control';
import { isProduction } from '../intent';
import { conclude } from '../look';
import { numberIn, read, type Reading } from '../reading';
import type { Located } from '../subject';
import { given } from '../truth';

const property = 'Policies.PasswordPolicy.TemporaryPasswordValidityDays';

const mostDays = 3;
const mostDaysElsewhere = 7;

/** In days; the service takes 0 for absent, and 7 for either. */
function validity({ resource }: Located): Reading {
  const written = read(resource, property);
  const days = written.kind === 'absent' ? 0 : numberIn(written);
  return days === undefined ? written : { kind: 'known', value: days === 0 ? 7 : days };
}

export const temporaryPassword: Control = {
  id: 'CGN-PWD-03',
  what: `A temporary password is valid for at most ${mostDays} days in production, ${mostDaysElsewhere} outside of production.`,
  why: 'It lies in a mailbox, and whoever reads it first takes the account.',
  sources: [
    { source: 'OWASP ASVS 5.0', id: '6.4.1' },
    { source: 'AWS Security Hub', id: 'Cognito.3' },
    { source: 'Prowler', id: 'cognito_user_pool_temporary_password_expiration' },
  ],
  severity: { sandbox: 'low', 'pre-production': 'low', production: 'medium' },
  field: 'passwordPolicy.temporaryPasswordValidityDays',
  check: ({ pools, intent }) =>
    pools.map(({ pool }) => {
      const reading = validity(pool);
      const days = numberIn(reading) ?? Infinity;
      const isStrict = isProduction(intent);
      const truth =
        reading.kind === 'unknown' ? undefined : given(isStrict, days <= mostDays, days <= mostDaysElsewhere);
      const most = isStrict === false ? mostDaysElsewhere : mostDays;
      return conclude(pool, property, reading, `at most ${most} days; 7 where it is absent or 0`, truth);
    }),
  orders: [
    { type: 'AWS::Cognito::UserPool', property, measure: validity, scale: { kind: 'number', stronger: 'smaller' } },
  ],
};
