import fc from 'fast-check';
import { domainOf, sameAddress } from '../../lambda/email-address';

describe('the domain of an address', () => {
  it.each([
    ['anna@example.com', 'example.com'],
    ['Anna.Smith+news@EXAMPLE.com', 'example.com'],
    ['anna@mail.example.com', 'mail.example.com'],
    ['anna@example.com.', 'example.com.'],
    ['åsa@example.com', 'example.com'],
  ])('of %j is %j', (address, domain) => {
    expect(domainOf(address)).toBe(domain);
  });

  it.each([
    '',
    'anna',
    '@example.com',
    'anna@',
    'anna@evil.test@example.com',
    '"anna@evil.test"@example.com',
    'anna@evil.test,ben@example.com',
    'evil.test,anna@example.com',
    '<anna@example.com',
    'anna smith@example.com',
    'anna\n@example.com',
    'anna\u0000@example.com',
    'anna\u202e@example.com',
  ])('is not read from %j, which is not plainly one address', (address) => {
    expect(domainOf(address)).toBeUndefined();
  });

  it('does not turn look-alike letters into Latin ones', () => {
    expect(domainOf('anna@\u212Aite.example')).toBe('\u212Aite.example');
  });
});

describe('two addresses', () => {
  it('are the same when only the case of their letters differs', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        expect(sameAddress(address, address.toUpperCase())).toBe(true);
      }),
    );
  });

  it.each([
    ['anna@example.com', 'anna@example.org'],
    ['anna@example.com', 'anna@example.com '],
    ['kate@example.com', '\u212Aate@example.com'],
    ['straße@example.com', 'STRASSE@example.com'],
  ])('%j and %j are not the same', (one, other) => {
    expect(sameAddress(one, other)).toBe(false);
  });
});
