import type { Control } from '../control';
import { conclude } from '../look';
import { booleanIn, notKnown, read, shown, type Reading } from '../reading';
import type { Located } from '../subject';
import { all, type Truth } from '../truth';

const policy = 'Policies.PasswordPolicy';
const absent: Reading = { kind: 'absent' };
const requirements = ['RequireLowercase', 'RequireUppercase', 'RequireNumbers', 'RequireSymbols'] as const;

/** A pool without a policy requires all of them; in a policy, what is not written is not required. */
function required({ resource }: Located, requirement: string): Reading {
  const written = read(resource, `${policy}.${requirement}`);
  if (written.kind === 'absent') return { kind: 'known', value: read(resource, policy).kind === 'absent' };
  const value = booleanIn(written);
  return value === undefined ? written : { kind: 'known', value };
}

function allRequire(pool: Located, wanted: boolean): Truth {
  return all(
    requirements.map((requirement) => {
      const reading = required(pool, requirement);
      return reading.kind === 'unknown' ? undefined : booleanIn(reading) === wanted;
    }),
  );
}

/** All four as one value, as far as each is known. */
function together(pool: Located): Reading {
  const readings = requirements.map((requirement) => [requirement, required(pool, requirement)] as const);
  const [unknown] = readings.flatMap(([, reading]) => (reading.kind === 'unknown' ? [reading] : []));
  const values = readings.flatMap(([key, reading]) =>
    reading.kind === 'known' ? [[key, reading.value] as const] : [],
  );
  return unknown ?? { kind: 'known', value: Object.fromEntries(values) };
}

export const composition: Control = {
  id: 'CGN-PWD-02',
  what: 'Passwords have no rules for their characters (profile nist), or all four (profile aws-fsbp); nothing between.',
  why: 'Rules for characters make people choose passwords that follow a pattern; who asks for them expects all.',
  sources: [
    { source: 'NIST SP 800-63B-4', id: '3.1.1.2' },
    { source: 'OWASP ASVS 5.0', id: '6.2.5' },
    { source: 'AWS Security Hub', id: 'Cognito.3' },
    { source: 'cdk-nag', id: 'AwsSolutions-COG1' },
    { source: 'Prowler', id: 'cognito_user_pool_password_policy_lowercase' },
    { source: 'Prowler', id: 'cognito_user_pool_password_policy_uppercase' },
    { source: 'Prowler', id: 'cognito_user_pool_password_policy_number' },
    { source: 'Prowler', id: 'cognito_user_pool_password_policy_symbol' },
  ],
  conflict:
    'Security Hub, cdk-nag and Prowler demand rules for characters, NIST and ASVS forbid them: the composition profile ' +
    'of the environment says which are followed, and the others report it.',
  severity: { sandbox: 'informational', 'pre-production': 'informational', production: 'low' },
  field: 'passwordPolicy',
  check: ({ pools, intent }) =>
    pools.map(({ pool }) => {
      const isWritten = read(pool.resource, policy).kind !== 'absent';
      const found = isWritten ? together(pool) : absent;
      const noneRequired = allRequire(pool, false);
      const allRequired = all([isWritten, allRequire(pool, true)]);
      switch (intent.composition) {
        case 'nist':
          return conclude(pool, policy, found, 'all four false', noneRequired);
        case 'aws-fsbp':
          return conclude(pool, policy, found, 'all four true, written in the template', allRequired);
        case undefined: {
          const truth = noneRequired === false && allRequired === false ? false : undefined;
          return conclude(
            pool,
            policy,
            found,
            'all four false (nist) or true (aws-fsbp): no profile says which',
            truth,
          );
        }
      }
    }),
  orders: requirements.map((requirement) => ({
    type: 'AWS::Cognito::UserPool',
    property: `${policy}.${requirement}`,
    measure: (at, { intent }) => {
      const reading = required(at, requirement);
      switch (intent.composition) {
        // Neither weaker nor stronger.
        case 'nist':
          return absent;
        case 'aws-fsbp':
          return reading;
        case undefined:
          return reading.kind === 'known'
            ? notKnown(`no composition profile says whether ${shown(reading)} is wanted`, reading.value)
            : reading;
      }
    },
    scale: { kind: 'levels', weakToStrong: [false, true] },
  })),
};
