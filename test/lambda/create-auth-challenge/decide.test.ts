import { decide, nobody } from '../../../lambda/create-auth-challenge/decide';

const settings = { productName: 'Kiosk & Co', codeMinutes: 5 };
const now = Date.UTC(2026, 10, 21);
const surroundings = { now, newCode: () => '012345' };
const anna = { email: 'anna@example.com', email_verified: 'true' };

const first = (userAttributes: Record<string, string>, userNotFound = false) =>
  decide({ session: [], userAttributes, userNotFound }, settings, surroundings);

const after = (challengeMetadata: string) =>
  decide(
    {
      session: [{ challengeName: 'CUSTOM_CHALLENGE', challengeResult: false, challengeMetadata }],
      userAttributes: anna,
    },
    settings,
    { ...surroundings, newCode: () => '999999' },
  );

it('a code goes to the verified address, and with its end to the triggers that come after, but not to the app', () => {
  const { response, email } = first(anna);
  expect(response).toEqual({
    publicChallengeParameters: { medium: 'EMAIL', digits: '6' },
    privateChallengeParameters: { code: '012345', expires: String(now + 300_000) },
    challengeMetadata: `012345 ${now + 300_000}`,
  });
  expect(email).toEqual({
    to: 'anna@example.com',
    subject: 'Your Kiosk & Co sign-in code',
    html: expect.stringMatching(
      /^<div lang="en"><p>Your code to sign in to Kiosk &amp; Co is <strong>012345<\/strong>. It is valid for 5 minutes.<\/p>/,
    ),
  });
});

it('is written in Japanese for who asks for it', () => {
  expect(first({ ...anna, locale: 'ja-JP' }).email).toEqual({
    to: 'anna@example.com',
    subject: '【Kiosk & Co】サインインコード',
    html: expect.stringContaining(
      '<div lang="ja"><p>Kiosk &amp; Co にサインインするためのコードは <strong>012345</strong>',
    ),
  });
});

it.each([
  ['nobody of that name', anna, true],
  ['a user without an address', { email_verified: 'true' }, false],
  ['a user whose address is not verified', { ...anna, email_verified: 'false' }, false],
])('for %s it goes nowhere, takes as long, and shows the app the same', (_, attributes, userNotFound) => {
  const { response, email } = first(attributes, userNotFound);
  expect(email?.to).toBe(nobody);
  expect(response).toEqual(first(anna).response);
});

it('after a wrong answer the same code is asked for until its own end, and not sent again', () => {
  const expires = now + 1;
  expect(after(`012345 ${expires}`)).toEqual({
    response: {
      publicChallengeParameters: { medium: 'EMAIL', digits: '6' },
      privateChallengeParameters: { code: '012345', expires: String(expires) },
      challengeMetadata: `012345 ${expires}`,
    },
    email: undefined,
  });
});

it.each([
  ['has come to its end', `012345 ${now}`],
  ['cannot be read', '012345'],
  ['is of somebody else', 'LETTERS'],
])('a code that %s is replaced', (_, metadata) => {
  const { response, email } = after(metadata);
  expect(response.privateChallengeParameters).toEqual({ code: '999999', expires: String(now + 300_000) });
  expect(email?.html).toContain('999999');
});

it('one minute is no minutes', () => {
  const { email } = decide({ session: [], userAttributes: anna }, { ...settings, codeMinutes: 1 }, surroundings);
  expect(email?.html).toContain('valid for 1 minute.');
});
