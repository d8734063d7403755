import fc from 'fast-check';
import { decide } from '../../../lambda/post-authentication/decide';
import { fixtureEvent } from '../fixture-event';

const event = fixtureEvent('post-authentication');

it('the audit line of PostAuthentication_Authentication has these fields and no others', () => {
  expect(Object.keys(decide(event, 'request-1'))).toEqual([
    'event',
    'userPoolId',
    'clientId',
    'sub',
    'newDeviceUsed',
    'requestId',
  ]);
});

it('the audit line is the same whatever the personal data and the metadata of the app are', () => {
  const attributes = fc.dictionary(fc.constantFrom('email', 'name', 'phone_number', 'custom:tenant'), fc.string());
  fc.assert(
    fc.property(
      attributes,
      fc.dictionary(fc.string(), fc.string()),
      fc.string(),
      (personal, clientMetadata, userName) => {
        const { sub } = event.request.userAttributes;
        const userAttributes = { ...personal, ...(sub === undefined ? {} : { sub }) };
        const other = { ...event, userName, request: { ...event.request, userAttributes, clientMetadata } };
        expect(decide(other, 'request-1')).toEqual(decide(event, 'request-1'));
      },
    ),
  );
});
