import type { RawObject } from '../../../lib/template/value';
import { pool, poolSettings, problemsOf } from './pool-template';

const policyOf = (policy: RawObject, adminCreateUser: RawObject = {}) =>
  poolSettings({ Policies: { PasswordPolicy: policy }, AdminCreateUserConfig: adminCreateUser }).passwordPolicy;

test('a policy is taken whole: the classes it leaves out are not demanded', () => {
  expect(policyOf({ MinimumLength: 12 })).toEqual({
    minimumLength: 12,
    requireLowercase: false,
    requireUppercase: false,
    requireNumbers: false,
    requireSymbols: false,
    temporaryPasswordValidityDays: 7,
    passwordHistorySize: 0,
  });
});

test('booleans and numbers may be written as texts', () => {
  const policy = {
    MinimumLength: '8',
    RequireLowercase: 'true',
    RequireUppercase: 'true',
    RequireNumbers: 'false',
    RequireSymbols: true,
    TemporaryPasswordValidityDays: '3',
    PasswordHistorySize: '24',
  };
  expect(policyOf(policy)).toEqual({
    minimumLength: 8,
    requireLowercase: true,
    requireUppercase: true,
    requireNumbers: false,
    requireSymbols: true,
    temporaryPasswordValidityDays: 3,
    passwordHistorySize: 24,
  });
});

test.each([
  [{ TemporaryPasswordValidityDays: 0 }, {}, 7],
  [{}, { UnusedAccountValidityDays: 2 }, 2],
  [{ TemporaryPasswordValidityDays: 5 }, {}, 5],
])('an invitation with %j and %j holds %d days', (policy, adminCreateUser, days) => {
  expect(policyOf({ MinimumLength: 8, ...policy }, adminCreateUser).temporaryPasswordValidityDays).toBe(days);
});

test('days of an invitation count without a policy too', () => {
  const { passwordPolicy } = poolSettings({ AdminCreateUserConfig: { UnusedAccountValidityDays: 2 } });
  expect(passwordPolicy).toMatchObject({ temporaryPasswordValidityDays: 2, requireSymbols: true });
});

test.each<[string, RawObject, string]>([
  ['a policy without a length', { PasswordPolicy: { RequireSymbols: true } }, 'MinimumLength'],
  ['a length below 6', { PasswordPolicy: { MinimumLength: 5 } }, 'MinimumLength'],
  ['a length above 99', { PasswordPolicy: { MinimumLength: 100 } }, 'MinimumLength'],
  ['half a character', { PasswordPolicy: { MinimumLength: 8.5 } }, 'MinimumLength'],
  ['a length in words', { PasswordPolicy: { MinimumLength: 'eight' } }, 'MinimumLength'],
  ['a length with a unit', { PasswordPolicy: { MinimumLength: '8 ' } }, 'MinimumLength'],
  ['a history of 25', { PasswordPolicy: { MinimumLength: 8, PasswordHistorySize: 25 } }, 'PasswordHistorySize'],
  ['an answer that is no boolean', { PasswordPolicy: { MinimumLength: 8, RequireNumbers: 'yes' } }, 'RequireNumbers'],
  [
    'an invitation for ever',
    { PasswordPolicy: { MinimumLength: 8, TemporaryPasswordValidityDays: 366 } },
    'TemporaryPasswordValidityDays',
  ],
])('%s stops the start', (_, policies, property) => {
  const problems = problemsOf({ Pool: pool({ Policies: policies }) });
  expect(problems.map(({ path }) => path)).toEqual([`Policies.PasswordPolicy.${property}`]);
  expect(problems[0]?.nextStep).toMatch(/^Write /);
});

test('the older and the newer form for the days of an invitation exclude each other', () => {
  const [problem] = problemsOf({
    Pool: pool({
      Policies: { PasswordPolicy: { MinimumLength: 8, TemporaryPasswordValidityDays: 5 } },
      AdminCreateUserConfig: { UnusedAccountValidityDays: 5 },
    }),
  });
  expect(problem).toMatchObject({ path: 'AdminCreateUserConfig.UnusedAccountValidityDays' });
  expect(problem?.nextStep).toMatch(/Leave UnusedAccountValidityDays out/);
});
