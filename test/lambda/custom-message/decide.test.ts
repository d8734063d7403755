import fc from 'fast-check';
import { decide, MissingPlaceholderError } from '../../../lambda/custom-message/decide';
import type { MessageSource } from '../../../lambda/custom-message/message-texts';
import { english } from '../../../lambda/custom-message/texts-en';
import { japanese } from '../../../lambda/custom-message/texts-ja';
import { fixtureEvent } from '../fixture-event';
import { UnknownTriggerSourceError } from '../../../lambda/unknown-trigger-source-error';

const sources = Object.keys(english) as MessageSource[];
const languages = [
  { language: 'English', locale: 'en', word: /code|password/ },
  { language: 'Japanese', locale: 'ja', word: /コード|パスワード/ },
];
const everyText = languages.flatMap((language) => sources.map((source) => ({ ...language, source })));

function message(source: MessageSource, userAttributes: Record<string, string>, productName = 'Kiosk') {
  const event = fixtureEvent('custom-message');
  const usernameParameter = source === 'CustomMessage_AdminCreateUser' ? '{username}' : null;
  return decide(
    { triggerSource: source, request: { ...event.request, userAttributes, usernameParameter } },
    { productName },
  );
}

it('has a text for each of the seven messages of Cognito', () => {
  expect([...sources].sort()).toEqual([
    'CustomMessage_AdminCreateUser',
    'CustomMessage_Authentication',
    'CustomMessage_ForgotPassword',
    'CustomMessage_ResendCode',
    'CustomMessage_SignUp',
    'CustomMessage_UpdateUserAttribute',
    'CustomMessage_VerifyUserAttribute',
  ]);
});

describe.each(everyText)('$source in $language', ({ source, locale, word }) => {
  const text = message(source, { locale });

  it('has the place for the code in e-mail and SMS, without which Cognito refuses it', () => {
    expect(text.emailMessage).toContain('{####}');
    expect(text.smsMessage).toContain('{####}');
  });

  it('has the place for the user name exactly when it is an invitation', () => {
    const invitation = source === 'CustomMessage_AdminCreateUser';
    expect(text.emailMessage.includes('{username}')).toBe(invitation);
    expect(text.smsMessage.includes('{username}')).toBe(invitation);
  });

  it('keeps the code out of the subject, which shows on locked screens', () => {
    expect(text.emailSubject).not.toContain('{####}');
  });

  it('is in its language and names the product in each part', () => {
    expect(text.emailMessage).toContain(`<div lang="${locale}">`);
    expect(text.emailMessage).toMatch(word);
    expect(text.smsMessage).toMatch(word);
    expect(text.emailSubject).toContain('Kiosk');
    expect(text.smsMessage).toContain('Kiosk');
  });

  it('keeps to the limits of Cognito with the longest product name', () => {
    const longest = message(source, { locale }, 'W'.repeat(64));
    expect(longest.smsMessage.length).toBeLessThanOrEqual(140);
    expect(longest.emailMessage.length).toBeLessThanOrEqual(20_000);
    expect(longest.emailSubject.length).toBeLessThanOrEqual(140);
  });

  it('gets no markup from the name of the product, whatever that is', () => {
    const brackets = (html: string) => html.split(/[<>]/).length;
    fc.assert(
      fc.property(fc.string(), (productName) => {
        const { emailMessage } = message(source, { locale }, productName);
        expect(brackets(emailMessage)).toBe(brackets(text.emailMessage));
        expect(emailMessage.split('{####}').length).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  it('has nothing in it that the user wrote about himself', () => {
    const attributes = { locale, name: 'Visit evil.test', email: 'anna@evil.test', given_name: 'evil.test' };
    expect(message(source, attributes)).toEqual(text);
  });
});

it('escapes the product in the e-mail, which is HTML, and not in the subject and the SMS, which are text', () => {
  expect(message('CustomMessage_SignUp', {}, `Jack & Jill's "<b>"`)).toEqual({
    emailSubject: `Your Jack & Jill's "<b>" verification code`,
    emailMessage: expect.stringContaining('Welcome to Jack &amp; Jill&#39;s &quot;&lt;b&gt;&quot;.'),
    smsMessage: `Jack & Jill's "<b>": your verification code is {####}`,
  });
});

it('leaves a product alone that is named like a placeholder', () => {
  expect(message('CustomMessage_SignUp', {}, '{code}').smsMessage).toBe('{code}: your verification code is {####}');
});

describe('the language', () => {
  it.each([
    ['ja', 'ja'],
    ['ja-JP', 'ja'],
    ['ja_JP', 'ja'],
    ['JA-jp', 'ja'],
    ['ja-Hira-JP', 'ja'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['de', 'en'],
    ['jav', 'en'],
    ['x-ja', 'en'],
    ['', 'en'],
  ])('of the locale %j is %s', (locale, language) => {
    expect(message('CustomMessage_SignUp', { locale }).emailMessage).toContain(`lang="${language}"`);
  });

  it('of a user without a locale is English', () => {
    expect(message('CustomMessage_SignUp', {}).emailMessage).toContain('lang="en"');
  });
});

it.each(sources)('both languages say the same number of things in %s', (source) => {
  expect(japanese[source].email).toHaveLength(english[source].email.length);
});

it('an invitation without the place for the user name is refused', () => {
  const { request } = fixtureEvent('custom-message');
  const invitation = { triggerSource: 'CustomMessage_AdminCreateUser', request } as const;
  expect(() => decide(invitation, { productName: 'Kiosk' })).toThrow(MissingPlaceholderError);
});

it.each(['CustomMessage_Somehow', 'constructor'])('the unknown source %s is refused by name', (source) => {
  expect(() => message(source as never, {})).toThrow(UnknownTriggerSourceError);
});
