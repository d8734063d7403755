import fc from 'fast-check';
import * as customEmailSender from '../../lambda/custom-email-sender/environment';
import * as customMessage from '../../lambda/custom-message/environment';
import * as customSmsSender from '../../lambda/custom-sms-sender/environment';
import { EnvironmentVariableError } from '../../lambda/environment-variable';
import * as postAuthentication from '../../lambda/post-authentication/environment';
import * as postConfirmation from '../../lambda/post-confirmation/environment';
import * as preSignUp from '../../lambda/pre-sign-up/environment';
import * as preTokenGeneration from '../../lambda/pre-token-generation/environment';
import * as userMigration from '../../lambda/user-migration/environment';
import { anyText } from './any-text';

const name = fc.string({ minLength: 1 });
const label = fc.stringMatching(/^[a-z0-9-]{1,10}$/);
const domain = fc.array(label, { minLength: 2, maxLength: 4 }).map((labels) => labels.join('.'));
const encoded = anyText.map((text) => encodeURIComponent(text));
const query = fc.oneof(
  fc.constant(''),
  encoded.map((text) => `?${text}`),
);
const endpoint = fc
  .tuple(fc.domain(), fc.array(encoded, { maxLength: 3 }), query)
  .map(([host, path, end]) => `https://${[host, ...path].join('/')}${end}`);

/** A trigger's settings, as arbitrary ones, and its pair of functions, seen without their type. */
interface Contract {
  readonly trigger: string;
  readonly settings: fc.Arbitrary<unknown>;
  readonly write: (settings: unknown) => Record<string, string>;
  readonly read: (env: NodeJS.ProcessEnv) => unknown;
}

function contract<Settings>(
  trigger: string,
  pair: { write(settings: Settings): Record<string, string>; read(env: NodeJS.ProcessEnv): Settings },
  settings: fc.Arbitrary<Settings>,
): Contract {
  return { trigger, settings, write: (value) => pair.write(value as Settings), read: (env) => pair.read(env) };
}

const contracts: readonly Contract[] = [
  contract('pre-sign-up', preSignUp, fc.record({ allowedEmailDomains: fc.array(domain, { minLength: 1 }) })),
  contract('post-confirmation', postConfirmation, fc.record({ defaultGroup: name })),
  contract(
    'pre-token-generation',
    preTokenGeneration,
    fc.record({ groupsClaim: name, attributeClaims: fc.dictionary(name, name, { noNullPrototype: true }) }),
  ),
  contract('custom-message', customMessage, fc.record({ productName: name })),
  contract('custom-email-sender', customEmailSender, fc.record({ productName: name, from: name, keyArn: name })),
  contract('custom-sms-sender', customSmsSender, fc.record({ productName: name, keyArn: name })),
  contract(
    'user-migration',
    userMigration,
    fc.record({
      endpoint,
      tokenSecretName: name,
      deadlineMilliseconds: fc.integer({ min: 100, max: 4500 }),
    }),
  ),
];

describe.each(contracts)('the environment of $trigger', ({ settings, write, read }) => {
  it('gives the handler the very settings that the construct wrote', () => {
    fc.assert(
      fc.property(settings, (value) => {
        expect(read(write(value))).toEqual(value);
      }),
    );
  });

  it('names the variable that is missing or empty', () => {
    fc.assert(
      fc.property(settings, fc.constantFrom(undefined, ''), (value, absent) => {
        const written = write(value);
        for (const variable of Object.keys(written)) {
          const env: NodeJS.ProcessEnv = { ...written };
          if (absent === undefined) Reflect.deleteProperty(env, variable);
          else env[variable] = absent;
          expect(() => read(env)).toThrow(EnvironmentVariableError);
          expect(() => read(env)).toThrow(`Environment variable ${variable} is not set; expected `);
        }
      }),
      { numRuns: 20 },
    );
  });
});

it('the environment of post-authentication is empty, as it has no settings', () => {
  expect(postAuthentication.write()).toEqual({});
});

describe('a variable with a value that cannot be used', () => {
  const migration = {
    endpoint: 'https://legacy.example.com/users',
    tokenSecretName: 'legacy',
    deadlineMilliseconds: 900,
  };

  it.each([['Example.com'], ['@example.com'], ['example'], ['example.com,'], ['example.com, example.org']])(
    'ALLOWED_EMAIL_DOMAINS=%j is refused by name',
    (value) => {
      expect(() => preSignUp.read({ ALLOWED_EMAIL_DOMAINS: value })).toThrow(
        `Environment variable ALLOWED_EMAIL_DOMAINS is ${JSON.stringify(value)}; expected e-mail domains`,
      );
    },
  );

  it.each([['tenant'], ['[]'], ['null'], ['{"tenant":1}'], ['{"tenant":""}'], ['{"":"custom:tenant"}']])(
    'ATTRIBUTE_CLAIMS=%j is refused by name',
    (value) => {
      expect(() => preTokenGeneration.read({ GROUPS_CLAIM: 'groups', ATTRIBUTE_CLAIMS: value })).toThrow(
        'Environment variable ATTRIBUTE_CLAIMS is ',
      );
    },
  );

  it.each([
    ['http://legacy.example.com/users'],
    ['http://localhost.example.com/users'],
    ['http://127.0.0.1.example.com/'],
    ['http://0.0.0.0/'],
    ['http://10.0.0.1/'],
    ['ftp://localhost/'],
    ['legacy.example.com'],
  ])('a legacy endpoint of %j is refused, as passwords would travel there in the clear or not at all', (endpoint) => {
    expect(() => userMigration.read(userMigration.write({ ...migration, endpoint }))).toThrow(
      `Environment variable LEGACY_ENDPOINT is ${JSON.stringify(endpoint)}; expected an https URL`,
    );
  });

  it.each([['http://localhost:8080/users'], ['http://127.0.0.1:8080/users'], ['http://[::1]:8080/users']])(
    'a legacy endpoint of %j is used, as it does not leave this machine',
    (endpoint) => {
      expect(userMigration.read(userMigration.write({ ...migration, endpoint })).endpoint).toBe(endpoint);
    },
  );

  it('a legacy endpoint with credentials is refused without showing them', () => {
    const endpoint = 'https://anna:Correct-horse@legacy.example.com/';
    const attempt = () => userMigration.read(userMigration.write({ ...migration, endpoint }));
    expect(attempt).toThrow('LEGACY_ENDPOINT is "a URL with credentials"');
    expect(attempt).not.toThrow('Correct-horse');
  });

  it.each([['99'], ['4501'], ['1e3'], ['900ms'], ['-900'], ['0900'], ['99999']])(
    'LEGACY_DEADLINE_MILLISECONDS=%j is refused by name',
    (value) => {
      const env = { ...userMigration.write(migration), LEGACY_DEADLINE_MILLISECONDS: value };
      expect(() => userMigration.read(env)).toThrow(
        `Environment variable LEGACY_DEADLINE_MILLISECONDS is "${value}"; expected a whole number from 100 to 4500`,
      );
    },
  );
});
