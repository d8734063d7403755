import { checkEnvironments } from '../../lib/environments/check';
import { dev } from './plain';
import type { Environment } from '../../lib/environments/environment';
import { EnvironmentError } from '../../lib/environments/problem';
import { sandboxCopy } from '../../lib/environments/sandbox-copy';
import { pagesRange } from '../synthesis/pages-range';
import { range } from '../synthesis/range';

test('a copy of the sandbox differs in its name alone, and passes the same checks', () => {
  const copy = sandboxCopy(dev, 'anna');
  expect(copy).toEqual({ ...dev, name: 'dev-anna', tags: { ...dev.tags, environment: 'dev-anna' } });
  expect(checkEnvironments([dev, copy], '2026-11-21')).toEqual([]);
});

test('a copy has its pages and passkeys at a domain of its own', () => {
  const { 'prefix-pages': sandbox } = pagesRange;
  const named: Environment = {
    ...sandbox,
    name: 'dev',
    signIn: { ...sandbox.signIn, firstFactors: ['PASSWORD', 'WEB_AUTHN'] },
    passkeys: {
      use: 'on',
      relyingPartyId: 'example-login.auth.eu-west-1.amazoncognito.com',
      userVerification: 'required',
      factorConfiguration: 'SINGLE_FACTOR',
    },
    clients: {
      ...sandbox.clients,
      web: { ...sandbox.clients.web, authFlows: ['ALLOW_USER_AUTH', ...sandbox.clients.web.authFlows] },
    },
  };
  const copy = sandboxCopy(named, 'anna');
  expect(copy.managedLogin).toMatchObject({ domain: { kind: 'prefix', prefix: 'example-login-anna' } });
  expect(copy.passkeys).toMatchObject({ relyingPartyId: 'example-login-anna.auth.eu-west-1.amazoncognito.com' });
  expect(checkEnvironments([named, copy], '2026-11-21')).toEqual([]);
});

test('passkeys of another host stay bound to it', () => {
  const { passkeys } = range;
  expect(sandboxCopy({ ...passkeys, name: 'dev' }, 'anna').passkeys).toEqual(passkeys.passkeys);
});

test('a sandbox at a custom domain has no copy, as the domain belongs to one user pool', () => {
  expect(() => sandboxCopy({ ...pagesRange['custom-pages'], name: 'dev' }, 'anna')).toThrow(
    /managedLogin\.domain\.kind[\s\S]*Give dev a prefix domain/,
  );
});

test.each(['', 'Anna', 'anna!', 'a-name-too-long-for-a-stage'])(
  'the name %j is refused as what was given on the command line',
  (name) => {
    const use = () => sandboxCopy(dev, name);
    expect(use).toThrow(EnvironmentError);
    expect(use).toThrow(
      expect.objectContaining({
        problems: [
          expect.objectContaining({
            environment: `-c sandbox=${name}`,
            got: `'dev-${name}'`,
            allowed: expect.stringContaining('at most 20 characters'),
            instead: expect.stringContaining('-c sandbox=NAME'),
          }),
        ],
      }),
    );
  },
);
