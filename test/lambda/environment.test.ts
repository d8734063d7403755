import fc from 'fast-check';
import * as clientSecretRotation from '../../lambda/client-secret-rotation/environment';
import * as createAuthChallenge from '../../lambda/create-auth-challenge/environment';
import * as customEmailSender from '../../lambda/custom-email-sender/environment';
import * as customMessage from '../../lambda/custom-message/environment';
import * as customSmsSender from '../../lambda/custom-sms-sender/environment';
import * as defineAuthChallenge from '../../lambda/define-auth-challenge/environment';
import { EnvironmentVariableError } from '../../lambda/environment-variable';
import * as forgetUnusedDevices from '../../lambda/forget-unused-devices/environment';
import * as inboundFederation from '../../lambda/inbound-federation/environment';
import * as postAuthentication from '../../lambda/post-authentication/environment';
import * as postConfirmation from '../../lambda/post-confirmation/environment';
import * as preAuthentication from '../../lambda/pre-authentication/environment';
import * as preSignUp from '../../lambda/pre-sign-up/environment';
import * as preTokenGeneration from '../../lambda/pre-token-generation/environment';
import * as userMigration from '../../lambda/user-migration/environment';
import * as verifyAuthChallengeResponse from '../../lambda/verify-auth-challenge-response/environment';
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
/** As they are written: their order means nothing. */
const domains = fc.array(domain, { minLength: 1 }).map((each) => each.toSorted());
const names = fc.dictionary(name, name, { noNullPrototype: true });
const ses = { from: name, replyTo: name, region: name, configurationSet: name };
const without = { requiredKeys: ['from', 'replyTo', 'region', 'productName'] } as const;

/** A trigger's settings, as arbitrary ones, and its pair of functions, seen without their type. */
interface Contract {
  readonly trigger: string;
  readonly settings: fc.Arbitrary<unknown>;
  readonly write: (settings: unknown) => Record<string, string>;
  readonly read: (env: NodeJS.ProcessEnv) => unknown;
  /** Variables that may be missing. */
  readonly optional: readonly string[];
}

function contract<Settings>(
  trigger: string,
  pair: { write(settings: Settings): Record<string, string>; read(env: NodeJS.ProcessEnv): Settings },
  settings: fc.Arbitrary<Settings>,
  optional: readonly string[] = [],
): Contract {
  return {
    trigger,
    settings,
    write: (value) => pair.write(value as Settings),
    read: (env) => pair.read(env),
    optional,
  };
}

const contracts: readonly Contract[] = [
  contract('pre-sign-up', preSignUp, fc.record({ allowedEmailDomains: domains })),
  contract('post-confirmation', postConfirmation, fc.record({ defaultGroup: name })),
  contract('pre-token-generation', preTokenGeneration, fc.record({ groupsClaim: name, attributeClaims: names })),
  contract('custom-message', customMessage, fc.record({ productName: name })),
  contract(
    'custom-email-sender',
    customEmailSender,
    fc.record({ productName: name, keyArn: name, ...ses }, { requiredKeys: [...without.requiredKeys, 'keyArn'] }),
    ['SES_CONFIGURATION_SET'],
  ),
  contract(
    'custom-sms-sender',
    customSmsSender,
    fc.record(
      { productName: name, keyArn: name, region: name, senderId: name },
      { requiredKeys: ['productName', 'keyArn', 'region'] },
    ),
    ['SENDER_ID'],
  ),
  contract(
    'pre-authentication',
    preAuthentication,
    fc.record({
      deniedAttribute: name,
      deniedValues: fc.array(name, { minLength: 1 }).map((values) => values.toSorted()),
    }),
  ),
  contract(
    'define-auth-challenge',
    defineAuthChallenge,
    fc.record({
      maximumAttempts: fc.integer({ min: 1, max: 10 }),
      password: fc.constantFrom('required' as const, 'not-asked' as const),
    }),
  ),
  contract(
    'create-auth-challenge',
    createAuthChallenge,
    fc.record(
      { productName: name, codeMinutes: fc.integer({ min: 1, max: 15 }), ...ses },
      { requiredKeys: [...without.requiredKeys, 'codeMinutes'] },
    ),
    ['SES_CONFIGURATION_SET'],
  ),
  contract('inbound-federation', inboundFederation, fc.record({ allowedEmailDomains: domains, emailClaims: names })),
  contract(
    'forget-unused-devices',
    forgetUnusedDevices,
    fc.record({ userPoolId: name, afterDays: fc.integer({ min: 1, max: 3650 }) }),
  ),
  contract(
    'user-migration',
    userMigration,
    fc.record({
      endpoint,
      tokenSecretName: name,
      deadlineMilliseconds: fc.integer({ min: 100, max: 4500 }),
    }),
  ),
  contract(
    'client-secret-rotation',
    clientSecretRotation,
    fc.record({ userPoolId: name, clientId: name, secretArn: name, graceDays: fc.integer({ min: 1, max: 30 }) }),
  ),
];

describe.each(contracts)('the environment of $trigger', ({ settings, write, read, optional }) => {
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
        for (const variable of Object.keys(written).filter((each) => !optional.includes(each))) {
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

it.each([
  ['post-authentication', postAuthentication],
  ['verify-auth-challenge-response', verifyAuthChallengeResponse],
])('the environment of %s is empty, as it has no settings', (_, { write }) => {
  expect(write()).toEqual({});
});

it('the order of a declaration does not show in an environment, which would be a new version of the function', () => {
  const domainsOf = (...allowedEmailDomains: string[]) => preSignUp.write({ allowedEmailDomains });
  expect(domainsOf('example.org', 'example.com')).toEqual(domainsOf('example.com', 'example.org'));
  const claimsOf = (attributeClaims: Record<string, string>) =>
    preTokenGeneration.write({ groupsClaim: 'groups', attributeClaims });
  expect(claimsOf({ tenant: 'a', plan: 'b' })).toEqual(claimsOf({ plan: 'b', tenant: 'a' }));
  const valuesOf = (...deniedValues: string[]) => preAuthentication.write({ deniedAttribute: 'a', deniedValues });
  expect(valuesOf('yes', 'maybe')).toEqual(valuesOf('maybe', 'yes'));
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

  it.each([['true'], ['"true"'], ['[]'], ['[1]'], ['[""]'], ['{}']])('DENIED_VALUES=%j is refused by name', (value) => {
    expect(() => preAuthentication.read({ DENIED_ATTRIBUTE: 'custom:blocked', DENIED_VALUES: value })).toThrow(
      'Environment variable DENIED_VALUES is ',
    );
  });

  it.each([
    ['MAXIMUM_ATTEMPTS', '0'],
    ['MAXIMUM_ATTEMPTS', '11'],
    ['MAXIMUM_ATTEMPTS', '2.5'],
    ['PASSWORD', 'optional'],
  ])('%s=%j is refused by name', (variable, value) => {
    const written = defineAuthChallenge.write({ maximumAttempts: 3, password: 'required' });
    expect(() => defineAuthChallenge.read({ ...written, [variable]: value })).toThrow(
      `Environment variable ${variable} is "${value}"; expected `,
    );
  });

  it.each([['0'], ['16'], ['5m'], ['05']])('CODE_MINUTES=%j is refused by name', (value) => {
    const settings = { productName: 'a', codeMinutes: 5, from: 'b', replyTo: 'c', region: 'd' };
    expect(() => createAuthChallenge.read({ ...createAuthChallenge.write(settings), CODE_MINUTES: value })).toThrow(
      `Environment variable CODE_MINUTES is "${value}"; expected a whole number from 1 to 15`,
    );
  });

  it.each([['0'], ['3651'], ['60 days'], ['1e2']])('AFTER_DAYS=%j is refused by name', (value) => {
    expect(() => forgetUnusedDevices.read({ USER_POOL_ID: 'a', AFTER_DAYS: value })).toThrow(
      `Environment variable AFTER_DAYS is "${value}"; expected a whole number from 1 to 3650`,
    );
  });

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

  it.each([['0'], ['31'], ['1.5'], ['03'], ['3 days'], ['-3']])('GRACE_DAYS=%j is refused by name', (value) => {
    const written = clientSecretRotation.write({ userPoolId: 'a', clientId: 'b', secretArn: 'c', graceDays: 3 });
    expect(() => clientSecretRotation.read({ ...written, GRACE_DAYS: value })).toThrow(
      `Environment variable GRACE_DAYS is "${value}"; expected a whole number of days from 1 to 30`,
    );
  });
});
