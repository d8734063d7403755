import { formatPath, formatProblems, showValue, type Problem } from '../../lib/environments/problem';

const problem = (environment: string, path: string): Problem => ({
  environment,
  path,
  got: 'nothing',
  allowed: 'true or false',
  instead: 'Add it.',
  rule: 'schema',
});

describe('a path', () => {
  it.each([
    [['clients', 'backend', 'writeAttributes', 2], 'clients.backend.writeAttributes[2]'],
    [['clients', 'web-app'], 'clients.web-app'],
    [['tags', 'aws:x'], 'tags["aws:x"]'],
    [['tags', 'a.b"c'], 'tags["a.b\\"c"]'],
    [['tags', ''], 'tags[""]'],
    [[0], '[0]'],
    [[], ''],
  ])('%p is written %s', (path, text) => {
    expect(formatPath(path)).toBe(text);
  });
});

describe('a value', () => {
  it.each([
    [undefined, 'nothing'],
    [null, 'null'],
    ['text', `'text'`],
    [12n, '12n'],
    [{ a: { b: { c: 1 } } }, '{ a: { b: [Object] } }'],
    [Symbol('s'), 'Symbol(s)'],
  ])('%p is shown as %s', (value, text) => {
    expect(showValue(value)).toBe(text);
  });

  it('is shown on one line of at most 160 characters', () => {
    const long = Array.from({ length: 50 }, (_, index) => ({ [`key-${index}`]: 'line\nline '.repeat(50) }));
    expect(showValue(long)).toHaveLength(160);
    expect(showValue(long)).not.toContain('\n');
  });

  it.each([
    ['GOCSPX-example', 'clientSecret', "'(14 characters, not shown)'"],
    ['-----BEGIN PRIVATE KEY-----', 'privateKeySecretName', "'(27 characters, not shown)'"],
    [
      { google: { clientSecret: 'abc', clientId: 'id' } },
      'identityProviders',
      "{ google: { clientSecret: '(3 characters, not shown)', clientId: 'id' } }",
    ],
    [[{ password: 'abc' }], 'users', "[ { password: '(3 characters, not shown)' } ]"],
    ['https://anna:abc@example.com/a@b', 'endpoint', "'https://…@example.com/a@b'"],
    [{ secretRotation: { everyDays: 90 } }, 'web', '{ secretRotation: { everyDays: 90 } }'],
  ])('that somebody may have put there by mistake is not shown: %j as %s', (value, key, text) => {
    expect(showValue(value, key)).toBe(text);
  });

  it('does not run the code of whoever made it', () => {
    const value = {
      [Symbol.for('nodejs.util.inspect.custom')]: () => {
        throw new Error('run');
      },
    };
    expect(showValue(value)).toContain('inspect.custom');
    const getter = Object.defineProperty({}, 'clientSecret', {
      enumerable: true,
      get: () => {
        throw new Error('run');
      },
    });
    expect(showValue(getter)).toBe('{ clientSecret: [Getter] }');
  });
});

describe('the report', () => {
  it('groups the problems by environment and counts them', () => {
    const text = formatProblems([problem('dev', 'mfa'), problem('prod', ''), problem('dev', 'tags')]);
    expect(text).toBe(`3 problems in 2 environments

dev
  mfa  [schema]
    got      nothing
    allowed  true or false
    instead  Add it.
  tags  [schema]
    got      nothing
    allowed  true or false
    instead  Add it.

prod
  (the environment)  [schema]
    got      nothing
    allowed  true or false
    instead  Add it.`);
  });

  it('counts one as one', () => {
    expect(formatProblems([problem('dev', 'mfa')])).toContain('1 problem in 1 environment\n');
  });
});
