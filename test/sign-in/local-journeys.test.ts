import { cases, openJourneyIn } from './journey-pools';
import { refusal } from './scripted-service';

// What becomes of each of them with a service that fails or lies: test/robustness/broken-service.test.ts.
describe.each(cases)('%s in a pool %s', (name, pool) => {
  test('passes, calls what its steps say, and leaves nobody', async () => {
    const journey = await openJourneyIn(pool, name);
    const { report, calls, usersLeft } = await journey.rehearse().finally(() => journey.close());
    expect(report.steps.filter(({ outcome }) => outcome.result === 'failed')).toEqual([]);
    expect(report).toMatchObject({ passed: true, leftBehind: [] });
    expect(usersLeft).toBe(0);
    const called = report.steps.map(({ name: step }, index) => [
      step,
      new Set(calls.filter((call) => call.step === index).map(({ operation }) => operation)),
    ]);
    const said = report.steps.map(({ name: step, operations, outcome }) => [
      step,
      new Set(outcome.result === 'passed' ? operations.filter((each) => !/^(GET|POST) /.test(each)) : []),
    ]);
    expect(called).toEqual(said);
  });
});

test('one user who cannot be removed does not keep the other one in the pool, and is named', async () => {
  const journey = await openJourneyIn('sms-optional', 'J15');
  let made = '';
  const { report, usersLeft } = await journey.rehearse(async ({ operation, input }, handOn) => {
    if (operation === 'AdminCreateUser' && made === '') made = String(input['Username']);
    if (operation === 'AdminDeleteUser' && input['Username'] === made)
      throw refusal('TooManyRequestsException', 'Rate exceeded');
    return handOn();
  });
  await journey.close();
  expect(report).toMatchObject({ passed: false, leftBehind: [made] });
  expect(usersLeft).toBe(1);
});
