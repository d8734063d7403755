import { deleteAttributes } from '../../../lib/local-pool/schema/delete-attributes';
import { updateAttributes, verifyContact } from '../../../lib/local-pool/schema/update-attributes';
import { standardAttributes } from '../../../lib/local-pool/settings/standard-attributes';

const current = { email: 'anna@example.com', email_verified: 'true', nickname: 'Ann' };
const atOnce = { schema: standardAttributes, writer: 'administrator', verifyFirst: [] } as const;

test.each([
  ['writes', { locale: 'ja' }, { ...current, locale: 'ja' }, []],
  ['deletes by an empty value', { nickname: '' }, { email: current.email, email_verified: 'true' }, []],
  [
    'unverifies a changed contact',
    { email: 'b@c.de' },
    { ...current, email: 'b@c.de', email_verified: 'false' },
    ['email'],
  ],
  [
    'unverifies a new contact',
    { phone_number: '+4915' },
    { ...current, phone_number: '+4915', phone_number_verified: 'false' },
    ['phone_number'],
  ],
  ['keeps the flag of an unchanged contact', { email: current.email }, current, []],
  ['takes the flag that is given', { email: 'b@c.de', email_verified: 'true' }, { ...current, email: 'b@c.de' }, []],
  [
    'unverifies what is given as unverified',
    { email: 'b@c.de', email_verified: 'false' },
    { ...current, email: 'b@c.de', email_verified: 'false' },
    ['email'],
  ],
  ['deletes a contact with its flag', { email: '' }, { nickname: 'Ann' }, []],
] as const)('an update %s', (_what, given, attributes, unverified) => {
  const record = { attributes: current, pendingAttributes: {} };
  expect(updateAttributes(atOnce, record, given)).toEqual({ attributes, pendingAttributes: {}, unverified });
});

describe('where an address must be verified first', () => {
  const rules = { ...atOnce, verifyFirst: ['email'] } as const;
  const record = { attributes: current, pendingAttributes: { email: 'earlier@example.com' } };

  test.each([
    [
      'waits',
      { email: 'b@c.de' },
      { attributes: current, pendingAttributes: { email: 'b@c.de' }, unverified: ['email'] },
    ],
    [
      'waits, whatever is said of its flag being false',
      { email: 'b@c.de', email_verified: 'false' },
      { attributes: current, pendingAttributes: { email: 'b@c.de' }, unverified: ['email'] },
    ],
    [
      'counts at once when the flag says that it is verified',
      { email: 'b@c.de', email_verified: 'true' },
      { attributes: { ...current, email: 'b@c.de' }, pendingAttributes: {}, unverified: [] },
    ],
    [
      'ends the waiting of an earlier one when it is the old one again',
      { email: current.email },
      { attributes: current, pendingAttributes: {}, unverified: [] },
    ],
    [
      'ends the waiting of an earlier one when it is deleted',
      { email: '' },
      { attributes: { nickname: 'Ann' }, pendingAttributes: {}, unverified: [] },
    ],
    [
      'leaves an earlier one waiting when it is not mentioned',
      { nickname: 'Anna' },
      { ...record, attributes: { ...current, nickname: 'Anna' }, unverified: [] },
    ],
  ] as const)('a new one %s', (_what, given, expected) => {
    expect(updateAttributes(rules, record, given)).toEqual(expected);
  });

  test('the verified one takes the place of the old one', () => {
    expect(verifyContact(record, 'email')).toEqual({
      attributes: { ...current, email: 'earlier@example.com', email_verified: 'true' },
      pendingAttributes: {},
    });
  });

  test('without one that waits, the old one is verified', () => {
    const unverified = { attributes: { ...current, email_verified: 'false' }, pendingAttributes: {} };
    expect(verifyContact(unverified, 'email')).toEqual({ attributes: current, pendingAttributes: {} });
    expect(verifyContact(unverified, 'phone_number')).toEqual(unverified);
  });
});

test('deleting what the user does not have changes nothing', () => {
  expect(deleteAttributes(standardAttributes, current, ['locale'])).toEqual(current);
});
