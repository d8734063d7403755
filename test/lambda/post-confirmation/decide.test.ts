import { decide } from '../../../lambda/post-confirmation/decide';
import { UnknownTriggerSourceError } from '../../../lambda/unknown-trigger-source-error';

const user = { userPoolId: 'eu-west-1_AbCdEf123', userName: 'anna' };
const settings = { defaultGroup: 'members' };

it('PostConfirmation_ConfirmSignUp puts the user into the default group', () => {
  expect(decide({ ...user, triggerSource: 'PostConfirmation_ConfirmSignUp' }, settings)).toEqual({
    userPoolId: 'eu-west-1_AbCdEf123',
    userName: 'anna',
    group: 'members',
  });
});

it('PostConfirmation_ConfirmForgotPassword changes no membership', () => {
  expect(decide({ ...user, triggerSource: 'PostConfirmation_ConfirmForgotPassword' }, settings)).toBeUndefined();
});

it('a source that nobody has decided on is refused by name', () => {
  expect(() => decide({ ...user, triggerSource: 'PostConfirmation_Somehow' as never }, settings)).toThrow(
    UnknownTriggerSourceError,
  );
});
