import { shortPassword } from '../../lib/sign-in/password';
import { cases, openJourneyIn } from '../sign-in/journey-pools';
import type { LocalRehearsal, OpenJourney } from '../sign-in/local-rehearsal';
import { refusal } from '../sign-in/scripted-service';

type Called = LocalRehearsal['calls'][number];

/** The first call of each operation, or of each operation in each of some places; the clean-up aside. */
function firstOfEach({ calls }: LocalRehearsal, place: (call: Called) => unknown = () => ''): readonly Called[] {
  const first = new Map<string, Called>();
  for (const call of calls) {
    const key = `${call.operation} ${String(place(call))}`;
    if (call.operation !== 'AdminDeleteUser' && !first.has(key)) first.set(key, call);
  }
  return [...first.values()];
}

const secretFields =
  /^(Access)?Token$|PASSWORD$|Password$|SECRET_HASH|SecretHash|ClientSecret|SIGNATURE$|Session|Code$|_CODE$|^REFRESH_TOKEN$/;

/** What a request holds and nobody may show. */
function secretsIn(input: object): readonly string[] {
  return Object.entries(input).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === 'object' && value !== null) return secretsIn(value);
    return secretFields.test(name) && value !== shortPassword ? [String(value)] : [];
  });
}

/** Where an empty answer is a right one: nobody is in a group, no device is left, and the riddle asks for no password. */
const cannotBeFoundOut: Readonly<Record<string, readonly string[]>> = {
  'J1 usernames': ['AdminListGroupsForUser'],
  'J13 opt-in-devices': ['AdminListDevices', 'ListDevices'],
  'J20 riddle': ['AdminSetUserPassword'],
};

// J16 calls no operation: test/sign-in/machine-token.test.ts has its lying service.
const ofOperations = cases.filter(([name]) => name !== 'J16');

describe.each(ofOperations)('%s in a pool %s, with a service that fails or lies,', (name, pool) => {
  let journey: OpenJourney;
  let straight: LocalRehearsal;
  beforeAll(async () => {
    journey = await openJourneyIn(pool, name);
    straight = await journey.rehearse();
  });
  afterAll(() => journey.close());

  test('finds out a service that says yes and does nothing, whatever it is asked, and leaves nobody', async () => {
    const notFoundOut: string[] = [];
    for (const { operation, number } of firstOfEach(straight, ({ step }) => straight.report.steps[step]?.name)) {
      const { report, usersLeft } = await journey.rehearse(async (call, handOn) =>
        call.number === number ? {} : handOn(),
      );
      expect([operation, usersLeft]).toEqual([operation, 0]);
      if (report.passed) notFoundOut.push(operation);
    }
    expect(notFoundOut.toSorted()).toEqual(cannotBeFoundOut[`${name} ${pool}`] ?? []);
  });

  test('fails at the step whose operation fails, shows nothing secret, and leaves nobody', async () => {
    for (const { operation, number } of firstOfEach(straight)) {
      let sent: readonly string[] = [];
      const { report, usersLeft } = await journey.rehearse(async (call, handOn) => {
        if (call.number !== number) return handOn();
        sent = secretsIn(call.input);
        throw refusal('InternalErrorException', `refused: ${JSON.stringify(call.input)}`, 'server');
      });
      const [failed, ...more] = report.steps.filter(({ outcome }) => outcome.result === 'failed');
      expect([operation, failed?.operations, more]).toEqual([operation, expect.arrayContaining([operation]), []]);
      expect(failed?.outcome).toMatchObject({ failure: { error: 'InternalErrorException' } });
      expect(sent.filter((secret) => JSON.stringify(report).includes(secret))).toEqual([]);
      expect([operation, usersLeft, report.leftBehind]).toEqual([operation, 0, []]);
    }
  });

  test('is interrupted at any operation, names whom it made, and leaves nobody', async () => {
    for (const { operation, number } of firstOfEach(straight)) {
      const controller = new AbortController();
      const { report, interruptions, usersLeft } = await journey.rehearse(async (call, handOn) => {
        if (call.number === number) controller.abort();
        return handOn();
      }, controller.signal);
      expect(report).toMatchObject({ passed: false, interrupted: true, leftBehind: [] });
      expect(interruptions).toContainEqual(expect.stringMatching(/^sign-in-[0-9a-f]{24}(@example\.com)?$/));
      expect([operation, usersLeft]).toEqual([operation, 0]);
    }
  });
});
