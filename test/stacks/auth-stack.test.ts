import { App } from 'aws-cdk-lib';
import { join } from 'node:path';
import { dev } from '../environments/plain';
import type { Environment } from '../../lib/environments/environment';
import { AuthStage } from '../../lib/stacks/auth-stage';
import { everyEnvironment } from '../synthesis/every-environment';
import { threats } from '../environments/threats';
import { fixtures } from '../synthesis/fixtures';
import { context, propertiesOf, templateFor, workspace, writeName } from './template-for';

function reversed<Value>(record: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).toReversed());
}

describe('the order of declaration means nothing', () => {
  test.each<readonly [what: string, reordered: Environment]>([
    ['app clients', { ...dev, clients: reversed(dev.clients) }],
    [
      'auth flows and attributes of a client',
      {
        ...dev,
        clients: {
          ...dev.clients,
          backend: {
            ...dev.clients.backend,
            authFlows: dev.clients.backend.authFlows.toReversed(),
            readAttributes: dev.clients.backend.readAttributes.toReversed(),
            writeAttributes: dev.clients.backend.writeAttributes.toReversed(),
          },
        },
      },
    ],
    ['custom attributes', { ...dev, customAttributes: reversed(dev.customAttributes) }],
    ['standard attributes', { ...dev, standardAttributes: reversed(dev.standardAttributes) }],
    ['groups', { ...dev, groups: reversed(dev.groups) }],
    [
      'triggers',
      { ...dev, triggers: Object.fromEntries(Object.entries(dev.triggers).reverse()) as typeof dev.triggers },
    ],
    [
      'what the functions of triggers are told',
      {
        ...dev,
        triggers: {
          ...dev.triggers,
          preSignUp: { allowedEmailDomains: dev.triggers.preSignUp.allowedEmailDomains.toReversed() },
        },
      },
    ],
  ])('for %s', (_, reordered) => {
    expect(templateFor(reordered).toJSON()).toEqual(templateFor(dev).toJSON());
  });
});

test('no two names of app clients get in the way of each other, whatever is built beside a client', () => {
  const { backend } = dev.clients;
  const names = ['web', 'id-web', 'secret-web', 'web-secret', 'secret-of-client-web', 'web-parameter'];
  const template = templateFor({ ...dev, clients: Object.fromEntries(names.map((name) => [name, backend])) });
  template.resourceCountIs('AWS::Cognito::UserPoolClient', names.length);
  template.resourceCountIs('AWS::SecretsManager::Secret', names.length);
});

describe('a feature plan', () => {
  test('LITE is not asked for what it does not have', () => {
    const lite: Environment = { ...dev, featurePlan: 'LITE', triggers: { functions: dev.triggers.functions } };
    const { Policies, UserPoolAddOns } = propertiesOf(lite, 'UserPool');
    expect(Policies).not.toHaveProperty('PasswordPolicy.PasswordHistorySize');
    expect(Policies).toHaveProperty('PasswordPolicy.MinimumLength', 15);
    expect(UserPoolAddOns).toBeUndefined();
    expect(propertiesOf(lite, 'ClientWeb')).not.toHaveProperty('RefreshTokenRotation');
  });

  test('ESSENTIALS has a password history and rotation, and no threat protection', () => {
    expect(propertiesOf(dev, 'UserPool')).not.toHaveProperty('UserPoolAddOns');
    expect(propertiesOf(dev, 'UserPool')).toHaveProperty('Policies.PasswordPolicy.PasswordHistorySize', 5);
    expect(propertiesOf(dev, 'ClientWeb')).toHaveProperty('RefreshTokenRotation.Feature', 'DISABLED');
  });

  test.each<readonly [mode: string, declared: Environment['threatProtection']]>([
    ['OFF', dev.threatProtection],
    ['AUDIT', { ...threats, mode: 'audit' }],
    ['ENFORCED', { ...threats, mode: 'enforced' }],
  ])('PLUS has its threat protection written out when it is %s', (mode, threatProtection) => {
    expect(propertiesOf({ ...dev, featurePlan: 'PLUS', threatProtection }, 'UserPool')).toHaveProperty(
      'UserPoolAddOns',
      { AdvancedSecurityMode: mode },
    );
  });
});

test('an update of an unverified address that takes effect at once is written out as an empty list', () => {
  const reason = 'The mail system of the sandbox loses every other message.';
  const pool = propertiesOf({ ...dev, verificationBeforeUpdate: { enabled: false, reason } }, 'UserPool');
  expect(pool['UserAttributeUpdateSettings']).toEqual({ AttributesRequireVerificationBeforeUpdate: [] });
});

describe('a sender name', () => {
  function fromHeader(fromName: string): string {
    const { emailSender } = fixtures.invitations;
    const { EmailConfiguration } = propertiesOf({ ...dev, emailSender: { ...emailSender, fromName } }, 'UserPool');
    return (EmailConfiguration as { readonly From: string }).From;
  }

  test('keeps its quotes and backslashes', () => {
    expect(fromHeader('The "\\" shop')).toBe('"The \\"\\\\\\" shop" <no-reply@example.com>');
  });

  test('in other letters than ASCII is encoded, as a header is ASCII', () => {
    // Python: email.header.Header('ユーザー窓口', 'utf-8').encode()
    expect(fromHeader('ユーザー窓口')).toBe('=?utf-8?b?44Om44O844K244O856qT5Y+j?= <no-reply@example.com>');
  });

  test('that is long is encoded in words of at most 75 characters, none of which breaks a letter', () => {
    const fromName = `${'窓'.repeat(30)}${'𠮷'.repeat(10)}`;
    const words = fromHeader(fromName).split(' ').slice(0, -1);
    const letters = words.map((word) => {
      expect(word.length).toBeLessThanOrEqual(75);
      const bytes = Buffer.from(/^=\?utf-8\?b\?([\w+/=]+)\?=$/.exec(word)?.[1] ?? '', 'base64');
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    });
    expect(letters.join('')).toBe(fromName);
  });
});

test('each kind of custom attribute has the constraints of its type', () => {
  const declared = { mutable: true, authorization: false } as const;
  const pool = propertiesOf(
    {
      ...dev,
      standardAttributes: { updated_at: { required: false, mutable: true } },
      customAttributes: {
        level: { type: 'Number', minValue: 0, maxValue: 9, ...declared },
        member: { type: 'Boolean', ...declared },
        plan: { type: 'String', minLength: 1, maxLength: 8, ...declared },
        since: { type: 'DateTime', ...declared },
      },
    },
    'UserPool',
  );
  const common = { Mutable: true, Required: false };
  expect(pool['Schema']).toEqual([
    { Name: 'updated_at', AttributeDataType: 'Number', ...common },
    {
      Name: 'level',
      AttributeDataType: 'Number',
      NumberAttributeConstraints: { MinValue: '0', MaxValue: '9' },
      ...common,
    },
    { Name: 'member', AttributeDataType: 'Boolean', ...common },
    {
      Name: 'plan',
      AttributeDataType: 'String',
      StringAttributeConstraints: { MinLength: '1', MaxLength: '8' },
      ...common,
    },
    { Name: 'since', AttributeDataType: 'DateTime', ...common },
  ]);
});

test('a handler is bundled once for all environments', () => {
  const bundled: string[] = [];
  const app = new App({ outdir: join(workspace, 'counted') });
  for (const environment of everyEnvironment) {
    new AuthStage(app, {
      environment,
      bundle: (entry, outfile) => {
        bundled.push(entry);
        writeName(entry, outfile);
      },
    });
  }
  expect(bundled.map((entry) => entry.split('/').slice(-3).join('/')).toSorted()).toEqual([
    'lambda/client-secret-rotation/handler.ts',
    'lambda/create-auth-challenge/handler.ts',
    'lambda/custom-email-sender/handler.ts',
    'lambda/custom-message/handler.ts',
    'lambda/custom-sms-sender/handler.ts',
    'lambda/define-auth-challenge/handler.ts',
    'lambda/forget-unused-devices/handler.ts',
    'lambda/post-authentication/handler.ts',
    'lambda/post-confirmation/handler.ts',
    'lambda/pre-authentication/handler.ts',
    'lambda/pre-sign-up/handler.ts',
    'lambda/pre-token-generation/handler.ts',
    'lambda/user-migration/handler.ts',
    'lambda/verify-auth-challenge-response/handler.ts',
  ]);
});

test('cdk.json has no context key that the CDK reserves for itself: its command line warns of each', () => {
  expect(Object.keys(context).filter((key) => key.startsWith('aws:'))).toEqual([]);
});
