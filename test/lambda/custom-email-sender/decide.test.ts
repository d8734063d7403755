import type { CustomEmailSenderTriggerEvent } from 'aws-lambda';
import { decide, sourceOf } from '../../../lambda/custom-email-sender/decide';
import { english } from '../../../lambda/custom-message/texts-en';
import { UnknownTriggerSourceError } from '../../../lambda/unknown-trigger-source-error';

const settings = { productName: 'Kiosk', from: 'no-reply@example.com', keyArn: 'arn' };
const sub = '6f1de2a4-0c11-4f7e-9d6e-0d0b6f7c2a55';
const anna = { userName: sub, userAttributes: { sub, email: 'anna@example.com' } };
const withCode = (Object.keys(english) as (keyof typeof english)[]).map((source) => ({
  triggerSource: source.replace('CustomMessage', 'CustomEmailSender') as CustomEmailSenderTriggerEvent['triggerSource'],
  source,
}));

it.each(withCode)(
  '$triggerSource has the text of $source, with the code in the body alone',
  ({ triggerSource, source }) => {
    expect(sourceOf(triggerSource)).toBe(source);
    const email = decide({ ...anna, source, code: '123456' }, settings);
    expect(email).toMatchObject({ to: 'anna@example.com', html: expect.stringContaining('<strong>123456</strong>') });
    expect(email?.subject).toContain('Kiosk');
    expect(email?.subject).not.toContain('123456');
  },
);

it('sends no notice of a risky sign-in, for which there is no text', () => {
  expect(sourceOf('CustomEmailSender_AccountTakeOverNotification')).toBeUndefined();
});

it('refuses a source that nobody has decided about', () => {
  expect(() => sourceOf('CustomEmailSender_Unheard' as never)).toThrow(UnknownTriggerSourceError);
});

it('writes in the language of the user', () => {
  const userAttributes = { ...anna.userAttributes, locale: 'ja-JP' };
  const email = decide({ ...anna, userAttributes, source: 'CustomMessage_SignUp', code: '123456' }, settings);
  expect(email?.html).toContain('<div lang="ja">');
});

it.each([[{}], [{ email: '' }]])('writes to nobody without an address: %j', (userAttributes) => {
  expect(
    decide({ userName: 'anna', userAttributes, source: 'CustomMessage_SignUp', code: '1' }, settings),
  ).toBeUndefined();
});

describe('an invitation', () => {
  const invitation = (userName: string, code: string) =>
    decide({ ...anna, userName, source: 'CustomMessage_AdminCreateUser', code }, settings)?.html;

  it.each([
    ['the user name', 'anna', '<strong>anna</strong>'],
    ['the address where the user name is only the sub', sub, '<strong>anna@example.com</strong>'],
  ])('names %s', (_, userName, expected) => {
    expect(invitation(userName, 'x')).toContain(expected);
  });

  it('shows the password as it must be entered: Cognito escapes it for HTML, once', () => {
    expect(invitation('anna', 'a&lt;b&amp;gt;c')).toContain('<strong>a&lt;b&amp;gt;c</strong>');
    expect(invitation('anna', 'a&lt;b')).not.toContain('&amp;lt;');
  });
});

it('a code is never unescaped: only temporary passwords come escaped', () => {
  const email = decide({ ...anna, source: 'CustomMessage_SignUp', code: '&lt;' }, settings);
  expect(email?.html).toContain('&amp;lt;');
});
