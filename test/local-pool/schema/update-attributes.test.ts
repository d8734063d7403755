import { deleteAttributes } from '../../../lib/local-pool/schema/delete-attributes';
import { updateAttributes } from '../../../lib/local-pool/schema/update-attributes';
import { standardAttributes } from '../../../lib/local-pool/settings/standard-attributes';

const current = { email: 'anna@example.com', email_verified: 'true', nickname: 'Ann' };

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
  expect(updateAttributes(standardAttributes, current, given)).toEqual({ attributes, unverified });
});

test('deleting what the user does not have changes nothing', () => {
  expect(deleteAttributes(standardAttributes, current, ['locale'])).toEqual(current);
});
