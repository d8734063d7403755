import fc from 'fast-check';
import { maskEmail, maskPhoneNumber } from '../../../lib/local-pool/messages/mask-destination';

test.each([
  ['test@example.com', 't***@e***'],
  ['a@b.co', 'a***@b***'],
  ["o'neil+x@mail.example.org", 'o***@m***'],
])('%s is shown as %s', (address, masked) => {
  expect(maskEmail(address)).toBe(masked);
});

test('a masked address never holds the whole address, nor its local part or domain beyond their first characters', () => {
  fc.assert(
    fc.property(fc.emailAddress(), (address) => {
      const masked = maskEmail(address);
      expect(masked).not.toContain(address);
      expect(masked).toHaveLength(9);
      expect(masked.replaceAll(/[*@]/g, '').length).toBeLessThanOrEqual(2);
    }),
  );
});

test.each([
  ['+4915112345678', '+*********5678'],
  ['+14325551212', '+*******1212'],
  ['+123', '+123'],
])('the phone number %s is shown as %s', (number, masked) => {
  expect(maskPhoneNumber(number)).toBe(masked);
});
