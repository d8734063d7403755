import type { RawObject } from '../../../lib/template/value';
import { pool, poolSettings, problemsOf } from './pool-template';

const setting = (...mechanisms: RawObject[]): RawObject => ({
  AccountRecoverySetting: { RecoveryMechanisms: mechanisms },
});
const [email, phone] = ['verified_email', 'verified_phone_number'];

test.each([
  [setting({ Name: email, Priority: 1 }), [email]],
  [setting({ Name: 'admin_only', Priority: '1' }), ['admin_only']],
  [setting({ Name: phone, Priority: 2 }, { Name: email, Priority: 1 }), [email, phone]],
  [setting({ Name: phone, Priority: 1 }, { Name: email, Priority: 2 }), [phone, email]],
])('%j is read in the order of the priorities', (properties, mechanisms) => {
  expect(poolSettings(properties).accountRecovery).toEqual(mechanisms);
});

test('without a setting an address is asked for before a number, as the service has it for new pools', () => {
  expect(poolSettings({}).accountRecovery).toEqual([email, phone]);
});

test('an empty setting leaves it to what is verified', () => {
  expect(poolSettings({ AccountRecoverySetting: {} }).accountRecovery).toEqual([]);
});

const list = 'AccountRecoverySetting.RecoveryMechanisms';

test.each<[string, RawObject, string, RegExp]>([
  ['no mechanism', setting(), list, /Write verified_email or admin_only/],
  ['the same priority twice', setting({ Name: email, Priority: 1 }, { Name: phone, Priority: 1 }), list, /its own/],
  [
    'admin_only in company',
    setting({ Name: email, Priority: 1 }, { Name: 'admin_only', Priority: 2 }),
    list,
    /admin_only/,
  ],
  ['a mechanism without a name', setting({ Priority: 1 }), `${list}[0].Name`, /Name and Priority/],
  ['a mechanism without a priority', setting({ Name: email }), `${list}[0].Priority`, /Name and Priority/],
  ['a third priority', setting({ Name: email, Priority: 3 }), `${list}[0].Priority`, /1 to 2/],
  ['an unknown mechanism', setting({ Name: 'pigeon', Priority: 1 }), `${list}[0].Name`, /verified_email/],
])('%s stops the start', (_, properties, path, nextStep) => {
  const problems = problemsOf({ Pool: pool(properties) });
  expect(problems).toEqual([expect.objectContaining({ path, nextStep: expect.stringMatching(nextStep) as string })]);
});
