import { isAllowedHost } from '../../../lib/local-pool/server/host-check';

describe('a request must name this machine in its Host header', () => {
  test.each(['localhost', 'localhost:9229', 'LOCALHOST:1', '127.0.0.1', '127.0.0.1:9229', '[::1]', '[::1]:9229'])(
    '%s is loopback',
    (host) => expect(isAllowedHost(host, [])).toBe(true),
  );

  test.each([
    undefined,
    '',
    'example.com',
    'example.com:9229',
    'localhost.example.com',
    '127.0.0.1.example.com',
    '127.0.0.2',
    '[::2]',
    'localhost:80:80',
  ])('%s is not', (host) => expect(isAllowedHost(host, [])).toBe(false));

  test('an IPv6 address is allowed as people write it, and named in brackets', () => {
    expect(isAllowedHost('[fd00::1]:9229', ['fd00::1'])).toBe(true);
    expect(isAllowedHost('[fd00::2]:9229', ['fd00::1'])).toBe(false);
  });

  test('another host is let in by its exact name alone', () => {
    expect(isAllowedHost('pool.test:9229', ['pool.test'])).toBe(true);
    expect(isAllowedHost('Pool.Test', ['pool.test'])).toBe(true);
    expect(isAllowedHost('other.pool.test', ['pool.test'])).toBe(false);
  });
});
