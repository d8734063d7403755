import { holds } from '../../bench/figure';
import { fastestOf, type Round } from '../../bench/measure-sign-ins';
import { median } from '../../bench/median';
import { signInFigures, type SignInMeasurements } from '../../bench/sign-in-bounds';

/** Every bound holds: 1.5 times the signatures, a trigger of 0.5 ms, nothing grows with the users. */
const good: SignInMeasurements = {
  cpuPerSignIn: 900,
  cpuPerSrpSignIn: 4000,
  twoSignatures: 600,
  withFew: 1,
  withMany: 1.1,
  withTrigger: 1.5,
  srp: 3,
  at16: 900,
  srpAt16: 250,
  listUsers: ['email', 'username'].map((attribute) => ({ attribute, few: 0.5, many: 0.55 })),
  createWithFew: 0.5,
  createWithMany: 0.5,
  startUp: 600,
  memoryOfFew: 100 * 2 ** 20,
  memoryOfMany: 300 * 2 ** 20,
  cognitoLocal: { one: 4, at16: 200 },
};
const sizes = { few: 1000, many: 100_000 };

const broken = (measured: SignInMeasurements): readonly string[] =>
  signInFigures(measured, sizes)
    .filter((figure) => !holds(figure))
    .map(({ what }) => what);

test('what is within the bounds breaks none', () => {
  expect(broken(good)).toEqual([]);
  const bounded = signInFigures(good, sizes).filter(({ atMost }) => atMost !== undefined);
  expect(bounded.map(({ measured, atMost }) => [Number(measured.toFixed(3)), atMost])).toEqual([
    [1.5, 1.7],
    [0.5, 1],
    [600, 700],
    [1.1, 1.2],
    [1.1, 1.2],
    [1.1, 1.2],
    [1, 1.2],
  ]);
});

test.each<[string, Partial<SignInMeasurements>]>([
  ['server CPU of a password and TOTP sign-in against two RSA-2048 signatures', { cpuPerSignIn: 1021 }],
  ['what a warm trigger adds', { withTrigger: 2.01 }],
  ['start-up to the first answer', { startUp: 701 }],
  ['sign-in, 100,000 users against 1,000', { withMany: 1.21 }],
  [
    'ListUsers by username, 100,000 users against 1,000',
    { listUsers: good.listUsers.map((time) => ({ ...time, many: time.attribute === 'username' ? 0.61 : 0.5 })) },
  ],
  ['AdminCreateUser, 100,000 users against 1,000', { createWithMany: 0.61 }],
])('"%s" is told when it is broken, and nothing else', (what, change) => {
  expect(broken({ ...good, ...change })).toEqual([what]);
});

test('cognito-local is compared by the same sign-ins, and its rows are left out where it could not be had', () => {
  const rows = (measured: SignInMeasurements) =>
    signInFigures(measured, sizes).filter(({ what }) => what.includes('cognito-local'));
  expect(rows(good).map(({ measured }) => measured)).toEqual([4, 4, 200]);
  expect(rows({ ...good, cognitoLocal: undefined })).toEqual([]);
});

test('of the rounds the smallest time and the largest rate count, each by itself', () => {
  const round = (factor: number): Round => ({
    ...good,
    cpuPerSignIn: good.cpuPerSignIn * factor,
    at16: good.at16 * factor,
    listUsers: ['email', 'phone_number', 'username'].map((attribute) => ({ attribute, few: factor, many: 2 * factor })),
    cognitoLocal: { one: factor, at16: factor },
  });
  expect(fastestOf([round(2), round(1), round(3)])).toMatchObject({
    cpuPerSignIn: good.cpuPerSignIn,
    at16: 3 * good.at16,
    listUsers: ['email', 'phone_number', 'username'].map((attribute) => ({ attribute, few: 1, many: 2 })),
    cognitoLocal: { one: 1, at16: 3 },
  });
});

test.each([
  [[3], 3],
  [[1, 9, 2], 2],
  [[4, 1, 2, 100], 3],
])('the median of %j is %d', (numbers, expected) => {
  expect(median(numbers)).toBe(expected);
});

test('no number has no median', () => {
  expect(() => median([])).toThrow(RangeError);
});
