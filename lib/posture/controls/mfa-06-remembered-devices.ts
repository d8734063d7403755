import type { Control } from '../control';
import { needsTwoFactors } from '../intent';
import { conclude } from '../look';
import { booleanIn, read, type Reading } from '../reading';
import type { Located } from '../subject';
import { given, not, type Truth } from '../truth';

const type = 'AWS::Cognito::UserPool';
const skips = 'DeviceConfiguration.ChallengeRequiredOnNewDevice';
const prompts = 'DeviceConfiguration.DeviceOnlyRememberedOnUserPrompt';

const isOn = ({ resource }: Located): boolean => read(resource, 'DeviceConfiguration').kind !== 'absent';

/** A flag of devices: false where they are on and it is not written, and what is given where they are off. */
function flag(at: Located, property: string, whenOff: boolean): Reading {
  if (!isOn(at)) return { kind: 'known', value: whenOff };
  const written = read(at.resource, property);
  const value = written.kind === 'absent' ? false : booleanIn(written);
  return value === undefined ? written : { kind: 'known', value };
}

const truthOf = (reading: Reading): Truth => booleanIn(reading);

export const rememberedDevices: Control = {
  id: 'CGN-MFA-06',
  what: 'A remembered device does not stand in for the second factor under aal2, and is remembered only after the user agrees.',
  why: 'Whoever sits at a remembered device needs the password alone.',
  sources: [
    { source: 'NIST SP 800-63B-4', id: '5.1' },
    { source: 'AWS API reference', id: 'DeviceConfigurationType' },
  ],
  severity: { sandbox: 'low', 'pre-production': 'medium', production: 'high' },
  field: 'deviceTracking',
  check: ({ pools, intent }) =>
    pools.flatMap(({ pool }) => {
      const off: Reading = { kind: 'absent' };
      if (!isOn(pool)) return [conclude(pool, 'DeviceConfiguration', off, 'absent, or as the two flags say', true)];
      const [skipping, prompting] = [flag(pool, skips, false), flag(pool, prompts, true)];
      const two = needsTwoFactors(intent);
      const prompted = conclude(pool, prompts, prompting, 'true', truthOf(prompting));
      if (two === false) return [prompted];
      const wanted = two === true ? 'false' : 'false; under aal1 true as well';
      return [conclude(pool, skips, skipping, wanted, given(two, not(truthOf(skipping)), true)), prompted];
    }),
  orders: [
    {
      type,
      property: skips,
      measure: (at) => flag(at, skips, false),
      scale: { kind: 'levels', weakToStrong: [true, false] },
    },
    {
      type,
      property: prompts,
      measure: (at) => flag(at, prompts, true),
      scale: { kind: 'levels', weakToStrong: [false, true] },
    },
  ],
};
