import type { CustomSMSSenderTriggerEvent } from 'aws-lambda';
import { english } from '../../../lambda/custom-message/texts-en';
import { decide, sourceOf } from '../../../lambda/custom-sms-sender/decide';
import { UnknownTriggerSourceError } from '../../../lambda/unknown-trigger-source-error';

const settings = { productName: 'Kiosk', keyArn: 'arn' };
const sub = '6f1de2a4-0c11-4f7e-9d6e-0d0b6f7c2a55';
const anna = { userName: sub, userAttributes: { sub, phone_number: '+4915112345678' } };
const sources = (Object.keys(english) as (keyof typeof english)[]).map((source) => ({
  triggerSource: source.replace('CustomMessage', 'CustomSMSSender') as CustomSMSSenderTriggerEvent['triggerSource'],
  source,
}));

it.each(sources)('$triggerSource has the text of $source, with the code', ({ triggerSource, source }) => {
  expect(sourceOf(triggerSource)).toBe(source);
  expect(decide({ ...anna, source, code: '123456' }, settings)).toEqual({
    to: '+4915112345678',
    text: expect.stringMatching(/Kiosk.*123456/),
  });
});

it('refuses a source that nobody has decided about', () => {
  expect(() => sourceOf('CustomSMSSender_Unheard' as never)).toThrow(UnknownTriggerSourceError);
});

it('writes in the language of the user', () => {
  const userAttributes = { ...anna.userAttributes, locale: 'ja' };
  const message = decide({ ...anna, userAttributes, source: 'CustomMessage_SignUp', code: '123456' }, settings);
  expect(message?.text).toContain('確認コード');
});

it.each([[{}], [{ phone_number: '' }]])('writes to nobody without a phone number: %j', (userAttributes) => {
  expect(
    decide({ userName: 'anna', userAttributes, source: 'CustomMessage_SignUp', code: '1' }, settings),
  ).toBeUndefined();
});

it('an invitation is plain text: the password as it must be entered, and the name to sign in with', () => {
  const message = decide(
    { ...anna, source: 'CustomMessage_AdminCreateUser', code: 'a&lt;b&amp;&quot;&#39;' },
    settings,
  );
  expect(message?.text).toBe(`Kiosk: user name +4915112345678, temporary password a<b&"'`);
});
