import fc from 'fast-check';
import { formatTimestamp, isCurrent, parseTimestamp } from '../../../lib/local-pool/srp/claim-time';
import { srpTimestamp } from '../../../lib/sign-in/srp';

test('a timestamp is read as it is written, and as the client writes it', () => {
  const seconds = fc.integer({ min: Date.UTC(1970, 0, 1) / 1000, max: Date.UTC(9999, 0, 1) / 1000 });
  fc.assert(
    fc.property(seconds, (time) => {
      expect(parseTimestamp(formatTimestamp(time * 1000))).toBe(time * 1000);
      expect(formatTimestamp(time * 1000)).toBe(srpTimestamp(time * 1000));
    }),
  );
});

test.each([
  ['a padded day', 'Tue May 07 00:09:40 UTC 2024'],
  ['a weekday that does not match', 'Wed May 7 00:09:40 UTC 2024'],
  ['a day that the month does not have', 'Sat Feb 30 00:09:40 UTC 2024'],
  ['an hour that is not padded', 'Tue May 7 0:09:40 UTC 2024'],
  ['an hour of the next day', 'Tue May 7 24:09:40 UTC 2024'],
  ['another time zone', 'Tue May 7 00:09:40 CET 2024'],
  ['a month in another language', 'Tue Mai 7 00:09:40 UTC 2024'],
  ['ISO 8601', '2024-05-07T00:09:40Z'],
  ['nothing', ''],
])('%s is no timestamp', (_what, text) => {
  expect(parseTimestamp(text)).toBeUndefined();
  expect(isCurrent(text, Date.UTC(2024, 4, 7, 0, 9, 40))).toBe(false);
});

const now = Date.UTC(2024, 4, 7, 0, 9, 40);
test.each([
  [-301, false],
  [-300, true],
  [0, true],
  [300, true],
  [301, false],
])('a claim of %i seconds from now is current: %s', (seconds, current) => {
  expect(isCurrent(formatTimestamp(now + seconds * 1000), now)).toBe(current);
});
